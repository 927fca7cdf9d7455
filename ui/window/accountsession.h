// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiclient.h"
#include "inventory/inventorystore.h"
#include "loaders/accountloader.h"
#include "loaders/poolsloader.h"
#include "models/navigatormodel.h"
#include "models/poolsmodel.h"
#include "models/serversmodel.h"

#include <QElapsedTimer>
#include <QObject>

#include <chrono>
#include <optional>

namespace layerscope {

/// Everything that belongs to one open account: its client, its servers and bandwidth pools, the loaders that
/// fill them and the models that show them. A window has one for each open account; nothing here is global.
/// GUI thread.
///
/// Dying ends in this order: the loader stops, calls are aborted, models cancel and drop their work, then the
/// client waits for its workers; the store goes last, since all others point at it. Views must be gone, or
/// have no model, before.
class AccountSession : public QObject
{
    Q_OBJECT

public:
    explicit AccountSession(const Connection &connection, const ApiClient::Options &options = {},
                            QObject *parent = nullptr);
    ~AccountSession() override;

    [[nodiscard]] ApiClient &client() { return m_client; }
    [[nodiscard]] const Connection &connection() const { return m_client.connection(); }
    [[nodiscard]] const InventoryStore &store() const { return m_store; }
    [[nodiscard]] const InventoryStore &pools() const { return m_pools; }
    [[nodiscard]] const InventoryStore &members() const { return m_members; }
    /// Loads the pools too.
    [[nodiscard]] AccountLoader &loader() { return m_loader; }
    [[nodiscard]] PoolsLoader &poolsLoader() { return m_poolsLoader; }
    [[nodiscard]] ServersModel &servers() { return m_servers; }
    [[nodiscard]] PoolsModel &poolsModel() { return m_poolsModel; }
    [[nodiscard]] NavigatorModel &navigator() { return m_navigator; }

    /// "api.softlayer.com"
    [[nodiscard]] QString endpoint() const;

    /// From the start of the present load to its end; nullopt: it is not through, or did not come that far.
    [[nodiscard]] std::optional<std::chrono::milliseconds> loadTime() const { return m_loadTime; }

    /// Columns that are shown, or that filter, sort and grouping look at.
    void setScreenColumns(const ColumnSet &columns);
    /// Columns that a file is waiting for; none when it is written.
    void setExportColumns(const ColumnSet &columns);
    /// The same of pools and of their members.
    void setPoolColumns(const ColumnSet &ofPools, const ColumnSet &ofMembers);
    void setPoolExportColumns(const ColumnSet &ofPools, const ColumnSet &ofMembers);

Q_SIGNALS:
    /// Company and number are known: loader().account().
    void accountArrived();

private:
    [[nodiscard]] QSet<RowKind> incompleteKinds() const;
    void showState();
    void askForColumns();
    void askForPoolColumns();

    // In the order of their dependence; destroyed from the bottom up, see the class comment.
    InventoryStore m_store;
    InventoryStore m_pools;
    InventoryStore m_members;
    ApiClient m_client;
    PoolsLoader m_poolsLoader;
    AccountLoader m_loader;
    NavigatorModel m_navigator;
    ServersModel m_servers;
    PoolsModel m_poolsModel;
    ColumnSet m_screenColumns;
    ColumnSet m_exportColumns;
    ColumnSet m_poolColumns;
    ColumnSet m_memberColumns;
    ColumnSet m_poolExportColumns;
    ColumnSet m_memberExportColumns;
    QElapsedTimer m_sinceStart;
    std::optional<std::chrono::milliseconds> m_loadTime;
    bool m_areListsThrough = false; // of the present load
};

} // namespace layerscope
