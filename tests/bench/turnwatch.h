// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QEventLoop>
#include <QList>
#include <QObject>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <functional>

namespace layerscope {

/// Measures how long this thread's event loop is away: a timer wants to beat each millisecond, and what lies
/// between two beats is what a click would have had to wait. (The dispatcher's awake() and aboutToBlock() do
/// not enclose timers.)
class TurnWatch : public QObject
{
public:
    TurnWatch()
    {
        m_beat.setTimerType(Qt::PreciseTimer);
        connect(&m_beat, &QTimer::timeout, this, [this] {
            m_gaps.append(m_sinceBeat.nsecsElapsed());
            m_sinceBeat.start();
        });
        m_sinceBeat.start();
        m_beat.start(std::chrono::milliseconds(1));
    }

    void clear()
    {
        m_gaps.clear();
        m_sinceBeat.start();
    }
    [[nodiscard]] double longestMs() const { return shareMs(1); }
    /// The gap that this share of all gaps does not exceed, e.g. 0.999.
    [[nodiscard]] double shareMs(double share) const
    {
        if (m_gaps.isEmpty())
            return 0;
        QList<qint64> sorted = m_gaps;
        std::sort(sorted.begin(), sorted.end());
        const auto last = static_cast<double>(sorted.size() - 1);
        return static_cast<double>(sorted.at(static_cast<qsizetype>(last * share))) / 1e6;
    }
    [[nodiscard]] qsizetype count() const { return m_gaps.size(); }

private:
    QTimer m_beat;
    QElapsedTimer m_sinceBeat;
    QList<qint64> m_gaps;
};

/// Turns the event loop as QApplication::exec() does: QTest::qWaitFor() sleeps in between, which would count
/// as work.
inline void waitUntil(const std::function<bool()> &condition)
{
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (condition())
            loop.quit();
    });
    look.start(std::chrono::milliseconds(2));
    loop.exec();
}

} // namespace layerscope
