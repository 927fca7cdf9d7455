// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiclient.h"
#include "cli/exportplan.h"
#include "inventory/inventorystore.h"
#include "loaders/accountloader.h"
#include "loaders/poolsloader.h"

#include <QObject>

#include <memory>
#include <vector>

namespace layerscope {

/// The window's own engine, set to load what an export needs and nothing else, all of it in one load. Owns
/// client and tables; start() and stop() as of AccountLoader.
class ExportLoad : public QObject
{
    Q_OBJECT

public:
    ExportLoad(Connection connection, const CallLimits &limits, const QString &paceFile,
               const ExportPlan &plan, QObject *parent = nullptr);

    void start() { m_loader.start(); }
    void stop() { m_loader.stop(); }

    [[nodiscard]] const InventoryTable &table(const TableSpec &table) const;
    [[nodiscard]] const LoadProgress &progress() const { return m_loader.progress(); }
    /// Known once the first call is answered.
    [[nodiscard]] const std::optional<AccountSummary> &account() const { return m_loader.account(); }
    /// When the data was asked for (UTC).
    [[nodiscard]] QDateTime asOf() const { return m_loader.asOf(); }
    /// How calls failed, also those that came in the end.
    [[nodiscard]] QList<CauseTally::Cause> failureCauses() const { return m_client.failureCauses(); }
    /// Where other work can be done meanwhile.
    [[nodiscard]] QThreadPool &workers() { return m_client.workers(); }

Q_SIGNALS:
    void progressChanged();
    void finished(const layerscope::LoadOutcome &outcome);

private:
    [[nodiscard]] InventoryStore &store(const TableSpec &table) const;
    void loadWithRowsBelow(const TableSpec &table, const TableSpec &below, const ExportPlan &plan);

    ApiClient m_client;
    std::vector<std::unique_ptr<InventoryStore>> m_stores; ///< One a table.
    std::unique_ptr<PoolsLoader> m_poolsLoader; ///< Of the table that has another below it, if it is wanted.
    AccountLoader m_loader;
};

} // namespace layerscope
