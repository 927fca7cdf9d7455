// SPDX-License-Identifier: GPL-3.0-or-later
#include "poolload.h"
#include "support/testmain.h"

#include <QSet>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString listMethod = u"SoftLayer_Account::getBandwidthAllotments"_s;
const QString detailMethod = u"Allotment::getObject"_s;

Fault hang(const QString &method, qint64 id = 0)
{
    FaultScope scope{.method = method};
    scope.id = id;
    return {Fault::Kind::Hang, scope, 0, {}, {}};
}

Fault refused(const QString &property, const QString &method = {})
{
    return {Fault::Kind::RefusedRelation, {.method = method}, 0, property, {}};
}

QSet<qint64> idsOf(const InventoryTable &table)
{
    QSet<qint64> ids;
    for (int row = 0; row < table.rowCount(); ++row)
        ids.insert(table.key(row).id);
    return ids;
}

QSet<qint64> idsOf(const SimulatedAccount &account)
{
    QSet<qint64> ids;
    for (int index = 0; index < account.poolCount(); ++index)
        ids.insert(account.poolId(index));
    return ids;
}

/// Of all pools: relations that have members.
qsizetype listsThatCountSomebody(const InventoryTable &table)
{
    qsizetype lists = 0;
    for (int row = 0; row < table.rowCount(); ++row) {
        for (const ColumnIndex count :
             {PoolColumn::HardwareCount, PoolColumn::VirtualCount, PoolColumn::BareMetalInstanceCount,
              PoolColumn::ControllerCount, PoolColumn::PrivateNetworkOnlyCount})
            lists += table.hasValue(row, count) && table.bits(row, count) > 0 ? 1 : 0;
    }
    return lists;
}

} // namespace

class TestPoolsLoader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void listStandsBeforeTheDetails();
    void oneCallForTheListAndOneForEachPool();
    void onlyWhatIsWantedIsAskedFor();
    void allocationComesForTheSakeOfMembers();
    void defaultRackIsNoPool_data();
    void defaultRackIsNoPool();
    void listRefusedWithARelationStillStands();
    void relationRefusedEverywhereCostsItsCells();
    void listRefusedIsToldSo();
    void poolThatIsNotThereCostsItselfOnly();
    void countsRefusedCostNoMembers();
    void openPoolsGoFirst();
    void openPoolsWaitForTheirCounts();
    void nothingIsAskedAfterAStop_data();
    void nothingIsAskedAfterAStop();
    void goesOnAfterAStop_data();
    void goesOnAfterAStop();
    void reloadFollowsTheAccount();
    void failedReloadKeepsWhatWasThere();
    void retryBringsWhatFailed();
    void retriedListBringsMembersToo();
    void wrongKeyBlocks();
    void moreColumnsLater();
    void advancedEnds();

private:
    static constexpr int servers = 300;
    static constexpr int pools = 12;

    static void addPlacesToStop();
    /// Started with a fault that keeps it there, and until it is there.
    static void runInto(PoolLoad &load, const QString &method);

    QByteArray m_pools;
    QByteArray m_members;
};

void TestPoolsLoader::initTestCase()
{
    PoolLoad load(servers, pools);
    QVERIFY(load.loadAll());
    m_pools = PoolLoad::csv(load.pools.table());
    m_members = PoolLoad::csv(load.members.table());
    QCOMPARE(load.pools.table().rowCount(), pools);
    QVERIFY(load.members.table().rowCount() > pools);
}

void TestPoolsLoader::listStandsBeforeTheDetails()
{
    PoolLoad load(servers, pools, {hang(detailMethod)});
    load.loader.start();
    QTRY_COMPARE_WITH_TIMEOUT(load.pools.table().rowCount(), pools, PoolLoad::patience);
    QCOMPARE(idsOf(load.pools.table()), idsOf(load.server.account()));
    QCOMPARE(rowsIn(load.pools.table(), CellState::Value, PoolColumn::Region).size(), pools);
    QCOMPARE(rowsIn(load.pools.table(), CellState::Value, PoolColumn::AllocationGb).size(), pools);
    QCOMPARE(rowsIn(load.pools.table(), CellState::Value, PoolColumn::Devices).size(), 0);
    QVERIFY(!load.loader.arePoolsDone());
    const PoolsLoader::Progress progress = load.loader.progress();
    QCOMPARE(progress.expectedPools, pools);
    QCOMPARE(progress.listedPools, pools);
    QCOMPARE(progress.settledPools, 0);
    QVERIFY(!progress.isLoadingMembers);
}

