// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "loaders/vieworder.h"
#include "models/poolsmodel.h"
#include "views/treetableview.h"
#include "views/typedsearch.h"

namespace layerscope {

/// The pools tree. Reports which pools are on screen, and which are open, so that their members come first.
class PoolsView : public TreeTableView
{
    Q_OBJECT

public:
    explicit PoolsView(QWidget *parent = nullptr);
    ~PoolsView() override;

    void setPoolsModel(PoolsModel *model);
    [[nodiscard]] PoolsModel *poolsModel() const { return m_model; }

    /// Rows of the pools' table that are selected themselves, in view order.
    [[nodiscard]] QList<int> selectedPools() const;
    /// Rows of the members' table: those selected, and all of selected pools; in view order.
    [[nodiscard]] QList<int> selectedMembers() const;
    [[nodiscard]] QString selectionAsTsv() const override;
    [[nodiscard]] QString selectionAsOneLine() const override;

    /// The server that a member is, among the servers; nullopt: a controller, or what is not visible.
    [[nodiscard]] static std::optional<RowKey> serverOfMember(RowKey member);

    void openAllPools();
    void closeAllPools();
    /// Makes it the current row, opened, on screen. False: it is not among the rows.
    bool showPool(qint64 poolId);
    /// The same of a member, under its pool.
    bool showMember(RowKey key);

    void keyboardSearch(const QString &search) override; ///< In the names of rows that can be seen.

Q_SIGNALS:
    /// Rows of the pools' table. Debounced (50 ms) on scroll, resize, expand, arrange; nothing while hidden.
    void viewOrderChanged(const layerscope::ViewOrder &order);
    void openPoolsChanged(const QList<qint64> &poolIds);
    /// "retry" was clicked or chosen for these pools, or members of them.
    void retryRequested(const QList<int> &poolRows);
    /// The person wants to see this member among the servers.
    void serverWanted(layerscope::RowKey server);

protected:
    void reportOrder() override;
    [[nodiscard]] bool canRetrySelection() const override;
    void retrySelection() override;
    void retryIndex(const QModelIndex &index) override;
    void addRowActions(QMenu *menu) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QModelIndexList selectedInOrder() const;
    [[nodiscard]] QList<int> poolsToRetry() const;
    [[nodiscard]] QList<int> poolsBetween(int top, int bottom) const;
    /// The server that this row is; nullopt: a pool, a controller, or what is not visible.
    [[nodiscard]] std::optional<RowKey> serverOf(const QModelIndex &index) const;
    void goToServer(const QModelIndex &index);

    PoolsModel *m_model = nullptr;
    ViewOrder m_reported;
    TypedSearch m_search;
    QList<qint64> m_openPools;
};

} // namespace layerscope
