// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/proxyaddress.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// The texts of this file; a struct, so that lupdate knows their context.
struct ProxyAddressText
{
    Q_DECLARE_TR_FUNCTIONS(ProxyAddress)
};

constexpr int plainPort = 80;
constexpr int encryptedPort = 443;

/// As Python's urllib3 and requests take it together: escapes are escapes only if every '%' begins one.
QString decoded(const QString &text, bool hasEscapes)
{
    return hasEscapes ? QUrl::fromPercentEncoding(text.toUtf8()) : text;
}

bool hasOnlyEscapes(const QString &text)
{
    static const QRegularExpression loosePercent(u"%(?![0-9A-Fa-f]{2})"_s);
    return !text.contains(loosePercent);
}

} // namespace

Result<ProxyAddress> ProxyAddress::parse(const QString &text)
{
    static const QRegularExpression schemeAndRest(u"^(?:([A-Za-z][A-Za-z0-9+.-]*)://)?(.*)$"_s,
                                                  QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = schemeAndRest.match(text.trimmed());
    const QString scheme = match.captured(1).toLower();
    const QString rest = match.captured(2);
    if (!scheme.isEmpty() && scheme != "http"_L1 && scheme != "https"_L1)
        return failure(ApiError::Kind::InvalidRequest,
                       ProxyAddressText::tr("Only HTTP proxies work here. An address looks like "
                                            "http://proxy.example.com:3128."));

    ProxyAddress address;
    address.isEncrypted = scheme == "https"_L1;
    const qsizetype at = rest.lastIndexOf(u'@');
    if (at >= 0) {
        const QString login = rest.left(at);
        const bool hasEscapes = hasOnlyEscapes(login);
        const qsizetype colon = login.indexOf(u':');
        address.user = decoded(colon < 0 ? login : login.left(colon), hasEscapes);
        address.password = colon < 0 ? QString() : decoded(login.sliced(colon + 1), hasEscapes);
    }
    const QUrl place("http://"_L1 + rest.sliced(at + 1), QUrl::StrictMode);
    const int port = place.port(address.isEncrypted ? encryptedPort : plainPort);
    if (!place.isValid() || place.host().isEmpty() || port == 0)
        return failure(ApiError::Kind::InvalidRequest,
                       ProxyAddressText::tr(
                           "The proxy is not an address. It looks like http://proxy.example.com:3128."));
    address.host = place.host();
    address.port = static_cast<quint16>(port);
    return address;
}

QString ProxyAddress::withoutPassword() const
{
    const QString login =
        user.isEmpty() ? QString() : QString::fromLatin1(QUrl::toPercentEncoding(user)) + u'@';
    return (isEncrypted ? "https://"_L1 : "http://"_L1) + login + hostAndPort();
}

QString ProxyAddress::hostAndPort() const
{
    const QString name = host.contains(u':') ? QString(u'[' + host + u']') : host; // IPv6
    return name + u':' + QString::number(port);
}

Result<QNetworkProxy> proxyFrom(const QString &address)
{
    const Result<ProxyAddress> parts = ProxyAddress::parse(address);
    if (!parts)
        return Unexpected(parts.error());
    return QNetworkProxy(QNetworkProxy::HttpProxy, parts->host, parts->port, parts->user, parts->password);
}

} // namespace layerscope
