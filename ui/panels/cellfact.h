// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "details/factlist.h"
#include "inventory/inventorytable.h"

namespace layerscope {

/// The line that says a cell: the column's title and `shown`, which is what stands in the table; of a cell
/// without a value why there is none, or a bar where one will come. Leads where the column does
/// (ColumnSpec::link).
[[nodiscard]] Fact factOfCell(const InventoryTable &table, int row, ColumnIndex column, const QString &shown);
/// The same of a cell of which the table knows nothing, and others that it is in this state: Loading, Refused
/// or Failed.
[[nodiscard]] Fact factOfUnknownCell(const ColumnSpec &column, CellState state);

} // namespace layerscope
