// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/listsbelow.h"

#include "loaders/tableloader.h"
#include "poolload.h"
#include "support/apicalls.h"
#include "support/scriptedserver.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <memory>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

bool untilMembersAreDone(const TableLoader &loader)
{
    QSignalSpy advanced(&loader, &TableLoader::advanced);
    while (!loader.isDone()) {
        if (!advanced.wait(PoolLoad::patience))
            return false;
    }
    return true;
}

/// Pools of a demo account, which have been counted, and what loads their members.
struct Members
{
    explicit Members(int serverCount = 300, int poolCount = 12)
        : load(serverCount, poolCount)
        , store(memberCatalogue())
        , lists(load.client, load.pools, store)
        , loader(load.client, store, lists)
    {
        load.loader.setLoadsMembers(false);
        loader.setWanted(DemoLoad::columnsNamed(memberCatalogue().allColumns()));
        loader.start(std::nullopt);
    }
    /// The pools themselves, before any member.
    [[nodiscard]] bool loadPools()
    {
        const bool isLoaded = load.loadPools();
        load.server.log().clear();
        return isLoaded;
    }
    [[nodiscard]] bool untilDone() { return untilMembersAreDone(loader); }
    void askAll()
    {
        for (int index = 0; index < account().poolCount(); ++index)
            lists.ask({account().poolId(index)}, Priority::Sweep);
        lists.setAllAsked();
    }
    /// Lists of these pools, and cells of their members.
    void retry(const QList<qint64> &poolIds)
    {
        loader.retry(RetryScope::ofRows(lists.rowsBelow(poolIds)));
        lists.retryOf(poolIds);
    }
    [[nodiscard]] bool loadAll()
    {
        askAll();
        return untilDone();
    }

    [[nodiscard]] const SimulatedAccount &account() const { return load.server.account(); }
    /// The first pool that has guests, and devices that no list shows or not.
    [[nodiscard]] int poolWithGuests(bool withHidden) const
    {
        for (int index = 0; index < account().poolCount(); ++index) {
            const PoolMemberIds ids = account().poolMembers(index);
            if (!ids.virtualGuests.isEmpty() && (ids.hidden > 0) == withHidden)
                return index;
        }
        qFatal("the demo account has no such pool");
    }
    [[nodiscard]] std::optional<int> remainder(qint64 poolId) const
    {
        return store.table().find({RowKind::NotVisible, poolId});
    }
    [[nodiscard]] QString remainderName(qint64 poolId) const
    {
        const std::optional<int> row = remainder(poolId);
        return row ? store.table().text(*row, MemberColumn::Fqdn) : QString();
    }
    /// Keys of the rows of a pool, without that of what is not visible.
    [[nodiscard]] QSet<RowKey> keysOf(qint64 poolId) const
    {
        QSet<RowKey> keys;
        for (int row = 0; row < store.table().rowCount(); ++row) {
            if (store.table().bits(row, MemberColumn::PoolId) == poolId &&
                store.table().key(row).kind != RowKind::NotVisible)
                keys.insert(store.table().key(row));
        }
        return keys;
    }

    PoolLoad load;
    InventoryStore store;
    ListsBelow lists;
    TableLoader loader;
};

/// A pool that counts so much hardware and nothing else.
QJsonObject poolCounting(qint64 id, int hardware, int privateOnlyHardware = 0)
{
    return {{u"id"_s, id},
            {u"name"_s, u"EU pool"_s},
            {u"hardwareCount"_s, hardware},
            {u"virtualGuestCount"_s, 0},
            {u"bareMetalInstanceCount"_s, 0},
            {u"applicationDeliveryControllerCount"_s, 0},
            {u"privateNetworkOnlyHardwareCount"_s, privateOnlyHardware},
            {u"activeDetailCount"_s, hardware}};
}

/// Pools of a server that a test scripts, or one that counts so much hardware and nothing else.
struct CountedPool
{
    static constexpr qint64 id = 309;
    static constexpr qint64 otherId = 310;

