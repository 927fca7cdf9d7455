// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/inventorytable.h"

#include <QHash>

#include <array>

namespace layerscope {

/// Which rows of another table say below which one they are (Nesting::namedBy): how many of each kind. A
/// value.
class NamedParents
{
public:
    /// As the rows of this table say in this column. O(rows).
    [[nodiscard]] static NamedParents of(const InventoryTable &table, ColumnIndex column)
    {
        NamedParents named;
        for (int row = 0; row < table.rowCount(); ++row) {
            if (!table.isGone(row) && table.hasValue(row, column))
                named.add(table.bits(row, column), table.key(row).kind);
        }
        return named;
    }

    /// One row of this kind more.
    void add(qint64 parentId, RowKind kind) { ++m_rows[parentId][static_cast<std::size_t>(kind)]; }
    [[nodiscard]] qint64 count(qint64 parentId, RowKind kind) const
    {
        const auto rows = m_rows.constFind(parentId);
        return rows != m_rows.cend() ? rows->at(static_cast<std::size_t>(kind)) : 0;
    }

private:
    QHash<qint64, std::array<qint64, rowKindCount>> m_rows;
};

} // namespace layerscope
