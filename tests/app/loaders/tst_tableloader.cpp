// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/tableloader.h"

#include "loaders/listsbelow.h"
#include "methodfault.h"
#include "poolload.h"
#include "support/testmain.h"

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Pools by the account's list of them, and their members by lists of theirs: two tables, one life of a load.
struct Tables
{
    static constexpr int servers = 60;
    static constexpr int pools = 6;

    explicit Tables(const QList<Fault> &faults = {}, const QString &key = {})
        : load(servers, pools, faults)
        , client({load.server.restUrl(),
                  {Credentials::Scheme::Basic, load.server.userName(),
                   key.isEmpty() ? load.server.apiKey() : key},
                  QNetworkProxy(QNetworkProxy::NoProxy)},
                 DemoLoad::options(), load.clock)
        , ofPools(client, load.pools)
        , lists(client, load.pools, load.members)
        , ofMembers(client, load.members, lists)
    {
        ofPools.setWanted(DemoLoad::columnsNamed(poolCatalogue().allColumns()));
        ofMembers.setWanted(DemoLoad::columnsNamed(memberCatalogue().allColumns()));
    }

    [[nodiscard]] static bool untilDone(const TableLoader &loader)
    {
        QSignalSpy advanced(&loader, &TableLoader::advanced);
        while (loader.state() != TableLoader::State::Done) {
            if (!advanced.wait(PoolLoad::patience))
                return false;
        }
        return true;
    }
    void askForMembers()
    {
        QList<qint64> ids;
        for (int index = 0; index < load.server.account().poolCount(); ++index)
            ids.append(load.server.account().poolId(index));
        lists.ask(ids, Priority::Sweep);
        lists.setAllAsked();
    }

    PoolLoad load;
    ApiClient client;
    TableLoader ofPools;
    ListsBelow lists;
    TableLoader ofMembers;
};

} // namespace

class TestTableLoader : public QObject
{
    Q_OBJECT

    using State = TableLoader::State;

private Q_SLOTS:
    void listsOfTheAccount();
    void listsBelow();
    void stopAndResume();
    void blockedSaysWhy();
    void blockedBelowSaysWhy();
    void retryOfLists();
    void retryOfRows();
    void remembersWhatIsRefused();
    void tellsOfOneTable();
};

void TestTableLoader::listsOfTheAccount()
{
    Tables tables;
    QCOMPARE(tables.ofPools.state(), State::Idle);
    tables.ofPools.start(std::nullopt);
    QCOMPARE(tables.ofPools.state(), State::Listing);
    QSignalSpy ended(&tables.ofPools, &TableLoader::listsEnded);
    QVERIFY(ended.wait(PoolLoad::patience));
    QCOMPARE(tables.ofPools.state(), State::Detailing);
    QVERIFY(Tables::untilDone(tables.ofPools));
    QCOMPARE(tables.ofPools.tally().complete, Tables::pools);
    tables.ofPools.start(std::nullopt);
    QCOMPARE(tables.ofPools.state(), State::Listing);
    QVERIFY(Tables::untilDone(tables.ofPools));
}

void TestTableLoader::listsBelow()
{
    Tables tables;
    tables.ofPools.start(std::nullopt);
    QVERIFY(Tables::untilDone(tables.ofPools));
    QCOMPARE(tables.ofMembers.state(), State::Idle);
    tables.ofMembers.start(std::nullopt);
    QCOMPARE(tables.ofMembers.state(), State::Done); // of no parents
    QSignalSpy advanced(&tables.ofMembers, &TableLoader::advanced);
    tables.askForMembers();
    QCOMPARE(tables.ofMembers.state(), State::Listing);
    QVERIFY(Tables::untilDone(tables.ofMembers));
    QCOMPARE(tables.lists.settledParents(), Tables::pools);
    QVERIFY(tables.ofMembers.tally().complete > 0);
    QVERIFY(tables.ofMembers.listedRows() >= tables.ofMembers.tally().complete);
    QVERIFY(letItTurn());
    QCOMPARE(advanced.count(), 1);
}

void TestTableLoader::stopAndResume()
{
    Tables tables({methodFault(Fault::Kind::Hang, u"Allotment::getObject"_s)});
    tables.ofPools.start(std::nullopt);
    QTRY_COMPARE_WITH_TIMEOUT(tables.ofPools.state(), State::Detailing, PoolLoad::patience);
    tables.ofPools.stop();
    QCOMPARE(tables.ofPools.state(), State::Stopped);
    QVERIFY(!tables.ofPools.blockedBy());
    QCOMPARE(tables.client.scheduler().inFlight(), 0);
    tables.load.setFaults({});
    tables.ofPools.resume();
    QCOMPARE(tables.ofPools.state(), State::Detailing);
    QVERIFY(Tables::untilDone(tables.ofPools));
}

void TestTableLoader::blockedSaysWhy()
{
    Tables tables({}, u"not the key"_s);
    QSignalSpy blocked(&tables.ofPools, &TableLoader::blocked);
    tables.ofPools.start(std::nullopt);
    QVERIFY(blocked.wait(PoolLoad::patience));
    QCOMPARE(blocked.count(), 1);
    QCOMPARE(tables.ofPools.state(), State::Blocked);
    QVERIFY(tables.ofPools.blockedBy());
    QVERIFY(tables.ofPools.blockedBy()->kind == ApiError::Kind::Unauthorized);
    tables.ofPools.start(std::nullopt);
    QCOMPARE(tables.ofPools.state(), State::Listing);
    QVERIFY(!tables.ofPools.blockedBy());
}

