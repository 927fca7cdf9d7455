// SPDX-License-Identifier: GPL-3.0-or-later
// Several accounts in one window, each on a demo server of its own.
#include "accounts/accountbook.h"
#include "accounts/accountstore.h"
#include "dialogs/exportdialog.h"
#include "dialogs/exportflow.h"
#include "docks/paneldocks.h"
#include "inventory/kinds.h"
#include "pages/accountpage.h"
#include "pages/rowspage.h"
#include "pages/startpage.h"
#include "session/accountsession.h"
#include "support/testmain.h"
#include "ui/window/windowfixture.h"
#include "views/navigatorview.h"
#include "views/rowsview.h"
#include "widgets/banner.h"
#include "widgets/filteredit.h"
#include "window/asofstatus.h"
#include "window/exportstatus.h"
#include "window/loadstatus.h"
#include "window/openaccounts.h"

#include <QAction>
#include <QDialog>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

using State = AccountLoader::State;

namespace {

const QString acmeId = u"id-of-acme"_s;
const QString otherId = u"id-of-other"_s;

/// A keychain that takes its time, until told to answer; or has lost everything.
class SlowKeychain final : public CredentialStore
{
public:
    bool isSlow = false;

    void read(const QString &accountId, QObject *context, ReadDone done) override
    {
        if (isSlow)
            m_waiting.append({accountId, context, std::move(done)});
        else
            m_secrets.read(accountId, context, std::move(done));
    }
    void write(const QString &accountId, const QString &secret, QObject *context, WriteDone done) override
    {
        m_secrets.write(accountId, secret, context, std::move(done));
    }
    void remove(const QString &accountId, QObject *context, WriteDone done) override
    {
        m_secrets.remove(accountId, context, std::move(done));
    }

    [[nodiscard]] qsizetype asked() const { return m_waiting.size(); }
    void answer()
    {
        for (Waiting &read : std::exchange(m_waiting, {})) {
            if (read.context)
                m_secrets.read(read.id, read.context, std::move(read.done));
        }
    }
    void lose(const QString &accountId)
    {
        m_secrets.remove(accountId, &m_context, [](const Result<Done> &) {});
    }

private:
    struct Waiting
    {
        QString id;
        QPointer<QObject> context;
        ReadDone done;
    };

    MemoryCredentialStore m_secrets;
    QList<Waiting> m_waiting;
    QObject m_context;
};

FaultPlan withoutLimit()
{
    FaultPlan plan;
    plan.callsPerSecond = 0;
    return plan;
}

std::unique_ptr<SimulatedServer> serverOf(int servers, std::chrono::milliseconds latency)
{
    auto server =
        std::make_unique<SimulatedServer>(servers, LatencyModel::fromBase(latency), withoutLimit(), 3);
    if (!server->start())
        qFatal("no port for the demo account");
    return server;
}

qsizetype inTheAir(const SimulatedServer &server)
{
    const QList<LoggedCall> calls = server.log().calls();
    return std::count_if(calls.cbegin(), calls.cend(),
                         [](const LoggedCall &call) { return call.status == 0; });
}

/// A window with two accounts that the person set up, Acme and Other, and the demo account as a choice. The
/// keys are in the keychain, not in the book's memory.
class Several
{
public:
    explicit Several(int servers = 60, std::chrono::milliseconds latency = 0ms)
        : acmeServer(serverOf(servers, latency))
        , otherServer(serverOf(servers + 5, latency))
        , demoServer(serverOf(7, latency))
        , store(window.folder.filePath(u"accounts.ini"_s))
    {
        {
            AccountBook former(store, keychain);
            keep(former, acmeId, u"Acme"_s, *acmeServer);
            keep(former, otherId, u"Other"_s, *otherServer);
        }
        makeBook();
        window.client.limits.maxStartsPerSecond = 100'000;
        makeWindow();
    }

    /// As after a start of the program: what was kept for a session only is gone.
    void makeBook()
    {
        window.book = nullptr;
        book = std::make_unique<AccountBook>(store, keychain);
        window.book = book.get();
    }
    void makeWindow()
    {
        AccountChoice demo{u"demo"_s,
                           u"Try the demo account"_s,
                           {},
                           [this]() -> Result<Connection> { return connectionTo(*demoServer); },
                           u"Demo account"_s};
        window.makeWindow({demo});
        main().show();
    }
    /// Both accounts, Acme on screen.
    void openBoth()
    {
        main().openKnownAccount(otherId);
        QTRY_VERIFY(account(otherId));
        main().openKnownAccount(acmeId);
        QTRY_VERIFY(account(acmeId));
    }
    void loadBoth()
    {
        openBoth();
        QTRY_VERIFY_WITH_TIMEOUT(isLoaded(acmeId) && isLoaded(otherId), loadTimeout);
    }

    [[nodiscard]] MainWindow &main() const { return *window.window; }
    [[nodiscard]] OpenAccount *account(const QString &id) const { return main().accounts().find(id); }
    [[nodiscard]] QString shownId() const
    {
        return main().accounts().shown() ? main().accounts().shown()->id() : QString();
    }
    [[nodiscard]] bool isLoaded(const QString &id) const
    {
        AccountSession &session = account(id)->session();
        return session.loader().state() == State::Finished &&
               session.servers().rowCount() == session.store().table().rowCount();
    }
    [[nodiscard]] RowsView &view(const QString &id) const
    {
        return *account(id)->page().rows(serversTable).view();
    }
    [[nodiscard]] FilterEdit &filter() const { return *main().findChild<FilterEdit *>(); }
    [[nodiscard]] QAction *entry(const QString &id) const
    {
        return main().findChild<QAction *>(u"account_"_s + id);
    }
    void choose(const QString &id) const { entry(id)->trigger(); }
    /// A window whose person begins to wonder after so long a silence of the keychain.
    void makeWindowWithPatience(std::chrono::milliseconds patience)
    {
        keychain.isSlow = true;
        window.keychainPatience = patience;
        makeWindow();
    }
    [[nodiscard]] QLabel *opening() const { return main().findChild<QLabel *>(u"openingAccount"_s); }
    [[nodiscard]] StartPage *startPage() const { return main().findChild<StartPage *>(); }
    [[nodiscard]] QString note() const
    {
        const auto *label = main().findChild<QLabel *>(u"startNote"_s);
        return label->isVisible() ? label->text() : QString();
    }

