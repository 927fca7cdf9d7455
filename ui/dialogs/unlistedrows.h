// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/rowkey.h"

#include <QtGlobal>

#include <functional>

namespace layerscope {

class AccountSession;
struct LoadOutcome;
struct TableSpec;

/// Rows of these kinds that the account has, as far as it said, and that are in no table.
[[nodiscard]] qint64 unlistedRows(const LoadOutcome &outcome, const std::function<bool(RowKind)> &isMeant);
/// The same of a table whose rows lie below others: by the counts of the rows above; of one whose count is
/// not known at least one. O(rows of both).
[[nodiscard]] qint64 unlistedRowsBelow(AccountSession &session, const TableSpec &table);

} // namespace layerscope
