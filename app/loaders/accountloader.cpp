// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/accountloader.h"

#include "core/saturatingsum.h"
#include "inventory/serverstate.h"
#include "loaders/accountcounts.h"
#include "loaders/callgroup.h"
#include "loaders/loadprogressmeter.h"
#include "loaders/poolsloader.h"
#include "loaders/rowdetailsloader.h"
#include "loaders/serverlists.h"

#include <QPointer>
#include <QSet>

#include <algorithm>
#include <numeric>
#include <utility>

namespace layerscope {

namespace {

constexpr std::chrono::milliseconds progressInterval{100};
/// Until a view has put the last page in order (0.1 s for 100 000 rows) and told what is on the screen (50
/// ms).
constexpr std::chrono::milliseconds timeToArrange{150};

/// As far as servers were asked for their pool.
QSet<qint64> poolsOfServers(const InventoryTable &servers)
{
    QSet<qint64> ids;
    for (int row = 0; row < servers.rowCount(); ++row) {
        if (servers.hasValue(row, ServerColumn::PoolId))
            ids.insert(servers.bits(row, ServerColumn::PoolId));
    }
    return ids;
}

} // namespace

class AccountLoader::Private
{
public:
    Private(AccountLoader &loader, ApiClient &usedClient, InventoryStore &usedStore)
        : q(loader)
        , client(usedClient)
        , store(usedStore)
        , lists(usedClient, usedStore)
    {}

    void start();
    void stop();
    void retry(const QList<int> &rows);
    void retryPools(const QList<int> &poolRows);
    void resume();
    void retryLists();
    void goOnWithRun();
    void setWantedColumns(const ColumnSet &columns);

    void beginLists();
    void listsEnded(const std::optional<ApiError> &hopeless);
    void beginDetails();
    /// Whether all is done; if only the members of pools are left, those are next.
    [[nodiscard]] bool advance();
    void checkEnd();

    void dropRun();
    void end(State finalState);
    void failWith(const ApiError &error);
    void blocked(ApiError cause);
    /// False: somebody who heard of it destroyed the loader, or made it do something else.
    bool setState(State newState);
    void updateProgress();
    void addProgressOfPools();
    [[nodiscard]] std::optional<std::chrono::seconds> timeLeft();
    void poolsAdvanced();
    void goOn(bool isThereMore);
    void clearMeters();

    [[nodiscard]] GroupSet wantedGroups() const;
    /// With what nobody looks at by itself, but what follows from it.
    [[nodiscard]] GroupSet askedGroups() const;
    [[nodiscard]] LoadOutcome outcome() const;

    AccountLoader &q;
    ApiClient &client;
    InventoryStore &store;
    QList<RowKind> kinds{RowKind::BareMetal, RowKind::Virtual};
    PoolsLoader *pools = nullptr;
    ColumnSet wantedColumns;
    ViewOrder viewOrder;
    bool followsView = false;
    bool endsWhenBlocked = false;

    State state = State::Idle;
    LoadProgress progress;
    LoadProgressMeter meter;
    LoadProgressMeter memberMeter; ///< Of pools whose members are through
    bool isProgressPending = false;
    std::optional<AccountSummary> account;
    QDateTime asOf;
    bool wasStopped = false;
    std::optional<ApiError> fatal;
    bool asksForPower = false; ///< Also if nobody wants that column: for states that follow from it.
    quint64 run = 0;           ///< Rises with each start.

    std::unique_ptr<CallGroup> counts;
    ServerLists lists;
    std::unique_ptr<RowDetailsLoader> details;
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
    asksForPower = false;
    progress = {};
    clearMeters();
    asOf = client.clock().utcNow();
    store.beginLoad();
    if (pools != nullptr)
        pools->beginLoad();
    client.tryNow(); // somebody wants it

