// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/memberloader.h"

#include "poolload.h"
#include "support/apicalls.h"
#include "support/scriptedserver.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int servers = 300;
constexpr int pools = 12;

const QString guestsOfPool = u"Allotment::getVirtualGuests"_s;

/// A pool whose members have all been counted, and what loads them.
struct Members
{
    explicit Members(int serverCount = servers, int poolCount = pools)
        : load(serverCount, poolCount)
        , store(memberCatalogue())
        , loader(load.client, load.pools, store)
    {
        load.loader.setLoadsMembers(false);
        loader.setWantedColumns(DemoLoad::columnsNamed(memberCatalogue().allColumns()));
        loader.begin();
    }
    /// The pools themselves, before any member.
    [[nodiscard]] bool loadPools()
    {
        const bool isLoaded = load.loadPools();
        load.server.log().clear();
        return isLoaded;
    }
    [[nodiscard]] bool untilDone()
    {
        QSignalSpy done(&loader, &MemberLoader::done);
        while (!loader.isDone()) {
            if (!done.wait(PoolLoad::patience))
                return false;
        }
        return true;
    }
    void askAll()
    {
        for (int index = 0; index < account().poolCount(); ++index)
            loader.ask({account().poolId(index)}, Priority::Sweep);
        loader.setAllAsked();
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
    MemberLoader loader;
};

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

class TestMemberLoader : public QObject
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
    void failedListKeepsFormerMembers();
    void onlyMissingListsAreAskedAgain();
    void privateOnlyHardwareIsBareMetal();
    void membersThatLeftGo();
    void remainderGoesWhenAllIsShown();
};

void TestMemberLoader::onePoolAsked()
{
    Members members;
    QVERIFY(members.loadPools());
    const int index = members.poolWithGuests(false);
    const qint64 id = members.account().poolId(index);
    QSignalSpy settled(&members.loader, &MemberLoader::poolSettled);
    QVERIFY(members.loader.isDone());
    members.loader.ask({id}, Priority::Visible);
    QVERIFY(!members.loader.isDone());
    QVERIFY(members.loader.wasAsked(id));
    QVERIFY(!members.loader.isSettled(id));
    QVERIFY(members.untilDone());
    QVERIFY(members.loader.isSettled(id));
    QCOMPARE(members.loader.settledPools(), 1);
    QCOMPARE(settled.count(), 1);
    QCOMPARE(members.keysOf(id), keysOf(members.account().poolMembers(index)));
    QCOMPARE(members.store.table().rowCount(), static_cast<int>(members.keysOf(id).size()));
    QCOMPARE(PoolLoad::loadingCells(members.store), 0);
    for (const ColumnIndex column : memberCatalogue().allColumns())
        QCOMPARE(PoolLoad::rowsIn(members.store, CellState::NotAsked, column).size(), 0);
}

void TestMemberLoader::listsOfNothingAreNotAskedFor()
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

void TestMemberLoader::aPoolIsAskedOnce()
{
    Members members;
    QVERIFY(members.loadPools());
    const qint64 id = members.account().poolId(members.poolWithGuests(false));
    members.loader.ask({id, id}, Priority::Sweep);
    members.loader.ask({id}, Priority::Visible);
    QVERIFY(members.untilDone());
    const qsizetype calls = members.load.server.log().calls().size();
    QSignalSpy done(&members.loader, &MemberLoader::done);
    members.loader.ask({id}, Priority::Visible);
    QVERIFY(members.loader.isDone()); // nothing new
    QVERIFY(letItTurn());
    QCOMPARE(done.count(), 0);
    QCOMPARE(members.load.server.log().calls().size(), calls);
}

void TestMemberLoader::poolsThatSomebodyOpensGoFirst()
{
    Members members(600, 60); // more than are under way at once
    QVERIFY(members.loadPools());
    members.askAll();
    int last = members.account().poolCount() - 1; // the last one that has anybody
    while (keysOf(members.account().poolMembers(last)).isEmpty())
        --last;
    const qint64 open = members.account().poolId(last);
    members.loader.ask({open}, Priority::Visible);
    QVERIFY(members.untilDone());

    QStringList order; // of pools, by their first call
    for (const LoggedCall &call : members.load.calls(u"Allotment::get"_s)) {
        if (!order.contains(call.id))
            order.append(call.id);
    }
    const qsizetype place = order.indexOf(QString::number(open));
    QVERIFY(place >= 0);
    QVERIFY2(place < order.size() - 5, qPrintable(u"%1 of %2"_s.arg(place).arg(order.size())));
    QCOMPARE(members.loader.settledPools(), members.account().poolCount());
}

