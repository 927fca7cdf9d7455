// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QObject>

#include <chrono>
#include <deque>
#include <functional>

namespace layerscope {

/// Work in steps, one after the other: as many in a turn of the event loop as take `share`, the rest in the
/// next turns. Between them keys are heard and the table is painted. GUI thread.
class SlicedWork final : public QObject
{
    Q_OBJECT

public:
    /// A quarter of what a frame has.
    static constexpr std::chrono::milliseconds share{4};

    /// The clock outlives it.
    explicit SlicedWork(Clock &clock, QObject *parent = nullptr);

    /// Begins at once, in the place of whatever was left of other work.
    void run(std::deque<std::function<void()>> steps);
    /// Does all that is left now.
    void finish();
    [[nodiscard]] bool isOver() const { return m_steps.empty(); }

Q_SIGNALS:
    /// Work that took more than one turn is over, or was replaced by work that took no more than this one.
    void over();

private:
    void goOn(bool toTheEnd);
    void goOnLater();

    Clock &m_clock;
    std::deque<std::function<void()>> m_steps;
    bool m_isWorking = false;
    bool m_isNextTurnDue = false;
    bool m_tookTurns = false; ///< Which somebody waits to hear the end of.
};

} // namespace layerscope
