// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/details/democlient.h"
#include "inventory/inventorystore.h"
#include "panels/detailspanel.h"

#include <memory>

namespace layerscope {

/// A details panel over a demo account whose servers are listed, as after a load: names, states, datacenters.
class DetailsFixture : public DemoClient
{
public:
    explicit DetailsFixture(int servers, FaultPlan faults = {}, LatencyModel latency = {},
                            Clock &clientClock = Clock::system());
    ~DetailsFixture();

    InventoryStore store;
    std::unique_ptr<DetailsPanel> panel;

private:
    void listServers(RowKind kind, int count);
};

} // namespace layerscope
