// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/accountcontrols.h"

#include "dialogs/exportflow.h"
#include "docks/paneldocks.h"
#include "pages/accountpage.h"
#include "pages/rowspage.h"
#include "session/accountsession.h"
#include "views/groupmenu.h"
#include "views/navigatorview.h"
#include "views/rowsview.h"
#include "widgets/filteredit.h"
#include "window/accounttoolbar.h"
#include "window/openaccounts.h"
#include "window/windowactions.h"
#include "window/windowmenus.h"

#include <QMenu>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// For the field, which knows nothing of tables. Nothing once the page is gone.
FilterEdit::Marks marksOf(const RowsPage &page)
{
    return [page = QPointer(&page)](const QString &text) {
        QList<FilterMark> marks;
        const QList<FilterRemark> remarks = page ? page->filterRemarks(text) : QList<FilterRemark>();
        for (const FilterRemark &remark : remarks)
            marks.append({remark.from, remark.length, remark.isUnfinished, remark.sentence});
        return marks;
    };
}

FilterEdit::Suggest suggestionsOf(RowsPage &page)
{
    return [page = QPointer(&page)](const QString &text, qsizetype cursor, const FilterEdit::Give &give) {
        if (page == nullptr)
            return;
        page->completeFilter(text, cursor, [give](const FilterCompletion &completion) {
            give({completion.from, completion.length, completion.words});
        });
    };
}

} // namespace

