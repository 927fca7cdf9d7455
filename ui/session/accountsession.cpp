// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/accountsession.h"

#include "inventory/kinds.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

bool isMoreToBeHad(const LoadOutcome &outcome)
{
    const bool areListsShort = std::any_of(outcome.lists.cbegin(), outcome.lists.cend(),
                                           [](const LoadOutcome::List &list) { return !list.isComplete(); });
    qint64 rows = outcome.poolsWithoutMembers;
    for (const LoadOutcome::Table &table : outcome.tables)
        rows += table.rows.failed + table.rows.notLoaded() + table.rows.old;
    return outcome.wasStopped || outcome.fatal || areListsShort || rows > 0;
}

/// When the oldest values that the last load did not bring again were asked for; invalid: there are none.
QDateTime oldestStale(const InventoryTable &table, const ColumnSet &columns)
{
    const GroupSet wanted = table.catalogue().groupsOf(columns);
    QDateTime oldest;
    for (int row = 0; row < table.rowCount(); ++row) {
        for (int group = 0; group < table.catalogue().groupCount(); ++group) {
            if (!wanted.test(static_cast<std::size_t>(group)) ||
                table.groupState(row, group) != CellState::Stale)
                continue;
            const QDateTime time = table.loadTime(row, group);
            if (time.isValid() && (!oldest.isValid() || time < oldest))
                oldest = time;
        }
    }
    return oldest;
}

QDateTime older(const QDateTime &a, const QDateTime &b)
{
    if (!a.isValid() || !b.isValid())
        return a.isValid() ? a : b;
    return std::min(a, b);
}

/// To be told early does no harm here: a load goes on by itself.
constexpr std::chrono::milliseconds longestPatience{10'000};

ApiClient::Options forAWindow(ApiClient::Options options)
{
    options.patience = std::min(options.patience, longestPatience);
    return options;
}

} // namespace

AccountSession::AccountSession(const Connection &connection, const ApiClient::Options &options,
                               QObject *parent)
    : QObject(parent)
    , m_store(serverCatalogue())
    , m_pools(poolCatalogue())
    , m_members(memberCatalogue())
    , m_client(connection, forAWindow(options))
    , m_poolsLoader(m_client, m_pools, m_members)
    , m_loader(m_client, m_store)
    , m_navigator(m_store, m_pools, m_members)
    , m_servers(m_store, m_client.workers())
    , m_poolsModel(m_pools, m_members, m_client.workers())
{
    m_loader.setFollowsView(true);
    m_loader.setPools(&m_poolsLoader);
    connect(&m_poolsLoader, &PoolsLoader::membersSettled, &m_poolsModel, &PoolsModel::setMembersSettled);
    connect(&m_loader, &AccountLoader::stateChanged, this, &AccountSession::showState);
    connect(&m_loader, &AccountLoader::accountArrived, this, [this](const AccountSummary &account) {
        m_navigator.setAccount(account);
        Q_EMIT accountArrived();
    });
}

AccountSession::~AccountSession()
{
    m_loader.disconnect(this);
    m_loader.stop();
    m_client.cancelAll();
}

void AccountSession::goOn()
{
    if (!m_canGoOn)
        return;
    if (m_loader.state() == AccountLoader::State::Finished)
        m_loader.retry();
    else
        m_loader.resume();
}

QString AccountSession::endpoint() const
{
    return connection().restBase.host();
}

void AccountSession::setScreenColumns(const ColumnSet &columns)
{
    m_screenColumns = columns;
    askForColumns();
}

void AccountSession::setExportColumns(const ColumnSet &columns)
{
    m_exportColumns = columns;
    askForColumns();
}

void AccountSession::askForColumns()
{
    ColumnSet columns = m_screenColumns | m_exportColumns;
    columns.set(ServerColumn::Transaction); // the navigator counts them, and they are part of a state's shape
    m_loader.setWantedColumns(columns);
    // What is counted as not permitted in the status bar, counted in the navigator and listed beside it is
    // the same.
    m_navigator.setWantedGroups(serverCatalogue().groupsOf(columns));
    m_servers.setStateColumns(columns);
}

