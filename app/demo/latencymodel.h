// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace layerscope {

/// How long the simulated API takes for an answer. Its threads never sleep: answers are held back by timers.
struct LatencyModel
{
    std::chrono::duration<double, std::milli> base{0};        ///< each call
    std::chrono::duration<double, std::milli> perRelation{0}; ///< each relation or count the mask names
    std::chrono::duration<double, std::milli> perRow{0};      ///< each row of the answer

    /// The shape measured on lists of the real API, scaled to this base: 60 ms gives 15 ms a relation and
    /// 0.2 ms a row; 0 answers at once.
    [[nodiscard]] static LatencyModel fromBase(std::chrono::milliseconds base)
    {
        constexpr double basesARelation = 1.0 / 4;
        constexpr double basesARow = 1.0 / 300;
        return {base, base * basesARelation, base * basesARow};
    }

    [[nodiscard]] std::chrono::milliseconds delay(int relations, int rows) const
    {
        return std::chrono::round<std::chrono::milliseconds>(base + perRelation * relations + perRow * rows);
    }

    bool operator==(const LatencyModel &) const = default;
};

} // namespace layerscope
