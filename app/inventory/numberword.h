// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decimal.h"
#include "inventory/columncatalogue.h"

#include <QLocale>
#include <QStringView>

#include <optional>

namespace layerscope {

/// A number as people type it to compare a column with: "64", ".5", "1,000", "64gb", "1.5 TB", "80%", "$100".
/// Separators are those of en-US or of the locale. A unit is that of the column (ColumnSpec::unit) or, where
/// that is GB, also MB or TB, by 1024 as slcli scales them (softlayer-api §5).
struct NumberWord
{
    Decimal value; ///< In the unit of the column
    /// What the locale makes of it, if that is another number: "1.000" and "1,000" in German. `value` is how
    /// files write it, else en-US.
    std::optional<Decimal> otherwise = {};

    /// `word` is case-folded. nullopt: no number, or of another unit. O(length).
    [[nodiscard]] static std::optional<NumberWord> read(QStringView word, const ColumnSpec &spec,
                                                        const QLocale &locale);
    /// Something before a unit that this column can have. Whether that is a number is left to read().
    [[nodiscard]] static bool hasUnit(QStringView word, const ColumnSpec &spec);
    /// It is none yet and may become one when more is typed: "1,", "64g" before "64gb".
    [[nodiscard]] static bool mayBecomeOne(QStringView word, const ColumnSpec &spec);
};

} // namespace layerscope
