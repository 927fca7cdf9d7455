// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiclient.h"
#include "inventory/inventorystore.h"
#include "loaders/accountprogress.h"
#include "loaders/accounttables.h"
#include "loaders/loadoutcome.h"
#include "loaders/vieworder.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace layerscope {

class CallGroup;
class PoolsLoader;
struct TableSpec;

/// Loads an account's servers into a store (product §2): one Account::getObject with the counts, beside it
/// the first page of ids of each kind if the key was accepted before, then all pages side by side, then the
/// details of what is wanted, visible rows first. The same engine for the window and the command line. GUI
/// thread; owns its loads, not the client nor the store.
///
///     Idle ─start()▶ Counting ▶ Listing ▶ Detailing ▶ Finished
///                       └──────────┴──────────┴─stop()▶ Stopped ─resume()▶ Listing or Detailing
///                       └──────────┴──────────┴───────▶ Failed   (nothing can be loaded: a wrong key, …)
///
/// While nothing gets through (ApiClient::isBlocked), a load waits, and goes on by itself; if it is to end
/// then, or if all that is left fails although the server lives, it fails with the reason. What arrived is
/// kept in any case.
class AccountLoader : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Counting, Listing, Detailing, Finished, Stopped, Failed };
    Q_ENUM(State)

    AccountLoader(ApiClient &client, InventoryStore &servers, QObject *parent = nullptr);
    ~AccountLoader() override;

    /// The tables that addTable() takes: all but servers, pools and their members.
    [[nodiscard]] static QList<const TableSpec *> tablesBeside();
    /// Loads this table too, side by side with the servers, all of its kinds; one that is listed on demand
    /// from its first wanted column on, and until then only the account's count of it is asked for. Before
    /// start(); the store outlives this.
    void addTable(InventoryStore &store);
    /// Which kinds of servers to load; both by default, perhaps none. Before start().
    void setKinds(const QList<RowKind> &kinds);
    /// Loads the pools side by side with the servers, and their members when both are done. They have their
    /// own columns and view order. Before start(); the other one outlives this.
    void setPools(PoolsLoader *pools);
    /// Columns that are shown or used by filter, sort, group or export. Others are not asked for. At any
    /// time: more columns after Finished start Detailing again.
    void setWantedColumns(const ColumnSet &columns);
    void setViewOrder(const ViewOrder &order);
    /// The same of one table: the servers, or one that was added.
    void setWantedColumns(const TableSpec &table, const ColumnSet &columns);
    void setViewOrder(const TableSpec &table, const ViewOrder &order);
    /// Somebody looks at the rows, and tells by setViewOrder() which are on the screen. As long as rows are
    /// listed, and a moment longer, only those on and near the screen get their details: else the first calls
    /// would go to rows that the last page moves off the screen. Off by default, as for a file. Before
    /// start().
    void setFollowsView(bool follows);

    /// Fails at the moment the account becomes blocked, as for a file. Off by default: a window waits. Before
    /// start().
    void setEndsWhenBlocked(bool ends);

    /// Loads, or loads again: what is known becomes stale and is replaced as it comes. While running: starts
    /// over.
    void start();
    /// Keeps what arrived.
    void stop();
    /// After stop(), or when it failed: goes on with what is missing and only that, lists that did not end
    /// and cells that were not asked for. Never loaded: as start(). While running: nothing.
    void resume();
    /// Asks again for what failed or was refused: of all servers and pools, lists included, or of these
    /// servers. Goes on with what a stop left, too.
    void retry(const QList<int> &rows = {});
    /// Asks again for what lists did not bring, that of the pools and those of their members included: of
    /// lists that failed what is missing, of those that are shorter than announced all. Other lists, and
    /// cells that failed, are left as they are.
    void retryLists();
    /// The same of these rows of one table: the servers, or one that was added.
    void retry(const TableSpec &table, const QList<int> &rows);
    /// The same of these pools and their members.
    void retryPools(const QList<int> &poolRows);

    [[nodiscard]] State state() const;
    [[nodiscard]] bool isRunning() const;
    /// Nothing gets through at present; running or not, it goes on by itself. nullopt: all is well.
    [[nodiscard]] std::optional<Outage> outage() const;
    [[nodiscard]] const LoadProgress &progress() const;
    /// Of the servers, or of a table that was added: its lists came to their end in this load, whole or not.
    /// Tables do so each in their own time; progressChanged() follows.
    [[nodiscard]] bool areListsOver(const TableSpec &table) const;
    /// How many rows it is to have, as far as the account or its lists told; nullopt: they did not yet.
    [[nodiscard]] std::optional<qint64> expectedRows(const TableSpec &table) const;
    /// What came and what did not; final once the state is Finished, Stopped or Failed.
    [[nodiscard]] LoadOutcome outcome() const;
    /// Known once the first call is answered. Counts of tables that are listed on demand follow.
    [[nodiscard]] const std::optional<AccountSummary> &account() const;
    /// When the data on screen was asked for (UTC).
    [[nodiscard]] QDateTime asOf() const;

Q_SIGNALS:
    void stateChanged(layerscope::AccountLoader::State state);
    /// outage() is another.
    void outageChanged();
    /// At most ten times a second.
    void progressChanged();
    /// Again whenever more of its counts came.
    void accountArrived(const layerscope::AccountSummary &account);
    /// Finished, Stopped or Failed was reached.
    void finished(const layerscope::LoadOutcome &outcome);

private:
    void startAhead();
    void counted(const Result<Reply<AccountSummary>> &reply);
    void announce();
    void beginDetails();
    void checkEnd();
    void recounted(const QList<RowKind> &kinds, const AccountSummary &known);

    void askAgain(const std::function<void()> &ask);
    void goOnWithRun();
    void goOn(bool isThereMore);
    void dropRun();
    void end(State finalState);
    void failWith(const ApiError &error);
    void hearBlocked(ApiError cause);
    /// False: somebody who heard of it destroyed the loader, or made it do something else.
    bool setState(State newState);
    void updateProgress();
    /// The account has spoken, or it never will, so there is something to go on with.
    [[nodiscard]] bool isBegun() const { return m_isAnnounced; }

    ApiClient &m_client;
    bool m_endsWhenBlocked = false;

    State m_state = State::Idle;
    AccountProgress m_progress;
    bool m_isProgressPending = false;
    std::optional<AccountSummary> m_account;
    bool m_isStarted = false;   ///< The lists of this load.
    bool m_isAnnounced = false; ///< Of this load; `m_account` may be of an earlier one.
    QDateTime m_asOf;
    bool m_wasStopped = false;
    std::optional<ApiError> m_fatal;
    quint64 m_run = 0; ///< Rises with each start.

    std::unique_ptr<CallGroup> m_counts;
    AccountTables m_tables; ///< The state is that of the first one's lists.
};

} // namespace layerscope