    CountedPool(int hardware, int privateOnlyHardware, ScriptedServer::Script script)
        : CountedPool({poolCounting(id, hardware, privateOnlyHardware)}, std::move(script))
    {}
    CountedPool(const QJsonArray &rows, ScriptedServer::Script script, GroupSet known = GroupSet().set())
        : client(connectionTo(server.restBase()), {}, clock)
        , pools(poolCatalogue())
        , store(memberCatalogue())
        , lists(client, pools, store)
        , loader(client, store, lists)
    {
        server.setScript(std::move(script));
        JsonIssues issues;
        pools.listRows(decodeRows(poolCatalogue(), RowKind::Pool, known, JsonReader(rows, issues)).rows);
        loader.setWanted(DemoLoad::columnsNamed({MemberColumn::Fqdn}));
        loader.start(std::nullopt);
    }
    [[nodiscard]] bool load(qint64 poolId)
    {
        lists.ask({poolId}, Priority::Visible);
        return untilMembersAreDone(loader);
    }
    [[nodiscard]] bool loadAll()
    {
        lists.ask({id}, Priority::Visible);
        lists.setAllAsked();
        return untilMembersAreDone(loader);
    }
    /// What stands there; -1: nothing.
    [[nodiscard]] qint64 count(ColumnIndex column, qint64 poolId = id) const
    {
        const std::optional<int> row = pools.table().find({RowKind::Pool, poolId});
        return row && pools.table().hasValue(*row, column) ? pools.table().bits(*row, column) : -1;
    }
    /// Of a bare metal server; -1: it is in none.
    [[nodiscard]] qint64 poolOf(qint64 serverId) const
    {
        const std::optional<int> row = store.table().find({RowKind::BareMetal, serverId});
        return row ? store.table().bits(*row, MemberColumn::PoolId) : -1;
    }
    [[nodiscard]] QString remainderName(qint64 poolId) const
    {
        const std::optional<int> row = store.table().find({RowKind::NotVisible, poolId});
        return row ? store.table().text(*row, MemberColumn::Fqdn) : QString();
    }

    ScriptedServer server;
    QuickClock clock;
    ApiClient client;
    InventoryStore pools;
    InventoryStore store;
    ListsBelow lists;
    TableLoader loader;
};

/// A list of servers with these ids, and how many they are.
ScriptedServer::Answer listOf(const QList<qint64> &ids)
{
    QByteArrayList rows;
    for (const qint64 id : ids)
        rows.append(R"({"fullyQualifiedDomainName":"a.example.com","id":)" + QByteArray::number(id) + '}');
    ScriptedServer::Answer answer = ScriptedServer::json('[' + rows.join(',') + ']');
    answer.headers.append({"SoftLayer-Total-Items", QByteArray::number(ids.size())});
    return answer;
}

ScriptedServer::Answer accessDenied()
{
    ScriptedServer::Answer answer =
        ScriptedServer::json(R"({"error":"Access Denied.","code":"SoftLayer_Exception_AccessDenied"})");
    answer.status = 500;
    return answer;
}

NamedParents namedOnce(qint64 poolId, RowKind kind)
{
    NamedParents names;
    names.add(poolId, kind);
    return names;
}

Fault always(Fault::Kind kind, const QString &method, qint64 id = 0, const QString &property = {})
{
    FaultScope scope{.method = method};
    scope.id = id;
    return {kind, scope, 0, property, {}};
}

QSet<RowKey> keysOf(const PoolMemberIds &ids)
{
    QSet<RowKey> keys;
    const auto add = [&keys](RowKind kind, const QList<qint64> &all) {
        for (const qint64 id : all)
            keys.insert({kind, id});
    };
    add(RowKind::BareMetal, ids.hardware);
    add(RowKind::BareMetal, ids.privateNetworkOnlyHardware);
    add(RowKind::Virtual, ids.virtualGuests);
    add(RowKind::BareMetalInstance, ids.bareMetalInstances);
    add(RowKind::Controller, ids.applicationDeliveryControllers);
    return keys;
}

} // namespace

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
    void privateOnlyHardwareIsBareMetal();
    void overlappingListsCountEachRowOnce_data();
    void overlappingListsCountEachRowOnce();
    void aServerThatIsInAListTwiceIsOne();
    void aServerOfTwoPoolsIsLostInNone_data();
    void aServerOfTwoPoolsIsLostInNone();
    void aServerOfTwoPoolsStandsWhereItSays();
    void aServerThatChangedPoolsIsFound();
    void aServerThatChangedPoolsIsFoundByARetry();
    void aFailingRetryTellsNothingOfWhoIsElsewhere();
    void aServerThatChangedPoolsLeavesWhoIsHidden();
    void countsOfNoneAreNotBelieved_data();
    void countsOfNoneAreNotBelieved();
    void poolThatIsNamedLaterIsAskedAfterAll();
    void aNameOfAnotherKindAsksTheListsThatCountNone();
    void aNameThatComesMeanwhileIsHeard();
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

