// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/pages.h"

#include "core/logging.h"
#include "loaders/idcover.h"
#include "loaders/slicequeue.h"

#include <QPointer>
#include <QSet>

#include <algorithm>
#include <utility>

namespace layerscope {

namespace {

/// How often the places are read again where pages do not meet, each time from further before them. Rows do
/// not come and go so fast that three were not enough, or else it is said.
constexpr int maxRepairs = 3;

/// 0 for a number that is none, or none that an account could have.
qint64 plausibleTotal(std::optional<qint64> total)
{
    return total && *total <= SliceQueue::maxRows ? *total : 0;
}

} // namespace

class Pages::Private
{
public:
    Private(Pages &pages, ApiClient &usedClient, const Catalogue &usedCatalogue, Query usedQuery);

    void start();
    void setExpectedTotal(std::optional<qint64> total);
    void run();
    void stop();
    void resume();
    [[nodiscard]] ApiCall nextCall();
    void receive(const Slice &slice, const Reply<RowPatches> &reply);
    [[nodiscard]] QList<RowPatch> takeNews(const QList<RowPatch> &rows);
    void lookAtCover(const Slice &slice, const RowPatches &page, std::optional<qint64> total, bool hasNews);
    void lookAtEnd(qint64 end, std::optional<qint64> total);
    void askForRest(const Slice &slice, const RowPatches &page, bool hasNews);
    void fail(const Slice &slice, GroupSet asked, const ApiError &error);
    void goOnUnanswered(const Slice &slice, GroupSet asked, const ApiError &error);
    void lose(const Slice &slice, const ApiError &error);
    void giveUp(const ApiError &error);
    void settle();
    [[nodiscard]] bool isProvable() const { return isOrdered && outcome.withoutId == 0; }
    [[nodiscard]] bool areSomeMissing() const;
    [[nodiscard]] bool isEndUnknown() const;
    [[nodiscard]] bool wantsRepair() const;
    void repair();
    void readOnceMore();
    void finish();
    void wake();
    void addError(ApiError error, const QString &message);

    Pages &q;
    const Catalogue &catalogue;
    Query query;
    const ListSource source;
    const GroupSet identity;
    GroupSet groups; ///< With the identity; less if the list does not come with them.

