// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/memberloader.h"

#include "inventory/kinds.h"
#include "loaders/listsofparent.h"
#include "loaders/rowdetailsloader.h"

#include <QHash>
#include <QPointer>
#include <QSet>

#include <algorithm>
#include <array>
#include <bitset>
#include <deque>
#include <map>
#include <utility>
#include <vector>

namespace layerscope {

namespace {

/// As many as there are calls at once: each pool is one to four lists, most of them of one page.
constexpr std::size_t maxPoolsAtOnce = 30;

} // namespace

class MemberLoader::Private
{
public:
    Private(MemberLoader &loader, ApiClient &usedClient, const InventoryStore &usedPools,
            InventoryStore &usedMembers);

    void begin();
    void ask(const QList<qint64> &poolIds, Priority priority);
    void stop();
    void retry(const QList<qint64> &poolIds);
    void retryLists(const QList<qint64> &poolIds);

    void startSome();
    void startPool(qint64 poolId, Priority priority);
    void receive(qint64 poolId, const QList<RowPatch> &rows);
    void endPool(const ListsOfParent &lists);
    void dropEndedRuns();
    void updateRemainders();
    void removeRest(qint64 poolId);
    void putRemainder(qint64 poolId, const QList<int> &rowsOfPool);
    void removeVanished();
    void block(const ApiError &error);
    void checkEnd();

    [[nodiscard]] std::optional<qint64> poolOf(int row) const;
    /// Whether a list that is whole would have brought this row, or its pool is no more.
    [[nodiscard]] bool hasVanished(int row) const;
    /// The rows of members that are there, by pool.
    [[nodiscard]] QHash<qint64, QList<int>> rowsOf(const QSet<qint64> &poolIds) const;

