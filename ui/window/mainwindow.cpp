// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/mainwindow.h"

#include "dialogs/exportflow.h"
#include "dialogs/exportstatus.h"
#include "views/navigatorview.h"
#include "views/poolsview.h"
#include "views/serversview.h"
#include "window/accountpage.h"
#include "window/accountsession.h"
#include "window/accounttoolbar.h"
#include "window/asofstatus.h"
#include "window/choicemenu.h"
#include "window/filteredit.h"
#include "window/groupmenu.h"
#include "window/icons.h"
#include "window/layoutsettings.h"
#include "window/loadstatus.h"
#include "window/poolspage.h"
#include "window/selectionstatus.h"
#include "window/serverspage.h"
#include "window/startpage.h"
#include "window/windowactions.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMenuBar>
#include <QMessageBox>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

MainWindow::MainWindow(const Services &services, QWidget *parent)
    : QMainWindow(parent)
    , m_settings(services.settings)
    , m_clientOptions(services.client)
    , m_actions(new WindowActions(this))
    , m_loadStatus(new LoadStatus(this))
    , m_selectionStatus(new SelectionStatus(this))
    , m_asOfStatus(new AsOfStatus(this))
    , m_stack(new QStackedWidget(this))
    , m_startPage(new StartPage(services.choices, this))
    , m_exports(new ExportFlow(services.files, services.settings, this))
{
    setObjectName(u"mainWindow"_s);
    setWindowIcon(applicationIcon());
    setContextMenuPolicy(Qt::NoContextMenu);
    setCentralWidget(m_stack);
    m_stack->addWidget(m_startPage);
    buildMenus();
    buildStatusBar();
    connectActions();
    showTitle();
    showActions();
    if (!m_settings.restoreWindow(*this))
        sizeForFirstStart();
}

MainWindow::~MainWindow()
{
    closeAccount();
}

void MainWindow::openAccount(const Connection &connection)
{
    closeAccount();
    m_session = std::make_unique<AccountSession>(connection, m_clientOptions);
    m_page = new AccountPage(*m_session, m_stack);
    connectPage();
    m_page->restoreLayout(m_settings);
    setGroup(m_groupMenu->columnOfKey(m_settings.groupKey()));
    m_actions->showNavigator->setChecked(m_settings.isNavigatorShown());
    m_page->setNavigatorShown(m_settings.isNavigatorShown());
    m_actions->showDetails->setChecked(m_settings.areDetailsShown());
    m_page->setDetailsShown(m_settings.areDetailsShown());

    m_stack->addWidget(m_page);
    m_stack->setCurrentWidget(m_page);
    m_loadStatus->follow(&m_session->loader());
    m_asOfStatus->follow(m_session.get());
    m_session->loader().start();
    showTitle();
    showPage();
    m_page->currentPage().tableView()->setFocus();
}

void MainWindow::closeAccount()
{
    if (!m_session)
        return;
    m_page->saveLayout(m_settings);
    const std::optional<ColumnIndex> group = m_groupMenu->group();
    m_settings.setGroupKey(group ? QString::fromLatin1(serverCatalogue().column(*group).key) : QString());
    m_settings.setNavigatorShown(m_actions->showNavigator->isChecked());
    m_settings.setDetailsShown(m_actions->showDetails->isChecked());

    m_exports->cancel();
    m_loadStatus->follow(nullptr);
    m_selectionStatus->follow(nullptr);
    m_asOfStatus->follow(nullptr);
    for (QAction *action : std::exchange(m_copyActions, {}))
        m_editMenu->removeAction(action);
    delete std::exchange(m_page, nullptr); // views before what they show
    m_toolBar->filter().showFilter({});
    m_session.reset();
    m_selectedRows = 0;
    m_stack->setCurrentWidget(m_startPage);
    showTitle();
    showActions();
}

