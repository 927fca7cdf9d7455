// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/rowdetailsloader.h"

#include "core/logging.h"
#include "inventory/kinds.h"
#include "loaders/answeredrows.h"
#include "loaders/batchsizer.h"
#include "loaders/batchsplit.h"
#include "loaders/detailqueue.h"
#include "loaders/finerrequests.h"
#include "loaders/grouphealth.h"
#include "loaders/groupsearches.h"
#include "loaders/grouptrials.h"
#include "loaders/missingrows.h"
#include "loaders/wrongtypes.h"

#include <QPointer>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace layerscope {

namespace {

/// Rows on the screen come in small batches side by side: a person waits for the first of them.
constexpr int maxVisibleRows = 25;
/// Beyond the ids asked for, so that a server that ignores the filter betrays itself without sending the
/// whole account.
constexpr int extraLimit = 5;
/// The API's server takes lines of about 8 kB at most (softlayer-api §1.6).
constexpr qsizetype longestUrl = 6000;

GroupSet firstOf(GroupSet groups)
{
    for (std::size_t group = 0; group < groups.size(); ++group) {
        if (groups.test(group))
            return GroupSet().set(group);
    }
    return {};
}

} // namespace

class RowDetailsLoader::Private
{
public:
    Private(RowDetailsLoader &stages, ApiClient &usedClient, InventoryStore &usedStore);

    void start();
    void stop();
    void setWanted(GroupSet groups);
    void retry(const QList<int> &rows);
    void remap(const QList<int> &newRowOfOld);
    void lookAtNewRows();
    void wake();
    [[nodiscard]] bool isDone();
    [[nodiscard]] bool isSuspectLeft();
    [[nodiscard]] GroupSet heldOf(RowKind kind) const;
    void scheduleDoneCheck();
    void stateChanged();

    [[nodiscard]] std::optional<Priority> mostUrgent();
    [[nodiscard]] std::optional<Priority> mostUrgentOfAll();
    [[nodiscard]] ApiCall next();
    [[nodiscard]] DetailRequest takeAsk();
    [[nodiscard]] DetailRequest takeFresh();
    [[nodiscard]] int maxRowsOf(DetailQueue::Front front);
    [[nodiscard]] qint64 rowsAhead() const;
    void recallSizes();
    void rememberSize(RowKind kind);
    [[nodiscard]] ApiRequest requestFor(const DetailRequest &ask) const;
    void askLater(const QList<DetailRequest> &asks);

    void receive(const DetailRequest &ask, const Reply<RowPatches> &reply);
    [[nodiscard]] QList<RowPatch> patchesFor(const DetailRequest &ask, const Reply<RowPatches> &reply,
                                             QSet<qint64> &came);
    void learnFrom(const DetailRequest &ask, bool anyRowCame);
    void lookAtWrongTypes(const DetailRequest &ask, const QList<RowPatch> &patches);
    void askForWrongTypes(const DetailRequest &ask, int group, const QList<qint64> &ids);
    void endRecheck(const DetailRequest &ask);
    void fail(const DetailRequest &ask, const ApiError &error, bool isOther = false);
    void follow(const DetailRequest &ask, const ApiError &error, bool isOther);
    void settleMissing(RowKind kind);
    void block(const DetailRequest &ask, const ApiError &error);
    void settle(const DetailRequest &ask, CellState state, const ApiError &error);
    void setGone(const DetailRequest &ask);
    void giveBack(const DetailRequest &ask);

    void beginSearch(const DetailRequest &ask, const ApiError &error, bool holdsTheRest);
    void goOnSearching(const DetailRequest &probe, bool came);
    void endSearch(const GroupSearches::Search &search);
    void accuse(RowKind kind, GroupSet groups);
    void dropSearches();
    void failTrial(const DetailRequest &ask, const ApiError &error);
    void askTrials();
    void updateHeld();
    void regroup();
    void giveUpGroups(int from, int to); ///< Of each kind
    void giveUpGroups(RowKind kind, int from, int to);

    [[nodiscard]] const InventoryTable &table() const { return store.table(); }
    [[nodiscard]] QList<int> rowsOf(const DetailRequest &ask) const;
    void updateSettled(const DetailRequest &ask);

    struct KindState
    {
        BatchSizer sizer;
        bool isFilterIgnored = false;
    };
    [[nodiscard]] KindState &of(RowKind kind) { return kinds[static_cast<std::size_t>(kind)]; }

