// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/accountpage.h"

#include "inventory/kinds.h"
#include "pages/poolspage.h"
#include "pages/rowspage.h"
#include "pages/selectiondetails.h"
#include "panels/detailspanel.h"
#include "session/accountsession.h"
#include "session/layoutsettings.h"
#include "views/groupmenu.h"
#include "views/navigatorview.h"
#include "views/poolsview.h"
#include "views/rowsview.h"
#include "widgets/flattabbar.h"
#include "widgets/hairline.h"

#include <QHBoxLayout>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

// Of the tabs.
constexpr int serversTab = 0;
constexpr int poolsTab = 1;

} // namespace

AccountPage::AccountPage(AccountSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_splitter(new HairlineSplitter(Qt::Horizontal, this))
    , m_navigator(new NavigatorView(m_splitter))
    , m_tabs(new FlatTabBar)
    , m_headings(new QStackedWidget)
    , m_stack(new QStackedWidget)
    , m_servers(new RowsPage(session, serversTable, m_stack))
    , m_pools(new PoolsPage(session, m_stack))
    , m_details(new SelectionDetails(session))
    , m_lastServersNode(u"servers"_s)
    , m_lastPoolsNode(u"pools"_s)
{
    m_navigator->setObjectName(u"navigator"_s);
    m_navigator->setAccessibleName(tr("Navigator"));
    m_tabs->setObjectName(u"tableTabs"_s);
    m_tabs->setAccessibleName(tr("Tables"));
    for (const TableSpec *table : {&serversTable, &poolsTable})
        m_tabs->addTab(table->translatedTitle(), table->translatedShortTitle());

    const int line = fontMetrics().height();
    auto *centre = new QWidget(m_splitter);
    auto *heading = new QHBoxLayout;
    heading->setContentsMargins(line / 2, line / 4, line / 2, line / 4);
    heading->addWidget(m_tabs);
    heading->addWidget(m_headings, 1);
    auto *centreColumn = new QVBoxLayout(centre);
    centreColumn->setContentsMargins(0, 0, 0, 0);
    centreColumn->setSpacing(0);
    centreColumn->addLayout(heading);
    centreColumn->addWidget(m_stack, 1);
    for (TablePage *page : {static_cast<TablePage *>(m_servers), static_cast<TablePage *>(m_pools)}) {
        m_headings->addWidget(page->heading());
        m_stack->addWidget(page);
        connect(page, &TablePage::arranged, this, &AccountPage::showWishedRow);
        connect(page->tableView(), &TreeTableView::selectedRowsChanged, this, &AccountPage::showDetails);
    }
    m_headings->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);

    m_splitter->addWidget(m_details);
    m_splitter->setObjectName(u"navigatorSplitter"_s);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter);

    connect(m_navigator, &NavigatorView::nodeChosen, this, &AccountPage::chooseNode);
    connect(m_tabs, &FlatTabBar::currentChanged, this, [this](int tab) {
        m_navigator->setCurrentNode(tab == poolsTab ? m_lastPoolsNode : m_lastServersNode);
    });
    connect(m_servers->view(), &RowsView::rowWanted, this, [this](RowKey key) { goToPool(key.id); });
    connect(m_details, &SelectionDetails::rowWanted, this, [this](RowKey key) { goToPool(key.id); });
    connect(&session.loader(), &AccountLoader::stateChanged, this, [this](AccountLoader::State state) {
        if (state == AccountLoader::State::Counting && isVisible())
            m_details->refresh(); // a new load is about everything that is seen
    });
    connect(m_pools->view(), &PoolsView::serverWanted, this, &AccountPage::goToServer);
    m_navigator->setNavigatorModel(&session.navigator());
    chooseNode(m_navigator->currentIndex());
}

AccountPage::~AccountPage() = default;

TablePage &AccountPage::currentPage() const
{
    return isShowingPools() ? static_cast<TablePage &>(*m_pools) : static_cast<TablePage &>(*m_servers);
}

bool AccountPage::isShowingPools() const
{
    return m_stack->currentWidget() == m_pools;
}

// ---- going somewhere
// --------------------------------------------------------------------------------------------

void AccountPage::chooseNode(const QModelIndex &node)
{
    const QString nodeId = node.data(NavigatorModel::NodeIdRole).toString();
    if (nodeId.isEmpty())
        return;
    m_wishedRow = std::exchange(m_nextRow, std::nullopt);
    if (const QVariant pool = node.data(NavigatorModel::PoolIdRole); pool.isValid() && !m_wishedRow)
        m_wishedRow = RowKey{RowKind::Pool, pool.toLongLong()};
    // Where the person did not go by themselves there is no way back from.
    const bool isRestored = nodeId == std::exchange(m_restoredNode, QString());
    if (!m_isTravelling && !m_node.isEmpty() && !isRestored) {
        m_history.go(place(), {nodeId, m_wishedRow});
        Q_EMIT historyChanged();
    }
    m_node = nodeId;
    const bool isAboutPools = node.data(NavigatorModel::PoolScopeRole).isValid();
    (isAboutPools ? m_lastPoolsNode : m_lastServersNode) = nodeId;
    if (isAboutPools)
        m_pools->setScope(node);
    else
        m_servers->setScope(node);
    showPage(isAboutPools ? static_cast<TablePage *>(m_pools) : static_cast<TablePage *>(m_servers));
    showWishedRow();
}

