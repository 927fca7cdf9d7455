// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/pages.h"

#include "core/logging.h"

#include <QPointer>

#include <algorithm>
#include <deque>
#include <utility>

namespace layerscope {

namespace {

/// The API is not to be trusted with a limit of 1 (softlayer-api §0.5): a slice of one row asks for two.
constexpr int leastLimit = 2;
/// More than any account has: a server that answers nonsense must not be asked for ever.
constexpr qint64 mostRows = 1'000'000;

struct Slice
{
    qint64 offset = 0;
    int count = 0;

    [[nodiscard]] qint64 end() const { return offset + count; }
};

/// Less at once may help: too big an answer ends as Internal Error, in a timeout, or cut off on the way.
bool mayBeTooMuch(const ApiError &error)
{
    return error.kind == ApiError::Kind::TooMuch || error.kind == ApiError::Kind::Timeout ||
           error.isTransient();
}

} // namespace

class Pages::Private
{
public:
    Private(Pages &pages, ApiClient &client, const Catalogue &usedCatalogue, Query usedQuery);

    void start();
    void planPages(qint64 from, qint64 to);
    [[nodiscard]] ApiCall nextCall();
    void receive(Slice slice, const Reply<RowPatches> &reply);
    void askForRest(Slice slice, qint64 end);
    void fail(Slice slice, GroupSet asked, const ApiError &error);
    void giveUp(const ApiError &error);
    void settle();
    [[nodiscard]] bool wantsRepair() const;
    void repair();
    void finish();

    Pages &q;
    const Catalogue &catalogue;
    const Query query;
    const ListSource source;
    const GroupSet identity;
    GroupSet groups; ///< With the identity; less if the list does not come with them.

