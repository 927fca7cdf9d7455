// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/navigatorcounter.h"

#include "core/whendone.h"

#include <QtConcurrent>

#include <numeric>
#include <utility>

namespace layerscope {

namespace {

/// Unchanging copies, for a worker.
struct CountedTables
{
    InventoryTable servers;
    InventoryTable pools;
    InventoryTable members;
    std::vector<InventoryTable> beside;
};

NavigatorCounts countOf(const CountedTables &tables, GroupSet wanted)
{
    NavigatorCounts counts = NavigatorCounts::of(tables.servers, tables.pools, tables.members, wanted);
    for (const InventoryTable &table : tables.beside)
        counts.add(table);
    return counts;
}

} // namespace

NavigatorCounter::NavigatorCounter(const InventoryStore &servers, const InventoryStore &pools,
                                   const InventoryStore &members, const QList<const InventoryStore *> &beside,
                                   QThreadPool &workers)
    : m_servers(servers)
    , m_pools(pools)
    , m_members(members)
    , m_beside(beside)
    , m_workers(workers)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &NavigatorCounter::count);
}

bool NavigatorCounter::setWantedGroups(GroupSet groups)
{
    return std::exchange(m_wanted, groups) != groups;
}

void NavigatorCounter::countWithin(std::chrono::milliseconds time)
{
    if (m_isRunning)
        m_next = time;
    else if (!m_timer.isActive())
        m_timer.start(time);
}

void NavigatorCounter::count()
{
    m_timer.stop();
    ++m_generation; // what is under way may be older than what is to be seen with it
    m_isRunning = false;
    m_next.reset();
    std::vector<quint64> now = state();
    if (now == m_countedState) {
        Q_EMIT counted();
        return;
    }
    CountedTables tables{m_servers.table(), m_pools.table(), m_members.table(), {}};
    qint64 rows = tables.servers.rowCount() + tables.pools.rowCount() + tables.members.rowCount();
    for (const InventoryStore *store : std::as_const(m_beside)) {
        tables.beside.push_back(store->table());
        rows += store->table().rowCount();
    }
    if (rows <= fewRows) {
        take(now, countOf(tables, m_wanted));
        return;
    }
    m_isRunning = true;
    whenDone(QtConcurrent::run(&m_workers, [tables = std::move(tables),
                                            wanted = m_wanted] { return countOf(tables, wanted); }),
             this, [this, now, generation = m_generation](const NavigatorCounts &counts) {
                 if (generation != m_generation)
                     return;
                 m_isRunning = false;
                 if (m_next)
                     countWithin(*std::exchange(m_next, std::nullopt));
                 take(now, counts);
             });
}

void NavigatorCounter::take(const std::vector<quint64> &state, const NavigatorCounts &counts)
{
    m_counts = counts;
    m_countedState = state;
    Q_EMIT counted();
}

/// Other numbers if anything changed that is counted.
std::vector<quint64> NavigatorCounter::state() const
{
    std::vector<quint64> state{m_wanted.to_ullong(), m_servers.table().revision(), m_pools.table().revision(),
                               m_members.table().revision()};
    for (const InventoryStore *store : m_beside)
        state.push_back(store->table().revision());
    return state;
}

} // namespace layerscope