/// Should the list of hardware have them, too, they are there once.
void TestListsBelow::privateOnlyHardwareIsBareMetal()
{
    CountedPool pool(2, 1, [](const ScriptedServer::Request &request) {
        const bool isPrivateOnly = request.path().contains("getPrivateNetworkOnlyHardware");
        ScriptedServer::Answer answer =
            ScriptedServer::json(isPrivateOnly ? R"([{"id":7,"fullyQualifiedDomainName":"b.example.com"}])"
                                               : R"([{"id":5,"fullyQualifiedDomainName":"a.example.com"},
                                {"id":7,"fullyQualifiedDomainName":"b.example.com"}])");
        answer.headers.append({"SoftLayer-Total-Items", QByteArray(isPrivateOnly ? "1" : "2")});
        return answer;
    });
    QVERIFY(pool.loadAll());
    QCOMPARE(pool.server.requests().size(), 2); // the other lists count none
    QCOMPARE(pool.store.table().rowCount(), 2);
    QVERIFY(pool.store.table().find({RowKind::BareMetal, 5}));
    QVERIFY(pool.store.table().find({RowKind::BareMetal, 7}));
    QCOMPARE(pool.loader.listedRows(), 2);
}

void TestListsBelow::overlappingListsCountEachRowOnce_data()
{
    QTest::addColumn<int>("hardware"); // as the pool counts it
    QTest::addColumn<int>("privateOnly");
    QTest::addColumn<QList<qint64>>("hardwareList");
    QTest::addColumn<QList<qint64>>("privateOnlyList");
    QTest::addColumn<qint64>("devices");
    using Ids = QList<qint64>;
    QTest::newRow("apart") << 2 << 1 << Ids{5, 6} << Ids{7} << qint64(3);
    QTest::newRow("one in both") << 2 << 1 << Ids{5, 7} << Ids{7} << qint64(2);
    QTest::newRow("all in both") << 2 << 2 << Ids{5, 7} << Ids{5, 7} << qint64(2);
    QTest::newRow("one in both, one hidden") << 3 << 1 << Ids{5, 7} << Ids{7} << qint64(3);
    QTest::newRow("more than counted") << 1 << 1 << Ids{5, 6} << Ids{7} << qint64(3);
}

void TestListsBelow::overlappingListsCountEachRowOnce()
{
    QFETCH(int, hardware);
    QFETCH(int, privateOnly);
    QFETCH(QList<qint64>, hardwareList);
    QFETCH(QList<qint64>, privateOnlyList);
    QFETCH(qint64, devices);
    CountedPool pool(hardware, privateOnly, [&](const ScriptedServer::Request &request) {
        const bool isPrivateOnly = request.path().contains("getPrivateNetworkOnlyHardware");
        return listOf(isPrivateOnly ? privateOnlyList : hardwareList);
    });
    QVERIFY(pool.loadAll());
    QCOMPARE(pool.count(PoolColumn::Devices), devices);
    QCOMPARE(pool.count(PoolColumn::HardwareCount), std::max<qint64>(hardware, hardwareList.size()));
    QCOMPARE(pool.count(PoolColumn::PrivateNetworkOnlyCount), privateOnly);
    QCOMPARE(pool.count(PoolColumn::VirtualCount), 0);

    // Answers about the pool alone may come again.
    JsonIssues issues;
    const QJsonArray again{poolCounting(CountedPool::id, hardware, privateOnly)};
    pool.pools.apply(
        decodeRows(poolCatalogue(), RowKind::Pool, GroupSet().set(), JsonReader(again, issues)).rows);
    QCOMPARE(pool.count(PoolColumn::Devices), hardware + privateOnly);
    pool.lists.completeCounts();
    QCOMPARE(pool.count(PoolColumn::Devices), devices);
}

