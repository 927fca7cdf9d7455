// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "loaders/listsbelow.h"
#include "loaders/tableloader.h"
#include "poolload.h"
#include "support/apicalls.h"
#include "support/scriptedserver.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

namespace layerscope {

[[nodiscard]] inline bool untilMembersAreDone(const TableLoader &loader)
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
[[nodiscard]] inline QJsonObject poolCounting(qint64 id, int hardware, int privateOnlyHardware = 0)
{
    using namespace Qt::Literals::StringLiterals;
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
[[nodiscard]] inline ScriptedServer::Answer listOf(const QList<qint64> &ids)
{
    QByteArrayList rows;
    for (const qint64 id : ids)
        rows.append(R"({"fullyQualifiedDomainName":"a.example.com","id":)" + QByteArray::number(id) + '}');
    ScriptedServer::Answer answer = ScriptedServer::json('[' + rows.join(',') + ']');
    answer.headers.append({"SoftLayer-Total-Items", QByteArray::number(ids.size())});
    return answer;
}

[[nodiscard]] inline ScriptedServer::Answer accessDenied()
{
    ScriptedServer::Answer answer =
        ScriptedServer::json(R"({"error":"Access Denied.","code":"SoftLayer_Exception_AccessDenied"})");
    answer.status = 500;
    return answer;
}

[[nodiscard]] inline NamedParents namedOnce(qint64 poolId, RowKind kind)
{
    NamedParents names;
    names.add(poolId, kind);
    return names;
}

[[nodiscard]] inline Fault always(Fault::Kind kind, const QString &method, qint64 id = 0,
                                  const QString &property = {})
{
    FaultScope scope{.method = method};
    scope.id = id;
    return {kind, scope, 0, property, {}};
}

[[nodiscard]] inline QSet<RowKey> keysOf(const PoolMemberIds &ids)
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

} // namespace layerscope
