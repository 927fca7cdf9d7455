// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/accountsession.h"

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

AccountSession::AccountSession(const Connection &connection, const ApiClient::Options &options,
                               QObject *parent)
    : QObject(parent)
    , m_store(serverCatalogue())
    , m_client(connection, options)
    , m_loader(m_client, m_store)
    , m_navigator(m_store)
    , m_servers(m_store, m_client.workers())
{
    m_loader.setFollowsView(true);
    connect(&m_loader, &AccountLoader::stateChanged, this, &AccountSession::showState);
    connect(&m_loader, &AccountLoader::accountArrived, this, [this](const AccountSummary &account) {
        m_navigator.setAccount(account);
        Q_EMIT titleChanged(title());
    });
}

AccountSession::~AccountSession()
{
    m_loader.disconnect(this);
    m_loader.stop();
    m_client.cancelAll();
}

QString AccountSession::title() const
{
    const std::optional<AccountSummary> &account = m_loader.account();
    if (!account)
        return endpoint();
    const QString id = QString::number(account->id);
    //: An account: the company's name and the account's number
    return account->companyName.isEmpty() ? id : tr("%1 (%2)").arg(account->companyName, id);
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
    m_loader.setWantedColumns(m_screenColumns | m_exportColumns);
}

void AccountSession::showState()
{
    const AccountLoader::State state = m_loader.state();
    m_servers.setLoadRunning(m_loader.isRunning());
    // A load that failed or was stopped early does not make a count of what came the truth.
    if (state == AccountLoader::State::Counting)
        m_areListsThrough = false;
    else if (state == AccountLoader::State::Detailing || state == AccountLoader::State::Finished) {
        if (!m_areListsThrough)
            m_servers.arrangeNow(); // so that the rows on screen are the ones whose details come first
        m_areListsThrough = true;
    }
    m_navigator.setListingRunning(!m_areListsThrough);
}

} // namespace layerscope
