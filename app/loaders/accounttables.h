// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiclient.h"
#include "inventory/inventorystore.h"
#include "loaders/loadoutcome.h"
#include "loaders/retryscope.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace layerscope {

class AccountProgress;
class CallGroup;
class PoolsLoader;
class TableLoader;
struct TableSpec;

/// The loads of an account's tables, and the order they go in: all of them side by side, and the rows below
/// those of the pools when the pools are done and the table that names them. Tables that are listed on demand
/// wait until somebody wants columns of them. GUI thread; client, stores and
/// the pools' loader outlive it. Has no window of calls of its own.
class AccountTables : public QObject
{
    Q_OBJECT

public:
    /// With the first table: without a row of that one nothing can be loaded of the account.
    AccountTables(ApiClient &client, InventoryStore &first, QObject *parent = nullptr);
    ~AccountTables() override;

    /// Another one beside it.
    void add(InventoryStore &store);
    /// Those whose rows have others below them. Once.
    void setPools(PoolsLoader *pools);

    [[nodiscard]] const TableSpec &firstTable() const;
    [[nodiscard]] TableLoader &first() const;
    /// The first, or one that was added.
    [[nodiscard]] TableLoader &of(const TableSpec &table) const;
    /// Of those that are listed, or are to be: not of those that are listed on demand and of which nobody
    /// wanted a column yet. After beginLoad() those that the load begins with.
    [[nodiscard]] QList<RowKind> kinds() const;

    /// Columns of one of them. With the first, a table that is listed on demand is listed: at once, if a load
    /// is under way or over, else when it begins or goes on.
    void setWanted(const TableSpec &table, const ColumnSet &columns);
    /// This one is listed, or is to be, and not done.
    [[nodiscard]] bool isAnythingLeft(const TableSpec &table) const;

    // What each of them does; see TableLoader.
    void beginLoad();
    void startAhead();
    /// What the account says of the tables that are listed, and the question what it says of the others: not
    /// earlier, so that a wrong key is tried once.
    void announce(const std::optional<AccountSummary> &account);
    void stop();
    void resume();
    void retry(const RetryScope &scope);
    /// Of the pools alone, and of what is below them.
    void retryPools(const RetryScope &scope);
    /// The stores tell at once of what is pending.
    void flush();
    /// Whether all is done. What is below other rows begins when those are done and whoever names them.
    [[nodiscard]] bool advance();

    void look(AccountProgress &progress, bool isRunning) const;
    /// What came and what did not. `isOver`: nothing more will come.
    void tell(LoadOutcome &outcome, bool isOver) const;

Q_SIGNALS:
    void progressed();
    /// Counts of the account, asked once more: only those of these kinds are known.
    void recounted(const QList<layerscope::RowKind> &kinds, const layerscope::AccountSummary &counts);
    /// Counts of tables that are listed on demand, each once a load: only those of these kinds are known.
    void countsArrived(const QList<layerscope::RowKind> &kinds, const layerscope::AccountSummary &counts);
    void firstListsEnded();
    /// advance() may have become true.
    void advanced();
    /// The pools are finished with something, or got something more to do.
    void poolsAdvanced(bool isThereMore);
    /// Nothing more can be loaded: a wrong key, say. Several tables may say so.
    void blocked(const layerscope::ApiError &error);

private:
    struct Table
    {
        InventoryStore &store;
        const TableSpec &spec;
        std::unique_ptr<TableLoader> loader;
        bool isWanted = false;  ///< Some column is.
        bool isStarted = false; ///< In this load.

        [[nodiscard]] bool isWaiting() const;
        [[nodiscard]] bool isToStart() const;
    };

    /// Of which the load's first call did not ask for the counts.
    [[nodiscard]] QList<RowKind> otherKinds() const;
    void startTable(Table &table);
    void startWanted();
    void hearCounts(const QList<RowKind> &kinds, const AccountSummary &counts);
    void each(void (TableLoader::*ofTable)(), void (PoolsLoader::*ofPools)());
    void advanceMembers();

    ApiClient &m_client;
    PoolsLoader *m_pools = nullptr;
    std::vector<Table> m_tables;
    QList<RowKind> m_kindsAtFirst;                            ///< kinds() when the load began.
    bool m_isAhead = false;                                   ///< The load has begun, and was not stopped.
    std::optional<std::optional<AccountSummary>> m_announced; ///< In this load.
    std::unique_ptr<CallGroup> m_counts;                      ///< Of what is listed on demand.
};

} // namespace layerscope
