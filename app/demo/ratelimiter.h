// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <deque>

namespace layerscope::demo {

/// Lets at most so many calls pass in any second; refused ones do not count. One thread at a time.
class RateLimiter
{
public:
    using Milliseconds = std::chrono::milliseconds;

    /// `now` must not go backwards. A limit of 0 lets everything pass.
    [[nodiscard]] bool admit(Milliseconds now, int callsPerSecond)
    {
        while (!m_admitted.empty() && now - m_admitted.front() >= std::chrono::seconds(1))
            m_admitted.pop_front();
        if (callsPerSecond > 0 && m_admitted.size() >= static_cast<size_t>(callsPerSecond))
            return false;
        m_admitted.push_back(now);
        return true;
    }

private:
    std::deque<Milliseconds> m_admitted;
};

} // namespace layerscope::demo
