// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/twostages.h"

#include "core/logging.h"
#include "loaders/batchsizer.h"
#include "loaders/batchsplit.h"
#include "loaders/detailqueue.h"
#include "loaders/fallbackqueue.h"
#include "loaders/groupsearches.h"
#include "loaders/grouptrials.h"
#include "loaders/grouptrust.h"
#include "loaders/missingrows.h"
#include "loaders/settledrows.h"
#include "loaders/wrongtypes.h"

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

GroupSet firstOf(GroupSet groups)
{
    for (std::size_t group = 0; group < groups.size(); ++group) {
        if (groups.test(group))
            return GroupSet().set(group);
    }
    return {};
}

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
    [[nodiscard]] bool isSuspectLeft();
    [[nodiscard]] GroupSet heldOf(RowKind kind) const;
    void scheduleDoneCheck();
    void stateChanged();

    [[nodiscard]] std::optional<Priority> mostUrgent();
    [[nodiscard]] std::optional<Priority> mostUrgentOfAll();
    [[nodiscard]] ApiCall next();
    [[nodiscard]] DetailAsk takeAsk();
    [[nodiscard]] DetailAsk takeFresh();
    [[nodiscard]] int mostRowsOf(DetailQueue::Front front);
    [[nodiscard]] ApiRequest requestFor(const DetailAsk &ask) const;
    void askLater(const QList<DetailAsk> &asks);

    void receive(const DetailAsk &ask, const Reply<RowPatches> &reply);
    [[nodiscard]] QList<RowPatch> patchesFor(const DetailAsk &ask, const Reply<RowPatches> &reply,
                                             QSet<qint64> &came);
    void learnFrom(const DetailAsk &ask, bool anyRowCame);
    void lookAtWrongTypes(const DetailAsk &ask, const QList<RowPatch> &patches);
    void askForWrongTypes(const DetailAsk &ask, int group, const QList<qint64> &ids);
    void endRecheck(const DetailAsk &ask);
    void fail(const DetailAsk &ask, const ApiError &error, bool isOther = false);
    void follow(const DetailAsk &ask, const ApiError &error, bool isOther);
    void settleMissing(RowKind kind);
    void block(const DetailAsk &ask, const ApiError &error);
    void settle(const DetailAsk &ask, CellState state, const ApiError &error);
    void setGone(const DetailAsk &ask);
    void giveBack(const DetailAsk &ask);

    void beginSearch(const DetailAsk &ask, const ApiError &error, bool holdsTheRest);
    void goOnSearching(const DetailAsk &probe, bool came);
    void endSearch(const GroupSearches::Search &search);
    void accuse(RowKind kind, GroupSet groups);
    void dropSearches();
    void failTrial(const DetailAsk &ask, const ApiError &error);
    void askTrials();
    void updateHeld();
    void becameWiser();
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
    GroupSearches searches;
    GroupTrials trials;
    WrongTypes wrongTypes;
    MissingRows missing;
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
    askTrials();
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
    dropSearches();
    trials.interrupt();
    for (const DetailAsk &waiting : wrongTypes.takeAll()) {
        store.clearFailures(rowsOf(waiting), waiting.groups);
        updateSettled(waiting);
    }
}

void TwoStages::Private::setWanted(GroupSet groups)
{
    if (groups == queue.wanted())
        return;
    queue.setWanted(groups);
    dropSearches(); // they may be about what is not wanted any more
    for (const DetailAsk &trial :
         fallback.takeIf([](const DetailAsk &ask) { return ask.purpose == DetailAsk::Purpose::Trial; }))
        giveBack(trial);
    trials.interrupt();
    askLater(fallback.takeIf(
        [groups](const DetailAsk &ask) { return (ask.groups & ~groups).any(); })); // without these
    giveUpGroups(0, table().rowCount());
    settledRows.recount(groups);
}

void TwoStages::Private::retry(const QList<int> &rows)
{
    dropSearches();
    for (const DetailAsk &trial :
         fallback.takeIf([](const DetailAsk &ask) { return ask.purpose == DetailAsk::Purpose::Trial; }))
        giveBack(trial);
    trust.forget();
    trials.forget();
    for (const DetailAsk &waiting : wrongTypes.takeAll())
        store.clearFailures(rowsOf(waiting), waiting.groups);
    updateHeld();
    missing.forget();
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
    askTrials();
    stateChanged();
}

bool TwoStages::Private::isDone()
{
    return inFlight.empty() && !mostUrgentOfAll() && !isSuspectLeft();
}

