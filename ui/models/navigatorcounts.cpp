// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/navigatorcounts.h"

#include "inventory/kinds.h"

#include <QHash>

#include <numeric>
#include <optional>

namespace layerscope {

namespace {

/// What a cell without a value means. Counting looks at each row of the account again and again, so what can
/// be told by a look at its group goes first.
bool isEmpty(const InventoryTable &table, int row, ColumnIndex column)
{
    const GroupSet group = GroupSet().set(static_cast<std::size_t>(table.catalogue().column(column).group));
    if (table.missingGroups(row, group).any())
        return false;
    return table.rowState(row, group) == RowState::Complete ||
           table.cellState(row, column) == CellState::Empty;
}

using Count = NavigatorCounts::Count;

bool isAnswered(CellState state)
{
    return state == CellState::Value || state == CellState::Empty;
}

void countPlaces(const InventoryTable &table, ColumnIndex column, NavigatorCounts &counts)
{
    // The texts of a column that repeats are equal if their handles are: no hashing of texts for 100 000
    // rows.
    QHash<qint64, qint64> countOfHandle;
    for (int row = 0; row < table.rowCount(); ++row) {
        if (table.hasValue(row, column))
            ++countOfHandle[table.bits(row, column)];
        else if (!counts.arePlacesPartial && !isEmpty(table, row, column))
            counts.arePlacesPartial = true;
    }
    for (auto count = countOfHandle.cbegin(); count != countOfHandle.cend(); ++count)
        counts.places[table.textOfHandle(count.key())] += count.value();
}

Count countRowState(const InventoryTable &table, const char *text, GroupSet wanted)
{
    Count count;
    for (const int row : table.rowsWithFailures())
        count.rows += toText(table.rowState(row, wanted)) == text ? 1 : 0;
    return count;
}

Count countText(const InventoryTable &table, ColumnIndex column, QLatin1StringView text)
{
    Count count;
    for (int row = 0; row < table.rowCount(); ++row) {
        count.rows += table.text(row, column) == text ? 1 : 0;
        count.isPartial |= !isAnswered(table.cellState(row, column));
    }
    return count;
}

/// What the rows below another one tell of a column.
struct Below
{
    qint64 answers = 0; ///< Rows that have something there, or truly nothing.
    bool isAny = false;
};

/// By the number of the row above them.
QHash<qint64, Below> lookBelow(const InventoryTable &children, ColumnIndex column)
{
    const ColumnIndex parentIdColumn = tableSpec(children.catalogue()).nesting->parentIdColumn;
    QHash<qint64, Below> below;
    for (int row = 0; row < children.rowCount(); ++row) {
        if (!children.hasValue(row, parentIdColumn))
            continue;
        Below &ofParent = below[children.bits(row, parentIdColumn)];
        const bool isThere = children.hasValue(row, column);
        const bool isKnown =
            isThere ? children.cellState(row, column) == CellState::Value : isEmpty(children, row, column);
        ofParent.answers += isKnown ? 1 : 0;
        ofParent.isAny |= isThere;
    }
    return below;
}

/// `children`: of the node's childColumn; nullptr: it has none.
Count countAnything(const InventoryTable &table, const AttentionNode &node, const InventoryTable *children)
{
    QHash<qint64, Below> below;
    std::optional<ColumnIndex> countColumn;
    if (children != nullptr) {
        below = lookBelow(*children, node.childColumn);
        countColumn = tableSpec(children->catalogue()).nesting->countColumn;
    }
    Count count;
    for (int row = 0; row < table.rowCount(); ++row) {
        const Below ofRow = below.value(table.key(row).id);
        const bool areAllBelowKnown = !countColumn || (table.hasValue(row, *countColumn) &&
                                                       ofRow.answers >= table.bits(row, *countColumn));
        if (table.hasValue(row, node.column) || ofRow.isAny)
            ++count.rows;
        else if (!count.isPartial && (!areAllBelowKnown || !isEmpty(table, row, node.column)))
            count.isPartial = true; // one of them may yet have something
    }
    return count;
}

Count countAttention(const InventoryTable &table, const AttentionNode &node, const InventoryTable *children,
                     GroupSet wanted)
{
    if (node.column == table.catalogue().rowStateColumn())
        return countRowState(table, node.text, wanted);
    if (*node.text != '\0')
        return countText(table, node.column, QLatin1StringView(node.text));
    return countAnything(table, node, node.childColumn >= 0 ? children : nullptr);
}

void countKinds(const InventoryTable &table, NavigatorCounts &counts)
{
    const std::span<const RowKind> kinds = tableSpec(table.catalogue()).kinds;
    if (kinds.size() == 1) {
        counts.ofKind[static_cast<std::size_t>(kinds.front())] += table.rowCount();
        return;
    }
    for (int row = 0; row < table.rowCount(); ++row)
        ++counts.ofKind[static_cast<std::size_t>(table.key(row).kind)];
}

void listPools(const InventoryTable &pools, NavigatorCounts &counts)
{
    for (int row = 0; row < pools.rowCount(); ++row) {
        NavigatorCounts::Pool pool{pools.key(row).id, std::nullopt};
        if (pools.hasValue(row, PoolColumn::Devices))
            pool.devices = pools.bits(row, PoolColumn::Devices);
        counts.poolsByName.insert({pools.text(row, PoolColumn::Name), pool.id}, pool);
    }
}

} // namespace

qint64 NavigatorCounts::of(const TableSpec &table) const
{
    return std::accumulate(table.kinds.begin(), table.kinds.end(), qint64(0),
                           [this](qint64 sum, RowKind kind) { return sum + of(kind); });
}

void NavigatorCounts::add(const InventoryTable &table, const InventoryTable *children, GroupSet wanted)
{
    const TableSpec &spec = tableSpec(table.catalogue());
    countKinds(table, *this);
    if (spec.placeColumn >= 0)
        countPlaces(table, spec.placeColumn, *this);
    for (const AttentionNode &node : spec.attention)
        attention.insert(QString::fromLatin1(node.id), countAttention(table, node, children, wanted));
}

NavigatorCounts NavigatorCounts::of(const InventoryTable &servers, const InventoryTable &pools,
                                    const InventoryTable &members, GroupSet wanted)
{
    NavigatorCounts counts;
    counts.add(servers, nullptr, wanted);
    counts.add(pools, &members);
    listPools(pools, counts);
    return counts;
}

} // namespace layerscope
