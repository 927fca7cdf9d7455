// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

namespace layerscope {

/// What is said of a time that is estimated anew many times a second: nothing until the estimate has held for
/// a while, and nothing once more when it is suddenly much longer than before. So of two numbers that follow
/// each other the second is never far above the first. Pure.
class SteadyEstimate
{
public:
    static constexpr std::chrono::milliseconds settling{1'000};
    /// Longer by more than this is a jump; the seconds are for the last ones, where each is half of the rest.
    static constexpr int maxGrowth = 2;
    static constexpr std::chrono::seconds slack{2};

    /// `estimate` as of `now`; nullopt: cannot be told. Returns what to say.
    [[nodiscard]] std::optional<std::chrono::seconds> say(std::optional<std::chrono::seconds> estimate,
                                                          std::chrono::milliseconds now);
    void clear() { m_lowest.reset(); }

private:
    std::optional<std::chrono::seconds> m_lowest; ///< Since `m_since`; nullopt: there was none
    std::chrono::milliseconds m_since{0};
};

} // namespace layerscope