/// Its pool counts it twice, as the list does.
void TestListsBelow::aServerThatIsInAListTwiceIsOne()
{
    CountedPool pool(3, 0, [](const ScriptedServer::Request &) { return listOf({5, 5, 7}); });
    QVERIFY(pool.loadAll());
    QCOMPARE(pool.server.requests().size(), 1);
    QCOMPARE(pool.store.table().rowCount(), 2); // and nobody who is not visible
    QCOMPARE(pool.count(PoolColumn::Devices), 2);
    QCOMPARE(pool.count(PoolColumn::HardwareCount), 2);
    QCOMPARE(pool.loader.listedRows(), 2);
}

void TestListsBelow::aServerOfTwoPoolsIsLostInNone_data()
{
    QTest::addColumn<QList<qint64>>("order"); // in which the pools are asked
    QTest::newRow("first that of the lower number") << QList<qint64>{CountedPool::id, CountedPool::otherId};
    QTest::newRow("first the other one") << QList<qint64>{CountedPool::otherId, CountedPool::id};
}

/// It stands in one of them, whichever list came first; the other one says where it is, and that none is
/// missing: an account that is so for good is complete.
void TestListsBelow::aServerOfTwoPoolsIsLostInNone()
{
    QFETCH(QList<qint64>, order);
    const QJsonArray rows{poolCounting(CountedPool::id, 2), poolCounting(CountedPool::otherId, 2)};
    CountedPool pool(rows, [](const ScriptedServer::Request &request) {
        return listOf(request.path().contains("/309/") ? QList<qint64>{5, 7} : QList<qint64>{7, 8});
    });
    QVERIFY(pool.load(order.first()));
    QCOMPARE(pool.poolOf(7), order.first());
    QVERIFY(pool.load(order.last()));
    QCOMPARE(pool.poolOf(7), order.last());
    QCOMPARE(pool.server.requests().size(), 2);
    pool.lists.setAllAsked();
    QVERIFY(untilMembersAreDone(pool.loader));
    QCOMPARE(pool.server.requests().size(), 3); // the first one once more, and no other

    QCOMPARE(pool.poolOf(5), CountedPool::id);
    QCOMPARE(pool.poolOf(7), CountedPool::id);
    QCOMPARE(pool.poolOf(8), CountedPool::otherId);
    QCOMPARE(pool.loader.listedRows(), 3);
    QCOMPARE(pool.count(PoolColumn::Devices, CountedPool::id), 2);
    QCOMPARE(pool.count(PoolColumn::Devices, CountedPool::otherId), 2);
    QCOMPARE(pool.remainderName(CountedPool::id), QString());
    QCOMPARE(pool.remainderName(CountedPool::otherId), u"1 device(s) shown in another pool"_s);
    const std::optional<int> rest = pool.store.table().find({RowKind::NotVisible, CountedPool::otherId});
    QCOMPARE(pool.store.table().rowState(*rest, pool.loader.wantedGroups()), RowState::Complete);
    QVERIFY(pool.lists.errors().isEmpty());
    QCOMPARE(pool.store.table().rowCount(), 4);
    LoadOutcome outcome;
    pool.loader.tell(outcome);
    QVERIFY2(outcome.isComplete(), qPrintable(outcome.reasons().join(u' ')));

    // There is nothing to ask again for.
    pool.loader.retry(RetryScope::ofAll());
    QVERIFY(untilMembersAreDone(pool.loader));
    QCOMPARE(pool.server.requests().size(), 3);
}

/// The table of servers and that of members say the same of it.
void TestListsBelow::aServerOfTwoPoolsStandsWhereItSays()
{
    const QJsonArray rows{poolCounting(CountedPool::id, 2), poolCounting(CountedPool::otherId, 3)};
    CountedPool pool(rows, [](const ScriptedServer::Request &request) {
        return listOf(request.path().contains("/309/") ? QList<qint64>{5, 7} : QList<qint64>{7, 8});
    });
    InventoryTable servers(serverCatalogue());
    RowPatch server;
    server.key = {RowKind::BareMetal, 7};
    server.loaded.set(static_cast<std::size_t>(serverCatalogue().column(ServerColumn::PoolId).group));
    server.values.emplace_back(ServerColumn::PoolId, CountedPool::otherId);
    servers.listRow(server, nullptr);
    pool.lists.setNamed(NamedParents::of(servers, ServerColumn::PoolId));
    QVERIFY(pool.load(CountedPool::id));
    QVERIFY(pool.load(CountedPool::otherId));
    pool.lists.setAllAsked();
    QVERIFY(untilMembersAreDone(pool.loader));
    QCOMPARE(pool.poolOf(7), CountedPool::otherId);
    QCOMPARE(pool.remainderName(CountedPool::id), u"1 device(s) shown in another pool"_s);
    QCOMPARE(pool.remainderName(CountedPool::otherId), u"1 device(s) not visible to this key"_s);
    const std::optional<int> rest = pool.store.table().find({RowKind::NotVisible, CountedPool::id});
    QCOMPARE(pool.store.table().rowState(*rest, pool.loader.wantedGroups()), RowState::Complete);
}

