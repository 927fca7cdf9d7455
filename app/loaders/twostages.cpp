// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/twostages.h"

#include "core/logging.h"
#include "loaders/batchsizer.h"
#include "loaders/batchsplit.h"
#include "loaders/detailqueue.h"
#include "loaders/fallbackqueue.h"
#include "loaders/grouptrust.h"
#include "loaders/settledrows.h"

#include <QPointer>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace layerscope {

namespace {

/// Rows on the screen come in small batches side by side: a person waits for the first of them.
constexpr int mostVisibleRows = 25;
/// Beyond the ids asked for, so that a server that ignores the filter betrays itself without sending the
/// whole account.
constexpr int extraLimit = 5;
/// The API's server takes lines of about 8 kB at most (softlayer-api §1.6).
constexpr qsizetype longestUrl = 6000;

} // namespace

class TwoStages::Private
{
public:
    Private(TwoStages &stages, ApiClient &usedClient, InventoryStore &usedStore);

    void start();
    void stop();
    void setWanted(GroupSet groups);
    void retry(const QList<int> &rows);
    void remap(const QList<int> &newRowOfOld);
    void lookAtNewRows();
    void wake();
    [[nodiscard]] bool isDone();
    void scheduleDoneCheck();

    [[nodiscard]] std::optional<Priority> mostUrgent();
    [[nodiscard]] std::optional<Priority> mostUrgentOfAll();
    [[nodiscard]] ApiCall next();
    [[nodiscard]] DetailAsk takeAsk();
    [[nodiscard]] DetailAsk takeFresh();
    [[nodiscard]] int mostRowsOf(DetailQueue::Front front);
    [[nodiscard]] ApiRequest requestFor(const DetailAsk &ask) const;
    void askLater(const QList<DetailAsk> &asks);

    void receive(const DetailAsk &ask, const Reply<RowPatches> &reply);
    void lookAtWrongTypes(const DetailAsk &ask, const QList<RowPatch> &patches);
    void fail(const DetailAsk &ask, const ApiError &error);
    void block(const DetailAsk &ask, const ApiError &error);
    void settle(const DetailAsk &ask, CellState state, const ApiError &error);
    void giveBack(const DetailAsk &ask);
    void becameWiser(RowKind kind);
    void giveUpGroups(int from, int to); ///< Of each kind
    void giveUpGroups(RowKind kind, int from, int to);

    [[nodiscard]] const InventoryTable &table() const { return store.table(); }
    [[nodiscard]] QList<int> rowsOf(const DetailAsk &ask) const;
    void updateSettled(const DetailAsk &ask);

    struct KindState
    {
        BatchSizer sizer;
        bool isFilterIgnored = false;
    };
    [[nodiscard]] KindState &of(RowKind kind) { return kinds[static_cast<std::size_t>(kind)]; }

    TwoStages &q;
    ApiClient &client;
    InventoryStore &store;
    DetailQueue queue;
    GroupTrust trust;
    SettledRows settledRows;
    std::array<KindState, rowKindCount> kinds;
    FallbackQueue fallback; ///< What failed questions turned into; their cells stay "loading" meanwhile.
    std::map<quint64, DetailAsk> inFlight;
    quint64 lastNumber = 0;
    bool isSweepHeld = false;
    bool isDoneAnnounced = false;
    bool isDoneCheckPending = false;
    std::function<void(RowPatch &)> completion;
    std::unique_ptr<FanOut> fanOut; ///< Only while started.
};

TwoStages::Private::Private(TwoStages &stages, ApiClient &usedClient, InventoryStore &usedStore)
    : q(stages)
    , client(usedClient)
    , store(usedStore)
    , queue(usedStore.table())
    , settledRows(usedStore.table())
{}

// --- what to do
// -----------------------------------------------------------------------------------------------

void TwoStages::Private::start()
{
    if (fanOut)
        return;
    queue.restart();
    lookAtNewRows();
    fanOut = std::make_unique<FanOut>(client);
    fanOut->setSupplier({[this] { return mostUrgent(); }, [this] { return next(); }});
    scheduleDoneCheck();
}

