// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/openaccount.h"

#include "dialogs/accountexport.h"
#include "dialogs/exportflow.h"
#include "pages/accountpage.h"
#include "session/accountsession.h"
#include "session/accounttitle.h"
#include "session/layoutsettings.h"
#include "window/exportstatus.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QStackedWidget>

namespace layerscope {

namespace {

/// The status shows and hides itself; around it, something for the window to show and hide.
QWidget *wrapped(QWidget *status)
{
    auto *wrapper = new QWidget;
    auto *row = new QHBoxLayout(wrapper);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(status);
    return wrapper;
}

} // namespace

OpenAccount::OpenAccount(const AccountToOpen &account, const Place &place)
    : m_id(account.id)
    , m_name(account.name)
    , m_settings(place.settings)
    , m_session(std::make_unique<AccountSession>(account.connection, place.client))
    , m_page(new AccountPage(*m_session, &place.pages))
    , m_exports(std::make_unique<ExportFlow>(place.files, place.settings, &place.window))
    , m_accountExport(std::make_unique<AccountExport>(*m_session, place.files, place.settings, &place.window))
    , m_exportStatus(wrapped(new ExportStatus(*m_exports, *m_accountExport, place.opener)))
{
    m_page->restoreLayout(m_settings.accountLayout(m_id));
    place.pages.addWidget(m_page);
    connect(m_session.get(), &AccountSession::accountArrived, this, &OpenAccount::titleChanged);
    connect(&m_session->loader(), &AccountLoader::stateChanged, this, &OpenAccount::activityChanged);
    connect(m_session.get(), &AccountSession::canGoOnChanged, this, &OpenAccount::activityChanged);
    connectExports();
    m_session->loader().start();
}

OpenAccount::~OpenAccount()
{
    m_exports->disconnect(this);
    m_accountExport->disconnect(this);
    m_session->loader().disconnect(this);
    m_exports->cancel();
    delete m_exportStatus;
    m_exports.reset();
    m_accountExport.reset();
    delete m_page; // views before what they show
    m_session.reset();
}

void OpenAccount::connectExports()
{
    connect(m_exports.get(), &ExportFlow::progressed, this, &OpenAccount::activityChanged);
    connect(m_accountExport.get(), &AccountExport::progressed, this, &OpenAccount::activityChanged);
    const auto fail = [this](bool ofAccount, const ApiError &error) {
        m_hasAccountFailed = ofAccount;
        Q_EMIT exportFailed(error);
    };
    connect(m_exports.get(), &ExportFlow::failed, this,
            [fail](const ApiError &error) { fail(false, error); });
    connect(m_accountExport.get(), &AccountExport::failed, this,
            [fail](const ApiError &error) { fail(true, error); });
}

void OpenAccount::setName(const QString &name)
{
    if (name == m_name)
        return;
    m_name = name;
    Q_EMIT titleChanged();
}

QString OpenAccount::title() const
{
    const QString title = accountTitle(m_name, m_session->loader().account());
    return title.isEmpty() ? m_session->endpoint() : title;
}

bool OpenAccount::isConnectedBy(const Connection &connection) const
{
    const Connection &own = m_session->connection();
    return own.restBase == connection.restBase && own.credentials.scheme == connection.credentials.scheme &&
           own.credentials.user == connection.credentials.user &&
           own.credentials.secret == connection.credentials.secret && own.proxy == connection.proxy &&
           own.companyCertificates == connection.companyCertificates && own.timeout == connection.timeout;
}

bool OpenAccount::isLoading() const
{
    return m_session->loader().isRunning();
}

bool OpenAccount::isExporting() const
{
    const auto isBusy = [](auto state) {
        using State = decltype(state);
        return state == State::Loading || state == State::Writing;
    };
    return isBusy(m_exports->state()) || isBusy(m_accountExport->state());
}

bool OpenAccount::canExport() const
{
    return m_exports->state() == ExportFlow::State::Idle &&
           m_accountExport->state() == AccountExport::State::Idle;
}

void OpenAccount::beginAccountExport(std::optional<FileFormat> format)
{
    if (canExport())
        m_accountExport->begin(nameOrTitle(), format);
}

void OpenAccount::exportAgain()
{
    if (!canExport())
        return;
    if (m_hasAccountFailed)
        m_accountExport->beginAgain();
    else
        m_exports->beginAgain();
}

QString OpenAccount::unfinished() const
{
    if (!isExporting())
        return {};
    const bool isOfAccount = m_accountExport->state() != AccountExport::State::Idle;
    const QString path = isOfAccount ? m_accountExport->folder() : m_exports->path();
    //: %1 is the name of an account, %2 of a file or a folder
    return tr("%1: the export to “%2” is not finished.").arg(nameOrTitle(), QFileInfo(path).fileName());
}

QString OpenAccount::nameOrTitle() const
{
    return m_name.isEmpty() ? title() : m_name;
}

void OpenAccount::keepLayout() const
{
    m_settings.setAccountLayout(m_id, m_page->layoutToKeep());
}

} // namespace layerscope
