// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/poolsloader.h"

#include "loaders/memberloader.h"
#include "loaders/pages.h"
#include "loaders/rowdetailsloader.h"

#include <numeric>
#include <utility>

namespace layerscope {

namespace {

/// One call for nearly any account; pools are few and their rows slim.
constexpr int poolPageSize = 1000;

GroupSet only(int group)
{
    return GroupSet().set(static_cast<std::size_t>(group));
}

/// The default rack comes although only pools were asked for: the filter was not kept.
bool isDefaultRack(const RowPatch &patch)
{
    for (const auto &[column, value] : patch.values) {
        if (column == PoolColumn::Type)
            return value == CellValue(QStringLiteral("default_rack"));
    }
    return false;
}

} // namespace

class PoolsLoader::Private
{
public:
    Private(PoolsLoader &loader, ApiClient &usedClient, InventoryStore &usedPools,
            InventoryStore &usedMembers);

    void begin();
    void start();
    void stop();
    void resume();
    void retry(const QList<int> &poolRows);
    void retryList();
    void startList();
    [[nodiscard]] QList<int> allRows() const;
    void receive(const QList<RowPatch> &rows);
    void endList(const Pages::Outcome &outcome);
    void poolsAdvanced();
    void askForMembers();
    void block(const ApiError &error);
    [[nodiscard]] GroupSet wantedGroups() const;
    [[nodiscard]] GroupSet groupsForMembers() const;

    PoolsLoader &q;
    ApiClient &client;
    InventoryStore &pools;
    InventoryStore &memberStore;
    ColumnSet wantedColumns;
    bool loadsMembers = true;
    bool isBegun = false; ///< And not started yet.
    bool isStopped = true;
    bool wantsAllMembers = false;
    bool areAllMembersAsked = false;
    QList<qint64> openPools;

    std::unique_ptr<Pages> pages;
    bool isListOver = true;
    bool wasListCut = false; ///< It was stopped before its end.
    int defaultRacks = 0;
    LoadOutcome::List list{RowKind::Pool, std::nullopt, 0, {}};
    RowDetailsLoader details;
    MemberLoader members;
};

PoolsLoader::Private::Private(PoolsLoader &loader, ApiClient &usedClient, InventoryStore &usedPools,
                              InventoryStore &usedMembers)
    : q(loader)
    , client(usedClient)
    , pools(usedPools)
    , memberStore(usedMembers)
    , details(usedClient, usedPools)
    , members(usedClient, usedPools, usedMembers)
{}

void PoolsLoader::Private::begin()
{
    stop();
    wasListCut = false;
    list = {RowKind::Pool, std::nullopt, 0, {}};
    pools.beginLoad();
    members.begin();
    isBegun = true;
}

void PoolsLoader::Private::start()
{
    if (!isBegun)
        begin();
    isBegun = false;
    isStopped = false;
    details.setWanted(wantedGroups());
    startList();
    details.start();
}

void PoolsLoader::Private::startList()
{
    isListOver = false;
    wasListCut = false;
    defaultRacks = 0;
    list = {RowKind::Pool, std::nullopt, 0, {}};
    Pages::Query query;
    query.kind = RowKind::Pool;
    query.groups = only(PoolGroup::Terms);
    query.pageSize = poolPageSize;
    pages = std::make_unique<Pages>(client, pools.table().catalogue(), query);
    connect(pages.get(), &Pages::totalKnown, &q, [this](qint64 total) {
        list.announced = total;
        Q_EMIT q.progressed();
    });
    connect(pages.get(), &Pages::rowsArrived, &q, [this](const QList<RowPatch> &rows) { receive(rows); });
    connect(pages.get(), &Pages::finished, &q, [this](const Pages::Outcome &outcome) { endList(outcome); });
    pages->start();
}

void PoolsLoader::Private::stop()
{
    if (pages)
        pages->stop();
    isStopped = true;
    wasListCut |= !std::exchange(isListOver, true);
    wantsAllMembers = false;
    areAllMembersAsked = false;
    details.stop();
    members.stop();
}

void PoolsLoader::Private::resume()
{
    isStopped = false;
    if (std::exchange(wasListCut, false)) {
        isListOver = false;
        list.errors.clear();
        pages->resume();
    }
    details.start();
}

/// Of a list that failed what is missing; if it came whole and announced more, all of it.
void PoolsLoader::Private::retryList()
{
    if (!pages || !isListOver || wasListCut || list.isComplete())
        return;
    if (list.errors.isEmpty()) {
        startList();
    } else {
        wasListCut = true;
        resume();
    }
}

QList<int> PoolsLoader::Private::allRows() const
{
    QList<int> rows(pools.table().rowCount());
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

void PoolsLoader::Private::retry(const QList<int> &poolRows)
{
    QList<qint64> ids;
    for (const int row : poolRows)
        ids.append(pools.table().key(row).id);
    details.retry(poolRows);
    q.resume();
    if (loadsMembers)
        members.retry(ids);
}

void PoolsLoader::Private::receive(const QList<RowPatch> &rows)
{
    QList<RowPatch> listed;
    for (const RowPatch &row : rows) {
        if (isDefaultRack(row))
            ++defaultRacks;
        else
            listed.append(row);
    }
    list.listed += listed.size();
    pools.listRows(listed);
    details.wake();
    Q_EMIT q.progressed();
}

void PoolsLoader::Private::endList(const Pages::Outcome &outcome)
{
    isListOver = true;
    list.errors = outcome.errors;
    list.announced = outcome.announced ? std::optional(*outcome.announced - defaultRacks) : std::nullopt;
    for (const ApiError &error : outcome.errors) {
        if (error.stopsEverything()) {
            wasListCut = true; // goes on where it ended, should it become possible
            block(error);
            return;
        }
    }
    if (outcome.isComplete())
        pools.removeRowsNotListed(RowKind::Pool);
    poolsAdvanced();
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
        for (int group = 0; group < PoolGroup::Count; ++group) {
            if (needed.test(static_cast<std::size_t>(group)) &&
                table.groupState(row, group) == CellState::Loading)
                return false;
        }
        return table.missingGroups(row, needed).none();
    };
    QList<qint64> ready;
    for (const qint64 id : std::as_const(openPools)) {
        if (const std::optional<int> row = table.find({RowKind::Pool, id}); row && isReady(*row))
            ready.append(id);
    }
    members.ask(ready, Priority::Visible);

    if (!wantsAllMembers || !q.arePoolsDone() || std::exchange(areAllMembersAsked, true))
        return;
    QList<qint64> all;
    for (int row = 0; row < table.rowCount(); ++row) {
        if (!table.isGone(row))
            all.append(table.key(row).id);
    }
    members.ask(all, Priority::Sweep);
    members.setAllAsked();
}

void PoolsLoader::Private::block(const ApiError &error)
{
    stop();
    Q_EMIT q.blocked(error);
}

GroupSet PoolsLoader::Private::wantedGroups() const
{
    return pools.table().catalogue().groupsOf(wantedColumns) | only(PoolGroup::Identity) | groupsForMembers();
}

/// How many there are, and what they and those that are not visible have a share of.
GroupSet PoolsLoader::Private::groupsForMembers() const
{
    if (!loadsMembers)
        return {};
    const GroupSet wanted = members.wantedGroups();
    GroupSet groups = only(PoolGroup::Devices);
    if (wanted.test(MemberGroup::Allotment))
        groups |= only(PoolGroup::Terms);
    if (wanted.test(MemberGroup::Outbound) || wanted.test(MemberGroup::Inbound) ||
        wanted.test(MemberGroup::Share))
        groups |= only(PoolGroup::Usage);
    return groups;
}

// --- PoolsLoader
// ------------------------------------------------------------------------------------------------

PoolsLoader::PoolsLoader(ApiClient &client, InventoryStore &pools, InventoryStore &members, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, client, pools, members))
{
    connect(&d->details, &RowDetailsLoader::progressed, this, [this] {
        d->askForMembers();
        Q_EMIT progressed();
    });
    connect(&d->details, &RowDetailsLoader::done, this, [this] { d->poolsAdvanced(); });
    connect(&d->details, &RowDetailsLoader::blocked, this,
            [this](const ApiError &error) { d->block(error); });
    connect(&d->members, &MemberLoader::progressed, this, &PoolsLoader::progressed);
    connect(&d->members, &MemberLoader::poolSettled, this, &PoolsLoader::membersSettled);
    connect(&d->members, &MemberLoader::done, this, &PoolsLoader::advanced);
    connect(&d->members, &MemberLoader::blocked, this, [this](const ApiError &error) { d->block(error); });
}