    RowDetailsLoader &q;
    ApiClient &client;
    InventoryStore &store;
    DetailQueue queue;
    GroupHealth health;
    GroupSearches searches;
    GroupTrials trials;
    WrongTypes wrongTypes;
    MissingRows missing;
    AnsweredRows settledRows;
    std::array<KindState, rowKindCount> kinds;
    FinerRequests fallback; ///< What failed questions turned into; their cells stay "loading" meanwhile.
    std::map<quint64, DetailRequest> inFlight;
    quint64 lastNumber = 0;
    qint64 expectedRows = 0; ///< Those that are still to be listed included.
    bool isSweepHeld = false;
    bool isDoneAnnounced = false;
    bool isDoneCheckPending = false;
    std::function<void(RowPatch &)> completion;
    std::unique_ptr<CallGroup> callGroup; ///< Only while started.
};

RowDetailsLoader::Private::Private(RowDetailsLoader &stages, ApiClient &usedClient, InventoryStore &usedStore)
    : q(stages)
    , client(usedClient)
    , store(usedStore)
    , queue(usedStore.table())
    , settledRows(usedStore.table())
{
    recallSizes();
}

// --- what to do
// -----------------------------------------------------------------------------------------------

void RowDetailsLoader::Private::start()
{
    if (callGroup)
        return;
    queue.restart();
    lookAtNewRows();
    callGroup = std::make_unique<CallGroup>(client);
    askTrials();
    callGroup->setSupplier({[this] { return mostUrgent(); }, [this] { return next(); }});
    scheduleDoneCheck();
}

void RowDetailsLoader::Private::stop()
{
    callGroup.reset(); // aborts what is in flight, which is heard of no more
    for (const auto &[number, ask] : std::exchange(inFlight, {}))
        giveBack(ask);
    for (const DetailRequest &ask : fallback.takeAll())
        giveBack(ask);
    dropSearches();
    trials.interrupt();
    for (const DetailRequest &waiting : wrongTypes.takeAll()) {
        store.clearFailures(rowsOf(waiting), waiting.groups);
        updateSettled(waiting);
    }
}

void RowDetailsLoader::Private::setWanted(GroupSet groups)
{
    if (groups == queue.wanted())
        return;
    queue.setWanted(groups);
    dropSearches(); // they may be about what is not wanted any more
    for (const DetailRequest &trial : fallback.takeIf(
             [](const DetailRequest &ask) { return ask.purpose == DetailRequest::Purpose::Trial; }))
        giveBack(trial);
    trials.interrupt();
    askLater(fallback.takeIf(
        [groups](const DetailRequest &ask) { return (ask.groups & ~groups).any(); })); // without these
    giveUpGroups(0, table().rowCount());
    settledRows.recount(groups);
}

void RowDetailsLoader::Private::retry(const QList<int> &rows)
{
    dropSearches();
    for (const DetailRequest &trial : fallback.takeIf(
             [](const DetailRequest &ask) { return ask.purpose == DetailRequest::Purpose::Trial; }))
        giveBack(trial);
    health.forget();
    trials.forget();
    for (const DetailRequest &waiting : wrongTypes.takeAll())
        store.clearFailures(rowsOf(waiting), waiting.groups);
    updateHeld();
    missing.forget();
    for (KindState &kind : kinds)
        kind.isFilterIgnored = false;
    store.clearFailures(rows, queue.wanted());
    settledRows.recount(queue.wanted());
    wake();
}

void RowDetailsLoader::Private::remap(const QList<int> &newRowOfOld)
{
    queue.remap(newRowOfOld);
    settledRows.recount(queue.wanted());
    wake();
}

/// A group that was given up stays so for rows that come later.
void RowDetailsLoader::Private::lookAtNewRows()
{
    const int known = settledRows.rowsKnown();
    giveUpGroups(known, table().rowCount());
    settledRows.lookAtNewRows();
}

void RowDetailsLoader::Private::wake()
{
    if (!callGroup)
        return;
    queue.restart();
    askTrials();
    stateChanged();
}

bool RowDetailsLoader::Private::isDone()
{
    return inFlight.empty() && !mostUrgentOfAll() && !isSuspectLeft();
}

/// While stopped, rows may lack what is held back.
bool RowDetailsLoader::Private::isSuspectLeft()
{
    GroupSet suspects;
    for (std::size_t kind = 0; kind < rowKindCount; ++kind)
        suspects |= heldOf(static_cast<RowKind>(kind)) & queue.wanted();
    if (suspects.none())
        return false;
    for (int row = 0; row < table().rowCount(); ++row) {
        if (table().missingGroups(row, heldOf(table().key(row).kind) & queue.wanted()).any())
            return true;
    }
    return false;
}