void TwoStages::Private::stop()
{
    fanOut.reset(); // aborts what is in flight, which is heard of no more
    for (const auto &[number, ask] : std::exchange(inFlight, {}))
        giveBack(ask);
    for (const DetailAsk &ask : fallback.takeAll())
        giveBack(ask);
}

void TwoStages::Private::setWanted(GroupSet groups)
{
    if (groups == queue.wanted())
        return;
    queue.setWanted(groups);
    askLater(fallback.takeIf(
        [groups](const DetailAsk &ask) { return (ask.groups & ~groups).any(); })); // without these
    giveUpGroups(0, table().rowCount());
    settledRows.recount(groups);
}

void TwoStages::Private::retry(const QList<int> &rows)
{
    trust.forget();
    for (KindState &kind : kinds)
        kind.isFilterIgnored = false;
    store.clearFailures(rows, queue.wanted());
    settledRows.recount(queue.wanted());
    wake();
}

void TwoStages::Private::remap(const QList<int> &newRowOfOld)
{
    queue.remap(newRowOfOld);
    settledRows.recount(queue.wanted());
    wake();
}

/// A group that was given up stays so for rows that come later.
void TwoStages::Private::lookAtNewRows()
{
    const int known = settledRows.rowsKnown();
    giveUpGroups(known, table().rowCount());
    settledRows.lookAtNewRows();
}

void TwoStages::Private::wake()
{
    if (!fanOut)
        return;
    queue.restart();
    fanOut->wake();
    scheduleDoneCheck();
}

bool TwoStages::Private::isDone()
{
    return inFlight.empty() && !mostUrgentOfAll();
}

void TwoStages::Private::scheduleDoneCheck()
{
    if (isDoneCheckPending)
        return;
    isDoneCheckPending = true;
    QMetaObject::invokeMethod(
        &q,
        [this] {
            isDoneCheckPending = false;
            if (!fanOut || isDoneAnnounced || !isDone())
                return;
            isDoneAnnounced = true;
            Q_EMIT q.done();
        },
        Qt::QueuedConnection);
}

// --- asking
// ---------------------------------------------------------------------------------------------------

std::optional<Priority> TwoStages::Private::mostUrgent()
{
    const std::optional<Priority> urgent = mostUrgentOfAll();
    return isSweepHeld && urgent == Priority::Sweep ? std::nullopt : urgent;
}

/// Also of what is held.
std::optional<Priority> TwoStages::Private::mostUrgentOfAll()
{
    const std::optional<Priority> waiting = fallback.mostUrgent();
    const std::optional<DetailQueue::Front> fresh = queue.front();
    if (!waiting || (fresh && fresh->priority < *waiting))
        return fresh ? std::optional(fresh->priority) : std::nullopt;
    return waiting;
}

/// What a failure left over goes before what is new at the same urgency: its rows show "loading" already.
DetailAsk TwoStages::Private::takeAsk()
{
    return fallback.mostUrgent() == mostUrgent() ? fallback.take() : takeFresh();
}

DetailAsk TwoStages::Private::takeFresh()
{
    DetailAsk ask = queue.take(mostRowsOf(*queue.front()));
    if (!namesOf(ask.kind).comesInBatches)
        ask.form = DetailAsk::Form::Single;
    const GroupSet trusted = ask.groups & ~trust.suspects(ask.kind);
    if (trusted.any() && trusted != ask.groups) {
        ask.groups = trusted;
        queue.restart(); // the suspects stay missing, and come by themselves
    }
    store.setLoading(rowsOf(ask), ask.groups);
    return ask;
}

int TwoStages::Private::mostRowsOf(DetailQueue::Front front)
{
    const KindState &kind = of(front.kind);
    if (kind.isFilterIgnored || !namesOf(front.kind).comesInBatches)
        return 1;
    return front.priority == Priority::Visible ? std::min(mostVisibleRows, kind.sizer.size())
                                               : kind.sizer.size();
}

