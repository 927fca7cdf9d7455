// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/poolsloader.h"

#include "inventory/kinds.h"

#include <algorithm>
#include <utility>

namespace layerscope {

PoolsLoader::PoolsLoader(ApiClient &client, InventoryStore &pools, InventoryStore &members, QObject *parent)
    : QObject(parent)
    , m_memberSpec(tableSpec(members.table().catalogue()))
    , m_nesting(*m_memberSpec.nesting)
    , m_poolStore(pools)
    , m_memberStore(members)
    , m_pools(client, pools)
    , m_memberLists(client, pools, members)
    , m_members(client, members, m_memberLists)
{
    connect(&m_pools, &TableLoader::progressed, this, [this] {
        askForMembers();
        Q_EMIT progressed();
    });
    connect(&m_pools, &TableLoader::listsEnded, this, &PoolsLoader::poolsAdvanced);
    connect(&m_pools, &TableLoader::advanced, this, &PoolsLoader::poolsAdvanced);
    connect(&m_pools, &TableLoader::blocked, this, &PoolsLoader::block);
    connect(&m_memberLists, &ListsBelow::parentSettled, this, &PoolsLoader::membersSettled);
    connect(&m_members, &TableLoader::progressed, this, &PoolsLoader::progressed);
    connect(&m_members, &TableLoader::advanced, this, &PoolsLoader::advanced);
    connect(&m_members, &TableLoader::blocked, this, &PoolsLoader::block);
}

void PoolsLoader::beginLoad()
{
    stop();
    m_pools.beginLoad();
    m_members.beginLoad();
    m_namesRevision.reset(); // the lists forgot who is named
    m_isBegun = true;
}

void PoolsLoader::start()
{
    if (!m_isBegun)
        beginLoad();
    m_isBegun = false;
    m_isStopped = false;
    setWanted(m_wantedColumns);
    m_members.start(std::nullopt); // until they are asked for, these are lists of nothing
    m_pools.start(std::nullopt);
}

void PoolsLoader::stop()
{
    m_isStopped = true;
    m_wantsAllMembers = false;
    m_areAllMembersAsked = false;
    m_pools.stop();
    m_members.stop();
}

void PoolsLoader::resume()
{
    m_isStopped = false;
    m_pools.resume();
    m_members.resume();
}

void PoolsLoader::setWanted(const ColumnSet &columns)
{
    m_wantedColumns = columns;
    m_pools.setWanted(columns, groupsForMembers());
}

void PoolsLoader::poolsAdvanced()
{
    if (arePoolsDone())
        m_memberLists.completeCounts(); // also after a retry of the pools alone
    askForMembers();
    Q_EMIT advanced();
}

/// Of open pools as soon as that stands which says what to ask for; of all others when they may.
void PoolsLoader::askForMembers()
{
    if (m_isStopped)
        return;
    if (!m_loadsMembers) {
        if (m_wantsAllMembers && arePoolsDone())
            askForUnknownCounts();
        return;
    }
    const InventoryTable &table = m_pools.table();
    const GroupSet needed = groupsForMembers();
    const auto isReady = [&](int row) {
        for (int group = 0; group < table.catalogue().groupCount(); ++group) {
            if (needed.test(static_cast<std::size_t>(group)) &&
                table.groupState(row, group) == CellState::Loading)
                return false;
        }
        return table.missingGroups(row, needed).none();
    };
    QList<qint64> ready;
    for (const qint64 id : std::as_const(m_openPools)) {
        if (const std::optional<int> row = table.find(m_memberSpec.parentRow(id)); row && isReady(*row))
            ready.append(id);
    }
    m_memberLists.ask(ready, Priority::Visible);

    if (!m_wantsAllMembers || !arePoolsDone() || std::exchange(m_areAllMembersAsked, true))
        return;
    QList<qint64> all;
    for (int row = 0; row < table.rowCount(); ++row) {
        if (!table.isGone(row))
            all.append(table.key(row).id);
    }
    m_memberLists.ask(all, Priority::Sweep);
    m_memberLists.setAllAsked();
}

/// Nobody wants the members. But where a pool's counts came and tell nothing, since they contradict what else
/// it says, its lists do: no other pool is asked for them.
void PoolsLoader::askForUnknownCounts()
{
    m_areAllMembersAsked = true;
    const InventoryTable &table = m_pools.table();
    const int group = table.catalogue().column(m_nesting.countColumn).group;
    QList<qint64> unknown;
    for (int row = 0; row < table.rowCount(); ++row) {
        const bool tellsNothing =
            table.groupState(row, group) == CellState::Value && !table.hasValue(row, m_nesting.countColumn);
        if (tellsNothing && !table.isGone(row) && !m_memberLists.wasAsked(table.key(row).id))
            unknown.append(table.key(row).id);
    }
    if (unknown.isEmpty())
        return;
    m_memberLists.ask(unknown, Priority::Sweep);
    m_memberLists.setAllAsked();
}

void PoolsLoader::block(const ApiError &error)
{
    stop();
    Q_EMIT blocked(error);
}

GroupSet PoolsLoader::groupsForMembers() const
{
    return m_loadsMembers ? m_nesting.groupsOfParent(m_members.wantedGroups()) : GroupSet();
}

QList<qint64> PoolsLoader::idsOf(const QList<int> &rows) const
{
    QList<qint64> ids;
    for (const int row : rows)
        ids.append(m_pools.table().key(row).id);
    return ids;
}

void PoolsLoader::setWantedColumns(const ColumnSet &columns)
{
    setWanted(columns);
    if (!m_isStopped)
        Q_EMIT advanced();
}

void PoolsLoader::setWantedMemberColumns(const ColumnSet &columns)
{
    m_members.setWanted(columns);
    setWanted(m_wantedColumns);
    if (!m_isStopped)
        Q_EMIT advanced();
}

void PoolsLoader::setLoadsMembers(bool loads)
{
    m_loadsMembers = loads;
}

void PoolsLoader::setViewOrder(const ViewOrder &order)
{
    m_pools.setViewOrder(order);
}

void PoolsLoader::setOpenPools(const QList<qint64> &poolIds)
{
    m_openPools = poolIds;
    askForMembers();
}

const TableSpec *PoolsLoader::namingTable() const
{
    return m_nesting.namedBy ? m_nesting.namedBy->table : nullptr;
}

void PoolsLoader::lookForNames(const InventoryTable &table)
{
    const std::optional<NamedBy> &names = m_nesting.namedBy;
    if (m_isStopped || !names)
        return;
    Q_ASSERT(&names->table->catalogue() == &table.catalogue());
    const quint64 revision = table.revision(names->column);
    if (std::exchange(m_namesRevision, revision) == revision)
        return;
    m_memberLists.setNamed(NamedParents::of(table, names->column));
}

void PoolsLoader::loadAllMembers()
{
    m_wantsAllMembers = true;
    askForMembers();
}

void PoolsLoader::flush()
{
    m_poolStore.flush();
    m_memberStore.flush();
}

void PoolsLoader::retry(const RetryScope &scope)
{
    resume();
    if (scope.hasLists()) { // pools that come now have members, too, and others may come that name them
        m_wantsAllMembers = false;
        m_areAllMembersAsked = false;
    }
    m_pools.retry(scope);
    if (!scope.rows()) {
        m_members.retry(scope);
        return;
    }
    const QList<qint64> ids = idsOf(*scope.rows());
    m_members.retry(RetryScope::ofRows(m_memberLists.rowsBelow(ids)));
    m_memberLists.retryOf(ids);
}

bool PoolsLoader::isListOver() const
{
    return m_pools.areListsOver();
}

bool PoolsLoader::arePoolsDone() const
{
    return m_pools.isDone();
}

bool PoolsLoader::isDone() const
{
    return arePoolsDone() && m_members.isDone() && (!m_wantsAllMembers || m_areAllMembersAsked);
}

PoolsLoader::Progress PoolsLoader::progress() const
{
    return {m_pools.expectedRows(), m_pools.listedRows(), m_pools.settledRows(),
            m_memberLists.settledParents(), m_loadsMembers && m_areAllMembersAsked};
}

void PoolsLoader::tell(LoadOutcome &outcome, bool isOver) const
{
    outcome.lists.append(list());
    outcome.of(*m_memberSpec.parent) = pools();
    outcome.of(m_memberSpec) = members();
    if (m_loadsMembers) {
        outcome.setRest(m_memberSpec, m_members.rest());
        outcome.errorsBelow = m_memberLists.errors();
    }
    outcome.poolsWithoutMembers = isOver ? poolsWithoutMembers() : 0;
}

LoadOutcome::List PoolsLoader::list() const
{
    const QList<LoadOutcome::List> lists = m_pools.lists();
    if (!lists.isEmpty())
        return lists.constFirst();
    return {m_memberSpec.parentRow(0).kind, std::nullopt, 0, {}, m_pools.table().rowCount()};
}

RowTally PoolsLoader::pools() const
{
    return m_pools.tally();
}

RowTally PoolsLoader::members() const
{
    return m_loadsMembers ? m_members.tally() : RowTally();
}

qint64 PoolsLoader::poolsWithoutMembers() const
{
    if (!m_loadsMembers)
        return 0;
    const Progress all = progress();
    return std::max<qint64>(0, all.listedPools - all.poolsWithMembers);
}

bool PoolsLoader::isMemberListSettled(qint64 poolId) const
{
    return m_memberLists.isSettledOf(poolId);
}

} // namespace layerscope
