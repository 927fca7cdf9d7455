// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/connection.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QRegularExpression>

namespace layerscope {

namespace {

/// The texts of this file; a struct, so that lupdate knows their context.
struct ConnectionText
{
    Q_DECLARE_TR_FUNCTIONS(Connection)
};

constexpr QLatin1String currentVersion("v3.1");

/// "/rest/v3.1/" for what people have there, empty for what is no API path. Only the older REST version is
/// kept as it is; the twins for XML-RPC and SOAP have the same services under /rest/v3.1 (softlayer-api §1.1,
/// §8).
QString restPath(const QString &path)
{
    static const QRegularExpression known(QStringLiteral("^(.*)/(rest|xmlrpc|soap)(?:/(v3|v3\\.1))?/*$"));
    if (path.isEmpty() || path == QLatin1String("/"))
        return QStringLiteral("/rest/%1/").arg(currentVersion);
    const QRegularExpressionMatch match = known.match(path);
    if (!match.hasMatch())
        return {};
    const bool keepsVersion = match.captured(2) == QLatin1String("rest") && match.hasCaptured(3);
    return QStringLiteral("%1/rest/%2/")
        .arg(match.captured(1), keepsVersion ? match.captured(3) : QString(currentVersion));
}

} // namespace

QByteArray Credentials::authorizationHeader() const
{
    if (scheme == Scheme::Bearer)
        return "Bearer " + secret.toUtf8();
    return "Basic " + QString(user + QLatin1Char(':') + secret).toUtf8().toBase64();
}

bool Credentials::isComplete() const
{
    return !secret.isEmpty() && (scheme == Scheme::Bearer || !user.isEmpty());
}

QUrl Connection::publicEndpoint()
{
    return QUrl(QStringLiteral("https://api.softlayer.com/rest/v3.1/"));
}

QUrl Connection::privateEndpoint()
{
    return QUrl(QStringLiteral("https://api.service.softlayer.com/rest/v3.1/"));
}

bool Connection::isLoopback(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

bool Connection::mayCarryCredentials(const QUrl &url)
{
    if (url.host().isEmpty())
        return false;
    return url.scheme() == QLatin1String("https") ||
           (url.scheme() == QLatin1String("http") && isLoopback(url.host()));
}

Result<QUrl> Connection::restBaseFrom(const QString &endpoint)
{
    const QString text = endpoint.trimmed();
    if (text.isEmpty())
        return publicEndpoint();

    QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.scheme().startsWith(QLatin1String("http")))
        return failure(
            ApiError::Kind::InvalidRequest,
            ConnectionText::tr(
                "The endpoint is not an address. It looks like https://api.softlayer.com/rest/v3.1/."));
    if (!url.userInfo().isEmpty())
        return failure(
            ApiError::Kind::InvalidRequest,
            ConnectionText::tr("The endpoint carries a user name or a key. Take them out of the address."));
    if (!mayCarryCredentials(url))
        return failure(
            ApiError::Kind::InvalidRequest,
            ConnectionText::tr(
                "The endpoint is not encrypted, so the key would be readable on the way. Use https://."));
    const QString path = restPath(url.path());
    if (path.isEmpty())
        return failure(ApiError::Kind::InvalidRequest,
                       ConnectionText::tr(
                           "The endpoint's path is not that of a SoftLayer API. It ends in /rest/v3.1/."));
    url.setPath(path);
    url.setQuery(QString());
    url.setFragment(QString());
    return url;
}

} // namespace layerscope
