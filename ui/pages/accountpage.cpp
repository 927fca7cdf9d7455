// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/accountpage.h"

#include "docks/panelcontext.h"
#include "docks/paneldocks.h"
#include "docks/panelspec.h"
#include "docks/selectiondetails.h"
#include "inventory/kinds.h"
#include "pages/missingrownote.h"
#include "pages/rowspage.h"
#include "session/accountsession.h"
#include "views/navigatorview.h"
#include "views/rowsview.h"
#include "widgets/flattabbar.h"

#include <QHBoxLayout>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// What the panels around the tables leave them: the names of rows and a few columns.
constexpr int minTableCharacters = 48;
/// And for how many panels are narrower than usual: for some columns more.
constexpr int wishedTableCharacters = 72;

/// Those that have a page, in the order of their tabs.
QList<const TableSpec *> tablesWithPages()
{
    QList<const TableSpec *> tables;
    for (const TableSpec *table : allTables()) {
        if (table->parent == nullptr)
            tables.append(table);
    }
    return tables;
}

} // namespace

AccountPage::AccountPage(AccountSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_tabs(new FlatTabBar)
    , m_heading(new QHBoxLayout)
    , m_missing(new MissingRowNote(session))
    , m_stack(new QStackedWidget)
    , m_tables(tablesWithPages())
    , m_panelContext(new PanelContext(session, [this] { return selection(); }))
    , m_centre(new QWidget)
    , m_panels(new PanelDocks(allPanels(), m_panelContext, m_centre, this))
    , m_navigator(m_panels->find<NavigatorView>())
{
    m_tabs->setObjectName(u"tableTabs"_s);
    m_tabs->setAccessibleName(tr("Tables"));
    m_tabs->setDrawBase(false); // the tables' header is below it
    for (const TableSpec *table : m_tables) {
        const int tab = m_tabs->addTab(table->translatedTitle(), table->translatedShortTitle());
        m_tabs->setTabShown(tab, !table->isListedOnDemand); // of all of them no text would be left
    }

    const int line = fontMetrics().height();
    // Of what is in it only the tables can be too narrow to be of use.
    m_centre->setMinimumWidth(fontMetrics().averageCharWidth() * minTableCharacters);
    m_panels->setCentreWish(fontMetrics().averageCharWidth() * wishedTableCharacters);
    m_heading->setContentsMargins(line / 2, line / 4, line / 2, line / 4);
    m_heading->addWidget(m_tabs);
    auto *centreColumn = new QVBoxLayout(m_centre);
    centreColumn->setContentsMargins(0, 0, 0, 0);
    centreColumn->setSpacing(0);
    centreColumn->addLayout(m_heading);
    centreColumn->addWidget(m_missing);
    centreColumn->addWidget(m_stack, 1);
    const QList<const TableSpec *> whenSeen = AccountLoader::tablesBeside();
    for (const TableSpec *table : m_tables) {
        if (!whenSeen.contains(table)) // its page says which columns the load is to bring
            makeRows(*table);
    }

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_panels);

    connect(m_navigator, &NavigatorView::nodeChosen, this, &AccountPage::chooseNode);
    connect(m_tabs, &FlatTabBar::currentChanged, this, [this](int tab) {
        const TableSpec *table = m_tables.at(tab);
        m_navigator->setCurrentNode(nodeOrWholeTable(m_lastNodes.value(table), *table));
    });
    connect(m_panelContext, &PanelContext::rowWanted, this, &AccountPage::goToRow);
    connect(m_panelContext, &PanelContext::jumpWanted, this, &AccountPage::goTo);
    connect(m_missing, &MissingRowNote::closed, this, [this] { m_wishedRow.reset(); });
    connect(m_panels, &PanelDocks::focusLeft, this, [this] { currentPage().view()->setFocus(); });
    connect(&session.loader(), &AccountLoader::stateChanged, this, [this](AccountLoader::State state) {
        if (state == AccountLoader::State::Counting && isVisible())
            Q_EMIT m_panelContext->loadedAnew(); // a new load is about everything that is seen
        showWishedRow();                         // the rows may have come before the load was over
    });
    chooseNode(m_navigator->currentIndex());
}

AccountPage::~AccountPage() = default;

// ---- the tables
// ---------------------------------------------------------------------------------------------------

RowsPage &AccountPage::rows(const TableSpec &table)
{
    if (!m_rows.contains(&table))
        makeRows(table);
    return *m_rows.value(&table);
}