void MainWindow::setStartNote(const QString &sentence)
{
    m_startPage->setNote(sentence);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.saveWindow(*this);
    closeAccount();
    event->accept();
}

void MainWindow::buildMenus()
{
    m_groupMenu = new GroupMenu(serverCatalogue(), this);
    m_columnsMenu = new ChoiceMenu(tr("&Columns"), this);
    m_columnsMenu->setIcon(iconOf(IconName::Columns));
    m_columnsMenu->setObjectName(u"columnsMenu"_s);
    auto *exporting = new QMenu(tr("&Export"), this);
    exporting->setObjectName(u"exportMenu"_s);
    exporting->setIcon(iconOf(IconName::Export));
    exporting->addActions({m_actions->exportAll, m_actions->exportFiltered, m_actions->exportSelected,
                           m_actions->exportMembers});
    connect(exporting, &QMenu::aboutToShow, this, &MainWindow::showExportCounts);

    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addMenu(exporting);
    file->addSeparator();
    file->addActions({m_actions->closeAccount, m_actions->quit});
    connect(file, &QMenu::aboutToShow, this, &MainWindow::showExportCounts);

    m_editMenu = menuBar()->addMenu(tr("&Edit"));
    m_editMenu->addActions({m_actions->selectAll});
    m_editMenu->addSeparator();
    m_editMenu->addActions({m_actions->find, m_actions->clearFilter});

    QMenu *view = menuBar()->addMenu(tr("&View"));
    view->addActions(
        {m_actions->showServers, m_actions->showBareMetal, m_actions->showVirtual, m_actions->showPools});
    view->addSeparator();
    view->addActions({m_actions->goBack, m_actions->goForward});
    view->addSeparator();
    view->addMenu(m_groupMenu);
    view->addMenu(m_columnsMenu);
    view->addActions({m_actions->expandGroups, m_actions->collapseGroups});
    view->addSeparator();
    view->addActions({m_actions->showNavigator, m_actions->showDetails, m_actions->goToTable});

    QMenu *account = menuBar()->addMenu(tr("&Account"));
    account->setObjectName(u"accountMenu"_s);
    account->addActions({m_actions->refresh, m_actions->stop});
    account->addSeparator();
    account->addAction(m_actions->closeAccount);

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addAction(m_actions->about);

    m_toolBar = new AccountToolBar(*m_actions, {account, m_groupMenu, m_columnsMenu, exporting}, this);
    addToolBar(m_toolBar);
}

void MainWindow::buildStatusBar()
{
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_loadStatus, 1);
    statusBar()->addWidget(new ExportStatus(*m_exports, this));
    statusBar()->addPermanentWidget(m_selectionStatus);
    statusBar()->addPermanentWidget(m_asOfStatus);
}

