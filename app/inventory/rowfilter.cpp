// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/rowfilter.h"

#include "inventory/filterkeys.h"
#include "inventory/filtertokens.h"
#include "inventory/numberword.h"
#include "inventory/rowmatcher.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace layerscope {

namespace {

using Compare = FilterTerm::Compare;

/// Each word of `longer` contains a word of `shorter`: what has one of the former has one of the latter.
bool eachContainsOneOf(const QStringList &longer, const QStringList &shorter)
{
    return std::all_of(longer.cbegin(), longer.cend(), [&shorter](const QString &word) {
        return std::any_of(shorter.cbegin(), shorter.cend(),
                           [&word](const QString &part) { return word.contains(part); });
    });
}

/// Each row that all of these let through is let through by all of those.
bool implyAll(const RowFilter::Terms &terms, const RowFilter::Terms &others)
{
    return std::all_of(others.cbegin(), others.cend(), [&terms](const FilterTerm &other) {
        return std::any_of(terms.cbegin(), terms.cend(),
                           [&other](const FilterTerm &term) { return term.implies(other); });
    });
}

template<class Test>
bool areAll(const ColumnSet &columns, const Catalogue &catalogue, Test test)
{
    for (ColumnIndex column = 0; column < catalogue.columnCount(); ++column) {
        if (columns.test(static_cast<std::size_t>(column)) && !test(catalogue.column(column)))
            return false;
    }
    return true;
}

/// What "key:" means there. Words that grow letter by letter stay Contains, which narrows.
Compare compareOf(const FilterTerm &term, const Catalogue &catalogue)
{
    if (term.words.isEmpty())
        return Compare::Contains; // whatever stood before the '-' or '?'
    if (term.compare != Compare::Contains || term.isPlainWord())
        return term.compare;
    if (areAll(term.columns, catalogue, [](const ColumnSpec &spec) { return spec.holdsAddress; }))
        return Compare::Within;
    // "ram:64gb" is 64 GB, not 640.
    const bool isAnyWithUnit = std::any_of(term.words.cbegin(), term.words.cend(), [&](const QString &word) {
        return areAll(term.columns, catalogue,
                      [&word](const ColumnSpec &spec) { return NumberWord::hasUnit(word, spec); });
    });
    return isAnyWithUnit ? Compare::Equals : Compare::Contains;
}

/// nullopt: it is not finished.
std::optional<FilterTerm> termOf(const FilterToken &token, const Catalogue &catalogue)
{
    FilterTerm term;
    term.isNegated = token.isNegated;
    term.compare = token.compare;
    const bool isKeyed = !token.key.isEmpty();
    if (isKeyed)
        term.columns = columnsOfFilterKey(token.key, catalogue);
    for (const FilterToken::Word &word : token.words) {
        if (isKeyed && word.is(u'?'))
            term.takesUnknown = true;
        else if (isKeyed && word.is(u'-'))
            term.takesEmpty = true;
        else
            term.words.append(word.text);
    }
    if (term.words.isEmpty() && !term.looksAtStates())
        return std::nullopt;
    term.compare = compareOf(term, catalogue);
    return term;
}

} // namespace

bool FilterTerm::implies(const FilterTerm &other) const
{
    if (*this == other)
        return true;
    const bool isComparable = columns == other.columns && isNegated == other.isNegated &&
                              takesEmpty == other.takesEmpty && takesUnknown == other.takesUnknown &&
                              compare == Compare::Contains && other.compare == Compare::Contains;
    if (!isComparable)
        return false;
    return isNegated ? eachContainsOneOf(other.words, words) : eachContainsOneOf(words, other.words);
}

RowFilter RowFilter::parse(const QString &text, const Catalogue &catalogue)
{
    RowFilter filter;
    Terms terms;
    const auto endAlternative = [&filter, &terms] {
        if (!terms.empty()) // nothing is let through by nothing
            filter.m_alternatives.push_back(std::exchange(terms, {}));
    };
    const Catalogue *const catalogues[] = {&catalogue};
    for (const FilterToken &token : filterTokens(text, catalogues)) {
        if (token.isOr)
            endAlternative();
        else if (std::optional<FilterTerm> term = termOf(token, catalogue))
            terms.push_back(std::move(*term));
    }
    endAlternative();
    return filter;
}

template<class Test>
bool RowFilter::isAnyTerm(Test test) const
{
    return std::any_of(m_alternatives.cbegin(), m_alternatives.cend(), [&test](const Terms &terms) {
        return std::any_of(terms.cbegin(), terms.cend(), test);
    });
}

ColumnSet RowFilter::namedColumns() const
{
    ColumnSet columns;
    for (const Terms &terms : m_alternatives) {
        for (const FilterTerm &term : terms)
            columns |= term.columns;
    }
    return columns;
}

bool RowFilter::hasPlainWords() const
{
    return isAnyTerm([](const FilterTerm &term) { return term.isPlainWord(); });
}

bool RowFilter::looksAtStates() const
{
    return isAnyTerm([](const FilterTerm &term) { return term.looksAtStates(); });
}

bool RowFilter::matches(const InventoryTable &table, int row, const ColumnSet &searched) const
{
    return RowMatcher(*this, table, searched).matches(row);
}

/// A row of ours came through one of our alternatives; that one has to lead through one of theirs.
bool RowFilter::narrows(const RowFilter &other) const
{
    if (other.isEmpty() || isEmpty())
        return other.isEmpty();
    return std::all_of(m_alternatives.cbegin(), m_alternatives.cend(), [&other](const Terms &ours) {
        return std::any_of(other.m_alternatives.cbegin(), other.m_alternatives.cend(),
                           [&ours](const Terms &theirs) { return implyAll(ours, theirs); });
    });
}

} // namespace layerscope
