// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiclient.h"
#include "api/apijob.h"
#include "api/besidequeue.h"
#include "api/connectionpool.h"
#include "api/latencybook.h"
#include "api/outagewatch.h"
#include "api/pacefile.h"
#include "api/redactor.h"
#include "api/retrypolicy.h"
#include "core/turnshare.h"

#include <array>
#include <deque>
#include <unordered_set>

namespace layerscope {

/// What the client's jobs share. Also the source of the calls that were submitted or are to be tried again.
class ApiClient::Private final : public CallSource
{
public:
    Private(ApiClient &client, Connection connection, Options options, Clock &clock);
    void shutDown(); ///< Aborts everything silently and waits for the workers.
    [[nodiscard]] ServerPace paceNow() const;

    ApiJob *createJob(ApiCall call);
    void sendProbe(ApiCall call); ///< At once, past the queues; one attempt, which the watch judges itself.

    void enqueue(ApiJob *job);
    void enqueueFirst(ApiJob *job); ///< For what has waited in this queue before.
    void dequeue(ApiJob *job);

    std::optional<Priority> mostUrgent() const override;
    void startOne() override;

    ApiClient &client;
    const Connection connection;
    const Options options;
    Clock &clock;
    const Redactor redactor;
    const RetryPolicy retryPolicy;
    const PaceFile paceFile;
    ServerPace pace; ///< As it was at first, but for the lists. The window is the scheduler's to know.
    bool wasAnswered = false; ///< Anything, in this process.
    bool isKeyProven = false;
    bool isTurnedAway = false; ///< By an error that stops everything; until something succeeds.
    CallHistory history;
    TurnShare endings; ///< Of jobs: what is made of their answers may take a while.
    QThreadPool workers;
    ConnectionPool connections;
    RequestScheduler scheduler;
    CauseTally causes;
    OutageWatch outages;
    LatencyBook latencies;
    BesideBudget besideBudget;
    BesideQueue beside;
    std::unordered_set<ApiJob *> jobs; ///< All that are alive.
    QObject lateAttempts;              ///< The parent of those that nobody waits for; see ApiJob::hearOut().
    const ServerPace paceAtFirst;

private:
    using Queue = std::deque<ApiJob *>;
    [[nodiscard]] Queue &queueOf(const ApiJob *job);

    std::array<Queue, 3> m_queues; // by priority
    quint64 m_lastId = 0;
};

} // namespace layerscope