/// Whatever changed: there may be something to ask for again, or nothing any more.
void RowDetailsLoader::Private::stateChanged()
{
    if (!callGroup)
        return;
    if (trials.isWaiting()) // there may be a row for them now
        askTrials();
    callGroup->wake();
    scheduleDoneCheck();
}

void RowDetailsLoader::Private::scheduleDoneCheck()
{
    if (isDoneCheckPending)
        return;
    isDoneCheckPending = true;
    QMetaObject::invokeMethod(
        &q,
        [this] {
            isDoneCheckPending = false;
            if (!callGroup || isDoneAnnounced || !isDone())
                return;
            isDoneAnnounced = true;
            Q_EMIT q.done();
        },
        Qt::QueuedConnection);
}

// --- asking
// ---------------------------------------------------------------------------------------------------

std::optional<Priority> RowDetailsLoader::Private::mostUrgent()
{
    const std::optional<Priority> urgent = mostUrgentOfAll();
    return isSweepHeld && urgent == Priority::Sweep ? std::nullopt : urgent;
}

/// Also of what is held.
std::optional<Priority> RowDetailsLoader::Private::mostUrgentOfAll()
{
    const std::optional<Priority> waiting = fallback.mostUrgent();
    const std::optional<DetailQueue::Front> fresh = queue.front();
    if (!waiting || (fresh && fresh->priority < *waiting))
        return fresh ? std::optional(fresh->priority) : std::nullopt;
    return waiting;
}

/// What a failure left over goes before what is new at the same urgency: its rows show "loading" already.
DetailRequest RowDetailsLoader::Private::takeAsk()
{
    return fallback.mostUrgent() == mostUrgent() ? fallback.take() : takeFresh();
}

DetailRequest RowDetailsLoader::Private::takeFresh()
{
    DetailRequest ask = queue.take(maxRowsOf(*queue.front()));
    if (!kindSpec(ask.kind).comesInBatches)
        ask.form = DetailRequest::Form::Single;
    const GroupSet apart = ask.groups & health.apart(ask.kind);
    if (apart.any() && ask.groups.count() > 1) { // the others stay missing, and come by themselves
        ask.groups = apart != ask.groups ? ask.groups & ~apart : firstOf(apart);
        queue.restart();
    }
    store.setLoading(rowsOf(ask), ask.groups);
    return ask;
}

int RowDetailsLoader::Private::maxRowsOf(DetailQueue::Front front)
{
    KindState &kind = of(front.kind);
    if (kind.isFilterIgnored || !kindSpec(front.kind).comesInBatches)
        return 1;
    const RequestScheduler &scheduler = client.scheduler();
    const int atOnce = scheduler.windowSize();
    const int size = kind.sizer.next(
        {rowsAhead(), atOnce, std::max(atOnce - scheduler.inFlight(), 1), scheduler.startsPerSecond()});
    return front.priority == Priority::Visible ? std::min(maxVisibleRows, size) : size;
}

/// Rows that are still to be asked for, about: of those in flight and in doubt nobody knows.
qint64 RowDetailsLoader::Private::rowsAhead() const
{
    qint64 underWay = 0;
    for (const auto &[number, ask] : inFlight)
        underWay += ask.ids.size();
    const qint64 rows = std::max<qint64>(table().rowCount(), expectedRows);
    return std::max<qint64>(1, rows - settledRows.count() - underWay);
}

/// Where the last load of this account ended, or this one when it was begun.
void RowDetailsLoader::Private::recallSizes()
{
    for (const RowKind kind : tableSpec(table().catalogue()).kinds)
        of(kind).sizer = BatchSizer(client.rowsBorne(kindSpec(kind).list.method));
}

void RowDetailsLoader::Private::rememberSize(RowKind kind)
{
    client.setRowsBorne(kindSpec(kind).list.method, of(kind).sizer.borne());
}

ApiCall RowDetailsLoader::Private::next()
{
    DetailRequest ask = takeAsk();
    if (ask.form == DetailRequest::Form::Batch && of(ask.kind).isFilterIgnored) {
        QList<DetailRequest> singles = askEachRow(ask, ask.ids, ask.reason);
        ask = singles.takeFirst();
        if (ask.purpose != DetailRequest::Purpose::Probe) // one row tells a search enough
            askLater(singles);
    }
    ApiRequest request = requestFor(ask);
    while (ask.ids.size() > 1 && request.url(client.connection().restBase).toEncoded().size() > longestUrl) {
        DetailRequest rest = ask;
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
            const QPointer<RowDetailsLoader> self(&q);
            const DetailRequest ended = inFlight.extract(number).mapped();
            fallback.ended(ended, result.has_value());
            if (result)
                receive(ended, *result);
            else
                fail(ended, result.error());
            if (!self)
                return;
            if (ended.form == DetailRequest::Form::Batch)
                rememberSize(ended.kind);
            updateSettled(ended);
            stateChanged();
            Q_EMIT q.progressed();
        });
}

