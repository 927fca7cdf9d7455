// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/columncatalogue.h"
#include "inventory/inventorytable.h"

#include <QLocale>
#include <QString>
#include <QStringList>

#include <vector>

namespace layerscope {

/// One word of the quick filter, understood.
struct FilterTerm
{
    enum class Compare {
        Contains,
        Within, ///< As Contains, where columns hold addresses: an AddressRange, or else a part of the text.
        Equals,
        Less,
        LessOrEqual,
        Greater,
        GreaterOrEqual
    };

    ColumnSet columns; ///< Either of them; none: any searched column
    Compare compare = Compare::Contains;
    bool isNegated = false;
    bool takesEmpty = false;   ///< Rows that have nothing in any of the columns, too: "owner:-,alice"
    bool takesUnknown = false; ///< Rows of which one of the columns is not known, too
    QStringList words;         ///< Either of them; case-folded. None if it is about the former two alone.

    bool operator==(const FilterTerm &) const = default;
    [[nodiscard]] bool isPlainWord() const { return columns.none(); }
    /// It is about what is known of values, not only about the values.
    [[nodiscard]] bool looksAtStates() const { return takesEmpty || takesUnknown; }
    /// True if each row that this lets through is let through by `other` too. May be false where it cannot
    /// tell.
    [[nodiscard]] bool implies(const FilterTerm &other) const;
};

/// The quick filter: words that must all match. A plain word matches any of the searched columns, ignoring
/// case, as text on screen or in a file ("1,250.2" and "1250.2"). `key:word` looks into one column (dc, ip,
/// ram, name, … are short forms, some of several columns); `key:a,b` takes either; `key>4`, `>=`, `<`, `<=`,
/// `key=exact` compare by type (dates: created>=2026-03), numbers with their unit if there is one (ram>64gb,
/// which NumberWord reads) and addresses as one, as the beginning of one, as a network or as a range
/// (ip:10.1.2.0/24, which AddressRange reads). `-word` excludes; "a b" is one word. `or` between words lets
/// through what either side does; it binds less than blanks, and quotes make it plain text.
///
/// A key that has no word yet is left out, as while one types it, and so is an `or` with nothing on one side.
/// A word before ':' that is no column is plain text, so that MAC addresses and URLs can be searched; what is
/// probably a mistake is told of by filterRemarks() (filterremark.h). Cells whose value is not known match
/// nothing but `key:?` (unknown), and leave the row undecided (RowMatcher::Verdict); `key:-` matches truly
/// empty ones, `key:-,a` those or a. A value; matching is const and safe on any thread.
class RowFilter
{
public:
    /// Words that must all match; never empty.
    using Terms = std::vector<FilterTerm>;

    RowFilter() = default;
    [[nodiscard]] static RowFilter parse(const QString &text, const Catalogue &catalogue);

    [[nodiscard]] bool isEmpty() const { return m_alternatives.empty(); }
    /// A row is let through by either of them; by an empty filter each is.
    [[nodiscard]] const std::vector<Terms> &alternatives() const { return m_alternatives; }
    /// Columns named by a word: they must be loaded for the filter to be right.
    [[nodiscard]] ColumnSet namedColumns() const;
    [[nodiscard]] bool hasPlainWords() const;
    /// Its answers follow from the cells' states too, which have no revision of their own.
    [[nodiscard]] bool looksAtStates() const;
    /// For one row. Cost: that of preparing; for many rows make a RowMatcher (rowmatcher.h) once.
    [[nodiscard]] bool matches(const InventoryTable &table, int row, const ColumnSet &searched) const;
    /// True if each row that this filter lets through is let through by `other` too, because words were only
    /// added or lengthened: then only the rows of the former result have to be looked at again.
    [[nodiscard]] bool narrows(const RowFilter &other) const;

    bool operator==(const RowFilter &) const = default;

private:
    template<class Test>
    [[nodiscard]] bool isAnyTerm(Test test) const;

    std::vector<Terms> m_alternatives;
};

} // namespace layerscope
