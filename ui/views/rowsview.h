// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/relations.h"
#include "loaders/vieworder.h"
#include "models/rowsmodel.h"
#include "views/treetableview.h"
#include "views/typedsearch.h"

#include <memory>

namespace layerscope {

class GroupExpansion;

/// The tree of one table without children, flat or in groups. Reports which rows are on screen, so that their
/// details come first. A cell that names a row of another kind leads there, by a double click or by the menu.
class RowsView : public TreeTableView
{
    Q_OBJECT

public:
    /// Of this table; its model comes by setRowsModel().
    explicit RowsView(const TableSpec &table, QWidget *parent = nullptr);
    ~RowsView() override;

    void setRowsModel(RowsModel *model);
    [[nodiscard]] RowsModel *rowsModel() const { return m_model; }

    /// Table rows selected, in view order; a selected group row stands for its rows.
    [[nodiscard]] QList<int> selectedTableRows() const;
    [[nodiscard]] QString selectionAsTsv() const override;
    [[nodiscard]] QString selectionAsOneLine() const override;

    void openAllGroups();
    void closeAllGroups();

    void keyboardSearch(const QString &search) override; ///< In the names of rows that can be seen.

Q_SIGNALS:
    /// Debounced (50 ms) on scroll, resize, expand, arrange; nothing while hidden.
    void viewOrderChanged(const layerscope::ViewOrder &order);
    /// "retry" was clicked or chosen for these rows.
    void retryRequested(const QList<int> &tableRows);
    /// The person wants to see the row that a cell leads to (ColumnSpec::link).
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
    void saveOwn(QDataStream &out) const override;
    bool restoreOwn(QDataStream &in) override;

private:
    [[nodiscard]] QList<int> rowsToRetry() const;
    [[nodiscard]] QList<int> tableRowsBetween(int top, int bottom) const;
    /// What the cell in this column of the index's row leads to; nullopt: nothing, or it is not known.
    [[nodiscard]] std::optional<RowKey> linkOf(const QModelIndex &index, ColumnIndex column) const;

    void addRelations(QMenu *menu);

    RowsModel *m_model = nullptr;
    std::unique_ptr<GroupExpansion> m_groups;
    ViewOrder m_reported;
    std::shared_ptr<const Arrangement> m_orderedArrangement; ///< Whose rows m_reported.all are
    TypedSearch m_search;
};

} // namespace layerscope