void TestTableLoader::blockedBelowSaysWhy()
{
    Tables tables({}, u"not the key"_s);
    tables.ofMembers.start(std::nullopt);
    QSignalSpy blocked(&tables.ofMembers, &TableLoader::blocked);
    tables.askForMembers();
    QVERIFY(blocked.wait(PoolLoad::patience));
    QCOMPARE(tables.ofMembers.state(), State::Blocked);
    QVERIFY(tables.ofMembers.blockedBy() &&
            tables.ofMembers.blockedBy()->kind == ApiError::Kind::Unauthorized);
    QVERIFY(!tables.lists.wasAsked(tables.load.server.account().poolId(0)));
    QVERIFY(letItTurn());
    QCOMPARE(blocked.count(), 1);
    QCOMPARE(tables.client.scheduler().inFlight(), 0);
}

void TestTableLoader::retryOfLists()
{
    const QString list = u"Account::getBandwidthAllotments"_s;
    Tables tables({methodFault(Fault::Kind::InternalError, list)});
    tables.ofPools.start(std::nullopt);
    QVERIFY(Tables::untilDone(tables.ofPools));
    QCOMPARE(tables.load.pools.table().rowCount(), 0);
    tables.load.setFaults({});
    tables.ofPools.retry(RetryScope::ofRows({}));
    QCOMPARE(tables.ofPools.state(), State::Done); // no rows, no lists
    tables.ofPools.retry(RetryScope::ofLists());
    QCOMPARE(tables.ofPools.state(), State::Listing);
    QVERIFY(Tables::untilDone(tables.ofPools));
    QCOMPARE(tables.ofPools.tally().complete, Tables::pools);
}

void TestTableLoader::retryOfRows()
{
    Tables tables({{Fault::Kind::RefusedRelation, {}, 0, u"billingItem"_s, {}}});
    tables.ofPools.start(std::nullopt);
    QVERIFY(Tables::untilDone(tables.ofPools));
    QCOMPARE(tables.ofPools.tally().refused, Tables::pools);
    tables.load.setFaults({});
    tables.ofPools.retry(RetryScope::ofLists()); // all came
    QCOMPARE(tables.ofPools.state(), State::Done);
    tables.ofPools.retry(RetryScope::ofRows({0}));
    QCOMPARE(tables.ofPools.state(), State::Detailing);
    QVERIFY(Tables::untilDone(tables.ofPools));
    QCOMPARE(tables.ofPools.tally().complete, 1);
    tables.ofPools.retry(RetryScope::ofAll());
    QVERIFY(Tables::untilDone(tables.ofPools));
    QCOMPARE(tables.ofPools.tally().complete, Tables::pools);
}

/// The next load tries some rows with it before it asks for all; and gets it when it is permitted.
void TestTableLoader::remembersWhatIsRefused()
{
    Tables tables({{Fault::Kind::RefusedRelation, {}, 0, u"billingItem"_s, {}}});
    const auto load = [&tables] {
        tables.load.server.log().clear();
        tables.ofPools.start(std::nullopt);
        return Tables::untilDone(tables.ofPools);
    };
    const auto questions = [&tables] {
        const QList<LoggedCall> calls = tables.load.calls(u"Allotment::getObject"_s);
        return std::count_if(calls.cbegin(), calls.cend(),
                             [](const LoggedCall &call) { return call.mask.contains(u"billingItem"_s); });
    };
    QVERIFY(load());
    QCOMPARE(tables.ofPools.tally().refused, Tables::pools);
    QCOMPARE(tables.client.refused("pools.pool"), QByteArrayList{"fee_month_usd"});
    const auto asFirst = questions();
    QVERIFY(load());
    QCOMPARE(tables.ofPools.tally().refused, Tables::pools);
    QVERIFY2(questions() < asFirst, qPrintable(QString::number(questions())));

    tables.load.setFaults({});
    QVERIFY(load());
    QCOMPARE(tables.ofPools.tally().complete, Tables::pools);
    QVERIFY(tables.client.refused("pools.pool").isEmpty());
    QVERIFY(load());
    QCOMPARE(tables.load.calls(u"Allotment::getObject"_s).size(), Tables::pools); // as ever
}

void TestTableLoader::tellsOfOneTable()
{
    Tables tables;
    tables.ofPools.start(std::nullopt);
    QVERIFY(Tables::untilDone(tables.ofPools));
    LoadOutcome outcome;
    tables.ofPools.tell(outcome);
    QCOMPARE(outcome.lists.size(), 1);
    QCOMPARE(outcome.lists.constFirst().kind, RowKind::Pool);
    QCOMPARE(outcome.lists.constFirst().rows, Tables::pools);
    QCOMPARE(outcome.of(poolsTable).complete, Tables::pools);
    QVERIFY(outcome.isComplete());
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestTableLoader)
#include "tst_tableloader.moc"