ApiCall TwoStages::Private::next()
{
    DetailAsk ask = takeAsk();
    if (ask.form == DetailAsk::Form::Batch && of(ask.kind).isFilterIgnored) {
        QList<DetailAsk> singles = askEachRow(ask, ask.ids, ask.reason);
        ask = singles.takeFirst();
        askLater(singles);
    }
    ApiRequest request = requestFor(ask);
    while (ask.ids.size() > 1 && request.url(client.connection().restBase).toEncoded().size() > longestUrl) {
        DetailAsk rest = ask;
        ask.ids.resize(ask.ids.size() / 2);
        rest.ids = rest.ids.sliced(ask.ids.size());
        askLater({rest});
        request = requestFor(ask);
    }

    isDoneAnnounced = false;
    const quint64 number = ++lastNumber;
    inFlight.emplace(number, ask);
    return ApiCall::make<RowPatches>(
        std::move(request), ask.priority,
        [catalogue = &table().catalogue(), kind = ask.kind, groups = ask.groups](const JsonReader &root) {
            return decodeRows(*catalogue, kind, groups, root);
        },
        [this, number](Result<Reply<RowPatches>> result) {
            const QPointer<TwoStages> self(&q);
            const DetailAsk ended = inFlight.extract(number).mapped();
            fallback.ended(ended, result.has_value());
            if (result)
                receive(ended, *result);
            else
                fail(ended, result.error());
            if (!self)
                return;
            updateSettled(ended);
            scheduleDoneCheck();
            Q_EMIT q.progressed();
        });
}

ApiRequest TwoStages::Private::requestFor(const DetailAsk &ask) const
{
    const KindNames &names = namesOf(ask.kind);
    ApiRequest request;
    request.mask = table().catalogue().mask(ask.kind, ask.groups);
    if (ask.form == DetailAsk::Form::Single) {
        request.service = names.service;
        request.method = "getObject";
        request.objectId = QString::number(ask.ids.first());
        return request;
    }
    request.service = "SoftLayer_Account";
    request.method = names.listMethod;
    const QByteArray idPath = QByteArray(names.filterRoot) + ".id";
    request.filter.in(idPath, ask.ids);
    request.limit = ResultLimit{0, static_cast<int>(ask.ids.size()) + extraLimit};
    return request;
}

/// Leaves out what is not wanted any more, or was given up meanwhile.
void TwoStages::Private::askLater(const QList<DetailAsk> &asks)
{
    QList<DetailAsk> open;
    for (const DetailAsk &ask : asks) {
        DetailAsk rest = ask;
        rest.groups &= queue.wanted() & ~trust.givenUp(ask.kind);
        DetailAsk dropped = ask;
        dropped.groups &= ~rest.groups;
        if (dropped.groups.any())
            giveBack(dropped);
        if (rest.groups.any())
            open.append(rest);
    }
    fallback.push(open);
    if (fanOut)
        fanOut->wake();
}

// --- answers
// --------------------------------------------------------------------------------------------------

void TwoStages::Private::receive(const DetailAsk &ask, const Reply<RowPatches> &reply)
{
    const QSet<qint64> asked(ask.ids.cbegin(), ask.ids.cend());
    QSet<qint64> came;
    QList<RowPatch> patches;
    GroupSet loaded;
    for (const RowPatch &patch : reply.value.rows) {
        came.insert(patch.key.id);
        if (!asked.contains(patch.key.id))
            continue;
        patches.append(patch);
        if (completion)
            completion(patches.last());
        loaded |= patch.loaded;
    }
    trust.succeeded(ask.kind, loaded);
    store.apply(patches);
    lookAtWrongTypes(ask, patches);

    const BatchCheck check = checkBatch(ask.ids, came);
    if (ask.form == DetailAsk::Form::Single) {
        if (!check.missing.isEmpty())
            fail(ask, ApiError::make(ApiError::Kind::BadResponse,
                                     QStringLiteral("not the object that was asked for")));
        return;
    }
    KindState &kind = of(ask.kind);
    kind.sizer.answered(static_cast<int>(ask.ids.size()), reply.duration);
    if (check.isFilterIgnored) {
        if (!kind.isFilterIgnored)
            qCWarning(logLoader) << namesOf(ask.kind).listMethod
                                 << "does not keep the filter; asking row by row";
        kind.isFilterIgnored = true;
    }
    askLater(askEachRow(ask, check.missing,
                        check.isFilterIgnored ? DetailAsk::Reason::Wanted : DetailAsk::Reason::Missing));
}

