// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QAccessibleWidget>
#include <QCoreApplication>
#include <QHash>
#include <QPersistentModelIndex>

class QTreeView;

namespace layerscope {

/// A TreeTableView as screen readers find it: a table of the rows that are not below a closed one, and of the
/// columns that are shown, in the order on screen. Its children are the titles of the columns and then the
/// cells, row by row. Qt's own counts the columns of the model, which are four times as many, and leads
/// through those that nobody sees.
///
/// Cells and titles are made when somebody asks for them. A cell stays that of its row wherever that goes,
/// and is gone with it. GUI thread.
class TableAccessible final : public QAccessibleWidget, public QAccessibleTableInterface
{
    Q_DECLARE_TR_FUNCTIONS(TableAccessible)

public:
    /// For a TreeTableView, and whatever is derived from it. Costs nothing as long as nobody asks.
    static void install(QTreeView &view);

    /// Tells who listens of a cell of the view. Nothing if its column is hidden, or nobody listens.
    static void tell(QTreeView &view, const QModelIndex &index, QAccessible::Event event);
    /// Tells who is on one of these cells that it says something else now.
    static void tellChanged(QTreeView &view, const QModelIndex &topLeft, const QModelIndex &bottomRight);

    explicit TableAccessible(QTreeView &view);
    ~TableAccessible() override;
    Q_DISABLE_COPY_MOVE(TableAccessible)

    [[nodiscard]] QTreeView &view() const;
    /// Those shown, in the order on screen.
    [[nodiscard]] QList<int> sections() const;
    /// nullptr: its column is hidden.
    [[nodiscard]] QAccessibleInterface *cellOf(const QModelIndex &index) const;
    [[nodiscard]] QAccessibleInterface *titleOf(int section) const;

    // ---- the widget
    // --------------------------------------------------------------------------------------------------
    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;
    [[nodiscard]] QAccessibleInterface *focusChild() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    // ---- the table
    // ---------------------------------------------------------------------------------------------------
    [[nodiscard]] QAccessibleInterface *caption() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *summary() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *cellAt(int row, int column) const override;
    [[nodiscard]] int selectedCellCount() const override;
    /// Of the first rows that are selected: it may be all of tens of thousands.
    [[nodiscard]] QList<QAccessibleInterface *> selectedCells() const override;
    [[nodiscard]] QString columnDescription(int column) const override;
    [[nodiscard]] QString rowDescription(int row) const override;
    [[nodiscard]] int selectedColumnCount() const override { return 0; }
    [[nodiscard]] int selectedRowCount() const override;
    [[nodiscard]] int columnCount() const override;
    [[nodiscard]] int rowCount() const override;
    [[nodiscard]] QList<int> selectedColumns() const override { return {}; }
    [[nodiscard]] QList<int> selectedRows() const override;
    [[nodiscard]] bool isColumnSelected(int) const override { return false; }
    [[nodiscard]] bool isRowSelected(int row) const override;
    bool selectRow(int row) override;
    bool selectColumn(int) override { return false; }
    bool unselectRow(int row) override;
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *event) override;

private:
    [[nodiscard]] static TableAccessible *of(QTreeView &view);
    static void tellOpened(QTreeView &view, const QModelIndex &index);
    void forgetMostSoon() const;
    void forgetMost();

    mutable QHash<QPersistentModelIndex, QAccessible::Id> m_cells;
    mutable QHash<int, QAccessible::Id> m_titles; ///< By section
    mutable bool m_forgetsSoon = false;
};

} // namespace layerscope