    WindowFixture window;
    std::unique_ptr<SimulatedServer> acmeServer;
    std::unique_ptr<SimulatedServer> otherServer;
    std::unique_ptr<SimulatedServer> demoServer;
    SlowKeychain keychain;
    AccountStore store;
    std::unique_ptr<AccountBook> book;

    ~Several() { window.window.reset(); } // before what it stands on

private:
    static void keep(AccountBook &book, const QString &id, const QString &name, const SimulatedServer &server)
    {
        Account account;
        account.id = id;
        account.name = name;
        account.userName = server.userName();
        account.restBase = server.restUrl();
        bool isKept = false;
        book.save(account, {server.apiKey(), {}}, &book,
                  [&isKept](const Result<AccountBook::Kept> &kept) { isKept = kept.has_value(); });
        QTRY_VERIFY(isKept);
    }
};

void selectRow(RowsView &view, int row)
{
    view.setCurrentIndex(view.model()->index(row, view.treePosition()));
}

} // namespace

class TestSeveralAccounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothLoadSideBySide();
    void switchingKeepsWhatEachLooksLike();
    void whatIsTypedGoesToTheTableItWasTypedFor();
    void hiddenAccountKeepsItsPlaceWhileItLoads();
    void eachHasItsLayoutInANewWindow();
    void closingOneCancelsItsCallsOnly();
    void theOneShownBeforeComesBack();
    void theWindowIsThereBeforeTheAccountOfAStart();
    void theStartPageComesInPlaceOfAnAccountThatDoesNot();
    void theStartPageComesBesideAKeychainThatTakesLong();
    void theStartPageWaitsForAKeychainThatAnswers();
    void theNoteFollowsTheAccountThatIsWanted();
    void theNoteGoesWithAnAccountThatFails();
    void theNoteGoesWithAnAccountThatIsRemoved();
    void theNoteComesBackWithTheStartPage();
    void aRefusalLeavesTheNoteOfAnother();
    void removedAccountIsClosedAndForgotten();
    void renamedAccountIsCalledSoAtOnce();
    void menuTellsWhatThereIs();
    void keysGoThroughTheOpenAccounts();
    void titleAndStatusSayWhoAndWhere();
    void loadTimeIsTheAccountsOwn();
    void missingKeyIsASentenceOnTheStartPage();
    void missingKeyIsABannerOverAnOpenAccount();
    void waitsForTheKeychainBesideTheOthers();
    void removedWhileItsKeyIsFetched();
    void anotherKeyOpensItAnew();
    void exportGoesOnBehindAnotherAccount();
    void closingAnotherAccountLeavesAnExportAlone();
    void failedExportWaitsOnItsOwnPage();
    void lastShownAccountIsRemembered();
    void actionsAskForDialogs();
    void quitsWhileThreeLoad();
};

void TestSeveralAccounts::bothLoadSideBySide()
{
    Several several(400, 40ms);
    several.openBoth();
    QTRY_VERIFY(inTheAir(*several.acmeServer) > 0 && inTheAir(*several.otherServer) > 0);
    QCOMPARE(several.shownId(), acmeId);
    QVERIFY(!several.account(otherId)->page().isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(several.isLoaded(acmeId) && several.isLoaded(otherId), loadTimeout);
    QCOMPARE(several.view(acmeId).model()->rowCount(), 400);
    QCOMPARE(several.view(otherId).model()->rowCount(), 405);
    QVERIFY(several.account(otherId)->session().loader().outcome().isComplete());
    // Each has its own scheduler, and neither server saw the other's user.
    QVERIFY(&several.account(acmeId)->session().client().scheduler() !=
            &several.account(otherId)->session().client().scheduler());
}

void TestSeveralAccounts::switchingKeepsWhatEachLooksLike()
{
    Several several;
    several.loadBoth();
    RowsView &view = several.view(acmeId);
    several.filter().setText(u"kind:virtual"_s);
    QTest::keyClick(&several.filter(), Qt::Key_Return);
    view.sortByColumn(ServerColumn::Cores, Qt::DescendingOrder);
    view.setColumnShown(ServerColumn::Os, false);
    several.window.trigger(u"groupBy_datacenter"_s);
    QTRY_VERIFY(!several.account(acmeId)->session().servers().isArranging());
    several.window.trigger(u"groupByNone"_s);
    QTRY_VERIFY(!several.account(acmeId)->session().servers().isArranging());
    several.main().resize(several.main().width(), 300);
    selectRow(view, 20);
    view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() / 2);
    several.window.trigger(u"showNavigator"_s);
    const int rows = view.model()->rowCount();
    const int scroll = view.verticalScrollBar()->value();
    QVERIFY(rows > 0 && rows < 60);
    QVERIFY(scroll > 0);
    const QModelIndexList selected = view.selectionModel()->selectedRows();
    QCOMPARE(selected.size(), 1);
    const auto isAsItWas = [&] {
        return view.model()->rowCount() == rows && view.verticalScrollBar()->value() == scroll &&
               view.selectionModel()->selectedRows() == selected && !view.shownColumnSet()[ServerColumn::Os];
    };
    QVERIFY(isAsItWas());

    several.choose(otherId);
    QCOMPARE(several.shownId(), otherId);
    QVERIFY(several.account(otherId)->page().isVisible());
    QVERIFY(!view.isVisible());
    QCOMPARE(several.filter().text(), QString());
    QVERIFY(several.main().findChild<QAction *>(u"showNavigator"_s)->isChecked());
    QVERIFY(several.view(otherId).shownColumnSet()[ServerColumn::Os]);
    several.window.trigger(u"groupBy_state"_s);
    several.window.trigger(u"showPools"_s);
    several.filter().setText(u"pool"_s);
    QTest::keyClick(&several.filter(), Qt::Key_Return);
    several.window.trigger(u"showServers"_s);

    several.choose(acmeId);
    QCOMPARE(several.shownId(), acmeId);
    QVERIFY(view.isVisible());
    QVERIFY(isAsItWas());
    QCOMPARE(several.filter().text(), u"kind:virtual"_s);
    QVERIFY(several.main().findChild<QAction *>(u"groupByNone"_s)->isChecked());
    QVERIFY(!several.main().findChild<QAction *>(u"showNavigator"_s)->isChecked());
    QVERIFY(!several.account(acmeId)->page().navigator().isVisible());

    several.choose(otherId);
    QVERIFY(several.main().findChild<QAction *>(u"groupBy_state"_s)->isChecked());
    QCOMPARE(several.filter().text(), QString());
    several.window.trigger(u"showPools"_s);
    QCOMPARE(several.filter().text(), u"pool"_s);
}

