// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/httpattempt.h"

#include <QNetworkReply>
#include <QSslError>
#include <QStringList>

namespace layerscope {

HttpAttempt::HttpAttempt(QNetworkReply *reply, TimeLimits limits, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_reply(reply)
    , m_clock(clock)
{
    connect(reply, &QNetworkReply::requestSent, this, [this] { m_requestSent = true; });
    connect(reply, &QNetworkReply::metaDataChanged, this, &HttpAttempt::firstByteArrived);
    connect(reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        QStringList texts;
        for (const QSslError &error : errors)
            texts += error.errorString();
        m_tlsErrors = texts.join(QLatin1String("; ")); // told, never ignored
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
    m_reply->abort(); // nothing happens if it is over
    m_reply->deleteLater();
}

void HttpAttempt::expire(HttpAnswer::Ending ending)
{
    if (m_over)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
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
    answer.networkError = m_reply->error();
    if (ending == HttpAnswer::Ending::Finished && answer.networkError != QNetworkReply::NoError)
        answer.networkErrorText = m_reply->errorString();
    answer.tlsErrors = m_tlsErrors;
    answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.totalItems = m_reply->rawHeader("SoftLayer-Total-Items");
    answer.retryAfter = m_reply->rawHeader("Retry-After");
    answer.location = m_reply->rawHeader("Location");
    answer.body = m_reply->isOpen() ? m_reply->readAll() : QByteArray();
    answer.receivedAt = m_clock.utcNow();
    return answer;
}

} // namespace layerscope
