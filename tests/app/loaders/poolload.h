// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demoload.h"
#include "loaders/poolsloader.h"

#include <functional>
#include <optional>

namespace layerscope {

/// Of calls for the guests of one pool.
inline const QString guestsOfPool = QStringLiteral("Allotment::getVirtualGuests");

/// The pools of a demo account and what loads them, without limits of its own on calls a second. Every column
/// of both tables is wanted.
class PoolLoad
{
public:
    static constexpr int patience = DemoLoad::patience;

    explicit PoolLoad(int servers, std::optional<int> poolCount = {}, const QList<Fault> &faults = {})
        : server(servers, {}, planOf(faults), poolCount)
        , client(connectionTo(server), DemoLoad::options(), clock)
        , pools(poolCatalogue())
        , members(memberCatalogue())
        , loader(client, pools, members)
    {
        loader.setWantedColumns(DemoLoad::columnsNamed(poolCatalogue().allColumns()));
        loader.setWantedMemberColumns(DemoLoad::columnsNamed(memberCatalogue().allColumns()));
    }

    /// Until the loader is in this state, looked at whenever it says something. False: it does not come.
    [[nodiscard]] bool until(const std::function<bool()> &isTrue)
    {
        QSignalSpy advanced(&loader, &PoolsLoader::advanced);
        while (!isTrue()) {
            if (!advanced.wait(patience))
                return false;
        }
        return true;
    }
    [[nodiscard]] bool untilPoolsDone()
    {
        return until([this] { return loader.arePoolsDone(); });
    }
    [[nodiscard]] bool untilDone()
    {
        return until([this] { return loader.isDone(); });
    }
    [[nodiscard]] bool loadPools()
    {
        loader.start();
        return untilPoolsDone();
    }
    /// From where it is.
    [[nodiscard]] bool loadMembers()
    {
        loader.loadAllMembers();
        return untilDone();
    }
    [[nodiscard]] bool loadAll() { return loadPools() && loadMembers(); }

    void setFaults(const QList<Fault> &faults) { server.setFaultPlan(planOf(faults)); }
    /// The calls so far whose "Service::method" has this in it.
    [[nodiscard]] QList<LoggedCall> calls(const QString &part) const
    {
        QList<LoggedCall> found;
        for (const LoggedCall &call : server.log().calls()) {
            if (QString(call.service + u"::" + call.method).contains(part))
                found.append(call);
        }
        return found;
    }

    [[nodiscard]] static int loadingCells(const InventoryStore &store)
    {
        qsizetype cells = 0;
        for (const ColumnIndex column : store.table().catalogue().allColumns())
            cells += rowsIn(store.table(), CellState::Loading, column).size();
        return static_cast<int>(cells);
    }
    [[nodiscard]] std::optional<int> poolRow(qint64 id) const
    {
        return pools.table().find({RowKind::Pool, id});
    }
    /// The row that stands for what is not seen of this pool.
    [[nodiscard]] std::optional<int> remainderRow(qint64 poolId) const
    {
        return members.table().find({RowKind::NotVisible, poolId});
    }

    /// A table with all columns, as the command line would write it.
    [[nodiscard]] static QByteArray csv(const InventoryTable &table)
    {
        InventoryCsv csv = InventoryCsv::of(table);
        csv.columns = table.catalogue().allColumns();
        csv.rows = arrange(table, ArrangementSpec::of(table.catalogue()), CancelToken())->rowsInOrder();
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        const Result<CsvSummary> written = writeInventoryCsv(csv, buffer, CancelToken());
        return written ? buffer.data() : QByteArray();
    }

    SimulatedServer server;
    QuickClock clock;
    ApiClient client;
    InventoryStore pools;
    InventoryStore members;
    PoolsLoader loader;

private:
    static FaultPlan planOf(const QList<Fault> &faults)
    {
        FaultPlan plan;
        plan.faults = faults;
        plan.callsPerSecond = 0;
        return plan;
    }
    static Connection connectionTo(SimulatedServer &server)
    {
        if (!server.start())
            qFatal("the demo account's server has no port");
        return {server.restUrl(),
                {Credentials::Scheme::Basic, server.userName(), server.apiKey()},
                QNetworkProxy(QNetworkProxy::NoProxy)};
    }
};

} // namespace layerscope
