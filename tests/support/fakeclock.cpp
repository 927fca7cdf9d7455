// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakeclock.h"

#include <QTimeZone>

#include <algorithm>
#include <iterator>

namespace layerscope {

QDateTime FakeClock::utcNow() const
{
    static const QDateTime start(QDate(2026, 3, 1), QTime(12, 0), QTimeZone::utc());
    return start.addMSecs(m_now.count());
}

void FakeClock::callAfter(Milliseconds delay, QObject *context, std::function<void()> action)
{
    const Milliseconds due = m_now + std::max(delay, Milliseconds(0));
    const auto at = std::upper_bound(m_entries.begin(), m_entries.end(), due,
                                     [](Milliseconds time, const Entry &entry) { return time < entry.due; });
    m_entries.insert(at, Entry{due, context, std::move(action)});
    if (due == m_now)
        QMetaObject::invokeMethod(this, &FakeClock::runOneTurn, Qt::QueuedConnection);
}

void FakeClock::advance(Milliseconds span)
{
    const Milliseconds end = m_now + span;
    while (!m_entries.empty() && m_entries.front().due <= end) {
        m_now = std::max(m_now, m_entries.front().due);
        runOneTurn();
    }
    m_now = end;
}

bool FakeClock::runOneTurn()
{
    const auto firstLater =
        std::find_if(m_entries.begin(), m_entries.end(), [this](const Entry &e) { return e.due > m_now; });
    std::vector<Entry> due(std::make_move_iterator(m_entries.begin()), std::make_move_iterator(firstLater));
    m_entries.erase(m_entries.begin(), firstLater);
    for (const Entry &entry : due) {
        if (entry.context)
            entry.action();
    }
    return !due.empty();
}

std::optional<Clock::Milliseconds> FakeClock::untilNext() const
{
    for (const Entry &entry : m_entries) {
        if (entry.context)
            return std::max(Milliseconds(0), entry.due - m_now);
    }
    return std::nullopt;
}

} // namespace layerscope
