// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/columncatalogue.h"

#include <QString>

namespace layerscope {

/// What usually stands in a column, on the wide side: for default widths and for the bars that stand in for
/// values.
struct ColumnSample
{
    QString value;
    QString sum = {};      ///< In group rows; empty: no sums.
    bool isMarked = false; ///< A state's shape stands before the word.
    bool hasUsage = false; ///< A bar stands before the number.
    QString longer = {};   ///< What many rows have beyond that: worth showing where there is free room.
};

/// The column's own, else by its key, else by its type. O(1).
[[nodiscard]] ColumnSample sampleOf(const ColumnSpec &column);

} // namespace layerscope