/// Its former pool is asked whether it still has it, although all its lists came whole.
void TestListsBelow::aServerThatChangedPoolsIsFound()
{
    QList<qint64> first{5, 7};
    const QJsonArray rows{poolCounting(CountedPool::id, 2), poolCounting(CountedPool::otherId, 2)};
    CountedPool pool(rows, [&first](const ScriptedServer::Request &request) {
        return listOf(request.path().contains("/309/") ? first : QList<qint64>{7, 8});
    });
    QVERIFY(pool.load(CountedPool::id));
    QVERIFY(pool.load(CountedPool::otherId));
    first = {5};
    pool.lists.setAllAsked();
    QVERIFY(untilMembersAreDone(pool.loader));
    QCOMPARE(pool.server.requests().size(), 3);
    QCOMPARE(pool.poolOf(7), CountedPool::otherId);
    QCOMPARE(pool.remainderName(CountedPool::id), QString());
    QCOMPARE(pool.count(PoolColumn::Devices, CountedPool::id), 1);
    QCOMPARE(pool.count(PoolColumn::HardwareCount, CountedPool::id), 1);
    QVERIFY(pool.lists.errors().isEmpty());
    QCOMPARE(pool.loader.listedRows(), 3);
}

/// The question whether its former pool still has it was not answered. Until a retry that is missing.
void TestListsBelow::aServerThatChangedPoolsIsFoundByARetry()
{
    QList<qint64> first{5, 7};
    bool fails = false;
    const QJsonArray rows{poolCounting(CountedPool::id, 2), poolCounting(CountedPool::otherId, 2)};
    CountedPool pool(rows, [&](const ScriptedServer::Request &request) {
        const bool isFirst = request.path().contains("/309/");
        if (isFirst && fails)
            return accessDenied();
        return listOf(isFirst ? first : QList<qint64>{7, 8});
    });
    QVERIFY(pool.load(CountedPool::id));
    QVERIFY(pool.load(CountedPool::otherId));
    first = {5};
    fails = true;
    pool.lists.setAllAsked();
    QVERIFY(untilMembersAreDone(pool.loader));
    QCOMPARE(pool.remainderName(CountedPool::id), u"1 device(s) shown in another pool"_s);
    const std::optional<int> rest = pool.store.table().find({RowKind::NotVisible, CountedPool::id});
    QCOMPARE(pool.store.table().rowState(*rest, pool.loader.wantedGroups()), RowState::Failed);
    const QList<ApiError> errors = pool.lists.errors();
    QCOMPARE(errors.size(), 1);
    QVERIFY2(errors.first().message.contains(u"changed pools while loading"_s),
             qPrintable(errors.first().message));

    fails = false;
    const qsizetype calls = pool.server.requests().size();
    pool.lists.retryOf({CountedPool::id, CountedPool::otherId});
    QVERIFY(untilMembersAreDone(pool.loader));
    QCOMPARE(pool.server.requests().size(), calls + 1); // the other one lacks nothing
    QCOMPARE(pool.poolOf(7), CountedPool::otherId);
    QCOMPARE(pool.remainderName(CountedPool::id), QString());
    QCOMPARE(pool.count(PoolColumn::Devices, CountedPool::id), 1);
    QCOMPARE(pool.count(PoolColumn::HardwareCount, CountedPool::id), 1);
    QVERIFY(pool.lists.errors().isEmpty());
    QCOMPARE(pool.loader.listedRows(), 3);
}