    MemberLoader &q;
    ApiClient &client;
    const InventoryStore &pools;
    InventoryStore &members;
    const TableSpec &spec; ///< Of the members.
    const Nesting &nesting;
    ColumnSet wantedColumns;
    std::array<std::deque<qint64>, 3> waiting; ///< By priority
    QSet<qint64> asked;
    QSet<qint64> settled;
    QSet<qint64> namedPools;                              ///< By servers.
    QHash<qint64, QList<Remainder::List>> cameOfPool;     ///< Of pools whose counts and lists differ
    QHash<qint64, std::bitset<rowKindCount>> wholeKinds;  ///< By pool, of this load's lists
    std::vector<std::unique_ptr<ListsOfParent>> runs;
    bool isAllAsked = false;
    bool isEndCheckPending = false;
    bool isDoneAnnounced = true;
    RowDetailsLoader details;
};

MemberLoader::Private::Private(MemberLoader &loader, ApiClient &usedClient, const InventoryStore &usedPools,
                               InventoryStore &usedMembers)
    : q(loader)
    , client(usedClient)
    , pools(usedPools)
    , members(usedMembers)
    , spec(tableSpec(usedMembers.table().catalogue()))
    , nesting(*spec.nesting)
    , details(usedClient, usedMembers)
{
    details.setCompletion([this](RowPatch &patch) {
        const std::optional<int> row = members.table().find(patch.key);
        if (row && members.table().hasValue(*row, nesting.parentIdColumn))
            nesting.complete(pools.table(),
                             spec.parentRow(members.table().bits(*row, nesting.parentIdColumn)), patch);
    });
}

// --- which pools
// ----------------------------------------------------------------------------------------------

void MemberLoader::Private::begin()
{
    stop();
    asked.clear();
    settled.clear();
    cameOfPool.clear();
    namedPools.clear();
    wholeKinds.clear();
    isAllAsked = false;
    members.beginLoad();
}

void MemberLoader::Private::ask(const QList<qint64> &poolIds, Priority priority)
{
    auto &queue = waiting[static_cast<std::size_t>(priority)];
    bool anyNew = false;
    for (const qint64 id : poolIds) {
        if (!asked.contains(id)) {
            asked.insert(id);
            queue.push_back(id);
            anyNew = true;
            continue;
        }
        for (std::size_t lower = static_cast<std::size_t>(priority) + 1; lower < waiting.size(); ++lower) {
            if (std::erase(waiting[lower], id) > 0)
                queue.push_back(id);
        }
    }
    if (!anyNew)
        return; // whoever heard of the end may ask for what was there: that is no new end
    startSome();
    checkEnd();
}

void MemberLoader::Private::stop()
{
    details.stop();
    for (auto &queue : waiting) {
        for (const qint64 id : std::exchange(queue, {}))
            asked.remove(id);
    }
    for (const std::unique_ptr<ListsOfParent> &run : runs) {
        if (!run->isOver())
            asked.remove(run->parentId());
    }
    runs.clear();
    isAllAsked = false;
    isDoneAnnounced = true;
}

void MemberLoader::Private::retry(const QList<qint64> &poolIds)
{
    QList<int> rows;
    for (const QList<int> &rowsOfPool : rowsOf({poolIds.cbegin(), poolIds.cend()}))
        rows.append(rowsOfPool);
    details.retry(rows);
    retryLists(poolIds);
    checkEnd(); // cells that failed are enough to go on
}

void MemberLoader::Private::retryLists(const QList<qint64> &poolIds)
{
    QList<qint64> again;
    for (const qint64 id : poolIds) {
        if (!settled.contains(id) || !cameOfPool.contains(id))
            continue;
        asked.remove(id);
        settled.remove(id);
        again.append(id);
    }
    ask(again, Priority::Visible);
}

// --- their lists
// ----------------------------------------------------------------------------------------------

void MemberLoader::Private::startSome()
{
    const auto isRunning = [](const std::unique_ptr<ListsOfParent> &run) { return !run->isOver(); };
    auto running = static_cast<std::size_t>(std::count_if(runs.cbegin(), runs.cend(), isRunning));
    for (std::size_t priority = 0; priority < waiting.size(); ++priority) {
        while (!waiting[priority].empty() && running < maxPoolsAtOnce) {
            const qint64 id = waiting[priority].front();
            waiting[priority].pop_front();
            startPool(id, static_cast<Priority>(priority));
            ++running;
        }
    }
}

void MemberLoader::Private::startPool(qint64 poolId, Priority priority)
{
    const ListsOfParent::Query query{poolId, spec.catalogue().groupsOf(wantedColumns), priority,
                                     cameOfPool.value(poolId), namedPools.contains(poolId)};
    runs.push_back(std::make_unique<ListsOfParent>(client, spec, pools.table(), query));
    ListsOfParent *lists = runs.back().get();
    connect(lists, &ListsOfParent::rowsArrived, &q,
            [this, poolId](const QList<RowPatch> &rows) { receive(poolId, rows); });
    connect(lists, &ListsOfParent::finished, &q, [this, lists] { endPool(*lists); });
    connect(lists, &ListsOfParent::blocked, &q, [this](const ApiError &error) { block(ApiError(error)); });
    lists->start();
}

void MemberLoader::Private::receive(qint64 poolId, const QList<RowPatch> &rows)
{
    QList<RowPatch> completed = rows;
    for (RowPatch &patch : completed)
        nesting.complete(pools.table(), spec.parentRow(poolId), patch);
    members.listRows(completed);
    Q_EMIT q.progressed();
}

void MemberLoader::Private::endPool(const ListsOfParent &lists)
{
    const qint64 poolId = lists.parentId();
    settled.insert(poolId);
    wholeKinds.insert(poolId, lists.wholeKinds());
    if (Remainder(lists.came()).isNeeded()) {
        cameOfPool.insert(poolId, lists.came());
        putRemainder(poolId, rowsOf({poolId}).value(poolId));
    } else {
        cameOfPool.remove(poolId);
        removeRest(poolId);
    }
    const QPointer<MemberLoader> self(&q);
    Q_EMIT q.poolSettled(poolId);
    if (!self)
        return;
    Q_EMIT q.progressed();
    if (self)
        checkEnd();
}

void MemberLoader::Private::removeRest(qint64 poolId)
{
    if (!nesting.restKind)
        return;
    if (const std::optional<int> row = members.table().find({*nesting.restKind, poolId}))
        members.removeRows({*row});
}

void MemberLoader::Private::dropEndedRuns()
{
    std::erase_if(runs, [](const std::unique_ptr<ListsOfParent> &run) { return run->isOver(); });
}

/// Cells that came late count too.
void MemberLoader::Private::updateRemainders()
{
    const QHash<qint64, QList<int>> rows = rowsOf({cameOfPool.keyBegin(), cameOfPool.keyEnd()});
    for (const qint64 poolId : cameOfPool.keys())
        putRemainder(poolId, rows.value(poolId));
}

void MemberLoader::Private::putRemainder(qint64 poolId, const QList<int> &rowsOfPool)
{
    const InventoryTable &table = members.table();
    const auto known = std::count_if(rowsOfPool.cbegin(), rowsOfPool.cend(), [&table](int row) {
        return !table.isListed(row) && !table.isGone(row);
    });
    Remainder(cameOfPool.value(poolId), known).put(poolId, pools.table(), rowsOfPool, members);
}

/// See InventoryStore::removeRowsNotListed(): here a list is one of a pool and a kind.
void MemberLoader::Private::removeVanished()
{
    QList<int> vanished;
    for (int row = 0; row < members.table().rowCount(); ++row) {
        if (hasVanished(row))
            vanished.append(row);
    }
    members.removeRows(vanished);
}

std::optional<qint64> MemberLoader::Private::poolOf(int row) const
{
    const InventoryTable &table = members.table();
    if (table.key(row).kind == nesting.restKind)
        return table.key(row).id;
    if (!table.hasValue(row, nesting.parentIdColumn))
        return std::nullopt;
    return table.bits(row, nesting.parentIdColumn);
}

bool MemberLoader::Private::hasVanished(int row) const
{
    const InventoryTable &table = members.table();
    if (table.isListed(row))
        return false;
    const std::optional<qint64> poolId = poolOf(row);
    if (!poolId)
        return false; // gone already, and to be seen so
    if (!pools.table().find(spec.parentRow(*poolId)))
        return true;
    const auto whole = wholeKinds.constFind(*poolId);
    return whole != wholeKinds.cend() && whole->test(static_cast<std::size_t>(table.key(row).kind));
}

// --- the end
// ----------------------------------------------------------------------------------------------------

void MemberLoader::Private::block(const ApiError &error)
{
    stop();
    Q_EMIT q.blocked(error);
}

void MemberLoader::Private::checkEnd()
{
    isDoneAnnounced = false;
    if (std::exchange(isEndCheckPending, true))
        return;
    QMetaObject::invokeMethod(
        &q,
        [this] {
            isEndCheckPending = false;
            dropEndedRuns();
            startSome();
            const bool areListsThrough = runs.empty() && std::all_of(waiting.cbegin(), waiting.cend(),
                                                                     [](const auto &w) { return w.empty(); });
            if (!areListsThrough || isDoneAnnounced)
                return;
            if (isAllAsked) {
                removeVanished(); // not before: another pool might have brought some of them
                details.start();
                if (!details.isDone())
                    return; // its end leads here again
                updateRemainders();
            }
            isDoneAnnounced = true;
            members.flush();
            Q_EMIT q.done();
        },
        Qt::QueuedConnection);
}

QHash<qint64, QList<int>> MemberLoader::Private::rowsOf(const QSet<qint64> &poolIds) const
{
    QHash<qint64, QList<int>> rows;
    const InventoryTable &table = members.table();
    for (int row = 0; row < table.rowCount(); ++row) {
        if (table.key(row).kind == nesting.restKind || hasVanished(row))
            continue;
        if (const std::optional<qint64> poolId = poolOf(row); poolId && poolIds.contains(*poolId))
            rows[*poolId].append(row);
    }
    return rows;
}

// --- MemberLoader
// -----------------------------------------------------------------------------------------------

MemberLoader::MemberLoader(ApiClient &client, const InventoryStore &pools, InventoryStore &members,
                           QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, client, pools, members))
{
    connect(&d->details, &RowDetailsLoader::progressed, this, &MemberLoader::progressed);
    connect(&d->details, &RowDetailsLoader::blocked, this,
            [this](const ApiError &error) { d->block(error); });
    connect(&d->details, &RowDetailsLoader::done, this, [this] {
        if (!d->isDoneAnnounced) // else there was nothing to do, and that was told already
            d->checkEnd();
    });
}

