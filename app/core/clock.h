// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>

#include <chrono>
#include <functional>

namespace layerscope {

/// Time as the engine sees it, so that tests can make pauses pass at once (tests/support/fakeclock.h).
/// Lives on, and is called from, one thread: that of the objects it calls back.
class Clock
{
public:
    using Milliseconds = std::chrono::milliseconds;

    virtual ~Clock() = default;

    /// Monotonic; only differences have a meaning.
    [[nodiscard]] virtual Milliseconds now() const = 0;
    /// The wall clock in UTC, for people and files.
    [[nodiscard]] virtual QDateTime utcNow() const = 0;
    /// Calls `action` once after `delay`, from the event loop, unless `context` is gone by then.
    virtual void callAfter(Milliseconds delay, QObject *context, std::function<void()> action) = 0;

    /// The real one; lives as long as the program.
    [[nodiscard]] static Clock &system();
};

} // namespace layerscope