void MainWindow::connectActions()
{
    const WindowActions &on = *m_actions;
    connect(on.quit, &QAction::triggered, this, &QWidget::close);
    connect(on.closeAccount, &QAction::triggered, this, &MainWindow::closeAccount);
    connect(on.about, &QAction::triggered, this, &MainWindow::showAbout);
    connect(on.refresh, &QAction::triggered, this, [this] { m_session->loader().start(); });
    connect(on.stop, &QAction::triggered, this, [this] { m_session->loader().stop(); });

    FilterEdit &filter = m_toolBar->filter();
    connect(on.clearFilter, &QAction::triggered, &filter, &FilterEdit::clearFilter);
    connect(on.find, &QAction::triggered, this, [&filter] {
        filter.setFocus(Qt::ShortcutFocusReason);
        filter.selectAll();
    });
    connect(&filter, &FilterEdit::filterChanged, this, [this](const QString &text) {
        if (m_page)
            m_page->currentPage().setFilter(text);
        showActions();
    });

    connect(on.expandGroups, &QAction::triggered, this, [this] { m_page->currentPage().openAll(); });
    connect(on.collapseGroups, &QAction::triggered, this, [this] { m_page->currentPage().closeAll(); });
    connect(on.selectAll, &QAction::triggered, this,
            [this] { m_page->currentPage().tableView()->selectAll(); });
    connect(on.goBack, &QAction::triggered, this, [this] { m_page->goBack(); });
    connect(on.goForward, &QAction::triggered, this, [this] { m_page->goForward(); });
    const auto goToTable = [this] { m_page->currentPage().tableView()->setFocus(Qt::ShortcutFocusReason); };
    connect(on.goToTable, &QAction::triggered, this, goToTable);
    connect(&filter, &FilterEdit::leaveDown, this, goToTable);

    const auto showNode = [this](QAction *action, const QString &nodeId) {
        connect(action, &QAction::triggered, this,
                [this, nodeId] { m_page->navigator().setCurrentNode(nodeId); });
    };
    showNode(on.showServers, u"servers"_s);
    showNode(on.showBareMetal, u"bare_metal"_s);
    showNode(on.showVirtual, u"virtual"_s);
    showNode(on.showPools, u"pools"_s);
    connect(on.showNavigator, &QAction::toggled, this, [this](bool shown) {
        if (m_page)
            m_page->setNavigatorShown(shown);
    });

    connect(on.showDetails, &QAction::toggled, this, [this](bool shown) {
        if (m_page)
            m_page->setDetailsShown(shown);
    });

    connect(m_groupMenu, &GroupMenu::groupChosen, this, &MainWindow::setGroup);
    connect(m_columnsMenu, &QMenu::aboutToShow, this, [this] {
        m_columnsMenu->clear();
        delete m_columnsMenu->findChild<QMenu *>({}, Qt::FindDirectChildrenOnly);
        if (m_page)
            m_columnsMenu->addActions(
                m_page->currentPage().tableView()->makeColumnsMenu(m_columnsMenu)->actions());
    });

    const auto exportScope = [this](QAction *action, ExportScope scope) {
        connect(action, &QAction::triggered, this,
                [this, scope] { m_exports->begin(m_page->currentPage().exportSubject(), scope); });
    };
    exportScope(on.exportAll, ExportScope::All);
    exportScope(on.exportFiltered, ExportScope::Filtered);
    exportScope(on.exportSelected, ExportScope::Selected);
    connect(on.exportMembers, &QAction::triggered, this, [this] {
        const bool isSelected = m_page->pools().view()->selectionModel()->hasSelection();
        m_exports->begin(m_page->pools().membersSubject(),
                         isSelected ? ExportScope::Selected : ExportScope::Filtered);
    });
    connect(m_exports, &ExportFlow::progressed, this, &MainWindow::showExportCounts);
    connect(m_exports, &ExportFlow::failed, this, [this](const ApiError &error) {
        m_page->currentPage().showBanner(
            {error.message, error.detail, PageAction::ExportAgain, tr("Export again …")});
    });
    connect(m_startPage, &StartPage::accountChosen, this, &MainWindow::openAccount);
}

void MainWindow::connectPage()
{
    connect(&m_session->loader(), &AccountLoader::stateChanged, this, &MainWindow::showActions);
    connect(m_session.get(), &AccountSession::titleChanged, this, &MainWindow::showTitle);
    connect(m_page, &AccountPage::pageChanged, this, &MainWindow::showPage);
    connect(m_page, &AccountPage::historyChanged, this, &MainWindow::showActions);
    for (TablePage *page :
         {static_cast<TablePage *>(&m_page->servers()), static_cast<TablePage *>(&m_page->pools())}) {
        connect(page, &TablePage::actionWanted, this, &MainWindow::takeAction);
        connect(page, &TablePage::arranged, this, &MainWindow::showExportCounts);
        connect(page->tableView(), &TreeTableView::selectedRowsChanged, this, [this] {
            m_selectedRows = m_page->currentPage().selectedRows();
            showExportCounts();
        });
    }
}

