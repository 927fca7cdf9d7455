// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/arrangement.h"
#include "inventory/inventorytable.h"
#include "models/cellformat.h"
#include "models/inventoryroles.h"

#include <QCoreApplication>
#include <QVariant>

#include <optional>
#include <utility>

namespace layerscope {

/// What one cell answers to the roles of a model: the display text by CellFormat, spoken text, tooltip,
/// error. Knows the table, the shown columns and whether a load runs, but nothing of indexes and order. Const
/// but for its settings.
class TableCells
{
    Q_DECLARE_TR_FUNCTIONS(layerscope::TableCells)

public:
    /// The table must outlive it.
    explicit TableCells(const InventoryTable &table);
    /// Another table with the settings of `other`.
    TableCells(const InventoryTable &table, const TableCells &other);

    [[nodiscard]] const CellFormat &format() const { return m_format; }
    [[nodiscard]] const QList<ColumnIndex> &summable() const { return m_summable; }
    [[nodiscard]] const ColumnSet &shownColumns() const { return m_shown; }
    /// What "row_state" is about.
    void setShownColumns(const ColumnSet &columns) { m_shown = columns; }
    /// Returns whether that was news.
    bool setLoadRunning(bool running) { return std::exchange(m_isLoadRunning, running) != running; }

    [[nodiscard]] QVariant rowData(int row, ColumnIndex column, int role) const;
    [[nodiscard]] QVariant groupData(const Arrangement::Group &group, std::optional<ColumnIndex> groupColumn,
                                     ColumnIndex column, int role) const;

private:
    [[nodiscard]] const Catalogue &catalogue() const { return m_table.catalogue(); }
    [[nodiscard]] ColumnIndex stateColumn() const; ///< -1: the table has none.
    [[nodiscard]] QString display(int row, ColumnIndex column) const;
    [[nodiscard]] QString spoken(int row, ColumnIndex column) const;
    [[nodiscard]] QString toolTip(int row, ColumnIndex column) const;
    [[nodiscard]] QString rowState(int row) const;
    [[nodiscard]] QVariant sortValue(int row, ColumnIndex column) const;
    [[nodiscard]] QString error(int row, ColumnIndex column) const;
    [[nodiscard]] QString age(int row, ColumnIndex column) const;

    const InventoryTable &m_table;
    CellFormat m_format;
    ColumnSet m_shown;
    QList<ColumnIndex> m_summable;
    bool m_isLoadRunning = true;
};

} // namespace layerscope
