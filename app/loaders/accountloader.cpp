// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/accountloader.h"

#include "inventory/kinds.h"
#include "loaders/accountcounts.h"
#include "loaders/callgroup.h"
#include "loaders/tableloader.h"

#include <QPointer>

namespace layerscope {

namespace {

constexpr std::chrono::milliseconds progressInterval{100};

} // namespace

AccountLoader::AccountLoader(ApiClient &client, InventoryStore &servers, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_tables(client, servers)
{
    connect(&m_tables, &AccountTables::progressed, this, &AccountLoader::updateProgress);
    connect(&m_tables, &AccountTables::recounted, this, &AccountLoader::recounted);
    connect(&m_tables, &AccountTables::countsArrived, this, [this](const auto &kinds, const auto &counts) {
        recounted(kinds, counts);
        Q_EMIT accountArrived(*m_account);
    });
    connect(&m_tables, &AccountTables::firstListsEnded, this, [this] {
        if (isRunning())
            beginDetails();
    });
    connect(&m_tables, &AccountTables::advanced, this, &AccountLoader::checkEnd);
    connect(&m_tables, &AccountTables::poolsAdvanced, this, &AccountLoader::goOn);
    connect(&m_tables, &AccountTables::blocked, this, &AccountLoader::failWith);
    connect(&client, &ApiClient::blocked, this, [this](const ApiError &cause) {
        const QPointer<AccountLoader> self(this);
        hearBlocked(cause);
        if (self)
            Q_EMIT outageChanged();
    });
    connect(&client, &ApiClient::unblocked, this, &AccountLoader::outageChanged);
    connect(&client.scheduler(), &RequestScheduler::loadChanged, this, [this] {
        if (isRunning())
            updateProgress();
    });
}

AccountLoader::~AccountLoader() = default;

// --- the course of a load
// -------------------------------------------------------------------------------------

void AccountLoader::start()
{
    dropRun();
    ++m_run;
    m_wasStopped = false;
    m_isAnnounced = false;
    m_isStarted = false;
    m_fatal.reset();
    m_progress.clear();
    m_asOf = m_client.clock().utcNow();
    m_tables.beginLoad();
    m_client.tryNow(); // somebody wants it

    m_counts = std::make_unique<CallGroup>(m_client);
    askForCounts(*m_counts, m_tables.kinds(), m_tables.firstTable(),
                 [this](const Result<Reply<AccountSummary>> &reply) { counted(reply); });
    if (m_client.isKeyProven())
        startAhead();
    updateProgress();
    setState(State::Counting);
}

/// The first pages: they say how many there are as well, and bring rows.
void AccountLoader::startAhead()
{
    m_isStarted = true;
    m_tables.startAhead();
}

void AccountLoader::counted(const Result<Reply<AccountSummary>> &reply)
{
    if (!reply && makesListsHopeless(reply.error())) {
        failWith(reply.error());
        return;
    }
    m_account = reply ? std::optional(reply->value) : std::nullopt;
    const QPointer<AccountLoader> self(this);
    const quint64 thisRun = m_run;
    if (m_account)
        Q_EMIT accountArrived(*m_account);
    if (self && m_run == thisRun && m_state == State::Counting)
        announce();
}

/// All pages go out from here on. Lists and details run side by side: the first rows get their details while
/// others are still listed.
void AccountLoader::announce()
{
    if (!m_isStarted)
        startAhead();
    m_isAnnounced = true;
    m_tables.announce(m_account);
    updateProgress();
    if (setState(State::Listing) && m_tables.first().areListsOver())
        beginDetails();
}

void AccountLoader::beginDetails()
{
    updateProgress();
    if (setState(State::Detailing))
        checkEnd();
}

void AccountLoader::recounted(const QList<RowKind> &kinds, const AccountSummary &known)
{
    for (const RowKind kind : kinds) {
        if (m_account)
            m_account->setCount(kind, known.count(kind));
    }
}

void AccountLoader::checkEnd()
{
    if (m_state == State::Detailing && m_tables.advance())
        end(State::Finished);
}

// --- what may happen to it
// ------------------------------------------------------------------------------------

void AccountLoader::stop()
{
    if (!isRunning())
        return;
    m_wasStopped = true;
    end(State::Stopped);
}

void AccountLoader::failWith(const ApiError &error)
{
    if (!isRunning()) // several tables may say so in one turn
        return;
    m_fatal = error;
    end(State::Failed);
}

void AccountLoader::hearBlocked(ApiError cause)
{
    const bool isHopeless = m_client.isBlockedThoughAlive(); // whatever is left to ask fails
    if ((!m_endsWhenBlocked && !isHopeless) || !isRunning())
        return;
    //: %1 is the reason, a sentence or two
    cause.message =
        AccountLoader::tr("Nothing got through any more, so loading ended. %1").arg(cause.message);
    const QPointer<ApiClient> used(&m_client); // all of this may be gone when everybody has heard of it
    failWith(cause);
    if (isHopeless && used)
        used->tryNow(); // with nothing left to ask it is not blocked
}

/// `ask`: for what is to be asked again, once there was a load.
void AccountLoader::askAgain(const std::function<void()> &ask)
{
    if (!isBegun()) {
        start();
        return;
    }
    ask();
    goOnWithRun();
}

void AccountLoader::resume()
{
    if (!isBegun())
        start();
    else if (!isRunning())
        goOnWithRun();
}

/// From where it ended, if it did.
void AccountLoader::goOnWithRun()
{
    m_client.tryNow(); // somebody wants it
    if (isRunning())
        return;
    m_wasStopped = false;
    m_fatal.reset();
    m_progress.clearRates();
    m_tables.resume();
    if (m_tables.first().areListsOver()) {
        beginDetails();
        return;
    }
    updateProgress();
    setState(State::Listing);
}

void AccountLoader::setWantedColumns(const TableSpec &table, const ColumnSet &columns)
{
    m_tables.setWanted(table, columns);
    if (!isBegun())
        return;
    updateProgress();
    goOn(m_tables.isAnythingLeft(table));
}

void AccountLoader::goOn(bool isThereMore)
{
    if (m_state == State::Finished && isThereMore) {
        m_progress.clearRates();
        setState(State::Detailing);
    } else {
        checkEnd(); // perhaps what was lacking is not wanted any more, so no call will end
    }
}

/// Ends what is under way without a word; what arrived stays.
void AccountLoader::dropRun()
{
    m_counts.reset();
    m_tables.stop();
}

void AccountLoader::end(State finalState)
{
    if (finalState != State::Finished)
        dropRun();
    m_tables.flush(); // whoever hears of the end sees all of it
    updateProgress();
    if (setState(finalState))
        Q_EMIT finished(outcome());
}

bool AccountLoader::setState(State newState)
{
    if (m_state == newState)
        return true;
    m_state = newState;
    const QPointer<AccountLoader> self(this);
    const quint64 thisRun = m_run;
    Q_EMIT stateChanged(newState);
    return self && m_run == thisRun && m_state == newState;
}

// --- what it says
// ---------------------------------------------------------------------------------------------

void AccountLoader::updateProgress()
{
    m_tables.look(m_progress, isRunning());
    if (m_isProgressPending)
        return;
    m_isProgressPending = true;
    m_client.clock().callAfter(progressInterval, this, [this] {
        m_isProgressPending = false;
        Q_EMIT progressChanged();
    });
}

LoadOutcome AccountLoader::outcome() const
{
    LoadOutcome outcome;
    outcome.wasStopped = m_wasStopped;
    outcome.fatal = m_fatal;
    m_tables.tell(outcome,
                  m_state == State::Finished || m_state == State::Stopped || m_state == State::Failed);
    return outcome;
}

// --- what is to be loaded, and how far it is
// --------------------------------------------------------------------------------------------------------

void AccountLoader::setKinds(const QList<RowKind> &kinds)
{
    m_tables.first().setKinds(kinds);
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
    m_tables.add(store);
}

void AccountLoader::setPools(PoolsLoader *pools)
{
    m_tables.setPools(pools);
}

void AccountLoader::setWantedColumns(const ColumnSet &columns)
{
    setWantedColumns(m_tables.firstTable(), columns);
}

void AccountLoader::setViewOrder(const ViewOrder &order)
{
    m_tables.first().setViewOrder(order);
}

void AccountLoader::setViewOrder(const TableSpec &table, const ViewOrder &order)
{
    m_tables.of(table).setViewOrder(order);
}

void AccountLoader::setFollowsView(bool follows)
{
    m_tables.first().setFollowsView(follows);
}

void AccountLoader::setEndsWhenBlocked(bool ends)
{
    m_endsWhenBlocked = ends;
}

void AccountLoader::retryLists()
{
    askAgain([this] { m_tables.retry(RetryScope::ofLists()); });
}

void AccountLoader::retry(const QList<int> &rows)
{
    askAgain([this, &rows] {
        if (rows.isEmpty())
            m_tables.retry(RetryScope::ofAll());
        else
            m_tables.first().retry(RetryScope::ofRows(rows));
    });
}

void AccountLoader::retry(const TableSpec &table, const QList<int> &rows)
{
    askAgain([&] { m_tables.of(table).retry(RetryScope::ofRows(rows)); });
}

void AccountLoader::retryPools(const QList<int> &poolRows)
{
    askAgain([&] { m_tables.retryPools(RetryScope::ofRows(poolRows)); });
}

AccountLoader::State AccountLoader::state() const
{
    return m_state;
}

bool AccountLoader::isRunning() const
{
    return m_state == State::Counting || m_state == State::Listing || m_state == State::Detailing;
}

std::optional<Outage> AccountLoader::outage() const
{
    if (!m_client.isBlocked())
        return std::nullopt;
    const ApiError &cause = m_client.blockedBy();
    return Outage{causeInWords(cause), cause.message, m_client.blockedSince()};
}

const LoadProgress &AccountLoader::progress() const
{
    return m_progress.now();
}

bool AccountLoader::areListsOver(const TableSpec &table) const
{
    return m_tables.of(table).areListsOver();
}

std::optional<qint64> AccountLoader::expectedRows(const TableSpec &table) const
{
    if (&table == &m_tables.firstTable())
        return m_progress.now().expectedServers;
    return m_tables.of(table).expectedRows();
}

const std::optional<AccountSummary> &AccountLoader::account() const
{
    return m_account;
}

QDateTime AccountLoader::asOf() const
{
    return m_asOf;
}

} // namespace layerscope
