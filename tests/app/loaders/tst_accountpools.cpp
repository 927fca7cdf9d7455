// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoload.h"
#include "inventory/kinds.h"
#include "loaders/poolsloader.h"
#include "methodfault.h"
#include "statelog.h"
#include "support/faultproxy.h"
#include "support/testmain.h"

#include <algorithm>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

using State = AccountLoader::State;
using States = StateLog::States;

namespace {

/// Pools beside the servers of a demo account, set into its loader.
struct Pools
{
    explicit Pools(DemoLoad &demo)
        : store(poolCatalogue())
        , members(memberCatalogue())
        , loader(*demo.client, store, members)
    {
        loader.setWantedColumns(DemoLoad::columnsNamed(poolCatalogue().defaultColumns()));
        loader.setWantedMemberColumns(DemoLoad::columnsNamed(memberCatalogue().defaultColumns()));
        demo.loader->setPools(&loader);
    }

    InventoryStore store;
    InventoryStore members;
    PoolsLoader loader;
};

/// Whether a call of this "Service::method" came, or part of it.
bool cameTo(const SimulatedServer &server, const QString &method)
{
    const QList<LoggedCall> calls = server.log().calls();
    return std::any_of(calls.cbegin(), calls.cend(), [&](const LoggedCall &call) {
        return QString(call.service + u"::" + call.method).contains(method);
    });
}

} // namespace

/// An account's load with pools beside the servers; the rest of it is in tst_accountloader.
class TestAccountPools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void poolsComeBesideTheServers();
    void countsOfNoneAreNotBelievedAgainstServers();
    void countsOfNoneAreNotBelievedAgainstAnAllocation();
    void namesMayComeWithARetry_data();
    void namesMayComeWithARetry();
    void namesMayComeWithAnotherColumn();
    void poolsAlone();
    void membersComeLast();
    void membersDoNotWaitForTablesBeside();
    void progressCountsPools();
    void stopWithPools_data();
    void stopWithPools();
    void resumeWithPools_data();
    void resumeWithPools();
    void poolColumnsAtAnyTime();
    void retryOfPools();
    void refusedPoolsCostNoServers();
    void serverThatGoesAwayLeavesTheRows();

private:
    static constexpr int servers = 300;
    static constexpr int namingServers = 60; ///< Of tests of pools that servers name.

    static FaultPlan planOf(QList<Fault> faults)
    {
        FaultPlan plan;
        plan.faults = std::move(faults);
        plan.callsPerSecond = 0;
        return plan;
    }
    static void addPlacesToStop();
    /// All counts of every pool say 0, and so do its traffic and, the last of them, its allocation.
    static QList<Fault> countsOfNone();
    /// Members of a load in which servers say which pool they share.
    static int memberRows(const QList<Fault> &faults);
    /// Pools with devices that no list shows.
    [[nodiscard]] static int poolsWithHiddenDevices(const SimulatedAccount &account);
};

int TestAccountPools::poolsWithHiddenDevices(const SimulatedAccount &account)
{
    int pools = 0;
    for (int index = 0; index < account.poolCount(); ++index)
        pools += account.poolMembers(index).hidden > 0 ? 1 : 0;
    return pools;
}

QList<Fault> TestAccountPools::countsOfNone()
{
    QList<Fault> faults;
    for (const char *property :
         {"hardwareCount", "virtualGuestCount", "bareMetalInstanceCount",
          "applicationDeliveryControllerCount", "privateNetworkOnlyHardwareCount", "activeDetailCount"}) {
        faults.append(
            {Fault::Kind::OtherNumber, {.mask = u"activeDetailCount"_s}, 0, QLatin1String(property), {}});
    }
    for (const char *property : {"outboundPublicBandwidthUsage", "amountOut"})
        faults.append({Fault::Kind::OtherNumber, {}, 0, QLatin1String(property), {}});
    faults.append({Fault::Kind::OtherNumber, {}, 0, u"totalBandwidthAllocated"_s, {}});
    return faults;
}

