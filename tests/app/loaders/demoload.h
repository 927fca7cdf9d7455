// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiclient.h"
#include "csv/inventorycsv.h"
#include "demo/simulatedserver.h"
#include "inventory/arrangement.h"
#include "inventory/inventorystore.h"
#include "loaders/accountloader.h"
#include "quickclock.h"

#include <QBuffer>
#include <QNetworkProxy>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <memory>

namespace layerscope {

/// Lets the event loop turn so often, for what shall not happen meanwhile.
[[nodiscard]] inline bool letItTurn(int turns = 100)
{
    QTimer timer;
    QSignalSpy turned(&timer, &QTimer::timeout);
    timer.start(0);
    while (turned.count() < turns) {
        if (!turned.wait())
            return false;
    }
    return true;
}

/// Rows in which a cell of this column is in this state.
[[nodiscard]] inline QList<int> rowsIn(const InventoryTable &table, CellState state, ColumnIndex column)
{
    QList<int> rows;
    for (int row = 0; row < table.rowCount(); ++row) {
        if (table.cellState(row, column) == state)
            rows.append(row);
    }
    return rows;
}

/// A demo account and everything that loads it, without limits of its own on calls a second, so that tests do
/// not wait for a clock.
class DemoLoad
{
public:
    static constexpr int patience = 200'000; // ms; sanitizers are slow, and so are machines with other work

    explicit DemoLoad(int servers, FaultPlan faults = {}, LatencyModel latency = {})
        : server(servers, latency, withoutLimiter(std::move(faults)))
    {
        if (!server.start())
            qFatal("the demo account's server has no port");
        connectTo(server.restUrl());
    }

    /// Begins anew with another address, that of a proxy before the server.
    void connectTo(const QUrl &restBase)
    {
        connectWith({restBase,
                     {Credentials::Scheme::Basic, server.userName(), server.apiKey()},
                     QNetworkProxy(QNetworkProxy::NoProxy)});
    }

    /// Begins anew with another way to the server.
    void connectWith(const Connection &connection)
    {
        loader.reset();
        ApiClient::Options used = options();
        used.asksBeside = asksBeside;
        if (keepsLimits)
            used.limits = {};
        used.pace = pace;
        client = std::make_unique<ApiClient>(connection, used, clock);
        store = std::make_unique<InventoryStore>(serverCatalogue());
        loader = std::make_unique<AccountLoader>(*client, *store);
        loader->setWantedColumns(columnsNamed(serverCatalogue().defaultColumns()));
    }

    /// Loads to the end. An outcome that was stopped if it does not end.
    LoadOutcome load()
    {
        QSignalSpy finished(loader.get(), &AccountLoader::finished);
        loader->start();
        if (!finished.wait(patience))
            loader->stop();
        return loader->outcome();
    }

    /// The file as `layerscope export` would write it.
    [[nodiscard]] QByteArray csv(const QList<ColumnIndex> &columns) const
    {
        InventoryCsv csv = InventoryCsv::of(store->table());
        csv.columns = columns;
        csv.rows = arrange(store->table(), ArrangementSpec(), CancelToken())->rowsInOrder();
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        const Result<CsvSummary> written = writeInventoryCsv(csv, buffer, CancelToken());
        return written ? buffer.data() : QByteArray();
    }

    [[nodiscard]] static ApiClient::Options options()
    {
        ApiClient::Options options;
        options.limits.maxStartsPerSecond = 100'000;
        options.connectTimeout = std::chrono::minutes(5);
        options.transferTimeout = std::chrono::minutes(20);
        options.asksBeside = false;
        return options;
    }

    [[nodiscard]] static ColumnSet columnsNamed(const QList<ColumnIndex> &columns)
    {
        ColumnSet set;
        for (const ColumnIndex column : columns)
            set.set(static_cast<std::size_t>(column));
        return set;
    }

    SimulatedServer server;
    bool asksBeside = false; ///< From the next connection on; a slow machine is no lost answer.
    /// From the next connection on, those of a program: what they are decides how large a batch is.
    bool keepsLimits = false;
    ServerPace pace; ///< From the next connection on, as if of an earlier load.
    QuickClock clock;
    std::unique_ptr<ApiClient> client;
    std::unique_ptr<InventoryStore> store;
    std::unique_ptr<AccountLoader> loader;

private:
    static FaultPlan withoutLimiter(FaultPlan plan)
    {
        plan.callsPerSecond = 0;
        return plan;
    }
};

} // namespace layerscope
