// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exportload.h"

#include <algorithm>
#include <utility>

namespace layerscope {

namespace {

ApiClient::Options clientOptions(const CallLimits &limits, const QString &paceFile)
{
    ApiClient::Options options;
    options.limits = limits;
    options.paceFile = paceFile;
    return options;
}

std::vector<std::unique_ptr<InventoryStore>> storesOfAllTables()
{
    std::vector<std::unique_ptr<InventoryStore>> stores;
    for (const TableSpec *table : allTables())
        stores.push_back(std::make_unique<InventoryStore>(table->catalogue()));
    return stores;
}

} // namespace

ExportLoad::ExportLoad(Connection connection, const CallLimits &limits, const QString &paceFile,
                       const ExportPlan &plan, QObject *parent)
    : QObject(parent)
    , m_client(std::move(connection), clientOptions(limits, paceFile))
    , m_stores(storesOfAllTables())
    , m_poolsLoader(m_client, store(poolsTable), store(poolMembersTable))
    , m_loader(m_client, store(serversTable))
{
    m_loader.setEndsWhenBlocked(true);
    m_loader.setKinds(plan.kindsOf(serversTable));
    m_loader.setWantedColumns(plan.columnsOf(serversTable));
    if (plan.has(poolsTable) || plan.has(poolMembersTable)) { // pools also for the sake of their members
        m_poolsLoader.setLoadsMembers(plan.has(poolMembersTable));
        m_poolsLoader.setWantedColumns(plan.columnsOf(poolsTable));
        m_poolsLoader.setWantedMemberColumns(plan.columnsOf(poolMembersTable));
        m_loader.setPools(&m_poolsLoader);
    }
    for (const TableSpec *table : AccountLoader::tablesBeside()) {
        if (!plan.has(*table))
            continue;
        m_loader.addTable(store(*table));
        m_loader.setWantedColumns(*table, plan.columnsOf(*table));
    }
    connect(&m_loader, &AccountLoader::progressChanged, this, &ExportLoad::progressChanged);
    connect(&m_loader, &AccountLoader::finished, this, &ExportLoad::finished);
}

const InventoryTable &ExportLoad::table(const TableSpec &table) const
{
    return store(table).table();
}

InventoryStore &ExportLoad::store(const TableSpec &table) const
{
    const auto found = std::find_if(m_stores.cbegin(), m_stores.cend(), [&table](const auto &store) {
        return &store->table().catalogue() == &table.catalogue();
    });
    return **found;
}

} // namespace layerscope
