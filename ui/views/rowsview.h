// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/relations.h"
#include "loaders/vieworder.h"
#include "models/rowsmodel.h"
#include "views/selectiontext.h"
#include "views/treetableview.h"
#include "views/typedsearch.h"

#include <memory>

namespace layerscope {

class GroupExpansion;

/// The tree of one table: flat, in groups, or with the rows of the table below it. Reports which rows are on
/// screen, so that their details come first, and which are open, so that what is below them does. A cell that
/// names a row of another kind leads there, by a double click or by the menu; so does a row below another one
/// that is a row of another table (rowOfOwnTable), also by the Enter key.
class RowsView : public TreeTableView
{
    Q_OBJECT

public:
    /// Of this table; its model comes by setRowsModel().
    explicit RowsView(const TableSpec &table, QWidget *parent = nullptr);
    ~RowsView() override;

    void setRowsModel(RowsModel *model);

    /// Table rows selected, in view order; a selected group row stands for its rows.
    [[nodiscard]] QList<int> selectedTableRows() const;
    /// Rows of the table below: those selected, and all below selected rows; in view order.
    [[nodiscard]] QList<int> selectedChildRows() const;
    [[nodiscard]] QString selectionAsTsv() const override;
    [[nodiscard]] QString selectionAsOneLine() const override;

    void openAll();
    void closeAll();
    /// Makes the row with this key the current one, on screen; one with rows below it is opened. False: it is
    /// not among the rows.
    bool showRow(RowKey key);

    void keyboardSearch(const QString &search) override; ///< In the names of rows that can be seen.

Q_SIGNALS:
    /// Debounced (50 ms) on scroll, resize, expand, arrange; nothing while hidden.
    void viewOrderChanged(const layerscope::ViewOrder &order);
    /// The numbers of rows that are open, in view order. As above.
    void openRowsChanged(const QList<qint64> &ids);
    /// "retry" was clicked or chosen for these rows, or rows below them.
    void retryRequested(const QList<int> &tableRows);
    /// The person wants to see the row that a cell (ColumnSpec::link) or a row below another one leads to.
    void rowWanted(layerscope::RowKey key);
    /// The same of what a row leads to (TableSpec::relations).
    void jumpWanted(const layerscope::Jump &jump);

protected:
    void reportOrder() override;
    void openAfterArranging() override;
    void copySelection(bool asOneLine) override;
    [[nodiscard]] bool canRetrySelection() const override;
    void retrySelection() override;
    void retryIndex(const QModelIndex &index) override;
    void addRowActions(QMenu *menu) override;
    void keyPressEvent(QKeyEvent *event) override;
    void saveOwn(QDataStream &out) const override;
    bool restoreOwn(QDataStream &in) override;

private:
    [[nodiscard]] QList<ShownRow> selectedRows() const;
    [[nodiscard]] QList<int> rowsToRetry() const;
    [[nodiscard]] bool lacksSomething(ShownRow row) const;
    /// The table row of an index, or of the one that it is below.
    [[nodiscard]] std::optional<int> ownRow(const QModelIndex &index) const;
    void reportOpenRows();
    /// Those that can be seen, groups and what stands in left out.
    [[nodiscard]] QList<ShownRow> rowsInSight() const;
    [[nodiscard]] QList<int> tableRowsBetween(int top, int bottom) const;
    /// What the cell in this column of the index's row leads to; nullopt: nothing, or it is not known.
    [[nodiscard]] std::optional<RowKey> linkOf(const QModelIndex &index, ColumnIndex column) const;
    /// What a row below another one leads to, whatever the column.
    [[nodiscard]] std::optional<RowKey> linkOfChild(const QModelIndex &index) const;
    void addLink(QMenu *menu, RowKey key, QString name);

    RowsModel *m_model = nullptr;
    std::unique_ptr<GroupExpansion> m_groups;
    ViewOrder m_reported;
    std::shared_ptr<const Arrangement> m_orderedArrangement; ///< Whose rows m_reported.all are
    QList<qint64> m_openRows;
    TypedSearch m_search;
};

} // namespace layerscope