int TestAccountPools::memberRows(const QList<Fault> &faults)
{
    DemoLoad demo(namingServers, planOf(faults));
    Pools pools(demo);
    demo.loader->setWantedColumns(DemoLoad::columnsNamed({ServerColumn::Fqdn, ServerColumn::PoolId}));
    (void)demo.load();
    return pools.members.table().rowCount();
}

void TestAccountPools::poolsComeBesideTheServers()
{
    DemoLoad demo(servers);
    Pools pools(demo);
    StateLog log(*demo.loader);
    QSignalSpy finished(demo.loader.get(), &AccountLoader::finished);
    int membersAtTheEnd = -1;
    connect(demo.loader.get(), &AccountLoader::finished, this,
            [&] { membersAtTheEnd = pools.members.table().rowCount(); });

    const LoadOutcome outcome = demo.load();
    QCOMPARE(log.states, (States{State::Counting, State::Listing, State::Detailing, State::Finished}));
    QCOMPARE(finished.count(), 1);
    const SimulatedAccount &account = demo.server.account();
    QVERIFY(account.poolCount() > 0);
    QCOMPARE(pools.store.table().rowCount(), account.poolCount());
    QCOMPARE(outcome.of(serversTable).complete, servers);
    QCOMPARE(outcome.of(poolsTable).complete, account.poolCount());
    QCOMPARE(outcome.of(poolmembersTable).rows(), membersAtTheEnd);
    QCOMPARE(outcome.of(poolmembersTable).refused, poolsWithHiddenDevices(account));
    QCOMPARE(outcome.isComplete(), poolsWithHiddenDevices(account) == 0);
    QCOMPARE(outcome.lists.size(), 3);
    QCOMPARE(outcome.lists.last().kind, RowKind::Pool);
    QVERIFY(membersAtTheEnd > 0);
    QVERIFY(letItTurn());
    QCOMPARE(finished.count(), 1); // it is over, and stays so
    QCOMPARE(demo.loader->state(), State::Finished);
}

void TestAccountPools::countsOfNoneAreNotBelievedAgainstServers()
{
    const int calm = memberRows({});
    QVERIFY(calm > 10);
    const int rows = memberRows(countsOfNone());
    // Members that this key may not see are counted by the counts alone.
    QVERIFY2(rows > calm / 2 && rows <= calm, qPrintable(u"%1 of %2"_s.arg(rows).arg(calm)));
}

/// No server is loaded that could name a pool, as for a file of pool members alone.
void TestAccountPools::countsOfNoneAreNotBelievedAgainstAnAllocation()
{
    QList<Fault> faults = countsOfNone();
    faults.removeLast(); // that of the allocation
    DemoLoad demo(namingServers, planOf(faults));
    Pools pools(demo);
    demo.loader->setKinds({});
    (void)demo.load();
    const int calm = memberRows({});
    const int rows = pools.members.table().rowCount();
    QVERIFY2(rows > calm / 2 && rows <= calm, qPrintable(u"%1 of %2"_s.arg(rows).arg(calm)));

    // What the lists said stands in the pools, too, and a pool of nobody has none.
    QHash<qint64, qint64> listed;
    for (int row = 0; row < rows; ++row)
        ++listed[pools.members.table().bits(row, MemberColumn::PoolId)];
    const InventoryTable &table = pools.store.table();
    for (int row = 0; row < table.rowCount(); ++row) {
        QVERIFY(table.hasValue(row, PoolColumn::Devices));
        QCOMPARE(table.bits(row, PoolColumn::Devices), listed.value(table.key(row).id));
    }
}

void TestAccountPools::namesMayComeWithARetry_data()
{
    QTest::addColumn<QList<Fault>>("faults");
    const Fault unnamed{Fault::Kind::RefusedRelation, {.method = u"Account::get"_s}, 0, u"virtualRack"_s, {}};
    const Fault unlisted{
        Fault::Kind::InternalError, {.method = u"Account::getBandwidthAllotments"_s}, 0, {}, {}};
    QTest::newRow("of pools that stand") << QList<Fault>{unnamed};
    QTest::newRow("of pools that come with it") << QList<Fault>{unnamed, unlisted};
}

