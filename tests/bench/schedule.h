// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <deque>
#include <queue>
#include <vector>

namespace layerscope {

/// What the best of all clients would need: it knows every latency and every id list beforehand, never
/// hesitates, and is held back only by what depends on what, by the window of calls and by the limit of
/// starts a second.
class BestSchedule
{
public:
    using Milliseconds = std::chrono::duration<double, std::milli>;

    BestSchedule(int window, int startsPerSecond)
        : m_slots(static_cast<std::size_t>(window), Milliseconds(0))
        , m_startsPerSecond(static_cast<std::size_t>(startsPerSecond))
    {}

    /// A call that may start at `ready`. Returns when it is answered. To be asked in the order of readiness.
    Milliseconds call(Milliseconds ready, Milliseconds duration)
    {
        auto slot = m_slots.begin();
        for (auto other = m_slots.begin(); other != m_slots.end(); ++other) {
            if (*other < *slot)
                slot = other;
        }
        Milliseconds start = std::max(ready, *slot);
        if (m_starts.size() >= m_startsPerSecond) {
            start = std::max(start, m_starts.front() + std::chrono::seconds(1));
            m_starts.pop_front();
        }
        m_starts.push_back(start);
        *slot = start + duration;
        m_end = std::max(m_end, *slot);
        ++m_calls;
        return *slot;
    }

    [[nodiscard]] Milliseconds end() const { return m_end; }
    [[nodiscard]] int calls() const { return m_calls; }

private:
    std::vector<Milliseconds> m_slots; ///< When each is free again
    std::size_t m_startsPerSecond;
    std::deque<Milliseconds> m_starts; ///< The last ones
    Milliseconds m_end{0};
    int m_calls = 0;
};

} // namespace layerscope
