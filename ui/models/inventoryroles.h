// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace layerscope {

/// What the models answer besides Qt::DisplayRole (localised text), Qt::ToolTipRole, Qt::TextAlignmentRole
/// and Qt::AccessibleTextRole. Colours, fonts and icons belong to delegates.
enum InventoryRole : int {
    SortRole = Qt::UserRole, ///< Typed raw value: QString, qint64, double or QDateTime; invalid if unknown.
    KeyRole,                 ///< RowKey; invalid on group rows.
    CellStateRole,           ///< CellState
    ErrorRole,               ///< QString, a sentence: why a cell is Failed or Refused.
    IsGroupRole,             ///< bool
    RawTextRole,             ///< QString as in the CSV: raw number, UTC date; for copying.
    ServerActivityRole,      ///< ServerActivity, of the state column.
    GroupDetailRole,         ///< QString, of a group row's name: "402 servers · 120 loaded".
};

/// What a state or power word amounts to, for its shape and colour (look/README): ● ■ ◐, or nothing for words
/// we do not know.
enum class ServerActivity : unsigned char { Unknown, Running, Stopped, Working };

} // namespace layerscope