void TestAccountPools::namesMayComeWithARetry()
{
    QFETCH(QList<Fault>, faults);
    DemoLoad demo(namingServers, planOf(countsOfNone() + faults));
    Pools pools(demo);
    demo.loader->setWantedColumns(DemoLoad::columnsNamed({ServerColumn::Fqdn, ServerColumn::PoolId}));
    (void)demo.load();
    QCOMPARE(pools.members.table().rowCount(), 0); // nobody names a pool, and none counts any

    // The pools are done long before the servers say which they share.
    const Fault late{Fault::Kind::ExtraLatency, {.mask = u"virtualRack"_s}, 300, {}, {}};
    demo.server.setFaultPlan(planOf(countsOfNone() << late));
    QSignalSpy finished(demo.loader.get(), &AccountLoader::finished);
    demo.loader->retry();
    QVERIFY(finished.wait(DemoLoad::patience));
    QCOMPARE(pools.members.table().rowCount(), memberRows(countsOfNone()));
    QCOMPARE(pools.loader.poolsWithoutMembers(), 0);
}

/// One that says which pool a server shares is shown when all members were asked for long ago.
void TestAccountPools::namesMayComeWithAnotherColumn()
{
    DemoLoad demo(namingServers, planOf(countsOfNone()));
    Pools pools(demo);
    demo.loader->setWantedColumns(DemoLoad::columnsNamed({ServerColumn::Fqdn}));
    (void)demo.load();
    QCOMPARE(demo.loader->state(), State::Finished);
    QCOMPARE(pools.members.table().rowCount(), 0); // nobody names a pool, and none counts any

    QSignalSpy finished(demo.loader.get(), &AccountLoader::finished);
    demo.loader->setWantedColumns(DemoLoad::columnsNamed({ServerColumn::Fqdn, ServerColumn::PoolId}));
    QVERIFY(finished.wait(DemoLoad::patience));
    QCOMPARE(demo.loader->state(), State::Finished);
    QCOMPARE(pools.members.table().rowCount(), memberRows(countsOfNone()));
    QCOMPARE(pools.loader.poolsWithoutMembers(), 0);

    // Rows that have all of it already bring nothing new, and cost nothing.
    const qsizetype calls = demo.server.log().calls().size();
    demo.loader->setWantedColumns(DemoLoad::columnsNamed({ServerColumn::PoolId}));
    QVERIFY(letItTurn());
    QCOMPARE(demo.loader->state(), State::Finished);
    QCOMPARE(demo.server.log().calls().size(), calls);
}

void TestAccountPools::poolsAlone()
{
    DemoLoad demo(servers);
    Pools pools(demo);
    demo.loader->setKinds({});
    pools.loader.setLoadsMembers(false);
    StateLog log(*demo.loader);
    const LoadOutcome outcome = demo.load();
    QVERIFY2(outcome.isComplete(), qPrintable(outcome.reasons().join(u'\n')));
    QCOMPARE(log.states, (States{State::Counting, State::Listing, State::Detailing, State::Finished}));
    QCOMPARE(demo.store->table().rowCount(), 0);
    QCOMPARE(pools.store.table().rowCount(), demo.server.account().poolCount());
    QCOMPARE(demo.loader->progress().expectedRows, demo.server.account().poolCount());
    QVERIFY(!demo.loader->progress().countsServers);
    for (const LoggedCall &call : demo.server.log().calls())
        QVERIFY(!call.method.contains(u"Hardware") && !call.method.contains(u"Guest"));

    DemoLoad empty(0); // an account of nothing
    Pools none(empty);
    QVERIFY(empty.load().isComplete());
    QCOMPARE(empty.loader->progress().expectedRows, 0);
}

void TestAccountPools::membersComeLast()
{
    DemoLoad demo(servers);
    Pools pools(demo);
    demo.load();
    bool anyMembers = false;
    for (const LoggedCall &call : demo.server.log().calls()) {
        const bool isMemberList = call.service.endsWith(u"Allotment") && call.method != u"getObject";
        anyMembers |= isMemberList;
        if (anyMembers)
            QVERIFY2(isMemberList, qPrintable(QString(call.service + u"::" + call.method)));
    }
    QVERIFY(anyMembers);
}