void TestSeveralAccounts::whatIsTypedGoesToTheTableItWasTypedFor()
{
    Several several;
    several.loadBoth();
    several.filter().setText(u"kind:virtual"_s); // and no pause after it
    several.choose(otherId);
    QCOMPARE(several.filter().text(), QString());
    QCOMPARE(several.account(acmeId)->page().rows(serversTable).filter(), u"kind:virtual"_s);
    QCOMPARE(several.account(otherId)->page().rows(serversTable).filter(), QString());
    // A message's button acts where it is seen.
    several.choose(acmeId);
    QCOMPARE(several.filter().text(), u"kind:virtual"_s);
    several.window.trigger(u"clearFilter"_s);
    QCOMPARE(several.account(acmeId)->page().rows(serversTable).filter(), QString());
}

void TestSeveralAccounts::hiddenAccountKeepsItsPlaceWhileItLoads()
{
    Several several(400, 10ms);
    several.openBoth();
    QTRY_VERIFY_WITH_TIMEOUT(several.isLoaded(acmeId) && several.isLoaded(otherId), loadTimeout);
    RowsView &view = several.view(acmeId);
    selectRow(view, 200);
    view.scrollTo(view.currentIndex(), QAbstractItemView::PositionAtTop);
    const RowKey current = view.currentIndex().data(KeyRole).value<RowKey>();
    const int scroll = view.verticalScrollBar()->value();
    QVERIFY(scroll > 0);
    several.window.trigger(u"refresh"_s);
    several.choose(otherId);
    QVERIFY(several.account(acmeId)->isLoading());
    QTRY_VERIFY_WITH_TIMEOUT(several.isLoaded(acmeId), loadTimeout);
    QVERIFY(several.account(acmeId)->session().loader().outcome().isComplete());
    several.choose(acmeId);
    QCOMPARE(view.currentIndex().data(KeyRole).value<RowKey>(), current);
    QCOMPARE(view.verticalScrollBar()->value(), scroll);
}

void TestSeveralAccounts::eachHasItsLayoutInANewWindow()
{
    Several several;
    several.loadBoth();
    several.view(acmeId).setColumnShown(ServerColumn::Serial, true);
    several.view(acmeId).sortByColumn(ServerColumn::Cores, Qt::DescendingOrder);
    several.window.trigger(u"groupBy_datacenter"_s);
    several.window.trigger(u"showVirtual"_s);
    several.window.trigger(u"showDetails"_s);
    several.choose(otherId);
    several.view(otherId).setColumnShown(ServerColumn::Os, false);
    several.window.trigger(u"showPools"_s);
    const QList<ColumnIndex> ofAcme = several.view(acmeId).shownColumns();
    const QList<ColumnIndex> ofOther = several.view(otherId).shownColumns();
    QVERIFY(ofAcme != ofOther);

    several.makeWindow();
    several.openBoth();
    QCOMPARE(several.view(acmeId).shownColumns(), ofAcme);
    QCOMPARE(several.view(otherId).shownColumns(), ofOther);
    const RowsModel &acme = several.account(acmeId)->session().servers();
    const RowsModel &other = several.account(otherId)->session().servers();
    QCOMPARE(acme.spec().sortColumn, ColumnIndex(ServerColumn::Cores));
    QVERIFY(other.spec().sortColumn != ColumnIndex(ServerColumn::Cores));
    QCOMPARE(acme.spec().groupColumn, std::optional<ColumnIndex>(ServerColumn::Datacenter));
    QCOMPARE(other.spec().groupColumn, std::nullopt);
    QCOMPARE(several.account(acmeId)->page().navigator().currentNode(), u"virtual"_s);
    QVERIFY(&several.account(otherId)->page().currentTable() == &poolsTable);
    QVERIFY(!several.account(acmeId)->page().panels().isOpen(u"details"_s));
    QVERIFY(several.account(otherId)->page().panels().isOpen(u"details"_s));
    QVERIFY(!several.main().findChild<QAction *>(u"showDetails"_s)->isChecked());
    several.choose(otherId);
    QVERIFY(several.main().findChild<QAction *>(u"showDetails"_s)->isChecked());
}