    std::deque<Slice> waiting;
    int inFlight = 0;
    qint64 planned = 0; ///< Where the slices planned so far end.
    int bearable;       ///< Rows a page that the server is believed to bear.
    bool anySuccess = false;
    qint64 emptyFrom = mostRows; ///< The lowest offset at which a page was empty.
    bool totalMoved =
        false; ///< Rows came or went during the run, so offsets shifted and rows may have been skipped.
    bool isRepaired = false;
    bool isStarted = false;
    bool isGivenUp = false;
    bool isFinished = false;
    QSet<qint64> ids;
    Outcome outcome;
    FanOut fanOut; // last: its calls refer to all of the above
};

Pages::Private::Private(Pages &pages, ApiClient &client, const Catalogue &usedCatalogue, Query usedQuery)
    : q(pages)
    , catalogue(usedCatalogue)
    , query(std::move(usedQuery))
    , source(query.source.value_or(ListSource::ofAccount(query.kind)))
    , identity(GroupSet().set(static_cast<std::size_t>(catalogue.column(0).group)))
    , groups(query.groups | identity)
    , bearable(std::max(query.pageSize, leastLimit))
    , fanOut(client)
{}

void Pages::Private::start()
{
    isStarted = true;
    planPages(0, std::clamp<qint64>(query.expectedTotal.value_or(0), 1, mostRows));
    fanOut.setSupplier({[this]() -> std::optional<Priority> {
                            return waiting.empty() ? std::nullopt : std::optional(query.priority);
                        },
                        [this] { return nextCall(); }});
}

/// Whole pages that cover the rows from `from` to below `to`.
void Pages::Private::planPages(qint64 from, qint64 to)
{
    const int size = std::max(query.pageSize, leastLimit);
    for (qint64 offset = from; offset < to; offset += size)
        waiting.push_back({offset, size});
    planned = std::max(planned, from + (std::max<qint64>(to - from, 0) + size - 1) / size * size);
    fanOut.wake();
}

ApiCall Pages::Private::nextCall()
{
    Slice slice = waiting.front();
    waiting.pop_front();
    if (slice.count > bearable) {
        waiting.push_front({slice.offset + bearable, slice.count - bearable});
        slice.count = bearable;
    }
    ++inFlight;

    return ApiCall::make<RowPatches>(
        source.page(catalogue.mask(query.kind, groups), {slice.offset, std::max(slice.count, leastLimit)}),
        query.priority,
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
}

void Pages::Private::receive(Slice slice, const Reply<RowPatches> &reply)
{
    anySuccess = true;
    const auto received = static_cast<qint64>(reply.value.rows.size()) + reply.value.withoutId;
    outcome.withoutId += reply.value.withoutId;

    QList<RowPatch> news;
    for (const RowPatch &row : reply.value.rows) {
        if (!ids.contains(row.key.id)) {
            ids.insert(row.key.id);
            news.append(row);
        } else if (!isRepaired) {
            ++outcome.duplicates;
        }
    }
    outcome.listed = ids.size();
    if (received >= slice.count)
        bearable = std::min(std::max(bearable, 2 * slice.count), std::max(query.pageSize, leastLimit));
    if (received == 0)
        emptyFrom = std::min(emptyFrom, slice.offset);

    const bool totalIsNews = reply.totalItems && reply.totalItems != outcome.announced;
    if (totalIsNews) {
        totalMoved |= outcome.announced.has_value();
        outcome.announced = reply.totalItems;
    }
    if (!news.isEmpty() || isRepaired)
        askForRest(slice, slice.offset + received);
    fanOut.wake();

    const QPointer<Pages> self(&q);
    if (totalIsNews)
        Q_EMIT q.totalKnown(*reply.totalItems);
    if (self && !news.isEmpty())
        Q_EMIT q.rowsArrived(news);
}

/// What a page that ended at `end` left out, and what comes behind the last page: by the total if the server
/// named one, or else until a page is empty. A short page proves nothing: limits are not always kept
/// (softlayer-api §9.6).
void Pages::Private::askForRest(Slice slice, qint64 end)
{
    const qint64 total = std::min(outcome.announced.value_or(emptyFrom), mostRows);
    const qint64 sliceEnd = std::min(slice.end(), total);
    if (slice.offset < end && end < sliceEnd)
        waiting.push_front({end, static_cast<int>(sliceEnd - end)});
    if (outcome.announced)
        planPages(planned, total);
    else if (end >= planned && planned < total)
        planPages(planned, planned + 1);
}

void Pages::Private::fail(Slice slice, GroupSet asked, const ApiError &error)
{
    if (error.kind == ApiError::Kind::Cancelled) {
        outcome.wasCancelled |= !isGivenUp;
        return;
    }
    if (error.stopsEverything()) {
        giveUp(error);
        return;
    }
    if (mayBeTooMuch(error) && slice.count > leastLimit) {
        const int half = slice.count / 2;
        bearable = std::max(leastLimit, std::min(bearable, half));
        waiting.push_front({slice.offset + half, slice.count - half});
        waiting.push_front({slice.offset, half});
        fanOut.wake();
        return;
    }
    const bool isForAll =
        mayBeTooMuch(error) || error.isRefusal() || error.kind == ApiError::Kind::InvalidRequest;
    if (isForAll && asked != identity) {
        groups = identity;
        bearable = std::max(query.pageSize, leastLimit);
        waiting.push_front(slice);
        fanOut.wake();
        return;
    }
    if (!anySuccess && isForAll) {
        giveUp(error); // not even two rows, or not for this key: so it will be for all
        return;
    }
    qCDebug(logLoader) << source.method << slice.offset << slice.count << toString(error.kind);
    outcome.errors.append(error);
}

/// One error stands for everything that was not had.
void Pages::Private::giveUp(const ApiError &error)
{
    if (isGivenUp)
        return;
    isGivenUp = true;
    outcome.errors.append(error);
    waiting.clear();
    fanOut.cancel();
}

void Pages::Private::settle()
{
    if (outcome.wasCancelled || isGivenUp)
        waiting.clear(); // an answer that was on its way may have asked for more
    if (isFinished || inFlight > 0 || !waiting.empty())
        return;
    if (wantsRepair())
        repair();
    else
        finish();
}

bool Pages::Private::wantsRepair() const
{
    if (isRepaired || !outcome.errors.isEmpty() || outcome.wasCancelled)
        return false;
    return totalMoved || (outcome.announced && outcome.listed + outcome.withoutId < *outcome.announced);
}

/// A row that vanished moves those behind it forward, past the edge of a page that was already read. Reading
/// the list once more finds them; what came the first time is only looked at by its id.
void Pages::Private::repair()
{
    isRepaired = true;
    planned = 0;
    emptyFrom = mostRows;
    outcome.withoutId = 0;
    planPages(0, std::clamp<qint64>(outcome.announced.value_or(outcome.listed), 1, mostRows));
}

void Pages::Private::finish()
{
    isFinished = true;
    if (outcome.withoutId > 0) {
        ApiError error = ApiError::wrongType(QStringLiteral("[].id"), u"number", u"something else");
        error.message = Pages::tr("Some rows came without a usable id, so they are not listed.");
        outcome.errors.append(error);
    }
    Q_EMIT q.finished(Outcome(outcome));
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

void Pages::cancel()
{
    if (d->isFinished)
        return;
    d->outcome.wasCancelled = true;
    d->waiting.clear();
    d->fanOut.cancel();
    // With nothing in flight nobody else would end the run; never from inside this call.
    QMetaObject::invokeMethod(
        this, [this] { d->settle(); }, Qt::QueuedConnection);
}

} // namespace layerscope
