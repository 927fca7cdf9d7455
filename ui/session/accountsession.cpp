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

std::vector<std::unique_ptr<InventoryStore>> storesBeside()
{
    std::vector<std::unique_ptr<InventoryStore>> stores;
    for (const TableSpec *table : AccountLoader::tablesBeside())
        stores.push_back(std::make_unique<InventoryStore>(table->catalogue()));
    return stores;
}

QList<const InventoryStore *> pointersTo(const std::vector<std::unique_ptr<InventoryStore>> &stores)
{
    QList<const InventoryStore *> pointers;
    for (const auto &store : stores)
        pointers.append(store.get());
    return pointers;
}

} // namespace

AccountSession::AccountSession(const Connection &connection, const ApiClient::Options &options,
                               QObject *parent)
    : QObject(parent)
    , m_store(serverCatalogue())
    , m_pools(poolCatalogue())
    , m_members(memberCatalogue())
    , m_besideStores(storesBeside())
    , m_client(connection, forAWindow(options))
    , m_poolsLoader(m_client, m_pools, m_members)
    , m_loader(m_client, m_store)
    , m_navigator(m_store, m_pools, m_members, pointersTo(m_besideStores), &m_client.workers())
    , m_servers(m_store, m_client.workers())
    , m_poolsModel(m_pools, &m_members, m_client.workers())
    , m_listing(AccountLoader::tablesBeside())
{
    for (const auto &store : m_besideStores) {
        m_loader.addTable(*store);
        m_besideModels.push_back(std::make_unique<RowsModel>(*store, m_client.workers()));
    }
    m_loader.setFollowsView(true);
    m_loader.setPools(&m_poolsLoader);
    connect(&m_poolsLoader, &PoolsLoader::membersSettled, &m_poolsModel, &RowsModel::setSettled);
    connect(&m_loader, &AccountLoader::stateChanged, this, &AccountSession::showState);
    connect(&m_loader, &AccountLoader::progressChanged, this, &AccountSession::showListsBeside);
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

template<class Session>
auto &AccountSession::storeIn(Session &session, const TableSpec &table)
{
    const Catalogue &catalogue = table.catalogue();
    for (auto *store : {&session.m_store, &session.m_pools, &session.m_members}) {
        if (&store->table().catalogue() == &catalogue)
            return *store;
    }
    const auto beside =
        std::find_if(session.m_besideStores.cbegin(), session.m_besideStores.cend(),
                     [&catalogue](const auto &store) { return &store->table().catalogue() == &catalogue; });
    Q_ASSERT(beside != session.m_besideStores.cend());
    // In a session that is const the others are.
    return static_cast<decltype((session.m_store))>(**beside);
}

const InventoryStore &AccountSession::store(const TableSpec &table) const
{
    return storeIn(*this, table);
}

void AccountSession::addAnswer(const TableSpec &table, RowPatch answer)
{
    InventoryStore &store = storeIn(*this, table);
    if (!store.table().find(answer.key))
        return;
    if (table.complete != nullptr)
        table.complete(store.table(), answer);
    store.apply({answer});
    askForColumns(table); // perhaps that was all that a load still waited for
}

RowsModel &AccountSession::rows(const TableSpec &table)
{
    if (&table == &serversTable)
        return m_servers;
    if (&table == &poolsTable)
        return m_poolsModel;
    const auto model =
        std::find_if(m_besideModels.cbegin(), m_besideModels.cend(),
                     [&table](const auto &beside) { return &beside->catalogue() == &table.catalogue(); });
    Q_ASSERT(model != m_besideModels.cend());
    return **model;
}

void AccountSession::setScreenColumns(const TableSpec &table, const ColumnSet &columns)
{
    const bool isNew = std::exchange(m_columns[&table].screen, columns) != columns;
    askForColumns(table);
    if (isNew)
        lookForMore();
}

void AccountSession::setExportColumns(const TableSpec &table, const ColumnSet &columns)
{
    const bool isNew = std::exchange(m_columns[&table].exported, columns) != columns;
    askForColumns(table);
    if (isNew)
        lookForMore();
}

void AccountSession::askForColumns(const TableSpec &table)
{
    const Columns of = m_columns.value(&table);
    ColumnSet columns = of.screen | of.exported;
    for (const ColumnIndex column : table.countedColumns)
        columns.set(static_cast<std::size_t>(column));
    if (&table == &poolmembersTable) {
        m_poolsLoader.setWantedMemberColumns(columns);
        return;
    }
    if (&table == &poolsTable)
        m_poolsLoader.setWantedColumns(columns);
    else
        m_loader.setWantedColumns(table, columns);
    // What is counted as not permitted in the status bar, counted in the navigator and listed beside it is
    // the same.
    if (&table == &serversTable)
        m_navigator.setWantedGroups(serverCatalogue().groupsOf(columns));
    rows(table).setStateColumns(columns);
}

/// Of columns that are wanted now, cells may have failed before; others' are of no matter any more.
void AccountSession::lookForMore()
{
    const bool canGoOn = !m_loader.isRunning() && m_loader.state() != AccountLoader::State::Idle &&
                         isMoreToBeHad(m_loader.outcome());
    if (std::exchange(m_canGoOn, canGoOn) != canGoOn)
        Q_EMIT canGoOnChanged();
}

// ---- the load
// -------------------------------------------------------------------------------------------------------

bool AccountSession::areListsOver(const TableSpec &table)
{
    return &table == &poolsTable ? m_poolsLoader.isListOver() : m_loader.areListsOver(table);
}

std::optional<qint64> AccountSession::expectedRows(const TableSpec &table)
{
    return &table == &poolsTable ? m_poolsLoader.progress().expectedPools : m_loader.expectedRows(table);
}

qint64 AccountSession::waitingRows(const TableSpec &table)
{
    if (&table != &poolsTable || !m_loader.isRunning())
        return 0;
    const PoolsLoader::Progress progress = m_poolsLoader.progress();
    return progress.listedPools - progress.settledPools;
}

bool AccountSession::isSettled(const TableSpec &table, qint64 id)
{
    return &table != &poolsTable || m_poolsLoader.isMemberListSettled(id);
}

void AccountSession::setViewOrder(const TableSpec &table, const ViewOrder &order)
{
    if (&table == &poolsTable)
        m_poolsLoader.setViewOrder(order);
    else
        m_loader.setViewOrder(table, order);
}

void AccountSession::setOpenRows(const TableSpec &table, const QList<qint64> &ids)
{
    if (&table == &poolsTable)
        m_poolsLoader.setOpenPools(ids);
}

void AccountSession::retry(const TableSpec &table, const QList<int> &rows)
{
    if (&table == &poolsTable)
        m_loader.retryPools(rows);
    else
        m_loader.retry(table, rows);
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
        m_staleAsOf = hasRows() ? m_oldestAsOf : QDateTime();
    } else if (!m_loader.isRunning()) {
        // Rows with such values are not complete: after most loads there is nothing to look for.
        m_staleAsOf = isMoreToBeHad(outcome) ? oldestStaleOnScreen() : QDateTime();
        m_oldestAsOf = asOf();
    }
}

