// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/accountloader.h"

#include "loaders/accountcounts.h"
#include "loaders/loadprogressmeter.h"
#include "loaders/pages.h"
#include "loaders/poolsloader.h"
#include "loaders/twostages.h"

#include <QPointer>

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace layerscope {

namespace {

constexpr std::chrono::milliseconds progressInterval{100};
/// Until a view has put the last page in order (0.1 s for 100 000 rows) and told what is on the screen (50
/// ms).
constexpr std::chrono::milliseconds timeToArrange{150};

/// Unknown is less than any number.
std::optional<qint64> larger(std::optional<qint64> a, std::optional<qint64> b)
{
    return std::max(a, b);
}

} // namespace

class AccountLoader::Private
{
public:
    /// The list of one kind, under way or done.
    struct List
    {
        RowKind kind = RowKind::BareMetal;
        std::unique_ptr<Pages> pages;
        bool isOver = false;
        bool isComplete = false;
        std::optional<qint64> total; ///< The list's own
        qint64 listed = 0;
        QList<ApiError> errors;
    };

    Private(AccountLoader &loader, ApiClient &usedClient, InventoryStore &usedStore)
        : q(loader)
        , client(usedClient)
        , store(usedStore)
    {}

    void start();
    void stop();
    void retry(const QList<int> &rows);
    void retryPools(const QList<int> &poolRows);
    void resume();
    void setWantedColumns(const ColumnSet &columns);

    void askForCounts(std::function<void(Result<Reply<AccountSummary>>)> done);
    void beginLists();
    void startList(List &list);
    void receiveRows(List &list, const QList<RowPatch> &rows);
    void endList(List &list, const Pages::Outcome &outcome);
    void listsEnded();
    [[nodiscard]] bool someAreMissing() const;
    void beginDetails();
    /// Whether all is done; if only the members of pools are left, those are next.
    [[nodiscard]] bool advance();
    void checkEnd();

    void dropRun();
    void end(State finalState);
    void failWith(const ApiError &error);
    /// False: somebody who heard of it destroyed the loader, or made it do something else.
    bool setState(State newState);
    void updateProgress();
    void addProgressOfPools();
    [[nodiscard]] std::optional<std::chrono::seconds> timeLeft();
    void poolsAdvanced();
    void goOn(bool isThereMore);
    void clearMeters();

    [[nodiscard]] GroupSet wantedGroups() const;
    [[nodiscard]] std::optional<qint64> announced(const List &list) const;
    [[nodiscard]] LoadOutcome outcome() const;

    AccountLoader &q;
    ApiClient &client;
    InventoryStore &store;
    QList<RowKind> kinds{RowKind::BareMetal, RowKind::Virtual};
    PoolsLoader *pools = nullptr;
    ColumnSet wantedColumns;
    ViewOrder viewOrder;
    bool followsView = false;

    State state = State::Idle;
    LoadProgress progress;
    LoadProgressMeter meter;
    LoadProgressMeter memberMeter; ///< Of pools whose members are through
    bool isProgressPending = false;
    std::optional<AccountSummary> account;
    QDateTime asOf;
    bool wasStopped = false;
    std::optional<ApiError> fatal;
    quint64 run = 0; ///< Rises with each start.

    std::unique_ptr<FanOut> counts;
    std::vector<List> lists;
    std::unique_ptr<TwoStages> details;
};

// --- the course of a load
// -------------------------------------------------------------------------------------

void AccountLoader::Private::start()
{
    dropRun();
    ++run;
    details.reset();
    lists.clear();
    wasStopped = false;
    fatal.reset();
    progress = {};
    clearMeters();
    asOf = client.clock().utcNow();
    store.beginLoad();

    askForCounts([this](Result<Reply<AccountSummary>> reply) {
        if (!reply && makesListsHopeless(reply.error())) {
            failWith(reply.error());
            return;
        }
        account = reply ? std::optional(reply->value) : std::nullopt;
        const QPointer<AccountLoader> self(&q);
        const quint64 thisRun = run;
        if (account)
            Q_EMIT q.accountArrived(*account);
        if (self && run == thisRun && state == State::Counting)
            beginLists();
    });
    setState(State::Counting);
}

void AccountLoader::Private::askForCounts(std::function<void(Result<Reply<AccountSummary>>)> done)
{
    counts = std::make_unique<FanOut>(client);
    counts->add(accountCountsCall(std::move(done)));
}

/// Lists and details run side by side from here on: the first rows get their details while others are still
/// listed.
void AccountLoader::Private::beginLists()
{
    details = std::make_unique<TwoStages>(client, store);
    details->setWanted(wantedGroups());
    details->setViewOrder(viewOrder);
    details->setSweepHeld(followsView);
    connect(details.get(), &TwoStages::progressed, &q, [this] { updateProgress(); });
    connect(details.get(), &TwoStages::blocked, &q, [this](const ApiError &error) { failWith(error); });
    connect(details.get(), &TwoStages::done, &q, [this] { checkEnd(); });

    lists.clear();
    for (const RowKind kind : std::as_const(kinds))
        lists.push_back(List{kind, nullptr, false, false, {}, 0, {}});
    for (List &list : lists) // not before all stand: their addresses are taken
        startList(list);
    details->start();
    if (pools != nullptr)
        pools->start();
    updateProgress();
    if (setState(State::Listing) && lists.empty())
        listsEnded();
}

void AccountLoader::Private::startList(List &list)
{
    Pages::Query query;
    query.kind = list.kind;
    query.expectedTotal = announced(list);
    list.pages = std::make_unique<Pages>(client, store.table().catalogue(), query);
    connect(list.pages.get(), &Pages::totalKnown, &q, [this, &list](qint64 total) {
        list.total = total;
        updateProgress();
    });
    connect(list.pages.get(), &Pages::rowsArrived, &q,
            [this, &list](const QList<RowPatch> &rows) { receiveRows(list, rows); });
    connect(list.pages.get(), &Pages::finished, &q,
            [this, &list](const Pages::Outcome &outcome) { endList(list, outcome); });
    list.pages->start();
}

void AccountLoader::Private::receiveRows(List &list, const QList<RowPatch> &rows)
{
    list.listed += rows.size();
    store.listRows(rows);
    details->wake();
    updateProgress();
}

void AccountLoader::Private::endList(List &list, const Pages::Outcome &outcome)
{
    list.isOver = true;
    list.isComplete = outcome.isComplete();
    list.total = outcome.announced;
    list.listed = outcome.listed;
    list.errors = outcome.errors;
    if (!std::all_of(lists.cbegin(), lists.cend(), [](const List &other) { return other.isOver; }))
        return;

    if (!someAreMissing()) {
        listsEnded();
        return;
    }
    // The account announced more than its lists brought. Perhaps servers went meanwhile: then it says so now.
    askForCounts([this](Result<Reply<AccountSummary>> reply) {
        if (reply && account) {
            account->hardwareCount = reply->value.hardwareCount;
            account->virtualGuestCount = reply->value.virtualGuestCount;
        }
        listsEnded();
    });
}

/// A list that holds all it promised itself, and still less than the account's count.
bool AccountLoader::Private::someAreMissing() const
{
    return std::any_of(lists.cbegin(), lists.cend(), [this](const List &list) {
        return list.isComplete && announced(list).value_or(0) > list.listed;
    });
}

void AccountLoader::Private::listsEnded()
{
    const ApiError *hopeless = nullptr;
    bool anyCame = lists.empty();
    for (const List &list : lists) {
        anyCame |= list.listed > 0 || list.errors.isEmpty();
        for (const ApiError &error : list.errors) {
            if (error.stopsEverything() || error.kind == ApiError::Kind::Offline)
                hopeless = &error;
        }
    }
    if (!anyCame && hopeless == nullptr)
        hopeless = &lists.front().errors.front();
    if (hopeless != nullptr) {
        failWith(ApiError(*hopeless));
        return;
    }

    QList<RowKind> whole;
    for (const List &list : lists) {
        if (list.isComplete && announced(list).value_or(0) <= list.listed)
            whole.append(list.kind);
    }
    for (const RowKind kind : std::as_const(whole))
        store.removeRowsNotListed(kind); // what is gone since the last load
    beginDetails();
}

void AccountLoader::Private::beginDetails()
{
    updateProgress();
    if (followsView)
        client.clock().callAfter(timeToArrange, details.get(), [this] { details->setSweepHeld(false); });
    if (setState(State::Detailing))
        checkEnd();
}

bool AccountLoader::Private::advance()
{
    if (!details->isDone())
        return false;
    if (pools == nullptr)
        return true;
    if (pools->arePoolsDone())
        pools->loadAllMembers();
    return pools->isDone();
}

void AccountLoader::Private::checkEnd()
{
    if (state == State::Detailing && advance())
        end(State::Finished);
}

// --- what may happen to it
// ------------------------------------------------------------------------------------

void AccountLoader::Private::stop()
{
    if (!q.isRunning())
        return;
    wasStopped = true;
    end(State::Stopped);
}

void AccountLoader::Private::failWith(const ApiError &error)
{
    fatal = error;
    end(State::Failed);
}

void AccountLoader::Private::retry(const QList<int> &rows)
{
    if (!details) {
        start();
        return;
    }
    QList<int> asked = rows;
    if (asked.isEmpty()) {
        asked.resize(store.table().rowCount());
        std::iota(asked.begin(), asked.end(), 0);
    }
    details->retry(asked);
    if (rows.isEmpty() && pools != nullptr)
        pools->retryAll();
    resume();
}

void AccountLoader::Private::retryPools(const QList<int> &poolRows)
{
    if (!details) {
        start();
        return;
    }
    if (pools != nullptr)
        pools->retry(poolRows);
    resume();
}

/// Goes on from where it ended.
void AccountLoader::Private::resume()
{
    if (q.isRunning())
        return;
    if (std::all_of(lists.cbegin(), lists.cend(), [](const List &list) { return list.isOver; }) &&
        (pools == nullptr || !pools->wasListCut())) {
        wasStopped = false; // else the lists are still what that load left of them
        fatal.reset();
    }
    clearMeters();
    details->start();
    if (pools != nullptr)
        pools->resume();
    beginDetails();
}

void AccountLoader::Private::setWantedColumns(const ColumnSet &columns)
{
    wantedColumns = columns;
    if (!details)
        return;
    details->setWanted(wantedGroups());
    updateProgress();
    goOn(!details->isDone());
}

/// They are through with something, or got something more to do.
void AccountLoader::Private::poolsAdvanced()
{
    goOn(!pools->isDone());
}

void AccountLoader::Private::goOn(bool isThereMore)
{
    if (state == State::Finished && isThereMore) {
        clearMeters();
        setState(State::Detailing);
    } else {
        checkEnd(); // perhaps what was lacking is not wanted any more, so no call will end
    }
}

void AccountLoader::Private::clearMeters()
{
    meter.clear();
    memberMeter.clear();
}

/// Ends what is under way without a word; what arrived stays.
void AccountLoader::Private::dropRun()
{
    counts.reset();
    for (List &list : lists)
        list.pages.reset();
    if (details)
        details->stop();
    if (pools != nullptr)
        pools->stop();
}

void AccountLoader::Private::end(State finalState)
{
    if (finalState != State::Finished)
        dropRun();
    store.flush(); // whoever hears of the end sees all of it
    if (pools != nullptr)
        pools->flush();
    updateProgress();
    if (setState(finalState))
        Q_EMIT q.finished(outcome());
}

bool AccountLoader::Private::setState(State newState)
{
    if (state == newState)
        return true;
    state = newState;
    const QPointer<AccountLoader> self(&q);
    const quint64 thisRun = run;
    Q_EMIT q.stateChanged(newState);
    return self && run == thisRun && state == newState;
}

// --- what it says
// ---------------------------------------------------------------------------------------------

void AccountLoader::Private::updateProgress()
{
    progress.listedRows = 0;
    progress.expectedRows = 0;
    for (const List &list : lists) {
        progress.listedRows += list.listed;
        const std::optional<qint64> rows = announced(list);
        if (!rows)
            progress.expectedRows.reset();
        else if (progress.expectedRows)
            *progress.expectedRows += std::max(*rows, list.listed);
    }
    if (lists.empty())
        progress.expectedRows.reset();
    progress.expectedServers = progress.expectedRows;
    progress.countsServers = !kinds.isEmpty();
    progress.settledRows = details ? details->settledRows() : 0;
    if (pools != nullptr)
        addProgressOfPools();
    progress.callsInFlight = client.scheduler().inFlight();
    progress.timeLeft = timeLeft();

    if (isProgressPending)
        return;
    isProgressPending = true;
    client.clock().callAfter(progressInterval, &q, [this] {
        isProgressPending = false;
        Q_EMIT q.progressChanged();
    });
}

void AccountLoader::Private::addProgressOfPools()
{
    const PoolsLoader::Progress ofPools = pools->progress();
    if (kinds.isEmpty() && ofPools.expectedPools)
        progress.expectedRows = 0;
    if (progress.expectedRows)
        *progress.expectedRows += std::max(ofPools.expectedPools.value_or(0), ofPools.listedPools);
    progress.countsPools = true;
    progress.listedRows += ofPools.listedPools;
    progress.settledRows += ofPools.settledPools;
    progress.isLoadingMembers = ofPools.isLoadingMembers;
    progress.poolsWithMembers = ofPools.poolsWithMembers;
    progress.pools = ofPools.listedPools;
}

/// Of the rows; then, when only members of pools are left, of their pools.
std::optional<std::chrono::seconds> AccountLoader::Private::timeLeft()
{
    const Clock::Milliseconds now = client.clock().now();
    meter.settled(progress.settledRows, now);
    if (progress.isLoadingMembers)
        memberMeter.settled(progress.poolsWithMembers, now);
    if (!q.isRunning())
        return std::nullopt;
    const qint64 rowsLeft = progress.expectedRows.value_or(progress.listedRows) - progress.settledRows;
    return progress.isLoadingMembers ? memberMeter.timeLeft(progress.pools - progress.poolsWithMembers)
                                     : meter.timeLeft(rowsLeft);
}

GroupSet AccountLoader::Private::wantedGroups() const
{
    const Catalogue &catalogue = store.table().catalogue();
    // The identity comes with the lists; rows of an earlier load that a failed list did not bring need it,
    // too.
    return catalogue.groupsOf(wantedColumns) |
           GroupSet().set(static_cast<std::size_t>(catalogue.column(0).group));
}

/// How many there are, by whoever said more.
std::optional<qint64> AccountLoader::Private::announced(const List &list) const
{
    if (!account)
        return list.total;
    return larger(list.total,
                  list.kind == RowKind::BareMetal ? account->hardwareCount : account->virtualGuestCount);
}

LoadOutcome AccountLoader::Private::outcome() const
{
    LoadOutcome outcome;
    outcome.wasStopped = wasStopped;
    outcome.fatal = fatal;
    for (const List &list : lists)
        outcome.lists.append({list.kind, announced(list), list.listed, list.errors});

    const GroupSet wanted = wantedGroups();
    for (int row = 0; row < store.table().rowCount(); ++row) {
        if (kinds.contains(store.table().key(row).kind))
            outcome.servers.add(store.table().rowState(row, wanted));
    }
    if (pools != nullptr) {
        outcome.lists.append(pools->list());
        outcome.pools = pools->pools();
        outcome.members = pools->members();
    }
    return outcome;
}

// --- AccountLoader
// --------------------------------------------------------------------------------------------

AccountLoader::AccountLoader(ApiClient &client, InventoryStore &servers, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, client, servers))
{
    connect(&client.scheduler(), &RequestScheduler::loadChanged, this, [this] {
        if (isRunning())
            d->updateProgress();
    });
}

