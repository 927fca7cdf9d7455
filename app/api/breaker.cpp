// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/breaker.h"

#include <algorithm>
#include <utility>

namespace layerscope {

using Milliseconds = Breaker::Milliseconds;

Breaker::Sign Breaker::signOf(const ApiError &error)
{
    switch (error.kind) {
    case ApiError::Kind::Cancelled:
    case ApiError::Kind::Storage:
        return Sign::None;
    case ApiError::Kind::Forbidden:
    case ApiError::Kind::NotFound:
    case ApiError::Kind::InvalidRequest:
    case ApiError::Kind::Unauthorized:
    case ApiError::Kind::Inactive:
        return Sign::Refusal;
    case ApiError::Kind::Tls:
    case ApiError::Kind::Proxy:
        return Sign::None;
    case ApiError::Kind::BadResponse:
        return error.jsonPath.isEmpty() ? Sign::Trouble : Sign::Success; // JSON, if of an unexpected type
    default:
        return Sign::Trouble;
    }
}

Breaker::Breaker(Milliseconds callLimit, Milliseconds patience)
    : m_callLimit(callLimit)
    , m_patience(std::min(callLimit, patience))
    , m_firstPatience(std::min(firstPatience, patience))
{}

bool Breaker::wantsProbe(Milliseconds now) const
{
    return !m_isTrial && !m_isProbing && m_nextTry && *m_nextTry <= now;
}

std::optional<Milliseconds> Breaker::nextLook() const
{
    std::optional<Milliseconds> next = m_isProbing ? std::nullopt : m_nextTry;
    if (m_state == State::Blocked || m_troublesSinceLife == 0 || isWaitingAsTold())
        return next;
    // The first moment at which silence alone tells more; see look().
    const bool isEnough = m_troublesSinceLife >= troublesUntilBlocked;
    const Milliseconds when =
        m_silentSince + (m_state == State::Closed
                             ? (isEnough ? std::min(patience(), m_callLimit) : m_callLimit)
                         : isEnough && m_failedProbes > 0 ? patience()
                                                          : patienceWhenHanging());
    return std::min(next.value_or(when), when);
}

std::optional<Milliseconds> Breaker::nextTry() const
{
    return m_state == State::Blocked ? m_nextTry : std::nullopt;
}

/// Checking, and the server asked for a pause before the first probe.
bool Breaker::isWaitingAsTold() const
{
    return m_state == State::Checking && m_failedProbes == 0 && m_nextTry && m_serverPause > Milliseconds(0);
}

/// A pause is kept even if it is longer than a call may take, but not one that nobody would wait.
Milliseconds Breaker::pauseToKeep(std::optional<Milliseconds> asked) const
{
    const Milliseconds pause = asked.value_or(Milliseconds(0));
    return pause > longestServerPause ? std::min(longestServerPause, m_callLimit) : pause;
}

Milliseconds Breaker::patience() const
{
    return m_wasHeard ? m_patience : m_firstPatience;
}

Milliseconds Breaker::patienceWhenHanging() const
{
    return std::max(m_callLimit * 3 / 2, patience());
}

// --- what happens
// ------------------------------------------------------------------------------------------------

void Breaker::sent(Milliseconds now)
{
    const bool isAlone = m_inFlight++ == 0;
    if (m_state != State::Closed) {
        m_mayTryOne = false; // this was it
        return;
    }
    if (!isAlone)
        return;
    // Nobody called for a while: that was no silence of the server's.
    if (now - m_lastEnd > patience()) {
        m_troubles = 0;
        m_troublesSinceLife = 0;
    }
    if (m_troublesSinceLife == 0)
        m_silentSince = now;
}

void Breaker::ended(Sign sign, std::optional<Milliseconds> pause, Milliseconds now)
{
    m_lastEnd = now;
    m_inFlight = std::max(0, m_inFlight - 1);
    switch (sign) {
    case Sign::Success:
        m_troubles = 0;
        m_refusals = 0;
        close(now);
        break;
    case Sign::Refusal:
        m_wasHeard = true;
        ++m_refusals;
        if (m_isTrial) {
            m_troubles = 0;
            close(now); // that call was not the one that fails
        }
        break;
    case Sign::Trouble:
        ++m_troubles;
        ++m_troublesSinceLife;
        m_serverPause = pauseToKeep(pause);
        if (m_isTrial && !m_nextTry)
            scheduleTry(now);
        break;
    case Sign::None:
        if (m_isTrial && !m_nextTry)
            scheduleTry(now);
        break;
    }
    look(now);
}

void Breaker::probeSent()
{
    m_isProbing = true;
    m_nextTry.reset();
}

void Breaker::probeEnded(Sign sign, std::optional<Milliseconds> pause, Milliseconds now)
{
    m_isProbing = false;
    const bool wasAboutRefusals = std::exchange(m_isAboutRefusals, false);
    switch (sign) {
    case Sign::Success:
        m_refusals = 0;
        close(now);
        return;
    case Sign::Refusal:
    case Sign::None:
        // It answers, and says why: the calls shall hear it themselves. Unless refusals are the trouble.
        if (sign == Sign::None || m_refusals < maxRefusals) {
            close(now);
            return;
        }
        if (m_state == State::Blocked)
            scheduleTry(now);
        else
            block(now);
        return;
    case Sign::Trouble:
        break;
    }
    ++m_failedProbes;
    ++m_troublesSinceLife;
    m_serverPause = pauseToKeep(pause);
    if (wasAboutRefusals && m_state == State::Closed)
        check(now);
    if (m_state != State::Closed)
        scheduleTry(now);
    look(now);
}

void Breaker::probeAbandoned(Milliseconds now)
{
    m_isProbing = false;
    m_isAboutRefusals = false;
    if (m_state != State::Closed)
        scheduleTry(now);
    look(now);
}

void Breaker::tryNow(Milliseconds now)
{
    if (m_state != State::Blocked || m_isProbing)
        return;
    m_nextTry = now;
    look(now);
}

void Breaker::nothingWaits(Milliseconds now)
{
    if (!m_isTrial)
        return;
    m_troubles = 0;
    close(now);
}

void Breaker::look(Milliseconds now)
{
    const Milliseconds silence = now - m_silentSince;
    if (m_state == State::Closed) {
        const bool isSuspect = m_troublesSinceLife >= troublesUntilCheck ||
                               (m_troublesSinceLife >= troublesUntilBlocked && silence >= patience()) ||
                               (m_troublesSinceLife >= 1 && silence >= m_callLimit);
        if (isSuspect) {
            check(now);
        } else if (m_troubles >= maxTroubles) {
            m_isTrial = true;
            block(now);
        } else if (m_refusals >= maxRefusals && !m_isProbing && !m_nextTry) {
            m_isAboutRefusals = true;
            m_nextTry = now;
        }
    }
    if (m_state == State::Checking && !isWaitingAsTold()) {
        const bool isSilent = m_troublesSinceLife >= troublesUntilBlocked && silence >= patience();
        if ((m_failedProbes > 0 && isSilent) || silence >= patienceWhenHanging())
            block(now);
    }
    if (m_state == State::Blocked && m_isTrial && m_nextTry && *m_nextTry <= now) {
        m_nextTry.reset();
        m_mayTryOne = true;
    }
}

// --- states
// ------------------------------------------------------------------------------------------------------

void Breaker::close(Milliseconds now)
{
    if (m_state != State::Closed)
        m_wasDown = m_failedProbes > 0;
    m_state = State::Closed;
    m_wasHeard = true;
    m_silentSince = now;
    m_troublesSinceLife = 0;
    m_failedProbes = 0;
    m_isAboutRefusals = false;
    m_isTrial = false;
    m_mayTryOne = false;
    m_serverPause = Milliseconds(0);
    m_nextTry.reset();
}

void Breaker::check(Milliseconds now)
{
    m_state = State::Checking;
    m_isAboutRefusals = false;
    m_failedProbes = 0;
    m_pause = firstProbePause;
    if (!m_isProbing)
        m_nextTry = now + m_serverPause; // the first at once: what fails may well be the calls
}

void Breaker::block(Milliseconds now)
{
    m_state = State::Blocked;
    m_pause = firstPauseWhenBlocked;
    m_nextTry.reset();
    if (!m_isProbing)
        scheduleTry(now);
}

void Breaker::scheduleTry(Milliseconds now)
{
    m_nextTry = now + std::max(m_pause, m_serverPause);
    m_pause = std::min(2 * m_pause, m_state == State::Blocked ? longestPauseWhenBlocked : longestProbePause);
}

} // namespace layerscope
