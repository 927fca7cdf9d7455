// SPDX-License-Identifier: GPL-3.0-or-later
#include "memberload.h"
#include "support/testmain.h"

#include <memory>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// Lists of members from when they are asked for until they stand, fail, or are asked for again.
class TestListsBelow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onePoolAsked();
    void listsOfNothingAreNotAskedFor();
    void aPoolIsAskedOnce();
    void poolsThatSomebodyOpensGoFirst();
    void hiddenDevicesHaveARow();
    void refusedListIsNotVisible();
    void failedListComesWithARetry_data();
    void failedListComesWithARetry();
    void refusedRelationCostsItsCells();
    void unknownUseOfThePoolMakesSharesUnknown();
    void stopAndAskAgain();
    void whoLeftAfterAStopIsNotCounted();
    void failedListKeepsFormerMembers();
    void failedRetryCountsNobodyWhoStands();
    void onlyMissingListsAreAskedAgain();
    void rowsListedAgainCountOnce();
    void saysWhyListsDidNotCome();
    void membersThatLeftGo();
    void remainderGoesWhenAllIsShown();
    void mayBeDestroyedByWhoeverHears_data();
    void mayBeDestroyedByWhoeverHears();
};

void TestListsBelow::onePoolAsked()
{
    Members members;
    QVERIFY(members.loadPools());
    const int index = members.poolWithGuests(false);
    const qint64 id = members.account().poolId(index);
    QSignalSpy settled(&members.lists, &ListsBelow::parentSettled);
    QVERIFY(members.loader.isDone());
    members.lists.ask({id}, Priority::Visible);
    QVERIFY(!members.loader.isDone());
    QVERIFY(members.lists.wasAsked(id));
    QVERIFY(!members.lists.isSettledOf(id));
    QVERIFY(members.untilDone());
    QVERIFY(members.lists.isSettledOf(id));
    QCOMPARE(members.lists.settledParents(), 1);
    QCOMPARE(settled.count(), 1);
    QCOMPARE(members.keysOf(id), keysOf(members.account().poolMembers(index)));
    QCOMPARE(members.store.table().rowCount(), static_cast<int>(members.keysOf(id).size()));
    QCOMPARE(PoolLoad::loadingCells(members.store), 0);
    for (const ColumnIndex column : memberCatalogue().allColumns())
        QCOMPARE(rowsIn(members.store.table(), CellState::NotAsked, column).size(), 0);
}

void TestListsBelow::listsOfNothingAreNotAskedFor()
{
    Members members;
    QVERIFY(members.loadPools());
    QVERIFY(members.loadAll());
    qsizetype lists = 0;
    for (int row = 0; row < members.load.pools.table().rowCount(); ++row) {
        for (const ColumnIndex count :
             {PoolColumn::HardwareCount, PoolColumn::VirtualCount, PoolColumn::BareMetalInstanceCount,
              PoolColumn::ControllerCount, PoolColumn::PrivateNetworkOnlyCount})
            lists += members.load.pools.table().bits(row, count) > 0 ? 1 : 0;
    }
    QCOMPARE(members.load.server.log().calls().size(), lists); // each of them one page, with all cells
}

void TestListsBelow::aPoolIsAskedOnce()
{
    Members members;
    QVERIFY(members.loadPools());
    const qint64 id = members.account().poolId(members.poolWithGuests(false));
    members.lists.ask({id, id}, Priority::Sweep);
    members.lists.ask({id}, Priority::Visible);
    QVERIFY(members.untilDone());
    const qsizetype calls = members.load.server.log().calls().size();
    QSignalSpy done(&members.loader, &TableLoader::advanced);
    members.lists.ask({id}, Priority::Visible);
    QVERIFY(members.loader.isDone()); // nothing new
    QVERIFY(letItTurn());
    QCOMPARE(done.count(), 0);
    QCOMPARE(members.load.server.log().calls().size(), calls);
}

