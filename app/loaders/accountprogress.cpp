// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/accountprogress.h"

#include "core/saturatingsum.h"
#include "loaders/poolsloader.h"
#include "loaders/tableloader.h"

#include <algorithm>

namespace layerscope {

void AccountProgress::clear()
{
    m_now = {};
    clearRates();
}

void AccountProgress::clearRates()
{
    m_rows.clear();
    m_pools.clear();
    m_estimate.clear();
}

void AccountProgress::look(const QList<const TableLoader *> &tables, const PoolsLoader *pools,
                           std::chrono::milliseconds now, bool isRunning)
{
    const TableLoader &servers = *tables.constFirst();
    m_now.listedRows = servers.listedRows();
    m_now.expectedRows = servers.expectedRows();
    m_now.expectedServers = m_now.expectedRows;
    m_now.countsServers = !servers.kinds().isEmpty();
    m_now.settledRows = servers.settledRows();
    m_areTablesSettled = std::all_of(tables.cbegin(), tables.cend(), [](const TableLoader *table) {
        return table->areListsOver() && table->settledRows() >= table->listedRows();
    });
    std::for_each(tables.cbegin() + 1, tables.cend(), [this](const TableLoader *table) { addTable(*table); });
    m_isAllAnnounced = std::all_of(tables.cbegin(), tables.cend(), [](const TableLoader *table) {
        return table->kinds().isEmpty() || table->expectedRows() || table->areListsOver();
    });
    if (pools != nullptr)
        addPools(*pools);
    m_now.timeLeft = timeLeft(now, isRunning);
}

void AccountProgress::addTable(const TableLoader &table)
{
    m_now.countsOthers = true;
    m_now.listedRows += table.listedRows();
    m_now.settledRows += table.settledRows();
    const std::optional<qint64> rows = table.expectedRows();
    if (!m_now.countsServers && !m_now.expectedRows)
        m_now.expectedRows = rows;
    else if (m_now.expectedRows)
        m_now.expectedRows = saturatingSum(*m_now.expectedRows, rows.value_or(table.listedRows()));
}

void AccountProgress::addPools(const PoolsLoader &pools)
{
    const PoolsLoader::Progress progress = pools.progress();
    if (!m_now.countsServers && progress.expectedPools)
        m_now.expectedRows = 0;
    if (m_now.expectedRows)
        m_now.expectedRows = saturatingSum(
            *m_now.expectedRows, std::max(progress.expectedPools.value_or(0), progress.listedPools));
    m_isAllAnnounced = m_isAllAnnounced && (progress.expectedPools || pools.isListOver());
    m_now.countsPools = true;
    m_now.listedRows += progress.listedPools;
    m_now.settledRows += progress.settledPools;
    m_now.isLoadingMembers = progress.isLoadingMembers && m_areTablesSettled;
    m_now.poolsWithMembers = progress.poolsWithMembers;
    m_now.pools = progress.listedPools;
}

/// Of the rows; then, when only members of pools are left, of their pools.
std::optional<std::chrono::seconds> AccountProgress::timeLeft(std::chrono::milliseconds now, bool isRunning)
{
    m_rows.settled(m_now.settledRows, now);
    if (m_now.isLoadingMembers)
        m_pools.settled(m_now.poolsWithMembers, now);
    if (!isRunning || !m_now.expectedRows || !m_isAllAnnounced) {
        m_estimate.clear();
        return std::nullopt;
    }
    const qint64 rowsLeft = *m_now.expectedRows - m_now.settledRows;
    return m_estimate.say(m_now.isLoadingMembers ? m_pools.timeLeft(m_now.pools - m_now.poolsWithMembers)
                                                 : m_rows.timeLeft(rowsLeft),
                          now);
}

} // namespace layerscope