AccountControls::AccountControls(WindowActions &actions, WindowMenus &menus, AccountToolBar &toolBar,
                                 OpenAccounts &accounts, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_menus(menus)
    , m_toolBar(toolBar)
    , m_accounts(accounts)
{
    connectFilter();
    connectMenus();
    connectActions();
    connect(&m_accounts, &OpenAccounts::opened, this, &AccountControls::connectAccount);
    connect(&m_accounts, &OpenAccounts::shownChanged, this, &AccountControls::showAccount);
    connect(&m_accounts, &OpenAccounts::changed, this,
            [this] { m_actions.setOpenAccounts(m_accounts.all().size()); });
    showActions();
}

AccountPage *AccountControls::page() const
{
    return m_accounts.shown() ? &m_accounts.shown()->page() : nullptr;
}

// ---- from the person to the account
// -----------------------------------------------------------------------------

void AccountControls::connectFilter()
{
    FilterEdit &filter = m_toolBar.filter();
    connect(m_actions.clearFilter, &QAction::triggered, &filter, &FilterEdit::clearFilter);
    connect(m_actions.find, &QAction::triggered, &filter, [&filter] {
        filter.activateWindow(); // the keys may be in a floating panel
        filter.setFocus(Qt::ShortcutFocusReason);
        filter.selectAll();
    });
    connect(&filter, &FilterEdit::filterChanged, this, [this](const QString &text) {
        if (m_filtered)
            m_filtered->setFilter(text);
        showActions();
    });
    const auto goToTable = [this] {
        page()->activateWindow();
        page()->currentPage().view()->setFocus(Qt::ShortcutFocusReason);
    };
    connect(m_actions.goToTable, &QAction::triggered, this, goToTable);
    connect(&filter, &FilterEdit::leaveDown, this, goToTable);
}

void AccountControls::connectMenus()
{
    for (const QMenu *menu : {m_menus.exporting, m_menus.file})
        connect(menu, &QMenu::aboutToShow, this, &AccountControls::showExportCounts);
    connect(m_menus.group, &GroupMenu::groupChosen, this, &AccountControls::setGroup);
    connect(m_actions.chooseColumns, &QAction::triggered, this,
            [this] { page()->currentPage().view()->chooseColumns(m_toolBar.columnsButton()); });
}

void AccountControls::connectActions()
{
    const WindowActions &on = m_actions;
    connect(on.nextAccount, &QAction::triggered, &m_accounts, &OpenAccounts::showNext);
    connect(on.previousAccount, &QAction::triggered, &m_accounts, &OpenAccounts::showPrevious);
    connect(on.refresh, &QAction::triggered, this, [this] { page()->session().loader().start(); });
    connect(on.goOn, &QAction::triggered, this, [this] { page()->session().goOn(); });
    connect(on.stop, &QAction::triggered, this, [this] { page()->session().loader().stop(); });
    connect(on.expandGroups, &QAction::triggered, this, [this] { page()->currentPage().openAll(); });
    connect(on.collapseGroups, &QAction::triggered, this, [this] { page()->currentPage().closeAll(); });
    connect(on.selectAll, &QAction::triggered, this, [this] { page()->currentPage().view()->selectAll(); });
    connect(on.goBack, &QAction::triggered, this, [this] { page()->goBack(); });
    connect(on.goForward, &QAction::triggered, this, [this] { page()->goForward(); });

    for (const QAction *action : on.tables) {
        connect(action, &QAction::triggered, this,
                [this, node = action->data().toString()] { page()->navigator().setCurrentNode(node); });
    }
    for (const QAction *action : on.panels) {
        connect(action, &QAction::triggered, this, [this, id = action->data().toString()] {
            page()->panels().toggle(id);
            showPanels(); // one that only came to the front is still open
        });
    }
    connect(&on, &WindowActions::panelKeyPressed, this,
            [this](const QString &id) { page()->panels().goTo(id); });
    connect(on.resetPanels, &QAction::triggered, this, [this] { page()->panels().resetLayout(); });
    connect(on.goToNextPane, &QAction::triggered, this, [this] { page()->goToNextPane(true); });
    connect(on.goToPreviousPane, &QAction::triggered, this, [this] { page()->goToNextPane(false); });

    const auto exportScope = [this](QAction *action, ExportScope scope) {
        connect(action, &QAction::triggered, this, [this, scope] {
            m_accounts.shown()->exports().begin(page()->currentPage().exportSubject(), scope);
        });
    };
    exportScope(on.exportAll, ExportScope::All);
    exportScope(on.exportFiltered, ExportScope::Filtered);
    exportScope(on.exportSelected, ExportScope::Selected);
    connect(on.exportMembers, &QAction::triggered, this, &AccountControls::exportMembers);
}

void AccountControls::exportMembers()
{
    const RowsPage &table = page()->currentPage(); // offered by one with another table below it alone
    const bool isSelected = table.view()->selectionModel()->hasSelection();
    m_accounts.shown()->exports().begin(table.childrenSubject(),
                                        isSelected ? ExportScope::Selected : ExportScope::Filtered);
}

void AccountControls::takeAction(PageAction action)
{
    switch (action) {
    case PageAction::None:
        break;
    case PageAction::ClearFilter:
        m_actions.clearFilter->trigger();
        break;
    case PageAction::ShowAll:
        page()->navigator().setCurrentNode(QString::fromLatin1(page()->currentTable().key));
        break;
    case PageAction::Load:
        m_actions.refresh->trigger();
        break;
    case PageAction::GoOn:
        m_actions.goOn->trigger();
        break;
    case PageAction::Stop:
        m_actions.stop->trigger();
        break;
    case PageAction::TryNow:
        m_accounts.shown()->session().client().tryNow();
        break;
    case PageAction::ExportAgain:
        m_accounts.shown()->exportAgain();
        break;
    }
}

void AccountControls::setGroup(std::optional<ColumnIndex> column)
{
    page()->currentPage().setGroup(column);
    m_toolBar.setGroupSummary(m_menus.group->summary());
}

// ---- from the account to the person
// -----------------------------------------------------------------------------

void AccountControls::connectAccount(OpenAccount *account)
{
    const AccountPage &page = account->page();
    const auto isShown = [this, account] { return m_accounts.shown() == account; };
    connect(account, &OpenAccount::activityChanged, this, [this, isShown] {
        if (isShown())
            showActions();
    });
    connect(&page, &AccountPage::historyChanged, this, &AccountControls::showActions);
    connect(&page, &AccountPage::pageChanged, this, [this, isShown] {
        if (isShown())
            showPage();
    });
    connect(&page.panels(), &PanelDocks::openChanged, this, [this, isShown] {
        if (isShown())
            showPanels();
    });
    for (RowsPage *table : page.pages())
        connectTable(account, table);
    connect(&page, &AccountPage::pageMade, this,
            [this, account](RowsPage *table) { connectTable(account, table); });
    // Also while it is not on screen: the message waits there.
    connect(account, &OpenAccount::exportFailed, account, [account](const ApiError &error) {
        account->page().currentPage().showBanner(
            {error.message, error.detail, PageAction::ExportAgain, tr("Export again …")});
    });
}

void AccountControls::connectTable(OpenAccount *account, RowsPage *table)
{
    connect(table, &RowsPage::actionWanted, this, &AccountControls::takeAction);
    connect(table, &RowsPage::arranged, this, &AccountControls::showExportCounts);
    connect(table->view(), &RowsView::selectedRowsChanged, this, [this, account] {
        if (m_accounts.shown() != account)
            return;
        m_selectedRows = page()->currentPage().selectedRows();
        showExportCounts();
    });
}

void AccountControls::showAccount(OpenAccount *account)
{
    if (account == nullptr) {
        m_filtered = nullptr; // what was being typed is of no use any more
        m_toolBar.filter().setWords({}, {});
        m_toolBar.filter().showFilter({});
        m_menus.setCopyActions({});
        m_menus.setColumnActions({});
        m_selectedRows = 0;
        Q_EMIT pageShown(nullptr);
        showActions();
        return;
    }
    showPanels();
    showPage();
}

void AccountControls::showPanels()
{
    for (QAction *action : std::as_const(m_actions.panels))
        action->setChecked(page()->panels().isOpen(action->data().toString()));
}

/// Another table is seen: what is about the table follows it.
void AccountControls::showPage()
{
    RowsPage &table = page()->currentPage();
    FilterEdit &filter = m_toolBar.filter();
    if (m_filtered != &table)
        filter.finishTyping(); // for the table it was typed for
    if (std::exchange(m_filtered, &table) != &table)
        filter.setWords(marksOf(table), suggestionsOf(table));
    filter.showFilter(table.filter());
    filter.setPlaceholderText(table.filterHint());
    m_selectedRows = table.selectedRows();
    if (table.canGroup()) { // else there is nothing to choose from
        m_menus.group->setTable(table.table());
        m_menus.group->setGroup(table.group());
        m_toolBar.setGroupSummary(m_menus.group->summary());
    }
    const RowsView *view = table.view();
    m_menus.setCopyActions({view->copyAction(), view->copyAsOneLineAction(), view->copyCellAction()});
    m_menus.setColumnActions(view->columnActions());
    Q_EMIT pageShown(&table);
    showActions();
}

void AccountControls::showActions()
{
    const OpenAccount *account = m_accounts.shown();
    const bool isLoading = account != nullptr && account->isLoading();
    const bool canGoOn = account != nullptr && account->session().canGoOn();
    m_actions.setAccountState({.isOpen = account != nullptr,
                               .isLoading = isLoading,
                               .isFiltered = !m_toolBar.filter().text().isEmpty(),
                               .canGoOn = canGoOn,
                               .wasStopped = account != nullptr && account->session().loader().state() ==
                                                                       AccountLoader::State::Stopped});
    // After an end before the end, what is wished first is the rest.
    const bool wasCut = canGoOn && account->session().loader().state() != AccountLoader::State::Finished;
    m_toolBar.showLoadAction(isLoading ? m_actions.stop : wasCut ? m_actions.goOn : m_actions.refresh);
    m_toolBar.setVisible(account != nullptr);
    const bool canGroup = account != nullptr && page()->currentPage().canGroup();
    m_menus.group->setEnabled(canGroup);
    m_toolBar.setGroupShown(account == nullptr || canGroup);
    m_actions.goBack->setEnabled(account != nullptr && page()->history().canGoBack());
    m_actions.goForward->setEnabled(account != nullptr && page()->history().canGoForward());
    showExportCounts();
}

void AccountControls::showExportCounts()
{
    const OpenAccount *account = m_accounts.shown();
    if (account == nullptr || !account->canExport()) {
        m_actions.setExportCounts({});
        return;
    }
    const RowsPage &table = page()->currentPage();
    m_actions.setExportCounts({&page()->currentTable(), table.totalRows(), table.filteredRows(),
                               m_selectedRows, account->session().members().table().rowCount(), true});
}

} // namespace layerscope
