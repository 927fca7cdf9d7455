// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/memberloader.h"

#include "inventory/cellreading.h"
#include "loaders/memberlists.h"
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
    void endPool(const MemberLists &lists);
    void dropEndedRuns();
    void complete(RowPatch &patch, qint64 poolId) const;
    void completeShare(RowPatch &patch, std::optional<int> pool) const;
    void updateRemainders();
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
    ColumnSet wantedColumns;
    std::array<std::deque<qint64>, 3> waiting; ///< By priority
    QSet<qint64> asked;
    QSet<qint64> settled;
    QSet<qint64> namedPools;                              ///< By servers.
    QHash<qint64, QList<PoolRemainder::List>> cameOfPool; ///< Of pools whose counts and lists differ
    QHash<qint64, std::bitset<rowKindCount>> wholeKinds;  ///< By pool, of this load's lists
    std::vector<std::unique_ptr<MemberLists>> runs;
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
    , details(usedClient, usedMembers)
{
    details.setCompletion([this](RowPatch &patch) {
        const std::optional<int> row = members.table().find(patch.key);
        if (row && members.table().hasValue(*row, MemberColumn::PoolId))
            complete(patch, members.table().bits(*row, MemberColumn::PoolId));
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
    for (const std::unique_ptr<MemberLists> &run : runs) {
        if (!run->isOver())
            asked.remove(run->poolId());
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
    const auto isRunning = [](const std::unique_ptr<MemberLists> &run) { return !run->isOver(); };
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
    runs.push_back(std::make_unique<MemberLists>(client, pools.table(), poolId,
                                                 memberCatalogue().groupsOf(wantedColumns), priority,
                                                 cameOfPool.value(poolId), namedPools.contains(poolId)));
    MemberLists *lists = runs.back().get();
    connect(lists, &MemberLists::rowsArrived, &q,
            [this, poolId](const QList<RowPatch> &rows) { receive(poolId, rows); });
    connect(lists, &MemberLists::finished, &q, [this, lists] { endPool(*lists); });
    connect(lists, &MemberLists::blocked, &q, [this](const ApiError &error) { block(ApiError(error)); });
    lists->start();
}

void MemberLoader::Private::receive(qint64 poolId, const QList<RowPatch> &rows)
{
    QList<RowPatch> completed = rows;
    for (RowPatch &patch : completed)
        complete(patch, poolId);
    members.listRows(completed);
    Q_EMIT q.progressed();
}

void MemberLoader::Private::endPool(const MemberLists &lists)
{
    const qint64 poolId = lists.poolId();
    settled.insert(poolId);
    wholeKinds.insert(poolId, lists.wholeKinds());
    if (PoolRemainder(lists.came()).isNeeded()) {
        cameOfPool.insert(poolId, lists.came());
        putRemainder(poolId, rowsOf({poolId}).value(poolId));
    } else {
        cameOfPool.remove(poolId);
        if (const std::optional<int> row = members.table().find({RowKind::NotVisible, poolId}))
            members.removeRows({*row});
    }
    const QPointer<MemberLoader> self(&q);
    Q_EMIT q.poolSettled(poolId);
    if (!self)
        return;
    Q_EMIT q.progressed();
    if (self)
        checkEnd();
}

void MemberLoader::Private::dropEndedRuns()
{
    std::erase_if(runs, [](const std::unique_ptr<MemberLists> &run) { return run->isOver(); });
}

/// What only the pool can tell of its member.
void MemberLoader::Private::complete(RowPatch &patch, qint64 poolId) const
{
    const InventoryTable &table = pools.table();
    const std::optional<int> pool = table.find({RowKind::Pool, poolId});
    const auto put = [&patch](ColumnIndex column, CellValue value) {
        patch.values.emplace_back(column, std::move(value));
    };
    if (patch.loaded.test(MemberGroup::Identity)) {
        put(MemberColumn::PoolId, poolId);
        put(MemberColumn::Pool, pool ? table.value(*pool, PoolColumn::Name) : CellValue());
    }
    if (patch.loaded.test(MemberGroup::Share))
        completeShare(patch, pool);
}

/// The amount in it becomes its part of what the pool has; unknown if that is.
void MemberLoader::Private::completeShare(RowPatch &patch, std::optional<int> pool) const
{
    const InventoryTable &table = pools.table();
    const auto amount = std::find_if(patch.values.begin(), patch.values.end(), [](const auto &value) {
        return value.first == MemberColumn::PoolSharePercent;
    });
    std::optional<Decimal> share;
    if (amount != patch.values.end() && pool && table.hasValue(*pool, PoolColumn::OutPublicGb)) {
        share = percentage(std::get<Decimal>(amount->second), table.decimal(*pool, PoolColumn::OutPublicGb));
    }
    if (share)
        amount->second = *share;
    else if (amount != patch.values.end())
        patch.values.erase(amount);

    if (const ApiError *failure = pool ? table.failure(*pool, PoolGroup::Usage) : nullptr) {
        patch.loaded.reset(MemberGroup::Share);
        patch.failed.emplace_back(MemberGroup::Share, *failure);
    }
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
    PoolRemainder(cameOfPool.value(poolId), known).put(poolId, pools.table(), rowsOfPool, members);
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
    if (table.key(row).kind == RowKind::NotVisible)
        return table.key(row).id;
    if (!table.hasValue(row, MemberColumn::PoolId))
        return std::nullopt;
    return table.bits(row, MemberColumn::PoolId);
}

bool MemberLoader::Private::hasVanished(int row) const
{
    const InventoryTable &table = members.table();
    if (table.isListed(row))
        return false;
    const std::optional<qint64> poolId = poolOf(row);
    if (!poolId)
        return false; // gone already, and to be seen so
    if (!pools.table().find({RowKind::Pool, *poolId}))
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
        if (table.key(row).kind == RowKind::NotVisible || hasVanished(row))
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
    d->details.setWanted(memberCatalogue().groupsOf(columns));
    if (d->isAllAsked)
        d->checkEnd();
}

GroupSet MemberLoader::wantedGroups() const
{
    return memberCatalogue().groupsOf(d->wantedColumns) | GroupSet().set(MemberGroup::Identity);
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