/// And a later one that comes is as good as the first.
void TestListsBelow::aFailingRetryTellsNothingOfWhoIsElsewhere()
{
    QList<qint64> first{5, 7};
    bool fails = false;
    const QJsonArray rows{poolCounting(CountedPool::id, 2), poolCounting(CountedPool::otherId, 2)};
    CountedPool pool(rows, [&](const ScriptedServer::Request &request) {
        const bool isFirst = request.path().contains("/309/");
        if (isFirst && fails)
            return accessDenied();
        return listOf(isFirst ? first : QList<qint64>{7, 8});
    });
    QVERIFY(pool.load(CountedPool::id));
    QVERIFY(pool.load(CountedPool::otherId));
    first = {5};
    fails = true;
    pool.lists.setAllAsked();
    QVERIFY(untilMembersAreDone(pool.loader));
    pool.lists.retryOf({CountedPool::id});
    QVERIFY(untilMembersAreDone(pool.loader));
    QCOMPARE(pool.poolOf(7), CountedPool::otherId);
    QCOMPARE(pool.remainderName(CountedPool::id), u"1 device(s) shown in another pool"_s);
    QCOMPARE(pool.count(PoolColumn::Devices, CountedPool::id), 2);
    QCOMPARE(pool.count(PoolColumn::HardwareCount, CountedPool::id), 2);

    fails = false;
    pool.lists.retryOf({CountedPool::id});
    QVERIFY(untilMembersAreDone(pool.loader));
    QCOMPARE(pool.remainderName(CountedPool::id), QString());
    QCOMPARE(pool.count(PoolColumn::Devices, CountedPool::id), 1);
    QCOMPARE(pool.count(PoolColumn::HardwareCount, CountedPool::id), 1);
}

/// The other list of servers has all that it had, and lacks what it lacked.
void TestListsBelow::aServerThatChangedPoolsLeavesWhoIsHidden()
{
    QList<qint64> first{5, 7};
    const QJsonArray rows{poolCounting(CountedPool::id, 2, 2), poolCounting(CountedPool::otherId, 2)};
    CountedPool pool(rows, [&first](const ScriptedServer::Request &request) {
        const bool isPrivateOnly = request.path().contains("getPrivateNetworkOnlyHardware");
        if (!request.path().contains("/309/"))
            return listOf({7, 8});
        return listOf(isPrivateOnly ? QList<qint64>{9} : first);
    });
    QVERIFY(pool.load(CountedPool::id));
    QVERIFY(pool.load(CountedPool::otherId));
    first = {5};
    pool.lists.setAllAsked();
    QVERIFY(untilMembersAreDone(pool.loader));
    QCOMPARE(pool.remainderName(CountedPool::id), u"1 device(s) not visible to this key"_s);
    QCOMPARE(pool.count(PoolColumn::HardwareCount, CountedPool::id), 1);
    QCOMPARE(pool.count(PoolColumn::PrivateNetworkOnlyCount, CountedPool::id), 2);
    QCOMPARE(pool.count(PoolColumn::Devices, CountedPool::id), 3);
}

void TestListsBelow::countsOfNoneAreNotBelieved_data()
{
    QTest::addColumn<QJsonObject>("more"); // of what the pool says beside its counts
    QTest::addColumn<bool>("areTermsKnown");
    QTest::addColumn<int>("lists"); // that are asked
    QTest::newRow("nothing else says so") << QJsonObject{{u"totalBandwidthAllocated"_s, 0}} << true << 0;
    QTest::newRow("no allocation") << QJsonObject() << true << 0;
    QTest::newRow("an allocation") << QJsonObject{{u"totalBandwidthAllocated"_s, 250}} << true << 5;
    QTest::newRow("its allocation could not be loaded") << QJsonObject() << false << 5;
    QTest::newRow("shares") << QJsonObject{{u"activeDetailCount"_s, 1}} << true << 5;
}

/// Their lists are asked; and what these say stands there in the end, be it none.
void TestListsBelow::countsOfNoneAreNotBelieved()
{
    QFETCH(QJsonObject, more);
    QFETCH(bool, areTermsKnown);
    QFETCH(int, lists);
    QJsonObject row = poolCounting(CountedPool::id, 0);
    for (auto property = more.constBegin(); property != more.constEnd(); ++property)
        row[property.key()] = property.value();
    GroupSet known = GroupSet().set();
    known.set(PoolGroup::Terms, areTermsKnown);
    for (const bool isSomebodyThere : {false, true}) {
        CountedPool pool(
            {row},
            [isSomebodyThere](const ScriptedServer::Request &request) {
                const bool isHardware = request.path().endsWith("getHardware.json");
                return listOf(isHardware && isSomebodyThere ? QList<qint64>{5} : QList<qint64>());
            },
            known);
        QVERIFY(pool.loadAll());
        QCOMPARE(pool.server.requests().size(), lists);
        const int rows = isSomebodyThere && lists > 0 ? 1 : 0;
        QCOMPARE(pool.store.table().rowCount(), rows);
        QCOMPARE(pool.count(PoolColumn::Devices), rows);
        QCOMPARE(pool.count(PoolColumn::HardwareCount), rows);
        QCOMPARE(pool.count(PoolColumn::VirtualCount), 0);
    }
}

