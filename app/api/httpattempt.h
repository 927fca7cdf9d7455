// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/connectionpool.h"
#include "api/httpanswer.h"
#include "core/clock.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QSslError>

#include <chrono>
#include <memory>
#include <optional>

namespace layerscope {

/// One attempt of a call on the wire, with its two time limits. The connect limit is for an encrypted
/// connection to come about (name look-up, proxy, TCP, TLS; others never leave this machine), the transfer
/// limit for the whole attempt, so that a server that drips one byte now and then ends too. Owned by its
/// ApiJob; destroying it aborts silently.
class HttpAttempt final : public QObject
{
    Q_OBJECT

public:
    struct TimeLimits
    {
        std::chrono::milliseconds connect;
        std::chrono::milliseconds transfer;
    };

    /// Of one answer's body, unpacked. The longest that the API was seen to send are a few MB.
    static constexpr qint64 largestBody = 64 * 1024 * 1024;

    /// Of its head, as far as it can be told; see ArrivalMeter.
    static constexpr qint64 largestHead = largestBody;
    static constexpr std::chrono::milliseconds headCheckInterval{1'000};

    /// Takes the reply over; the rest must outlive this.
    HttpAttempt(const ConnectionPool::Sent &sent, TimeLimits limits, Clock &clock, QObject *parent);
    ~HttpAttempt() override;

    /// When it was made, by the clock.
    [[nodiscard]] std::chrono::milliseconds startedAt() const { return m_startedAt; }
    [[nodiscard]] std::optional<std::chrono::milliseconds> firstByteAt() const { return m_firstByteAt; }

Q_SIGNALS:
    /// Once, when a new connection stands and the request leaves. Not on one that stood before.
    void requestSent();
    void firstByteArrived();
    /// Once, from the event loop. The attempt may be destroyed from here by deleteLater() only.
    void finished(const layerscope::HttpAnswer &answer);

private:
    void drop();
    void noteSent();
    [[nodiscard]] bool hasNoConnection() const;
    void watchConnecting(std::chrono::milliseconds limit);
    void watchHead();
    void noteHead();
    void collect();
    void expire(HttpAnswer::Ending ending);
    void end(HttpAnswer::Ending ending);
    [[nodiscard]] HttpAnswer takeAnswer(HttpAnswer::Ending ending);

    QPointer<QNetworkReply> m_reply; ///< Gone soon after the end.
    const ConnectionLife *m_life;
    const ProxyRelay *m_relay;
    ArrivalMeter *m_arrivals;
    std::shared_ptr<void> m_place; ///< See ConnectionPool::Sent.
    const std::optional<qint64> m_unclaimedBefore;
    const int m_signsOfLife;
    Clock &m_clock;
    const std::chrono::milliseconds m_startedAt;
    std::optional<std::chrono::milliseconds> m_firstByteAt;
    QByteArray m_body;
    QList<QSslError> m_tlsErrors;
    bool m_requestSent = false;
    bool m_over = false;
};

} // namespace layerscope