bool AccountSession::hasRows() const
{
    return m_store.table().rowCount() > 0 || m_pools.table().rowCount() > 0 ||
           std::any_of(m_besideStores.cbegin(), m_besideStores.cend(),
                       [](const auto &store) { return store->table().rowCount() > 0; });
}

QDateTime AccountSession::oldestStaleOnScreen() const
{
    QDateTime oldest;
    for (auto of = m_columns.cbegin(); of != m_columns.cend(); ++of) {
        if (of.key()->parent == nullptr)
            oldest = older(oldest, oldestStale(store(*of.key()).table(), of->screen));
    }
    return oldest;
}

QDateTime AccountSession::asOf() const
{
    return m_staleAsOf.isValid() ? m_staleAsOf : m_loader.asOf();
}

void AccountSession::showState()
{
    const AccountLoader::State state = m_loader.state();
    m_servers.setLoadRunning(m_loader.isRunning());
    for (const auto &model : m_besideModels)
        model->setLoadRunning(m_loader.isRunning());
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
    showListsBeside();
}

/// Their lists end when they do, whatever the state of the load, which is that of the servers' lists.
void AccountSession::showListsBeside()
{
    QList<const TableSpec *> listing;
    for (const TableSpec *table : AccountLoader::tablesBeside()) {
        const bool isOver = m_loader.areListsOver(*table);
        if (!isOver && (m_loader.isRunning() || m_listing.contains(table)))
            listing.append(table);
        else if (m_listing.contains(table))
            rows(*table).arrangeNow(); // so that the rows on screen are the ones whose details come first
    }
    if (std::exchange(m_listing, listing) == listing)
        return;
    m_navigator.setIncompleteKinds(incompleteKinds(m_loader.outcome()));
    m_navigator.setTablesListing(m_listing);
}

} // namespace layerscope
