// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/parentcounts.h"

#include "core/saturatingsum.h"
#include "loaders/sharedsums.h"

#include <algorithm>

namespace layerscope {

namespace {

/// As the tables that stand by themselves have them: there a row says below which one it is.
RowKind ownKind(const ListBelow &list)
{
    return kindSpec(list.kind).listedAs.value_or(list.kind);
}

CellValue &cellOf(RowPatch &patch, ColumnIndex column)
{
    const auto cell = std::find_if(patch.values.begin(), patch.values.end(),
                                   [column](const auto &value) { return value.first == column; });
    Q_ASSERT(cell != patch.values.end()); // all counts are of one group
    return cell->second;
}

/// The cells of this group as they are.
RowPatch patchOfGroup(const InventoryTable &table, int row, int group)
{
    RowPatch patch;
    patch.key = table.key(row);
    patch.loaded.set(static_cast<std::size_t>(group));
    for (ColumnIndex column = 0; column < table.catalogue().columnCount(); ++column) {
        if (table.catalogue().column(column).group == group)
            patch.values.emplace_back(column, table.value(row, column));
    }
    return patch;
}

/// What became of this list; one that was not asked has no name.
Remainder::List endOf(const ListBelow &list, const QList<Remainder::List> &came)
{
    const auto ended = std::find_if(came.cbegin(), came.cend(), [&list](const Remainder::List &other) {
        return other.method == list.names().method;
    });
    return ended != came.cend() ? *ended : Remainder::List();
}

} // namespace

ParentCounts::ParentCounts(InventoryStore &parents, const TableSpec &below)
    : m_parents(parents)
    , m_below(below)
    , m_nesting(*below.nesting)
{}

std::optional<int> ParentCounts::rowOf(qint64 parentId) const
{
    return m_parents.table().find(m_below.parentRow(parentId));
}

void ParentCounts::clear()
{
    m_names = {};
    m_doubted.clear();
    m_belied.clear();
    m_unknown.clear();
}

/// Of this load, and as the parent told them; some of them may be failed because a list did.
bool ParentCounts::haveCountsCome(int row) const
{
    const InventoryTable &table = m_parents.table();
    const CellState state = table.groupState(row, table.catalogue().column(m_nesting.countColumn).group);
    return state == CellState::Value || (state == CellState::Failed && m_unknown.contains(table.key(row).id));
}

std::optional<qint64> ParentCounts::of(qint64 parentId, const ListBelow &list) const
{
    const InventoryTable &table = m_parents.table();
    const std::optional<int> row = rowOf(parentId);
    if (!row || !haveCountsCome(*row) || !table.hasValue(*row, list.countColumn))
        return std::nullopt;
    return table.bits(*row, list.countColumn);
}

bool ParentCounts::isNoneBelieved(qint64 parentId, const ListBelow &list) const
{
    return !m_doubted.contains(list.names().method) && !m_belied.contains(parentId) &&
           isAnyNoneBelieved(parentId);
}

bool ParentCounts::areNoneBelieved(qint64 parentId, const QList<const ListBelow *> &lists) const
{
    return std::all_of(lists.cbegin(), lists.cend(),
                       [&](const ListBelow *list) { return isNoneBelieved(parentId, *list); });
}

/// Counts that came and tell nothing, since they contradict each other, are too few as well.
bool ParentCounts::doubtLike(qint64 parentId, const QList<Remainder::List> &came)
{
    const std::optional<int> row = rowOf(parentId);
    if (!row || !haveCountsCome(*row))
        return false;
    const qsizetype before = m_doubted.size();
    for (const ListBelow &list : m_nesting.lists) {
        if (endOf(list, came).listed > of(parentId, list).value_or(0))
            m_doubted.insert(list.names().method);
    }
    return m_doubted.size() > before;
}

bool ParentCounts::doubtOwn(qint64 parentId, const QList<int> &rows, const InventoryTable &table)
{
    const std::optional<int> row = rowOf(parentId);
    if (!row || m_belied.contains(parentId) || m_parents.table().isGone(*row) ||
        !hasMoreThan(rows, table, m_parents.table(), *row))
        return false;
    m_belied.insert(parentId);
    return true;
}

bool ParentCounts::isAnyNoneBelieved(qint64 parentId) const
{
    const auto lists = m_nesting.lists;
    const bool isNamed = std::any_of(lists.begin(), lists.end(), [&](const ListBelow &list) {
        return isNamedBeyondCounts(parentId, ownKind(list));
    });
    if (isNamed)
        return false;
    const bool countsAny = std::any_of(lists.begin(), lists.end(),
                                       [&](const ListBelow &list) { return of(parentId, list) != 0; });
    return countsAny || isKnownToBeEmpty(parentId);
}

/// More rows of this kind name the parent than it counts.
bool ParentCounts::isNamedBeyondCounts(qint64 parentId, RowKind kind) const
{
    qint64 counted = 0;
    for (const ListBelow &list : m_nesting.lists) {
        if (ownKind(list) != kind)
            continue;
        const std::optional<qint64> count = of(parentId, list);
        if (!count)
            return false; // they may be in that list, which is asked
        counted = saturatingSum(counted, *count);
    }
    return m_names.count(parentId, kind) > counted;
}

/// Not by its counts, but by what it has of those below it.
bool ParentCounts::isKnownToBeEmpty(qint64 parentId) const
{
    const InventoryTable &table = m_parents.table();
    const std::optional<int> row = rowOf(parentId);
    if (!m_nesting.provenBy || !row)
        return true;
    const auto hasSome = [&](ColumnIndex column) {
        return table.hasValue(*row, column) && table.decimal(*row, column) > Decimal();
    };
    if (m_nesting.hintedBy && hasSome(*m_nesting.hintedBy))
        return false;
    return table.isKnown(*row, *m_nesting.provenBy) && !hasSome(*m_nesting.provenBy);
}

void ParentCounts::compare(qint64 parentId, QList<Remainder::List> &came) const
{
    for (Remainder::List &list : came) {
        const auto spec =
            std::find_if(m_nesting.lists.begin(), m_nesting.lists.end(),
                         [&list](const ListBelow &other) { return other.names().method == list.method; });
        if (list.counted || spec == m_nesting.lists.end())
            continue;
        list.counted = of(parentId, *spec);
        if (list.counted)
            list.announced = std::max(list.announced, list.counted);
    }
}

void ParentCounts::complete(qint64 parentId, const QList<Remainder::List> &came, qint64 rows)
{
    const InventoryTable &table = m_parents.table();
    const std::optional<int> row = rowOf(parentId);
    if (!row || table.isGone(*row) || !haveCountsCome(*row))
        return;
    const int group = table.catalogue().column(m_nesting.countColumn).group;
    const RowPatch known = patchOfGroup(table, *row, group);
    RowPatch patch = known;
    qint64 listedInAll = 0; // fewer than the rows if some came before a stop and are gone
    for (const Remainder::List &list : came)
        listedInAll = saturatingSum(listedInAll, list.listed);
    qint64 sum = std::min(rows, listedInAll);
    bool isSumKnown = true;
    std::optional<ApiError> reason;
    for (const ListBelow &list : m_nesting.lists) {
        const Remainder::List ended = endOf(list, came);
        const bool isWhole = !ended.method.isEmpty() && !ended.isMissingSome();
        const std::optional<qint64> told = of(parentId, list);
        const std::optional<qint64> count = told ? told : ended.announced;
        if (isWhole || (count && (!told || *count < ended.listed)))
            cellOf(patch, list.countColumn) = isWhole ? ended.listed : std::max(*count, ended.listed);
        if (!isWhole)
            sum = saturatingSum(sum, std::max<qint64>(0, count.value_or(0) - ended.listed));
        if (!isWhole && !count) {
            isSumKnown = false;
            reason = ended.error ? ended.error : reason;
            patch.wrong.push_back(list.countColumn);
        }
    }
    if (isSumKnown)
        cellOf(patch, m_nesting.countColumn) = sum;
    else if (!table.hasValue(*row, m_nesting.countColumn))
        patch.wrong.push_back(m_nesting.countColumn);
    put(patch, known, reason);
}

/// Counts that are not known are failed for this reason; without one they stay as they are.
void ParentCounts::put(RowPatch &patch, const RowPatch &known, const std::optional<ApiError> &reason)
{
    const InventoryTable &table = m_parents.table();
    const int group = table.catalogue().column(m_nesting.countColumn).group;
    if (!reason)
        patch.wrong.clear();
    if (!patch.wrong.empty()) { // a refusal would cost the whole group
        patch.loaded.reset(static_cast<std::size_t>(group));
        patch.failed.emplace_back(
            group, reason->isRefusal()
                       ? ApiError::withMessage(ApiError::Kind::BadResponse, reason->message, reason->detail)
                       : *reason);
        m_unknown.insert(patch.key.id);
    }
    const bool isMarked = table.groupState(*table.find(patch.key), group) != CellState::Value;
    if (patch.values != known.values || isMarked == patch.wrong.empty())
        m_parents.apply({patch});
}

} // namespace layerscope
