// SPDX-License-Identifier: GPL-3.0-or-later
// Asking again beside an attempt that takes far longer than its like. The first attempt is never given up for
// it: if the server was only slow, its answer is the one that comes.
#include "api/apiclient_p.h"
#include "api/apijob.h"
#include "api/httpattempt.h"
#include "api/replyclassifier.h"
#include "core/logging.h"

#include <utility>

namespace layerscope {

using std::chrono::milliseconds;

namespace {

/// One at a time. If three answers of ten are lost, one call of five hundred needs more.
constexpr int maxAsksEachRound = 5;

/// The next one is waited for half as long again.
milliseconds longer(milliseconds patience)
{
    return patience + patience / 2;
}

} // namespace

void ApiJob::watchPatience(milliseconds patience)
{
    if (!m_client.d->options.asksBeside)
        return;
    m_client.d->clock.callAfter(patience, this, [this, patience, round = m_round] {
        if (m_state == State::Sent && m_round == round)
            wantBeside(patience);
    });
}

void ApiJob::wantBeside(milliseconds patience)
{
    ApiClient::Private &d = *m_client.d;
    if (m_asksThisRound == maxAsksEachRound)
        return;
    // What its like take may have become known only while it was waiting.
    const milliseconds known = d.latencies.patience(m_like);
    const milliseconds waited = d.clock.now() - m_roundBegan;
    if (m_asksThisRound == 0 && waited < known) {
        watchPatience(known - waited);
        return;
    }
    if (!d.besideBudget.take(d.clock.now())) {
        watchPatience(patience);
        return;
    }
    d.beside.add(this);
}

/// In a slot that the scheduler gave.
void ApiJob::askBeside()
{
    ApiClient::Private &d = *m_client.d;
    if (m_beside) { // lost, too
        drop(std::exchange(m_beside, nullptr));
        d.scheduler.slotFreed(RequestScheduler::Feedback::Abandoned);
    }
    const milliseconds waited = d.clock.now() - m_roundBegan;
    ++m_record.attempts;
    ++m_record.asksBeside;
    ++m_asksThisRound;
    qCDebug(logApi).noquote() << m_record.label << "asked again beside after" << waited.count() << "ms";
    // Within the time that the first one has: asking beside does not make a call's time limit longer.
    const milliseconds limit = d.connection.timeout.value_or(d.options.transferTimeout);
    m_beside = startAttempt(std::max(milliseconds(0), limit - waited));
    milliseconds patience = d.latencies.patience(m_like);
    for (int i = 0; i < m_asksThisRound; ++i)
        patience = longer(patience);
    watchPatience(patience);
    d.history.put(m_record);
}

/// Of two attempts one failed in a way that says nothing about the call: the other goes on alone.
bool ApiJob::leavesItToTheOther(HttpAttempt *attempt, const HttpAnswer &answer)
{
    if (!m_beside || answer.isSuccess())
        return false;
    ApiClient::Private &d = *m_client.d;
    const ApiError error = classify(answer, d.redactor).error();
    if (!error.isTransient())
        return false;
    d.causes.count(error);
    const bool isRateLimit = error.kind == ApiError::Kind::RateLimited;
    if (attempt == m_attempt)
        m_attempt = m_beside;
    m_beside = nullptr;
    drop(attempt);
    if (isRateLimit)
        d.scheduler.pauseFor(error.retryAfter.value_or(RetryPolicy::firstRateLimitPause));
    d.scheduler.slotFreed(isRateLimit ? RequestScheduler::Feedback::RateLimited
                                      : RequestScheduler::Feedback::Abandoned);
    return true;
}

/// This attempt decides; what else there is of the call ends. Its slot stays the caller's.
void ApiJob::settle(HttpAttempt *attempt, const HttpAnswer &answer)
{
    ApiClient::Private &d = *m_client.d;
    m_record.sent = attempt->startedAt();
    m_record.firstByte = attempt->firstByteAt();
    const bool wasBeside = attempt == m_beside;
    if (wasBeside)
        std::swap(m_attempt, m_beside);
    endAskingBeside();
    drop(std::exchange(m_attempt, nullptr));
    if (!answer.isSuccess())
        return;
    d.latencies.learn(m_like, d.clock.now() - attempt->startedAt());
    d.besideBudget.answered();
    if (wasBeside)
        d.besideBudget.helped();
}

void ApiJob::endAskingBeside()
{
    ApiClient::Private &d = *m_client.d;
    if (d.beside.remove(this))
        d.besideBudget.giveBack();
    if (!m_beside)
        return;
    drop(std::exchange(m_beside, nullptr));
    d.scheduler.slotFreed(RequestScheduler::Feedback::Abandoned);
}

/// A call that was turned away made its caller cancel the others. They were sent all the same, and most of
/// them are turned away as well: whoever asks why nothing came is told of each that was.
void ApiJob::hearOut(HttpAttempt *attempt)
{
    ApiClient::Private *d = m_client.d.get();
    attempt->disconnect(this);
    attempt->setParent(&d->lateAttempts);
    QObject::connect(attempt, &HttpAttempt::finished, &d->lateAttempts,
                     [d, attempt](const HttpAnswer &answer) {
                         attempt->deleteLater();
                         if (!answer.isSuccess())
                             d->causes.count(classify(answer, d->redactor).error());
                     });
}

} // namespace layerscope