ApiRequest RowDetailsLoader::Private::requestFor(const DetailRequest &ask) const
{
    const KindSpec &names = kindSpec(ask.kind);
    ApiRequest request;
    request.mask = table().catalogue().mask(ask.kind, ask.groups);
    if (ask.form == DetailRequest::Form::Single) {
        request.service = names.service;
        request.method = "getObject";
        request.objectId = QString::number(ask.ids.first());
        return request;
    }
    request.service = "SoftLayer_Account";
    request.method = names.list.method;
    const QByteArray idPath = QByteArray(names.list.filterRoot) + ".id";
    request.filter.in(idPath, ask.ids);
    request.limit = ResultLimit{0, static_cast<int>(ask.ids.size()) + extraLimit};
    return request;
}

/// Leaves out what is not wanted any more, or was given up meanwhile.
void RowDetailsLoader::Private::askLater(const QList<DetailRequest> &asks)
{
    QList<DetailRequest> open;
    for (const DetailRequest &ask : asks) {
        DetailRequest rest = ask;
        const bool isExperiment =
            ask.purpose == DetailRequest::Purpose::Probe || ask.purpose == DetailRequest::Purpose::Trial;
        if (!isExperiment) // somebody waits for what it brings
            rest.groups &= queue.wanted() & ~health.givenUp(ask.kind);
        DetailRequest dropped = ask;
        dropped.groups &= ~rest.groups;
        if (dropped.groups.any()) {
            giveBack(dropped);
            if (dropped.purpose == DetailRequest::Purpose::Recheck)
                endRecheck(dropped);
        }
        if (rest.groups.any() || ask.groups.none()) // the bare id
            open.append(rest);
    }
    fallback.push(open);
    stateChanged();
}

// --- answers
// --------------------------------------------------------------------------------------------------

void RowDetailsLoader::Private::receive(const DetailRequest &ask, const Reply<RowPatches> &reply)
{
    QSet<qint64> came;
    const QList<RowPatch> patches = patchesFor(ask, reply, came);
    const BatchCheck check = checkBatch(ask.ids, came);
    const bool isSingle = ask.form == DetailRequest::Form::Single;
    if (isSingle && !check.missing.isEmpty()) {
        fail(ask,
             ApiError::make(ApiError::Kind::BadResponse, QStringLiteral("not the object that was asked for")),
             true);
        return;
    }
    if (!patches.isEmpty())
        missing.came(ask.kind);
    const bool isAnyBack = std::any_of(patches.cbegin(), patches.cend(), [this](const RowPatch &patch) {
        const std::optional<int> row = table().find(patch.key);
        return row && table().isGone(*row);
    });
    store.apply(patches);
    if (isAnyBack) // a 404 was an accident: the rest of the row is to be asked for after all
        queue.restart();
    learnFrom(ask, !patches.isEmpty());
    lookAtWrongTypes(ask, patches);
    if (ask.purpose == DetailRequest::Purpose::Probe)
        goOnSearching(ask, true);
    if (isSingle)
        return;

    KindState &kind = of(ask.kind);
    kind.sizer.answered(static_cast<int>(ask.ids.size()), reply.duration);
    if (check.isFilterIgnored) {
        if (!kind.isFilterIgnored)
            qCWarning(logLoader) << kindSpec(ask.kind).list.method
                                 << "does not keep the filter; asking row by row";
        kind.isFilterIgnored = true;
    }
    if (ask.groups.none()) // a probe for the bare id has no cells to ask for
        return;
    using Reason = DetailRequest::Reason;
    const Reason reason = check.isFilterIgnored                     ? Reason::Wanted
                          : patches.isEmpty() && ask.ids.size() > 1 ? Reason::AllMissing
                                                                    : Reason::Missing;
    DetailRequest row = ask;
    row.purpose = DetailRequest::Purpose::Details;
    row.confirmations = 0;
    row.search = 0;
    askLater(askEachRow(row, check.missing, reason));
    if (reason == Reason::AllMissing && missing.believed(ask.kind))
        settleMissing(ask.kind);
}