    SliceQueue queue;
    IdCover cover;
    int inFlight = 0;
    bool anySuccess = false;
    qint64 seenEnd = 0;                     ///< Where the furthest page ended that had rows.
    qint64 emptyFrom = SliceQueue::maxRows; ///< The lowest offset behind it at which a page was empty.
    qint64 behindTotal = 0;                 ///< To be looked at, although the total says there is nothing.
    std::optional<qint64> totalAtTail;      ///< What was announced when the tail was read.
    bool totalMoved = false;                ///< Rows came or went during the run.
    bool isOrdered = true;                  ///< Each page came in the order of its ids.
    bool isInPieces = false;                ///< Not all rows came in one page.
    int repairs = 0;
    int repairCalls = 0;
    bool isStarted = false;
    bool isGivenUp = false;
    bool isFinished = false;
    ApiError silence; ///< The last one, if any call had no answer.
    QSet<qint64> ids;
    qint64 lastId = 0; ///< The highest of them.
    Outcome outcome;
    ApiClient &client;
    std::unique_ptr<CallGroup> callGroup; ///< Only while it runs. Last: its calls refer to all of the above.
};

Pages::Private::Private(Pages &pages, ApiClient &usedClient, const Catalogue &usedCatalogue, Query usedQuery)
    : q(pages)
    , catalogue(usedCatalogue)
    , query(std::move(usedQuery))
    , source(query.source.value_or(ListSource::ofAccount(query.kind)))
    , identity(GroupSet().set(static_cast<std::size_t>(catalogue.column(0).group)))
    , groups(query.groups | identity)
    , queue(query.pageSize)
    , client(usedClient)
{}

void Pages::Private::start()
{
    isStarted = true;
    queue.planTo(std::max<qint64>(plausibleTotal(query.expectedTotal), 1));
    run();
}

void Pages::Private::setExpectedTotal(std::optional<qint64> total)
{
    query.expectedTotal = total;
    const bool isOpen = q.isRunning() && !isGivenUp && !outcome.wasCancelled;
    if (!isOpen || outcome.announced || emptyFrom < SliceQueue::maxRows)
        return;
    queue.planAtLeastTo(plausibleTotal(total));
    wake();
}

void Pages::Private::run()
{
    callGroup = std::make_unique<CallGroup>(client);
    callGroup->setSupplier({[this]() -> std::optional<Priority> {
                                return queue.hasNext(inFlight) ? std::optional(query.priority) : std::nullopt;
                            },
                            [this] { return nextCall(); }});
}

void Pages::Private::stop()
{
    callGroup.reset();
    inFlight = 0;
    queue.clear();
}

/// What came proves what did not: the places where pages do not meet. Where it proves nothing, all is read.
void Pages::Private::resume()
{
    isFinished = false;
    isGivenUp = false;
    outcome.errors.clear();
    outcome.wasCancelled = false;
    repairs = 0;
    repairCalls = 0;
    emptyFrom = SliceQueue::maxRows;
    behindTotal = 0;
    qint64 least = 1;
    if (!isProvable()) {
        least = outcome.listed + outcome.withoutId;
        cover.clear();
        isOrdered = true;
        isInPieces = false;
        outcome.withoutId = 0;
    }
    const qint64 next = cover.lastPosition() + 1;
    queue.restart(next);
    for (const IdCover::Gap &gap : cover.gaps()) {
        if (!gap.isTail)
            queue.push(gap.from > 0 ? gap.from + 1 : 0, gap.to + 1);
        else
            queue.planTo(std::max(
                {next + 1, least, plausibleTotal(outcome.announced), plausibleTotal(query.expectedTotal)}));
    }
    run();
    wake();
    // With nothing to ask for nobody else would end the run; never from inside this call.
    QMetaObject::invokeMethod(
        &q, [this] { settle(); }, Qt::QueuedConnection);
}

ApiCall Pages::Private::nextCall()
{
    const Slice slice = queue.take();
    ++inFlight;
    ApiCall call = ApiCall::make<RowPatches>(
        source.page(catalogue.mask(query.kind, groups), slice.limit()), query.priority,
        [table = &catalogue, kind = query.kind, wanted = groups](const JsonReader &root) {
            return decodeRows(*table, kind, wanted, root);
        },
        [this, slice, asked = groups](Result<Reply<RowPatches>> result) {
            const QPointer<Pages> self(&q);
            --inFlight;
            if (result)
                receive(slice, *result);
            else
                fail(slice, asked, result.error());
            if (self)
                settle();
        });
    call.isTriedOnceInSilence = true;
    return call;
}

// --- answers
// --------------------------------------------------------------------------------------------------

void Pages::Private::receive(const Slice &slice, const Reply<RowPatches> &reply)
{
    anySuccess = true;
    const RowPatches &page = reply.value;
    const auto received = static_cast<qint64>(page.rows.size()) + page.withoutId;
    const qint64 end = slice.from() + received;
    outcome.withoutId += page.withoutId;
    queue.succeeded(slice, received);

    const QList<RowPatch> news = takeNews(page.rows);
    // A single row that is known is how a page meets the one before.
    isInPieces |= slice.from() > 0 && (received > 1 || !news.isEmpty());
    // A total that is less than what just came is none.
    const bool isPlausible = reply.totalItems.value_or(-1) >= (received > 0 ? end : 0);
    const std::optional<qint64> total = isPlausible ? reply.totalItems : std::nullopt;
    const bool totalIsNews = total && total != outcome.announced;
    if (totalIsNews) {
        totalMoved |= outcome.announced.has_value();
        outcome.announced = total;
    }
    if (received == 0)
        emptyFrom = std::min(emptyFrom, slice.from());
    else if (!news.isEmpty())
        seenEnd = std::max(seenEnd, end);
    if (seenEnd > emptyFrom)
        emptyFrom = SliceQueue::maxRows; // an accident: there are rows behind it
    queue.seen(seenEnd);

    lookAtCover(slice, page, total, !news.isEmpty());
    // A full page up to the total proves no end: the total may be lower than the truth.
    const bool isFullPage = slice.count == query.pageSize && received == slice.limit().count;
    if (isFullPage && total == end && end == seenEnd)
        behindTotal = end + 1;
    lookAtEnd(end, total);
    askForRest(slice, page, !news.isEmpty());
    wake();

    const QPointer<Pages> self(&q);
    if (totalIsNews)
        Q_EMIT q.totalKnown(*total);
    if (self && !news.isEmpty())
        Q_EMIT q.rowsArrived(news);
}

QList<RowPatch> Pages::Private::takeNews(const QList<RowPatch> &rows)
{
    QList<RowPatch> news;
    for (const RowPatch &row : rows) {
        if (ids.contains(row.key.id))
            continue;
        ids.insert(row.key.id);
        lastId = std::max(lastId, row.key.id);
        news.append(row);
    }
    outcome.listed = ids.size();
    return news;
}

void Pages::Private::lookAtCover(const Slice &slice, const RowPatches &page, std::optional<qint64> total,
                                 bool hasNews)
{
    if (page.withoutId > 0)
        return; // what comes before and behind such a row cannot be told
    if (page.rows.isEmpty()) {
        const bool isContradiction = total.value_or(0) > 0 && repairs == 0; // once more, then it is so
        if (slice.from() == 0 && !isContradiction)
            cover.addEmptyList();
        return;
    }
    const auto idLess = [](const RowPatch &a, const RowPatch &b) { return a.key.id < b.key.id; };
    isOrdered &= std::is_sorted(page.rows.cbegin(), page.rows.cend(), idLess);
    if (!isOrdered)
        return;

    const auto received = static_cast<int>(page.rows.size());
    const qint64 end = slice.from() + received;
    // Where more was asked for behind the last row than came (or all came whatever was asked), and it is the
    // last again, nothing is behind it.
    // Any other short page proves nothing: limits are not always kept (softlayer-api §9.6).
    const bool endsAtLastKnown =
        !hasNews && received != slice.limit().count && page.rows.constLast().key.id == lastId;
    const bool isTail = total == end || (endsAtLastKnown && (received == 1 || slice.afterId || repairs == 0));
    if (isTail) {
        totalAtTail = total;
        if (end >= seenEnd && received != slice.limit().count)
            emptyFrom = std::min(emptyFrom, end);
    }
    cover.add({page.rows.constFirst().key.id, page.rows.constLast().key.id, slice.from(), end - 1,
               slice.from() == 0, isTail});
}

/// How far pages are worth asking for: by the total if the server named a plausible one, or else as long as
/// rows come; in any case not behind an empty page.
void Pages::Private::lookAtEnd(qint64 end, std::optional<qint64> total)
{
    if (total && *total <= SliceQueue::maxRows)
        queue.planTo(std::min(std::max(*total, behindTotal), emptyFrom));
    else if (end >= queue.planned() && end == seenEnd && queue.planned() < emptyFrom)
        queue.planOneMore();
    else if (emptyFrom < SliceQueue::maxRows)
        queue.planTo(emptyFrom);
}

/// What a page left out although there must be more: its limit was not kept.
void Pages::Private::askForRest(const Slice &slice, const RowPatches &page, bool hasNews)
{
    const auto received = static_cast<qint64>(page.rows.size()) + page.withoutId;
    const qint64 end = slice.from() + received;
    qint64 last = slice.end();
    if (outcome.announced && *outcome.announced <= SliceQueue::maxRows)
        last = std::min(last, *outcome.announced);
    if (end <= slice.offset || end >= last)
        return;
    // A server that does not keep offsets answers the same for ever.
    const bool goesOn = hasNews || (repairs > 0 && !slice.afterId && received > 1);
    if (!goesOn)
        return;
    std::optional<qint64> afterId;
    if (!page.rows.isEmpty())
        afterId = page.rows.constLast().key.id;
    queue.pushRest({end, static_cast<int>(last - end), slice.page, afterId, false});
}

void Pages::Private::fail(const Slice &slice, GroupSet asked, const ApiError &error)
{
    if (error.kind == ApiError::Kind::Cancelled) {
        outcome.wasCancelled |= !isGivenUp;
        return;
    }
    if (error.stopsEverything()) {
        giveUp(error);
        return;
    }
    if (error.isSilence()) {
        goOnUnanswered(slice, asked, error);
        return;
    }
    queue.endLastTries();
    if (error.mayBeTooMuch()) {
        const SliceQueue::AfterFailure next = queue.failed(slice);
        if (next == SliceQueue::AfterFailure::Again && !queue.isHopeless()) {
            wake();
            return;
        }
    }
    const bool isForAll =
        error.mayBeTooMuch() || error.isRefusal() || error.kind == ApiError::Kind::InvalidRequest;
    if (isForAll && asked != identity) {
        groups = identity;
        queue.askDifferently(slice);
        wake();
        return;
    }
    const bool isForNothing = isForAll && !anySuccess; // not even two rows, or not for this key
    if (queue.isHopeless() || (isForNothing && inFlight == 0)) {
        giveUp(error);
        return;
    }
    if (isForNothing)
        queue.hold(); // but others are under way: they will tell
    lose(slice, error);
}

/// Each try may cost all the time that a call has. So less is asked for once, without the groups or in small
/// pieces, and if no answer comes to that either, the list is over: see settle().
void Pages::Private::goOnUnanswered(const Slice &slice, GroupSet asked, const ApiError &error)
{
    silence = error;
    if (asked != identity) {
        groups = identity;
        queue.unansweredWithMore(slice);
        wake();
    } else if (queue.unanswered(slice) == SliceQueue::AfterFailure::Again) {
        wake();
    } else {
        lose(slice, error);
    }
}

void Pages::Private::lose(const Slice &slice, const ApiError &error)
{
    qCDebug(logLoader) << source.method << slice.offset << slice.count << toString(error.kind);
    outcome.errors.append(error);
    wake();
}

/// One error stands for everything that was not had.
void Pages::Private::giveUp(const ApiError &error)
{
    if (isGivenUp)
        return;
    isGivenUp = true;
    outcome.errors.removeIf([&error](const ApiError &other) { return other.kind == error.kind; });
    outcome.errors.append(error);
    queue.clear();
    callGroup->cancel();
}

// --- the end
// ----------------------------------------------------------------------------------------------------

void Pages::Private::settle()
{
    if (outcome.wasCancelled || isGivenUp)
        queue.clear(); // an answer that was on its way may have asked for more
    if (!callGroup || isFinished)
        return;
    if (queue.isSilent(inFlight))
        giveUp(silence);
    if (inFlight > 0 || queue.hasNext(inFlight))
        return;
    if (wantsRepair())
        repair();
    else
        finish();
}

bool Pages::Private::areSomeMissing() const
{
    return outcome.announced && outcome.listed + outcome.withoutId < *outcome.announced;
}

/// In any order but that of ids a row may be in no page and others in two, and only a number that is kept to
/// can tell. Where all of it came at once there is nothing to lose.
bool Pages::Private::isEndUnknown() const
{
    const std::optional<qint64> total = std::max(outcome.announced, query.expectedTotal);
    return !isOrdered && isInPieces && (!total || outcome.listed > *total);
}

bool Pages::Private::wantsRepair() const
{
    if (!outcome.errors.isEmpty() || outcome.wasCancelled)
        return false;
    if (!isProvable())
        return repairs == 0 && (totalMoved || areSomeMissing());
    if (repairCalls > 2 * queue.planned() / std::max(query.pageSize, 1) + maxRepairs)
        return false; // it changes faster than it can be read
    const bool hasGrown = areSomeMissing() && totalAtTail && *outcome.announced > *totalAtTail;
    return repairs < maxRepairs && (!cover.gaps().isEmpty() || hasGrown);
}

/// Reads the places again where pages do not meet, and what was created meanwhile: new rows are at the tail.
void Pages::Private::repair()
{
    ++repairs;
    if (!isProvable()) {
        readOnceMore();
        return;
    }
    const qint64 half = std::max(query.pageSize / 2, 1);
    const qint64 back = half << (repairs - 1);
    QList<IdCover::Gap> gaps = cover.gaps();
    if (gaps.isEmpty() || !gaps.constLast().isTail)
        gaps.append({cover.lastPosition(), cover.lastPosition() + 1, true});
    for (const IdCover::Gap &gap : std::as_const(gaps)) {
        // Rows in front of the gap have gone since: what is missing has moved forward by as many.
        repairCalls +=
            queue.push(std::max<qint64>(0, gap.from + 1 - back), gap.isTail ? gap.to + half : gap.to + 1);
    }
    wake();
}

/// Without an order of ids only the count can tell whether all came.
void Pages::Private::readOnceMore()
{
    queue.restart();
    emptyFrom = SliceQueue::maxRows;
    outcome.withoutId = 0;
    queue.planTo(std::clamp<qint64>(outcome.announced.value_or(outcome.listed), 1, SliceQueue::maxRows));
    wake();
}

void Pages::Private::finish()
{
    isFinished = true;
    if (outcome.withoutId > 0) {
        addError(ApiError::wrongType(QStringLiteral("[].id"), u"number", u"something else"),
                 Pages::tr("Some rows came without a usable id, so they are not listed."));
    } else if (isProvable() && outcome.errors.isEmpty() && !outcome.wasCancelled && !cover.gaps().isEmpty()) {
        addError(ApiError::make(ApiError::Kind::BadResponse, QStringLiteral("pages do not meet")),
                 Pages::tr("The list changed again and again while it was read, so rows may be missing."));
    } else if (isEndUnknown() && outcome.errors.isEmpty() && !outcome.wasCancelled) {
        addError(ApiError::make(ApiError::Kind::BadResponse, QStringLiteral("pages in no order")),
                 Pages::tr("The list came in no order, and nobody told how long it is, so rows may be "
                           "missing."));
    }
    Q_EMIT q.finished(Outcome(outcome));
}

void Pages::Private::wake()
{
    if (callGroup)
        callGroup->wake();
}

void Pages::Private::addError(ApiError error, const QString &message)
{
    error.message = message;
    outcome.errors.append(error);
}

Pages::Pages(ApiClient &client, const Catalogue &catalogue, Query query, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, client, catalogue, std::move(query)))
{}

Pages::~Pages() = default;

void Pages::start()
{
    if (!d->isStarted)
        d->start();
}

void Pages::setExpectedTotal(std::optional<qint64> total)
{
    d->setExpectedTotal(total);
}

void Pages::cancel()
{
    if (!isRunning())
        return;
    d->outcome.wasCancelled = true;
    d->queue.clear();
    d->callGroup->cancel();
    // With nothing in flight nobody else would end the run; never from inside this call.
    QMetaObject::invokeMethod(
        this, [this] { d->settle(); }, Qt::QueuedConnection);
}

void Pages::stop()
{
    if (isRunning())
        d->stop();
}

void Pages::resume()
{
    if (!d->isStarted)
        start();
    else if (!isRunning())
        d->resume();
}

bool Pages::isRunning() const
{
    return d->callGroup && !d->isFinished;
}

} // namespace layerscope
