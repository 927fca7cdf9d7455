// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <Qt>

#include <optional>

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
    StateMarkRole,           ///< StateMark, of columns that tell a state.
    UsageRole,               ///< Usage, of columns that are drawn as a bar.
    GroupDetailRole,         ///< QString, of a group row's name: "402 servers · 120 loaded".
    IsSecondaryRole,         ///< bool: true where a value is not what one looks for, and may be muted.
    IsRepeatedFailureRole,   ///< bool: a cell is Failed, and another one of its row offers to try again.
};

/// What a state amounts to, for its shape and colour (look/README): ● ■ ◐ of servers, ● ▲ ⚠ of pools. A state
/// that is none of these, or whose word we do not know, is ○: Plain. Unknown: no state was told.
enum class StateMark : unsigned char {
    Unknown,
    Plain,
    Running,
    Stopped,
    Working,
    Over,
    ProjectedOver,
    Attention
};

/// How much is used of what there is, as shares: 1 is all of it, and more is possible. Of rows that share
/// something: how much of what the largest of them uses.
struct Usage
{
    double used = 0;
    std::optional<double> projected = {}; ///< By the end of the billing cycle.
    StateMark mark = StateMark::Unknown;  ///< Over, ProjectedOver, or neither of them.

    bool operator==(const Usage &) const = default;
};

} // namespace layerscope

Q_DECLARE_METATYPE(layerscope::Usage)