/// Those of empty batches that still wait to be asked for by themselves. Not what is a part of something: a
/// row that came in part has not vanished.
void RowDetailsLoader::Private::settleMissing(RowKind kind)
{
    const MissingRows::Fate fate = missing.believed(kind).value();
    const GroupSet whole = queue.wanted() & table().catalogue().groupsOfKind(kind);
    for (const DetailRequest &ask : fallback.takeIf([kind, whole](const DetailRequest &waiting) {
             using Purpose = DetailRequest::Purpose;
             const bool isRow = waiting.purpose == Purpose::Details || waiting.purpose == Purpose::Narrow ||
                                (waiting.purpose == Purpose::Confirm && waiting.groups == whole);
             return isRow && waiting.kind == kind && waiting.reason == DetailRequest::Reason::AllMissing;
         })) {
        if (fate.isGone)
            setGone(ask);
        else
            store.setFailure(rowsOf(ask), ask.groups, fate.state, fate.error);
        updateSettled(ask);
    }
}

/// What came of the rows that were asked for.
QList<RowPatch> RowDetailsLoader::Private::patchesFor(const DetailRequest &ask,
                                                      const Reply<RowPatches> &reply, QSet<qint64> &came)
{
    const QSet<qint64> asked(ask.ids.cbegin(), ask.ids.cend());
    QList<RowPatch> patches;
    for (const RowPatch &patch : reply.value.rows) {
        came.insert(patch.key.id);
        if (!asked.contains(patch.key.id))
            continue;
        patches.append(patch);
        if (completion)
            completion(patches.last());
    }
    return patches;
}

/// An answer with a wrong type in it is an answer, too.
void RowDetailsLoader::Private::learnFrom(const DetailRequest &ask, bool anyRowCame)
{
    using Purpose = DetailRequest::Purpose;
    const bool isTrial = ask.purpose == Purpose::Trial;
    if (isTrial || (ask.confirmations > 0 && ask.purpose != Purpose::Recheck))
        health.wasPassing();
    if (isTrial)
        trials.ended(ask, true, health);
    const bool wasSuspect = (ask.groups & (health.suspects(ask.kind) | health.givenUp(ask.kind))).any();
    const bool wasAllDoubted = anyRowCame && trials.came(ask.kind);
    if (anyRowCame)
        health.succeeded(ask.kind, ask.groups, static_cast<int>(ask.ids.size()));
    if (wasSuspect || isTrial || wasAllDoubted)
        regroup();
}

/// The store holds these cells as failed. The first time it may have been an accident of that answer.
void RowDetailsLoader::Private::lookAtWrongTypes(const DetailRequest &ask, const QList<RowPatch> &patches)
{
    const bool isRecheck = ask.purpose == DetailRequest::Purpose::Recheck;
    std::map<int, QList<qint64>> wrong; // by group
    for (const RowPatch &patch : patches) {
        for (const auto &[group, error] : patch.failed) {
            if (error.kind == ApiError::Kind::BadResponse) // else of something else: the completion's
                wrong[group].append(patch.key.id);
        }
    }
    for (int group = 0; isRecheck && group < table().catalogue().groupCount(); ++group) {
        if (ask.groups.test(static_cast<std::size_t>(group)))
            askForWrongTypes(ask, group, wrongTypes.cameAgain(ask.kind, group, wrong[group]));
    }
    if (isRecheck)
        return;
    for (const auto &[group, ids] : wrong)
        askForWrongTypes(ask, group,
                         wrongTypes.cameWrong(ask.kind, group, ids, 2 * ids.size() > patches.size()));
}

void RowDetailsLoader::Private::askForWrongTypes(const DetailRequest &ask, int group,
                                                 const QList<qint64> &ids)
{
    if (ids.isEmpty())
        return;
    DetailRequest again = ask;
    again.ids = ids;
    again.groups = GroupSet().set(static_cast<std::size_t>(group));
    again.reason = DetailRequest::Reason::Wanted;
    again.purpose = DetailRequest::Purpose::Recheck;
    again.confirmations = 0;
    again.search = 0;
    store.setLoading(rowsOf(again), again.groups);
    updateSettled(again);
    askLater(again.form == DetailRequest::Form::Single ? askEachRow(again, ids, again.reason)
                                                       : QList<DetailRequest>{again});
}

