// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/rownesting.h"

#include "inventory/rowmatcher.h"
#include "inventory/rowscope.h"

#include <algorithm>
#include <limits>

namespace layerscope {

namespace {

/// What is known of a condition; "and" is the least of several, "or" the most.
enum class Truth { No, Maybe, Yes };

struct Answer
{
    bool isMatch = true; ///< What the screen goes by
    Truth truth = Truth::Yes;
};

constexpr Answer no{false, Truth::No};
constexpr Answer notSeenYet{false, Truth::Maybe};

Answer answerOf(RowScope &scope, int row)
{
    const bool isMatch = scope.contains(row);
    return {isMatch, isMatch ? Truth::Yes : scope.isUndecided(row) ? Truth::Maybe : Truth::No};
}

Answer answerOf(RowMatcher::Verdict verdict)
{
    return {verdict.isMatch, verdict.isUndecided ? Truth::Maybe : verdict.isMatch ? Truth::Yes : Truth::No};
}

Answer either(Answer a, Answer b)
{
    return {a.isMatch || b.isMatch, std::max(a.truth, b.truth)};
}

Answer both(Answer a, Answer b)
{
    return {a.isMatch && b.isMatch, std::min(a.truth, b.truth)};
}

constexpr int isNew = std::numeric_limits<int>::max(); // after all that stood before

} // namespace

RowNesting::RowNesting(const ArrangedTables &tables, const ArrangementSpec &spec,
                       const ArrangementSpec &childSpec, const CancelToken &cancel)
    : m_tables(tables)
    , m_rows(tables.rows)
    , m_children(*tables.children)
    , m_spec(spec)
    , m_childSpec(childSpec)
    , m_cancel(cancel)
    , m_nesting(*tableSpec(m_children.catalogue()).nesting)
{}

/// By the number of the row above them. What stands for the rest comes last.
QHash<qint64, QList<int>> RowNesting::byParent(const QList<int> &children) const
{
    QHash<qint64, QList<int>> byParent;
    for (const int row : children) {
        if (m_children.hasValue(row, m_nesting.parentIdColumn))
            byParent[m_children.bits(row, m_nesting.parentIdColumn)].append(row);
    }
    if (m_nesting.restKind) {
        for (QList<int> &rows : byParent)
            std::stable_partition(rows.begin(), rows.end(), [this](int row) {
                return m_children.key(row).kind != *m_nesting.restKind;
            });
    }
    return byParent;
}

/// Not all that lies below it has come, and something may.
bool RowNesting::lacksChildren(int row) const
{
    if (!m_tables.settled || m_tables.settled->contains(m_rows.key(row).id))
        return false;
    return !m_rows.hasValue(row, m_nesting.countColumn) || m_rows.bits(row, m_nesting.countColumn) != 0;
}

bool RowNesting::look(const QList<int> &rows, const QList<int> &children, const Arrangement *shown)
{
    const QHash<qint64, QList<int>> byParent = this->byParent(children);
    RowScope scope(m_rows, m_spec);
    RowScope childScope(m_children, m_childSpec);
    RowMatcher matcher(m_spec.filter, m_rows, m_spec.searchedColumns, m_spec.shownColumns);
    RowMatcher childMatcher(m_childSpec.filter, m_children, m_childSpec.searchedColumns,
                            m_childSpec.shownColumns);
    const bool haveChildrenScope = m_childSpec.scopeColumn.has_value();
    qsizetype looked = 0;
    for (const int row : rows) {
        const Answer inScope = answerOf(scope, row);
        const Answer inFilter = answerOf(matcher.verdict(row));
        Answer ofRow = both(inScope, inFilter);
        const int shownPlace = shown != nullptr ? shown->places.value(row).row : -1;
        bool isAnyInScope = inScope.isMatch || shownPlace >= 0;
        Seen seen{row, {}, false};
        for (const int child : byParent.value(m_rows.key(row).id)) {
            if (++looked % CancelToken::checkInterval == 0 && m_cancel.isCancelled())
                return false;
            const Answer childInScope =
                haveChildrenScope ? either(inScope, answerOf(childScope, child)) : inScope;
            Answer childInFilter = inFilter;
            if (inFilter.truth != Truth::Yes)
                childInFilter = either(inFilter, answerOf(childMatcher.verdict(child)));
            const Answer ofChild = both(childInScope, childInFilter);
            isAnyInScope |= childInScope.isMatch;
            const bool isShown = shownPlace >= 0 && shown->children->places.value(child).group == shownPlace;
            if (ofChild.isMatch || isShown)
                seen.below.append(child);
            if (ofChild.truth == Truth::Maybe)
                m_undecidedChildren.append(child);
            // The row for the rest says that by itself, and no load will tell more of it.
            if (ofChild.isMatch || m_children.key(child).kind != m_nesting.restKind)
                ofRow = either(ofRow, ofChild);
        }
        if (++looked % CancelToken::checkInterval == 0 && m_cancel.isCancelled())
            return false;
        const bool lacks = lacksChildren(row);
        if (lacks) // one of them may be what is looked for
            ofRow = either(ofRow, inScope.truth == Truth::No && !haveChildrenScope ? no : notSeenYet);
        if (ofRow.truth == Truth::Maybe)
            m_undecidedRows.append(row);
        m_scopeRows += isAnyInScope ? 1 : 0;
        if (!ofRow.isMatch && shownPlace < 0)
            continue;
        seen.areToCome = lacks && seen.below.isEmpty() && m_spec.filter.isEmpty() && !haveChildrenScope;
        m_seen.push_back(std::move(seen));
    }
    return true;
}

void RowNesting::keepOrderOf(const Arrangement &shown)
{
    const auto placeOf = [&shown](const Seen &seen) {
        const int place = shown.places.value(seen.row).row;
        return place >= 0 ? place : isNew;
    };
    std::stable_sort(m_seen.begin(), m_seen.end(),
                     [&](const Seen &a, const Seen &b) { return placeOf(a) < placeOf(b); });
    for (Seen &seen : m_seen) {
        const int parent = placeOf(seen);
        const auto placeBelow = [&shown, parent](int child) {
            const Arrangement::Place place = shown.children->places.value(child);
            return place.group == parent ? place.row : isNew;
        };
        std::stable_sort(seen.below.begin(), seen.below.end(),
                         [&](int a, int b) { return placeBelow(a) < placeBelow(b); });
    }
}

QList<int> RowNesting::put(Arrangement &made) const
{
    Arrangement::Children &children = *made.children;
    QList<int> rows;
    rows.reserve(static_cast<qsizetype>(m_seen.size()));
    children.tableRows = m_children.rowCount();
    children.firsts.reserve(static_cast<qsizetype>(m_seen.size()) + 1);
    children.areToCome.resize(static_cast<qsizetype>(m_seen.size()));
    children.places.resize(m_children.rowCount());
    for (const Seen &seen : m_seen) {
        const auto place = static_cast<int>(rows.size());
        children.areToCome.setBit(place, seen.areToCome);
        children.firsts.append(static_cast<int>(children.rows.size()));
        for (int i = 0; i < seen.below.size(); ++i)
            children.places[seen.below.at(i)] = {place, i};
        children.rows += seen.below;
        rows.append(seen.row);
    }
    children.firsts.append(static_cast<int>(children.rows.size()));
    children.undecidedRows = m_undecidedChildren;
    made.undecidedRows = m_undecidedRows;
    made.scopeRows = m_scopeRows;
    made.visibleRows = static_cast<int>(rows.size());
    return rows;
}

} // namespace layerscope
