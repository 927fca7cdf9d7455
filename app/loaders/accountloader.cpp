// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/accountloader.h"

#include "inventory/kinds.h"
#include "loaders/accountcounts.h"
#include "loaders/accountprogress.h"
#include "loaders/accounttables.h"
#include "loaders/callgroup.h"
#include "loaders/tableloader.h"

#include <QPointer>

#include <functional>
#include <utility>

namespace layerscope {

namespace {

constexpr std::chrono::milliseconds progressInterval{100};

} // namespace

class AccountLoader::Private
{
public:
    Private(AccountLoader &loader, ApiClient &usedClient, InventoryStore &usedStore)
        : q(loader)
        , client(usedClient)
        , tables(usedClient, usedStore)
    {}

    void start();
    void stop();
    void retry(const std::function<void()> &ask);
    void resume();
    void goOnWithRun();
    void setWantedColumns(const TableSpec &table, const ColumnSet &columns);

    void startAhead();
    void announce();
    void beginDetails();
    void counted(const Result<Reply<AccountSummary>> &reply);
    void checkEnd();
    void recounted(const QList<RowKind> &kinds, const AccountSummary &known);

    void dropRun();
    void end(State finalState);
    void failWith(const ApiError &error);
    void blocked(ApiError cause);
    /// False: somebody who heard of it destroyed the loader, or made it do something else.
    bool setState(State newState);
    void updateProgress();
    void goOn(bool isThereMore);

    [[nodiscard]] LoadOutcome outcome() const;
    /// The account has spoken, or it never will, so there is something to go on with.
    [[nodiscard]] bool isBegun() const { return isAnnounced; }

    AccountLoader &q;
    ApiClient &client;
    bool endsWhenBlocked = false;

    State state = State::Idle;
    AccountProgress progress;
    bool isProgressPending = false;
    std::optional<AccountSummary> account;
    bool isStarted = false;   ///< The lists of this load.
    bool isAnnounced = false; ///< Of this load; `account` may be of an earlier one.
    QDateTime asOf;
    bool wasStopped = false;
    std::optional<ApiError> fatal;
    quint64 run = 0; ///< Rises with each start.

