// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/columncatalogue.h"

#include <QString>

#include <span>

namespace layerscope {

/// What a state of a table's rows means.
struct StateMeaning
{
    const char *word = "";     ///< As files have it: "projected".
    const char *sentence = ""; ///< English; see TableLooks::meaningOf().
};

/// How the cells of a table look where that does not follow from its columns and their values. Immutable,
/// lives as long as the program. Most tables have nothing of it.
struct TableLooks
{
    static constexpr ColumnIndex none = -1;

    ColumnIndex state = none;       ///< Tells a state, with its mark (CellFormat::mark).
    bool isCalmStateMuted = false;  ///< A plain state is not what one looks for.
    ColumnIndex stateDetail = none; ///< What is being done to the row, for tooltips and screen readers.
    std::span<const StateMeaning> meanings = {}; ///< Of states that do not explain themselves, for tooltips.
    ColumnIndex usageColumn = none;              ///< A percentage that is drawn as a bar, …
    /// A bar is as long as its part of the largest among rows with the same number in this column.
    ColumnIndex usageWithin = none;
    ColumnIndex projection = none; ///< … and this one at the end of the billing cycle.
    ColumnIndex excess = none;     ///< By how many GB that will be too much; without a value: it will not.
    ColumnIndex place = none;      ///< Where a row is; says first, by …
    ColumnIndex placeKind = none;  ///< … this column, what kind it is: "Bare metal · dal10".
    ColumnSet muted = {};          ///< Not what one looks for.
    /// Why the row that stands for the rest (Nesting::restKind) has no more to tell: the failure of this
    /// group.
    int groupOfRest = none;

    // English; see below.
    const char *usageText = ""; ///< "%1 used"; "": the number alone.
    const char *barText = "";   ///< What the length of a bar means, where that is not its number; "": it is.
    const char *sumText = "";   ///< Tooltip of a sum of which some parts are not known.
    const char *toCome = "";    ///< Of the row that stands in for rows below another one that are to come.
    const char *notLoaded = ""; ///< The same, if none will come.

    /// Translated; for the first three a general one if it has none of its own.
    [[nodiscard]] QString usage(const QString &percentage) const;
    [[nodiscard]] QString barMeaning() const; ///< Empty if it has none.
    [[nodiscard]] QString sumOfKnown(const QString &known, const QString &all) const;
    [[nodiscard]] QString standIn(bool isToCome) const;
    /// Of a state as files have it; empty: it explains itself.
    [[nodiscard]] QString meaningOf(const QString &word) const;
};

/// Of the table with these columns. O(tables).
[[nodiscard]] const TableLooks &looksOf(const Catalogue &catalogue);

} // namespace layerscope
