// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>

namespace layerscope {

/// What tr() takes for a count: plural forms go by an int, and what matters of larger numbers is only that
/// they are many. Any thread.
[[nodiscard]] constexpr int pluralOf(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, 1'000'000'000));
}

} // namespace layerscope