void TestSeveralAccounts::closingOneCancelsItsCallsOnly()
{
    Several several(600, 40ms);
    several.openBoth();
    const auto isDetailing = [&several](const QString &id) {
        return several.account(id)->session().loader().state() == State::Detailing;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isDetailing(acmeId), loadTimeout);
    QTRY_VERIFY(inTheAir(*several.acmeServer) > 0);
    QVERIFY(several.account(otherId)->isLoading());
    const QPointer<AccountSession> session = &several.account(acmeId)->session();
    several.window.trigger(u"closeAccount"_s);
    QVERIFY(!session);
    QVERIFY(!several.account(acmeId));
    QCOMPARE(several.shownId(), otherId);
    QTRY_COMPARE(inTheAir(*several.acmeServer), 0);
    const qsizetype calls = several.acmeServer->log().calls().size();
    QTRY_VERIFY_WITH_TIMEOUT(several.isLoaded(otherId), loadTimeout);
    QVERIFY(several.account(otherId)->session().loader().outcome().isComplete());
    QCOMPARE(several.view(otherId).model()->rowCount(), 605);
    QCOMPARE(several.acmeServer->log().calls().size(), calls);
    QVERIFY(calls < several.otherServer->log().calls().size()); // it was not finished
}

void TestSeveralAccounts::theWindowIsThereBeforeTheAccountOfAStart()
{
    Several several;
    several.main().hide();
    several.main().openWhenDrawn(u"demo"_s);
    const auto *opening = several.main().findChild<QLabel *>(u"openingAccount"_s);
    QVERIFY(opening->text().contains(u"Demo"_s));
    several.main().show();
    QVERIFY(opening->isVisible());
    QVERIFY(several.main().accounts().all().isEmpty());
    QTRY_COMPARE(several.shownId(), u"demo"_s);
    QVERIFY(!opening->isVisible());
    several.main().closeShownAccount();
    QVERIFY(several.main().findChild<StartPage *>()->isVisible());
}

void TestSeveralAccounts::theStartPageComesInPlaceOfAnAccountThatDoesNot()
{
    Several several;
    several.keychain.lose(acmeId);
    several.main().openWhenDrawn(acmeId);
    const auto *opening = several.main().findChild<QLabel *>(u"openingAccount"_s);
    QVERIFY(opening->isVisible());
    QTRY_VERIFY(several.main().findChild<StartPage *>()->isVisible());
    QVERIFY(!opening->isVisible());
}

void TestSeveralAccounts::theStartPageComesBesideAKeychainThatTakesLong()
{
    Several several;
    several.makeWindowWithPatience(1ms);
    several.main().openWhenDrawn(acmeId);
    QVERIFY(several.opening()->text().contains(u"Acme"_s));
    QTRY_VERIFY(several.startPage()->isVisible());
    QVERIFY(!several.opening()->isVisible());
    QVERIFY2(several.note().contains(u"Opening Acme …"_s), qPrintable(several.note()));
    QVERIFY2(several.note().contains(u"keychain"_s), qPrintable(several.note()));

    QTRY_COMPARE(several.keychain.asked(), 1);
    several.choose(u"demo"_s); // as a card does
    QCOMPARE(several.shownId(), u"demo"_s);
    several.keychain.answer();
    QTRY_VERIFY(several.account(acmeId));
    QCOMPARE(several.shownId(), u"demo"_s);
    several.main().closeAccount(acmeId);
    several.main().closeAccount(u"demo"_s);
    QVERIFY(several.startPage()->isVisible());
    QCOMPARE(several.note(), QString());
}

void TestSeveralAccounts::theStartPageWaitsForAKeychainThatAnswers()
{
    Several several;
    several.makeWindowWithPatience(1h);
    several.main().openWhenDrawn(acmeId);
    QTRY_COMPARE(several.keychain.asked(), 1);
    QVERIFY(several.opening()->isVisible());
    QVERIFY(!several.startPage()->isVisible());
    several.keychain.answer();
    QTRY_COMPARE(several.shownId(), acmeId);
    QVERIFY(!several.opening()->isVisible());
    several.main().closeShownAccount();
    QCOMPARE(several.note(), QString());
}

void TestSeveralAccounts::theNoteFollowsTheAccountThatIsWanted()
{
    Several several;
    several.makeWindowWithPatience(1h);
    several.main().openWhenDrawn(acmeId);
    QVERIFY(several.book->rename(acmeId, u"Zenith"_s).has_value());
    QCOMPARE(several.opening()->text(), u"Opening Zenith …"_s);
    several.choose(otherId);
    QCOMPARE(several.opening()->text(), u"Opening Other …"_s);
    QTRY_COMPARE(several.keychain.asked(), 1); // Zenith is not wanted any more
    several.keychain.answer();
    QTRY_COMPARE(several.shownId(), otherId);
    QVERIFY(!several.account(acmeId));
}

void TestSeveralAccounts::theNoteGoesWithAnAccountThatFails()
{
    Several several;
    several.makeWindowWithPatience(1h);
    several.keychain.lose(acmeId);
    several.choose(acmeId);
    QVERIFY(several.startPage()->isVisible()); // that it was chosen from stays
    QCOMPARE(several.note(), u"Opening Acme …"_s);
    QTRY_COMPARE(several.keychain.asked(), 1);
    several.keychain.answer();
    QTRY_VERIFY(several.note().contains(u"holds no key"_s));
    QVERIFY2(!several.note().contains(u"Opening"_s), qPrintable(several.note()));
}

