// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apicall.h"
#include "api/callrecord.h"
#include "api/connection.h"
#include "api/requestscheduler.h"
#include "api/retrypolicy.h"

#include <QObject>
#include <QThreadPool>

#include <memory>

namespace layerscope {

class ApiJob;

/// Talks to the SoftLayer REST API for one account: lanes of access managers (6 connections each, limits §1),
/// one window of calls, retries, JSON parsing and decoding on its own worker threads. Only calls on the
/// allow-list can be sent. GUI thread. Destroying it aborts everything silently and waits for its workers.
class ApiClient : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        CallLimits limits;
        std::chrono::milliseconds connectTimeout{10'000};
        std::chrono::milliseconds transferTimeout{
            120'000}; ///< A whole call, one attempt; a Connection's own comes first.
        int mostAttempts = RetryPolicy::maximumAttempts; ///< Of a call that may succeed later
        bool asksBeside = true; ///< Ask again beside a call that takes far longer than its like.
        QByteArray userAgent;   ///< Empty: "Layerscope/<version>".
    };

    explicit ApiClient(Connection connection, Clock &clock = Clock::system(), QObject *parent = nullptr);
    ApiClient(Connection connection, Options options, Clock &clock = Clock::system(),
              QObject *parent = nullptr);
    ~ApiClient() override;

    /// Queues a call. The job may be cancelled or given another priority; it is gone after its end, so keep a
    /// QPointer.
    ApiJob *submit(ApiCall call);
    /// For a CallSource inside its startOne() only: sends at once, in the slot it was given.
    ApiJob *dispatch(ApiCall call);

    [[nodiscard]] RequestScheduler &scheduler();
    [[nodiscard]] CallHistory &history();
    [[nodiscard]] const Connection &connection() const;
    [[nodiscard]] Clock &clock() const;
    /// For pure work that belongs to this account (decoding, arranging). Bounded; never blocks the GUI
    /// thread.
    [[nodiscard]] QThreadPool &workers();

    /// Ends each queued, waiting and running call with Cancelled.
    void cancelAll();

private:
    friend class ApiJob;
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace layerscope
