// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apicall.h"
#include "api/callrecord.h"
#include "api/causetally.h"
#include "api/connection.h"
#include "api/requestscheduler.h"
#include "api/retrypolicy.h"
#include "api/serverpace.h"

#include <QObject>
#include <QThreadPool>

#include <memory>

namespace layerscope {

class ApiJob;
class Redactor;

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
        ServerPace pace{};  ///< Of earlier loads, if there is no file; the window opens where it was closed.
        QString paceFile{}; ///< Where that is kept from start to start; see PaceFile. Empty: nowhere.
        std::chrono::milliseconds connectTimeout{10'000};
        std::chrono::milliseconds transferTimeout{
            120'000}; ///< A whole call, one attempt; a Connection's own comes first.
        int maxAttempts = RetryPolicy::maximumAttempts; ///< Of a call that may succeed later
        bool leavesDownAlone = true; ///< Holds all calls while nothing gets through; see isBlocked().
        std::chrono::milliseconds patience{60'000}; ///< Before it is blocked; see Breaker.
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
    /// Knows the connection's secrets. Use this one, or a copy of it on a worker: making one compiles its
    /// patterns, which takes about a millisecond.
    [[nodiscard]] const Redactor &redactor() const;
    [[nodiscard]] Clock &clock() const;
    /// For pure work that belongs to this account (decoding, arranging). Bounded; never blocks the GUI
    /// thread.
    [[nodiscard]] QThreadPool &workers();

    /// Nothing has got through for a bounded number of calls and time (see Breaker), whatever was asked.
    /// While it is so, calls wait in their queues at no cost, and one is tried now and then; with the first
    /// that gets through all go on by themselves.
    [[nodiscard]] bool isBlocked() const;
    /// Blocked although the server answers the smallest question: all that is asked of it fails by itself, so
    /// waiting may not help.
    [[nodiscard]] bool isBlockedThoughAlive() const;
    /// Why, by the last call that failed; only while blocked.
    [[nodiscard]] const ApiError &blockedBy() const;
    /// Since when nothing got through (UTC), and how long until the next try; only while blocked.
    [[nodiscard]] QDateTime blockedSince() const;
    [[nodiscard]] std::optional<std::chrono::milliseconds> nextTryIn() const;
    /// Does not wait for the next try. Nothing happens if it is not blocked.
    void tryNow();
    /// How attempts failed so far, the most frequent cause first; also those of calls that came later.
    [[nodiscard]] QList<CauseTally::Cause> failureCauses() const;

    /// Something was answered with this key, and it was not refused since; that of the last start may have
    /// been another. As long as it is not proven, one call at a time is enough: who is refused too often may
    /// be locked out.
    [[nodiscard]] bool isKeyProven() const;
    /// What the server was seen to bear so far, earlier loads included.
    [[nodiscard]] ServerPace pace() const;
    /// Of details in batches by this method.
    [[nodiscard]] RowsBorne rowsBorne(const QByteArray &method) const;
    void setRowsBorne(const QByteArray &method, RowsBorne rows);
    /// What this account's key was refused for all rows of a sort, when they were loaded last. Both names are
    /// the caller's; without ',' and '/'.
    [[nodiscard]] QByteArrayList refused(const QByteArray &rows) const;
    void setRefused(const QByteArray &rows, const QByteArrayList &names);

    /// Ends each queued, waiting and running call with Cancelled.
    void cancelAll();

Q_SIGNALS:
    /// isBlocked() became true, or false again. From the event loop.
    void blocked(const layerscope::ApiError &cause);
    void unblocked();

private:
    friend class ApiJob;
    friend class OutageWatch;
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace layerscope