void TestListsBelow::poolsThatSomebodyOpensGoFirst()
{
    Members members(600, 60); // more than are under way at once
    QVERIFY(members.loadPools());
    members.askAll();
    int last = members.account().poolCount() - 1; // the last one that has anybody
    while (keysOf(members.account().poolMembers(last)).isEmpty())
        --last;
    const qint64 open = members.account().poolId(last);
    members.lists.ask({open}, Priority::Visible);
    QVERIFY(members.untilDone());

    QStringList order; // of pools, by their first call
    for (const LoggedCall &call : members.load.calls(u"Allotment::get"_s)) {
        if (!order.contains(call.id))
            order.append(call.id);
    }
    const qsizetype place = order.indexOf(QString::number(open));
    QVERIFY(place >= 0);
    QVERIFY2(place < order.size() - 5, qPrintable(u"%1 of %2"_s.arg(place).arg(order.size())));
    QCOMPARE(members.lists.settledParents(), members.account().poolCount());
}

void TestListsBelow::hiddenDevicesHaveARow()
{
    Members members;
    QVERIFY(members.loadPools());
    QVERIFY(members.loadAll());
    for (int index = 0; index < members.account().poolCount(); ++index) {
        const PoolMemberIds ids = members.account().poolMembers(index);
        const qint64 id = members.account().poolId(index);
        QCOMPARE(members.remainder(id).has_value(), ids.hidden > 0);
        if (ids.hidden > 0)
            QCOMPARE(members.remainderName(id), u"%1 device(s) not visible to this key"_s.arg(ids.hidden));
        QCOMPARE(members.keysOf(id), keysOf(ids));
    }
}

void TestListsBelow::refusedListIsNotVisible()
{
    Members members;
    QVERIFY(members.loadPools());
    const int index = members.poolWithGuests(false);
    const qint64 id = members.account().poolId(index);
    const qsizetype guests = members.account().poolMembers(index).virtualGuests.size();
    members.load.setFaults({always(Fault::Kind::RefusedRelation, guestsOfPool, id, u"id"_s)});
    QVERIFY(members.loadAll());
    QCOMPARE(members.remainderName(id), u"%1 device(s) not visible to this key"_s.arg(guests));
    const std::optional<int> row = members.remainder(id);
    QCOMPARE(members.store.table().rowState(*row, members.loader.wantedGroups()), RowState::Refused);
    QVERIFY(members.store.table().hasValue(*row, MemberColumn::AllocationGb)); // theirs all the same

    members.load.setFaults({});
    members.retry({id});
    QVERIFY(!members.loader.isDone());
    QVERIFY(members.untilDone());
    QVERIFY(!members.remainder(id));
    QCOMPARE(members.keysOf(id), keysOf(members.account().poolMembers(index)));
}

void TestListsBelow::failedListComesWithARetry_data()
{
    QTest::addColumn<Fault::Kind>("kind");
    QTest::newRow("internal error") << Fault::Kind::InternalError;
    QTest::newRow("HTML") << Fault::Kind::HtmlBadGateway;
    QTest::newRow("cut-off JSON") << Fault::Kind::TruncatedJson;
}

void TestListsBelow::failedListComesWithARetry()
{
    QFETCH(Fault::Kind, kind);
    Members members;
    QVERIFY(members.loadPools());
    const int index = members.poolWithGuests(false);
    const qint64 id = members.account().poolId(index);
    const PoolMemberIds ids = members.account().poolMembers(index);
    members.load.setFaults({always(kind, guestsOfPool, id)});
    QVERIFY(members.loadAll());
    QCOMPARE(members.remainderName(id), u"%1 device(s) could not be listed"_s.arg(ids.virtualGuests.size()));
    const std::optional<int> row = members.remainder(id);
    QCOMPARE(members.store.table().rowState(*row, members.loader.wantedGroups()), RowState::Failed);
    QVERIFY(members.store.table().failure(*row, MemberGroup::Place) != nullptr);
    // It costs no other list of this pool, and no other pool.
    PoolMemberIds others = ids;
    others.virtualGuests.clear();
    QCOMPARE(members.keysOf(id), keysOf(others));
    QCOMPARE(members.lists.settledParents(), members.account().poolCount());

    members.load.setFaults({});
    members.retry({id});
    QVERIFY(members.untilDone());
    QVERIFY(!members.remainder(id));
    QCOMPARE(members.keysOf(id), keysOf(ids));
}

