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
    , m_loader(m_client, store(*allTables().front()))
{
    const TableSpec &first = *allTables().front();
    m_loader.setEndsWhenBlocked(true);
    m_loader.setKinds(plan.kindsOf(first));
    m_loader.setWantedColumns(plan.columnsOf(first));
    for (const TableSpec *table : allTables()) {
        const TableSpec *below = childTable(*table);
        if (below != nullptr && (plan.has(*table) || plan.has(*below))) // also for the sake of those below
            loadWithRowsBelow(*table, *below, plan);
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

void ExportLoad::loadWithRowsBelow(const TableSpec &table, const TableSpec &below, const ExportPlan &plan)
{
    m_poolsLoader = std::make_unique<PoolsLoader>(m_client, store(table), store(below));
    m_poolsLoader->setLoadsMembers(plan.has(below));
    m_poolsLoader->setWantedColumns(plan.columnsOf(table));
    m_poolsLoader->setWantedMemberColumns(plan.columnsOf(below));
    m_loader.setPools(m_poolsLoader.get());
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
