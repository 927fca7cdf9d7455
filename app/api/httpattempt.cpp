// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/httpattempt.h"

#include "api/proxyrelay.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QStringList>

namespace layerscope {

namespace {

constexpr qint64 maxReadAhead = 4 * 1024 * 1024;

/// Of a call that failed: the proxy it went through, the system's own if none is set. Type NoProxy: none.
QNetworkProxy proxyUsedBy(const QNetworkReply &reply)
{
    const QNetworkAccessManager *manager = reply.manager();
    const QNetworkProxy set = manager ? manager->proxy() : QNetworkProxy(QNetworkProxy::NoProxy);
    if (set.type() != QNetworkProxy::DefaultProxy)
        return set;
    // As the manager itself did for this call.
    const QList<QNetworkProxy> proxies = QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(reply.url()));
    return proxies.isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy) : proxies.first();
}

} // namespace

HttpAttempt::HttpAttempt(const ConnectionPool::Sent &sent, TimeLimits limits, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_reply(sent.reply)
    , m_life(sent.life)
    , m_relay(sent.relay)
    , m_arrivals(sent.arrivals)
    , m_place(sent.place)
    , m_unclaimedBefore(sent.arrivals->unclaimed())
    , m_signsOfLife(sent.life->signsOfLife())
    , m_clock(clock)
    , m_startedAt(clock.now())
{
    QNetworkReply *reply = m_reply;
    connect(reply, &QNetworkReply::encrypted, this, &HttpAttempt::noteSent);
    connect(reply, &QNetworkReply::requestSent, this, &HttpAttempt::noteSent); // not of an empty body
    connect(reply, &QNetworkReply::metaDataChanged, this, &HttpAttempt::noteHead);
    // Qt's own threads read no further ahead than this: an answer without end costs memory only until here.
    reply->setReadBufferSize(maxReadAhead);
    connect(reply, &QNetworkReply::readyRead, this, &HttpAttempt::collect);
    connect(reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_tlsErrors = errors; // told, never ignored
    });
    connect(reply, &QNetworkReply::finished, this, [this] { end(HttpAnswer::Ending::Finished); });

    watchHead();
    watchConnecting(limits.connect);
    clock.callAfter(limits.transfer, this, [this] { expire(HttpAnswer::Ending::TransferTimedOut); });
}

HttpAttempt::~HttpAttempt()
{
    drop();
}

/// Which ends the call as abort() does. But an error that Qt's thread has posted already (of a 401, say)
/// comes to an aborted reply as its second, and Qt warns of itself.
void HttpAttempt::drop()
{
    m_place.reset();
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->deleteLater();
}

void HttpAttempt::noteSent()
{
    if (m_requestSent)
        return;
    m_requestSent = true;
    Q_EMIT requestSent();
}

/// While nothing tells: the lane makes a connection, and since this was sent nothing at all got through.
bool HttpAttempt::hasNoConnection() const
{
    return !m_requestSent && m_reply->url().scheme() == QLatin1String("https") && m_life->isConnecting() &&
           m_life->signsOfLife() == m_signsOfLife;
}

void HttpAttempt::watchConnecting(std::chrono::milliseconds limit)
{
    m_clock.callAfter(limit, this, [this, limit] {
        if (m_over)
            return;
        if (hasNoConnection())
            expire(HttpAnswer::Ending::ConnectTimedOut);
        else if (!m_requestSent) // it may have waited for a connection until now
            watchConnecting(limit);
    });
}

void HttpAttempt::watchHead()
{
    m_clock.callAfter(headCheckInterval, this, [this] {
        if (m_over || m_firstByteAt)
            return;
        const std::optional<qint64> unclaimed = m_arrivals->unclaimed();
        if (unclaimed && m_unclaimedBefore && *unclaimed - *m_unclaimedBefore > largestHead)
            expire(HttpAnswer::Ending::TooLarge);
        else
            watchHead();
    });
}

void HttpAttempt::noteHead()
{
    if (m_over)
        return;
    m_requestSent = true;
    if (!m_firstByteAt)
        m_firstByteAt = m_clock.now();
    Q_EMIT firstByteArrived();
    if (m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong() > largestBody)
        expire(HttpAnswer::Ending::TooLarge);
}

void HttpAttempt::collect()
{
    if (m_over)
        return;
    const QByteArray piece = m_reply->readAll();
    m_arrivals->claim(piece.size());
    m_body += piece;
    if (m_body.size() > largestBody)
        expire(HttpAnswer::Ending::TooLarge);
}

void HttpAttempt::expire(HttpAnswer::Ending ending)
{
    if (m_over)
        return;
    drop();
    end(ending);
}

void HttpAttempt::end(HttpAnswer::Ending ending)
{
    m_over = true;
    m_place.reset();
    Q_EMIT finished(takeAnswer(ending));
}

HttpAnswer HttpAttempt::takeAnswer(HttpAnswer::Ending ending)
{
    HttpAnswer answer;
    answer.ending = ending;
    answer.host = m_reply->url().host();
    answer.isEncrypted = m_reply->url().scheme() == QLatin1String("https");
    answer.wasSent = m_requestSent;
    answer.networkError =
        ending == HttpAnswer::Ending::Finished ? m_reply->error() : QNetworkReply::OperationCanceledError;
    const bool isTrouble =
        ending != HttpAnswer::Ending::Finished || answer.networkError != QNetworkReply::NoError;
    if (isTrouble) {
        const QNetworkProxy proxy = m_relay ? m_relay->proxy() : proxyUsedBy(*m_reply);
        if (!proxy.hostName().isEmpty())
            answer.proxy = QStringLiteral("%1:%2").arg(proxy.hostName()).arg(proxy.port());
        answer.proxyHasUser = !proxy.user().isEmpty();
    }
    if (ending == HttpAnswer::Ending::Finished && answer.networkError != QNetworkReply::NoError)
        answer.networkErrorText = m_reply->errorString();
    answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool refusedToResend = answer.networkError == QNetworkReply::ContentReSendError;
    answer.closedUnanswered = refusedToResend && answer.status == 0;
    if (refusedToResend && answer.status != 0) {
        // A redirect that keeps the body (307, 308): its status says what it is.
        answer.networkError = QNetworkReply::NoError;
        answer.networkErrorText.clear();
    } else if (answer.closedUnanswered) {
        // Qt's name for a connection that broke before the answer, see OneTimeBody.
        answer.networkError = QNetworkReply::RemoteHostClosedError;
        answer.networkErrorText = QStringLiteral("Connection closed");
    }
    if (ending == HttpAnswer::Ending::Finished && m_relay && m_relay->trouble() && !m_requestSent)
        answer.networkError = *m_relay->trouble(); // Qt met the relay, which was there
    QStringList texts;
    for (const QSslError &error : m_tlsErrors) {
        if (answer.tlsErrorCodes.contains(error.error()))
            continue; // the same of another certificate of the chain
        answer.tlsErrorCodes += error.error();
        texts += error.errorString();
    }
    answer.tlsErrors = texts.join(QLatin1String("; "));
    answer.totalItems = m_reply->rawHeader("SoftLayer-Total-Items");
    answer.retryAfter = m_reply->rawHeader("Retry-After");
    answer.location = m_reply->rawHeader("Location");
    if (m_reply->isOpen())
        m_body += m_reply->readAll();
    if (m_body.size() > largestBody)
        answer.ending = HttpAnswer::Ending::TooLarge;
    if (answer.ending != HttpAnswer::Ending::TooLarge)
        answer.body = m_body;
    m_body.clear();
    answer.receivedAt = m_clock.utcNow();
    return answer;
}

} // namespace layerscope