void RowDetailsLoader::Private::fail(const DetailRequest &ask, const ApiError &error, bool isOther)
{
    if (error.stopsEverything()) {
        block(ask, error);
        return;
    }
    using Purpose = DetailRequest::Purpose;
    if (error.kind == ApiError::Kind::Cancelled) {
        giveBack(ask);
        if (ask.purpose == Purpose::Probe)
            dropSearches();
        if (ask.purpose == Purpose::Trial)
            trials.interrupt();
        queue.restart();
        return;
    }
    if (!isOutsideTheQuestion(error) && !isOther)
        health.failed(ask.kind, ask.groups, error);
    const bool isExperiment = ask.purpose == Purpose::Probe || ask.purpose == Purpose::Trial;
    if (isExperiment && isOutsideTheQuestion(error) && ask.confirmations < maxConfirmations) {
        DetailRequest again = ask;
        ++again.confirmations;
        askLater({again});
    } else if (ask.purpose == Purpose::Probe) {
        goOnSearching(ask, false);
    } else if (ask.purpose == Purpose::Trial) {
        failTrial(ask, error);
    } else {
        follow(ask, error, isOther);
    }
}

/// What is to be done about details that did not come.
void RowDetailsLoader::Private::follow(const DetailRequest &ask, const ApiError &error, bool isOther)
{
    Circumstances known;
    known.isOther = isOther;
    known.othersCome = health.comes(ask.kind, ask.groups);
    known.isApart = ask.groups.any() && (ask.groups & ~health.apart(ask.kind)).none();
    known.isSearching = searches.isRestHeld();
    known.again = health.proof().again;
    bool isAccused = false;
    if (known.isApart && !known.othersCome) {
        for (int group = 0; group < table().catalogue().groupCount(); ++group) {
            const GroupSet bit = GroupSet().set(static_cast<std::size_t>(group));
            if ((ask.groups & bit).any() && health.isRunLong(ask.kind, group)) {
                accuse(ask.kind, bit);
                isAccused = true;
            }
        }
    }
    const GroupSet guilty = health.suspects(ask.kind) | health.givenUp(ask.kind);
    const bool isMixed = !known.isApart && (ask.groups & health.apart(ask.kind)).any();
    known.isExplained = (ask.groups & guilty).any() || isMixed || trials.isAllDoubted(ask.kind);

    const AfterFailure plan = afterFailure(ask, error, known);
    const bool isRecheck = ask.purpose == DetailRequest::Purpose::Recheck;
    switch (plan.verdict) {
    case AfterFailure::Verdict::AskAgain:
        if (ask.form == DetailRequest::Form::Batch && mayBeTooMuch(error))
            of(ask.kind).sizer.wasTooMuch(static_cast<int>(ask.ids.size()));
        askLater(plan.again);
        break;
    case AfterFailure::Verdict::SearchGroups:
        beginSearch(ask, error, true);
        break;
    case AfterFailure::Verdict::SearchCells:
        beginSearch(ask, error, false);
        break;
    case AfterFailure::Verdict::Settle:
        settle(ask, plan.state, error);
        break;
    case AfterFailure::Verdict::Gone:
        setGone(ask);
        break;
    case AfterFailure::Verdict::GiveBack:
        giveBack(ask);
        queue.restart();
        break;
    }
    const bool isOver =
        plan.verdict == AfterFailure::Verdict::Gone || plan.verdict == AfterFailure::Verdict::Settle;
    if (isOver && ask.reason == DetailRequest::Reason::AllMissing &&
        missing.missed(ask.kind, {plan.verdict == AfterFailure::Verdict::Gone, plan.state, error})) {
        qCWarning(logLoader) << kindSpec(ask.kind).list.method << "comes without rows; not asking row by row";
        settleMissing(ask.kind);
    }
    const bool goesOnAsRecheck =
        plan.verdict == AfterFailure::Verdict::AskAgain && plan.again.first().purpose == ask.purpose;
    if (isRecheck && !goesOnAsRecheck)
        endRecheck(ask);
    if (isAccused)
        regroup();
}

/// Without a word on whether the type is wrong: what waited for it is asked for afresh.
void RowDetailsLoader::Private::endRecheck(const DetailRequest &ask)
{
    for (int group = 0; group < table().catalogue().groupCount(); ++group) {
        if (!ask.groups.test(static_cast<std::size_t>(group)))
            continue;
        DetailRequest waiting = ask;
        waiting.ids = wrongTypes.failed(ask.kind, group);
        store.clearFailures(rowsOf(waiting), ask.groups);
        updateSettled(waiting);
    }
    queue.restart();
}

void RowDetailsLoader::Private::block(const DetailRequest &ask, const ApiError &error)
{
    giveBack(ask);
    stop();
    Q_EMIT q.blocked(error);
}

void RowDetailsLoader::Private::settle(const DetailRequest &ask, CellState state, const ApiError &error)
{
    if (ask.purpose == DetailRequest::Purpose::Confirm)
        health.wasConfirmed();
    store.setFailure(rowsOf(ask), ask.groups, state, error);
}

