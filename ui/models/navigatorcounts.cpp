// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/navigatorcounts.h"

#include "inventory/kinds.h"

#include <QHash>

#include <numeric>

using namespace Qt::Literals::StringLiterals;

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

void countServers(const InventoryTable &table, GroupSet wanted, NavigatorCounts &counts)
{
    qint64 withoutDatacenter = 0;
    // The texts of a column that repeats are equal if their handles are: no hashing of texts for 100 000
    // rows.
    QHash<qint64, qint64> countOfHandle;
    for (int row = 0; row < table.rowCount(); ++row) {
        if (table.hasValue(row, ServerColumn::Datacenter))
            ++countOfHandle[table.bits(row, ServerColumn::Datacenter)];
        else if (!isEmpty(table, row, ServerColumn::Datacenter))
            ++withoutDatacenter;
        if (table.hasValue(row, ServerColumn::Transaction))
            ++counts.transactions.rows;
        else if (!counts.transactions.isPartial && !isEmpty(table, row, ServerColumn::Transaction))
            counts.transactions.isPartial = true;
    }
    for (auto count = countOfHandle.cbegin(); count != countOfHandle.cend(); ++count)
        counts.datacenters[table.textOfHandle(count.key())] += count.value();
    counts.areDatacentersPartial = withoutDatacenter > 0;
    for (const int row : table.rowsWithFailures()) {
        if (table.rowState(row, wanted) == RowState::Refused)
            ++counts.refused;
    }
}

/// What the members of a pool tell of their leaving it.
struct Leaving
{
    qint64 answers = 0; ///< Members that leave or are to stay.
    bool isAny = false;
};

/// By the pool's id.
QHash<qint64, Leaving> leavingOf(const InventoryTable &members)
{
    QHash<qint64, Leaving> leaving;
    for (int row = 0; row < members.rowCount(); ++row) {
        if (!members.hasValue(row, MemberColumn::PoolId))
            continue;
        Leaving &ofPool = leaving[members.bits(row, MemberColumn::PoolId)];
        const bool isLeaving = members.hasValue(row, MemberColumn::Leaves);
        const bool isAnswered = isLeaving ? members.cellState(row, MemberColumn::Leaves) == CellState::Value
                                          : isEmpty(members, row, MemberColumn::Leaves);
        ofPool.answers += isAnswered ? 1 : 0;
        ofPool.isAny |= isLeaving;
    }
    return leaving;
}

void countPools(const InventoryTable &pools, const InventoryTable &members, NavigatorCounts &counts)
{
    const QHash<qint64, Leaving> leaving = leavingOf(members);
    for (int row = 0; row < pools.rowCount(); ++row) {
        const qint64 id = pools.key(row).id;
        const QString &over = pools.text(row, PoolColumn::Over);
        counts.over.rows += over == "now"_L1 ? 1 : 0;
        counts.projectedOver.rows += over == "projected"_L1 ? 1 : 0;
        const bool isKnown = pools.groupState(row, PoolGroup::Usage) == CellState::Value;
        counts.over.isPartial |= !isKnown;
        counts.projectedOver.isPartial |= !isKnown;
        NavigatorCounts::Pool pool{id, std::nullopt};
        if (pools.hasValue(row, PoolColumn::Devices))
            pool.devices = pools.bits(row, PoolColumn::Devices);
        const Leaving ofMembers = leaving.value(id);
        if (pools.hasValue(row, PoolColumn::Ends) || ofMembers.isAny)
            ++counts.leaving.rows;
        else if (pools.cellState(row, PoolColumn::Ends) != CellState::Empty || !pool.devices ||
                 ofMembers.answers < *pool.devices)
            counts.leaving.isPartial = true; // some member may yet leave
        counts.poolsByName.insert({pools.text(row, PoolColumn::Name), id}, pool);
    }
}

} // namespace

qint64 NavigatorCounts::of(const TableSpec &table) const
{
    return std::accumulate(table.kinds.begin(), table.kinds.end(), qint64(0),
                           [this](qint64 sum, RowKind kind) { return sum + of(kind); });
}

void NavigatorCounts::add(const InventoryTable &table)
{
    const std::span<const RowKind> kinds = tableSpec(table.catalogue()).kinds;
    if (kinds.size() == 1) {
        ofKind[static_cast<std::size_t>(kinds.front())] += table.rowCount();
        return;
    }
    for (int row = 0; row < table.rowCount(); ++row)
        ++ofKind[static_cast<std::size_t>(table.key(row).kind)];
}

NavigatorCounts NavigatorCounts::of(const InventoryTable &servers, const InventoryTable &pools,
                                    const InventoryTable &members, GroupSet wanted)
{
    NavigatorCounts counts;
    counts.add(servers);
    counts.add(pools);
    countServers(servers, wanted, counts);
    countPools(pools, members, counts);
    return counts;
}

} // namespace layerscope
