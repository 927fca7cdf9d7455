// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/mainwindow.h"

#include "accounts/accountbook.h"
#include "dialogs/questioner.h"
#include "pages/accountpage.h"
#include "pages/selectionstatus.h"
#include "pages/startpage.h"
#include "session/accountsession.h"
#include "session/accounttitle.h"
#include "session/knownaccounts.h"
#include "session/layoutsettings.h"
#include "views/groupmenu.h"
#include "widgets/announcer.h"
#include "widgets/banner.h"
#include "widgets/firstpaint.h"
#include "widgets/icons.h"
#include "window/aboutbox.h"
#include "window/accountcontrols.h"
#include "window/accountmenu.h"
#include "window/accounttoolbar.h"
#include "window/asofstatus.h"
#include "window/exportplace.h"
#include "window/loadstatus.h"
#include "window/openaccounts.h"
#include "window/tabledensity.h"
#include "window/windowactions.h"
#include "window/windowhelp.h"
#include "window/windowmenus.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// With the first frame of a window: one that starts minimised has none.
constexpr std::chrono::milliseconds firstFramePatience{1'000};

} // namespace

MainWindow::MainWindow(const Services &services, QWidget *parent)
    : QMainWindow(parent)
    , m_settings(services.settings)
    , m_questions(services.questions)
    , m_book(services.book)
    , m_actions(new WindowActions(this))
    , m_stack(new QStackedWidget)
    , m_startPage(new StartPage(services.choices, services.book, m_stack))
    , m_opening(new OpeningNotice(*m_stack, *m_startPage, services.keychainPatience, this))
    , m_banner(new Banner)
    , m_known(new KnownAccounts(services.choices, services.book, this))
    , m_accounts(std::make_unique<OpenAccounts>(OpenAccount::Place{
          services.settings, services.files, services.opener, services.client, *m_stack, *this}))
    , m_menus(new WindowMenus(*m_actions, new AccountMenu(*m_actions, *m_known, *m_accounts, this), this))
    , m_toolBar(new AccountToolBar(*m_actions, {m_menus->account, m_menus->group, m_menus->exporting}, this))
    , m_loadStatus(new LoadStatus(this))
    , m_exportPlace(new ExportPlace(this))
    , m_selectionStatus(new SelectionStatus(this))
    , m_asOfStatus(new AsOfStatus(this))
{
    setObjectName(u"mainWindow"_s);
    // To look through a theme takes as long as all else of the first frame, which shows no icon.
    callAfterFirstPaint(*this, firstFramePatience, [this] { setWindowIcon(applicationIcon()); });
    setContextMenuPolicy(Qt::NoContextMenu);
    new Announcer(this);
    addToolBar(m_toolBar);
    buildCentre();
    buildStatusBar();
    connectActions();
    connectStartPage();
    connectAccounts();
    showTitle();
    if (!m_settings.restoreWindow(*this))
        sizeForFirstStart();
}

MainWindow::~MainWindow()
{
    m_accounts->closeAll(); // while all that shows them is there
}

void MainWindow::openAccount(const AccountToOpen &account)
{
    m_wantedId = account.id;
    openUnlessLost(account, true);
}

void MainWindow::openKnownAccount(const QString &id)
{
    m_wantedId = id;
    if (m_refusedId == id)
        m_banner->hide(); // it is tried once more
    if (m_accounts->find(id) != nullptr)
        m_accounts->show(id);
    else
        m_known->open(id);
    sayWhatIsOpening();
}

void MainWindow::openWhenDrawn(const QString &id)
{
    m_wantedId = id;
    m_whenDrawnId = id;
    sayWhatIsOpening();
    callAfterFirstPaint(m_opening->takePage(), firstFramePatience, [this, id] {
        m_whenDrawnId.clear();
        if (m_wantedId == id) // no other was chosen meanwhile
            openKnownAccount(id);
    });
}

void MainWindow::openChangedAccount(const QString &id)
{
    m_wantedId = id;
    m_known->open(id);
    sayWhatIsOpening();
}

void MainWindow::showAccount(const QString &id)
{
    m_wantedId = id;
    m_accounts->show(id);
}

void MainWindow::closeAccount(const QString &id)
{
    m_accounts->close(id);
}

void MainWindow::closeShownAccount()
{
    const OpenAccount *shown = m_accounts->shown();
    if (shown == nullptr)
        return;
    const QString lost = shown->unfinished();
    goOnUnlessLost(lost.isEmpty() ? QStringList() : QStringList{lost}, tr("Close this account?"),
                   tr("Close account"), [this, id = shown->id()] {
                       m_accounts->close(id);
                       if (m_accounts->shown() == nullptr) // the next start begins where the person left
                           m_known->setLastShown({});
                   });
}

