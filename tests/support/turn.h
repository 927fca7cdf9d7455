// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QTest>
#include <QTimer>

namespace layerscope {

/// Lets the event loop deliver all that is due now.
inline void turnOnce()
{
    bool hasTurned = false;
    QTimer::singleShot(0, qApp, [&hasTurned] { hasTurned = true; });
    if (!QTest::qWaitFor([&hasTurned] { return hasTurned; }))
        qFatal("the event loop does not turn");
}

} // namespace layerscope