PoolsLoader::~PoolsLoader() = default;

void PoolsLoader::setWantedColumns(const ColumnSet &columns)
{
    d->wantedColumns = columns;
    d->details.setWanted(d->wantedGroups());
    if (!d->isStopped)
        Q_EMIT advanced();
}

void PoolsLoader::setWantedMemberColumns(const ColumnSet &columns)
{
    d->members.setWantedColumns(columns);
    d->details.setWanted(d->wantedGroups());
    if (!d->isStopped)
        Q_EMIT advanced();
}

void PoolsLoader::setLoadsMembers(bool loads)
{
    d->loadsMembers = loads;
}

void PoolsLoader::setViewOrder(const ViewOrder &order)
{
    d->details.setViewOrder(order);
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

void PoolsLoader::setNamedPools(const QSet<qint64> &poolIds)
{
    d->members.setNamedPools(poolIds);
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
    d->pools.flush();
    d->memberStore.flush();
}

void PoolsLoader::retry(const QList<int> &poolRows)
{
    d->retry(poolRows);
}

void PoolsLoader::retryAll()
{
    d->retryList();
    d->retry(d->allRows());
}

void PoolsLoader::retryLists()
{
    d->resume();
    d->retryList();
    if (!d->loadsMembers)
        return;
    QList<qint64> ids;
    for (const int row : d->allRows())
        ids.append(d->pools.table().key(row).id);
    d->members.retryLists(ids);
}

bool PoolsLoader::isListOver() const
{
    return d->isListOver;
}

bool PoolsLoader::arePoolsDone() const
{
    return d->isListOver && d->details.isDone();
}

bool PoolsLoader::isDone() const
{
    return arePoolsDone() && d->members.isDone() && (!d->wantsAllMembers || d->areAllMembersAsked);
}

PoolsLoader::Progress PoolsLoader::progress() const
{
    return {d->list.announced, d->list.listed, d->details.settledRows(), d->members.settledPools(),
            d->areAllMembersAsked};
}

LoadOutcome::List PoolsLoader::list() const
{
    LoadOutcome::List list = d->list;
    list.rows = d->pools.table().rowCount();
    return list;
}

RowTally PoolsLoader::pools() const
{
    return RowTally::of(d->pools.table(), d->wantedGroups());
}

RowTally PoolsLoader::members() const
{
    return d->loadsMembers ? RowTally::of(d->memberStore.table(), d->members.wantedGroups()) : RowTally();
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
    return d->members.isSettled(poolId);
}

} // namespace layerscope
