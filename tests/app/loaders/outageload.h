// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiclient.h"
#include "inventory/inventorystore.h"
#include "inventory/kinds.h"
#include "loaders/accountloader.h"
#include "loaders/poolsloader.h"
#include "support/fakeclock.h"
#include "support/outageapi.h"
#include "support/turn.h"

#include <QTest>

#include <algorithm>
#include <chrono>
#include <functional>

namespace layerscope {

/// A whole account, servers with their pools, all columns of each, loaded by a clock that stands still while
/// the network works.
class OutageLoad
{
public:
    using Milliseconds = std::chrono::milliseconds;

    OutageLoad(OutageApi &server, Milliseconds callLimit, const ApiClient::Options &options = {})
        : api(server)
        , client(connectionOf(server, callLimit), options, clock)
        , servers(serverCatalogue())
        , pools(poolCatalogue())
        , members(memberCatalogue())
        , poolsLoader(client, pools, members)
        , loader(client, servers)
    {
        loader.setWantedColumns(allOf(serverCatalogue()));
        poolsLoader.setWantedColumns(allOf(poolCatalogue()));
        poolsLoader.setWantedMemberColumns(allOf(memberCatalogue()));
        loader.setPools(&poolsLoader);
        QObject::connect(&client.history(), &CallHistory::recordPut, &clock,
                         [this](const CallRecord &record) {
                             if (record.done && !record.error)
                                 lastSuccess = *record.done;
                         });
    }

    /// Until `isDone`, at most this long.
    void run(Milliseconds span, const std::function<bool()> &isDone)
    {
        const Milliseconds end = clock.now() + span;
        while (clock.now() < end && !isDone()) {
            if (!QTest::qWaitFor([this] { return isQuiet(); }, 10'000))
                qFatal("in flight %d, held %d, workers %d", client.scheduler().inFlight(), api.heldCount(),
                       client.workers().activeThreadCount());
            if (!isDone())
                clock.advance(step);
        }
    }
    void runToEnd(Milliseconds span)
    {
        run(span, [this] { return !loader.isRunning(); });
    }

    Milliseconds step{20};
    /// The server is well, so that no probe of the client's takes any time.
    bool areProbesAnswered = false;

    OutageApi &api;
    FakeClock clock;
    ApiClient client;
    InventoryStore servers;
    InventoryStore pools;
    InventoryStore members;
    PoolsLoader poolsLoader;
    AccountLoader loader;
    Milliseconds lastSuccess{0};

private:
    static Connection connectionOf(const OutageApi &server, Milliseconds callLimit)
    {
        Connection connection = server.connection();
        connection.timeout = callLimit;
        return connection;
    }
    static ColumnSet allOf(const Catalogue &catalogue)
    {
        ColumnSet columns;
        for (int column = 0; column < catalogue.columnCount(); ++column)
            columns.set(static_cast<std::size_t>(column));
        return columns;
    }
    /// Whatever comes next comes by the clock.
    [[nodiscard]] bool isQuiet()
    {
        turnOnce();
        // A call that was held and is given up counts as held until the server hears of that: meanwhile the
        // probe may be on its way.
        return !(areProbesAnswered && isProbing()) && client.scheduler().inFlight() == api.heldCount() &&
               client.workers().activeThreadCount() == 0;
    }
    [[nodiscard]] bool isProbing()
    {
        const QList<CallRecord> &calls = client.history().records();
        return std::any_of(calls.cbegin(), calls.cend(), [](const CallRecord &call) {
            return !call.done && call.label == QLatin1String("SoftLayer_Account::getObject");
        });
    }
};

} // namespace layerscope
