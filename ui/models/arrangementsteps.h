// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/arrangement.h"

#include <memory>

namespace layerscope {

/// Small changes of an arrangement that a model makes at once, because the table changed already and the next
/// arrangement is still to be made.

/// Of no rows; of a table with another one below it, or not.
[[nodiscard]] std::shared_ptr<Arrangement> emptyArrangement(const ArrangementSpec &spec,
                                                            bool hasChildren = false);
/// Of a table that nothing was wished of yet: with the rows that are there already, if nothing has to be
/// decided about them.
[[nodiscard]] std::shared_ptr<Arrangement> firstArrangement(const InventoryTable &table, bool hasChildren);
/// Rows that come are simply the next ones: no filter, no scope, no group and nothing below them may send
/// them elsewhere.
[[nodiscard]] bool takesRowsAtEnd(const Arrangement &arrangement);
/// With the table's rows up to `tableRows`; only of one that takes rows at its end. O(rows).
[[nodiscard]] std::shared_ptr<Arrangement> withRowsAtEnd(const Arrangement &former, int tableRows);
/// Without the rows that went, and with the new numbers of the others: as InventoryStore::rowsRemapped tells.
[[nodiscard]] std::shared_ptr<Arrangement> renumbered(const Arrangement &former,
                                                      const QList<int> &newRowOfOld, int tableRows);
/// The same of rows of the table below.
[[nodiscard]] std::shared_ptr<Arrangement>
withChildrenRenumbered(const Arrangement &former, const QList<int> &newRowOfOld, int tableRows);

} // namespace layerscope
