// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/kinds.h"
#include "models/tablecells.h"

#include <QVariant>

#include <optional>

namespace layerscope {

/// What the cells of a table, and of the rows of another one below them, answer to the roles of a model, in
/// the columns of the upper one. Knows the tables, the shown columns and whether a load runs, but nothing of
/// indexes and order. Const but for its settings.
class RowCells
{
public:
    /// `children`: of the table below (Nesting); nullptr: there is none. They must outlive it.
    explicit RowCells(const InventoryTable &table, const InventoryTable *children = nullptr);
    /// Other tables with the settings of `other`: snapshots, for another thread. They must outlive it.
    RowCells(const ArrangedTables &tables, const RowCells &other);

    [[nodiscard]] const TableCells &own() const { return m_own; }
    [[nodiscard]] const CellFormat &format() const { return m_own.format(); }
    [[nodiscard]] const ColumnSet &shownColumns() const { return m_own.shownColumns(); }
    /// Those of the rows below that show in these; none: there are no such rows.
    [[nodiscard]] ColumnSet shownChildColumns() const;
    /// Of the rows below: TableCells::areBarsMeasuredBy().
    [[nodiscard]] bool areChildBarsMeasuredBy(GroupSet groups) const
    {
        return m_children && m_children->areBarsMeasuredBy(groups);
    }
    void setShownColumns(const ColumnSet &columns);
    /// Returns whether that was news.
    bool setLoadRunning(bool running);

    [[nodiscard]] QVariant rowData(int row, ColumnIndex column, int role) const;
    /// `row` of the table below, `column` of the upper one.
    [[nodiscard]] QVariant childData(int row, ColumnIndex column, int role) const;
    /// Of the row that stands in for rows below which are to come.
    [[nodiscard]] QVariant standInData(ColumnIndex column, int role) const;
    [[nodiscard]] QVariant groupData(const Arrangement::Group &group, std::optional<ColumnIndex> groupColumn,
                                     ColumnIndex column, int role) const;

private:
    TableCells m_own;
    std::optional<TableCells> m_children;
    const Nesting *m_nesting = nullptr; ///< Of the children
};

} // namespace layerscope
