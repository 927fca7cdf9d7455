// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/utc.h"

namespace layerscope {

/// For what does not wait for time to pass: none does, and nothing is called.
class NoClock final : public Clock
{
public:
    [[nodiscard]] Milliseconds now() const override { return Milliseconds(0); }
    [[nodiscard]] QDateTime utcNow() const override { return utcFromMSecs(0); }
    void callAfter(Milliseconds, QObject *, std::function<void()>) override {}
};

} // namespace layerscope