/// Who names a pool may come after its counts were believed.
void TestListsBelow::poolThatIsNamedLaterIsAskedAfterAll()
{
    CountedPool pool(0, 0, [](const ScriptedServer::Request &request) {
        const bool isHardware = request.path().endsWith("getHardware.json");
        return ScriptedServer::json(isHardware ? R"([{"id":5,"fullyQualifiedDomainName":"a.example.com"}])"
                                               : "[]");
    });
    QVERIFY(pool.loadAll());
    QCOMPARE(pool.server.requests().size(), 0);
    QVERIFY(pool.lists.isSettledOf(CountedPool::id));

    pool.lists.setNamed(namedOnce(CountedPool::id, RowKind::BareMetal));
    QVERIFY(!pool.loader.isDone());
    QVERIFY(!pool.lists.isSettledOf(CountedPool::id));
    QVERIFY(untilMembersAreDone(pool.loader));
    QVERIFY(pool.store.table().find({RowKind::BareMetal, 5}));
    QCOMPARE(pool.lists.settledParents(), 1);

    const qsizetype calls = pool.server.requests().size();
    pool.lists.setNamed(namedOnce(CountedPool::id, RowKind::BareMetal));
    QVERIFY(pool.loader.isDone()); // it was asked as one that is named
    QCOMPARE(pool.server.requests().size(), calls);
}

/// A pool that counts its hardware may be wrong about its guests: one count of 0 is enough.
void TestListsBelow::aNameOfAnotherKindAsksTheListsThatCountNone()
{
    CountedPool pool(1, 0, [](const ScriptedServer::Request &request) {
        const QByteArray path = request.path();
        return listOf(path.endsWith("getHardware.json") || path.contains("getVirtualGuests")
                          ? QList<qint64>{5}
                          : QList<qint64>());
    });
    pool.lists.setNamed(namedOnce(CountedPool::id, RowKind::BareMetal)); // which it counts
    QVERIFY(pool.loadAll());
    QCOMPARE(pool.server.requests().size(), 1);

    pool.lists.setNamed(namedOnce(CountedPool::id, RowKind::Virtual));
    QVERIFY(!pool.loader.isDone());
    QVERIFY(untilMembersAreDone(pool.loader));
    QCOMPARE(pool.server.requests().size(), 5); // hardware not again
    QVERIFY(pool.store.table().find({RowKind::Virtual, 5}));
    QCOMPARE(pool.count(PoolColumn::VirtualCount), 1);
    QCOMPARE(pool.count(PoolColumn::Devices), 2);
}

/// While other lists of the pool are under way.
void TestListsBelow::aNameThatComesMeanwhileIsHeard()
{
    bool holds = true;
    CountedPool pool(1, 0, [&holds](const ScriptedServer::Request &request) {
        const QByteArray path = request.path();
        if (path.contains("getVirtualGuests"))
            return listOf({6});
        if (!path.endsWith("getHardware.json"))
            return listOf({});
        return holds ? ScriptedServer::fault(ScriptedServer::Answer::Fault::Hold) : listOf({5});
    });
    QSignalSpy settled(&pool.lists, &ListsBelow::parentSettled);
    pool.lists.ask({CountedPool::id}, Priority::Visible);
    QTRY_VERIFY_WITH_TIMEOUT(pool.server.heldCount() > 0, PoolLoad::patience);
    pool.lists.setNamed(namedOnce(CountedPool::id, RowKind::Virtual));
    holds = false;
    pool.server.answerAllHeld(listOf({5}));
    QVERIFY(pool.loadAll());
    QVERIFY(pool.store.table().find({RowKind::BareMetal, 5}));
    QVERIFY(pool.store.table().find({RowKind::Virtual, 6}));
    QCOMPARE(settled.count(), 1); // when all of its lists had come
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
