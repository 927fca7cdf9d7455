// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/inventorytable.h"

#include <QHash>

#include <optional>

namespace layerscope {

/// What the bars of rows that belong together are measured by: the longest is that of the largest of them.
/// Shares of a whole that hundreds of rows have would be lines too thin to compare. One thread at a time.
class BarScale
{
public:
    /// `percent`: what the bars are of; `within`: rows with the same number in it belong together. Rows of
    /// this kind, which stand for many, are no measure.
    BarScale(ColumnIndex percent, ColumnIndex within, std::optional<RowKind> notOf);

    /// The largest percentage among those that this row belongs to; 0: none is known. O(1), but O(rows) after
    /// one of them changed.
    [[nodiscard]] double largestBeside(const InventoryTable &table, int row);

private:
    void measure(const InventoryTable &table);

    ColumnIndex m_percent;
    ColumnIndex m_within;
    std::optional<RowKind> m_notOf;
    QHash<qint64, double> m_largest;
    std::optional<quint64> m_revision; ///< Of what was measured.
};

} // namespace layerscope
