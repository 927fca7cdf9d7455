// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/rowfilter.h"

#include "inventory/filterparser.h"
#include "inventory/rowmatcher.h"

#include <algorithm>

namespace layerscope {

namespace {

/// Each word of `longer` contains a word of `shorter`: what has one of the former has one of the latter.
bool eachContainsOneOf(const QStringList &longer, const QStringList &shorter)
{
    return std::all_of(longer.cbegin(), longer.cend(), [&shorter](const QString &word) {
        return std::any_of(shorter.cbegin(), shorter.cend(),
                           [&word](const QString &part) { return word.contains(part); });
    });
}

} // namespace

bool FilterTerm::implies(const FilterTerm &other) const
{
    if (*this == other)
        return true;
    const bool isComparable = columns == other.columns && isNegated == other.isNegated &&
                              compare == Compare::Contains && other.compare == Compare::Contains;
    if (!isComparable)
        return false;
    return isNegated ? eachContainsOneOf(other.words, words) : eachContainsOneOf(words, other.words);
}

RowFilter RowFilter::parse(const QString &text, const Catalogue &catalogue)
{
    RowFilter filter;
    filter.m_terms = FilterParser(text, catalogue).parse();
    return filter;
}

ColumnSet RowFilter::namedColumns() const
{
    ColumnSet columns;
    for (const FilterTerm &term : m_terms)
        columns |= term.columns;
    return columns;
}

bool RowFilter::hasPlainWords() const
{
    return std::any_of(m_terms.cbegin(), m_terms.cend(),
                       [](const FilterTerm &term) { return term.isPlainWord(); });
}

bool RowFilter::matches(const InventoryTable &table, int row, const ColumnSet &searched) const
{
    return RowMatcher(*this, table, searched).matches(row);
}

bool RowFilter::narrows(const RowFilter &other) const
{
    return std::all_of(other.m_terms.cbegin(), other.m_terms.cend(), [this](const FilterTerm &theirs) {
        return std::any_of(m_terms.cbegin(), m_terms.cend(),
                           [&theirs](const FilterTerm &ours) { return ours.implies(theirs); });
    });
}

} // namespace layerscope
