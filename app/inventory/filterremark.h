// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/columncatalogue.h"

#include <QList>
#include <QLocale>
#include <QString>

namespace layerscope {

/// What a filter makes of a part of its text is probably not what was meant: "foo:bar" where there is no
/// column foo. Rows are matched all the same (RowFilter says how); this is what to tell the person. A value.
struct FilterRemark
{
    enum class Kind {
        UnknownKey,      ///< "foo:bar": found as text
        StrayOperator,   ///< "ram > 64", "dc!=dal10", "dc:=dal10", "web | db"
        StrayOr,         ///< "or" with nothing on one side: left out
        NoWord,          ///< "dc:", "-": left out
        OpenQuote,       ///< "\"two words": as if it were closed at the end
        NoNumber,        ///< "ram>abc", "cores>8gb"
        AmbiguousNumber, ///< "fee>1.000" in German
        NoDate,          ///< "created>soon"
        NoFlag,          ///< "private_only:maybe"
        NoAddress,       ///< "ip:web", "ip:10.0.0.300"
    };

    Kind kind = Kind::UnknownKey;
    qsizetype from = 0; ///< The part of the text
    qsizetype length = 0;
    /// It ends the text and may become right when more is typed ("ram>", "created>2026-0"). While somebody is
    /// at it that is no news; to run such a filter is a mistake as any other.
    bool isUnfinished = false;
    QString sentence; ///< What is wrong and what would be right, translated, with its full stop.

    bool operator==(const FilterRemark &) const = default;
};

/// What of these words is probably a mistake, in the order of the text; empty: nothing. Of a table with
/// others below it (TableSpec) `below` is the catalogue of those: a word is right if it is for either.
/// `locale` as in RowMatcher. O(length × columns), some microseconds; any thread.
[[nodiscard]] QList<FilterRemark> filterRemarks(const QString &text, const Catalogue &catalogue,
                                                const Catalogue *below = nullptr,
                                                const QLocale &locale = QLocale());

} // namespace layerscope
