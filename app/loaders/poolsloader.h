// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/inventorystore.h"
#include "loaders/listsbelow.h"
#include "loaders/loadoutcome.h"
#include "loaders/retryscope.h"
#include "loaders/tableloader.h"
#include "loaders/vieworder.h"

#include <QObject>

#include <optional>

namespace layerscope {

/// Loads an account's bandwidth pools: the list first (one call for what is cheap in it), then the counts and
/// the usage, one call a pool side by side, since counts inside the list are slow (softlayer-api §4.4), then
/// the members: of pools that somebody opened at once, of all others when they are asked for. Writes
/// into two stores; GUI thread; client and stores outlive it. Has no window of calls of its own.
class PoolsLoader : public QObject
{
    Q_OBJECT

public:
    PoolsLoader(ApiClient &client, InventoryStore &pools, InventoryStore &members, QObject *parent = nullptr);

    /// Columns that are shown or used. The counts always come along if members are to be loaded: without them
    /// nobody knows whether all were shown.
    void setWantedColumns(const ColumnSet &columns);
    void setWantedMemberColumns(const ColumnSet &columns);
    /// Whether members are loaded at all; true at first. Before start(). If not, lists of members are asked
    /// only for pools whose counts contradict what else they say (a call a list, then).
    void setLoadsMembers(bool loads);
    void setViewOrder(const ViewOrder &order);
    /// Pools whose members somebody looks at. At any time.
    void setOpenPools(const QList<qint64> &poolIds);

    /// What stands is of an earlier load from now on; asks for nothing. start() does it if nobody did.
    void beginLoad();
    void start();
    /// Now the members of every pool, when the pools themselves are done; or only what setLoadsMembers()
    /// says.
    void loadAllMembers();
    /// The table whose rows say which pools they share; nullptr: no table does.
    [[nodiscard]] const TableSpec *namingTable() const;
    /// Pools that rows of the naming table say they share have members whatever they count. Before
    /// loadAllMembers(), and again whenever rows may have got other values: O(rows) if they did, else O(1).
    void lookForNames(const InventoryTable &table);
    /// Keeps what arrived.
    void stop();
    /// Goes on from where stop() ended it: the list, cells, lists of members.
    void resume();
    /// Asks again: of rows that are pools also for lists and cells of their members. With lists, members of
    /// pools that come now wait for loadAllMembers() once more.
    void retry(const RetryScope &scope);
    /// Both stores tell at once of what is pending.
    void flush();

    [[nodiscard]] bool isListOver() const;
    /// The list is finished and each pool has its cells.
    [[nodiscard]] bool arePoolsDone() const;
    /// Those, and all members, if they were asked for.
    [[nodiscard]] bool isDone() const;

    struct Progress
    {
        std::optional<qint64> expectedPools; ///< By the list itself.
        qint64 listedPools = 0;
        qint64 settledPools = 0;       ///< Pools whose wanted cells are all answered.
        qint64 poolsWithMembers = 0;   ///< Pools whose member lists are finished.
        bool isLoadingMembers = false; ///< Of all pools.
    };
    [[nodiscard]] Progress progress() const;
    /// What came and what did not. `isOver`: nothing more will come.
    void tell(LoadOutcome &outcome, bool isOver) const;
    /// What came of the list.
    [[nodiscard]] LoadOutcome::List list() const;
    [[nodiscard]] RowTally pools() const;
    [[nodiscard]] RowTally members() const;
    /// Pools whose members are to be loaded and whose lists are not finished.
    [[nodiscard]] qint64 poolsWithoutMembers() const;
    [[nodiscard]] bool isMemberListSettled(qint64 poolId) const;

Q_SIGNALS:
    void progressed();
    /// The lists of this pool's members are finished.
    void membersSettled(qint64 poolId);
    /// arePoolsDone() or isDone() became true, from the event loop; or there is more to do than before.
    void advanced();
    /// Nothing more can be loaded: a wrong key, say. Has stopped by itself.
    void blocked(const layerscope::ApiError &error);

private:
    void setWanted(const ColumnSet &columns);
    void poolsAdvanced();
    void askForMembers();
    void askForUnknownCounts();
    void block(const ApiError &error);
    [[nodiscard]] GroupSet groupsForMembers() const;
    [[nodiscard]] QList<qint64> idsOf(const QList<int> &rows) const;

    const TableSpec &m_memberSpec;
    const Nesting &m_nesting;
    InventoryStore &m_poolStore;
    InventoryStore &m_memberStore;
    ColumnSet m_wantedColumns;
    bool m_loadsMembers = true;
    bool m_isBegun = false; ///< And not started yet.
    bool m_isStopped = true;
    bool m_wantsAllMembers = false;
    bool m_areAllMembersAsked = false;
    std::optional<quint64> m_namesRevision; ///< Of the naming table when it was looked through.
    QList<qint64> m_openPools;

    TableLoader m_pools;
    ListsBelow m_memberLists;
    TableLoader m_members;
};

} // namespace layerscope