/// While stopped, rows may lack what is held back.
bool TwoStages::Private::isSuspectLeft()
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
void TwoStages::Private::stateChanged()
{
    if (!fanOut)
        return;
    if (trials.isWaiting()) // there may be a row for them now
        askTrials();
    fanOut->wake();
    scheduleDoneCheck();
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
    const GroupSet apart = ask.groups & trust.apart(ask.kind);
    if (apart.any() && ask.groups.count() > 1) { // the others stay missing, and come by themselves
        ask.groups = apart != ask.groups ? ask.groups & ~apart : firstOf(apart);
        queue.restart();
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
        if (ask.purpose != DetailAsk::Purpose::Probe) // one row tells a search enough
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
            stateChanged();
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
        const bool isExperiment =
            ask.purpose == DetailAsk::Purpose::Probe || ask.purpose == DetailAsk::Purpose::Trial;
        if (!isExperiment) // somebody waits for what it brings
            rest.groups &= queue.wanted() & ~trust.givenUp(ask.kind);
        DetailAsk dropped = ask;
        dropped.groups &= ~rest.groups;
        if (dropped.groups.any()) {
            giveBack(dropped);
            if (dropped.purpose == DetailAsk::Purpose::Recheck)
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

void TwoStages::Private::receive(const DetailAsk &ask, const Reply<RowPatches> &reply)
{
    QSet<qint64> came;
    const QList<RowPatch> patches = patchesFor(ask, reply, came);
    const BatchCheck check = checkBatch(ask.ids, came);
    const bool isSingle = ask.form == DetailAsk::Form::Single;
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
    if (ask.purpose == DetailAsk::Purpose::Probe)
        goOnSearching(ask, true);
    if (isSingle)
        return;

    KindState &kind = of(ask.kind);
    kind.sizer.answered(static_cast<int>(ask.ids.size()), reply.duration);
    if (check.isFilterIgnored) {
        if (!kind.isFilterIgnored)
            qCWarning(logLoader) << namesOf(ask.kind).listMethod
                                 << "does not keep the filter; asking row by row";
        kind.isFilterIgnored = true;
    }
    if (ask.groups.none()) // a probe for the bare id has no cells to ask for
        return;
    using Reason = DetailAsk::Reason;
    const Reason reason = check.isFilterIgnored                     ? Reason::Wanted
                          : patches.isEmpty() && ask.ids.size() > 1 ? Reason::AllMissing
                                                                    : Reason::Missing;
    DetailAsk row = ask;
    row.purpose = DetailAsk::Purpose::Details;
    row.doubts = 0;
    row.search = 0;
    askLater(askEachRow(row, check.missing, reason));
    if (reason == Reason::AllMissing && missing.believed(ask.kind))
        settleMissing(ask.kind);
}

/// Those of empty batches that still wait to be asked for by themselves. Not what is a part of something: a
/// row that came in part has not vanished.
void TwoStages::Private::settleMissing(RowKind kind)
{
    const MissingRows::Fate fate = missing.believed(kind).value();
    const GroupSet whole = queue.wanted() & table().catalogue().groupsOfKind(kind);
    for (const DetailAsk &ask : fallback.takeIf([kind, whole](const DetailAsk &waiting) {
             using Purpose = DetailAsk::Purpose;
             const bool isRow = waiting.purpose == Purpose::Details || waiting.purpose == Purpose::Narrow ||
                                (waiting.purpose == Purpose::Confirm && waiting.groups == whole);
             return isRow && waiting.kind == kind && waiting.reason == DetailAsk::Reason::AllMissing;
         })) {
        if (fate.isGone)
            setGone(ask);
        else
            store.setFailure(rowsOf(ask), ask.groups, fate.state, fate.error);
        updateSettled(ask);
    }
}

/// What came of the rows that were asked for.
QList<RowPatch> TwoStages::Private::patchesFor(const DetailAsk &ask, const Reply<RowPatches> &reply,
                                               QSet<qint64> &came)
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
void TwoStages::Private::learnFrom(const DetailAsk &ask, bool anyRowCame)
{
    using Purpose = DetailAsk::Purpose;
    const bool isTrial = ask.purpose == Purpose::Trial;
    if (isTrial || (ask.doubts > 0 && ask.purpose != Purpose::Recheck))
        trust.wasPassing();
    if (isTrial)
        trials.ended(ask, true, trust);
    const bool wasSuspect = (ask.groups & (trust.suspects(ask.kind) | trust.givenUp(ask.kind))).any();
    const bool wasAllDoubted = anyRowCame && trials.came(ask.kind);
    if (anyRowCame)
        trust.succeeded(ask.kind, ask.groups, static_cast<int>(ask.ids.size()));
    if (wasSuspect || isTrial || wasAllDoubted)
        becameWiser();
}

/// The store holds these cells as failed. The first time it may have been an accident of that answer.
void TwoStages::Private::lookAtWrongTypes(const DetailAsk &ask, const QList<RowPatch> &patches)
{
    const bool isRecheck = ask.purpose == DetailAsk::Purpose::Recheck;
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
                         wrongTypes.cameWrong(ask.kind, group, ids, ids.size() == patches.size()));
}

void TwoStages::Private::askForWrongTypes(const DetailAsk &ask, int group, const QList<qint64> &ids)
{
    if (ids.isEmpty())
        return;
    DetailAsk again = ask;
    again.ids = ids;
    again.groups = GroupSet().set(static_cast<std::size_t>(group));
    again.reason = DetailAsk::Reason::Wanted;
    again.purpose = DetailAsk::Purpose::Recheck;
    again.doubts = 0;
    again.search = 0;
    store.setLoading(rowsOf(again), again.groups);
    updateSettled(again);
    askLater(again.form == DetailAsk::Form::Single ? askEachRow(again, ids, again.reason)
                                                   : QList<DetailAsk>{again});
}

void TwoStages::Private::fail(const DetailAsk &ask, const ApiError &error, bool isOther)
{
    if (error.stopsEverything()) {
        block(ask, error);
        return;
    }
    using Purpose = DetailAsk::Purpose;
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
        trust.failed(ask.kind, ask.groups, error);
    const bool isExperiment = ask.purpose == Purpose::Probe || ask.purpose == Purpose::Trial;
    if (isExperiment && isOutsideTheQuestion(error) && ask.doubts < doubtsBeforeLost) {
        DetailAsk again = ask;
        ++again.doubts;
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
void TwoStages::Private::follow(const DetailAsk &ask, const ApiError &error, bool isOther)
{
    Circumstances known;
    known.isOther = isOther;
    known.othersCome = trust.comes(ask.kind, ask.groups);
    known.isApart = ask.groups.any() && (ask.groups & ~trust.apart(ask.kind)).none();
    known.isSearching = searches.isRestHeld();
    known.again = trust.proof().again;
    bool isAccused = false;
    if (known.isApart && !known.othersCome) {
        for (int group = 0; group < table().catalogue().groupCount(); ++group) {
            const GroupSet bit = GroupSet().set(static_cast<std::size_t>(group));
            if ((ask.groups & bit).any() && trust.isRunLong(ask.kind, group)) {
                accuse(ask.kind, bit);
                isAccused = true;
            }
        }
    }
    const GroupSet guilty = trust.suspects(ask.kind) | trust.givenUp(ask.kind);
    const bool isMixed = !known.isApart && (ask.groups & trust.apart(ask.kind)).any();
    known.isExplained = (ask.groups & guilty).any() || isMixed || trials.isAllDoubted(ask.kind);

    const AfterFailure plan = afterFailure(ask, error, known);
    const bool isRecheck = ask.purpose == DetailAsk::Purpose::Recheck;
    switch (plan.verdict) {
    case AfterFailure::Verdict::AskAgain:
        if (ask.form == DetailAsk::Form::Batch && mayBeTooMuch(error))
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
    if (isOver && ask.reason == DetailAsk::Reason::AllMissing &&
        missing.missed(ask.kind, {plan.verdict == AfterFailure::Verdict::Gone, plan.state, error})) {
        qCWarning(logLoader) << namesOf(ask.kind).listMethod << "comes without rows; not asking row by row";
        settleMissing(ask.kind);
    }
    const bool goesOnAsRecheck =
        plan.verdict == AfterFailure::Verdict::AskAgain && plan.again.first().purpose == ask.purpose;
    if (isRecheck && !goesOnAsRecheck)
        endRecheck(ask);
    if (isAccused)
        becameWiser();
}

/// Without a word on whether the type is wrong: what waited for it is asked for afresh.
void TwoStages::Private::endRecheck(const DetailAsk &ask)
{
    for (int group = 0; group < table().catalogue().groupCount(); ++group) {
        if (!ask.groups.test(static_cast<std::size_t>(group)))
            continue;
        DetailAsk waiting = ask;
        waiting.ids = wrongTypes.failed(ask.kind, group);
        store.clearFailures(rowsOf(waiting), ask.groups);
        updateSettled(waiting);
    }
    queue.restart();
}

void TwoStages::Private::block(const DetailAsk &ask, const ApiError &error)
{
    giveBack(ask);
    stop();
    Q_EMIT q.blocked(error);
}

void TwoStages::Private::settle(const DetailAsk &ask, CellState state, const ApiError &error)
{
    if (ask.purpose == DetailAsk::Purpose::Confirm)
        trust.wasConfirmed();
    store.setFailure(rowsOf(ask), ask.groups, state, error);
}

/// What was under way of it is not any more, should the row come back.
void TwoStages::Private::setGone(const DetailAsk &ask)
{
    store.clearLoading(rowsOf(ask), ask.groups);
    store.setGone(rowsOf(ask));
}

/// As if it had never been asked; but what was given up meanwhile is settled so.
void TwoStages::Private::giveBack(const DetailAsk &ask)
{
    const QList<int> rows = rowsOf(ask);
    store.clearLoading(rows, ask.groups);
    for (const int row : rows)
        giveUpGroups(ask.kind, row, row + 1);
}

// --- which groups, which rows
// --------------------------------------------------------------------------------------

void TwoStages::Private::beginSearch(const DetailAsk &ask, const ApiError &error, bool holdsTheRest)
{
    const DetailAsk probe = searches.begin(table().catalogue(), ask, error, holdsTheRest);
    updateHeld();
    askLater({probe});
}

void TwoStages::Private::goOnSearching(const DetailAsk &probe, bool came)
{
    if (const std::optional<DetailAsk> next = searches.answered(probe, came)) {
        askLater({*next});
        return;
    }
    if (const auto search = searches.take(probe)) {
        endSearch(*search);
        becameWiser();
    }
}

/// What is not guilty has come.
void TwoStages::Private::endSearch(const GroupSearches::Search &search)
{
    DetailAsk ask = search.ask;
    if (of(ask.kind).isFilterIgnored)
        giveBack(ask); // the probes brought one row only
    if (search.groups.wasPassing()) {
        if (ask.form == DetailAsk::Form::Batch && mayBeTooMuch(search.error))
            of(ask.kind).sizer.wasTooMuch(static_cast<int>(ask.ids.size()));
        else
            trust.wasPassing();
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

/// What is refused for one kind of server is most likely refused for the other.
void TwoStages::Private::accuse(RowKind kind, GroupSet groups)
{
    const auto suspect = [this, groups](RowKind of) {
        const GroupSet before = trust.suspects(of);
        trust.suspect(of, groups);
        if (const GroupSet added = trust.suspects(of) & ~before; added.any())
            trials.add(of, added);
    };
    suspect(kind);
    for (const RowKind other : {RowKind::BareMetal, RowKind::Virtual}) {
        if (other != kind && namesOf(kind).comesInBatches && (groups & trust.everCame(other)).none())
            suspect(other);
    }
}

/// Their questions that are in flight are answered to nobody.
void TwoStages::Private::dropSearches()
{
    const QList<DetailAsk> probes =
        fallback.takeIf([](const DetailAsk &ask) { return ask.purpose == DetailAsk::Purpose::Probe; });
    for (const DetailAsk &ask : searches.takeAll())
        giveBack(ask);
    Q_UNUSED(probes) // their cells are those of the searches
    updateHeld();
}

void TwoStages::Private::failTrial(const DetailAsk &ask, const ApiError &error)
{
    const bool isTooEarly = trials.areFewLeft(table(), ask);
    const bool isAllRefused = trials.ended(ask, false, trust);
    if (isAllRefused) {
        trust.giveUp(ask.kind, queue.wanted() & table().catalogue().groupsOfKind(ask.kind), error);
    } else if (ask.groups.any() && !isTooEarly) {
        trust.rowFailed(ask.kind, ask.groups);
    }
    giveBack(ask);
    becameWiser();
}

void TwoStages::Private::askTrials()
{
    const QList<DetailAsk> asks = trials.due(table(), trust, queue.wanted());
    for (const DetailAsk &ask : asks)
        store.setLoading(rowsOf(ask), ask.groups);
    if (!asks.isEmpty())
        askLater(asks);
}

GroupSet TwoStages::Private::heldOf(RowKind kind) const
{
    if (searches.isRestHeld() || trials.isAllDoubted(kind))
        return GroupSet().set();
    return trust.suspects(kind);
}

void TwoStages::Private::updateHeld()
{
    for (std::size_t kind = 0; kind < rowKindCount; ++kind)
        queue.setHeld(static_cast<RowKind>(kind), heldOf(static_cast<RowKind>(kind)));
}

/// Groups became suspect, were cleared or were given up. What waits and contains a guilty one would fail like
/// what made us wiser: back into the queue with it, where it is put into batches again, without.
void TwoStages::Private::becameWiser()
{
    const QList<DetailAsk> tainted = fallback.takeIf([this](const DetailAsk &ask) {
        using Purpose = DetailAsk::Purpose;
        const bool isExperiment = ask.purpose == Purpose::Probe || ask.purpose == Purpose::Trial;
        const GroupSet guilty = trust.suspects(ask.kind) | trust.givenUp(ask.kind);
        return !isExperiment && (ask.groups & guilty).any();
    });
    for (const DetailAsk &ask : tainted) {
        giveBack(ask);
        if (ask.purpose == DetailAsk::Purpose::Recheck)
            endRecheck(ask);
    }
    updateHeld();
    queue.restart();
    giveUpGroups(0, table().rowCount());
    askTrials();
    stateChanged();
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
    d->stateChanged();
}

void TwoStages::setSweepHeld(bool held)
{
    d->isSweepHeld = held;
    d->stateChanged();
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
