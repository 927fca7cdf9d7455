// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/breaker.h"
#include "core/clock.h"

#include <QDateTime>
#include <QObject>

#include <chrono>
#include <optional>

namespace layerscope {

class ApiClient;

/// The breaker of one client at work: told by its jobs how each attempt ends, it holds the scheduler, sends
/// probes (SoftLayer_Account::getObject, the id alone) and tells when nothing gets through any more. Does
/// nothing if the client's options say so. Owned by the ApiClient; its thread.
class OutageWatch : public QObject
{
    Q_OBJECT

public:
    /// A probe asks so little that a server which lives answers it soon.
    static constexpr std::chrono::milliseconds probeLimit{20'000};

    OutageWatch(ApiClient &client, const Breaker &breaker, Clock &clock, bool isOn);

    /// For good: the client ends.
    void stop() { m_isOn = false; }

    // Of attempts, each exactly one of the last three after the first. Not of probes.
    void sent();
    void succeeded();
    void failed(const ApiError &error);
    void abandoned();

    /// Nothing but the probe gets out at present, so a failure may well be the server's and not the call's.
    [[nodiscard]] bool isHolding() const;
    /// Blocked, although the server answers probes.
    [[nodiscard]] bool isTrial() const { return m_breaker.isTrial(); }
    [[nodiscard]] bool isBlocked() const { return m_breaker.state() == Breaker::State::Blocked; }
    /// Why, by the last failure.
    [[nodiscard]] const ApiError &cause() const { return m_cause; }
    /// Since when nothing got through (UTC).
    [[nodiscard]] QDateTime silentSince() const;
    /// How long until the next try.
    [[nodiscard]] std::optional<std::chrono::milliseconds> nextTryIn() const;
    /// A person wants it tried at once.
    void tryNow();

Q_SIGNALS:
    /// From the event loop, and only if it is still so.
    void blocked();
    void unblocked();

private:
    void update();
    void setGate();
    void settleDoubts();
    void sendProbe();
    void scheduleLook();
    void announce();
    [[nodiscard]] static std::optional<std::chrono::milliseconds> pauseAskedBy(const ApiError &error);

    ApiClient &m_client;
    Clock &m_clock;
    Breaker m_breaker;
    bool m_isOn;
    ApiError m_cause;
    std::optional<std::chrono::milliseconds> m_lookAt; ///< The clock cannot cancel older ones.
    bool m_wasHolding = false;
    bool m_wasBlocked = false; ///< As announced.
    bool m_isAnnouncing = false;
};

} // namespace layerscope
