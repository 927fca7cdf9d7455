// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/comparisonload.h"

#include "inventory/columncatalogue.h"
#include "inventory/serverstate.h"

#include <numeric>

namespace layerscope {

namespace {

/// What is known of a row in this load of the account; what is stale or was refused is asked again.
RowPatch patchOf(const InventoryTable &known, RowKey server)
{
    RowPatch patch;
    patch.key = server;
    const std::optional<int> row = known.find(server);
    if (!row)
        return patch;
    const Catalogue &catalogue = known.catalogue();
    for (int group = 0; group < catalogue.groupCount(); ++group) {
        if (known.groupState(*row, group) == CellState::Value)
            patch.loaded.set(static_cast<std::size_t>(group));
    }
    for (ColumnIndex column = 0; column < catalogue.columnCount(); ++column) {
        const bool isLoaded = patch.loaded.test(static_cast<std::size_t>(catalogue.column(column).group));
        if (isLoaded && known.hasValue(*row, column))
            patch.values.emplace_back(column, known.value(*row, column));
    }
    return patch;
}

GroupSet allGroups(const Catalogue &catalogue)
{
    GroupSet groups;
    for (int group = 0; group < catalogue.groupCount(); ++group)
        groups.set(static_cast<std::size_t>(group));
    return groups;
}

} // namespace

ComparisonLoad::ComparisonLoad(ApiClient &client, const InventoryTable &known, const QList<RowKey> &servers,
                               QObject *parent)
    : QObject(parent)
    , m_store(known.catalogue(), client.clock())
    , m_stages(client, m_store)
{
    QList<RowPatch> patches;
    for (const RowKey server : servers.first(qMin<qsizetype>(servers.size(), maxServers)))
        patches.append(patchOf(known, server));
    m_store.beginLoad();
    m_store.listRows(patches);
    ViewOrder order;
    order.all.resize(m_store.table().rowCount());
    std::iota(order.all.begin(), order.all.end(), 0);
    order.visible = order.all;
    m_stages.setViewOrder(order);
    m_stages.setCompletion([this](RowPatch &answer) { completeServerState(m_store.table(), answer); });
    connect(&m_stages, &RowDetailsLoader::done, this, &ComparisonLoad::done);
    m_stages.setWanted(allGroups(known.catalogue()));
    m_stages.start();
}

void ComparisonLoad::retry()
{
    QList<int> rows(m_store.table().rowCount());
    std::iota(rows.begin(), rows.end(), 0);
    m_stages.retry(rows);
}

} // namespace layerscope