void TestSeveralAccounts::theNoteGoesWithAnAccountThatIsRemoved()
{
    Several several;
    several.makeWindowWithPatience(1h);
    several.choose(acmeId);
    QCOMPARE(several.note(), u"Opening Acme …"_s);
    several.book->remove(acmeId, this, [](const Result<Done> &) {});
    QCOMPARE(several.note(), QString());

    // And by another window.
    several.choose(otherId);
    QCOMPARE(several.note(), u"Opening Other …"_s);
    AccountBook book(several.store, several.keychain);
    book.remove(otherId, this, [](const Result<Done> &) {});
    several.book->refresh();
    QCOMPARE(several.note(), QString());
}

void TestSeveralAccounts::theNoteComesBackWithTheStartPage()
{
    Several several;
    several.makeWindowWithPatience(1h);
    several.choose(u"demo"_s);
    several.choose(acmeId);
    QCOMPARE(several.shownId(), u"demo"_s);
    several.main().closeShownAccount();
    QVERIFY(several.startPage()->isVisible());
    QCOMPARE(several.note(), u"Opening Acme …"_s);
}

void TestSeveralAccounts::aRefusalLeavesTheNoteOfAnother()
{
    Several several;
    several.makeWindowWithPatience(1h);
    several.keychain.lose(acmeId);
    several.choose(acmeId);
    QTRY_COMPARE(several.keychain.asked(), 1);
    several.choose(otherId);
    QSignalSpy wanted(&several.main(), &MainWindow::keyWanted);
    several.keychain.answer(); // for Acme: it is not asked for Other's key before the next turn
    const auto *banner = several.main().findChild<Banner *>(u"accountBanner"_s);
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(wanted.isEmpty()); // no question in between
    QCOMPARE(several.note(), u"Opening Other …"_s);
    QTRY_COMPARE(several.keychain.asked(), 1);
    several.keychain.answer();
    QTRY_COMPARE(several.shownId(), otherId);
}

void TestSeveralAccounts::theOneShownBeforeComesBack()
{
    Several several;
    several.loadBoth();
    several.main().openKnownAccount(u"demo"_s);
    several.choose(otherId);
    several.choose(u"demo"_s);
    several.main().closeShownAccount();
    QCOMPARE(several.shownId(), otherId);
    several.main().closeAccount(acmeId); // not on screen
    QCOMPARE(several.shownId(), otherId);
    several.main().closeAccount(u"no such account"_s);
    several.main().closeShownAccount();
    QVERIFY(several.main().accounts().all().isEmpty());
    QVERIFY(several.main().findChild<StartPage *>()->isVisible());
    QCOMPARE(several.main().windowTitle(), u"Layerscope"_s);
    QVERIFY(!several.main().findChild<QAction *>(u"closeAccount"_s)->isEnabled());
    several.main().closeShownAccount();
    several.choose(acmeId);
    QTRY_COMPARE(several.shownId(), acmeId);
}

void TestSeveralAccounts::removedAccountIsClosedAndForgotten()
{
    Several several;
    several.loadBoth();
    several.view(acmeId).setColumnShown(ServerColumn::Serial, true);
    const QPointer<AccountSession> session = &several.account(acmeId)->session();
    several.book->remove(acmeId, this, [](const Result<Done> &) {});
    QVERIFY(!session);
    QVERIFY(!several.account(acmeId));
    QVERIFY(!several.entry(acmeId));
    QCOMPARE(several.shownId(), otherId);
    QCOMPARE(several.window.settings->accountLayout(acmeId), AccountLayout());
    several.main().close();
    QCOMPARE(several.window.settings->accountLayout(acmeId), AccountLayout());
    QVERIFY(several.window.settings->accountLayout(otherId) != AccountLayout());
}

void TestSeveralAccounts::renamedAccountIsCalledSoAtOnce()
{
    Several several;
    several.loadBoth();
    QVERIFY(several.book->rename(acmeId, u"R&D"_s));
    QVERIFY(several.main().windowTitle().startsWith(u"R&D – Example Corp"_s));
    QVERIFY(several.main().findChild<AsOfStatus *>()->text().startsWith(u"R&D · "_s));
    auto *button = several.main().findChild<QToolButton *>(u"accountButton"_s);
    QCOMPARE(button->text(), u"R&&D"_s);
    QVERIFY(button->accessibleName().endsWith(u"R&D"_s));
    QVERIFY(several.entry(acmeId)->text().endsWith(u"R&&D"_s)); // now after Other
    QVERIFY(several.entry(acmeId)->text().startsWith(u"&2"_s));
    QVERIFY(several.entry(acmeId)->isChecked());
    // One that is not on screen changes nothing there.
    QVERIFY(several.book->rename(otherId, u"Zoo"_s));
    QVERIFY(several.main().windowTitle().startsWith(u"R&D – "_s));
    QCOMPARE(several.account(otherId)->name(), u"Zoo"_s);
}

