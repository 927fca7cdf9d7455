// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/inventorytable.h"

#include <QString>

namespace layerscope {

/// The value as in a Plain CSV, without quotes: text, "1250.1987", "true", "2026-11-22T14:02:00Z"; empty if
/// there is none. O(length). For whole files and tables see csv/inventorycsv.h, which is faster.
[[nodiscard]] QString rawText(const InventoryTable &table, int row, ColumnIndex column);

} // namespace layerscope
