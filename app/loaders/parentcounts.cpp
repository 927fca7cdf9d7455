// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/parentcounts.h"

#include "core/saturatingsum.h"

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

std::optional<qint64> ParentCounts::of(qint64 parentId, const ListBelow &list) const
{
    const InventoryTable &table = m_parents.table();
    const std::optional<int> row = rowOf(parentId);
    const ColumnIndex column = list.countColumn;
    if (!row || table.groupState(*row, table.catalogue().column(column).group) != CellState::Value)
        return std::nullopt;
    return table.hasValue(*row, column) ? std::optional(table.bits(*row, column)) : std::nullopt;
}

bool ParentCounts::isNoneBelieved(qint64 parentId) const
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
    const ColumnIndex column = *m_nesting.provenBy;
    return table.isKnown(*row, column) &&
           (!table.hasValue(*row, column) || table.decimal(*row, column) <= Decimal());
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
    const int group = table.catalogue().column(m_nesting.countColumn).group;
    if (!row || table.isGone(*row) || table.groupState(*row, group) != CellState::Value)
        return;
    const RowPatch known = patchOfGroup(table, *row, group);
    RowPatch patch = known;
    qint64 listedInAll = 0; // fewer than the rows if some came before a stop and are gone
    for (const Remainder::List &list : came)
        listedInAll = saturatingSum(listedInAll, list.listed);
    qint64 sum = std::min(rows, listedInAll);
    bool isSumKnown = true;
    for (const ListBelow &list : m_nesting.lists) {
        const auto ended = std::find_if(came.cbegin(), came.cend(), [&list](const Remainder::List &other) {
            return other.method == list.names().method;
        });
        const bool isWhole = ended != came.cend() && !ended->isMissingSome();
        const qint64 listed = ended != came.cend() ? ended->listed : 0;
        const std::optional<qint64> count = of(parentId, list);
        if (isWhole || (count && *count < listed))
            cellOf(patch, list.countColumn) = listed;
        if (!isWhole)
            sum = saturatingSum(sum, std::max<qint64>(0, count.value_or(0) - listed));
        isSumKnown = isSumKnown && (count || isWhole);
    }
    if (isSumKnown)
        cellOf(patch, m_nesting.countColumn) = sum;
    if (patch.values != known.values)
        m_parents.apply({patch});
}

} // namespace layerscope
