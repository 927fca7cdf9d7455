// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apijob.h"

#include "api/allowlist.h"
#include "api/apiclient_p.h"
#include "api/httpattempt.h"
#include "api/latencybook.h"
#include "api/replyclassifier.h"
#include "core/logging.h"
#include "core/whendone.h"

#include <QJsonArray>
#include <QtConcurrent>

#include <utility>

namespace layerscope {

using std::chrono::milliseconds;

/// What the worker makes of an answer.
struct ApiJob::Decoded
{
    ApiCall::ErasedValue value;
    std::optional<qint64> totalItems;
    int rows = 0;
};

namespace {

using ErasedValue = ApiCall::ErasedValue;

/// Without a failure being counted.
constexpr int maxResends = 2;
/// A call that is under way each time that the server goes down is most likely what brings it down.
constexpr int maxExcuses = 3;

RequestScheduler::Feedback feedbackOf(const ApiError &error)
{
    if (error.kind == ApiError::Kind::RateLimited)
        return RequestScheduler::Feedback::RateLimited;
    // A refusal is an answer like any other: the server keeps up.
    return error.isTransient() ? RequestScheduler::Feedback::Trouble : RequestScheduler::Feedback::Answered;
}

} // namespace

/// On a worker: the answer's bytes to values. The parsed document takes six times its text (limits §2) and is
/// gone when this returns.
Result<ApiJob::Decoded> ApiJob::decodeAnswer(const HttpAnswer &answer, const Redactor &redactor,
                                             const std::function<ErasedValue(const JsonReader &)> &decode,
                                             const CancelToken &token)
{
    if (token.isCancelled())
        return Unexpected(ApiError::make(ApiError::Kind::Cancelled));
    const Result<JsonAnswer> json = classify(answer, redactor);
    if (!json)
        return Unexpected(json.error());

    JsonIssues issues;
    Decoded decoded;
    decoded.value = decode(JsonReader(json->root, issues, json->hadInvalidUtf8));
    if (!issues.isClean()) {
        ApiError error = *issues.error();
        error.httpStatus = answer.status;
        return Unexpected(error);
    }
    decoded.totalItems = json->totalItems;
    decoded.rows = json->root.isArray()    ? static_cast<int>(json->root.toArray().size())
                   : json->root.isObject() ? 1
                                           : 0;
    return decoded;
}

ApiJob::ApiJob(ApiClient &client, ApiCall call, quint64 id)
    : m_client(client)
    , m_call(std::move(call))
{
    m_record.id = id;
    m_record.label = m_call.request.label();
    m_record.priority = m_call.priority;
    m_record.queued = client.d->clock.now();
}

ApiJob::~ApiJob()
{
    m_client.d->jobs.erase(this);
    release();
}

void ApiJob::setPriority(Priority priority)
{
    if (priority == m_call.priority)
        return;
    const bool isQueued = m_state == State::Queued;
    if (isQueued)
        m_client.d->dequeue(this);
    m_call.priority = priority;
    m_record.priority = priority;
    if (isQueued)
        m_client.d->enqueue(this);
}

void ApiJob::cancel()
{
    if (isOver())
        return;
    release();
    end(State::Cancelled, Unexpected(ApiError::make(ApiError::Kind::Cancelled)));
}

/// True: it was refused before anything was sent, and is over.
bool ApiJob::refuseIfForbidden()
{
    std::optional<QString> refusal = refusalOf(m_call.request);
    const Connection &connection = m_client.d->connection;
    if (!refusal && !Connection::mayCarryCredentials(connection.restBase))
        refusal = QStringLiteral("the endpoint is neither https nor on this machine");
    if (!refusal)
        return false;
    end(State::Failed,
        Unexpected(ApiError::make(ApiError::Kind::InvalidRequest, m_client.d->redactor.redacted(*refusal))));
    return true;
}

/// In a slot that the scheduler gave.
void ApiJob::send()
{
    ApiClient::Private &d = *m_client.d;
    ++m_record.attempts;
    m_roundBegan = d.clock.now();
    m_record.sent = m_roundBegan;
    m_record.firstByte.reset();

    milliseconds limit = d.connection.timeout.value_or(d.options.transferTimeout);
    if (m_isProbe)
        limit = std::min(limit, OutageWatch::probeLimit);
    m_attempt = startAttempt(limit);
    ++m_round;
    m_asksThisRound = 0;
    m_like = LatencyBook::likeOf(m_call.request);
    if (!m_isProbe) // of which there is one at a time
        watchPatience(d.latencies.patience(m_like));
    setState(State::Sent);
    if (!m_isProbe)
        d.outages.sent();
}

HttpAttempt *ApiJob::startAttempt(milliseconds timeLeft)
{
    ApiClient::Private &d = *m_client.d;
    auto *attempt = new HttpAttempt(d.connections.send(m_call.request), {d.options.connectTimeout, timeLeft},
                                    d.clock, this);
    connect(attempt, &HttpAttempt::firstByteArrived, this, [this] {
        if (!m_record.firstByte)
            m_record.firstByte = m_client.d->clock.now();
    });
    connect(attempt, &HttpAttempt::requestSent, this,
            [this, attempt] { m_client.d->scheduler.startSent(attempt->startedAt()); });
    connect(attempt, &HttpAttempt::finished, this,
            [this, attempt](const HttpAnswer &answer) { receive(attempt, answer); });
    return attempt;
}

void ApiJob::receive(HttpAttempt *attempt, const HttpAnswer &answer)
{
    if (leavesItToTheOther(attempt, answer))
        return;
    if (sendsAgain(attempt, answer))
        return;
    settle(attempt, answer);
    m_record.bytes = answer.body.size();
    m_answered = m_client.d->clock.now();

    if (answer.isSuccess()) {
        m_client.d->scheduler.slotFreed(RequestScheduler::Feedback::Answered);
        decode(answer);
        return;
    }
    // An error's body is short, and the scheduler has to know now: no detour over a worker.
    const ApiError error = classify(answer, m_client.d->redactor).error();
    m_client.d->scheduler.slotFreed(feedbackOf(error));
    failAttempt(error);
}

/// A connection that breaks before the answer is most often one that was kept open for too long, and no
/// failure of the server's: as any HTTP client does, the call is sent again, but in a slot and at a time that
/// the scheduler gives.
bool ApiJob::sendsAgain(HttpAttempt *attempt, const HttpAnswer &answer)
{
    ApiClient::Private &d = *m_client.d;
    if (!answer.closedUnanswered || m_resends == maxResends || m_isProbe)
        return false;
    settle(attempt, answer);
    d.causes.count(classify(answer, d.redactor).error());
    d.outages.abandoned();
    ++m_resends;
    m_timeSpent += d.clock.now() - m_roundBegan;
    d.scheduler.slotFreed(RequestScheduler::Feedback::Abandoned);
    m_state = State::Queued;
    d.enqueueFirst(this);
    setState(State::Queued);
    return true;
}

void ApiJob::decode(const HttpAnswer &answer)
{
    m_decoding = CancelToken();
    const auto work = QtConcurrent::run(&m_client.d->workers, decodeAnswer, answer, m_client.d->redactor,
                                        m_call.decode, m_decoding);
    whenDone(work, this, [this](const Result<Decoded> &result) {
        if (m_state == State::Decoding) // else cancelled meanwhile
            takeDecoded(result);
    });
    setState(State::Decoding);
}

void ApiJob::takeDecoded(const Result<Decoded> &result)
{
    if (!result) {
        m_client.d->scheduler.report(feedbackOf(result.error()));
        failAttempt(result.error());
        return;
    }
    m_client.d->wasAnswered = true;
    m_client.d->isKeyProven = true;
    m_client.d->isTurnedAway = false;
    if (!m_isProbe)
        m_client.d->outages.succeeded();
    m_record.rows = result->rows;
    end(State::Done, Reply<ErasedValue>{result->value, result->totalItems, m_record.bytes,
                                        m_answered - *m_record.sent, m_record.attempts});
}

void ApiJob::failAttempt(ApiError error)
{
    ApiClient::Private &d = *m_client.d;
    const bool isRateLimit = error.kind == ApiError::Kind::RateLimited;
    m_resends = 0;
    d.causes.count(error);
    d.isKeyProven = d.isKeyProven && !error.stopsEverything();
    d.isTurnedAway = d.isTurnedAway || error.stopsEverything();
    if (!m_isProbe)
        d.outages.failed(error);
    error.attempts = m_record.attempts;
    if (m_isProbe) {
        end(State::Failed, Unexpected(std::move(error)));
        return;
    }
    const milliseconds took = d.clock.now() - m_roundBegan;
    // Less may be borne even now, so "Internal Error" goes on to whoever can ask for less.
    if (d.outages.isHolding() && Breaker::signOf(error) == Breaker::Sign::Trouble &&
        error.kind != ApiError::Kind::TooMuch) {
        m_doubt = Doubt{std::move(error), took};
        setState(State::Waiting);
        return;
    }
    // Both concern every call of the account, also when this one gives up.
    const bool concernsAll = isRateLimit || error.retryAfter;
    const std::optional<milliseconds> pause = countFailure(error, took);
    if (concernsAll && (pause || isRateLimit))
        d.scheduler.pauseFor(pause.value_or(RetryPolicy::firstRateLimitPause));
    goOnAfter(std::move(error), pause);
}

/// The server answers again. If it was not down, this call failed by itself: it would do so for ever.
void ApiJob::settleDoubt(bool wasServerDown)
{
    Doubt doubt = std::move(*m_doubt);
    m_doubt.reset();
    if (wasServerDown && m_excused < maxExcuses) {
        ++m_excused;
        tryAgainIn(RetryPolicy::firstPause);
        return;
    }
    const std::optional<milliseconds> pause = countFailure(doubt.error, doubt.took);
    goOnAfter(std::move(doubt.error), pause);
}

/// How long to wait before the next attempt; nullopt: there is none.
std::optional<milliseconds> ApiJob::countFailure(const ApiError &error, milliseconds took)
{
    m_failures.count(error);
    const bool isRateLimit = error.kind == ApiError::Kind::RateLimited;
    if (!isRateLimit)
        m_timeSpent += took;
    if (error.isSilence() && m_call.isTriedOnceInSilence)
        return std::nullopt;
    const auto pause = m_client.d->retryPolicy.pauseAfter(error, m_failures, m_timeSpent);
    if (pause && !isRateLimit)
        m_timeSpent += *pause;
    return pause;
}

void ApiJob::goOnAfter(ApiError error, std::optional<milliseconds> pause)
{
    if (!pause) {
        end(State::Failed, Unexpected(std::move(error)));
        return;
    }
    qCDebug(logApi).noquote() << m_record.label << "again in" << pause->count() << "ms after"
                              << toString(error.kind) << error.httpStatus << error.code;
    tryAgainIn(*pause);
}

void ApiJob::tryAgainIn(milliseconds pause)
{
    m_client.d->clock.callAfter(pause, this, [this] {
        if (m_state != State::Waiting)
            return;
        m_state = State::Queued;
        m_client.d->enqueueFirst(this);
        setState(State::Queued);
    });
    setState(State::Waiting);
}

void ApiJob::end(State state, Result<Reply<ErasedValue>> outcome)
{
    m_record.done = m_client.d->clock.now();
    if (!outcome) {
        outcome.error().attempts = m_record.attempts;
        m_record.error = outcome.error();
    }
    qCDebug(logApi).noquote() << m_record.label << m_record.attempts << "attempts," << m_record.bytes
                              << "bytes," << m_record.rows << "rows,"
                              << (outcome ? QStringLiteral("ok") : toString(outcome.error().kind));
    // Always from the event loop: callers need not expect an answer inside their own call, and may destroy
    // anything.
    m_client.d->endings.run(this, [this, outcome = std::move(outcome)] { deliver(outcome); });
    setState(state);
}

void ApiJob::deliver(const Result<Reply<ErasedValue>> &outcome)
{
    const QPointer<ApiJob> self(this);
    const auto done = std::exchange(m_call.done, nullptr);
    if (done)
        done(outcome);
    if (!self)
        return;
    Q_EMIT finished();
    if (self)
        deleteLater();
}

void ApiJob::setState(State state)
{
    m_state = state;
    m_client.d->history.put(m_record);
    Q_EMIT stateChanged(state);
}

/// Gives back what the present state holds, without a word to anybody.
void ApiJob::release()
{
    switch (m_state) {
    case State::Queued:
        m_client.d->dequeue(this);
        break;
    case State::Sent:
        endAskingBeside();
        if (m_client.d->isTurnedAway)
            hearOut(std::exchange(m_attempt, nullptr));
        else
            drop(std::exchange(m_attempt, nullptr));
        m_client.d->scheduler.slotFreed(RequestScheduler::Feedback::Abandoned);
        if (!m_isProbe)
            m_client.d->outages.abandoned();
        break;
    case State::Decoding:
        m_decoding.cancel();
        if (!m_isProbe)
            m_client.d->outages.abandoned();
        break;
    default:
        break;
    }
}

void ApiJob::drop(HttpAttempt *attempt)
{
    attempt->disconnect(this);
    attempt->deleteLater(); // not at once: it may be the one that is just telling us
}

} // namespace layerscope