/// A table beside that never comes holds up neither the pools nor their members.
void TestAccountPools::membersDoNotWaitForTablesBeside()
{
    const TableSpec &beside = *AccountLoader::tablesBeside().constFirst();
    InventoryStore store(beside.catalogue());
    const QString list = QString::fromLatin1(beside.specs.front().list.method);
    DemoLoad demo(servers, planOf({methodFault(Fault::Kind::Hang, list)}));
    Pools pools(demo);
    demo.loader->addTable(store);
    demo.loader->setWantedColumns(beside, DemoLoad::columnsNamed(beside.catalogue().defaultColumns()));
    QSignalSpy finished(demo.loader.get(), &AccountLoader::finished);
    demo.loader->start();
    const int poolCount = demo.server.account().poolCount();
    QTRY_COMPARE_WITH_TIMEOUT(pools.loader.progress().poolsWithMembers, poolCount, DemoLoad::patience);
    QTRY_VERIFY_WITH_TIMEOUT(pools.loader.isDone(), DemoLoad::patience);
    QCOMPARE(demo.loader->state(), State::Detailing);
    QVERIFY(!demo.loader->progress().isLoadingMembers); // they are not all that is left
    const int members = pools.members.table().rowCount();
    QVERIFY(members > 0);

    demo.loader->stop();
    demo.server.setFaultPlan(planOf({}));
    demo.loader->resume();
    QVERIFY(finished.wait(DemoLoad::patience));
    QCOMPARE(demo.loader->state(), State::Finished);
    QVERIFY(store.table().rowCount() > 0);
    QCOMPARE(pools.members.table().rowCount(), members);
    QVERIFY(demo.loader->progress().isLoadingMembers);
}

void TestAccountPools::progressCountsPools()
{
    DemoLoad demo(servers);
    Pools pools(demo);
    const int poolCount = demo.server.account().poolCount();
    QList<LoadProgress> seen;
    connect(demo.loader.get(), &AccountLoader::progressChanged, this,
            [&] { seen.append(demo.loader->progress()); });
    demo.load();
    for (const LoadProgress &progress : std::as_const(seen)) {
        if (!progress.expectedRows)
            continue;
        QVERIFY(*progress.expectedRows >= servers);
        QVERIFY(progress.settledRows <= *progress.expectedRows);
        QVERIFY(progress.poolsWithMembers <= progress.pools);
        QVERIFY(progress.countsServers && progress.countsPools);
        if (progress.isLoadingMembers)
            QCOMPARE(progress.settledRows, servers + poolCount);
    }
    const LoadProgress &end = demo.loader->progress();
    QCOMPARE(end.expectedRows, servers + poolCount);
    QCOMPARE(end.settledRows, servers + poolCount);
    QCOMPARE(end.listedRows, servers + poolCount);
    QCOMPARE(end.pools, poolCount);
    QCOMPARE(end.poolsWithMembers, poolCount);
    QVERIFY(end.isLoadingMembers);
    QCOMPARE(end.callsInFlight, 0);
    QVERIFY(!end.timeLeft);
}

void TestAccountPools::addPlacesToStop()
{
    QTest::addColumn<QString>("method");
    QTest::newRow("counts") << u"Account::getObject"_s;
    QTest::newRow("list of servers") << u"Account::getHardware"_s;
    QTest::newRow("list of pools") << u"Account::getBandwidthAllotments"_s;
    QTest::newRow("pools") << u"Allotment::getObject"_s;
    QTest::newRow("members") << u"Allotment::getVirtualGuests"_s;
}

void TestAccountPools::stopWithPools_data()
{
    addPlacesToStop();
}

