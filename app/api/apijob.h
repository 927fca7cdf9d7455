// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apicall.h"
#include "api/callrecord.h"
#include "api/retrypolicy.h"
#include "core/canceltoken.h"

#include <QByteArray>
#include <QObject>
#include <QPointer>

#include <chrono>
#include <optional>

namespace layerscope {

class ApiClient;
class HttpAttempt;
class Redactor;
struct HttpAnswer;

/// One logical request with all its attempts.
///
///     Queued ──▶ Sent ──▶ Decoding ──▶ Done
///        ▲         │          │
///        │         ├──────────┴──▶ Failed        (not to be retried, or attempts and deadline used up)
///        └─ Waiting (a growing pause, without a slot; or until it is known whether the server is down)
///     any state ──▶ Cancelled
///
/// Ends in exactly one of Done, Failed, Cancelled; then call.done has been called once, `finished` is emitted
/// once and the job deletes itself. Destroying a job earlier aborts it silently: nothing is called. Owned by
/// the ApiClient; its thread.
class ApiJob : public QObject
{
    Q_OBJECT

public:
    enum class State { Queued, Sent, Waiting, Decoding, Done, Failed, Cancelled };
    Q_ENUM(State)

    ~ApiJob() override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isOver() const { return m_state >= State::Done; }
    [[nodiscard]] const ApiRequest &request() const { return m_call.request; }
    [[nodiscard]] Priority priority() const { return m_call.priority; }
    /// Takes effect while Queued or Waiting; what is in flight is not thrown away.
    void setPriority(Priority priority);
    [[nodiscard]] const CallRecord &record() const { return m_record; }

    /// Possible in each state; a second time does nothing. call.done hears Cancelled, from the event loop.
    void cancel();

Q_SIGNALS:
    void stateChanged(layerscope::ApiJob::State state);
    void finished();

private:
    friend class ApiClient;   // creates, sends and ends jobs; nobody else can
    friend class OutageWatch; // knows whether it was a call's own fault that it failed

    ApiJob(ApiClient &client, ApiCall call, quint64 id);

    struct Decoded;

    [[nodiscard]] static Result<Decoded>
    decodeAnswer(const HttpAnswer &answer, const Redactor &redactor,
                 const std::function<ApiCall::ErasedValue(const JsonReader &)> &decode,
                 const CancelToken &token);
    [[nodiscard]] bool refuseIfForbidden();
    void send();
    void receive(HttpAttempt *attempt, const HttpAnswer &answer);
    void decode(const HttpAnswer &answer);
    void takeDecoded(const Result<Decoded> &result);
    void failAttempt(ApiError error);
    [[nodiscard]] bool isInDoubt() const { return m_state == State::Waiting && m_doubt.has_value(); }
    void settleDoubt(bool wasServerDown);
    [[nodiscard]] std::optional<std::chrono::milliseconds> countFailure(const ApiError &error,
                                                                        std::chrono::milliseconds took);
    void goOnAfter(ApiError error, std::optional<std::chrono::milliseconds> pause);
    void tryAgainIn(std::chrono::milliseconds pause);
    void end(State state, Result<Reply<ApiCall::ErasedValue>> outcome);
    void deliver(const Result<Reply<ApiCall::ErasedValue>> &outcome);
    void setState(State state);
    void release();
    [[nodiscard]] bool sendsAgain(HttpAttempt *attempt, const HttpAnswer &answer);
    [[nodiscard]] HttpAttempt *startAttempt(std::chrono::milliseconds timeLeft);
    void drop(HttpAttempt *attempt);
    void hearOut(HttpAttempt *attempt);

    // apijobbeside.cpp
    friend class BesideQueue;
    void watchPatience(std::chrono::milliseconds patience);
    void wantBeside(std::chrono::milliseconds patience);
    void askBeside();
    [[nodiscard]] bool leavesItToTheOther(HttpAttempt *attempt, const HttpAnswer &answer);
    void settle(HttpAttempt *attempt, const HttpAnswer &answer);
    void endAskingBeside();

    ApiClient &m_client;
    ApiCall m_call;
    CallRecord m_record;
    State m_state = State::Queued;
    HttpAttempt *m_attempt = nullptr; ///< A child, while Sent.
    HttpAttempt *m_beside = nullptr;  ///< Another one, sent because the first takes too long.
    QByteArray m_like;                ///< Which calls take about as long; known once it was sent.
    int m_round = 0;                  ///< Rises with send(): what was planned for an earlier one is void.
    int m_asksThisRound = 0;
    int m_resends = 0; ///< Since the last failure.
    std::chrono::milliseconds m_roundBegan{0};
    CancelToken m_decoding; ///< Of the worker, while Decoding.
    FailedAttempts m_failures;
    std::chrono::milliseconds m_timeSpent{0}; ///< By attempts and pauses; not in queues nor by rate limits.
    std::chrono::milliseconds m_answered{0};
    /// How and after how long the last attempt failed, until it is known whether the server was down.
    struct Doubt
    {
        ApiError error;
        std::chrono::milliseconds took;
    };
    std::optional<Doubt> m_doubt;
    int m_excused = 0;      ///< Attempts that failed because the server was down.
    bool m_isProbe = false; ///< Of the OutageWatch, which hears its end by call.done.
};

} // namespace layerscope
