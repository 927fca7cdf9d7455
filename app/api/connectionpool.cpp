// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/connectionpool.h"

#include "api/apirequest.h"
#include "api/onetimebody.h"
#include "api/proxyrelay.h"

#include <QAuthenticator>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSet>

#include <algorithm>

namespace layerscope {

namespace {

/// All that the system accepts, each once: Debian has them one by one and again as a bundle. Reading them
/// takes 90 ms, so it is done once, and only for people who have a company's CA file.
const QList<QSslCertificate> &systemCertificates()
{
    static const QList<QSslCertificate> all = [] {
        const QList<QSslCertificate> found = QSslConfiguration::systemCaCertificates();
        return QSet<QSslCertificate>(found.cbegin(), found.cend()).values();
    }();
    return all;
}

/// Verified always; a company's own certificates are accepted beside the system's, not instead.
QSslConfiguration tlsFor(const Connection &connection)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    // Once a configuration has certificates of its own, Qt 6.4 no longer looks the system's up when they are
    // needed: addCaCertificates() alone would replace them.
    if (!connection.companyCertificates.isEmpty())
        tls.setCaCertificates(systemCertificates() + connection.companyCertificates);
    return tls;
}

/// The proxy that an access manager would use; type NoProxy: none.
QNetworkProxy proxyFor(const Connection &connection)
{
    if (Connection::isLoopback(connection.restBase.host())) // a proxy would get the key in clear, and has
        return QNetworkProxy(QNetworkProxy::NoProxy);       // another loopback
    if (connection.proxy)
        return *connection.proxy;
    const QList<QNetworkProxy> proxies =
        QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(connection.restBase));
    return proxies.isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy) : proxies.first();
}

} // namespace

ConnectionPool::ConnectionPool(const Connection &connection, const QByteArray &userAgent, int maxCalls)
    : m_connection(connection)
    , m_userAgent(userAgent)
    , m_tls(tlsFor(connection))
{
    const QNetworkProxy proxy = proxyFor(connection);
    if (proxy.type() == QNetworkProxy::HttpProxy && connection.restBase.scheme() == QLatin1String("https"))
        m_relay = std::make_unique<ProxyRelay>(proxy, m_arrivals);
    const int count = (std::max(1, maxCalls) + connectionsPerLane - 1) / connectionsPerLane;
    for (int i = 0; i < count; ++i) {
        auto lane = std::make_unique<Lane>();
        lane->manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy); // credentials never travel on
        lane->manager.setProxy(m_relay ? m_relay->entrance() : proxy);
        QObject::connect(
            &lane->manager, &QNetworkAccessManager::proxyAuthenticationRequired, &lane->manager,
            [this](const QNetworkProxy &, QAuthenticator *authenticator) { answerProxy(authenticator); });
        m_lanes.push_back(std::move(lane));
    }
}

ConnectionPool::~ConnectionPool() = default;

ConnectionPool::Sent ConnectionPool::send(const ApiRequest &request)
{
    Lane *lane = m_lanes.front().get();
    for (const auto &candidate : m_lanes) {
        if (candidate->inFlight < connectionsPerLane) {
            lane = candidate.get();
            break;
        }
        if (candidate->inFlight < lane->inFlight)
            lane = candidate.get();
    }

    // Qt goes on connecting for a call that was given up, and would take this one there.
    if (lane->inFlight == 0 && lane->life.isConnecting()) {
        lane->manager.clearConnectionCache();
        lane->life.forget();
    }

    QNetworkRequest networkRequest = this->networkRequest(request.url(m_connection.restBase));
    // A GET, too, has a body, an empty one: that makes it the only one of its kind, see OneTimeBody.
    auto *body = new OneTimeBody(request.body());
    const bool isPost = body->size() > 0;
    if (isPost)
        networkRequest.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    QNetworkReply *reply = lane->manager.sendCustomRequest(
        networkRequest, isPost ? QByteArrayLiteral("POST") : QByteArrayLiteral("GET"), body);
    body->setParent(reply);
    ++lane->inFlight;
    lane->life.watch(reply);
    const auto leave = [](Lane *left) { --left->inFlight; };
    return {reply, &lane->life, m_relay.get(), &m_arrivals, std::shared_ptr<Lane>(lane, leave)};
}

/// Qt sends what the proxy's address has by itself, but forgets it when one of several schemes was refused.
void ConnectionPool::answerProxy(QAuthenticator *authenticator) const
{
    if (!m_relay || !m_relay->mayAnswer())
        return;
    authenticator->setUser(m_relay->proxy().user());
    authenticator->setPassword(m_relay->proxy().password());
}

QNetworkRequest ConnectionPool::networkRequest(const QUrl &url) const
{
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", m_connection.credentials.authorizationHeader());
    request.setRawHeader("Accept", "application/json");
    request.setHeader(QNetworkRequest::UserAgentHeader, m_userAgent);
    // HTTP/2 of Qt 6.4 loses replies (limits §1). Accept-Encoding is left to Qt, which then unpacks by
    // itself.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    if (url.scheme() == QLatin1String("https"))
        request.setSslConfiguration(m_tls);
    return request;
}

} // namespace layerscope