/// The store holds these cells as failed. The first time it may have been an accident of that answer: they
/// are asked for once more.
void TwoStages::Private::lookAtWrongTypes(const DetailAsk &ask, const QList<RowPatch> &patches)
{
    const bool isCertain = ask.doubts >= doubtsBeforeWrongType;
    QList<DetailAsk> confirms;
    for (const RowPatch &patch : patches) {
        GroupSet groups;
        for (const auto &[group, error] : patch.failed) {
            if (error.kind != ApiError::Kind::BadResponse)
                continue; // of something else than this answer: the completion's
            groups.set(static_cast<std::size_t>(group));
            if (isCertain && trust.failed(ask.kind, group, error))
                becameWiser(ask.kind);
        }
        if (groups.none() || isCertain)
            continue;
        auto confirm = std::find_if(confirms.begin(), confirms.end(),
                                    [groups](const DetailAsk &other) { return other.groups == groups; });
        if (confirm == confirms.end())
            confirm = confirms.insert(
                confirm,
                {ask.kind, {}, groups, ask.form, DetailAsk::Reason::Wanted, ask.priority, ask.doubts + 1});
        confirm->ids.append(patch.key.id);
    }
    for (const DetailAsk &confirm : std::as_const(confirms))
        store.setLoading(rowsOf(confirm), confirm.groups);
    askLater(confirms);
}

void TwoStages::Private::fail(const DetailAsk &ask, const ApiError &error)
{
    if (error.stopsEverything()) {
        block(ask, error);
        return;
    }

    const AfterFailure plan = afterFailure(ask, error);
    switch (plan.verdict) {
    case AfterFailure::Verdict::AskAgain:
        if (plan.again.first().form == DetailAsk::Form::Batch)
            of(ask.kind).sizer.wasTooMuch(static_cast<int>(ask.ids.size()));
        askLater(plan.again);
        break;
    case AfterFailure::Verdict::Settle:
        settle(ask, plan.state, error);
        break;
    case AfterFailure::Verdict::Gone:
        store.setGone(rowsOf(ask));
        break;
    case AfterFailure::Verdict::GiveBack:
        giveBack(ask);
        queue.restart();
        break;
    }
}

void TwoStages::Private::block(const DetailAsk &ask, const ApiError &error)
{
    giveBack(ask);
    stop();
    Q_EMIT q.blocked(error);
}

void TwoStages::Private::settle(const DetailAsk &ask, CellState state, const ApiError &error)
{
    store.setFailure(rowsOf(ask), ask.groups, state, error);
    const bool isOneCell = ask.form == DetailAsk::Form::Single && ask.groups.count() == 1;
    if (!isOneCell || error.kind == ApiError::Kind::Offline || error.kind == ApiError::Kind::RateLimited)
        return;
    for (int group = 0; group < table().catalogue().groupCount(); ++group) {
        if (ask.groups.test(static_cast<std::size_t>(group)) && trust.failed(ask.kind, group, error))
            becameWiser(ask.kind);
    }
}

/// As if it had never been asked; but what was given up meanwhile is settled so.
void TwoStages::Private::giveBack(const DetailAsk &ask)
{
    const QList<int> rows = rowsOf(ask);
    store.clearLoading(rows, ask.groups);
    for (const int row : rows)
        giveUpGroups(ask.kind, row, row + 1);
}

