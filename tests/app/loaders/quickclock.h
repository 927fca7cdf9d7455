// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <functional>
#include <utility>

namespace layerscope {

/// The system's clock, ten times as fast: pauses before another attempt are not worth a test's time. Times of
/// real work look ten times as long through it, so timeouts need to be generous.
class QuickClock final : public Clock
{
public:
    static constexpr int factor = 10;

    [[nodiscard]] Milliseconds now() const override { return factor * Clock::system().now(); }
    [[nodiscard]] QDateTime utcNow() const override { return Clock::system().utcNow(); }
    void callAfter(Milliseconds delay, QObject *context, std::function<void()> action) override
    {
        Clock::system().callAfter((delay + Milliseconds(factor - 1)) / factor, context, std::move(action));
    }
};

} // namespace layerscope
