// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/simulatedaccount.h"
#include "inventory/inventorytable.h"

namespace layerscope {

/// The demo account's own truth as a table, decoded from its objects without any call.
[[nodiscard]] InventoryTable truthOf(const SimulatedAccount &account);

} // namespace layerscope