/// A group became suspect or was given up. What waits and contains it would fail like what made us wiser:
/// back into the queue with it, where it is put into batches again, apart from the suspects.
void TwoStages::Private::becameWiser(RowKind kind)
{
    const GroupSet doubtful = trust.suspects(kind) | trust.givenUp(kind);
    const GroupSet givenUp = trust.givenUp(kind);
    const QList<DetailAsk> tainted = fallback.takeIf([&](const DetailAsk &ask) {
        const bool isMixed = (ask.groups & doubtful).any() && (ask.groups & ~doubtful).any();
        return ask.kind == kind && (isMixed || (ask.groups & givenUp).any());
    });
    for (const DetailAsk &ask : tainted)
        giveBack(ask);
    queue.restart();
    giveUpGroups(kind, 0, table().rowCount());
}

void TwoStages::Private::giveUpGroups(int from, int to)
{
    for (std::size_t kind = 0; kind < rowKindCount; ++kind)
        giveUpGroups(static_cast<RowKind>(kind), from, to);
}

void TwoStages::Private::giveUpGroups(RowKind kind, int from, int to)
{
    const GroupSet givenUp = trust.givenUp(kind) & queue.wanted();
    if (givenUp.none())
        return;
    for (int group = 0; group < table().catalogue().groupCount(); ++group) {
        const GroupSet bit = GroupSet().set(static_cast<std::size_t>(group));
        if ((givenUp & bit).none())
            continue;
        QList<int> rows;
        for (int row = from; row < to; ++row) {
            if (table().key(row).kind == kind && table().missingGroups(row, bit).any())
                rows.append(row);
        }
        const ApiError &reason = trust.reason(kind, group);
        store.setFailure(rows, bit, reason.isRefusal() ? CellState::Refused : CellState::Failed, reason);
        for (const int row : std::as_const(rows))
            settledRows.lookAt(row);
    }
}

QList<int> TwoStages::Private::rowsOf(const DetailAsk &ask) const
{
    QList<int> rows;
    rows.reserve(ask.ids.size());
    for (const qint64 id : ask.ids) {
        if (const std::optional<int> row = table().find({ask.kind, id}))
            rows.append(*row);
    }
    return rows;
}

void TwoStages::Private::updateSettled(const DetailAsk &ask)
{
    for (const int row : rowsOf(ask))
        settledRows.lookAt(row);
}

// --- TwoStages
// ------------------------------------------------------------------------------------------------

TwoStages::TwoStages(ApiClient &client, InventoryStore &store, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, client, store))
{
    connect(&store, &InventoryStore::rowsRemapped, this,
            [this](const QList<int> &newRowOfOld) { d->remap(newRowOfOld); });
    connect(&store, &InventoryStore::cleared, this, [this] { d->remap({}); });
}

TwoStages::~TwoStages() = default;

void TwoStages::setWanted(GroupSet groups)
{
    d->setWanted(groups);
    d->wake();
}

GroupSet TwoStages::wanted() const
{
    return d->queue.wanted();
}

void TwoStages::setViewOrder(const ViewOrder &order)
{
    d->queue.setViewOrder(order);
    if (d->fanOut)
        d->fanOut->wake();
}

void TwoStages::setSweepHeld(bool held)
{
    d->isSweepHeld = held;
    if (d->fanOut)
        d->fanOut->wake();
}

void TwoStages::setCompletion(std::function<void(RowPatch &)> completion)
{
    d->completion = std::move(completion);
}

void TwoStages::wake()
{
    d->lookAtNewRows();
    d->wake();
}

void TwoStages::retry(const QList<int> &rows)
{
    d->retry(rows);
}

void TwoStages::stop()
{
    d->stop();
}

void TwoStages::start()
{
    d->start();
}

bool TwoStages::isDone() const
{
    return d->isDone();
}

int TwoStages::settledRows() const
{
    return d->settledRows.count();
}

} // namespace layerscope
