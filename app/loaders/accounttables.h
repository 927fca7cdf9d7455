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
class PoolsLoader;
class TableLoader;
struct TableSpec;

/// The loads of an account's tables, and the order they go in: all of them side by side, and the rows below
/// those of the pools when the pools are done and the table that names them. GUI thread; client, stores and
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
    /// Of all of those, whichever are loaded.
    [[nodiscard]] QList<RowKind> kinds() const;

    // What each of them does; see TableLoader.
    void beginLoad();
    void startAhead();
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
    };

    void each(void (TableLoader::*ofTable)(), void (PoolsLoader::*ofPools)());
    void advanceMembers();

    ApiClient &m_client;
    PoolsLoader *m_pools = nullptr;
    std::vector<Table> m_tables;
};

} // namespace layerscope
