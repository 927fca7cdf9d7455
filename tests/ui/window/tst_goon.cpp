// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowfixture.h"

#include "models/cellformat.h"
#include "pages/accountpage.h"
#include "pages/rowspage.h"
#include "session/accountsession.h"
#include "support/testmain.h"
#include "widgets/emptystate.h"
#include "window/loadstatus.h"

#include <QAction>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace layerscope;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

using State = AccountLoader::State;

namespace {

/// Questions for data centers stay without an answer.
FaultPlan withoutDatacenters()
{
    FaultPlan plan;
    plan.faults = {{Fault::Kind::Hang, {.mask = u"datacenter"_s}, 0, {}, {}}};
    plan.callsPerSecond = 0;
    return plan;
}

FaultPlan healthy()
{
    FaultPlan plan;
    plan.callsPerSecond = 0;
    return plan;
}

} // namespace

/// What can be done when a load ended before its end.
class TestGoOn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void takesThePlaceOfRefreshAfterStop();
    void asksOnlyForWhatIsMissing();
    void keyGoesOn();
    void isNotOfferedForWhatTheKeyMayNotSee();
    void failedRefreshKeepsItsAge();
    void isCalledTryAgainAfterAFailure();
    void emptyPageOfAnotherTableAsksForItAlone();
    void emptyPageAsksForNothingThatCame();

private:
    static constexpr int servers = 60;

    [[nodiscard]] static QAction *loadAction(const WindowFixture &fixture)
    {
        return fixture.window->findChild<QToolButton *>(u"loadButton"_s)->defaultAction();
    }
    [[nodiscard]] static AccountLoader &loaderOf(const WindowFixture &fixture)
    {
        return fixture.window->session()->loader();
    }
    /// Presses what stands in the middle of this table's page, and waits for the end of what follows.
    static void pressWhatTheEmptyPageOffers(WindowFixture &fixture, const TableSpec &table)
    {
        const auto *empty = fixture.window->page()->rows(table).findChild<EmptyState *>();
        QVERIFY(empty->isVisible());
        auto *button = empty->findChild<QPushButton *>(u"emptyAction"_s);
        QCOMPARE(button->text(), u"Try again"_s);
        fixture.server->setFaultPlan(healthy());
        fixture.server->log().clear();
        button->click();
        QVERIFY(loaderOf(fixture).isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    }
    /// Methods that were asked of the account itself since then, in order; not for details of rows.
    static QStringList listsAsked(const WindowFixture &fixture)
    {
        QStringList methods;
        for (const LoggedCall &call : fixture.server->log().calls()) {
            if (call.service == u"SoftLayer_Account"_s && !call.filter.contains(u"\"in\""))
                methods.append(call.method);
        }
        methods.sort();
        return methods;
    }
    /// What the account was asked of itself since then; its counts are several calls.
    static QStringList masksOfAccount(const WindowFixture &fixture)
    {
        QStringList masks;
        for (const LoggedCall &call : fixture.server->log().calls()) {
            if (call.service == u"SoftLayer_Account"_s && call.method == u"getObject"_s)
                masks.append(call.mask);
        }
        return masks;
    }
    /// Rows stand, none of them with all its cells.
    static void stopHalfway(WindowFixture &fixture)
    {
        fixture.liftLimits();
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(loaderOf(fixture).state() == State::Detailing && fixture.areListsOver(),
                                 loadTimeout);
        QVERIFY(!fixture.window->findChild<QAction *>(u"goOn"_s)->isEnabled());
        fixture.trigger(u"stop"_s);
        QCOMPARE(loaderOf(fixture).state(), State::Stopped);
    }
};

void TestGoOn::takesThePlaceOfRefreshAfterStop()
{
    WindowFixture fixture(servers, 0ms, withoutDatacenters(), 0);
    stopHalfway(fixture);
    QCOMPARE(loadAction(fixture)->objectName(), u"goOn"_s);
    QCOMPARE(loadAction(fixture)->text(), u"&Go on"_s);
    QVERIFY(loadAction(fixture)->isEnabled());
    QVERIFY(fixture.window->findChild<QAction *>(u"refresh"_s)->isEnabled()); // by the menu and by F5
    const QString status = fixture.window->findChild<LoadStatus *>()->summary();
    QVERIFY2(status.startsWith(u"Stopped: "_s) &&
                 status.contains(u" of %1 loaded"_s.arg(fixture.rowsOfAccount())),
             qPrintable(status));
}

void TestGoOn::asksOnlyForWhatIsMissing()
{
    WindowFixture fixture(servers, 0ms, withoutDatacenters(), 0);
    stopHalfway(fixture);
    fixture.server->setFaultPlan(healthy());
    fixture.server->log().clear();
    QSignalSpy states(&loaderOf(fixture), &AccountLoader::stateChanged);
    fixture.trigger(u"goOn"_s);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    QVERIFY(loaderOf(fixture).outcome().isComplete());
    for (const LoggedCall &call : fixture.server->log().calls())
        QVERIFY2(call.filter.contains(u"\"in\""), qPrintable(call.method)); // details of rows, no list again
    QCOMPARE(loadAction(fixture)->objectName(), u"refresh"_s);
    QVERIFY(!fixture.window->findChild<QAction *>(u"goOn"_s)->isEnabled());
    QVERIFY(fixture.window->session()->loadTime()); // with the time before the stop
}