void TestMemberLoader::hiddenDevicesHaveARow()
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

void TestMemberLoader::refusedListIsNotVisible()
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
    members.loader.retry({id});
    QVERIFY(!members.loader.isDone());
    QVERIFY(members.untilDone());
    QVERIFY(!members.remainder(id));
    QCOMPARE(members.keysOf(id), keysOf(members.account().poolMembers(index)));
}

void TestMemberLoader::failedListComesWithARetry_data()
{
    QTest::addColumn<Fault::Kind>("kind");
    QTest::newRow("internal error") << Fault::Kind::InternalError;
    QTest::newRow("HTML") << Fault::Kind::HtmlBadGateway;
    QTest::newRow("cut-off JSON") << Fault::Kind::TruncatedJson;
}

void TestMemberLoader::failedListComesWithARetry()
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
    QCOMPARE(members.loader.settledPools(), members.account().poolCount());

    members.load.setFaults({});
    members.loader.retry({id});
    QVERIFY(members.untilDone());
    QVERIFY(!members.remainder(id));
    QCOMPARE(members.keysOf(id), keysOf(ids));
}

void TestMemberLoader::refusedRelationCostsItsCells()
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

void TestMemberLoader::unknownUseOfThePoolMakesSharesUnknown()
{
    Members members;
    members.load.setFaults({always(Fault::Kind::RefusedRelation, u"Allotment::getObject"_s, 0,
                                   u"outboundPublicBandwidthUsage"_s)});
    QVERIFY(members.loadPools());
    members.load.setFaults({});
    const int index = members.poolWithGuests(false);
    members.loader.ask({members.account().poolId(index)}, Priority::Visible);
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

void TestMemberLoader::stopAndAskAgain()
{
    Members members;
    QVERIFY(members.loadPools());
    const int index = members.poolWithGuests(false);
    const qint64 id = members.account().poolId(index);
    members.load.setFaults({always(Fault::Kind::Hang, guestsOfPool, id)});
    members.askAll();
    QTRY_COMPARE_WITH_TIMEOUT(members.loader.settledPools(), members.account().poolCount() - 1,
                              PoolLoad::patience);
    QVERIFY(!members.loader.isDone());
    members.loader.stop();
    QVERIFY(members.loader.isDone());
    QCOMPARE(members.load.client.scheduler().inFlight(), 0);
    QVERIFY(!members.loader.wasAsked(id));
    QVERIFY(!members.loader.isSettled(id));

    members.load.setFaults({});
    members.load.server.log().clear();
    QVERIFY(members.loadAll());
    QCOMPARE(members.keysOf(id), keysOf(members.account().poolMembers(index)));
    for (const LoggedCall &call : members.load.server.log().calls())
        QCOMPARE(call.id, QString::number(id)); // the others were done
}

void TestMemberLoader::failedListKeepsFormerMembers()
{
    Members members;
    QVERIFY(members.loadPools());
    const int index = members.poolWithGuests(false);
    const qint64 id = members.account().poolId(index);
    QVERIFY(members.loadAll());
    const int before = members.store.table().rowCount();
    const QSet<RowKey> keys = members.keysOf(id);

    members.load.setFaults({always(Fault::Kind::InternalError, guestsOfPool, id)});
    members.loader.begin();
    QVERIFY(members.loadAll());
    QCOMPARE(members.keysOf(id), keys);
    QVERIFY(members.remainder(id)); // they are there, but whether they still are nobody could tell
    QCOMPARE(members.remainderName(id), u"Some members could not be listed"_s);
    QCOMPARE(members.store.table().rowCount(), before + 1);

    members.load.setFaults({});
    members.loader.retryLists({id});
    QVERIFY(members.untilDone());
    QVERIFY(!members.remainder(id));
    QCOMPARE(members.store.table().rowCount(), before);
}

void TestMemberLoader::onlyMissingListsAreAskedAgain()
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
    members.loader.retryLists(all);
    QVERIFY(members.untilDone());
    QCOMPARE(members.load.server.log().calls().size(), 1);
    QCOMPARE(members.load.server.log().calls().first().id, QString::number(id));
    QCOMPARE(members.load.server.log().calls().first().method, u"getVirtualGuests"_s);
    QCOMPARE(members.keysOf(id), keysOf(members.account().poolMembers(index)));
}