/// Another table is seen: what is about the table follows it.
void MainWindow::showPage()
{
    TablePage &page = m_page->currentPage();
    m_toolBar->filter().showFilter(page.filter());
    m_toolBar->filter().setPlaceholderText(page.filterHint());
    m_selectionStatus->follow(&page);
    m_selectedRows = page.selectedRows();
    for (QAction *action : std::exchange(m_copyActions, {}))
        m_editMenu->removeAction(action);
    // The view's own actions live as long as the view; so do they in the menu.
    const TreeTableView *view = page.tableView();
    m_copyActions = {view->copyAction(), view->copyCellAction(), view->copyAsOneLineAction()};
    m_editMenu->insertActions(m_actions->selectAll, m_copyActions);
    showActions();
}

void MainWindow::showTitle()
{
    const QString program = QCoreApplication::translate("MainWindow", "Layerscope");
    //: Window title: account, program
    setWindowTitle(m_session ? tr("%1 – %2").arg(m_session->title(), program) : program);
    m_toolBar->setAccountTitle(m_session ? m_session->title() : QString());
}

void MainWindow::showActions()
{
    const bool isLoading = m_session && m_session->loader().isRunning();
    m_actions->setAccountState(m_session != nullptr, isLoading, !m_toolBar->filter().text().isEmpty());
    m_toolBar->setLoading(isLoading);
    m_toolBar->setVisible(m_session != nullptr);
    const bool canGroup = m_page != nullptr && !m_page->isShowingPools();
    m_groupMenu->setEnabled(canGroup);
    m_toolBar->setGroupShown(m_page == nullptr || canGroup);
    m_actions->goBack->setEnabled(m_page != nullptr && m_page->history().canGoBack());
    m_actions->goForward->setEnabled(m_page != nullptr && m_page->history().canGoForward());
    m_columnsMenu->setEnabled(m_session != nullptr);
    showExportCounts();
}

void MainWindow::showExportCounts()
{
    if (!m_page || m_exports->state() != ExportFlow::State::Idle) {
        m_actions->setExportCounts({});
        return;
    }
    const TablePage &page = m_page->currentPage();
    m_actions->setExportCounts({m_page->isShowingPools(), page.totalRows(), page.filteredRows(),
                                m_selectedRows, m_session->members().table().rowCount()});
}

void MainWindow::takeAction(PageAction action)
{
    switch (action) {
    case PageAction::None:
        break;
    case PageAction::ClearFilter:
        m_actions->clearFilter->trigger();
        break;
    case PageAction::ShowAll:
        (m_page->isShowingPools() ? m_actions->showPools : m_actions->showServers)->trigger();
        break;
    case PageAction::Load:
        m_actions->refresh->trigger();
        break;
    case PageAction::Stop:
        m_actions->stop->trigger();
        break;
    case PageAction::ExportAgain:
        m_exports->beginAgain();
        break;
    }
}

void MainWindow::setGroup(std::optional<ColumnIndex> column)
{
    m_groupMenu->setGroup(column);
    m_toolBar->setGroupSummary(m_groupMenu->summary());
    if (m_page)
        m_page->servers().setGroup(column);
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(
        QMessageBox::NoIcon, tr("About Layerscope"),
        tr("<h3>Layerscope %1</h3><p>The desktop window onto a SoftLayer (IBM Cloud Classic) "
           "account. It only reads.</p><p>Free software under the GNU General Public License, "
           "version 3 or later.</p>")
            .arg(QCoreApplication::applicationVersion()),
        QMessageBox::Close, this);
    box->setIconPixmap(applicationIcon().pixmap(fontMetrics().height() * 4));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void MainWindow::sizeForFirstStart()
{
    // Room for the default columns, on whatever screen this is.
    const QSize wanted(fontMetrics().averageCharWidth() * 256, fontMetrics().height() * 60);
    resize(wanted.boundedTo(screen()->availableSize() * 0.9));
}

} // namespace layerscope
