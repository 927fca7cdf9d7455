// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/exportkind.h"
#include "tables/document.h"

#include <QDateTime>

#include <optional>

namespace layerscope {

struct AccountSummary;

/// What a document says of an account that was loaded: who it is, of when, what is missing and why. The
/// filter and what was left out are the caller's.
[[nodiscard]] DocumentAbout aboutOf(const std::optional<AccountSummary> &account, const QDateTime &asOf,
                                    const LoadOutcome &outcome);

/// This kind as a table of a document: everything of it by name, with its default columns.
[[nodiscard]] DocumentTable documentTableOf(const ExportKind &kind, const InventoryTable &rows);

} // namespace layerscope