void AccountPage::makeRows(const TableSpec &table)
{
    auto *page = new RowsPage(m_session, table, m_stack);
    m_rows.insert(&table, page);
    page->heading()->hide(); // until the page is seen
    m_heading->addWidget(page->heading(), 1);
    m_stack->addWidget(page);
    connect(page, &RowsPage::arranged, this, &AccountPage::showWishedRow);
    connect(page->view(), &RowsView::selectedRowsChanged, this, &AccountPage::dropOvertakenWish);
    connect(page->view(), &RowsView::selectedRowsChanged, this,
            [this, page] { m_kept.noteSelection(*page); });
    for (const QScrollBar *bar : {page->view()->verticalScrollBar(), page->view()->horizontalScrollBar()})
        connect(bar, &QScrollBar::actionTriggered, this, [this, page] { m_kept.noteScrolling(*page); });
    connect(page->view(), &RowsView::selectedRowsChanged, m_panelContext, &PanelContext::selectionChanged);
    connect(page->view(), &RowsView::rowWanted, this, &AccountPage::goToRow);
    connect(page->view(), &RowsView::jumpWanted, this, &AccountPage::goTo);
    m_kept.restore(*page);
    Q_EMIT pageMade(page);
}

RowsPage *AccountPage::pageOf(const TableSpec &table) const
{
    return m_rows.value(&table);
}

QList<RowsPage *> AccountPage::pages() const
{
    QList<RowsPage *> pages;
    for (const TableSpec *table : m_tables) {
        if (RowsPage *page = pageOf(*table))
            pages.append(page);
    }
    return pages;
}

RowsPage &AccountPage::currentPage() const
{
    return *qobject_cast<RowsPage *>(m_stack->currentWidget());
}

const TableSpec &AccountPage::currentTable() const
{
    return currentPage().table();
}

// ---- going somewhere
// --------------------------------------------------------------------------------------------

void AccountPage::chooseNode(const QModelIndex &node)
{
    const QString nodeId = node.data(NavigatorModel::NodeIdRole).toString();
    if (nodeId.isEmpty())
        return;
    Wish wish = std::exchange(m_nextWish, {});
    if (const QVariant row = node.data(NavigatorModel::RowRole); row.isValid() && !wish.row)
        wish.row = row.value<RowKey>();
    const TableSpec *known = tableOfKey(node.data(NavigatorModel::TableRole).toString());
    const TableSpec &table = known != nullptr ? *known : *m_tables.constFirst();
    m_lastNodes.insert(&table, nodeId);
    RowsPage &page = rows(table);
    // Where the person did not go by themselves there is no way back from.
    const bool isRestored = nodeId == std::exchange(m_restoredNode, QString());
    arrive(nodeId, page, wish, !m_isTravelling && !m_node.isEmpty() && !isRestored);
    page.setScope(node);
    showPage(&page);
    showWishedRow();
}

QString AccountPage::nodeOrWholeTable(const QString &nodeId, const TableSpec &table) const
{
    return m_navigator->hasNode(nodeId) ? nodeId : QString::fromLatin1(table.key);
}

void AccountPage::arrive(const QString &nodeId, RowsPage &page, const Wish &wish, bool isStep)
{
    const NavigationPlace from = place(); // before anything of it changes
    m_node = nodeId;
    m_wishedRow = wish.row;
    m_wishedIn = &page;
    m_isWishAboveFilter = !wish.filter;
    if (wish.row || wish.filter)
        m_kept.forgetRows(page.table()); // the person wants something else to be seen
    m_missing->forget();
    if (wish.filter && page.filter() != *wish.filter) {
        page.setFilter(*wish.filter);
        if (m_stack->currentWidget() == &page)
            Q_EMIT pageChanged();
    }
    if (isStep) {
        m_history.go(from, {nodeId, wish.row, page.filter()});
        Q_EMIT historyChanged();
    }
}

void AccountPage::showPage(RowsPage *page)
{
    if (m_stack->currentWidget() == page && !page->heading()->isHidden())
        return;
    const bool hadFocus = currentPage().view()->hasFocus();
    currentPage().heading()->hide(); // one that is not seen takes no room
    m_stack->setCurrentWidget(page);
    page->heading()->show();
    const QSignalBlocker quiet(m_tabs);
    const auto tab = static_cast<int>(m_tables.indexOf(&currentTable()));
    m_tabs->setTabShown(tab, true); // from now on, for there is something to come back to
    m_tabs->setCurrentIndex(tab);
    if (hadFocus)
        page->view()->setFocus();
    Q_EMIT m_panelContext->selectionChanged();
    Q_EMIT pageChanged();
}

void AccountPage::showWishedRow()
{
    RowsPage &page = currentPage();
    if (!m_wishedRow) {
        using Progress = KeptTables::Progress;
        const bool isOver = !m_session.loader().isRunning() && page.isUpToDate();
        const Progress listed = isOver ? Progress::LoadIsOver : Progress::Listed;
        m_kept.showRows(page, m_session.areListsOver(page.table()) ? listed : Progress::Listing);
        return;
    }
    if (&page != m_wishedIn)
        return; // it may have a row of the same name; the other page is about to be shown
    if (page.showRow(*m_wishedRow)) {
        m_wishedRow.reset();
        m_missing->forget();
    } else if (m_isWishAboveFilter && !page.filter().isEmpty() && !page.view()->rowsModel()->isArranging() &&
               m_session.store(page.table()).table().find(*m_wishedRow)) {
        page.setFilter({}); // it hides what the person chose last
        Q_EMIT pageChanged();
    }
}