void TestListsBelow::refusedRelationCostsItsCells()
{
    Members members;
    QVERIFY(members.loadPools());
    members.load.setFaults({always(Fault::Kind::RefusedRelation, {}, 0, u"datacenter"_s)});
    QVERIFY(members.loadAll());
    const InventoryTable &table = members.store.table();
    QVERIFY(table.rowCount() > 0);
    for (int row = 0; row < table.rowCount(); ++row) {
        const RowKind kind = table.key(row).kind;
        if (kind == RowKind::NotVisible)
            continue;
        for (const ColumnIndex column : memberCatalogue().allColumns()) {
            const bool isRefused =
                memberCatalogue().column(column).group == MemberGroup::Place && kind != RowKind::Controller;
            QCOMPARE(table.cellState(row, column) == CellState::Refused, isRefused);
        }
        QVERIFY(table.hasValue(row, MemberColumn::Fqdn));
        QVERIFY(table.hasValue(row, MemberColumn::PoolId));
    }
    for (int index = 0; index < members.account().poolCount(); ++index) // the sums still add up
        QCOMPARE(members.remainder(members.account().poolId(index)).has_value(),
                 members.account().poolMembers(index).hidden > 0);
}

void TestListsBelow::unknownUseOfThePoolMakesSharesUnknown()
{
    Members members;
    members.load.setFaults({always(Fault::Kind::RefusedRelation, u"Allotment::getObject"_s, 0,
                                   u"outboundPublicBandwidthUsage"_s)});
    QVERIFY(members.loadPools());
    members.load.setFaults({});
    const int index = members.poolWithGuests(false);
    members.lists.ask({members.account().poolId(index)}, Priority::Visible);
    QVERIFY(members.untilDone());
    const InventoryTable &table = members.store.table();
    for (int row = 0; row < table.rowCount(); ++row) {
        if (table.key(row).kind == RowKind::Controller)
            continue;
        QCOMPARE(table.cellState(row, MemberColumn::PoolSharePercent), CellState::Refused);
        QVERIFY(table.cellState(row, MemberColumn::OutPublicGb) != CellState::Refused);
        QCOMPARE(table.rowState(row, members.loader.wantedGroups()), RowState::Refused);
    }
}

void TestListsBelow::stopAndAskAgain()
{
    Members members;
    QVERIFY(members.loadPools());
    const int index = members.poolWithGuests(false);
    const qint64 id = members.account().poolId(index);
    members.load.setFaults({always(Fault::Kind::Hang, guestsOfPool, id)});
    members.askAll();
    QTRY_COMPARE_WITH_TIMEOUT(members.lists.settledParents(), members.account().poolCount() - 1,
                              PoolLoad::patience);
    QVERIFY(!members.loader.isDone());
    members.loader.stop();
    QVERIFY(members.loader.isDone());
    QCOMPARE(members.load.client.scheduler().inFlight(), 0);
    QVERIFY(!members.lists.wasAsked(id));
    QVERIFY(!members.lists.isSettledOf(id));

    members.load.setFaults({});
    members.load.server.log().clear();
    members.loader.resume();
    QVERIFY(members.loadAll());
    QCOMPARE(members.keysOf(id), keysOf(members.account().poolMembers(index)));
    for (const LoggedCall &call : members.load.server.log().calls())
        QCOMPARE(call.id, QString::number(id)); // the others were done
}

/// One of its lists had come, and is shorter when all are asked once more.
void TestListsBelow::whoLeftAfterAStopIsNotCounted()
{
    QList<qint64> hardware{5, 7};
    bool holds = true;
    CountedPool pool(1, 1, [&](const ScriptedServer::Request &request) {
        if (!request.path().contains("getPrivateNetworkOnlyHardware"))
            return listOf(hardware);
        return holds ? ScriptedServer::fault(ScriptedServer::Answer::Fault::Hold) : listOf({9});
    });
    pool.lists.ask({CountedPool::id}, Priority::Visible);
    QTRY_COMPARE_WITH_TIMEOUT(pool.loader.listedRows(), 2, PoolLoad::patience);
    QTRY_VERIFY_WITH_TIMEOUT(pool.server.heldCount() > 0, PoolLoad::patience);
    pool.loader.stop();

    hardware = {5};
    holds = false;
    pool.loader.resume();
    QVERIFY(pool.loadAll());
    QCOMPARE(pool.count(PoolColumn::HardwareCount), 1);
    QCOMPARE(pool.count(PoolColumn::PrivateNetworkOnlyCount), 1);
    QCOMPARE(pool.count(PoolColumn::Devices), 2);
}

