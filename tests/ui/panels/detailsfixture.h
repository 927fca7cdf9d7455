// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiclient.h"
#include "demo/simulatedserver.h"
#include "inventory/inventorystore.h"
#include "panels/detailspanel.h"

#include <memory>

namespace layerscope {

/// A details panel over a demo account whose servers are listed, as after a load: names, states, datacenters.
class DetailsFixture
{
public:
    static constexpr int patience = 60'000; // ms; sanitizers are slow

    explicit DetailsFixture(int servers, FaultPlan faults = {}, LatencyModel latency = {},
                            Clock &clock = Clock::system());
    ~DetailsFixture();

    [[nodiscard]] RowKey metal(int index) const
    {
        return {RowKind::BareMetal, server.account().hardwareId(index)};
    }
    [[nodiscard]] RowKey guest(int index) const
    {
        return {RowKind::Virtual, server.account().guestId(index)};
    }

    SimulatedServer server;
    InventoryStore store;
    std::unique_ptr<ApiClient> client;
    std::unique_ptr<DetailsPanel> panel;

private:
    void listServers(RowKind kind, int count);
};

} // namespace layerscope
