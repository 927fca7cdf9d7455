// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <deque>

namespace layerscope {

/// Keeps starts below a number in any second, by remembering when the last ones were. Pure; times from the
/// caller.
class StartPacer
{
public:
    explicit StartPacer(int mostStartsPerSecond);

    /// Zero: one may start now. Otherwise how long until the next may.
    [[nodiscard]] std::chrono::milliseconds delay(std::chrono::milliseconds now) const;
    void started(std::chrono::milliseconds now);
    [[nodiscard]] int startsInLastSecond(std::chrono::milliseconds now) const;

private:
    std::size_t m_most;
    std::deque<std::chrono::milliseconds> m_starts;
};

} // namespace layerscope