void MainWindow::closeWithoutAsking()
{
    m_mayClose = true;
    close();
    m_mayClose = false;
}

AccountSession *MainWindow::session() const
{
    return m_accounts->shown() ? &m_accounts->shown()->session() : nullptr;
}

AccountPage *MainWindow::page() const
{
    return m_accounts->shown() ? &m_accounts->shown()->page() : nullptr;
}

void MainWindow::say(const QString &sentence)
{
    m_refusedId.clear();
    m_banner->say(sentence, {}, {});
}

void MainWindow::setStartNote(const QString &sentence)
{
    m_startPage->setNote(sentence);
}

bool MainWindow::event(QEvent *event)
{
    // As the window is shown for the first time: by now it is known whether it begins with an account.
    if (event->type() == QEvent::Polish && m_accounts->shown() == nullptr && m_whenDrawnId.isEmpty())
        m_opening->showStartPage();
    return QMainWindow::event(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const QStringList lost = m_mayClose ? QStringList() : unfinished();
    if (lost.isEmpty()) {
        m_settings.saveWindow(*this);
        m_accounts->closeAll();
        event->accept();
        return;
    }
    event->ignore();
    // Later: within this event a window cannot be closed once more.
    goOnUnlessLost(lost, tr("Close Layerscope?"), tr("Close anyway"), [this] {
        QMetaObject::invokeMethod(this, &MainWindow::closeWithoutAsking, Qt::QueuedConnection);
    });
}

/// What would be lost if the window went now, a sentence each.
QStringList MainWindow::unfinished() const
{
    return m_accounts->unfinished() + (m_book != nullptr ? m_book->unfinishedChanges() : QStringList());
}

/// At once if nothing is lost by it, else when the person agrees.
void MainWindow::goOnUnlessLost(const QStringList &lost, const QString &question, const QString &action,
                                const std::function<void()> &goOn)
{
    if (lost.isEmpty())
        goOn();
    else
        m_questions.ask(this, {question, lost.join(u'\n'), action}, goOn);
}

/// One that is called in another way than so far is opened anew, and its export goes with it.
void MainWindow::openUnlessLost(const AccountToOpen &account, bool isToBeShown)
{
    const OpenAccount *former = m_accounts->find(account.id);
    QStringList lost;
    if (former != nullptr && former->isExporting() && !former->isConnectedBy(account.connection))
        lost.append(former->unfinished());
    goOnUnlessLost(lost, tr("Open this account with its new settings?"), tr("Open anew"),
                   [this, account, isToBeShown] { m_accounts->open(account, isToBeShown); });
}

/// It was removed, and the person agreed to that; but perhaps not to what goes with it.
void MainWindow::forgetAccount(const QString &id)
{
    const OpenAccount *account = m_accounts->find(id);
    const QString lost = account != nullptr ? account->unfinished() : QString();
    closeAccount(id);
    m_settings.forget(id);
    if (m_refusedId == id)
        m_banner->hide();
    if (!lost.isEmpty())
        //: %1 is a sentence: "Acme: the export to “servers.csv” is not finished."
        say(tr("%1 It was given up, because the account was removed.").arg(lost));
}

void MainWindow::buildCentre()
{
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    m_banner->setObjectName(u"accountBanner"_s);
    setCentralWidget(centre);
}

void MainWindow::buildStatusBar()
{
    statusBar()->setSizeGripEnabled(false);
    auto *left = new QWidget(this); // an export has what the load leaves free
    auto *row = new QHBoxLayout(left);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_loadStatus);
    row->addWidget(m_exportPlace);
    statusBar()->addWidget(left, 1);
    statusBar()->addPermanentWidget(m_selectionStatus);
    statusBar()->addPermanentWidget(m_asOfStatus);
}

void MainWindow::connectActions()
{
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->closeAccount, &QAction::triggered, this, &MainWindow::closeShownAccount);
    connect(m_actions->exportAccount, &QAction::triggered, this, [this] {
        if (m_accounts->shown() != nullptr)
            m_accounts->shown()->beginAccountExport();
    });
    connect(m_actions->exportWorkbook, &QAction::triggered, this, [this] {
        if (m_accounts->shown() != nullptr)
            m_accounts->shown()->beginAccountExport(FileFormat::Xlsx);
    });
    connect(m_actions->about, &QAction::triggered, this, [this] { showAboutBox(this); });
    connect(m_actions->connectAccount, &QAction::triggered, this, &MainWindow::connectWanted);
    connect(m_actions->manageAccounts, &QAction::triggered, this, &MainWindow::manageWanted);
    connect(m_menus->account, &AccountMenu::accountChosen, this, &MainWindow::openKnownAccount);
    connect(m_banner, &Banner::actionChosen, this, [this] {
        m_banner->hide();
        Q_EMIT keyWanted(m_refusedId, m_banner->sentence());
    });
}

