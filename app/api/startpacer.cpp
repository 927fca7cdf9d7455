// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/startpacer.h"

#include <algorithm>

namespace layerscope {

namespace {

using std::chrono::milliseconds;

/// A second and the millisecond that two truncated readings of a clock may lack.
constexpr milliseconds aSecond{1001};
/// A second as it looks when the first requests in it were held up on the way.
constexpr milliseconds aLongSecond{1100};
/// After so long without a start no request of before is on its way.
constexpr milliseconds quietTime{2000};
/// Whose turn came late may catch up by so many starts; who had to wait for longer begins anew.
constexpr int maxLate = 2;

} // namespace

StartPacer::StartPacer(int maxStartsPerSecond)
    : m_most(static_cast<std::size_t>(std::max(1, maxStartsPerSecond)))
    , m_maxWithDelays(m_most + m_most / 10)
    , m_distance(aSecond / static_cast<int>(m_most))
    , m_atOnceAfterQuiet(m_most - m_most / 10)
{}

milliseconds StartPacer::delay(milliseconds now) const
{
    const milliseconds room =
        std::max(untilFewer(m_most, aSecond, now), untilFewer(m_maxWithDelays, aLongSecond, now));
    // Nor is whoever looks at one server after the other kept waiting for what they never reach.
    if (m_leftAtOnce > 0 || isQuiet(now) || startsSince(now - quietTime) < (m_most + 1) / 2)
        return room;
    return std::max(room, m_nextAt - now);
}

void StartPacer::started(milliseconds now)
{
    if (isQuiet(now))
        m_leftAtOnce = m_atOnceAfterQuiet;
    m_leftAtOnce -= std::min<std::size_t>(m_leftAtOnce, 1);
    const bool isInTime = m_nextAt <= now && now - m_nextAt <= maxLate * m_distance;
    m_nextAt = (isInTime ? m_nextAt : now) + m_distance;
    m_starts.push_back(now);
    while (m_starts.front() + quietTime <= now)
        m_starts.pop_front();
}

void StartPacer::sent(milliseconds start, milliseconds now)
{
    if (const auto at = std::lower_bound(m_starts.begin(), m_starts.end(), start);
        at != m_starts.end() && *at == start)
        m_starts.erase(at);
    m_starts.push_back(now);
}

int StartPacer::startsInLastSecond(milliseconds now) const
{
    return static_cast<int>(startsSince(now - aSecond));
}

bool StartPacer::isQuiet(milliseconds now) const
{
    return m_starts.empty() || m_starts.back() + quietTime <= now;
}

milliseconds StartPacer::untilFewer(std::size_t most, milliseconds span, milliseconds now) const
{
    if (m_starts.size() < most)
        return milliseconds(0);
    const milliseconds oldest = m_starts[m_starts.size() - most];
    return std::max(milliseconds(0), oldest + span - now);
}

std::size_t StartPacer::startsSince(milliseconds time) const
{
    return static_cast<std::size_t>(m_starts.end() -
                                    std::upper_bound(m_starts.begin(), m_starts.end(), time));
}

} // namespace layerscope
