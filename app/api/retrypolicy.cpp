// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/retrypolicy.h"

#include <algorithm>

namespace layerscope {

namespace {

/// So often a call is sent that gets no answer at all in its time: a dead one ends within twice that. Not one
/// that never got as far as the server, which costs a connection's time only.
constexpr int attemptsInSilence = 2;
/// Trying "Internal Error", or what the server says in words that nobody knows, once more is worth it; beyond
/// that the same question gets the same answer.
constexpr int attemptsWhenBroken = 2;

bool isBroken(const ApiError &error)
{
    return error.kind == ApiError::Kind::TooMuch ||
           (error.kind == ApiError::Kind::Server && error.httpStatus == 500);
}

} // namespace

void FailedAttempts::count(const ApiError &error)
{
    ++(error.kind == ApiError::Kind::RateLimited ? rateLimits : others);
}

RetryPolicy::RetryPolicy(RandomSource random, int maxAttempts)
    : m_random(std::move(random))
    , m_maxAttempts(maxAttempts)
{}

std::optional<RetryPolicy::Milliseconds>
RetryPolicy::pauseAfter(const ApiError &error, const FailedAttempts &attempts, Milliseconds elapsed) const
{
    if (!error.isTransient() || error.retryAfter.value_or(Milliseconds(0)) > longestServerPause)
        return std::nullopt;

    const bool isRateLimit = error.kind == ApiError::Kind::RateLimited;
    const int worthwhile = error.isSilence() ? attemptsInSilence
                           : isBroken(error) ? attemptsWhenBroken
                                             : m_maxAttempts;
    const int maxAttempts = std::min(worthwhile, m_maxAttempts);
    if (isRateLimit ? attempts.rateLimits >= maximumRateLimits : attempts.others >= maxAttempts)
        return std::nullopt;

    Milliseconds pause =
        isRateLimit ? spread(firstRateLimitPause, attempts.rateLimits) : spread(firstPause, attempts.others);
    pause = std::max(pause, error.retryAfter.value_or(Milliseconds(0)));
    if (!isRateLimit && elapsed + pause > deadline)
        return std::nullopt;
    return pause;
}

RetryPolicy::Milliseconds RetryPolicy::spread(Milliseconds first, int failures) const
{
    Milliseconds pause = first;
    for (int i = 1; i < failures && pause < longestPause; ++i)
        pause *= 2;
    pause = std::min(pause, longestPause);
    // Between the pause and half as much again: never shorter, since a rate limit's second has to pass.
    const double share = std::clamp(m_random(), 0.0, 1.0) / 2;
    return std::min(longestPause, pause + Milliseconds(static_cast<Milliseconds::rep>(
                                              static_cast<double>(pause.count()) * share)));
}

} // namespace layerscope
