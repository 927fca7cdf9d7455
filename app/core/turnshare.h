// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <deque>
#include <functional>

namespace layerscope {

/// Runs what is given to it, one after the other, from the event loop, and no more of it in a turn of that
/// loop than takes `share`: the rest waits for the next turn, or the one behind that if others, as painting
/// does, take as much of the next. Events that are posted one after the other all run in one turn, and those
/// that come meanwhile from workers with them, while timers and the person's keys wait. One thread.
class TurnShare final : public QObject
{
    Q_OBJECT

public:
    /// A quarter of what a frame has: painting takes more than that, and may be in the same turn.
    static constexpr std::chrono::milliseconds share{4};

    explicit TurnShare(Clock &clock, QObject *parent = nullptr);

    /// Calls `action` once, never from inside, unless `context` is gone by then. It may do away with this
    /// object.
    void run(QObject *context, std::function<void()> action);

private:
    struct Waiting
    {
        QPointer<QObject> context;
        std::function<void()> action;
    };

    void goOn();
    void takeTurn();

    Clock &m_clock;
    std::deque<Waiting> m_waiting;
    std::chrono::milliseconds m_spent{0}; ///< In this turn.
    bool m_isPosted = false;
    std::chrono::milliseconds m_left{0}; ///< When the loop was left to others.
    bool m_hasYielded = false;           ///< To those who took this turn.
    QTimer m_nextTurn;
};

} // namespace layerscope
