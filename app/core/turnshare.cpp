// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/turnshare.h"

#include <utility>

namespace layerscope {

TurnShare::TurnShare(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_nextTurn.setSingleShot(true);
    m_nextTurn.setInterval(0);
    connect(&m_nextTurn, &QTimer::timeout, this, &TurnShare::takeTurn);
}

void TurnShare::run(QObject *context, std::function<void()> action)
{
    m_waiting.push_back({context, std::move(action)});
    if (m_spent >= share || std::exchange(m_isPosted, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isPosted = false;
            goOn();
        },
        Qt::QueuedConnection);
}

void TurnShare::takeTurn()
{
    const std::chrono::milliseconds now = m_clock.now();
    if (!m_waiting.empty() && now - std::exchange(m_left, now) >= share &&
        !std::exchange(m_hasYielded, true)) {
        m_nextTurn.start();
        return;
    }
    m_hasYielded = false;
    m_spent = {};
    goOn();
}

void TurnShare::goOn()
{
    const QPointer<TurnShare> self(this);
    while (!m_waiting.empty() && m_spent < share) {
        const Waiting next = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (!next.context)
            continue;
        const std::chrono::milliseconds began = m_clock.now();
        next.action();
        if (!self)
            return;
        m_spent += m_clock.now() - began;
    }
    if (m_spent.count() > 0 && !m_nextTurn.isActive()) {
        m_left = m_clock.now();
        m_nextTurn.start();
    }
}

} // namespace layerscope
