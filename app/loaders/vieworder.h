// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace layerscope {

/// What a person sees, as table row numbers: the loaders ask in this order. Empty lists are fine: then table
/// order counts.
struct ViewOrder
{
    QList<int> visible; ///< On the screen now.
    QList<int> nearby;  ///< One screen below, then one above.
    QList<int> all;     ///< Every row of the view, from the top.
    bool operator==(const ViewOrder &) const = default;
};

} // namespace layerscope
