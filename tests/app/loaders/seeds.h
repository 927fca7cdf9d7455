// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>
#include <QtGlobal>

namespace layerscope {

/// LAYERSCOPE_SEEDS=50000 tries as many, LAYERSCOPE_FIRST_SEED=17 begins there: to see one of them again.
inline int seedSetting(const char *name, int otherwise)
{
    bool isSet = false;
    const int value = qEnvironmentVariableIntValue(name, &isSet);
    return isSet ? value : otherwise;
}

/// Calls `tryOne` with so many seeds, or as many as the environment says. The first that fails ends the test
/// and is named.
template<class Try>
void trySeeds(int seeds, Try tryOne)
{
    const int first = seedSetting("LAYERSCOPE_FIRST_SEED", 1);
    const int count = seedSetting("LAYERSCOPE_SEEDS", seeds);
    for (int seed = first; seed < first + count; ++seed) {
        tryOne(static_cast<quint32>(seed));
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(QStringLiteral("seed %1").arg(seed)));
    }
}

} // namespace layerscope
