// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/accountloader.h"

#include "inventory/kinds.h"
#include "loaders/accountcounts.h"
#include "loaders/accountprogress.h"
#include "loaders/callgroup.h"
#include "loaders/poolsloader.h"
#include "loaders/tableloader.h"

#include <QPointer>
#include <QSet>

#include <algorithm>
#include <utility>
#include <vector>

namespace layerscope {

namespace {

constexpr std::chrono::milliseconds progressInterval{100};

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
    {
        addTable(usedStore);
        servers().setNeedsRows(true);
    }

    void addTable(InventoryStore &usedStore);

    void start();
    void stop();
    void retry(const QList<int> &rows);
    void retryPools(const QList<int> &poolRows);
    void resume();
    void retryLists();
    void goOnWithRun();
    void setWantedColumns(const TableSpec &table, const ColumnSet &columns);

    void startAhead();
    void announce();
    void beginDetails();
    void askForCounts(const QList<RowKind> &kinds);
    /// Whether all is done; if only the members of pools are left, those are next.
    [[nodiscard]] bool advance();
    void checkEnd();
    void recounted(const TableSpec &table, const AccountSummary &known);

    void dropRun();
    void end(State finalState);
    void failWith(const ApiError &error);
    void blocked(ApiError cause);
    /// False: somebody who heard of it destroyed the loader, or made it do something else.
    bool setState(State newState);
    void updateProgress();
    void poolsAdvanced();
    void goOn(bool isThereMore);

    [[nodiscard]] LoadOutcome outcome() const;
    [[nodiscard]] QList<RowKind> countedKinds() const;
    /// The account has spoken, or it never will, so there is something to go on with.
    [[nodiscard]] bool isBegun() const { return isAnnounced; }

    AccountLoader &q;
    ApiClient &client;
    PoolsLoader *pools = nullptr;
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

    struct Table
    {
        InventoryStore &store;
        const TableSpec &spec;
        std::unique_ptr<TableLoader> loader;
    };
    [[nodiscard]] TableLoader &servers() const { return *tables.front().loader; }
    [[nodiscard]] TableLoader &loaderOf(const TableSpec &table) const;

    std::unique_ptr<CallGroup> counts;
    std::vector<Table> tables; ///< The servers first: the state is that of their lists.
};

// --- the course of a load
// -------------------------------------------------------------------------------------

void AccountLoader::Private::addTable(InventoryStore &usedStore)
{
    const TableSpec &spec = tableSpec(usedStore.table().catalogue());
    tables.push_back({usedStore, spec, std::make_unique<TableLoader>(client, usedStore)});
    const TableLoader *loader = tables.back().loader.get();
    connect(loader, &TableLoader::progressed, &q, [this] { updateProgress(); });
    connect(loader, &TableLoader::recounted, &q,
            [this, &spec](const AccountSummary &known) { recounted(spec, known); });
    connect(loader, &TableLoader::listsEnded, &q, [this, loader] {
        if (!q.isRunning())
            return;
        if (loader == &servers()) {
            beginDetails();
        } else {
            updateProgress();
            checkEnd();
        }
    });
    connect(loader, &TableLoader::advanced, &q, [this] { checkEnd(); });
    connect(loader, &TableLoader::blocked, &q, [this](const ApiError &error) { failWith(error); });
}

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
    for (const Table &table : tables)
        table.loader->beginLoad();
    if (pools != nullptr)
        pools->beginLoad();
    client.tryNow(); // somebody wants it

    counts = std::make_unique<CallGroup>(client);
    askForCounts(countedKinds());
    if (client.isKeyProven())
        startAhead();
    updateProgress();
    setState(State::Counting);
}

/// The first pages: they say how many there are as well, and bring rows.
void AccountLoader::Private::startAhead()
{
    isStarted = true;
    for (const Table &table : tables)
        table.loader->startAhead();
    if (pools != nullptr)
        pools->start();
}

/// One count that is refused, or that the API does not know, fails the whole call (softlayer-kinds §0.2):
/// then those of the servers are asked for by themselves, which tell who the account is.
void AccountLoader::Private::askForCounts(const QList<RowKind> &kinds)
{
    counts->add(accountCountsCall(kinds, [this, kinds](const Result<Reply<AccountSummary>> &reply) {
        if (!reply && makesListsHopeless(reply.error())) {
            failWith(reply.error());
            return;
        }
        const auto isOfServers = [](RowKind kind) { return &tableOf(kind) == &serversTable; };
        const bool isForNames =
            !reply && (reply.error().isRefusal() || reply.error().kind == ApiError::Kind::InvalidRequest);
        if (isForNames && !std::all_of(kinds.cbegin(), kinds.cend(), isOfServers)) {
            QList<RowKind> ofServers = kinds;
            ofServers.removeIf([&isOfServers](RowKind kind) { return !isOfServers(kind); });
            askForCounts(ofServers);
            return;
        }
        account = reply ? std::optional(reply->value) : std::nullopt;
        const QPointer<AccountLoader> self(&q);
        const quint64 thisRun = run;
        if (account)
            Q_EMIT q.accountArrived(*account);
        if (self && run == thisRun && state == State::Counting)
            announce();
    }));
}

/// Of servers all, whichever are loaded: they tell who the account is.
QList<RowKind> AccountLoader::Private::countedKinds() const
{
    QList<RowKind> kinds;
    for (const Table &table : tables)
        kinds.append(QList<RowKind>(table.spec.kinds.begin(), table.spec.kinds.end()));
    return kinds;
}

