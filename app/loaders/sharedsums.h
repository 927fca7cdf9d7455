// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decimal.h"
#include "inventory/inventorytable.h"
#include "inventory/kinds.h"

#include <QList>

#include <optional>

namespace layerscope {

/// What the parent has and these rows below it leave for others; nullopt if not all of it is known, or if the
/// two were not measured at the same time and contradict each other. O(rows).
[[nodiscard]] std::optional<Decimal> restOf(const SharedSum &sum, const InventoryTable &parents, int parent,
                                            const InventoryTable &table, const QList<int> &rows);

/// Whether the parent has so much of something that there must be others than these rows below it. Not if it
/// is not known what all of them have. O(sums × rows).
[[nodiscard]] bool hasMoreThan(const QList<int> &rows, const InventoryTable &table,
                               const InventoryTable &parents, int parent);

} // namespace layerscope
