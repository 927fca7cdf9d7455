// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QNetworkReply>
#include <QSslError>
#include <QString>

namespace layerscope {

/// What one attempt brought back, before anything of it is believed. A value, made on the client's thread and
/// read on a worker's.
struct HttpAnswer
{
    enum class Ending {
        Finished,         ///< By the network, well or not: see networkError.
        ConnectTimedOut,  ///< The request could not even be sent within the time allowed.
        TransferTimedOut, ///< It was sent, but the whole answer was not there in time.
        TooLarge,         ///< More came than anything we ask for may have; its body is not kept.
    };

    Ending ending = Ending::Finished;
    QNetworkReply::NetworkError networkError = QNetworkReply::NoError;
    QString networkErrorText;                 ///< Qt's words, not yet redacted.
    QString tlsErrors;                        ///< What was wrong with the certificate, if something was.
    QList<QSslError::SslError> tlsErrorCodes; ///< The same for code to branch on, each once.
    QString host;                             ///< Whom we called, for sentences like "… was not found".
    bool isEncrypted = false;                 ///< By https.
    /// False if it ended before the request was out: then the connection never stood.
    bool wasSent = false;
    /// The connection broke before any of the answer came, as one does that was kept open for too long.
    bool closedUnanswered = false;
    /// "host:port" of the proxy it went through, never with a user; empty: none. Only known of failures.
    QString proxy;
    bool proxyHasUser = false; ///< A user name was given for the proxy.

    int status = 0;        ///< 0: no HTTP answer came.
    QByteArray totalItems; ///< SoftLayer-Total-Items
    QByteArray retryAfter; ///< Retry-After
    QByteArray location;   ///< Location
    QByteArray body;
    QDateTime receivedAt; ///< UTC, to read a Retry-After that is a date.

    [[nodiscard]] bool isSuccess() const
    {
        return ending == Ending::Finished && networkError == QNetworkReply::NoError && status >= 200 &&
               status < 300;
    }
};

} // namespace layerscope
