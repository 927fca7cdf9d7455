// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/poolsloader.h"

#include "inventory/kinds.h"
#include "loaders/listsbelow.h"
#include "loaders/tableloader.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace layerscope {

class PoolsLoader::Private
{
public:
    Private(PoolsLoader &loader, ApiClient &usedClient, InventoryStore &usedPools,
            InventoryStore &usedMembers);

    void begin();
    void start();
    void stop();
    void resume();
    void setWanted(const ColumnSet &columns);
    void poolsAdvanced();
    void askForMembers();
    void block(const ApiError &error);
    [[nodiscard]] GroupSet groupsForMembers() const;
    [[nodiscard]] QList<qint64> idsOf(const QList<int> &rows) const;

    PoolsLoader &q;
    const TableSpec &memberSpec;
    const Nesting &nesting;
    InventoryStore &poolStore;
    InventoryStore &memberStore;
    ColumnSet wantedColumns;
    bool loadsMembers = true;
    bool isBegun = false; ///< And not started yet.
    bool isStopped = true;
    bool wantsAllMembers = false;
    bool areAllMembersAsked = false;
    QList<qint64> openPools;

    TableLoader pools;
    ListsBelow memberLists;
    TableLoader members;
};

PoolsLoader::Private::Private(PoolsLoader &loader, ApiClient &usedClient, InventoryStore &usedPools,
                              InventoryStore &usedMembers)
    : q(loader)
    , memberSpec(tableSpec(usedMembers.table().catalogue()))
    , nesting(*memberSpec.nesting)
    , poolStore(usedPools)
    , memberStore(usedMembers)
    , pools(usedClient, usedPools)
    , memberLists(usedClient, usedPools, usedMembers)
    , members(usedClient, usedMembers, memberLists)
{}

void PoolsLoader::Private::begin()
{
    stop();
    pools.beginLoad();
    members.beginLoad();
    isBegun = true;
}

void PoolsLoader::Private::start()
{
    if (!isBegun)
        begin();
    isBegun = false;
    isStopped = false;
    setWanted(wantedColumns);
    members.start(std::nullopt); // until they are asked for, these are lists of nothing
    pools.start(std::nullopt);
}

void PoolsLoader::Private::stop()
{
    isStopped = true;
    wantsAllMembers = false;
    areAllMembersAsked = false;
    pools.stop();
    members.stop();
}

void PoolsLoader::Private::resume()
{
    isStopped = false;
    pools.resume();
    members.resume();
}

void PoolsLoader::Private::setWanted(const ColumnSet &columns)
{
    wantedColumns = columns;
    pools.setWanted(columns, groupsForMembers());
}

void PoolsLoader::Private::poolsAdvanced()
{
    askForMembers();
    Q_EMIT q.advanced();
}

/// Of open pools as soon as that stands which says what to ask for; of all others when they may.
void PoolsLoader::Private::askForMembers()
{
    if (!loadsMembers || isStopped)
        return;
    const InventoryTable &table = pools.table();
    const GroupSet needed = groupsForMembers();
    const auto isReady = [&](int row) {
        for (int group = 0; group < table.catalogue().groupCount(); ++group) {
            if (needed.test(static_cast<std::size_t>(group)) &&
                table.groupState(row, group) == CellState::Loading)
                return false;
        }
        return table.missingGroups(row, needed).none();
    };
    QList<qint64> ready;
    for (const qint64 id : std::as_const(openPools)) {
        if (const std::optional<int> row = table.find(memberSpec.parentRow(id)); row && isReady(*row))
            ready.append(id);
    }
    memberLists.ask(ready, Priority::Visible);

    if (!wantsAllMembers || !q.arePoolsDone() || std::exchange(areAllMembersAsked, true))
        return;
    QList<qint64> all;
    for (int row = 0; row < table.rowCount(); ++row) {
        if (!table.isGone(row))
            all.append(table.key(row).id);
    }
    memberLists.ask(all, Priority::Sweep);
    memberLists.setAllAsked();
}

void PoolsLoader::Private::block(const ApiError &error)
{
    stop();
    Q_EMIT q.blocked(error);
}

GroupSet PoolsLoader::Private::groupsForMembers() const
{
    return loadsMembers ? nesting.groupsOfParent(members.wantedGroups()) : GroupSet();
}

QList<qint64> PoolsLoader::Private::idsOf(const QList<int> &rows) const
{
    QList<qint64> ids;
    for (const int row : rows)
        ids.append(pools.table().key(row).id);
    return ids;
}

// --- PoolsLoader
// ------------------------------------------------------------------------------------------------

