// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/inventorystore.h"
#include "loaders/rowdetailsloader.h"

#include <QObject>

namespace layerscope {

/// A few servers with every column of the catalogue, to hold them against each other: what the account's own
/// store knows is taken from it, only what is missing is asked for (RowDetailsLoader over a small store of
/// its own). GUI thread; the client outlives it. Destroying it aborts what is in flight.
class ComparisonLoad final : public QObject
{
    Q_OBJECT

public:
    /// More side by side nobody reads, and each costs calls.
    static constexpr int maxServers = 20;

    /// The first `maxServers` of `servers`, in their order; those that `known` does not have are asked for
    /// whole.
    ComparisonLoad(ApiClient &client, const InventoryTable &known, const QList<RowKey> &servers,
                   QObject *parent = nullptr);

    /// A row for each server, in the order given.
    [[nodiscard]] InventoryStore &store() { return m_store; }
    [[nodiscard]] const InventoryTable &table() const { return m_store.table(); }
    [[nodiscard]] bool isDone() const { return m_stages.isDone(); }
    /// Asks again for what failed or was refused.
    void retry();

Q_SIGNALS:
    /// Everything was answered, in one way or another.
    void done();

private:
    InventoryStore m_store;
    RowDetailsLoader m_stages;
};

} // namespace layerscope