void TestSeveralAccounts::menuTellsWhatThereIs()
{
    Several several(400, 20ms);
    QCOMPARE(several.entry(acmeId)->text(), u"&1  Acme"_s);
    QCOMPARE(several.entry(otherId)->text(), u"&2  Other"_s);
    QCOMPARE(several.entry(u"demo"_s)->text(), u"&3  Demo account"_s);
    QCOMPARE(several.entry(otherId)->shortcut(), QKeySequence(Qt::ALT | Qt::Key_2));
    for (const QString &id : {acmeId, otherId, u"demo"_s})
        QVERIFY(!several.entry(id)->isChecked());
    QVERIFY(!several.main().findChild<QAction *>(u"nextAccount"_s)->isVisible());

    several.openBoth();
    QCOMPARE(several.entry(acmeId)->text(), u"&1  Acme · loading"_s);
    QCOMPARE(several.entry(otherId)->text(), u"&2  Other · loading"_s);
    QVERIFY(several.entry(acmeId)->isChecked());
    QVERIFY(!several.entry(otherId)->isChecked());
    QVERIFY(several.main().findChild<QAction *>(u"nextAccount"_s)->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(several.isLoaded(acmeId) && several.isLoaded(otherId), loadTimeout);
    QCOMPARE(several.entry(acmeId)->text(), u"&1  Acme"_s); // its mark says enough
    QCOMPARE(several.entry(otherId)->text(), u"&2  Other · open"_s);
    QCOMPARE(several.entry(u"demo"_s)->text(), u"&3  Demo account"_s);
    several.choose(acmeId); // the one that is checked stays so
    QVERIFY(several.entry(acmeId)->isChecked());
    several.choose(otherId);
    QVERIFY(several.entry(otherId)->isChecked());
    QVERIFY(!several.entry(acmeId)->isChecked());

    // What comes after the accounts, in this order; and the button opens the same menu.
    auto *menu = several.main().findChild<QMenu *>(u"accountMenu"_s);
    QCOMPARE(several.main().findChild<QToolButton *>(u"accountButton"_s)->menu(), menu);
    QStringList names;
    for (const QAction *action : menu->actions()) {
        if (!action->isSeparator())
            names.append(action->objectName());
    }
    QCOMPARE(names,
             (QStringList{u"account_"_s + acmeId, u"account_"_s + otherId, u"account_demo"_s,
                          u"nextAccount"_s, u"previousAccount"_s, u"connectAccount"_s, u"manageAccounts"_s,
                          u"refresh"_s, u"goOn"_s, u"stop"_s, u"closeAccount"_s}));

    // One that nobody knows, by its title.
    several.window.openAs(connectionTo(*several.demoServer), u"passing"_s);
    QTRY_VERIFY2(several.entry(u"passing"_s)->text().startsWith(u"&4  Example Corp (1234567)"_s),
                 qPrintable(several.entry(u"passing"_s)->text()));
    several.main().closeAccount(u"passing"_s);
    QVERIFY(!several.entry(u"passing"_s));
}

void TestSeveralAccounts::keysGoThroughTheOpenAccounts()
{
    Several several;
    several.loadBoth();
    several.main().openKnownAccount(u"demo"_s);
    several.main().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&several.main()));
    const auto press = [&several](Qt::Key key, Qt::KeyboardModifiers modifiers) {
        QTest::keyClick(&several.main(), key, modifiers);
    };
    QCOMPARE(several.shownId(), u"demo"_s); // the order of opening is Other, Acme, demo
    press(Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(several.shownId(), otherId);
    press(Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(several.shownId(), acmeId);
    press(Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(several.shownId(), otherId);
    press(Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(several.shownId(), u"demo"_s);
    press(Qt::Key_1, Qt::AltModifier);
    QCOMPARE(several.shownId(), acmeId);
    // The keyboard is where the eyes are.
    QVERIFY(several.account(acmeId)->page().isAncestorOf(several.main().focusWidget()));
    QSignalSpy connecting(&several.main(), &MainWindow::connectWanted);
    press(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(connecting.count(), 1);
}

void TestSeveralAccounts::titleAndStatusSayWhoAndWhere()
{
    Several several;
    auto *status = several.main().findChild<AsOfStatus *>();
    QCOMPARE(status->text(), u"read-only"_s);
    several.openBoth();
    QVERIFY(several.main().windowTitle().startsWith(u"Acme"_s)); // before it has answered
    QTRY_VERIFY_WITH_TIMEOUT(several.isLoaded(acmeId) && several.isLoaded(otherId), loadTimeout);
    QCOMPARE(several.main().windowTitle(),
             u"Acme – Example Corp (1234567) · 127.0.0.1 · read-only – Layerscope"_s);
    QVERIFY2(status->text().startsWith(u"Acme · as of "_s) &&
                 status->text().endsWith(u" · 127.0.0.1 · read-only"_s),
             qPrintable(status->text()));
    QVERIFY(status->toolTip().startsWith(u"Acme – Example Corp (1234567) · 127.0.0.1 · read-only"_s));
    QCOMPARE(several.main().findChild<QToolButton *>(u"accountButton"_s)->text(), u"Acme"_s);

    several.choose(otherId);
    QVERIFY(several.main().windowTitle().startsWith(u"Other – "_s));
    QVERIFY(status->text().startsWith(u"Other · "_s));
    QCOMPARE(several.main().findChild<QToolButton *>(u"accountButton"_s)->text(), u"Other"_s);
    several.main().openKnownAccount(u"demo"_s);
    QVERIFY(several.main().windowTitle().startsWith(u"Demo account"_s));
    for (const QString &id : {u"demo"_s, otherId, acmeId})
        several.main().closeAccount(id);
    QCOMPARE(status->text(), u"read-only"_s);

    // A long name is cut on screen, not for those who listen; there is still room for the rest.
    QVERIFY(several.book->rename(acmeId, QString(200, u'W')));
    several.main().openKnownAccount(acmeId);
    QTRY_VERIFY(several.account(acmeId));
    QVERIFY(status->accessibleName().startsWith(QString(200, u'W')));
    QVERIFY2(several.main().minimumSizeHint().width() <= 1024,
             qPrintable(QString::number(several.main().minimumSizeHint().width())));
}

void TestSeveralAccounts::loadTimeIsTheAccountsOwn()
{
    Several several(60, 30ms);
    several.loadBoth();
    auto *status = several.main().findChild<LoadStatus *>();
    const QString ofAcme = status->summary();
    QVERIFY(ofAcme.startsWith(u"Loaded in"_s));
    several.main().openKnownAccount(u"demo"_s);
    several.window.trigger(u"stop"_s);
    QVERIFY(status->summary().startsWith(u"Stopped"_s));
    several.choose(acmeId);
    QCOMPARE(status->summary(), ofAcme);
}

void TestSeveralAccounts::missingKeyIsASentenceOnTheStartPage()
{
    Several several;
    several.keychain.lose(acmeId);
    QSignalSpy wanted(&several.main(), &MainWindow::keyWanted);
    several.choose(acmeId);
    QTRY_COMPARE(wanted.count(), 1);
    QCOMPARE(wanted[0][0].toString(), acmeId);
    auto *note = several.main().findChild<QLabel *>(u"startNote"_s);
    QVERIFY2(note->text().contains(u"Acme"_s), qPrintable(note->text()));
    QCOMPARE(wanted[0][1].toString(), note->text());
    QVERIFY(several.main().accounts().all().isEmpty());
    QVERIFY(!several.main().findChild<Banner *>(u"accountBanner"_s)->isVisible());
    several.choose(otherId);
    QTRY_COMPARE(several.shownId(), otherId);
    QCOMPARE(note->text(), QString());
}

void TestSeveralAccounts::missingKeyIsABannerOverAnOpenAccount()
{
    Several several;
    several.choose(otherId);
    QTRY_COMPARE(several.shownId(), otherId);
    several.keychain.lose(acmeId);
    QSignalSpy wanted(&several.main(), &MainWindow::keyWanted);
    several.choose(acmeId);
    auto *banner = several.main().findChild<Banner *>(u"accountBanner"_s);
    QTRY_VERIFY(banner->isVisible());
    QCOMPARE(several.shownId(), otherId);
    QVERIFY(several.entry(otherId)->isChecked());
    QCOMPARE(wanted.count(), 0);
    QVERIFY2(banner->sentence().contains(u"Acme"_s), qPrintable(banner->sentence()));
    auto *button = banner->findChild<QPushButton *>(u"bannerAction"_s);
    QVERIFY(button->isVisible());
    button->click();
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted[0][0].toString(), acmeId);
    QCOMPARE(wanted[0][1].toString(), banner->sentence());
    QVERIFY(!banner->isVisible());

    // It goes by itself when the account opens after all.
    several.choose(acmeId);
    QTRY_VERIFY(banner->isVisible());
    several.main().openAccount({acmeId, u"Acme"_s, connectionTo(*several.acmeServer)});
    QVERIFY(!banner->isVisible());
}

void TestSeveralAccounts::waitsForTheKeychainBesideTheOthers()
{
    Several several;
    several.keychain.isSlow = true;
    several.choose(acmeId);
    QCOMPARE(several.entry(acmeId)->text(), u"&1  Acme · opening"_s);
    several.choose(acmeId); // once more
    several.choose(u"demo"_s);
    QCOMPARE(several.shownId(), u"demo"_s);
    QTRY_COMPARE(several.keychain.asked(), 1);
    several.keychain.answer();
    QTRY_VERIFY(several.account(acmeId));
    QCOMPARE(several.shownId(), u"demo"_s); // which was chosen last
    QVERIFY(!several.account(acmeId)->page().isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(several.isLoaded(acmeId), loadTimeout); // though never seen
    QCOMPARE(several.entry(acmeId)->text(), u"&1  Acme · open"_s);

    several.choose(otherId);
    QCOMPARE(several.shownId(), u"demo"_s);
    QTRY_COMPARE(several.keychain.asked(), 1);
    several.keychain.answer();
    QTRY_COMPARE(several.shownId(), otherId);
    QCOMPARE(several.main().accounts().all().size(), 3);
}

void TestSeveralAccounts::removedWhileItsKeyIsFetched()
{
    Several several;
    several.keychain.isSlow = true;
    QSignalSpy wanted(&several.main(), &MainWindow::keyWanted);
    several.choose(acmeId);
    several.choose(otherId);
    QTRY_COMPARE(several.keychain.asked(), 2);
    several.book->remove(acmeId, this, [](const Result<Done> &) {});
    several.keychain.answer();
    QTRY_COMPARE(several.shownId(), otherId);
    QVERIFY(!several.account(acmeId));
    QCOMPARE(wanted.count(), 0);
    // And quitting while a keychain is asked.
    several.choose(u"demo"_s);
    several.main().closeAccount(otherId);
    several.choose(otherId);
    QTRY_COMPARE(several.keychain.asked(), 1);
    several.window.window.reset();
    several.keychain.answer();
}

void TestSeveralAccounts::anotherKeyOpensItAnew()
{
    Several several;
    several.loadBoth();
    Connection connection = connectionTo(*several.acmeServer);
    const QPointer<AccountSession> first = &several.account(acmeId)->session();
    several.choose(otherId);
    several.main().openAccount({acmeId, u"Acme"_s, several.account(acmeId)->session().connection()});
    QCOMPARE(several.shownId(), acmeId);
    QCOMPARE(several.main().session(), first.data());

    connection.credentials.secret = u"0000"_s;
    several.choose(otherId);
    several.main().openAccount({acmeId, u"Acme"_s, connection});
    QVERIFY(!first);
    QCOMPARE(several.shownId(), acmeId);
    QCOMPARE(several.main().accounts().all().size(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(several.main().session()->loader().state(), State::Failed, loadTimeout);
}

void TestSeveralAccounts::exportGoesOnBehindAnotherAccount()
{
    Several several(400, 40ms);
    several.openBoth();
    auto *exportAll = several.main().findChild<QAction *>(u"exportAll"_s);
    QTRY_VERIFY_WITH_TIMEOUT(exportAll->isEnabled(), loadTimeout);
    ExportFlow &flow = several.account(acmeId)->exports();
    QSignalSpy written(&flow, &ExportFlow::written);
    exportAll->trigger();
    auto *dialog = several.main().findChild<ExportDialog *>();
    const QString path = several.window.folder.filePath(u"all.csv"_s);
    dialog->findChild<QLineEdit *>(u"exportPath"_s)->setText(path);
    dialog->accept();
    QCOMPARE(flow.state(), ExportFlow::State::Loading);
    auto *status = several.account(acmeId)->exportStatus()->findChild<ExportStatus *>();
    QVERIFY(status->isVisible());
    QVERIFY(!exportAll->isEnabled());

    several.choose(otherId);
    QVERIFY(!status->isVisible());
    QCOMPARE(several.entry(acmeId)->text(), u"&1  Acme · exporting"_s);
    QTRY_VERIFY_WITH_TIMEOUT(exportAll->isEnabled(), loadTimeout); // one is free to export here
    QTRY_COMPARE_WITH_TIMEOUT(written.count(), 1, loadTimeout);
    QVERIFY(!status->isVisible());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count("\r\n"), 401);
    several.choose(acmeId);
    QVERIFY(status->isVisible());
    QVERIFY(status->text().contains(u"400"_s));
}

void TestSeveralAccounts::closingAnotherAccountLeavesAnExportAlone()
{
    Several several(400, 40ms);
    several.openBoth();
    auto *exportAll = several.main().findChild<QAction *>(u"exportAll"_s);
    QTRY_VERIFY_WITH_TIMEOUT(exportAll->isEnabled(), loadTimeout);
    QSignalSpy written(&several.account(acmeId)->exports(), &ExportFlow::written);
    exportAll->trigger();
    auto *dialog = several.main().findChild<ExportDialog *>();
    dialog->findChild<QLineEdit *>(u"exportPath"_s)->setText(several.window.folder.filePath(u"a.csv"_s));
    dialog->accept();
    several.main().closeAccount(otherId);
    QCOMPARE(several.account(acmeId)->exports().state(), ExportFlow::State::Loading);
    QTRY_COMPARE_WITH_TIMEOUT(written.count(), 1, loadTimeout);
}

void TestSeveralAccounts::failedExportWaitsOnItsOwnPage()
{
    Several several;
    several.loadBoth();
    ExportFlow &flow = several.account(acmeId)->exports();
    QSignalSpy failed(&flow, &ExportFlow::failed);
    several.window.trigger(u"exportFiltered"_s);
    auto *dialog = several.main().findChild<ExportDialog *>();
    dialog->findChild<QLineEdit *>(u"exportPath"_s)
        ->setText(several.window.folder.filePath(u"no such folder/a.csv"_s));
    dialog->accept();
    several.choose(otherId);
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(!several.account(otherId)->page().rows(serversTable).findChild<Banner *>()->isVisible());
    several.choose(acmeId);
    auto *banner = several.account(acmeId)->page().rows(serversTable).findChild<Banner *>();
    QVERIFY(banner->isVisible());
    banner->findChild<QPushButton *>(u"bannerAction"_s)->click();
    QCOMPARE(flow.state(), ExportFlow::State::Asking);
    QCOMPARE(several.account(otherId)->exports().state(), ExportFlow::State::Idle);
}

void TestSeveralAccounts::lastShownAccountIsRemembered()
{
    Several several;
    several.loadBoth();
    QCOMPARE(several.book->lastShownId(), acmeId);
    several.choose(otherId);
    QCOMPARE(several.book->lastShownId(), otherId);
    several.main().close(); // all go, and none of the others comes on screen meanwhile
    QVERIFY(several.main().accounts().all().isEmpty());
    QCOMPARE(several.book->lastShownId(), otherId);
}

void TestSeveralAccounts::actionsAskForDialogs()
{
    Several several;
    QSignalSpy connecting(&several.main(), &MainWindow::connectWanted);
    QSignalSpy managing(&several.main(), &MainWindow::manageWanted);
    several.window.trigger(u"connectAccount"_s);
    several.window.trigger(u"manageAccounts"_s);
    QCOMPARE(connecting.count(), 1);
    QCOMPARE(managing.count(), 1);
}

void TestSeveralAccounts::quitsWhileThreeLoad()
{
    for (const State when : {State::Counting, State::Listing, State::Detailing}) {
        Several several(400, 20ms);
        several.openBoth();
        several.main().openKnownAccount(u"demo"_s);
        QTRY_COMPARE_WITH_TIMEOUT(several.main().session()->loader().state(), when, loadTimeout);
        QCOMPARE(several.main().accounts().all().size(), 3);
        several.main().close();
        QVERIFY(several.main().accounts().all().isEmpty());
        QCOMPARE(several.main().session(), nullptr);
    }
    Several several(400, 20ms);
    several.openBoth();
    several.window.window.reset(); // without closing it first
}

LAYERSCOPE_TEST(QTEST_MAIN, TestSeveralAccounts)
#include "tst_severalaccounts.moc"