/// All pages go out from here on. Lists and details run side by side: the first rows get their details while
/// others are still listed.
void AccountLoader::Private::announce()
{
    if (!isStarted)
        startAhead();
    isAnnounced = true;
    for (const Table &table : tables)
        table.loader->announce(account);
    updateProgress();
    if (setState(State::Listing) && servers().areListsOver())
        beginDetails();
}

void AccountLoader::Private::beginDetails()
{
    updateProgress();
    if (setState(State::Detailing))
        checkEnd();
}

bool AccountLoader::Private::advance()
{
    const auto isDone = [](const Table &table) { return table.loader->isDone(); };
    if (!std::all_of(tables.cbegin(), tables.cend(), isDone))
        return false;
    if (pools == nullptr)
        return true;
    if (pools->arePoolsDone()) {
        if (!pools->progress().isLoadingMembers)
            pools->setNamedPools(poolsOfServers(servers().table()));
        pools->loadAllMembers();
    }
    return pools->isDone();
}

void AccountLoader::Private::recounted(const TableSpec &table, const AccountSummary &known)
{
    for (const RowKind kind : table.kinds) {
        if (account)
            account->setCount(kind, known.count(kind));
    }
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

void AccountLoader::Private::retry(const QList<int> &rows)
{
    if (!isBegun()) {
        start();
        return;
    }
    if (rows.isEmpty()) {
        for (const Table &table : tables)
            table.loader->retryAll();
        if (pools != nullptr)
            pools->retryAll();
    } else {
        servers().retryRows(rows);
    }
    goOnWithRun();
}

void AccountLoader::Private::retryLists()
{
    if (!isBegun()) {
        start();
        return;
    }
    for (const Table &table : tables)
        table.loader->retryLists();
    if (pools != nullptr)
        pools->retryLists();
    goOnWithRun();
}

void AccountLoader::Private::retryPools(const QList<int> &poolRows)
{
    if (!isBegun()) {
        start();
        return;
    }
    if (pools != nullptr)
        pools->retry(poolRows);
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
    for (const Table &table : tables)
        table.loader->resume();
    if (pools != nullptr)
        pools->resume();
    if (servers().areListsOver()) {
        beginDetails();
        return;
    }
    updateProgress();
    setState(State::Listing);
}

void AccountLoader::Private::setWantedColumns(const TableSpec &table, const ColumnSet &columns)
{
    TableLoader &loader = loaderOf(table);
    loader.setWanted(columns);
    if (!isBegun())
        return;
    updateProgress();
    goOn(!loader.isDone());
}

TableLoader &AccountLoader::Private::loaderOf(const TableSpec &table) const
{
    const auto known = std::find_if(tables.cbegin(), tables.cend(),
                                    [&table](const Table &other) { return &other.spec == &table; });
    Q_ASSERT(known != tables.cend());
    return *known->loader;
}

/// They are finished with something, or got something more to do.
void AccountLoader::Private::poolsAdvanced()
{
    goOn(!pools->isDone());
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
    for (const Table &table : tables)
        table.loader->stop();
    if (pools != nullptr)
        pools->stop();
}

void AccountLoader::Private::end(State finalState)
{
    if (finalState != State::Finished)
        dropRun();
    for (const Table &table : tables)
        table.store.flush(); // whoever hears of the end sees all of it
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
    QList<const TableLoader *> loaders;
    for (const Table &table : tables)
        loaders.append(table.loader.get());
    progress.look(loaders, pools, client.clock().now(), q.isRunning());
    progress.setCallsInFlight(client.scheduler().inFlight());
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
    for (const Table &table : tables) {
        outcome.lists += table.loader->lists();
        outcome.of(table.spec) = table.loader->tally();
    }
    if (pools != nullptr) {
        outcome.lists.append(pools->list());
        outcome.of(poolsTable) = pools->pools();
        outcome.of(poolMembersTable) = pools->members();
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
    d->servers().setKinds(kinds);
}

QList<const TableSpec *> AccountLoader::tablesBeside()
{
    QList<const TableSpec *> tables;
    for (const TableSpec *table : allTables()) {
        if (table != &serversTable && table != &poolsTable && table->parent == nullptr)
            tables.append(table);
    }
    return tables;
}

void AccountLoader::addTable(InventoryStore &store)
{
    d->addTable(store);
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
    d->setWantedColumns(serversTable, columns);
}

void AccountLoader::setViewOrder(const ViewOrder &order)
{
    d->servers().setViewOrder(order);
}

void AccountLoader::setWantedColumns(const TableSpec &table, const ColumnSet &columns)
{
    d->setWantedColumns(table, columns);
}

void AccountLoader::setViewOrder(const TableSpec &table, const ViewOrder &order)
{
    d->loaderOf(table).setViewOrder(order);
}

void AccountLoader::setFollowsView(bool follows)
{
    d->servers().setFollowsView(follows);
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

void AccountLoader::retry(const TableSpec &table, const QList<int> &rows)
{
    if (!d->isBegun()) {
        start();
        return;
    }
    d->loaderOf(table).retryRows(rows);
    d->goOnWithRun();
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
    return d->progress.now();
}

bool AccountLoader::areListsOver(const TableSpec &table) const
{
    return d->loaderOf(table).areListsOver();
}

std::optional<qint64> AccountLoader::expectedRows(const TableSpec &table) const
{
    if (&table == &serversTable)
        return d->progress.now().expectedServers;
    return d->loaderOf(table).expectedRows();
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