void TestListsBelow::failedListKeepsFormerMembers()
{
    Members members;
    QVERIFY(members.loadPools());
    const int index = members.poolWithGuests(false);
    const qint64 id = members.account().poolId(index);
    QVERIFY(members.loadAll());
    const int before = members.store.table().rowCount();
    const QSet<RowKey> keys = members.keysOf(id);

    members.load.setFaults({always(Fault::Kind::InternalError, guestsOfPool, id)});
    members.loader.start(std::nullopt);
    QVERIFY(members.loadAll());
    QCOMPARE(members.keysOf(id), keys);
    QVERIFY(members.remainder(id)); // they are there, but whether they still are nobody could tell
    QCOMPARE(members.remainderName(id), u"Some members could not be listed"_s);
    QCOMPARE(members.store.table().rowCount(), before + 1);

    members.load.setFaults({});
    members.lists.retryOf({id});
    QVERIFY(members.untilDone());
    QVERIFY(!members.remainder(id));
    QCOMPARE(members.store.table().rowCount(), before);
}

/// A list that came whole, but shorter than was counted, is asked once more and fails this time.
void TestListsBelow::failedRetryCountsNobodyWhoStands()
{
    Members members;
    QVERIFY(members.loadPools());
    const int index = members.poolWithGuests(true);
    const qint64 id = members.account().poolId(index);
    const PoolMemberIds ids = members.account().poolMembers(index);
    QVERIFY(members.loadAll());
    QCOMPARE(members.remainderName(id), u"%1 device(s) not visible to this key"_s.arg(ids.hidden));

    members.load.setFaults({always(Fault::Kind::InternalError, guestsOfPool, id),
                            always(Fault::Kind::InternalError, u"Allotment::getHardware"_s, id)});
    members.lists.retryOf({id});
    QVERIFY(members.untilDone());
    QCOMPARE(members.keysOf(id), keysOf(ids));
    QCOMPARE(members.remainderName(id), u"%1 device(s) could not be listed"_s.arg(ids.hidden));
}

void TestListsBelow::onlyMissingListsAreAskedAgain()
{
    Members members;
    QVERIFY(members.loadPools());
    const int index = members.poolWithGuests(false);
    const qint64 id = members.account().poolId(index);
    members.load.setFaults({always(Fault::Kind::InternalError, guestsOfPool, id)});
    QVERIFY(members.loadAll());
    members.load.setFaults({});
    members.load.server.log().clear();
    QList<qint64> all;
    for (int pool = 0; pool < members.account().poolCount(); ++pool) {
        if (members.account().poolMembers(pool).hidden == 0)
            all.append(members.account().poolId(pool));
    }
    members.lists.retryOf(all);
    QVERIFY(members.untilDone());
    QCOMPARE(members.load.server.log().calls().size(), 1);
    QCOMPARE(members.load.server.log().calls().first().id, QString::number(id));
    QCOMPARE(members.load.server.log().calls().first().method, u"getVirtualGuests"_s);
    QCOMPARE(members.keysOf(id), keysOf(members.account().poolMembers(index)));
}

void TestListsBelow::rowsListedAgainCountOnce()
{
    Members members;
    QVERIFY(members.loadPools());
    const qint64 id = members.account().poolId(members.poolWithGuests(true));
    members.lists.ask({id}, Priority::Visible);
    QVERIFY(members.untilDone());
    const qint64 listed = members.keysOf(id).size();
    QCOMPARE(members.loader.listedRows(), listed);
    members.load.server.log().clear();
    members.lists.retryOf({id}); // some are hidden, so the lists that lack them are asked for all of it
    QVERIFY(members.untilDone());
    QVERIFY(!members.load.server.log().calls().isEmpty());
    QCOMPARE(members.loader.listedRows(), listed);
}