PoolsLoader::PoolsLoader(ApiClient &client, InventoryStore &pools, InventoryStore &members, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, client, pools, members))
{
    connect(&d->pools, &TableLoader::progressed, this, [this] {
        d->askForMembers();
        Q_EMIT progressed();
    });
    connect(&d->pools, &TableLoader::listsEnded, this, [this] { d->poolsAdvanced(); });
    connect(&d->pools, &TableLoader::advanced, this, [this] { d->poolsAdvanced(); });
    connect(&d->pools, &TableLoader::blocked, this, [this](const ApiError &error) { d->block(error); });
    connect(&d->memberLists, &ListsBelow::parentSettled, this, &PoolsLoader::membersSettled);
    connect(&d->members, &TableLoader::progressed, this, &PoolsLoader::progressed);
    connect(&d->members, &TableLoader::advanced, this, &PoolsLoader::advanced);
    connect(&d->members, &TableLoader::blocked, this, [this](const ApiError &error) { d->block(error); });
}

PoolsLoader::~PoolsLoader() = default;

void PoolsLoader::setWantedColumns(const ColumnSet &columns)
{
    d->setWanted(columns);
    if (!d->isStopped)
        Q_EMIT advanced();
}

void PoolsLoader::setWantedMemberColumns(const ColumnSet &columns)
{
    d->members.setWanted(columns);
    d->setWanted(d->wantedColumns);
    if (!d->isStopped)
        Q_EMIT advanced();
}

void PoolsLoader::setLoadsMembers(bool loads)
{
    d->loadsMembers = loads;
}

void PoolsLoader::setViewOrder(const ViewOrder &order)
{
    d->pools.setViewOrder(order);
}

void PoolsLoader::setOpenPools(const QList<qint64> &poolIds)
{
    d->openPools = poolIds;
    d->askForMembers();
}

void PoolsLoader::beginLoad()
{
    d->begin();
}

void PoolsLoader::start()
{
    d->start();
}

void PoolsLoader::lookForNames(const InventoryTable &table)
{
    const std::optional<NamedBy> &names = d->nesting.namedBy;
    if (!names || &names->table->catalogue() != &table.catalogue())
        return;
    QSet<qint64> ids;
    for (int row = 0; row < table.rowCount(); ++row) {
        if (table.hasValue(row, names->column))
            ids.insert(table.bits(row, names->column));
    }
    d->memberLists.setNamed(ids);
}

void PoolsLoader::loadAllMembers()
{
    if (!d->loadsMembers)
        return;
    d->wantsAllMembers = true;
    d->askForMembers();
}

void PoolsLoader::stop()
{
    d->stop();
}

void PoolsLoader::resume()
{
    d->resume();
}

void PoolsLoader::flush()
{
    d->poolStore.flush();
    d->memberStore.flush();
}

void PoolsLoader::retry(const RetryScope &scope)
{
    d->resume();
    if (scope.hasLists())
        d->areAllMembersAsked = false; // pools that come now have members, too
    d->pools.retry(scope);
    if (!d->loadsMembers)
        return;
    if (!scope.rows()) {
        d->members.retry(scope);
        return;
    }
    const QList<qint64> ids = d->idsOf(*scope.rows());
    d->members.retry(RetryScope::ofRows(d->memberLists.rowsBelow(ids)));
    d->memberLists.retryOf(ids);
}

bool PoolsLoader::isListOver() const
{
    return d->pools.areListsOver();
}

bool PoolsLoader::arePoolsDone() const
{
    return d->pools.isDone();
}

bool PoolsLoader::isDone() const
{
    return arePoolsDone() && d->members.isDone() && (!d->wantsAllMembers || d->areAllMembersAsked);
}

PoolsLoader::Progress PoolsLoader::progress() const
{
    return {d->pools.expectedRows(), d->pools.listedRows(), d->pools.settledRows(),
            d->memberLists.settledParents(), d->areAllMembersAsked};
}

void PoolsLoader::tell(LoadOutcome &outcome, bool isOver) const
{
    outcome.lists.append(list());
    outcome.of(*d->memberSpec.parent) = pools();
    outcome.of(d->memberSpec) = members();
    outcome.poolsWithoutMembers = isOver ? poolsWithoutMembers() : 0;
}

LoadOutcome::List PoolsLoader::list() const
{
    const QList<LoadOutcome::List> lists = d->pools.lists();
    return lists.isEmpty() ? LoadOutcome::List{d->memberSpec.parentRow(0).kind,
                                               std::nullopt,
                                               0,
                                               {},
                                               d->pools.table().rowCount()}
                           : lists.constFirst();
}

RowTally PoolsLoader::pools() const
{
    return d->pools.tally();
}

RowTally PoolsLoader::members() const
{
    return d->loadsMembers ? d->members.tally() : RowTally();
}

qint64 PoolsLoader::poolsWithoutMembers() const
{
    if (!d->loadsMembers)
        return 0;
    const Progress all = progress();
    return std::max<qint64>(0, all.listedPools - all.poolsWithMembers);
}

bool PoolsLoader::isMemberListSettled(qint64 poolId) const
{
    return d->memberLists.isSettledOf(poolId);
}

} // namespace layerscope
