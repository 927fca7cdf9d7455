// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/faultjudge.h"
#include "demo/latencymodel.h"
#include "demo/ratelimiter.h"
#include "demo/simulatedservices.h"

#include <QByteArray>
#include <QHash>

#include <chrono>
#include <utility>

namespace layerscope::demo {

/// Who may ask. Random for each server, so that no test can rest on a constant.
struct Credentials
{
    QString userName;
    QString apiKey;      ///< for `userName`, and for the literal user "apikey"
    QString accessToken; ///< for Bearer
};

/// An HTTP request as it came.
struct SimulatedRequest
{
    QByteArray verb;
    QByteArray path;  ///< percent-encoded
    QByteArray query; ///< percent-encoded, without "?"
    QByteArray authorization;
    QByteArray body;
    bool acceptsGzip = false;
    std::chrono::milliseconds now{0}; ///< monotonic
};

/// The HTTP answer, and what is worth logging about it.
struct SimulatedResponse
{
    int status = 200;
    QByteArray contentType;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< without Content-Type and Content-Length
    QByteArray body;
    std::chrono::milliseconds delay{0};
    bool hangs = false; ///< No answer, ever.
    bool drops = false; ///< No answer either, but the connection is closed.

    WireCall call; ///< empty if the URL could not be read
    int rows = 0;
    bool isStruck = false; ///< A fault of the plan took part.
};

/// The simulated SoftLayer REST API without any socket: a request in, an answer out (softlayer-api §1 to §5).
/// Keeps count of calls for the limiter, the faults and the changing order of rows. One thread at a time.
class SimulatedApi
{
public:
    SimulatedApi(const SimulatedAccount &account, LatencyModel latency, FaultPlan plan,
                 Credentials credentials);

    /// From the next call on; counts of the faults start anew.
    void setFaultPlan(FaultPlan plan);
    /// See RowMemo.
    void rememberRows(qsizetype most) { m_services.rememberRows(most); }
    [[nodiscard]] SimulatedResponse answer(const SimulatedRequest &request);

private:
    [[nodiscard]] bool isAuthorized(const QByteArray &authorization) const;
    [[nodiscard]] CallCircumstances circumstancesOf(const WireCall &call, const QList<Fault> &faults);

    SimulatedServices m_services;
    LatencyModel m_latency;
    FaultJudge m_judge;
    RateLimiter m_limiter;
    Credentials m_credentials;
    quint64 m_callNumber = 0;
    QHash<QString, int> m_listCalls; ///< so far, by full name, for rows that vanish and appear
};

} // namespace layerscope::demo
