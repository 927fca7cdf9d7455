// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "details/partvalues.h"
#include "inventory/inventorytable.h"
#include "panels/usagefacts.h"

#include <optional>

namespace layerscope {

/// What is known already of the traffic that a chart shows. Pure; O(1).

/// By the table of pools.
[[nodiscard]] UsageFacts usageOfPool(const InventoryTable &pools, int row);
/// For PartValues: what the table of servers says of the traffic.
[[nodiscard]] ListedTraffic listedTrafficOf(const InventoryTable &servers, int row);
/// By the server's parts, and where they are silent by the table of servers (nullopt: it is not there).
[[nodiscard]] UsageFacts usageOfServer(const PartValues &parts, const InventoryTable &servers,
                                       std::optional<int> row);

} // namespace layerscope