void AccountPage::showPage(TablePage *page)
{
    if (m_stack->currentWidget() == page && m_headings->currentWidget() == page->heading())
        return;
    const bool hadFocus = currentPage().tableView()->hasFocus();
    m_stack->setCurrentWidget(page);
    m_headings->setCurrentWidget(page->heading());
    const QSignalBlocker quiet(m_tabs);
    m_tabs->setCurrentIndex(page == m_pools ? poolsTab : serversTab);
    if (hadFocus)
        page->tableView()->setFocus();
    showDetails();
    Q_EMIT pageChanged();
}

void AccountPage::showWishedRow()
{
    if (!m_wishedRow)
        return;
    const RowKey key = *m_wishedRow;
    const auto isShownAmongPools = [this, key] {
        return key.kind == RowKind::Pool ? m_pools->view()->showPool(key.id)
                                         : m_pools->view()->showMember(key);
    };
    if (isShowingPools() ? isShownAmongPools() : m_servers->showRow(key))
        m_wishedRow.reset();
}

void AccountPage::showDetails()
{
    if (!m_details->isVisibleTo(this))
        return; // setDetailsShown() comes back to it
    if (isShowingPools()) {
        const PoolsModel &model = m_session.poolsModel();
        const QList<int> pools = m_pools->view()->selectedPools();
        if (!pools.isEmpty()) {
            m_details->showPool(model.pools().key(pools.constFirst()).id);
            return;
        }
        QList<RowKey> servers;
        for (const int row : m_pools->view()->selectedMembers()) {
            if (const std::optional<RowKey> server = PoolsView::serverOfMember(model.members().key(row)))
                servers.append(*server);
        }
        m_details->showServers(servers);
        return;
    }
    QList<RowKey> servers;
    for (const int row : m_servers->view()->selectedTableRows())
        servers.append(m_session.store().table().key(row));
    m_details->showServers(servers);
}

void AccountPage::goToServer(RowKey server)
{
    if (!m_servers->filter().isEmpty()) {
        m_servers->setFilter({});
        Q_EMIT pageChanged();
    }
    goToNode(u"servers"_s, server);
}

void AccountPage::goToPool(qint64 poolId)
{
    if (!m_pools->filter().isEmpty()) {
        m_pools->setFilter({});
        Q_EMIT pageChanged();
    }
    goToNode(u"pool:"_s + QString::number(poolId), RowKey{RowKind::Pool, poolId});
}

void AccountPage::goToNode(const QString &nodeId, const std::optional<RowKey> &row)
{
    m_nextRow = row;
    if (m_node == nodeId) {
        m_wishedRow = std::exchange(m_nextRow, std::nullopt);
        showWishedRow();
    } else {
        m_navigator->setCurrentNode(nodeId);
        m_nextRow.reset(); // the node may come late, or never: then it is not about another one
    }
}

NavigationPlace AccountPage::place() const
{
    const QModelIndex current = currentPage().tableView()->currentIndex();
    const QVariant key = current.data(KeyRole);
    return {m_node, key.isValid() ? std::optional(key.value<RowKey>()) : std::nullopt};
}

void AccountPage::travelTo(const NavigationPlace &place)
{
    const QScopedValueRollback travelling(m_isTravelling, true);
    goToNode(place.nodeId, place.row);
    currentPage().tableView()->setFocus();
    Q_EMIT historyChanged();
}

void AccountPage::goBack()
{
    if (m_history.canGoBack())
        travelTo(m_history.back(place()));
}

void AccountPage::goForward()
{
    if (m_history.canGoForward())
        travelTo(m_history.forward(place()));
}

// ---- layout
// -----------------------------------------------------------------------------------------------------

void AccountPage::setNavigatorShown(bool shown)
{
    m_isNavigatorShown = shown;
    m_navigator->setVisible(shown);
}

void AccountPage::setDetailsShown(bool shown)
{
    m_areDetailsShown = shown;
    m_details->setVisible(shown);
    if (shown)
        showDetails();
}

AccountLayout AccountPage::layoutToKeep() const
{
    AccountLayout layout;
    layout.servers = m_servers->view()->saveLayout();
    layout.pools = m_pools->view()->saveLayout();
    layout.splitter = m_splitter->saveState();
    layout.isNavigatorShown = m_isNavigatorShown;
    layout.areDetailsShown = m_areDetailsShown;
    layout.detailsTab = m_details->servers().currentTab();
    layout.node = m_navigator->currentNode();
    if (const std::optional<ColumnIndex> group = m_servers->group())
        layout.groupKey = QString::fromLatin1(serverCatalogue().column(*group).key);
    return layout;
}

void AccountPage::restoreLayout(const AccountLayout &layout)
{
    if (!m_splitter->restoreState(layout.splitter))
        m_splitter->setSizes({m_navigator->sizeHint().width(), 3 * m_details->sizeHint().width(),
                              m_details->sizeHint().width()});
    m_details->servers().setCurrentTab(layout.detailsTab);
    m_splitter->setHandleWidth(1); // restoreState brings its own
    m_splitter->setChildrenCollapsible(false);
    m_servers->view()->restoreLayout(layout.servers);
    m_pools->view()->restoreLayout(layout.pools);
    m_servers->setGroup(GroupMenu::columnOfKey(serverCatalogue(), layout.groupKey));
    if (!layout.node.isEmpty()) {
        m_restoredNode = layout.node;
        m_navigator->setCurrentNode(layout.node);
    }
    setNavigatorShown(layout.isNavigatorShown);
    setDetailsShown(layout.areDetailsShown);
}

} // namespace layerscope
