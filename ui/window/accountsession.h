// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiclient.h"
#include "inventory/inventorystore.h"
#include "loaders/accountloader.h"
#include "models/navigatormodel.h"
#include "models/serversmodel.h"

#include <QObject>

namespace layerscope {

/// Everything that belongs to one open account: its client, its servers, the loader that fills them and the
/// models that show them. A window has one for each open account; nothing here is global. GUI thread.
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
    [[nodiscard]] AccountLoader &loader() { return m_loader; }
    [[nodiscard]] ServersModel &servers() { return m_servers; }
    [[nodiscard]] NavigatorModel &navigator() { return m_navigator; }

    /// "Example Corp (1234567)"; until the account has answered, the host that is being asked.
    [[nodiscard]] QString title() const;
    /// "api.softlayer.com"
    [[nodiscard]] QString endpoint() const;

    /// Columns that are shown, or that filter, sort and grouping look at.
    void setScreenColumns(const ColumnSet &columns);
    /// Columns that a file is waiting for; none when it is written.
    void setExportColumns(const ColumnSet &columns);

Q_SIGNALS:
    void titleChanged(const QString &title);

private:
    void showState();
    void askForColumns();

    // In the order of their dependence; destroyed from the bottom up, see the class comment.
    InventoryStore m_store;
    ApiClient m_client;
    AccountLoader m_loader;
    NavigatorModel m_navigator;
    ServersModel m_servers;
    ColumnSet m_screenColumns;
    ColumnSet m_exportColumns;
    bool m_areListsThrough = false; // of the present load
};

} // namespace layerscope
