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
    enum class Compare { Contains, Equals, Less, LessOrEqual, Greater, GreaterOrEqual, Unknown, Empty };

    ColumnSet columns; ///< Either of them; none: any searched column
    Compare compare = Compare::Contains;
    bool isNegated = false;
    QStringList words; ///< Either of them; case-folded

    bool operator==(const FilterTerm &) const = default;
    [[nodiscard]] bool isPlainWord() const { return columns.none(); }
    /// True if each row that this lets through is let through by `other` too. May be false where it cannot
    /// tell.
    [[nodiscard]] bool implies(const FilterTerm &other) const;
};

/// The quick filter: words that must all match. A plain word matches any of the searched columns, ignoring
/// case, as text on screen or in a file ("1,250.2" and "1250.2"). `key:word` looks into one column (dc, ip,
/// ram, name, … are short forms, some of several columns); `key:a,b` takes either; `key>4`, `>=`, `<`, `<=`,
/// `key=exact` compare by type (dates: created>=2026-03); `-word` excludes; "a b" is one word. A key that has
/// no word yet is left out, as while one types it. A word before ':' that is no column is plain text, so that
/// MAC addresses and URLs can be searched. Cells whose value is not known match nothing but `key:?`
/// (unknown), and leave the row undecided (RowMatcher::Verdict); `key:-` matches truly empty ones. A value;
/// matching is const and safe on any thread.
class RowFilter
{
public:
    RowFilter() = default;
    [[nodiscard]] static RowFilter parse(const QString &text, const Catalogue &catalogue);

    [[nodiscard]] bool isEmpty() const { return m_terms.empty(); }
    [[nodiscard]] const std::vector<FilterTerm> &terms() const { return m_terms; }
    /// Columns named by a word: they must be loaded for the filter to be right.
    [[nodiscard]] ColumnSet namedColumns() const;
    [[nodiscard]] bool hasPlainWords() const;
    /// For one row. Cost: that of preparing; for many rows make a RowMatcher (rowmatcher.h) once.
    [[nodiscard]] bool matches(const InventoryTable &table, int row, const ColumnSet &searched) const;
    /// True if each row that this filter lets through is let through by `other` too, because words were only
    /// added or lengthened: then only the rows of the former result have to be looked at again.
    [[nodiscard]] bool narrows(const RowFilter &other) const;

    bool operator==(const RowFilter &) const = default;

private:
    std::vector<FilterTerm> m_terms;
};

} // namespace layerscope