MemberLoader::~MemberLoader() = default;

void MemberLoader::setWantedColumns(const ColumnSet &columns)
{
    if (columns == d->wantedColumns)
        return;
    d->wantedColumns = columns;
    d->details.setWanted(d->spec.catalogue().groupsOf(columns));
    if (d->isAllAsked)
        d->checkEnd();
}

GroupSet MemberLoader::wantedGroups() const
{
    const Catalogue &catalogue = d->spec.catalogue();
    const auto identity = static_cast<std::size_t>(catalogue.column(0).group);
    return catalogue.groupsOf(d->wantedColumns) | GroupSet().set(identity);
}

void MemberLoader::setNamedPools(const QSet<qint64> &poolIds)
{
    d->namedPools = poolIds;
}

void MemberLoader::begin()
{
    d->begin();
}

void MemberLoader::ask(const QList<qint64> &poolIds, Priority priority)
{
    d->ask(poolIds, priority);
}

void MemberLoader::setAllAsked()
{
    d->isAllAsked = true;
    d->checkEnd();
}

void MemberLoader::stop()
{
    d->stop();
}

void MemberLoader::retry(const QList<qint64> &poolIds)
{
    d->retry(poolIds);
}

void MemberLoader::retryLists(const QList<qint64> &poolIds)
{
    d->retryLists(poolIds);
}

bool MemberLoader::isDone() const
{
    return d->isDoneAnnounced;
}

int MemberLoader::settledPools() const
{
    return static_cast<int>(d->settled.size());
}

bool MemberLoader::isSettled(qint64 poolId) const
{
    return d->settled.contains(poolId);
}

bool MemberLoader::wasAsked(qint64 poolId) const
{
    return d->asked.contains(poolId);
}

} // namespace layerscope