/// Should the list of hardware have them, too, they are there once.
void TestMemberLoader::privateOnlyHardwareIsBareMetal()
{
    ScriptedServer server;
    server.setScript([](const ScriptedServer::Request &request) {
        const bool isPrivateOnly = request.path().contains("getPrivateNetworkOnlyHardware");
        ScriptedServer::Answer answer =
            ScriptedServer::json(isPrivateOnly ? R"([{"id":7,"fullyQualifiedDomainName":"b.example.com"}])"
                                               : R"([{"id":5,"fullyQualifiedDomainName":"a.example.com"},
                                {"id":7,"fullyQualifiedDomainName":"b.example.com"}])");
        answer.headers.append({"SoftLayer-Total-Items", QByteArray(isPrivateOnly ? "1" : "2")});
        return answer;
    });
    QuickClock clock;
    ApiClient client(connectionTo(server.restBase()), {}, clock);
    InventoryStore pools(poolCatalogue());
    InventoryStore store(memberCatalogue());
    JsonIssues issues;
    const QJsonArray pool{QJsonObject{{u"id"_s, 309},
                                      {u"name"_s, u"EU pool"_s},
                                      {u"hardwareCount"_s, 2},
                                      {u"virtualGuestCount"_s, 0},
                                      {u"bareMetalInstanceCount"_s, 0},
                                      {u"applicationDeliveryControllerCount"_s, 0},
                                      {u"privateNetworkOnlyHardwareCount"_s, 1},
                                      {u"activeDetailCount"_s, 2}}};
    pools.listRows(
        decodeRows(poolCatalogue(), RowKind::Pool, GroupSet().set(), JsonReader(pool, issues)).rows);
    MemberLoader loader(client, pools, store);
    loader.setWantedColumns(DemoLoad::columnsNamed({MemberColumn::Fqdn}));
    loader.begin();
    QSignalSpy done(&loader, &MemberLoader::done);
    loader.ask({309}, Priority::Visible);
    loader.setAllAsked();
    QVERIFY(done.wait(PoolLoad::patience));
    QCOMPARE(server.requests().size(), 2); // the other lists count none
    QCOMPARE(store.table().rowCount(), 2);
    QVERIFY(store.table().find({RowKind::BareMetal, 5}));
    QVERIFY(store.table().find({RowKind::BareMetal, 7}));
}

void TestMemberLoader::membersThatLeftGo()
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
    members.loader.begin();
    QCOMPARE(PoolLoad::rowsIn(members.store, CellState::Stale, MemberColumn::PoolId).size(), 1);
    members.loader.ask({id}, Priority::Visible);
    QVERIFY(members.untilDone());
    QVERIFY(members.store.table().find(former.key)); // perhaps another pool brings it
    QVERIFY(members.loadAll());
    QVERIFY(!members.store.table().find(former.key));
}

void TestMemberLoader::remainderGoesWhenAllIsShown()
{
    Members members;
    QVERIFY(members.loadPools());
    const int index = members.poolWithGuests(false);
    const qint64 id = members.account().poolId(index);
    members.load.setFaults({always(Fault::Kind::InternalError, guestsOfPool, id)});
    QVERIFY(members.loadAll());
    QVERIFY(members.remainder(id));
    members.load.setFaults({});
    members.loader.begin();         // a reload
    QVERIFY(members.remainder(id)); // in sight, and old
    QVERIFY(members.loadAll());
    QVERIFY(!members.remainder(id));
    QCOMPARE(members.keysOf(id), keysOf(members.account().poolMembers(index)));
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestMemberLoader)
#include "tst_memberloader.moc"
