// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/httpattempt.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QStringList>

namespace layerscope {

namespace {

/// Of a call that failed: the proxy it went through, the system's own if none is set. Type NoProxy: none.
QNetworkProxy proxyOf(const QNetworkReply &reply)
{
    const QNetworkAccessManager *manager = reply.manager();
    const QNetworkProxy set = manager ? manager->proxy() : QNetworkProxy(QNetworkProxy::NoProxy);
    if (set.type() != QNetworkProxy::DefaultProxy)
        return set;
    // As the manager itself did for this call.
    const QList<QNetworkProxy> proxies = QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(reply.url()));
    return proxies.isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy) : proxies.first();
}

/// Nothing happens if it is over. One that has its error (a 401, say) but not told its end yet needs no abort
/// and would warn of it; what it still holds goes with the object.
void abort(QNetworkReply &reply)
{
    if (reply.error() == QNetworkReply::NoError)
        reply.abort();
}

} // namespace

HttpAttempt::HttpAttempt(QNetworkReply *reply, TimeLimits limits, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_reply(reply)
    , m_clock(clock)
{
    connect(reply, &QNetworkReply::requestSent, this, [this] { m_requestSent = true; });
    connect(reply, &QNetworkReply::metaDataChanged, this, &HttpAttempt::firstByteArrived);
    connect(reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_tlsErrors = errors; // told, never ignored
    });
    connect(reply, &QNetworkReply::finished, this, [this] { end(HttpAnswer::Ending::Finished); });

    clock.callAfter(limits.connect, this, [this] {
        if (!m_requestSent)
            expire(HttpAnswer::Ending::ConnectTimedOut);
    });
    clock.callAfter(limits.transfer, this, [this] { expire(HttpAnswer::Ending::TransferTimedOut); });
}

HttpAttempt::~HttpAttempt()
{
    m_reply->disconnect(this);
    abort(*m_reply);
    m_reply->deleteLater();
}

void HttpAttempt::expire(HttpAnswer::Ending ending)
{
    if (m_over)
        return;
    m_reply->disconnect(this);
    abort(*m_reply);
    end(ending);
}

void HttpAttempt::end(HttpAnswer::Ending ending)
{
    m_over = true;
    Q_EMIT finished(takeAnswer(ending));
}

HttpAnswer HttpAttempt::takeAnswer(HttpAnswer::Ending ending)
{
    HttpAnswer answer;
    answer.ending = ending;
    answer.host = m_reply->url().host();
    answer.isEncrypted = m_reply->url().scheme() == QLatin1String("https");
    answer.wasSent = m_requestSent;
    answer.networkError = m_reply->error();
    const bool isTrouble =
        ending != HttpAnswer::Ending::Finished || answer.networkError != QNetworkReply::NoError;
    if (isTrouble) {
        const QNetworkProxy proxy = proxyOf(*m_reply);
        if (!proxy.hostName().isEmpty())
            answer.proxy = QStringLiteral("%1:%2").arg(proxy.hostName()).arg(proxy.port());
        answer.proxyHasUser = !proxy.user().isEmpty();
    }
    if (ending == HttpAnswer::Ending::Finished && answer.networkError != QNetworkReply::NoError)
        answer.networkErrorText = m_reply->errorString();
    QStringList texts;
    for (const QSslError &error : m_tlsErrors) {
        if (answer.tlsErrorCodes.contains(error.error()))
            continue; // the same of another certificate of the chain
        answer.tlsErrorCodes += error.error();
        texts += error.errorString();
    }
    answer.tlsErrors = texts.join(QLatin1String("; "));
    answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.totalItems = m_reply->rawHeader("SoftLayer-Total-Items");
    answer.retryAfter = m_reply->rawHeader("Retry-After");
    answer.location = m_reply->rawHeader("Location");
    answer.body = m_reply->isOpen() ? m_reply->readAll() : QByteArray();
    answer.receivedAt = m_clock.utcNow();
    return answer;
}

} // namespace layerscope
