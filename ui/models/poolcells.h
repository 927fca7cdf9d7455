// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tablecells.h"

#include <QCoreApplication>
#include <QVariant>

#include <optional>

namespace layerscope {

/// What the cells of pools and of their members answer to the roles of a model, in the columns of the pools.
/// Knows the two tables, the shown columns and whether a load runs, but nothing of indexes and order. Const
/// but for its settings.
class PoolCells
{
    Q_DECLARE_TR_FUNCTIONS(layerscope::PoolCells)

public:
    /// The tables must outlive it.
    PoolCells(const InventoryTable &pools, const InventoryTable &members);

    /// The column of the members that is shown in this one of the pools; nullopt: none.
    [[nodiscard]] static std::optional<ColumnIndex> memberColumn(ColumnIndex poolColumn);

    [[nodiscard]] const TableCells &ofPools() const { return m_pools; }
    [[nodiscard]] const TableCells &ofMembers() const { return m_members; }
    /// Columns of the pools; those of the members follow.
    void setShownColumns(const ColumnSet &columns);
    /// Returns whether that was news.
    bool setLoadRunning(bool running);

    /// `row` of the pools.
    [[nodiscard]] QVariant poolData(int row, ColumnIndex column, int role) const;
    /// `row` of the members, `column` of the pools.
    [[nodiscard]] QVariant memberData(int row, ColumnIndex column, int role) const;
    /// Of the row that stands in for members which are still to come.
    [[nodiscard]] QVariant pendingData(ColumnIndex column, int role) const;

private:
    [[nodiscard]] QVariant placeData(int row, int role) const;
    [[nodiscard]] QVariant notVisibleData(int row, int role) const;

    const InventoryTable &m_poolTable;
    const InventoryTable &m_memberTable;
    TableCells m_pools;
    TableCells m_members;
    bool m_isLoadRunning = true;
};

} // namespace layerscope