void TestGoOn::keyGoesOn()
{
    WindowFixture fixture(servers, 0ms, withoutDatacenters(), 0);
    stopHalfway(fixture);
    fixture.server->setFaultPlan(healthy());
    fixture.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    QTest::keyClick(fixture.window.get(), Qt::Key_F5, Qt::ShiftModifier);
    QVERIFY(loaderOf(fixture).isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
}

void TestGoOn::isNotOfferedForWhatTheKeyMayNotSee()
{
    FaultPlan plan = healthy();
    plan.faults = {{Fault::Kind::RefusedRelation, {}, 0, u"datacenter"_s, {}}};
    WindowFixture fixture(servers, 0ms, plan, 0);
    fixture.liftLimits();
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    QVERIFY(!fixture.window->session()->canGoOn());
    QCOMPARE(loadAction(fixture)->objectName(), u"refresh"_s);
}

/// As the page calls it: nobody stopped it.
void TestGoOn::isCalledTryAgainAfterAFailure()
{
    WindowFixture fixture(servers, 0ms, healthy(), 0);
    Connection wrong = fixture.connection();
    wrong.credentials.secret = u"0000"_s;
    fixture.openAs(wrong);
    QTRY_COMPARE_WITH_TIMEOUT(loaderOf(fixture).state(), State::Failed, loadTimeout);
    QTRY_COMPARE(loadAction(fixture)->objectName(), u"goOn"_s);
    QCOMPARE(loadAction(fixture)->text(), u"Try &again"_s);
}

/// The servers, and every other table, stand.
void TestGoOn::emptyPageOfAnotherTableAsksForItAlone()
{
    FaultPlan plan = healthy();
    plan.faults = {{Fault::Kind::RefusedRelation, {}, 0, u"bandwidthAllotments"_s, {}}};
    WindowFixture fixture(servers, 0ms, plan);
    fixture.liftLimits();
    fixture.startAt(u"pools"_s);
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    pressWhatTheEmptyPageOffers(fixture, poolsTable);
    QCOMPARE(listsAsked(fixture), QStringList{u"getBandwidthAllotments"_s});
    QTRY_COMPARE(fixture.window->session()->rows(poolsTable).rowCount(),
                 fixture.server->account().poolCount()); // once a worker has arranged them
}

/// Without a server the load as a whole has failed. What the account said of itself came.
void TestGoOn::emptyPageAsksForNothingThatCame()
{
    FaultPlan plan = healthy();
    for (const QString &method :
         {u"SoftLayer_Account::getHardware"_s, u"SoftLayer_Account::getVirtualGuests"_s})
        plan.faults.append(Fault{Fault::Kind::RefusedRelation, {.method = method}, 0, u"id"_s, {}, {}});
    WindowFixture fixture(servers, 0ms, plan);
    fixture.liftLimits();
    fixture.open();
    QTRY_COMPARE_WITH_TIMEOUT(loaderOf(fixture).state(), State::Failed, loadTimeout);
    // The counts of tables that nobody looks at may be under way still, and come once, too.
    const QStringList askedBefore = masksOfAccount(fixture);
    QVERIFY(!askedBefore.isEmpty());
    pressWhatTheEmptyPageOffers(fixture, serversTable);
    const QStringList asked = listsAsked(fixture);
    QCOMPARE(asked.count(u"getHardware"_s), 1);
    QCOMPARE(asked.count(u"getVirtualGuests"_s), 1);
    const QStringList askedOfAccount = masksOfAccount(fixture);
    for (const QString &mask : askedOfAccount) {
        QVERIFY2(!askedBefore.contains(mask), qPrintable(mask));
        QCOMPARE(askedOfAccount.count(mask), 1);
    }
    QTRY_COMPARE(fixture.window->session()->servers().rowCount(), servers);
}

/// What stands is told as old as it is.
void TestGoOn::failedRefreshKeepsItsAge()
{
    WindowFixture fixture(servers, 0ms, healthy(), 0);
    fixture.liftLimits();
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    AccountSession &session = *fixture.window->session();
    const QDateTime loaded = session.asOf();
    QCOMPARE(loaded, session.loader().asOf());
    QVERIFY(!session.staleAsOf().isValid());

    fixture.server->setFaultPlan(withoutDatacenters());
    fixture.trigger(u"refresh"_s);
    QTRY_VERIFY_WITH_TIMEOUT(session.loader().state() == State::Detailing, loadTimeout);
    QVERIFY(session.loader().asOf() > loaded);
    QCOMPARE(session.asOf(), loaded);
    fixture.trigger(u"stop"_s);
    QCOMPARE(session.asOf(), loaded);
    QCOMPARE(session.staleAsOf(), loaded);
    const QString tip = session.servers().index(0, ServerColumn::Datacenter).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(CellFormat::moment(loaded, QDateTime::currentDateTimeUtc())), qPrintable(tip));

    fixture.server->setFaultPlan(healthy());
    fixture.trigger(u"goOn"_s);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    QCOMPARE(session.asOf(), session.loader().asOf());
}

LAYERSCOPE_TEST(QTEST_MAIN, TestGoOn)
#include "tst_goon.moc"
