// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/arrangement.h"
#include "pages/pagemessage.h"

namespace layerscope {

/// Rows of which node and filter cannot tell whether they belong to what is seen, and why not. Pure.
struct UndecidedRows
{
    /// So many are looked at for why: the first ones, since most are alike. Less than a millisecond of the
    /// window's thread, however many there are.
    static constexpr qsizetype maxRowsLookedAt = 1'000;
    static constexpr qsizetype maxRowsBelowLookedAt = 5'000;

    int rows = 0; ///< Not seen
    PageFacts::Undecided why = PageFacts::Undecided::Coming;
    QString columns; ///< Titles of those that decide and are not known; in the order of the catalogue

    /// Of an arrangement of this table; why, only if no row is seen. `children`: of the table whose rows lie
    /// below, which have a say, too; nullptr: there is none. `isRunning` says whether a load goes on that may
    /// bring them. O(undecided rows), and of each only whether it is seen.
    [[nodiscard]] static UndecidedRows of(const InventoryTable &table, const InventoryTable *children,
                                          const Arrangement &arrangement, bool isRunning);

    /// "486 not decided yet", "486 cannot be decided"; empty if there are none.
    [[nodiscard]] QString text(bool isRunning) const;
};

} // namespace layerscope
