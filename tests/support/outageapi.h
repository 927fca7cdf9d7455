// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/connection.h"
#include "demo/simulatedapi.h"
#include "support/scriptedserver.h"

#include <QElapsedTimer>
#include <QProcessEnvironment>

#include <functional>
#include <memory>
#include <optional>

namespace layerscope {

/// A simulated account on loopback that answers its first calls well and then fails for good, or for a while,
/// in one way. On the test's thread. Needs inventory_demo.
class OutageApi
{
public:
    enum class Way {
        None,
        Unavailable,     ///< 503 with a page, as of a load balancer
        InternalError,   ///< 500 "Internal Error"
        OtherError,      ///< 500 with another text of the API's
        NotFound,        ///< 404 ObjectNotFound
        Forbidden,       ///< 403 AccessDenied
        Redirect,        ///< 302
        BillingFails,    ///< 500 "Internal Error" for each call whose mask has `billingItem`, all others well
        TooManyRequests, ///< 429 with Retry-After: 1
        TooManyForLong,  ///< 429 with Retry-After: 100000
        Hangs,           ///< no answer, ever
        Refused,         ///< nobody listens
        Dropped,         ///< the connection is closed without a byte
        Unauthorized,    ///< 401
    };

    /// `badCalls` after the `goodCalls` it is well again; nullopt: never by itself.
    OutageApi(int servers, int pools, Way way, int goodCalls, std::optional<int> badCalls = std::nullopt);

    /// Only these calls fail, all others are answered well.
    void setConcerned(std::function<bool(const ScriptedServer::Request &)> isConcerned);
    /// Ends the outage; not one in which nobody listens.
    void recover();
    [[nodiscard]] Connection connection() const;
    [[nodiscard]] int heldCount() const { return m_server ? m_server->heldCount() : 0; }
    [[nodiscard]] QUrl restBase() const { return m_restBase; }
    /// What the program takes its connection from.
    [[nodiscard]] QProcessEnvironment environment() const;

    [[nodiscard]] int calls() const { return m_calls; }
    /// Those that failed.
    [[nodiscard]] int badCalls() const { return m_callsThatFailed; }
    /// After the last one that was answered well; to a server that listens no more they are not seen.
    [[nodiscard]] int callsSinceSuccess() const { return m_callsSinceSuccess; }
    [[nodiscard]] qint64 millisecondsSinceSuccess() const { return m_sinceSuccess.elapsed(); }

private:
    [[nodiscard]] ScriptedServer::Answer answer(const ScriptedServer::Request &request);
    [[nodiscard]] ScriptedServer::Answer wellAnswered(const ScriptedServer::Request &request);
    [[nodiscard]] std::optional<ScriptedServer::Answer> trouble(const ScriptedServer::Request &request);

    Way m_way;
    int m_goodCalls;
    std::optional<int> m_badCalls;
    int m_calls = 0;
    int m_callsSinceSuccess = 0;
    int m_callsThatFailed = 0;
    std::function<bool(const ScriptedServer::Request &)> m_isConcerned; ///< None: all are.
    demo::Credentials m_credentials;
    demo::SimulatedApi m_api;
    std::unique_ptr<ScriptedServer> m_server;
    QUrl m_restBase;
    QElapsedTimer m_sinceStart;
    QElapsedTimer m_sinceSuccess;
};

} // namespace layerscope