void TestPoolsLoader::oneCallForTheListAndOneForEachPool()
{
    PoolLoad load(servers, pools);
    load.loader.setLoadsMembers(false);
    QVERIFY(load.loadPools());
    QVERIFY(load.loader.isDone());
    QCOMPARE(load.calls(listMethod).size(), 1);
    const QList<LoggedCall> details = load.calls(detailMethod);
    QCOMPARE(details.size(), pools);
    QCOMPARE(load.server.log().calls().size(), pools + 1);
    const QString listMask = load.calls(listMethod).first().mask;
    QVERIFY2(!listMask.contains(u"Count") && !listMask.contains(u"billingItem"), qPrintable(listMask));
    load.loader.loadAllMembers(); // nobody wants them
    QVERIFY(load.loader.isDone());
    QCOMPARE(load.server.log().calls().size(), pools + 1);
    QCOMPARE(load.loader.members(), RowTally());
    QCOMPARE(PoolLoad::csv(load.pools.table()), m_pools);
}

void TestPoolsLoader::onlyWhatIsWantedIsAskedFor()
{
    PoolLoad load(servers, pools);
    load.loader.setLoadsMembers(false);
    load.loader.setWantedColumns(DemoLoad::columnsNamed({PoolColumn::Name, PoolColumn::AllocationGb}));
    QVERIFY(load.loadPools());
    QCOMPARE(load.server.log().calls().size(), 1); // all of it is in the list

    PoolLoad members(servers, pools); // of whose columns none needs what the pools use
    members.loader.setWantedColumns({});
    members.loader.setWantedMemberColumns(DemoLoad::columnsNamed({MemberColumn::Fqdn}));
    QVERIFY(members.loadAll());
    for (const LoggedCall &call : members.calls(detailMethod))
        QCOMPARE(call.mask,
                 u"mask[id,hardwareCount,virtualGuestCount,bareMetalInstanceCount,"
                 "applicationDeliveryControllerCount,privateNetworkOnlyHardwareCount,activeDetailCount]"_s);
    QCOMPARE(members.members.table().rowCount(), static_cast<int>(m_members.count('\n')) - 1);
}

/// By what they are allocated, pools that count nobody are known to be empty.
void TestPoolsLoader::allocationComesForTheSakeOfMembers()
{
    PoolLoad load(servers, pools, {refused(u"totalBandwidthAllocated"_s, listMethod)});
    load.loader.setWantedColumns({});
    load.loader.setWantedMemberColumns(DemoLoad::columnsNamed({MemberColumn::Fqdn}));
    QVERIFY(load.loadAll());
    QCOMPARE(rowsIn(load.pools.table(), CellState::NotAsked, PoolColumn::AllocationGb).size(), 0);
    QCOMPARE(load.calls(detailMethod).size(), pools); // beside the counts
    const qsizetype lists = load.calls(u"Allotment::get"_s).size() - load.calls(detailMethod).size();
    QCOMPARE(lists, listsThatCountSomebody(load.pools.table()));
}

void TestPoolsLoader::defaultRackIsNoPool_data()
{
    QTest::addColumn<QList<Fault>>("faults");
    const Fault ignored{Fault::Kind::FilterIgnored, {.method = listMethod}, 0, {}, {}};
    QTest::newRow("filter kept") << QList<Fault>();
    QTest::newRow("filter ignored") << QList<Fault>{ignored};
    QTest::newRow("filter ignored, relations refused")
        << QList<Fault>{ignored, refused(u"locationGroup"_s, listMethod)};
}

void TestPoolsLoader::defaultRackIsNoPool()
{
    QFETCH(QList<Fault>, faults);
    PoolLoad load(servers, pools, faults);
    QVERIFY(load.loadAll());
    QCOMPARE(idsOf(load.pools.table()), idsOf(load.server.account()));
    const LoadOutcome::List list = load.loader.list();
    QVERIFY(list.isComplete());
    QCOMPARE(list.announced, pools);
    QCOMPARE(list.listed, pools);
    QCOMPARE(PoolLoad::csv(load.pools.table()), m_pools);
    QCOMPARE(PoolLoad::csv(load.members.table()), m_members);
}

