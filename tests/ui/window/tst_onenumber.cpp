// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowfixture.h"

#include "inventory/kinds.h"
#include "pages/accountpage.h"
#include "pages/rowspage.h"
#include "session/accountsession.h"
#include "session/loadtext.h"
#include "support/testmain.h"
#include "views/navigatorview.h"
#include "views/rowsview.h"
#include "window/loadstatus.h"

#include <QSignalSpy>
#include <QTest>

using namespace layerscope;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

FaultPlan planOf(const QList<Fault> &faults)
{
    FaultPlan plan;
    plan.faults = faults;
    plan.callsPerSecond = 0;
    return plan;
}

} // namespace

/// What the window shows in several places is the same number, or the same word.
class TestOneNumber : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void notPermitted_data();
    void notPermitted();
    void loadTimeIsThatOfTheLoad();
    void stoppedLoadAddsUp();

private:
    static constexpr int servers = 60;
};

void TestOneNumber::notPermitted_data()
{
    QTest::addColumn<QString>("relation");
    QTest::newRow("of a column that is shown") << u"datacenter"_s;
    QTest::newRow("of one that is not") << u"activeTransaction"_s;
}

void TestOneNumber::notPermitted()
{
    QFETCH(const QString, relation);
    WindowFixture fixture(servers, 0ms, planOf({{Fault::Kind::RefusedRelation, {}, 0, relation, {}}}), 0);
    fixture.liftLimits();
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);

    // What the status bar says, the navigator counts, and the table beside it lists.
    const QString status = fixture.window->findChild<LoadStatus *>()->summary();
    QVERIFY2(status.contains(u"60 not permitted"_s), qPrintable(status));
    const NavigatorModel &navigator = fixture.window->session()->navigator();
    QTRY_COMPARE(navigator.indexOfNode(u"refused"_s).data(NavigatorModel::CountTextRole).toString(), u"60"_s);
    fixture.window->page()->navigator().setCurrentNode(u"refused"_s);
    QTRY_COMPARE(fixture.window->page()->rows(serversTable).filteredRows(), servers);
}

void TestOneNumber::loadTimeIsThatOfTheLoad()
{
    WindowFixture fixture(servers, 0ms, planOf({}), 0);
    fixture.liftLimits();
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    AccountSession &session = *fixture.window->session();
    const auto loadTime = session.loadTime();
    QVERIFY(loadTime);

    // One more column after a while is not a longer load.
    QSignalSpy finished(&session.loader(), &AccountLoader::finished);
    session.setScreenColumns(serversTable, ColumnSet().set(ServerColumn::Owner).set(ServerColumn::Fqdn));
    QVERIFY(session.loader().isRunning());
    QVERIFY(finished.wait(loadTimeout));
    QCOMPARE(session.loadTime(), loadTime);
}

void TestOneNumber::stoppedLoadAddsUp()
{
    // Questions for data centers stay without an answer.
    WindowFixture fixture(servers, 0ms, planOf({{Fault::Kind::Hang, {.mask = u"datacenter"_s}, 0, {}, {}}}),
                          0);
    fixture.liftLimits();
    fixture.open();
    AccountLoader &loader = fixture.window->session()->loader();
    QTRY_VERIFY_WITH_TIMEOUT(loader.state() == AccountLoader::State::Detailing && fixture.areListsOver(),
                             loadTimeout);
    fixture.trigger(u"stop"_s);
    QCOMPARE(loader.state(), AccountLoader::State::Stopped);
    const QString status = fixture.window->findChild<LoadStatus *>()->summary();
    // Of the tables that nobody looks at only the lists were asked for.
    const int all = fixture.rowsOfAccount();
    QCOMPARE(status, u"Stopped: %1 of %2 loaded · 60 not loaded"_s.arg(all - 60).arg(all));
    QVERIFY(!fixture.window->session()->loadTime());
}

LAYERSCOPE_TEST(QTEST_MAIN, TestOneNumber)
#include "tst_onenumber.moc"
