// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/inventorytable.h"
#include "inventory/kinds.h"

#include <QHash>

#include <array>
#include <optional>

namespace layerscope {

/// Which rows of another table say below which one they are (Nesting::namedBy): how many of each kind, and
/// each of them. A value; that table outlives it.
class NamedParents
{
public:
    /// As the rows of this table say in this column. O(rows).
    [[nodiscard]] static NamedParents of(const InventoryTable &table, ColumnIndex column)
    {
        NamedParents named;
        named.m_table = &table;
        named.m_column = column;
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
    /// As this one says of itself now, in the table of its own; nullopt: it does not. O(1).
    [[nodiscard]] std::optional<qint64> parentOf(RowKey key) const
    {
        const std::optional<RowKey> own = m_table != nullptr ? rowOfOwnTable(key) : std::nullopt;
        const std::optional<int> row = own ? m_table->find(*own) : std::nullopt;
        const bool isTold = row && !m_table->isGone(*row) && m_table->hasValue(*row, m_column);
        return isTold ? std::optional(m_table->bits(*row, m_column)) : std::nullopt;
    }

private:
    const InventoryTable *m_table = nullptr;
    ColumnIndex m_column = 0;
    QHash<qint64, std::array<qint64, rowKindCount>> m_rows;
};

} // namespace layerscope