void TestPoolsLoader::listRefusedWithARelationStillStands()
{
    PoolLoad load(servers, pools, {refused(u"totalBandwidthAllocated"_s, listMethod)});
    QVERIFY(load.loadAll());
    QCOMPARE(load.calls(listMethod).size(), 2);
    QCOMPARE(PoolLoad::csv(load.pools.table()), m_pools); // what the list lacked came pool by pool
    QCOMPARE(PoolLoad::csv(load.members.table()), m_members);
}

void TestPoolsLoader::relationRefusedEverywhereCostsItsCells()
{
    constexpr int many = 60;
    PoolLoad load(servers, many, {refused(u"billingItem"_s)});
    QVERIFY(load.loadPools());
    QCOMPARE(load.loader.pools().refused, many);
    for (const ColumnIndex column : poolCatalogue().allColumns()) {
        const bool isRefused = poolCatalogue().column(column).group == PoolGroup::Fee;
        QCOMPARE(rowsIn(load.pools.table(), CellState::Refused, column).size(), isRefused ? many : 0);
    }
    // What is refused row after row is given up.
    QVERIFY2(load.calls(detailMethod).size() < 3 * many,
             qPrintable(QString::number(load.calls(detailMethod).size())));
}

void TestPoolsLoader::listRefusedIsToldSo()
{
    PoolLoad load(
        servers, pools,
        {{Fault::Kind::NotFound, {.method = listMethod}, 0, {}, {}}, refused(u"name"_s, listMethod)});
    QVERIFY(load.loadAll());
    const LoadOutcome::List list = load.loader.list();
    QVERIFY(!list.isComplete());
    QVERIFY(list.errors.first().isRefusal());
    QCOMPARE(load.pools.table().rowCount(), 0);
    QCOMPARE(load.members.table().rowCount(), 0);
}

void TestPoolsLoader::poolThatIsNotThereCostsItselfOnly()
{
    PoolLoad healthy(servers, pools);
    const qint64 gone = healthy.server.account().poolId(3);
    PoolLoad load(servers, pools, {{Fault::Kind::NotFound, {.method = u"Allotment::"_s}, 0, {}, {gone}}});
    QVERIFY(load.loadAll());
    const std::optional<int> row = load.poolRow(gone);
    QVERIFY(row);
    QCOMPARE(load.pools.table().cellState(*row, PoolColumn::Name), CellState::Value);
    QCOMPARE(load.pools.table().cellState(*row, PoolColumn::Devices), CellState::Refused);
    QCOMPARE(load.loader.pools().refused, 1);
    QCOMPARE(load.loader.pools().complete, pools - 1);

    // Nobody can tell who is in it, and that is said.
    const std::optional<int> rest = load.remainderRow(gone);
    QVERIFY(rest);
    QCOMPARE(load.members.table().rowState(*rest, GroupSet().set(MemberGroup::Identity)), RowState::Failed);
    QCOMPARE(load.members.table().text(*rest, MemberColumn::Fqdn), u"Some members could not be listed"_s);
    QVERIFY(load.loader.members().failed >= 1);
}

void TestPoolsLoader::countsRefusedCostNoMembers()
{
    PoolLoad load(servers, pools, {refused(u"virtualGuestCount"_s)});
    QVERIFY(load.loadAll());
    QCOMPARE(rowsIn(load.pools.table(), CellState::Refused, PoolColumn::Devices).size(), pools);
    QCOMPARE(rowsIn(load.pools.table(), CellState::Value, PoolColumn::OutPublicGb).size() +
                 rowsIn(load.pools.table(), CellState::Empty, PoolColumn::OutPublicGb).size(),
             pools);
    // All that can be seen is there; who is hidden nobody told.
    QSet<RowKey> keys;
    for (int row = 0; row < load.members.table().rowCount(); ++row) {
        QVERIFY(load.members.table().key(row).kind != RowKind::NotVisible);
        keys.insert(load.members.table().key(row));
    }
    qsizetype expected = 0;
    const SimulatedAccount &account = load.server.account();
    for (int index = 0; index < account.poolCount(); ++index) {
        const PoolMemberIds ids = account.poolMembers(index);
        expected += ids.hardware.size() + ids.virtualGuests.size() + ids.bareMetalInstances.size() +
                    ids.privateNetworkOnlyHardware.size() + ids.applicationDeliveryControllers.size();
    }
    QCOMPARE(keys.size(), expected);
}

