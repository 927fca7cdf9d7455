// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/accounttables.h"

#include "inventory/kinds.h"
#include "loaders/accountcounts.h"
#include "loaders/accountprogress.h"
#include "loaders/callgroup.h"
#include "loaders/poolsloader.h"
#include "loaders/tableloader.h"

#include <algorithm>

namespace layerscope {

AccountTables::AccountTables(ApiClient &client, InventoryStore &first, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    add(first);
    m_tables.front().loader->setNeedsRows(true);
}

AccountTables::~AccountTables() = default;

void AccountTables::add(InventoryStore &store)
{
    const bool isFirst = m_tables.empty();
    const TableSpec &spec = tableSpec(store.table().catalogue());
    m_tables.push_back({store, spec, std::make_unique<TableLoader>(m_client, store)});
    const TableLoader *loader = m_tables.back().loader.get();
    connect(loader, &TableLoader::progressed, this, &AccountTables::progressed);
    connect(loader, &TableLoader::recounted, this, [this, &spec](const AccountSummary &counts) {
        Q_EMIT recounted(QList<RowKind>(spec.kinds.begin(), spec.kinds.end()), counts);
    });
    if (isFirst) {
        connect(loader, &TableLoader::listsEnded, this, &AccountTables::firstListsEnded);
    } else {
        connect(loader, &TableLoader::listsEnded, this, &AccountTables::progressed);
        connect(loader, &TableLoader::listsEnded, this, &AccountTables::advanced);
    }
    connect(loader, &TableLoader::advanced, this, &AccountTables::advanced);
    connect(loader, &TableLoader::blocked, this, &AccountTables::blocked);
}

void AccountTables::setPools(PoolsLoader *pools)
{
    m_pools = pools;
    connect(pools, &PoolsLoader::progressed, this, &AccountTables::progressed);
    connect(pools, &PoolsLoader::advanced, this, [this] { Q_EMIT poolsAdvanced(!m_pools->isDone()); });
    connect(pools, &PoolsLoader::blocked, this, &AccountTables::blocked);
}

const TableSpec &AccountTables::firstTable() const
{
    return m_tables.front().spec;
}

TableLoader &AccountTables::first() const
{
    return *m_tables.front().loader;
}

bool AccountTables::Table::isWaiting() const
{
    return spec.isListedOnDemand && !isStarted;
}

bool AccountTables::Table::isToStart() const
{
    return !isStarted && (isWanted || !spec.isListedOnDemand);
}

TableLoader &AccountTables::of(const TableSpec &table) const
{
    const auto known = std::find_if(m_tables.cbegin(), m_tables.cend(),
                                    [&table](const Table &other) { return &other.spec == &table; });
    Q_ASSERT(known != m_tables.cend());
    return *known->loader;
}

QList<RowKind> AccountTables::kinds() const
{
    QList<RowKind> kinds;
    for (const Table &table : m_tables) {
        if (!table.isWaiting() || table.isToStart())
            kinds.append(QList<RowKind>(table.spec.kinds.begin(), table.spec.kinds.end()));
    }
    return kinds;
}

QList<RowKind> AccountTables::otherKinds() const
{
    QList<RowKind> kinds;
    for (const Table &table : m_tables) {
        for (const RowKind kind : table.spec.kinds) {
            if (!m_kindsAtFirst.contains(kind))
                kinds.append(kind);
        }
    }
    return kinds;
}

void AccountTables::setWanted(const TableSpec &table, const ColumnSet &columns)
{
    const auto known = std::find_if(m_tables.begin(), m_tables.end(),
                                    [&table](const Table &other) { return &other.spec == &table; });
    Q_ASSERT(known != m_tables.end());
    known->isWanted = columns.any();
    known->loader->setWanted(columns);
    if (m_isAhead && known->isToStart())
        startTable(*known);
}

bool AccountTables::isAnythingLeft(const TableSpec &table) const
{
    const auto known = std::find_if(m_tables.cbegin(), m_tables.cend(),
                                    [&table](const Table &other) { return &other.spec == &table; });
    Q_ASSERT(known != m_tables.cend());
    return !known->isWaiting() && !known->loader->isDone();
}

void AccountTables::startTable(Table &table)
{
    table.isStarted = true;
    table.loader->startAhead();
    if (m_announced)
        table.loader->announce(*m_announced);
}

void AccountTables::startWanted()
{
    for (Table &table : m_tables) {
        if (table.isToStart())
            startTable(table);
    }
}

void AccountTables::each(void (TableLoader::*ofTable)(), void (PoolsLoader::*ofPools)())
{
    for (const Table &table : m_tables)
        (table.loader.get()->*ofTable)();
    if (m_pools != nullptr)
        (m_pools->*ofPools)();
}

void AccountTables::beginLoad()
{
    m_isAhead = false;
    m_announced.reset();
    m_counts.reset();
    for (Table &table : m_tables)
        table.isStarted = false;
    m_kindsAtFirst = kinds();
    each(&TableLoader::beginLoad, &PoolsLoader::beginLoad);
}

void AccountTables::startAhead()
{
    m_isAhead = true;
    startWanted();
    if (m_pools != nullptr)
        m_pools->start();
}

void AccountTables::announce(const std::optional<AccountSummary> &account)
{
    m_announced = account;
    for (const Table &table : m_tables) {
        if (table.isStarted)
            table.loader->announce(account);
    }
    if (!account)
        return;
    m_counts = std::make_unique<CallGroup>(m_client);
    askForCountsBeside(
        *m_counts, otherKinds(),
        [this](const QList<RowKind> &kinds, const AccountSummary &counts) { hearCounts(kinds, counts); });
}

void AccountTables::hearCounts(const QList<RowKind> &kinds, const AccountSummary &counts)
{
    AccountSummary &account = **m_announced;
    for (const RowKind kind : kinds)
        account.setCount(kind, counts.count(kind));
    for (const Table &table : m_tables) {
        if (table.isStarted && kinds.contains(table.spec.kinds.front())) // looked at meanwhile
            table.loader->announce(account);
    }
    Q_EMIT countsArrived(kinds, counts);
}

void AccountTables::stop()
{
    m_isAhead = false;
    m_counts.reset();
    each(&TableLoader::stop, &PoolsLoader::stop);
}

void AccountTables::resume()
{
    each(&TableLoader::resume, &PoolsLoader::resume);
    m_isAhead = true;
    startWanted();
}

void AccountTables::retry(const RetryScope &scope)
{
    for (const Table &table : m_tables)
        table.loader->retry(scope);
    retryPools(scope);
}

void AccountTables::retryPools(const RetryScope &scope)
{
    if (m_pools != nullptr)
        m_pools->retry(scope);
}

void AccountTables::flush()
{
    for (const Table &table : m_tables)
        table.store.flush();
    if (m_pools != nullptr)
        m_pools->flush();
}

bool AccountTables::advance()
{
    if (m_pools != nullptr)
        advanceMembers();
    const auto isDone = [](const Table &table) { return table.isWaiting() || table.loader->isDone(); };
    return std::all_of(m_tables.cbegin(), m_tables.cend(), isDone) &&
           (m_pools == nullptr || m_pools->isDone());
}

/// They need their pools and whoever names these. No other table, which may be slow, holds them back.
void AccountTables::advanceMembers()
{
    const auto naming = std::find_if(m_tables.cbegin(), m_tables.cend(), [this](const Table &table) {
        return &table.spec == m_pools->namingTable();
    });
    const bool areNamesDone = naming == m_tables.cend() || naming->loader->isDone();
    if (!areNamesDone || !m_pools->arePoolsDone())
        return;
    if (naming != m_tables.cend()) // also after: a retry, or another column, may have brought names
        m_pools->lookForNames(naming->store.table());
    m_pools->loadAllMembers();
}

void AccountTables::look(AccountProgress &progress, bool isRunning) const
{
    QList<const TableLoader *> loaders;
    for (const Table &table : m_tables) {
        if (!table.isWaiting())
            loaders.append(table.loader.get());
    }
    progress.look(loaders, m_pools, m_client.clock().now(), isRunning);
    progress.setCallsInFlight(m_client.scheduler().inFlight());
}

void AccountTables::tell(LoadOutcome &outcome, bool isOver) const
{
    for (const Table &table : m_tables) {
        if (!table.isWaiting())
            table.loader->tell(outcome);
    }
    if (m_pools != nullptr)
        m_pools->tell(outcome, isOver);
}

} // namespace layerscope