    std::unique_ptr<CallGroup> counts;
    AccountTables tables; ///< The state is that of the first one's lists.
};

// --- the course of a load
// -------------------------------------------------------------------------------------

void AccountLoader::Private::start()
{
    dropRun();
    ++run;
    wasStopped = false;
    isAnnounced = false;
    isStarted = false;
    fatal.reset();
    progress.clear();
    asOf = client.clock().utcNow();
    tables.beginLoad();
    client.tryNow(); // somebody wants it

    counts = std::make_unique<CallGroup>(client);
    askForCounts(*counts, tables.kinds(), tables.firstTable(),
                 [this](const Result<Reply<AccountSummary>> &reply) { counted(reply); });
    if (client.isKeyProven())
        startAhead();
    updateProgress();
    setState(State::Counting);
}

/// The first pages: they say how many there are as well, and bring rows.
void AccountLoader::Private::startAhead()
{
    isStarted = true;
    tables.startAhead();
}

void AccountLoader::Private::counted(const Result<Reply<AccountSummary>> &reply)
{
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
        announce();
}

/// All pages go out from here on. Lists and details run side by side: the first rows get their details while
/// others are still listed.
void AccountLoader::Private::announce()
{
    if (!isStarted)
        startAhead();
    isAnnounced = true;
    tables.announce(account);
    updateProgress();
    if (setState(State::Listing) && tables.first().areListsOver())
        beginDetails();
}

void AccountLoader::Private::beginDetails()
{
    updateProgress();
    if (setState(State::Detailing))
        checkEnd();
}

void AccountLoader::Private::recounted(const QList<RowKind> &kinds, const AccountSummary &known)
{
    for (const RowKind kind : kinds) {
        if (account)
            account->setCount(kind, known.count(kind));
    }
}

void AccountLoader::Private::checkEnd()
{
    if (state == State::Detailing && tables.advance())
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
    if (!q.isRunning()) // several tables may say so in one turn
        return;
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

/// `ask`: for what is to be asked again, once there was a load.
void AccountLoader::Private::retry(const std::function<void()> &ask)
{
    if (!isBegun()) {
        start();
        return;
    }
    ask();
    goOnWithRun();
}

void AccountLoader::Private::resume()
{
    if (!isBegun())
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
    progress.clearRates();
    tables.resume();
    if (tables.first().areListsOver()) {
        beginDetails();
        return;
    }
    updateProgress();
    setState(State::Listing);
}

void AccountLoader::Private::setWantedColumns(const TableSpec &table, const ColumnSet &columns)
{
    TableLoader &loader = tables.of(table);
    loader.setWanted(columns);
    if (!isBegun())
        return;
    updateProgress();
    goOn(!loader.isDone());
}

void AccountLoader::Private::goOn(bool isThereMore)
{
    if (state == State::Finished && isThereMore) {
        progress.clearRates();
        setState(State::Detailing);
    } else {
        checkEnd(); // perhaps what was lacking is not wanted any more, so no call will end
    }
}

/// Ends what is under way without a word; what arrived stays.
void AccountLoader::Private::dropRun()
{
    counts.reset();
    tables.stop();
}

void AccountLoader::Private::end(State finalState)
{
    if (finalState != State::Finished)
        dropRun();
    tables.flush(); // whoever hears of the end sees all of it
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
    tables.look(progress, q.isRunning());
    if (isProgressPending)
        return;
    isProgressPending = true;
    client.clock().callAfter(progressInterval, &q, [this] {
        isProgressPending = false;
        Q_EMIT q.progressChanged();
    });
}

LoadOutcome AccountLoader::Private::outcome() const
{
    LoadOutcome outcome;
    outcome.wasStopped = wasStopped;
    outcome.fatal = fatal;
    tables.tell(outcome, state == State::Finished || state == State::Stopped || state == State::Failed);
    return outcome;
}

// --- AccountLoader
// --------------------------------------------------------------------------------------------

AccountLoader::AccountLoader(ApiClient &client, InventoryStore &servers, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, client, servers))
{
    connect(&d->tables, &AccountTables::progressed, this, [this] { d->updateProgress(); });
    connect(&d->tables, &AccountTables::recounted, this,
            [this](const QList<RowKind> &kinds, const AccountSummary &known) { d->recounted(kinds, known); });
    connect(&d->tables, &AccountTables::firstListsEnded, this, [this] {
        if (isRunning())
            d->beginDetails();
    });
    connect(&d->tables, &AccountTables::advanced, this, [this] { d->checkEnd(); });
    connect(&d->tables, &AccountTables::poolsAdvanced, this,
            [this](bool isThereMore) { d->goOn(isThereMore); });
    connect(&d->tables, &AccountTables::blocked, this, [this](const ApiError &error) { d->failWith(error); });
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
    d->tables.first().setKinds(kinds);
}

QList<const TableSpec *> AccountLoader::tablesBeside()
{
    QList<const TableSpec *> tables;
    for (const TableSpec *table : allTables()) {
        const bool isFirst = table == allTables().front();
        if (!isFirst && table->parent == nullptr && childTable(*table) == nullptr)
            tables.append(table);
    }
    return tables;
}

void AccountLoader::addTable(InventoryStore &store)
{
    d->tables.add(store);
}

void AccountLoader::setPools(PoolsLoader *pools)
{
    d->tables.setPools(pools);
}

void AccountLoader::setWantedColumns(const ColumnSet &columns)
{
    d->setWantedColumns(d->tables.firstTable(), columns);
}

void AccountLoader::setViewOrder(const ViewOrder &order)
{
    d->tables.first().setViewOrder(order);
}

void AccountLoader::setWantedColumns(const TableSpec &table, const ColumnSet &columns)
{
    d->setWantedColumns(table, columns);
}

void AccountLoader::setViewOrder(const TableSpec &table, const ViewOrder &order)
{
    d->tables.of(table).setViewOrder(order);
}

void AccountLoader::setFollowsView(bool follows)
{
    d->tables.first().setFollowsView(follows);
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
    d->retry([this] { d->tables.retry(RetryScope::ofLists()); });
}

void AccountLoader::stop()
{
    d->stop();
}

void AccountLoader::retry(const QList<int> &rows)
{
    d->retry([this, &rows] {
        if (rows.isEmpty())
            d->tables.retry(RetryScope::ofAll());
        else
            d->tables.first().retry(RetryScope::ofRows(rows));
    });
}

void AccountLoader::retry(const TableSpec &table, const QList<int> &rows)
{
    d->retry([&] { d->tables.of(table).retry(RetryScope::ofRows(rows)); });
}

void AccountLoader::retryPools(const QList<int> &poolRows)
{
    d->retry([&] { d->tables.retryPools(RetryScope::ofRows(poolRows)); });
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
    return d->progress.now();
}

bool AccountLoader::areListsOver(const TableSpec &table) const
{
    return d->tables.of(table).areListsOver();
}

std::optional<qint64> AccountLoader::expectedRows(const TableSpec &table) const
{
    if (&table == &d->tables.firstTable())
        return d->progress.now().expectedServers;
    return d->tables.of(table).expectedRows();
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