void TestPoolsLoader::openPoolsGoFirst()
{
    PoolLoad load(servers, pools);
    const qint64 open = load.server.account().poolId(1);
    load.loader.setOpenPools({open});
    QSignalSpy settled(&load.loader, &PoolsLoader::membersSettled);
    QVERIFY(load.loadPools());
    QVERIFY(load.until([&] { return load.loader.isMemberListSettled(open); }));
    QCOMPARE(settled.count(), 1);
    QCOMPARE(settled.first().first().toLongLong(), open);
    for (const LoggedCall &call : load.calls(u"Allotment::get"_s)) {
        if (call.method != u"getObject")
            QCOMPARE(call.id, QString::number(open));
    }
    const qsizetype listsBefore = load.server.log().calls().size();
    QVERIFY(listsBefore > pools + 1);

    QVERIFY(load.loadMembers());
    QCOMPARE(settled.count(), pools); // each once
    QCOMPARE(load.loader.progress().poolsWithMembers, pools);
    QVERIFY(load.loader.progress().isLoadingMembers);
    QCOMPARE(PoolLoad::csv(load.members.table()), m_members);
}

void TestPoolsLoader::openPoolsWaitForTheirCounts()
{
    PoolLoad load(servers, pools);
    const qint64 open = load.server.account().poolId(1);
    load.setFaults({hang(detailMethod, open)});
    load.loader.setOpenPools({open});
    load.loader.start();
    QTRY_COMPARE_WITH_TIMEOUT(load.loader.progress().settledPools, pools - 1, PoolLoad::patience);
    QCOMPARE(load.calls(guestsOfPool).size(), 0);
    QVERIFY(!load.loader.arePoolsDone());
}

void TestPoolsLoader::addPlacesToStop()
{
    QTest::addColumn<QString>("method");
    QTest::newRow("list") << listMethod;
    QTest::newRow("details") << detailMethod;
    QTest::newRow("members") << guestsOfPool;
    QTest::newRow("details of members") << u"SoftLayer_Account::getVirtualGuests"_s;
}

void TestPoolsLoader::runInto(PoolLoad &load, const QString &method)
{
    QList<Fault> faults{hang(method)};
    if (method == "SoftLayer_Account::getVirtualGuests"_L1) // so that rows come without it
        faults.append(refused(u"datacenter"_s, guestsOfPool));
    load.setFaults(faults);
    load.loader.start();
    if (method != listMethod && method != detailMethod) {
        QVERIFY(load.untilPoolsDone());
        load.loader.loadAllMembers();
    }
    QTRY_VERIFY_WITH_TIMEOUT(!load.calls(method).isEmpty(), PoolLoad::patience);
}

void TestPoolsLoader::nothingIsAskedAfterAStop_data()
{
    addPlacesToStop();
}

void TestPoolsLoader::nothingIsAskedAfterAStop()
{
    QFETCH(QString, method);
    PoolLoad load(servers, pools);
    runInto(load, method);
    QVERIFY(!load.loader.isDone());
    load.loader.stop();
    QCOMPARE(load.client.scheduler().inFlight(), 0);
    QCOMPARE(PoolLoad::loadingCells(load.pools), 0);
    QCOMPARE(PoolLoad::loadingCells(load.members), 0);
    load.loader.stop(); // once more changes nothing

    // Whatever a view says meanwhile.
    QVERIFY(letItTurn()); // word of the stop itself
    QSignalSpy started(&load.client.scheduler(), &RequestScheduler::loadChanged);
    load.loader.setOpenPools({load.server.account().poolId(0), load.server.account().poolId(1)});
    load.loader.setWantedColumns(DemoLoad::columnsNamed({PoolColumn::FeeMonthUsd}));
    load.loader.setWantedMemberColumns(DemoLoad::columnsNamed({MemberColumn::Datacenter}));
    load.loader.loadAllMembers();
    QVERIFY(letItTurn());
    QCOMPARE(load.client.scheduler().inFlight(), 0);
    QCOMPARE(started.count(), 0);

    load.loader.setWantedColumns(DemoLoad::columnsNamed(poolCatalogue().allColumns()));
    load.loader.setWantedMemberColumns(DemoLoad::columnsNamed(memberCatalogue().allColumns()));
    load.setFaults({});
    QVERIFY(load.loadAll()); // starts over
    QCOMPARE(PoolLoad::csv(load.pools.table()), m_pools);
    QCOMPARE(PoolLoad::csv(load.members.table()), m_members);
}