AccountLoader::~AccountLoader() = default;

void AccountLoader::setKinds(const QList<RowKind> &kinds)
{
    d->kinds = kinds;
}

void AccountLoader::setPools(PoolsLoader *pools)
{
    d->pools = pools;
    connect(pools, &PoolsLoader::progressed, this, [this] { d->updateProgress(); });
    connect(pools, &PoolsLoader::advanced, this, [this] { d->poolsAdvanced(); });
    connect(pools, &PoolsLoader::blocked, this, [this](const ApiError &error) { d->failWith(error); });
}

void AccountLoader::setWantedColumns(const ColumnSet &columns)
{
    d->setWantedColumns(columns);
}

void AccountLoader::setViewOrder(const ViewOrder &order)
{
    d->viewOrder = order;
    if (d->details)
        d->details->setViewOrder(order);
}

void AccountLoader::setFollowsView(bool follows)
{
    d->followsView = follows;
}

void AccountLoader::start()
{
    d->start();
}

void AccountLoader::stop()
{
    d->stop();
}

void AccountLoader::retry(const QList<int> &rows)
{
    d->retry(rows);
}

void AccountLoader::retryPools(const QList<int> &poolRows)
{
    d->retryPools(poolRows);
}

AccountLoader::State AccountLoader::state() const
{
    return d->state;
}

bool AccountLoader::isRunning() const
{
    return d->state == State::Counting || d->state == State::Listing || d->state == State::Detailing;
}

const LoadProgress &AccountLoader::progress() const
{
    return d->progress;
}

LoadOutcome AccountLoader::outcome() const
{
    return d->outcome();
}

const std::optional<AccountSummary> &AccountLoader::account() const
{
    return d->account;
}

QDateTime AccountLoader::asOf() const
{
    return d->asOf;
}

} // namespace layerscope
