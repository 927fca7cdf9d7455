// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <deque>
#include <optional>
#include <utility>

namespace layerscope {

/// How long the rest takes, from the rows settled over the last seconds. Says nothing until that means
/// something. Pure.
class LoadProgressMeter
{
public:
    using Milliseconds = std::chrono::milliseconds;
    /// Longer and it would not see that the server got slower, shorter and it would jump with each batch.
    static constexpr Milliseconds window{5'000};
    static constexpr Milliseconds minTime{1'000};
    static constexpr qint64 minRows = 50;
    static constexpr qint64 maxRows = 1'000'000'000; ///< Nobody has more: such a number is nonsense.

    void settled(qint64 rows, Milliseconds now);
    [[nodiscard]] std::optional<std::chrono::seconds> timeLeft(qint64 rowsLeft) const;
    void clear() { m_samples.clear(); }

private:
    std::deque<std::pair<Milliseconds, qint64>> m_samples;
};

} // namespace layerscope