void TestPoolsLoader::goesOnAfterAStop_data()
{
    addPlacesToStop();
}

void TestPoolsLoader::goesOnAfterAStop()
{
    QFETCH(QString, method);
    PoolLoad load(servers, pools);
    runInto(load, method);
    load.loader.stop();
    load.setFaults({});
    load.loader.resume();
    QVERIFY(load.untilPoolsDone());
    QVERIFY(load.loadMembers());
    QCOMPARE(load.calls(listMethod).size(), method == listMethod ? 2 : 1); // what was cut, and only that
    QCOMPARE(PoolLoad::csv(load.pools.table()), m_pools);
    if (method == "SoftLayer_Account::getVirtualGuests"_L1) // tried while it was refused
        load.loader.retry(RetryScope::ofAll());
    QVERIFY(load.untilDone());
    QCOMPARE(PoolLoad::csv(load.members.table()), m_members);
}

void TestPoolsLoader::reloadFollowsTheAccount()
{
    PoolLoad load(servers, pools);
    QVERIFY(load.loadAll());
    const SimulatedAccount &account = load.server.account();
    int deletedPool = -1;
    int otherPool = -1;
    for (int index = 0; index < account.poolCount(); ++index) {
        if (account.poolMembers(index).virtualGuests.isEmpty())
            continue;
        (deletedPool < 0 ? deletedPool : otherPool) = index;
    }
    QVERIFY(otherPool >= 0);
    const qint64 leaving = account.poolMembers(otherPool).virtualGuests.first();
    const qsizetype left = account.poolMembers(deletedPool).hardware.size() +
                           account.poolMembers(deletedPool).virtualGuests.size() +
                           account.poolMembers(deletedPool).bareMetalInstances.size() +
                           account.poolMembers(deletedPool).privateNetworkOnlyHardware.size() +
                           account.poolMembers(deletedPool).applicationDeliveryControllers.size() +
                           (account.poolMembers(deletedPool).hidden > 0 ? 1 : 0);
    const int before = load.members.table().rowCount();
    QVERIFY(load.members.table().find({RowKind::Virtual, leaving}));

    load.setFaults(
        {{Fault::Kind::RowsVanish, {.method = u"get"_s}, 0, {}, {account.poolId(deletedPool), leaving}}});
    load.loader.start();
    // Old values stay in sight, and say that they are old.
    QCOMPARE(rowsIn(load.pools.table(), CellState::Stale, PoolColumn::Name).size(), pools);
    QCOMPARE(rowsIn(load.members.table(), CellState::Stale, MemberColumn::Pool).size(), before);
    QVERIFY(load.untilPoolsDone());
    QVERIFY(load.loadMembers());
    QCOMPARE(load.pools.table().rowCount(), pools - 1);
    QVERIFY(!load.poolRow(account.poolId(deletedPool)));
    QVERIFY(!load.members.table().find({RowKind::Virtual, leaving}));
    QCOMPARE(load.members.table().rowCount(), before - left - 1);
    QCOMPARE(rowsIn(load.members.table(), CellState::Stale, MemberColumn::Pool).size(), 0);
    QVERIFY(load.loader.list().isComplete());
}

void TestPoolsLoader::failedReloadKeepsWhatWasThere()
{
    PoolLoad load(servers, pools);
    QVERIFY(load.loadAll());
    load.setFaults({refused(u"name"_s, listMethod)});
    QVERIFY(load.loadPools());
    QVERIFY(!load.loader.list().isComplete());
    QCOMPARE(idsOf(load.pools.table()), idsOf(load.server.account()));
}

