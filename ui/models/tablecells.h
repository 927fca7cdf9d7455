// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/arrangement.h"
#include "inventory/inventorytable.h"
#include "models/barscale.h"
#include "models/cellformat.h"
#include "models/inventoryroles.h"
#include "models/tablelooks.h"

#include <QCoreApplication>
#include <QVariant>

#include <optional>
#include <utility>

namespace layerscope {

/// What one cell answers to the roles of a model: the display text by CellFormat, spoken text, tooltip,
/// error. A row of which several cells failed offers to try again in one of them. Knows the table, the shown
/// columns and whether a load runs, but nothing of indexes and order. Const but for its settings;
/// one thread at a time.
class TableCells
{
    Q_DECLARE_TR_FUNCTIONS(layerscope::TableCells)

public:
    /// The table must outlive it.
    explicit TableCells(const InventoryTable &table);
    /// Another table with the settings of `other`.
    TableCells(const InventoryTable &table, const TableCells &other);

    [[nodiscard]] const InventoryTable &table() const { return m_table; }
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
    /// Qt::Alignment, of the header too: numbers to the right, a bar from its column's left edge.
    [[nodiscard]] int alignment(ColumnIndex column) const;
    /// Whether bars change their length when other rows of these groups change.
    [[nodiscard]] bool areBarsMeasuredBy(GroupSet groups) const;
    /// Of the row that stands in for rows below one of these which are to come.
    [[nodiscard]] QString standInText() const { return m_looks.standIn(m_isLoadRunning); }

private:
    [[nodiscard]] const Catalogue &catalogue() const { return m_table.catalogue(); }
    /// Invalid of a column that tells no state.
    [[nodiscard]] QVariant stateMark(int row, ColumnIndex column) const;
    [[nodiscard]] bool isMuted(int row, ColumnIndex column) const;
    [[nodiscard]] bool isRepeatedFailure(int row, ColumnIndex column) const;
    [[nodiscard]] bool isRest(int row) const;
    [[nodiscard]] QVariant restData(int row, int role) const;
    [[nodiscard]] QVariant usage(int row) const;
    [[nodiscard]] QString usageWithProjection(int row) const; ///< Empty: there is none.
    [[nodiscard]] QString stateInFull(int row) const;
    [[nodiscard]] QString stateToolTip(int row) const;
    [[nodiscard]] QString display(int row, ColumnIndex column) const;
    [[nodiscard]] QString place(int row) const;
    [[nodiscard]] QString withoutValue(int row, ColumnIndex column) const;
    [[nodiscard]] QString spoken(int row, ColumnIndex column) const;
    [[nodiscard]] QString toolTip(int row, ColumnIndex column) const;
    [[nodiscard]] QString rowState(int row) const;
    [[nodiscard]] QVariant sortValue(int row, ColumnIndex column) const;
    [[nodiscard]] QString error(int row, ColumnIndex column) const;
    [[nodiscard]] QString age(int row, ColumnIndex column) const;

    const InventoryTable &m_table;
    const TableLooks &m_looks;
    std::optional<RowKind> m_restKind;
    mutable BarScale m_scale; ///< Remembers what it measured.
    CellFormat m_format;
    ColumnSet m_shown;
    QList<ColumnIndex> m_summable;
    bool m_isLoadRunning = true;
};

} // namespace layerscope
