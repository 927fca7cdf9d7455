// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/account.h"

#include "api/companyca.h"
#include "api/environmentproxy.h"
#include "api/proxyaddress.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// The texts of this file; a struct, so that lupdate knows their context.
struct AccountText
{
    Q_DECLARE_TR_FUNCTIONS(Account)
};

/// Read by us and not by Qt, which takes fewer addresses than slcli does.
Result<std::optional<QNetworkProxy>> systemProxy(const QUrl &restBase, const EnvironmentProxy &environment)
{
    if (!environment.isSet())
        return std::optional<QNetworkProxy>();
    if (environment.isBypassedFor(restBase))
        return std::optional(QNetworkProxy(QNetworkProxy::NoProxy));
    Result<QNetworkProxy> proxy = proxyFrom(environment.address());
    if (proxy)
        return std::optional(*proxy);
    //: %1 is a whole sentence, %2 the name of a variable: "https_proxy"
    proxy.error().message = AccountText::tr("%1 See %2.").arg(proxy.error().message, environment.variable());
    return Unexpected(proxy.error());
}

Result<std::optional<QNetworkProxy>> proxyOf(const Account &account, const AccountSecrets &secrets,
                                             const EnvironmentProxy &environment)
{
    // Nobody else reaches this computer's loopback, and plain http would show the key to whoever tried.
    if (Connection::isLoopback(account.restBase.host()))
        return std::optional(QNetworkProxy(QNetworkProxy::NoProxy));
    switch (account.proxyUse) {
    case Account::ProxyUse::System:
        return systemProxy(account.restBase, environment);
    case Account::ProxyUse::None:
        return std::optional(QNetworkProxy(QNetworkProxy::NoProxy));
    case Account::ProxyUse::Own:
        break;
    }
    Result<QNetworkProxy> proxy = proxyFrom(account.proxyAddress);
    if (!proxy)
        return Unexpected(proxy.error());
    if (!secrets.proxyPassword.isEmpty())
        proxy->setPassword(secrets.proxyPassword);
    return std::optional(*proxy);
}

} // namespace

QString Account::effectiveUserName() const
{
    return keyKind == KeyKind::IbmCloud ? ibmCloudUserName() : userName;
}

QString Account::newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QString AccountSecrets::toText() const
{
    QJsonObject object{{u"apiKey"_s, apiKey}};
    if (!proxyPassword.isEmpty())
        object.insert(u"proxyPassword"_s, proxyPassword);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<AccountSecrets> AccountSecrets::fromText(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    AccountSecrets secrets{object.value(u"apiKey"_s).toString(), object.value(u"proxyPassword"_s).toString()};
    if (secrets.apiKey.isEmpty()) {
        return failure(
            ApiError::Kind::Storage,
            AccountText::tr("What the keychain holds for this account is no API key. Enter the key again."));
    }
    return secrets;
}

Result<Connection> connectionOf(const Account &account, const AccountSecrets &secrets,
                                const QProcessEnvironment &environment)
{
    Connection connection;
    connection.credentials.user = account.effectiveUserName().trimmed();
    connection.credentials.secret = secrets.apiKey.trimmed();
    if (connection.credentials.user.isEmpty())
        return failure(ApiError::Kind::InvalidRequest, AccountText::tr("The user name is missing."));
    if (connection.credentials.secret.isEmpty())
        return failure(ApiError::Kind::InvalidRequest, AccountText::tr("The API key is missing."));

    const Result<QUrl> base = Connection::restBaseFrom(account.restBase.toString());
    if (!base)
        return Unexpected(base.error());
    connection.restBase = *base;

    const Result<std::optional<QNetworkProxy>> proxy =
        proxyOf(account, secrets, EnvironmentProxy(environment));
    if (!proxy)
        return Unexpected(proxy.error());
    connection.proxy = *proxy;

    if (!account.caFile.isEmpty()) {
        const Result<QList<QSslCertificate>> certificates = companyCertificatesFrom(account.caFile);
        if (!certificates)
            return Unexpected(certificates.error());
        connection.companyCertificates = *certificates;
    }
    return connection;
}

} // namespace layerscope