void TestAccountPools::stopWithPools()
{
    QFETCH(QString, method);
    DemoLoad demo(servers, planOf({{Fault::Kind::Hang, {.method = method}, 0, {}, {}}}));
    Pools pools(demo);
    QSignalSpy finished(demo.loader.get(), &AccountLoader::finished);
    demo.loader->start();
    QTRY_VERIFY_WITH_TIMEOUT(cameTo(demo.server, method), DemoLoad::patience);
    QVERIFY(demo.loader->isRunning());
    demo.loader->stop();
    QCOMPARE(demo.loader->state(), State::Stopped);
    QCOMPARE(finished.count(), 1);
    QVERIFY(demo.loader->outcome().wasStopped);
    QVERIFY(!demo.loader->outcome().isComplete());
    QCOMPARE(demo.client->scheduler().inFlight(), 0);
    QVERIFY(letItTurn()); // word of the stop itself
    QSignalSpy started(&demo.client->scheduler(), &RequestScheduler::loadChanged);
    pools.loader.setOpenPools({demo.server.account().poolId(0)}); // as somebody may
    pools.loader.setWantedColumns(DemoLoad::columnsNamed(poolCatalogue().allColumns()));
    QVERIFY(letItTurn());
    QCOMPARE(demo.loader->state(), State::Stopped);
    QCOMPARE(started.count(), 0);

    demo.server.setFaultPlan(planOf({}));
    const LoadOutcome again = demo.load();
    QVERIFY(!again.wasStopped);
    QCOMPARE(again.of(poolsTable).complete, demo.server.account().poolCount());
    QCOMPARE(again.of(poolmembersTable).refused, poolsWithHiddenDevices(demo.server.account()));
    QCOMPARE(again.of(poolmembersTable).partial, 0);
}

void TestAccountPools::resumeWithPools_data()
{
    addPlacesToStop();
}

void TestAccountPools::resumeWithPools()
{
    QFETCH(QString, method);
    DemoLoad demo(servers, planOf({{Fault::Kind::Hang, {.method = method}, 0, {}, {}}}));
    Pools pools(demo);
    demo.loader->start();
    QTRY_VERIFY_WITH_TIMEOUT(cameTo(demo.server, method), DemoLoad::patience);
    demo.loader->stop();

    demo.server.setFaultPlan(planOf({}));
    QSignalSpy finished(demo.loader.get(), &AccountLoader::finished);
    demo.loader->retry();
    QVERIFY(demo.loader->isRunning());
    QVERIFY(finished.wait(DemoLoad::patience));
    QCOMPARE(demo.loader->state(), State::Finished);
    const LoadOutcome outcome = demo.loader->outcome();
    QVERIFY(!outcome.wasStopped);
    QCOMPARE(outcome.of(serversTable).complete, servers);
    QCOMPARE(outcome.of(poolsTable).partial, 0);
    QCOMPARE(outcome.of(poolmembersTable).partial, 0);
    QCOMPARE(outcome.of(poolsTable).complete, demo.server.account().poolCount());
    QCOMPARE(outcome.of(poolmembersTable).refused, poolsWithHiddenDevices(demo.server.account()));
    QCOMPARE(pools.loader.progress().poolsWithMembers, demo.server.account().poolCount());
}

void TestAccountPools::poolColumnsAtAnyTime()
{
    DemoLoad demo(servers);
    Pools pools(demo);
    pools.loader.setLoadsMembers(false);
    pools.loader.setWantedColumns(DemoLoad::columnsNamed({PoolColumn::Name}));
    // While it runs: the end waits for what was wanted last.
    connect(demo.loader.get(), &AccountLoader::stateChanged, this, [&](State state) {
        if (state == State::Detailing)
            pools.loader.setWantedColumns(DemoLoad::columnsNamed({PoolColumn::FeeMonthUsd}));
    });
    QVERIFY(demo.load().isComplete());
    QCOMPARE(rowsIn(pools.store.table(), CellState::NotAsked, PoolColumn::FeeMonthUsd).size(), 0);
    QVERIFY(!rowsIn(pools.store.table(), CellState::NotAsked, PoolColumn::OutPublicGb).isEmpty());

    // After the end: it goes on.
    StateLog log(*demo.loader);
    QSignalSpy finished(demo.loader.get(), &AccountLoader::finished);
    disconnect(demo.loader.get(), &AccountLoader::stateChanged, this, nullptr);
    pools.loader.setWantedColumns(DemoLoad::columnsNamed({PoolColumn::OutPublicGb}));
    QCOMPARE(demo.loader->state(), State::Detailing);
    QVERIFY(finished.wait(DemoLoad::patience));
    QCOMPARE(log.states, (States{State::Detailing, State::Finished}));
    QCOMPARE(rowsIn(pools.store.table(), CellState::NotAsked, PoolColumn::OutPublicGb).size(), 0);

    const qsizetype calls = demo.server.log().calls().size();
    pools.loader.setWantedColumns(DemoLoad::columnsNamed({PoolColumn::Name})); // known already
    QCOMPARE(demo.loader->state(), State::Finished);
    QCOMPARE(demo.server.log().calls().size(), calls);
}

