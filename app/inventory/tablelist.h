// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace layerscope {

struct TableSpec;

/// The tables of the files in app/inventory/kinds, in the order of these files; allTables() is the order for
/// people. O(1).
[[nodiscard]] std::span<const TableSpec *const> tablesOfFiles();

} // namespace layerscope
