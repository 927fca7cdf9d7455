// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/httpanswer.h"
#include "core/clock.h"

#include <QList>
#include <QObject>
#include <QSslError>

#include <chrono>

class QNetworkReply;

namespace layerscope {

/// One attempt of a call on the wire, with its two time limits. The connect limit covers everything until the
/// request is out (name look-up, proxy, TCP, TLS: QNetworkReply::requestSent), the transfer limit the whole
/// attempt, so that a server that drips one byte now and then ends too. Owned by its ApiJob; destroying it
/// aborts silently.
class HttpAttempt final : public QObject
{
    Q_OBJECT

public:
    struct TimeLimits
    {
        std::chrono::milliseconds connect;
        std::chrono::milliseconds transfer;
    };

    /// Takes the reply over.
    HttpAttempt(QNetworkReply *reply, TimeLimits limits, Clock &clock, QObject *parent);
    ~HttpAttempt() override;

Q_SIGNALS:
    void firstByteArrived();
    /// Once, from the event loop. The attempt may be destroyed from here by deleteLater() only.
    void finished(const layerscope::HttpAnswer &answer);

private:
    void expire(HttpAnswer::Ending ending);
    void end(HttpAnswer::Ending ending);
    [[nodiscard]] HttpAnswer takeAnswer(HttpAnswer::Ending ending);

    QNetworkReply *m_reply;
    Clock &m_clock;
    QList<QSslError> m_tlsErrors;
    bool m_requestSent = false;
    bool m_over = false;
};

} // namespace layerscope