void AccountSession::setPoolColumns(const ColumnSet &ofPools, const ColumnSet &ofMembers)
{
    m_poolColumns = ofPools;
    m_memberColumns = ofMembers;
    askForPoolColumns();
}

void AccountSession::setPoolExportColumns(const ColumnSet &ofPools, const ColumnSet &ofMembers)
{
    m_poolExportColumns = ofPools;
    m_memberExportColumns = ofMembers;
    askForPoolColumns();
}

void AccountSession::askForPoolColumns()
{
    m_poolsLoader.setWantedColumns(m_poolColumns | m_poolExportColumns);
    m_poolsLoader.setWantedMemberColumns(m_memberColumns | m_memberExportColumns);
}

/// Kinds of which not all that was announced was listed.
QSet<RowKind> AccountSession::incompleteKinds(const LoadOutcome &outcome)
{
    QSet<RowKind> kinds;
    for (const LoadOutcome::List &list : outcome.lists) {
        if (!list.isComplete())
            kinds.insert(list.kind);
    }
    return kinds;
}

/// The time of the load that the person began, pauses while it was stopped left out. What is asked for after
/// its end, for one more column or once again, does not belong to it.
void AccountSession::measureLoad(AccountLoader::State state)
{
    const std::chrono::milliseconds now = m_client.clock().now();
    if (state == AccountLoader::State::Counting) {
        m_loadTime.reset();
        m_timeBeforeRun = {};
        m_runBegan = now;
    } else if (m_loader.isRunning()) {
        if (!m_runBegan && !m_loadTime)
            m_runBegan = now;
    } else if (m_runBegan) {
        m_timeBeforeRun += now - *std::exchange(m_runBegan, std::nullopt);
        if (state == AccountLoader::State::Finished)
            m_loadTime = m_timeBeforeRun;
    }
}

void AccountSession::lookForStaleValues(AccountLoader::State state, const LoadOutcome &outcome)
{
    if (state == AccountLoader::State::Counting) {
        // All of it is old now, as old as the oldest was.
        m_staleAsOf =
            m_store.table().rowCount() > 0 || m_pools.table().rowCount() > 0 ? m_oldestAsOf : QDateTime();
    } else if (!m_loader.isRunning()) {
        // Rows with such values are not complete: after most loads there is nothing to look for.
        m_staleAsOf = isMoreToBeHad(outcome) ? older(oldestStale(m_store.table(), m_screenColumns),
                                                     oldestStale(m_pools.table(), m_poolColumns))
                                             : QDateTime();
        m_oldestAsOf = asOf();
    }
}

QDateTime AccountSession::asOf() const
{
    return m_staleAsOf.isValid() ? m_staleAsOf : m_loader.asOf();
}

void AccountSession::showState()
{
    const AccountLoader::State state = m_loader.state();
    m_servers.setLoadRunning(m_loader.isRunning());
    m_poolsModel.setLoadRunning(m_loader.isRunning());
    measureLoad(state);
    const LoadOutcome outcome = m_loader.outcome();
    lookForStaleValues(state, outcome);
    m_canGoOn = !m_loader.isRunning() && state != AccountLoader::State::Idle && isMoreToBeHad(outcome);
    // A load that failed or was stopped early does not make a count of what came the truth.
    if (state == AccountLoader::State::Counting) {
        m_areListsThrough = false;
        m_poolsModel.setNoneSettled();
    } else if (state == AccountLoader::State::Detailing || state == AccountLoader::State::Finished) {
        if (!m_areListsThrough)
            m_servers.arrangeNow(); // so that the rows on screen are the ones whose details come first
        m_areListsThrough = true;
    }
    if (m_areListsThrough)
        m_navigator.setIncompleteKinds(incompleteKinds(outcome));
    m_navigator.setListingRunning(!m_areListsThrough);
}

} // namespace layerscope