void TestAccountPools::retryOfPools()
{
    DemoLoad demo(
        servers,
        planOf(
            {{Fault::Kind::RefusedRelation, {.method = u"Allotment::getObject"_s}, 0, u"billingItem"_s, {}},
             {Fault::Kind::InternalError, {.method = u"Allotment::getVirtualGuests"_s}, 0, {}, {}}}));
    Pools pools(demo);
    const LoadOutcome spoilt = demo.load();
    QCOMPARE(demo.loader->state(), State::Finished);
    const int poolCount = demo.server.account().poolCount();
    QCOMPARE(spoilt.of(poolsTable).refused, poolCount);
    QVERIFY(spoilt.of(poolmembersTable).failed > 0);

    demo.server.setFaultPlan(planOf({}));
    QSignalSpy finished(demo.loader.get(), &AccountLoader::finished);
    demo.loader->retryPools({0});
    QCOMPARE(demo.loader->state(), State::Detailing);
    QVERIFY(finished.wait(DemoLoad::patience));
    QCOMPARE(demo.loader->outcome().of(poolsTable).refused, poolCount - 1);

    demo.loader->retry();
    QVERIFY(finished.wait(DemoLoad::patience));
    const LoadOutcome outcome = demo.loader->outcome();
    QCOMPARE(outcome.of(poolsTable).complete, poolCount);
    QCOMPARE(outcome.of(poolmembersTable).failed, 0);
    QCOMPARE(outcome.of(poolmembersTable).refused, poolsWithHiddenDevices(demo.server.account()));
}

void TestAccountPools::refusedPoolsCostNoServers()
{
    DemoLoad demo(
        servers,
        planOf({{Fault::Kind::RefusedRelation, {.method = u"getBandwidthAllotments"_s}, 0, u"name"_s, {}}}));
    Pools pools(demo);
    const LoadOutcome outcome = demo.load();
    QCOMPARE(demo.loader->state(), State::Finished);
    QCOMPARE(outcome.of(serversTable).complete, servers);
    QVERIFY(!outcome.isComplete());
    QVERIFY(!outcome.fatal);
    QCOMPARE(outcome.reasons().first(), u"The list of bandwidth pools is not complete."_s);
}

void TestAccountPools::serverThatGoesAwayLeavesTheRows()
{
    DemoLoad demo(servers);
    FaultProxy proxy(static_cast<quint16>(demo.server.restUrl().port()));
    demo.connectTo(proxy.restBase());
    demo.loader->setEndsWhenBlocked(true);
    Pools pools(demo);
    proxy.setPlan([&pools] {
        return pools.loader.progress().isLoadingMembers ? FaultProxy::Fault::Drop : FaultProxy::Fault::None;
    });
    const LoadOutcome outcome = demo.load();
    QCOMPARE(demo.loader->state(), State::Failed);
    QVERIFY(outcome.fatal && outcome.fatal->kind == ApiError::Kind::Offline);
    QCOMPARE(outcome.of(serversTable).complete, servers);
    QCOMPARE(outcome.of(poolsTable).complete, demo.server.account().poolCount());
    QCOMPARE(pools.members.table().rowCount(), 0);
    QCOMPARE(demo.client->scheduler().inFlight(), 0);

    proxy.setPlan([] { return FaultProxy::Fault::None; });
    QSignalSpy finished(demo.loader.get(), &AccountLoader::finished);
    demo.loader->retry(); // goes on with what was left
    QVERIFY(finished.wait(DemoLoad::patience));
    QCOMPARE(demo.loader->state(), State::Finished);
    QVERIFY(!demo.loader->outcome().fatal);
    QCOMPARE(pools.loader.progress().poolsWithMembers, demo.server.account().poolCount());
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestAccountPools)
#include "tst_accountpools.moc"
