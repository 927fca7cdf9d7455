// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiclient.h"
#include "app/loaders/quickclock.h"
#include "demo/simulatedserver.h"
#include "inventory/rowkey.h"

#include <QNetworkProxy>

#include <chrono>
#include <memory>
#include <utility>

namespace layerscope {

/// A demo account, and a client before it that no slow machine makes impatient.
struct DemoClient
{
    static constexpr int patience = 60'000; ///< Of a test, in ms; sanitizers are slow.

    /// `otherClock`: instead of a quick one.
    explicit DemoClient(int servers, FaultPlan faults = {}, LatencyModel latency = {},
                        Clock *otherClock = nullptr)
        : server(servers, latency, withoutLimiter(std::move(faults)))
    {
        if (!server.start())
            qFatal("the demo account's server has no port");
        ApiClient::Options options;
        options.limits = {30, 30, 100'000};
        options.connectTimeout = std::chrono::minutes(5);
        options.transferTimeout = std::chrono::minutes(20);
        options.asksBeside = false; // a slow machine is no lost answer
        client = std::make_unique<ApiClient>(
            Connection{server.restUrl(),
                       {Credentials::Scheme::Basic, server.userName(), server.apiKey()},
                       QNetworkProxy(QNetworkProxy::NoProxy)},
            options, otherClock != nullptr ? *otherClock : clock);
    }

    /// The same faults, and as many calls as one wants.
    static FaultPlan withoutLimiter(FaultPlan plan)
    {
        plan.callsPerSecond = 0;
        return plan;
    }
    [[nodiscard]] RowKey metal(int index) const
    {
        return {RowKind::BareMetal, server.account().hardwareId(index)};
    }
    [[nodiscard]] RowKey guest(int index) const
    {
        return {RowKind::Virtual, server.account().guestId(index)};
    }

    SimulatedServer server;
    QuickClock clock;
    std::unique_ptr<ApiClient> client;
};

} // namespace layerscope