void TestPoolsLoader::retryBringsWhatFailed()
{
    PoolLoad load(servers, pools, {refused(u"billingItem"_s), refused(u"virtualGuestCount"_s)});
    QVERIFY(load.loadAll());
    QCOMPARE(load.loader.pools().refused, pools);
    load.setFaults({});
    load.loader.retry(RetryScope::ofRows({0}));
    QVERIFY(load.untilDone());
    QCOMPARE(load.loader.pools().complete, 1);
    load.loader.retry(RetryScope::ofAll());
    QVERIFY(load.untilDone());
    QCOMPARE(PoolLoad::csv(load.pools.table()), m_pools);
}

/// Members are asked for when the pools are done, and of no pools they are at once.
void TestPoolsLoader::retriedListBringsMembersToo()
{
    PoolLoad load(servers, pools, {{Fault::Kind::InternalError, {.method = listMethod}, 0, {}, {}}});
    QVERIFY(load.loadAll());
    QCOMPARE(load.pools.table().rowCount(), 0);
    load.setFaults({});
    load.loader.retry(RetryScope::ofLists());
    QVERIFY(!load.loader.isDone());
    QVERIFY(load.untilPoolsDone());
    QVERIFY(letItTurn());
    QCOMPARE(load.members.table().rowCount(), 0); // not before everything else is there
    QVERIFY(load.loadMembers());
    QCOMPARE(load.loader.poolsWithoutMembers(), 0);
    QCOMPARE(PoolLoad::csv(load.pools.table()), m_pools);
    QCOMPARE(PoolLoad::csv(load.members.table()), m_members);
}

void TestPoolsLoader::wrongKeyBlocks()
{
    PoolLoad load(servers, pools);
    ApiClient client({load.server.restUrl(),
                      {Credentials::Scheme::Basic, load.server.userName(), u"not the key"_s},
                      QNetworkProxy(QNetworkProxy::NoProxy)},
                     DemoLoad::options(), load.clock);
    PoolsLoader loader(client, load.pools, load.members);
    QSignalSpy blocked(&loader, &PoolsLoader::blocked);
    loader.start();
    QVERIFY(!blocked.isEmpty() || blocked.wait(PoolLoad::patience));
    QCOMPARE(blocked.count(), 1);
    QVERIFY(blocked.first().first().value<ApiError>().kind == ApiError::Kind::Unauthorized);
    QCOMPARE(load.server.log().calls().size(), 1); // more of them might lock the account
    QCOMPARE(client.scheduler().inFlight(), 0);
}

void TestPoolsLoader::moreColumnsLater()
{
    PoolLoad load(servers, pools);
    load.loader.setWantedColumns(DemoLoad::columnsNamed({PoolColumn::Name}));
    load.loader.setWantedMemberColumns(DemoLoad::columnsNamed({MemberColumn::Fqdn}));
    QVERIFY(load.loadAll());
    load.server.log().clear();
    load.loader.setWantedColumns(DemoLoad::columnsNamed(poolCatalogue().allColumns()));
    QVERIFY(!load.loader.isDone());
    QVERIFY(load.untilDone());
    QCOMPARE(PoolLoad::csv(load.pools.table()), m_pools);
    QCOMPARE(load.calls(listMethod).size(), 0);
    load.loader.setWantedMemberColumns(DemoLoad::columnsNamed(memberCatalogue().allColumns()));
    QVERIFY(!load.loader.isDone());
    QVERIFY(load.untilDone());
    QCOMPARE(PoolLoad::csv(load.members.table()), m_members);
    QCOMPARE(load.calls(guestsOfPool).size(), 0); // the rows stand; batches bring the rest
}

/// What hears of an end and asks for all members again, as an account's loader does, gets no further end.
void TestPoolsLoader::advancedEnds()
{
    PoolLoad load(servers, pools);
    int ends = 0;
    connect(&load.loader, &PoolsLoader::advanced, this, [&] {
        if (load.loader.arePoolsDone())
            load.loader.loadAllMembers();
        ends += load.loader.isDone() ? 1 : 0;
    });
    load.loader.start();
    QVERIFY(load.untilDone());
    QVERIFY(letItTurn());
    QCOMPARE(ends, 1);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestPoolsLoader)
#include "tst_poolsloader.moc"
