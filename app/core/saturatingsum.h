// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <limits>

namespace layerscope {

/// The sum, or the number furthest from nothing that there is: counts come from a server, which may send
/// nonsense, and nonsense must not turn into a number that looks like one.
[[nodiscard]] constexpr qint64 saturatingSum(qint64 a, qint64 b)
{
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    constexpr qint64 least = std::numeric_limits<qint64>::min();
    if (b > 0 && a > most - b)
        return most;
    if (b < 0 && a < least - b)
        return least;
    return a + b;
}

} // namespace layerscope
