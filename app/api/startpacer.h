// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <deque>

namespace layerscope {

/// Keeps starts below a number in any second, as the server counts them: by its own clock, and when a request
/// arrives, which is later than when it was posted and not always equally so. So there is room in two ways: a
/// tenth of the number in any second and a tenth (requests that were held up on the way), and who is near the
/// number starts at even distances. But the first calls after two quiet seconds go at once, most of what a
/// second allows: nothing of before can be on its way any more, and a load that needs no more than those is
/// not kept waiting for a limit that it never reaches. A start is dated anew when its request is really out,
/// after the connection was made. Pure; times from the caller.
class StartPacer
{
public:
    using Milliseconds = std::chrono::milliseconds;

    explicit StartPacer(int maxStartsPerSecond);

    /// Zero: one may start now. Otherwise how long until the next may.
    [[nodiscard]] Milliseconds delay(Milliseconds now) const;
    void started(Milliseconds now);
    /// The request of the start of that time left only now.
    void sent(Milliseconds start, Milliseconds now);
    [[nodiscard]] int startsInLastSecond(Milliseconds now) const;

private:
    /// Nothing started lately.
    [[nodiscard]] bool isQuiet(Milliseconds now) const;
    /// How long until there are fewer than `most` starts in the last `span`.
    [[nodiscard]] Milliseconds untilFewer(std::size_t most, Milliseconds span, Milliseconds now) const;
    [[nodiscard]] std::size_t startsSince(Milliseconds time) const;

    std::size_t m_most;
    std::size_t m_maxWithDelays; ///< Requests that were held up on the way included.
    Milliseconds m_distance;     ///< Between starts when there are many.
    std::size_t m_atOnceAfterQuiet;
    std::size_t m_leftAtOnce = 0; ///< Of those.
    Milliseconds m_nextAt{0};
    std::deque<Milliseconds> m_starts; ///< In order of time.
};

} // namespace layerscope