void AccountPage::dropOvertakenWish()
{
    if (!m_wishedRow)
        return; // with many rows selected it takes a while to name them
    const QList<RowKey> selected = currentPage().selectedKeys() + currentPage().selectedChildKeys();
    if (selected.isEmpty() || selected.contains(*m_wishedRow))
        return;
    m_wishedRow.reset();
    m_missing->forget();
}

/// For the panels. Members of pools stand for the servers they are.
PanelSelection AccountPage::selection() const
{
    const RowsPage &page = currentPage();
    PanelSelection selection{&page.table(), page.firstSelectedKeys(PanelSelection::mostRows),
                             page.selectedRows()};
    if (!selection.rows.isEmpty())
        return selection;
    for (const RowKey child : page.selectedChildKeys()) {
        const std::optional<RowKey> row = rowOfOwnTable(child);
        if (row && ++selection.count <= PanelSelection::mostRows)
            selection.rows.append(*row);
    }
    return selection;
}

void AccountPage::goToRow(RowKey key)
{
    const TableSpec &table = tableOf(key.kind);
    if (table.parent != nullptr)
        return; // it has no page of its own
    goToNode(NavigatorModel::nodeIdOf(key), {key, QString()});
    m_missing->miss(key);
    if (m_wishedRow != key)
        return;
    // It is not there, or not yet: another one must not look like it.
    currentPage().view()->clearSelection();
    currentPage().view()->setCurrentIndex({});
}

void AccountPage::goTo(const Jump &jump)
{
    if (jump.row) {
        goToRow(*jump.row);
        return;
    }
    goToNode(QString::fromLatin1(jump.table->key), {std::nullopt, jump.filter});
    activateWindow();
    currentPage().view()->setFocus(); // what was pressed is not there any more
}

void AccountPage::goToNode(const QString &nodeId, const Wish &wish)
{
    if (m_node == nodeId) {
        m_navigator->setCurrentNode(nodeId); // no other one is waited for any more
        m_restoredNode.clear();
        const NavigationPlace from = place();
        const bool isFiltered = wish.filter.value_or(from.filter) != from.filter;
        const bool isStep = isFiltered || (wish.row && from.row); // else Back would show no difference
        arrive(nodeId, currentPage(), wish, isStep && !m_isTravelling);
        showWishedRow();
    } else {
        m_nextWish = wish;
        m_navigator->setCurrentNode(nodeId);
        m_nextWish = {}; // the node may come late, or never: then it is not about another one
        if (m_node != nodeId)
            m_wishedRow.reset(); // what was wished before is not what the person wants now
    }
}

NavigationPlace AccountPage::place() const
{
    const RowsPage &page = currentPage();
    const QVariant key = page.view()->currentIndex().data(KeyRole);
    return {m_node, key.isValid() ? std::optional(key.value<RowKey>()) : std::nullopt, page.filter()};
}

void AccountPage::travelTo(const NavigationPlace &place)
{
    const QScopedValueRollback travelling(m_isTravelling, true);
    const TableSpec &table = place.row ? tableOf(place.row->kind) : currentTable();
    const TableSpec &shown = table.parent != nullptr ? *table.parent : table;
    goToNode(nodeOrWholeTable(place.nodeId, shown), {place.row, place.filter});
    activateWindow();
    currentPage().view()->setFocus();
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

SelectionDetails &AccountPage::details() const
{
    return *m_panels->find<SelectionDetails>();
}

void AccountPage::goToNextPane(bool forward)
{
    if (m_panels->focusNextPanel(forward))
        return;
    activateWindow(); // the panel that had the focus may be a window
    currentPage().view()->setFocus(Qt::ShortcutFocusReason);
}

AccountLayout AccountPage::layoutToKeep() const
{
    KeptTables kept = m_kept; // of tables that were not shown
    for (const RowsPage *page : m_rows)
        kept.keep(*page, page == &currentPage() ? m_wishedRow : std::nullopt,
                  m_session.connection().credentials.secret);
    AccountLayout layout;
    layout.tables = kept.layouts();
    layout.panels = m_panels->layoutToKeep();
    layout.node = m_restoredNode.isEmpty() ? m_navigator->currentNode() : m_restoredNode;
    return layout;
}

void AccountPage::restoreLayout(const AccountLayout &layout)
{
    m_panels->restoreLayout(layout.panels);
    m_kept.setLayouts(layout.tables);
    for (RowsPage *page : std::as_const(m_rows))
        m_kept.restore(*page);
    if (!layout.node.isEmpty()) {
        m_restoredNode = layout.node;
        m_navigator->setCurrentNode(layout.node);
    }
    showWishedRow();
}

} // namespace layerscope
