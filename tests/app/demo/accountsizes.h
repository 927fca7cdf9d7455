// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

namespace layerscope::demo {

/// For a test's data: the column "servers", and a row for each size of account that lists have to be right
/// for.
inline void addAccountSizes()
{
    QTest::addColumn<int>("servers");
    for (const int servers : {5, 60, 300, 2500})
        QTest::addRow("%d servers", servers) << servers;
}

} // namespace layerscope::demo
