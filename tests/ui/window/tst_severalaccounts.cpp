// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/csv/csvparser.h"
#include "dialogs/exportdialog.h"
#include "dialogs/exportflow.h"
#include "docks/paneldocks.h"
#include "inventory/kinds.h"
#include "pages/accountpage.h"
#include "pages/rowspage.h"
#include "pages/startpage.h"
#include "session/accountsession.h"
#include "support/testmain.h"
#include "ui/window/severalaccounts.h"
#include "views/navigatorview.h"
#include "views/rowsview.h"
#include "widgets/banner.h"
#include "widgets/filteredit.h"
#include "window/exportstatus.h"
#include "window/openaccounts.h"

#include <QAction>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

using State = AccountLoader::State;

namespace {

qsizetype inTheAir(const SimulatedServer &server)
{
    const QList<LoggedCall> calls = server.log().calls();
    return std::count_if(calls.cbegin(), calls.cend(),
                         [](const LoggedCall &call) { return call.status == 0; });
}

void selectRow(RowsView &view, int row)
{
    view.setCurrentIndex(view.model()->index(row, view.treePosition()));
}

} // namespace

/// Accounts that are open side by side: none disturbs another.
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
    void removedAccountIsClosedAndForgotten();
    void exportGoesOnBehindAnotherAccount();
    void closingAnotherAccountLeavesAnExportAlone();
    void failedExportWaitsOnItsOwnPage();
    void lastShownAccountIsRemembered();
    void quitsWhileThreeLoad();
};

void TestSeveralAccounts::bothLoadSideBySide()
{
    SeveralAccounts several(400, 40ms);
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
    SeveralAccounts several;
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
    SeveralAccounts several;
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
    SeveralAccounts several(400, 10ms);
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
    SeveralAccounts several;
    several.loadBoth();
    several.view(acmeId).setColumnShown(ServerColumn::Serial, true);
    several.view(acmeId).sortByColumn(ServerColumn::Cores, Qt::DescendingOrder);
    several.window.trigger(u"groupBy_datacenter"_s);
    several.window.trigger(u"showVirtual"_s);
    several.window.trigger(u"showDetails"_s);
    several.window.trigger(u"showDetails"_s); // closed by the person
    several.choose(otherId);
    several.window.trigger(u"showDetails"_s);
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
    SeveralAccounts several(600, 40ms);
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

void TestSeveralAccounts::theOneShownBeforeComesBack()
{
    SeveralAccounts several;
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
    SeveralAccounts several;
    several.loadBoth();
    for (const QString &id : {acmeId, otherId})
        several.view(id).setColumnShown(ServerColumn::Serial, true);
    const QPointer<AccountSession> session = &several.account(acmeId)->session();
    bool isRemoved = false;
    several.book->remove(acmeId, this, [&isRemoved](const Result<Done> &) { isRemoved = true; });
    QVERIFY(!session);
    QVERIFY(!several.account(acmeId));
    QVERIFY(!several.entry(acmeId));
    QCOMPARE(several.shownId(), otherId);
    QCOMPARE(several.window.settings->accountLayout(acmeId), AccountLayout());
    QTRY_VERIFY(isRemoved); // until then the window asks before it closes
    several.main().close();
    QCOMPARE(several.window.settings->accountLayout(acmeId), AccountLayout());
    QVERIFY(several.window.settings->accountLayout(otherId) != AccountLayout());
}

void TestSeveralAccounts::exportGoesOnBehindAnotherAccount()
{
    SeveralAccounts several(400, 40ms);
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
    const auto records = parseCsv(file.readAll());
    QVERIFY(records);
    QCOMPARE(records->size(), 401);
    several.choose(acmeId);
    QVERIFY(status->isVisible());
    QVERIFY(status->text().contains(u"400"_s));
}

void TestSeveralAccounts::closingAnotherAccountLeavesAnExportAlone()
{
    SeveralAccounts several(400, 40ms);
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
    SeveralAccounts several;
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
    SeveralAccounts several;
    several.loadBoth();
    QCOMPARE(several.book->lastShownId(), acmeId);
    several.choose(otherId);
    QCOMPARE(several.book->lastShownId(), otherId);
    several.main().close(); // all go, and none of the others comes on screen meanwhile
    QVERIFY(several.main().accounts().all().isEmpty());
    QCOMPARE(several.book->lastShownId(), otherId);
}

void TestSeveralAccounts::quitsWhileThreeLoad()
{
    for (const State when : {State::Counting, State::Listing, State::Detailing}) {
        SeveralAccounts several(400, 20ms);
        several.openBoth();
        several.main().openKnownAccount(u"demo"_s);
        QTRY_COMPARE_WITH_TIMEOUT(several.main().session()->loader().state(), when, loadTimeout);
        QCOMPARE(several.main().accounts().all().size(), 3);
        several.main().close();
        QVERIFY(several.main().accounts().all().isEmpty());
        QCOMPARE(several.main().session(), nullptr);
    }
    SeveralAccounts several(400, 20ms);
    several.openBoth();
    several.window.window.reset(); // without closing it first
}

LAYERSCOPE_TEST(QTEST_MAIN, TestSeveralAccounts)
#include "tst_severalaccounts.moc"
