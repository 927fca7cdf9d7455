// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/slicedwork.h"

#include <utility>

namespace layerscope {

SlicedWork::SlicedWork(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{}

void SlicedWork::run(std::deque<std::function<void()>> steps)
{
    m_steps = std::move(steps);
    goOn(false);
}

void SlicedWork::finish()
{
    goOn(true);
}

void SlicedWork::goOn(bool toTheEnd)
{
    if (std::exchange(m_isWorking, true))
        return; // a step came back here: what it left goes on after it
    const std::chrono::milliseconds began = m_clock.now();
    while (!m_steps.empty() && (toTheEnd || m_clock.now() - began < share)) {
        const std::function<void()> step = std::move(m_steps.front());
        m_steps.pop_front();
        step();
    }
    m_isWorking = false;
    if (!m_steps.empty())
        goOnLater();
    else if (std::exchange(m_tookTurns, false))
        Q_EMIT over();
}

void SlicedWork::goOnLater()
{
    m_tookTurns = true;
    if (std::exchange(m_isNextTurnDue, true))
        return;
    m_clock.callAfter(std::chrono::milliseconds(0), this, [this] {
        m_isNextTurnDue = false;
        if (!isOver())
            goOn(false);
    });
}

} // namespace layerscope
