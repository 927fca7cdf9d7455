// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/accountloader.h"

#include "outageload.h"
#include "support/testmain.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace layerscope;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using Way = OutageApi::Way;
using State = AccountLoader::State;
using std::chrono::milliseconds;

/// A whole account whose server stays down midway, or comes back.
class TestAccountOutage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsWithinItsReach_data();
    void endsWithinItsReach();
    void waitsAndGoesOnByItself();
    void canBeStoppedMeanwhile();
    void losesNoRowToACallThatIsLost();
};

void TestAccountOutage::endsWithinItsReach_data()
{
    QTest::addColumn<int>("servers");
    QTest::addColumn<int>("way");
    QTest::addColumn<int>("limit");
    const auto row = [](const char *name, Way way, int limit = 120) {
        for (const int servers : {550, 5500})
            QTest::addRow("%s, %d servers", name, servers) << servers << static_cast<int>(way) << limit;
    };
    row("503", Way::Unavailable);
    row("Internal Error", Way::InternalError);
    row("another error", Way::OtherError);
    row("404", Way::NotFound);
    row("403", Way::Forbidden);
    row("302", Way::Redirect);
    row("429", Way::TooManyRequests);
    row("429 for long", Way::TooManyForLong);
    row("hangs", Way::Hangs);
    row("hangs, short limit", Way::Hangs, 2);
    row("503, short limit", Way::Unavailable, 2);
    row("dropped", Way::Dropped);
    row("401", Way::Unauthorized);
}

/// Within twice a call's time limit after the last success, and at most 300 calls.
void TestAccountOutage::endsWithinItsReach()
{
    QFETCH(int, servers);
    QFETCH(int, way);
    QFETCH(int, limit);
    // What is aborted when a load ends may have failed already in a way that only Qt knows of yet.
    QTest::failOnWarning(QRegularExpression(u"QNetworkReply"_s));
    OutageApi api(servers, 12, static_cast<Way>(way), 20);
    OutageLoad load(api, std::chrono::seconds(limit));
    load.loader.setEndsWhenBlocked(true);
    load.loader.start();
    load.runToEnd(1h);
    QVERIFY(!load.loader.isRunning());
    QCOMPARE_LE(load.clock.now() - load.lastSuccess, milliseconds(std::chrono::seconds(2 * limit)) + 20ms);
    QCOMPARE_LE(api.calls(), 300);
    QVERIFY(!load.loader.outcome().isComplete());
    QVERIFY(load.servers.table().rowCount() > 0);
    QVERIFY(!load.client.failureCauses().isEmpty());
}

void TestAccountOutage::waitsAndGoesOnByItself()
{
    OutageApi api(550, 12, Way::Unavailable, 12);
    OutageLoad load(api, 120s);
    QSignalSpy outages(&load.loader, &AccountLoader::outageChanged);
    load.loader.start();
    load.run(1h, [&] { return load.loader.outage().has_value(); });
    QVERIFY(load.loader.outage());
    QCOMPARE(load.loader.outage()->cause, u"503 Service Unavailable"_s);
    QVERIFY(load.loader.isRunning());
    QTRY_COMPARE(outages.size(), 1);
    const int calls = api.calls();
    load.run(30min, [] { return false; });
    QVERIFY(load.loader.isRunning());
    QCOMPARE_LE(api.calls() - calls, 35);
    QCOMPARE(outages.size(), 1); // it is said once

    api.recover();
    load.runToEnd(1h);
    QVERIFY(load.loader.state() == State::Finished);
    QVERIFY(!load.loader.outage());
    QCOMPARE(outages.size(), 2);
    const LoadOutcome outcome = load.loader.outcome();
    QCOMPARE(outcome.of(serversTable).rows(), 550);
    QCOMPARE(outcome.of(serversTable).failed + outcome.of(serversTable).partial, 0);
    QCOMPARE(outcome.of(poolsTable).rows(), 12);
    QCOMPARE(outcome.of(poolsTable).failed + outcome.of(poolmembersTable).failed, 0);
}

void TestAccountOutage::canBeStoppedMeanwhile()
{
    OutageApi api(550, 12, Way::Unavailable, 12);
    OutageLoad load(api, 120s);
    load.loader.start();
    load.run(1h, [&] { return load.loader.outage().has_value(); });
    load.loader.stop();
    QVERIFY(load.loader.state() == State::Stopped);
    QVERIFY(load.servers.table().rowCount() > 0);
    api.recover();
    load.run(2min, [&] { return !load.loader.outage(); });
    QVERIFY(!load.loader.outage()); // it is seen though nobody asks for anything
    load.loader.start();
    load.runToEnd(1h);
    QVERIFY(load.loader.state() == State::Finished);
}

/// One call is lost as often as it is tried, whichever it is: all others come.
void TestAccountOutage::losesNoRowToACallThatIsLost()
{
    // The first call of all, the account's counts, four times.
    OutageApi api(60, 3, Way::Dropped, 0, 8); // Qt itself sends each of them twice
    OutageLoad load(api, 120s);
    load.loader.setEndsWhenBlocked(true);
    load.loader.start();
    load.runToEnd(1h);
    QVERIFY(load.loader.state() == State::Finished);
    QCOMPARE(load.loader.outcome().of(serversTable).complete, 60);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestAccountOutage)
#include "tst_accountoutage.moc"
