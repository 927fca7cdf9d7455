// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/rowkey.h"
#include "pages/navigationhistory.h"

#include <QWidget>

#include <optional>

class QSplitter;
class QStackedWidget;

namespace layerscope {

class AccountSession;
class FlatTabBar;
struct AccountLayout;
class NavigatorView;
class PoolsPage;
class SelectionDetails;
class RowsPage;
class TablePage;

/// One open account: the navigator beside its servers and its bandwidth pools. The chosen node says which of
/// the two is seen, and what of it. Jumps from one to the other, and back. GUI thread; goes before its
/// session does.
class AccountPage : public QWidget
{
    Q_OBJECT

public:
    explicit AccountPage(AccountSession &session, QWidget *parent = nullptr);
    ~AccountPage() override;

    [[nodiscard]] AccountSession &session() const { return m_session; }
    [[nodiscard]] RowsPage &servers() const { return *m_servers; }
    [[nodiscard]] PoolsPage &pools() const { return *m_pools; }
    /// The one that is seen.
    [[nodiscard]] TablePage &currentPage() const;
    [[nodiscard]] bool isShowingPools() const;
    [[nodiscard]] NavigatorView &navigator() const { return *m_navigator; }

    /// Shows this server among all servers, without a filter.
    void goToServer(RowKey server);
    /// Shows this pool among the pools, opened.
    void goToPool(qint64 poolId);
    [[nodiscard]] const NavigationHistory &history() const { return m_history; }
    void goBack();
    void goForward();

    [[nodiscard]] bool isNavigatorShown() const { return m_isNavigatorShown; }
    void setNavigatorShown(bool shown);
    [[nodiscard]] SelectionDetails &details() const { return *m_details; }
    [[nodiscard]] bool areDetailsShown() const { return m_areDetailsShown; }
    void setDetailsShown(bool shown);

    [[nodiscard]] AccountLayout layoutToKeep() const;
    void restoreLayout(const AccountLayout &layout);

Q_SIGNALS:
    /// Another page is seen, or its filter is another one without the person having typed it.
    void pageChanged();
    /// What history() can do changed.
    void historyChanged();

private:
    void chooseNode(const QModelIndex &node);
    void showPage(TablePage *page);
    /// Rows come later than the node that has them: what was wished is shown when it is there.
    void showWishedRow();
    /// With this row, as soon as both are there.
    void goToNode(const QString &nodeId, const std::optional<RowKey> &row);
    void showDetails();
    [[nodiscard]] NavigationPlace place() const;
    void travelTo(const NavigationPlace &place);

    AccountSession &m_session;
    QSplitter *m_splitter;
    NavigatorView *m_navigator;
    FlatTabBar *m_tabs;
    QStackedWidget *m_headings;
    QStackedWidget *m_stack;
    RowsPage *m_servers;
    PoolsPage *m_pools;
    SelectionDetails *m_details;
    NavigationHistory m_history;
    QString m_node; ///< What is seen
    QString m_lastServersNode;
    QString m_lastPoolsNode;
    std::optional<RowKey> m_nextRow;   ///< To be wished for at the node that is about to be chosen
    std::optional<RowKey> m_wishedRow; ///< At m_node; not shown yet
    QString m_restoredNode;            ///< Of the last session; may come late
    bool m_isNavigatorShown = true;    // whether or not the page itself is on screen
    bool m_areDetailsShown = true;
    bool m_isTravelling = false; ///< Through the history, which does not make history.
};

} // namespace layerscope