/// What was under way of it is not any more, should the row come back.
void RowDetailsLoader::Private::setGone(const DetailRequest &ask)
{
    store.clearLoading(rowsOf(ask), ask.groups);
    store.setGone(rowsOf(ask));
}

/// As if it had never been asked; but what was given up meanwhile is settled so.
void RowDetailsLoader::Private::giveBack(const DetailRequest &ask)
{
    const QList<int> rows = rowsOf(ask);
    store.clearLoading(rows, ask.groups);
    for (const int row : rows)
        giveUpGroups(ask.kind, row, row + 1);
}

// --- which groups, which rows
// --------------------------------------------------------------------------------------

void RowDetailsLoader::Private::beginSearch(const DetailRequest &ask, const ApiError &error,
                                            bool holdsTheRest)
{
    const DetailRequest probe = searches.begin(table().catalogue(), ask, error, holdsTheRest);
    updateHeld();
    askLater({probe});
}

void RowDetailsLoader::Private::goOnSearching(const DetailRequest &probe, bool came)
{
    if (const std::optional<DetailRequest> next = searches.answered(probe, came)) {
        askLater({*next});
        return;
    }
    if (const auto search = searches.take(probe)) {
        endSearch(*search);
        regroup();
    }
}

/// What is not guilty has come.
void RowDetailsLoader::Private::endSearch(const GroupSearches::Search &search)
{
    DetailRequest ask = search.ask;
    if (of(ask.kind).isFilterIgnored)
        giveBack(ask); // the probes brought one row only
    if (search.groups.wasPassing()) {
        if (ask.form == DetailRequest::Form::Batch && mayBeTooMuch(search.error))
            of(ask.kind).sizer.wasTooMuch(static_cast<int>(ask.ids.size()));
        else
            health.wasPassing();
        return;
    }
    if (!search.holdsTheRest) {
        if (search.groups.isWhole()) {
            askLater({confirmed(ask, ask.groups)});
            return;
        }
        for (int group = 0; group < table().catalogue().groupCount(); ++group) {
            const GroupSet bit = GroupSet().set(static_cast<std::size_t>(group));
            if ((search.groups.guilty() & bit).any())
                askLater({confirmed(ask, bit)});
        }
        return;
    }
    if (!search.groups.isWhole()) {
        for (const GroupSet groups : search.groups.guiltyTogether())
            accuse(ask.kind, groups);
        ask.groups &= search.groups.guilty();
        giveBack(ask);
    } else if (trials.wasAllDoubted(ask.kind)) {
        askLater(narrowed(ask));
    } else {
        trials.doubtAll(ask.kind);
        giveBack(ask);
    }
}

/// What is refused for one kind of a table is most likely refused for the others that come as it does.
void RowDetailsLoader::Private::accuse(RowKind kind, GroupSet groups)
{
    const auto suspect = [this, groups](RowKind of) {
        const GroupSet before = health.suspects(of);
        health.suspect(of, groups);
        if (const GroupSet added = health.suspects(of) & ~before; added.any())
            trials.add(of, added);
    };
    suspect(kind);
    if (!kindSpec(kind).comesInBatches)
        return;
    for (const RowKind other : tableSpec(table().catalogue()).kinds) {
        const bool isAlike = other != kind && kindSpec(other).comesInBatches;
        if (isAlike && (groups & health.everCame(other)).none())
            suspect(other);
    }
}

/// Their questions that are in flight are answered to nobody.
void RowDetailsLoader::Private::dropSearches()
{
    const QList<DetailRequest> probes = fallback.takeIf(
        [](const DetailRequest &ask) { return ask.purpose == DetailRequest::Purpose::Probe; });
    for (const DetailRequest &ask : searches.takeAll())
        giveBack(ask);
    Q_UNUSED(probes) // their cells are those of the searches
    updateHeld();
}

void RowDetailsLoader::Private::failTrial(const DetailRequest &ask, const ApiError &error)
{
    const bool isTooEarly = trials.areFewLeft(table(), ask);
    const bool isAllRefused = trials.ended(ask, false, health);
    if (isAllRefused) {
        health.giveUp(ask.kind, queue.wanted() & table().catalogue().groupsOfKind(ask.kind), error);
    } else if (ask.groups.any() && !isTooEarly) {
        health.rowFailed(ask.kind, ask.groups);
    }
    giveBack(ask);
    regroup();
}

