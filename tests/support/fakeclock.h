// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <vector>

namespace layerscope {

/// A clock that stands still until advance() is called. What is due at once runs from the event loop, as with
/// the real one; what is due later runs inside advance(), in order of time. One thread.
class FakeClock final : public QObject, public Clock
{
    Q_OBJECT

public:
    [[nodiscard]] Milliseconds now() const override { return m_now; }
    [[nodiscard]] QDateTime utcNow() const override;
    void callAfter(Milliseconds delay, QObject *context, std::function<void()> action) override;

    /// Lets this much time pass and runs everything that becomes due on the way, also what that schedules in
    /// turn.
    void advance(Milliseconds span);
    /// Runs what is due now and was so before the call: one turn of an event loop. False: nothing was due.
    bool runOneTurn();
    /// Time until the next waiting action, or nullopt.
    [[nodiscard]] std::optional<Milliseconds> untilNext() const;

private:
    struct Entry
    {
        Milliseconds due;
        QPointer<QObject> context;
        std::function<void()> action;
    };

    Milliseconds m_now{1'000'000}; // not zero: nobody may take it for "never"
    std::vector<Entry> m_entries;  // in order of time, then of arrival
};

} // namespace layerscope
