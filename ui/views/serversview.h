// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "loaders/vieworder.h"
#include "models/rowsmodel.h"
#include "views/treetableview.h"
#include "views/typedsearch.h"

#include <memory>

namespace layerscope {

class GroupExpansion;

/// The servers tree, flat or in groups. Reports which servers are on screen, so that their details come
/// first.
class ServersView : public TreeTableView
{
    Q_OBJECT

public:
    explicit ServersView(QWidget *parent = nullptr);
    ~ServersView() override;

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
    /// The person wants to see this pool of the server's.
    void poolWanted(qint64 poolId);

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
    /// Of the pool that this server is in; nullopt: none, or not known.
    [[nodiscard]] std::optional<qint64> poolOf(const QModelIndex &index) const;

    RowsModel *m_model = nullptr;
    std::unique_ptr<GroupExpansion> m_groups;
    ViewOrder m_reported;
    std::shared_ptr<const Arrangement> m_orderedArrangement; ///< Whose rows m_reported.all are
    TypedSearch m_search;
};

} // namespace layerscope
