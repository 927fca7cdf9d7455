// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/accountsession.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

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
    m_navigator.setWantedGroups(serverCatalogue().groupsOf(m_screenColumns));
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
QSet<RowKind> AccountSession::incompleteKinds() const
{
    QSet<RowKind> kinds;
    const LoadOutcome outcome = m_loader.outcome();
    for (const LoadOutcome::List &list : outcome.lists) {
        if (!list.isComplete())
            kinds.insert(list.kind);
    }
    return kinds;
}

void AccountSession::showState()
{
    const AccountLoader::State state = m_loader.state();
    m_servers.setLoadRunning(m_loader.isRunning());
    m_poolsModel.setLoadRunning(m_loader.isRunning());
    if (state == AccountLoader::State::Counting) {
        m_sinceStart.start();
        m_loadTime.reset();
    } else if (state == AccountLoader::State::Finished && m_sinceStart.isValid()) {
        m_loadTime = std::chrono::milliseconds(m_sinceStart.elapsed());
    }
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
        m_navigator.setIncompleteKinds(incompleteKinds());
    m_navigator.setListingRunning(!m_areListsThrough);
}

} // namespace layerscope