/// All that the window has to do with the start page.
void MainWindow::connectStartPage()
{
    connect(m_startPage, &StartPage::accountWanted, this, &MainWindow::openKnownAccount);
    connect(m_startPage, &StartPage::connectWanted, this, &MainWindow::connectWanted);
    connect(m_startPage, &StartPage::manageWanted, this, &MainWindow::manageWanted);
}

void MainWindow::connectAccounts()
{
    new TableDensity(*m_actions, *m_accounts, m_settings, this);
    auto *controls = new AccountControls(*m_actions, *m_menus, *m_toolBar, *m_accounts, this);
    connect(controls, &AccountControls::pageShown, m_selectionStatus, &SelectionStatus::follow);
    auto *help = new WindowHelp(*m_actions, m_toolBar->filter(), this);
    connect(controls, &AccountControls::pageShown, help, &WindowHelp::follow);
    connect(m_accounts.get(), &OpenAccounts::opened, this, [this](const OpenAccount *account) {
        m_exportPlace->addWidget(account->exportStatus());
        connect(account, &OpenAccount::titleChanged, this, &MainWindow::showTitle);
    });
    connect(m_accounts.get(), &OpenAccounts::shownChanged, this, &MainWindow::showShown);

    connect(m_known, &KnownAccounts::ready, this,
            [this](const AccountToOpen &account) { openUnlessLost(account, m_wantedId == account.id); });
    connect(m_known, &KnownAccounts::refused, this, &MainWindow::sayRefused);
    connect(m_known, &KnownAccounts::changed, this, [this] {
        for (OpenAccount *account : m_accounts->all()) {
            if (const QString name = m_known->nameOf(account->id()); !name.isEmpty())
                account->setName(name);
        }
        sayWhatIsOpening(); // under its new name, or no more
    });
    connect(m_known, &KnownAccounts::removed, this, &MainWindow::forgetAccount);
}

/// Another account, or none, is on screen.
void MainWindow::showShown()
{
    OpenAccount *shown = m_accounts->shown();
    m_loadStatus->follow(session());
    m_asOfStatus->follow(shown);
    m_exportPlace->showPage(shown != nullptr ? shown->exportStatus() : nullptr);
    if (shown != nullptr) {
        m_known->setLastShown(shown->id());
        m_startPage->setNote({});
        if (m_refusedId == shown->id())
            m_banner->hide();
    } else {
        m_opening->showStartPage();
        m_banner->hide();
    }
    sayWhatIsOpening();
    showTitle();
}

void MainWindow::showTitle()
{
    const QString program = QCoreApplication::translate("MainWindow", "Layerscope");
    const OpenAccount *shown = m_accounts->shown();
    if (shown == nullptr) {
        setWindowTitle(program);
        return;
    }
    const QString title = accountAndEndpoint(shown->title(), session()->endpoint());
    //: Window title: account and endpoint, program
    setWindowTitle(tr("%1 – %2").arg(title, program));
    m_toolBar->setAccount(shown->name().isEmpty() ? shown->title() : shown->name(), title);
}

void MainWindow::sayRefused(const QString &id, const ApiError &error)
{
    m_refusedId = id;
    const bool canEnterKey = m_known->isOwn(id);
    const bool isAnotherComing = m_wantedId != id && m_known->isOpening(m_wantedId);
    if (m_accounts->shown() != nullptr || isAnotherComing) {
        m_banner->say(error.message, error.detail, canEnterKey ? tr("Enter the key …") : QString());
        return;
    }
    m_banner->hide(); // of another one, whose button would ask for the key of this
    m_opening->clear();
    m_startPage->setNote(error.message);
    // Nothing else is to be seen, and this is what the person asked for.
    if (canEnterKey)
        Q_EMIT keyWanted(id, error.message);
}

/// The account that was chosen last, as long as it is on its way and none is on screen.
void MainWindow::sayWhatIsOpening()
{
    const bool isComing = m_known->isOpening(m_wantedId) || m_wantedId == m_whenDrawnId;
    const QString name = m_known->nameOf(m_wantedId); // empty if it has left the list
    if (m_accounts->shown() == nullptr && isComing && !name.isEmpty())
        m_opening->say(m_wantedId, name);
    else
        m_opening->clear();
}

void MainWindow::sizeForFirstStart()
{
    // Room for the default columns, on whatever screen this is.
    const QSize wanted(fontMetrics().averageCharWidth() * 256, fontMetrics().height() * 60);
    resize(wanted.boundedTo(screen()->availableSize() * 0.9));
}

} // namespace layerscope
