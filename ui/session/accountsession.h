// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiclient.h"
#include "inventory/inventorystore.h"
#include "loaders/accountloader.h"
#include "loaders/poolsloader.h"
#include "models/navigatormodel.h"
#include "models/rowsmodel.h"

#include <QDateTime>
#include <QHash>
#include <QObject>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace layerscope {

/// Everything that belongs to one open account: its client, its servers and bandwidth pools and the tables
/// beside them (AccountLoader::tablesBeside), the loaders that fill them and the models that show them. A
/// window has one for each open account; nothing here is global. GUI thread.
///
/// Dying ends in this order: the loader stops, calls are aborted, models cancel and drop their work, then the
/// client waits for its workers; the stores go last, since all others point at it. Views must be gone, or
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
    /// Of any table of the account.
    [[nodiscard]] const InventoryStore &store(const TableSpec &table) const;
    /// Cells of one row that were asked for apart from the load, because a person looks at it: the table
    /// takes them as if the load had brought them. Nothing for a row that it does not have.
    void addAnswer(const TableSpec &table, RowPatch answer);
    /// Loads the pools too.
    [[nodiscard]] AccountLoader &loader() { return m_loader; }
    [[nodiscard]] PoolsLoader &poolsLoader() { return m_poolsLoader; }
    [[nodiscard]] RowsModel &servers() { return m_servers; }
    /// Of a table that has no parent: it shows the rows of the table below it, too. O(tables).
    [[nodiscard]] RowsModel &rows(const TableSpec &table);
    [[nodiscard]] RowsModel &poolsModel() { return m_poolsModel; }
    [[nodiscard]] NavigatorModel &navigator() { return m_navigator; }

    /// "api.softlayer.com"
    [[nodiscard]] QString endpoint() const;

    /// How long the present load took, from its start to its first end and without pauses; nullopt: it is not
    /// finished. Columns that are asked for later have no part in it.
    [[nodiscard]] std::optional<std::chrono::milliseconds> loadTime() const { return m_loadTime; }

    /// When the oldest of what is on screen was asked for (UTC): not the present load as long as values of a
    /// former one stand.
    [[nodiscard]] QDateTime asOf() const;
    /// The same of the values that the last load did not bring again; invalid: there are none.
    [[nodiscard]] QDateTime staleAsOf() const { return m_staleAsOf; }
    /// A load has ended, and something is missing that may be loaded: lists that came short, rows whose cells
    /// failed or were not asked for. Not what the key may not see.
    [[nodiscard]] bool canGoOn() const { return m_canGoOn; }
    /// Asks for what is missing, and only for that. Nothing unless canGoOn().
    void goOn();

    /// Columns of a table that are shown, or that filter, sort and grouping look at. Of a table that nobody
    /// looked at yet there are none, and only its list is asked for.
    void setScreenColumns(const TableSpec &table, const ColumnSet &columns);
    /// Columns that a file is waiting for; none when it is written.
    void setExportColumns(const TableSpec &table, const ColumnSet &columns);

    // ---- the load, of any table that has no parent --------------------------------------------------------
    /// Its lists came to their end in this load, whole or not.
    [[nodiscard]] bool areListsOver(const TableSpec &table);
    /// How many rows it is to have, as far as the account or its lists told; nullopt: they did not yet.
    [[nodiscard]] std::optional<qint64> expectedRows(const TableSpec &table);
    /// Rows that are listed and wait for cells, of a table that asks for each of them by itself; else 0.
    [[nodiscard]] qint64 waitingRows(const TableSpec &table);
    /// All that can be loaded of the rows below the row with this number is there.
    [[nodiscard]] bool isSettled(const TableSpec &table, qint64 id);
    void setViewOrder(const TableSpec &table, const ViewOrder &order);
    /// The numbers of rows whose rows below are looked at.
    void setOpenRows(const TableSpec &table, const QList<qint64> &ids);
    /// Asks again for what these rows, and those below them, lack.
    void retry(const TableSpec &table, const QList<int> &rows);

Q_SIGNALS:
    /// Company and number are known: loader().account().
    void accountArrived();
    /// canGoOn() is another although the load is in the same state.
    void canGoOnChanged();

private:
    /// That of the table, as changeable as the session is.
    template<class Session>
    [[nodiscard]] static auto &storeIn(Session &session, const TableSpec &table);
    [[nodiscard]] static QSet<RowKind> incompleteKinds(const LoadOutcome &outcome);
    void measureLoad(AccountLoader::State state);
    void lookForStaleValues(AccountLoader::State state, const LoadOutcome &outcome);
    void showState();
    void showListsBeside();
    void lookForMore();
    void askForColumns(const TableSpec &table);
    [[nodiscard]] QDateTime oldestStaleOnScreen() const;
    [[nodiscard]] bool hasRows() const;

    // In the order of their dependence; destroyed from the bottom up, see the class comment.
    InventoryStore m_store;
    InventoryStore m_pools;
    InventoryStore m_members;
    std::vector<std::unique_ptr<InventoryStore>> m_besideStores; ///< As AccountLoader::tablesBeside().
    ApiClient m_client;
    PoolsLoader m_poolsLoader;
    AccountLoader m_loader;
    NavigatorModel m_navigator;
    RowsModel m_servers;
    RowsModel m_poolsModel;
    std::vector<std::unique_ptr<RowsModel>> m_besideModels; ///< Of these stores.
    struct Columns
    {
        ColumnSet screen;
        ColumnSet exported;
    };
    QHash<const TableSpec *, Columns> m_columns;
    QList<const TableSpec *> m_listing;                  ///< Tables beside whose lists are not finished.
    std::optional<std::chrono::milliseconds> m_runBegan; ///< By the client's clock; none: not measured
    std::chrono::milliseconds m_timeBeforeRun{0};        ///< Of the same load, before it was stopped
    std::optional<std::chrono::milliseconds> m_loadTime;
    bool m_areListsThrough = false; // of the present load
    bool m_canGoOn = false;
    QDateTime m_staleAsOf;  ///< Of the oldest value of a former load
    QDateTime m_oldestAsOf; ///< Of the oldest value at the end of the last load
};

} // namespace layerscope
