// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/inventorytable.h"
#include "inventory/kinds.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <functional>
#include <optional>

namespace layerscope {

/// Where rows stand that lie below those of another table (Nesting). Looks only; the table outlives it.
class StandingRows
{
public:
    explicit StandingRows(const InventoryTable &table);

    /// The number of the row that this one lies below; nullopt: it is gone. O(1).
    [[nodiscard]] std::optional<qint64> parentOf(int row) const;
    /// The rows of each of these, in order, but for those that stand for others and those that are out.
    /// O(rows).
    [[nodiscard]] QHash<qint64, QList<int>> below(const QSet<qint64> &parentIds,
                                                  const std::function<bool(int row)> &isOut) const;
    /// That of this load, whatever kind of row a list made of the same thing (rowOfOwnTable()). O(lists).
    [[nodiscard]] std::optional<int> rowOfSame(RowKey key) const;
    /// Of two kinds whose lists have the same thing, what a parent's rows are: the one whose list is named
    /// first. O(lists).
    [[nodiscard]] RowKind kindOfSame(RowKind kind, RowKind other) const;

private:
    const InventoryTable &m_table;
    const Nesting &m_nesting;
};

} // namespace layerscope
