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
    /// So many times those that are settled may be left: the first few of very many say little of the rest.
    static constexpr qint64 maxShareLeft = 50;
    static constexpr qint64 maxRows = 1'000'000'000; ///< Nobody has more: such a number is nonsense.

    void settled(qint64 rows, Milliseconds now);
    [[nodiscard]] std::optional<std::chrono::seconds> timeLeft(qint64 rowsLeft) const;
    void clear() { *this = {}; }

private:
    using Sample = std::pair<Milliseconds, qint64>;

    /// The beginning is still looked at, and it went much faster then: what comes first is what is cheap.
    [[nodiscard]] bool isFallingOff() const;

    std::deque<Sample> m_samples;
    qint64 m_firstRows = 0;
    bool m_isBeginning = true; ///< The window has the first sample.
};

} // namespace layerscope
