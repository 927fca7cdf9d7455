// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exportload.h"

#include <utility>

namespace layerscope {

namespace {

ApiClient::Options clientOptions(const CallLimits &limits)
{
    ApiClient::Options options;
    options.limits = limits;
    return options;
}

} // namespace

ExportLoad::ExportLoad(Connection connection, const CallLimits &limits, const ExportPlan &plan,
                       QObject *parent)
    : QObject(parent)
    , m_client(std::move(connection), clientOptions(limits))
    , m_servers(serverCatalogue())
    , m_pools(poolCatalogue())
    , m_members(memberCatalogue())
    , m_poolsLoader(m_client, m_pools, m_members)
    , m_loader(m_client, m_servers)
{
    m_loader.setEndsWhenBlocked(true);
    m_loader.setKinds(plan.serverKinds());
    m_loader.setWantedColumns(plan.columnsOf(ExportTable::Servers));
    if (plan.needsPools()) {
        m_poolsLoader.setLoadsMembers(plan.has(ExportTable::Members));
        m_poolsLoader.setWantedColumns(plan.columnsOf(ExportTable::Pools));
        m_poolsLoader.setWantedMemberColumns(plan.columnsOf(ExportTable::Members));
        m_loader.setPools(&m_poolsLoader);
    }
    connect(&m_loader, &AccountLoader::progressChanged, this, &ExportLoad::progressChanged);
    connect(&m_loader, &AccountLoader::finished, this, &ExportLoad::finished);
}

const InventoryTable &ExportLoad::table(ExportTable table) const
{
    switch (table) {
    case ExportTable::Pools:
        return m_pools.table();
    case ExportTable::Members:
        return m_members.table();
    case ExportTable::Servers:
        break;
    }
    return m_servers.table();
}

} // namespace layerscope