    counts = std::make_unique<CallGroup>(client);
    counts->add(accountCountsCall([this](const Result<Reply<AccountSummary>> &reply) {
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
    }));
    setState(State::Counting);
}

/// Lists and details run side by side from here on: the first rows get their details while others are still
/// listed.
void AccountLoader::Private::beginLists()
{
    details = std::make_unique<RowDetailsLoader>(client, store);
    details->setWanted(askedGroups());
    details->setViewOrder(viewOrder);
    details->setSweepHeld(followsView);
    details->setCompletion([this](RowPatch &answer) { completeServerState(store.table(), answer); });
    connect(details.get(), &RowDetailsLoader::progressed, &q, [this] { updateProgress(); });
    connect(details.get(), &RowDetailsLoader::blocked, &q,
            [this](const ApiError &error) { failWith(error); });
    connect(details.get(), &RowDetailsLoader::done, &q, [this] { checkEnd(); });

    lists.start(kinds, account);
    details->start();
    if (pools != nullptr)
        pools->start();
    updateProgress();
    if (setState(State::Listing) && kinds.isEmpty())
        listsEnded(std::nullopt);
}

void AccountLoader::Private::listsEnded(const std::optional<ApiError> &hopeless)
{
    if (hopeless)
        failWith(*hopeless);
    else
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
    if (!lists.areOver() || !details->isDone())
        return false;
    if (!asksForPower && wantedColumns.test(ServerColumn::State) && needsPower(store.table())) {
        asksForPower = true; // the only thing that tells whether these run
        details->setWanted(askedGroups());
        if (!details->isDone())
            return false;
    }
    if (pools == nullptr)
        return true;
    if (pools->arePoolsDone()) {
        if (!pools->progress().isLoadingMembers)
            pools->setNamedPools(poolsOfServers(store.table()));
        pools->loadAllMembers();
    }
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

void AccountLoader::Private::blocked(ApiError cause)
{
    const bool isHopeless = client.isBlockedThoughAlive(); // whatever is left to ask fails
    if ((!endsWhenBlocked && !isHopeless) || !q.isRunning())
        return;
    //: %1 is the reason, a sentence or two
    cause.message =
        AccountLoader::tr("Nothing got through any more, so loading ended. %1").arg(cause.message);
    const QPointer<ApiClient> used(&client); // all of this may be gone when everybody has heard of it
    failWith(cause);
    if (isHopeless && used)
        used->tryNow(); // with nothing left to ask it is not blocked
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
    if (rows.isEmpty()) {
        lists.retry();
        if (pools != nullptr)
            pools->retryAll();
    }
    goOnWithRun();
}

void AccountLoader::Private::retryLists()
{
    if (!details) {
        start();
        return;
    }
    lists.retry();
    if (pools != nullptr)
        pools->retryLists();
    goOnWithRun();
}

void AccountLoader::Private::retryPools(const QList<int> &poolRows)
{
    if (!details) {
        start();
        return;
    }
    if (pools != nullptr)
        pools->retry(poolRows);
    goOnWithRun();
}

void AccountLoader::Private::resume()
{
    if (!details)
        start();
    else if (!q.isRunning())
        goOnWithRun();
}

/// From where it ended, if it did.
void AccountLoader::Private::goOnWithRun()
{
    client.tryNow(); // somebody wants it
    if (q.isRunning())
        return;
    wasStopped = false;
    fatal.reset();
    clearMeters();
    lists.resume();
    details->start();
    if (pools != nullptr)
        pools->resume();
    if (lists.areOver()) {
        beginDetails();
        return;
    }
    updateProgress();
    setState(State::Listing);
}

void AccountLoader::Private::setWantedColumns(const ColumnSet &columns)
{
    wantedColumns = columns;
    if (!details)
        return;
    details->setWanted(askedGroups());
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
    lists.stop();
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
    progress.listedRows = lists.listed();
    progress.expectedRows = lists.expected();
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
        progress.expectedRows = saturatingSum(
            *progress.expectedRows, std::max(ofPools.expectedPools.value_or(0), ofPools.listedPools));
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

GroupSet AccountLoader::Private::askedGroups() const
{
    return asksForPower ? wantedGroups() | GroupSet().set(ServerGroup::Power) : wantedGroups();
}

LoadOutcome AccountLoader::Private::outcome() const
{
    LoadOutcome outcome;
    outcome.wasStopped = wasStopped;
    outcome.fatal = fatal;
    outcome.lists = lists.outcome();

    const GroupSet wanted = wantedGroups();
    for (int row = 0; row < store.table().rowCount(); ++row) {
        const RowKind kind = store.table().key(row).kind;
        if (!kinds.contains(kind))
            continue;
        outcome.servers.add(store.table(), row, wanted);
        for (LoadOutcome::List &list : outcome.lists)
            list.rows += list.kind == kind ? 1 : 0;
    }
    if (pools != nullptr) {
        outcome.lists.append(pools->list());
        outcome.pools = pools->pools();
        outcome.members = pools->members();
        const bool isOver = state == State::Finished || state == State::Stopped || state == State::Failed;
        outcome.poolsWithoutMembers = isOver ? pools->poolsWithoutMembers() : 0;
    }
    return outcome;
}

// --- AccountLoader
// --------------------------------------------------------------------------------------------

AccountLoader::AccountLoader(ApiClient &client, InventoryStore &servers, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, client, servers))
{
    connect(&d->lists, &ServerLists::totalsChanged, this, [this] { d->updateProgress(); });
    connect(&d->lists, &ServerLists::rowsListed, this, [this] {
        d->details->wake();
        d->updateProgress();
    });
    connect(&d->lists, &ServerLists::recounted, this,
            [this](const AccountSummary &counts) { d->account = counts; });
    connect(&d->lists, &ServerLists::ended, this,
            [this](const std::optional<ApiError> &hopeless) { d->listsEnded(hopeless); });
    connect(&client, &ApiClient::blocked, this, [this](const ApiError &cause) {
        const QPointer<AccountLoader> self(this);
        d->blocked(cause);
        if (self)
            Q_EMIT outageChanged();
    });
    connect(&client, &ApiClient::unblocked, this, &AccountLoader::outageChanged);
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

void AccountLoader::setEndsWhenBlocked(bool ends)
{
    d->endsWhenBlocked = ends;
}

void AccountLoader::start()
{
    d->start();
}

void AccountLoader::resume()
{
    d->resume();
}

void AccountLoader::retryLists()
{
    d->retryLists();
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

std::optional<Outage> AccountLoader::outage() const
{
    if (!d->client.isBlocked())
        return std::nullopt;
    const ApiError &cause = d->client.blockedBy();
    return Outage{causeInWords(cause), cause.message, d->client.blockedSince()};
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