void RowDetailsLoader::Private::askTrials()
{
    const QList<DetailRequest> asks = trials.due(table(), health, queue.wanted());
    for (const DetailRequest &ask : asks)
        store.setLoading(rowsOf(ask), ask.groups);
    if (!asks.isEmpty())
        askLater(asks);
}

GroupSet RowDetailsLoader::Private::heldOf(RowKind kind) const
{
    if (searches.isRestHeld() || trials.isAllDoubted(kind))
        return GroupSet().set();
    return health.suspects(kind);
}

void RowDetailsLoader::Private::updateHeld()
{
    for (std::size_t kind = 0; kind < rowKindCount; ++kind)
        queue.setHeld(static_cast<RowKind>(kind), heldOf(static_cast<RowKind>(kind)));
}

/// Groups became suspect, were cleared or were given up. What waits and contains a guilty one would fail like
/// what made us wiser: back into the queue with it, where it is put into batches again, without.
void RowDetailsLoader::Private::regroup()
{
    const QList<DetailRequest> tainted = fallback.takeIf([this](const DetailRequest &ask) {
        using Purpose = DetailRequest::Purpose;
        const bool isExperiment = ask.purpose == Purpose::Probe || ask.purpose == Purpose::Trial;
        const GroupSet guilty = health.suspects(ask.kind) | health.givenUp(ask.kind);
        return !isExperiment && (ask.groups & guilty).any();
    });
    for (const DetailRequest &ask : tainted) {
        giveBack(ask);
        if (ask.purpose == DetailRequest::Purpose::Recheck)
            endRecheck(ask);
    }
    updateHeld();
    queue.restart();
    giveUpGroups(0, table().rowCount());
    askTrials();
    stateChanged();
}

void RowDetailsLoader::Private::giveUpGroups(int from, int to)
{
    for (std::size_t kind = 0; kind < rowKindCount; ++kind)
        giveUpGroups(static_cast<RowKind>(kind), from, to);
}

void RowDetailsLoader::Private::giveUpGroups(RowKind kind, int from, int to)
{
    const GroupSet givenUp = health.givenUp(kind) & queue.wanted();
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
        const ApiError &reason = health.reason(kind, group);
        store.setFailure(rows, bit, reason.isRefusal() ? CellState::Refused : CellState::Failed, reason);
        for (const int row : std::as_const(rows))
            settledRows.lookAt(row);
    }
}

QList<int> RowDetailsLoader::Private::rowsOf(const DetailRequest &ask) const
{
    QList<int> rows;
    rows.reserve(ask.ids.size());
    for (const qint64 id : ask.ids) {
        if (const std::optional<int> row = table().find({ask.kind, id}))
            rows.append(*row);
    }
    return rows;
}

void RowDetailsLoader::Private::updateSettled(const DetailRequest &ask)
{
    for (const int row : rowsOf(ask))
        settledRows.lookAt(row);
}

// --- RowDetailsLoader
// ------------------------------------------------------------------------------------------------

RowDetailsLoader::RowDetailsLoader(ApiClient &client, InventoryStore &store, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, client, store))
{
    connect(&store, &InventoryStore::rowsRemapped, this,
            [this](const QList<int> &newRowOfOld) { d->remap(newRowOfOld); });
    connect(&store, &InventoryStore::cleared, this, [this] { d->remap({}); });
}

RowDetailsLoader::~RowDetailsLoader() = default;

void RowDetailsLoader::setWanted(GroupSet groups)
{
    d->setWanted(groups);
    d->wake();
}

GroupSet RowDetailsLoader::wanted() const
{
    return d->queue.wanted();
}

void RowDetailsLoader::setViewOrder(const ViewOrder &order)
{
    d->queue.setViewOrder(order);
    d->stateChanged();
}

void RowDetailsLoader::setExpectedRows(std::optional<qint64> rows)
{
    d->expectedRows = rows.value_or(0);
}

void RowDetailsLoader::setSweepHeld(bool held)
{
    d->isSweepHeld = held;
    d->stateChanged();
}

void RowDetailsLoader::setCompletion(std::function<void(RowPatch &)> completion)
{
    d->completion = std::move(completion);
}

void RowDetailsLoader::wake()
{
    d->lookAtNewRows();
    d->wake();
}

void RowDetailsLoader::retry(const QList<int> &rows)
{
    d->retry(rows);
}

void RowDetailsLoader::stop()
{
    d->stop();
}

void RowDetailsLoader::start()
{
    d->start();
}

bool RowDetailsLoader::isDone() const
{
    return d->isDone();
}

int RowDetailsLoader::settledRows() const
{
    return d->settledRows.count();
}

} // namespace layerscope