/// In the outcome of a load, where window and command line find it.
void TestListsBelow::saysWhyListsDidNotCome()
{
    Members members;
    QVERIFY(members.loadPools());
    QVERIFY(members.lists.errors().isEmpty());
    members.load.setFaults({always(Fault::Kind::InternalError, guestsOfPool)});
    QVERIFY(members.loadAll());
    QCOMPARE(members.lists.errors().size(), 1); // of many pools
    QVERIFY(!members.lists.errors().first().message.isEmpty());
    members.load.setFaults({});
    members.loader.retry(RetryScope::ofAll());
    QVERIFY(members.untilDone());
    QVERIFY(members.lists.errors().isEmpty()); // what a key may not see is no error
}

void TestListsBelow::membersThatLeftGo()
{
    Members members;
    QVERIFY(members.loadPools());
    const int index = members.poolWithGuests(false);
    const qint64 id = members.account().poolId(index);
    RowPatch former; // of a load before
    former.key = {RowKind::Virtual, 4711};
    former.loaded.set(MemberGroup::Identity);
    former.values.emplace_back(MemberColumn::PoolId, id);
    members.store.listRows({former});
    members.loader.start(std::nullopt);
    QCOMPARE(rowsIn(members.store.table(), CellState::Stale, MemberColumn::PoolId).size(), 1);
    members.lists.ask({id}, Priority::Visible);
    QVERIFY(members.untilDone());
    QVERIFY(members.store.table().find(former.key)); // perhaps another pool brings it
    QVERIFY(members.loadAll());
    QVERIFY(!members.store.table().find(former.key));
}

void TestListsBelow::remainderGoesWhenAllIsShown()
{
    Members members;
    QVERIFY(members.loadPools());
    const int index = members.poolWithGuests(false);
    const qint64 id = members.account().poolId(index);
    members.load.setFaults({always(Fault::Kind::InternalError, guestsOfPool, id)});
    QVERIFY(members.loadAll());
    QVERIFY(members.remainder(id));
    members.load.setFaults({});
    members.loader.start(std::nullopt); // a reload
    QVERIFY(members.remainder(id));     // in sight, and old
    QVERIFY(members.loadAll());
    QVERIFY(!members.remainder(id));
    QCOMPARE(members.keysOf(id), keysOf(members.account().poolMembers(index)));
}

void TestListsBelow::mayBeDestroyedByWhoeverHears_data()
{
    QTest::addColumn<int>("withLists"); // pools before those that count nobody
    QTest::addColumn<int>("nth");       // of those, at which it is destroyed
    QTest::newRow("by the first") << 0 << 1;
    QTest::newRow("by the next") << 0 << 2;
    QTest::newRow("by the last") << 0 << 3;
    QTest::newRow("when others are through") << 30 << 1; // as many as are asked at once
}

/// Pools that count nobody are settled as soon as it is their turn.
void TestListsBelow::mayBeDestroyedByWhoeverHears()
{
    QFETCH(int, withLists);
    QFETCH(int, nth);
    QJsonArray rows;
    QList<qint64> ids;
    for (int index = 0; index < withLists + 3; ++index) {
        ids.append(CountedPool::id + index);
        rows.append(poolCounting(ids.last(), index < withLists ? 1 : 0));
    }
    CountedPool pool(rows, [](const ScriptedServer::Request &) { return listOf({5}); });
    auto lists = std::make_unique<ListsBelow>(pool.client, pool.pools, pool.store);
    int settled = 0;
    QObject::connect(lists.get(), &ListsBelow::parentSettled, &pool.server, [&](qint64 poolId) {
        if (poolId >= ids[withLists] && ++settled == nth)
            lists.reset();
    });
    lists->ask(ids, Priority::Sweep);
    QTRY_VERIFY_WITH_TIMEOUT(!lists, PoolLoad::patience);
    QVERIFY(letItTurn());
    QCOMPARE(settled, nth); // and nothing after it
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestListsBelow)
#include "tst_listsbelow.moc"
