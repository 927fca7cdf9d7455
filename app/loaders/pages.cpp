// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/pages.h"

#include "core/logging.h"
#include "loaders/listreading.h"
#include "loaders/slicequeue.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace layerscope {

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
    void fail(const Slice &slice, GroupSet asked, const ApiError &error);
    void goOnUnanswered(const Slice &slice, GroupSet asked, const ApiError &error);
    void lose(const Slice &slice, const ApiError &error);
    void giveUp(const ApiError &error);
    void settle();
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
    ListReading reading;
    int inFlight = 0;
    bool anySuccess = false;
    bool isStarted = false;
    bool isGivenUp = false;
    bool isFinished = false;
    ApiError silence; ///< The last one, if any call had no answer.
    Outcome outcome;  ///< What was read of it is added at the end.
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
    , reading(query.pageSize)
    , client(usedClient)
{}

void Pages::Private::start()
{
    isStarted = true;
    queue.planTo(std::max<qint64>(ListReading::plausible(query.expectedTotal), 1));
    run();
}

void Pages::Private::setExpectedTotal(std::optional<qint64> total)
{
    query.expectedTotal = total;
    const bool isOpen = q.isRunning() && !isGivenUp && !outcome.wasCancelled;
    if (!isOpen || reading.announced() || reading.isEndSeen())
        return;
    queue.planAtLeastTo(ListReading::plausible(total));
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

void Pages::Private::resume()
{
    isFinished = false;
    isGivenUp = false;
    outcome.errors.clear();
    outcome.wasCancelled = false;
    reading.goOn(queue, query.expectedTotal);
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
    const ListReading::News news = reading.add(slice, reply.value, reply.totalItems, queue);
    wake();

    const QPointer<Pages> self(&q);
    if (news.total)
        Q_EMIT q.totalKnown(*news.total);
    if (self && !news.rows.isEmpty())
        Q_EMIT q.rowsArrived(news.rows);
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
    const bool isUnhurt = outcome.errors.isEmpty() && !outcome.wasCancelled;
    if (!isUnhurt || !reading.wantsRepair(queue)) {
        finish();
        return;
    }
    reading.repair(queue);
    wake();
}

void Pages::Private::finish()
{
    isFinished = true;
    outcome.listed = reading.listed();
    outcome.announced = reading.announced();
    outcome.withoutId = reading.withoutId();
    outcome.twins = reading.twins();
    const bool isUnhurt = outcome.errors.isEmpty() && !outcome.wasCancelled;
    if (outcome.withoutId > 0) {
        addError(ApiError::wrongType(QStringLiteral("[].id"), u"number", u"something else"),
                 Pages::tr("Some rows came without a usable id, so they are not listed."));
    } else if (isUnhurt && reading.isProvable() && reading.hasGaps()) {
        addError(ApiError::make(ApiError::Kind::BadResponse, QStringLiteral("pages do not meet")),
                 Pages::tr("The list changed again and again while it was read, so rows may be missing."));
    } else if (isUnhurt && reading.isEndUnknown(query.expectedTotal)) {
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
