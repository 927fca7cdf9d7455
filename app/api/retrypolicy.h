// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apierror.h"

#include <chrono>
#include <functional>
#include <optional>

namespace layerscope {

/// How the attempts of one call ended so far, the last one included.
struct FailedAttempts
{
    int rateLimits = 0;
    int others = 0;

    void count(const ApiError &error);
};

/// Whether and when a failed call is tried again; only what softlayer-api §4.4 allows. Every call we make
/// only reads, so repeating it does no harm. Pauses double from attempt to attempt and are spread at random,
/// so that calls that failed together do not come back together.
///
/// A rate limit says nothing about the call, so it has its own, larger number of attempts and no deadline: it
/// must never cost a row. "Internal Error" is tried once more, after that the caller asks for less; so is a
/// call that got no answer in its time, which was asked for again beside meanwhile (softlayer-api §4.4). One
/// whose connection did not come about in time is tried as often as one whose connection was refused or lost.
/// A pause that the server names is kept, unless it is longer than anyone would wait. Pure but for the random
/// source; client's thread.
class RetryPolicy
{
public:
    using Milliseconds = std::chrono::milliseconds;
    /// Evenly spread in [0, 1).
    using RandomSource = std::function<double()>;

    static constexpr int maximumAttempts = 4;
    static constexpr int maximumRateLimits = 20;
    static constexpr Milliseconds firstPause{500};
    static constexpr Milliseconds firstRateLimitPause{1'000}; ///< The limit counts calls a second.
    static constexpr Milliseconds longestPause{10'000};
    static constexpr Milliseconds longestServerPause{120'000}; ///< Of a Retry-After.
    static constexpr Milliseconds deadline{180'000};           ///< For attempts and pauses together.

    /// `maxAttempts`: of a call that failed for another reason than the rate limit; 1 tries nothing again.
    explicit RetryPolicy(RandomSource random, int maxAttempts = maximumAttempts);

    /// How long to wait before the next attempt; nullopt: give up. `elapsed` is what its attempts and
    /// pauses took so far; time in a queue is not the call's fault.
    [[nodiscard]] std::optional<Milliseconds>
    pauseAfter(const ApiError &error, const FailedAttempts &attempts, Milliseconds elapsed) const;

private:
    [[nodiscard]] Milliseconds spread(Milliseconds first, int failures) const;

    RandomSource m_random;
    int m_maxAttempts;
};

} // namespace layerscope
