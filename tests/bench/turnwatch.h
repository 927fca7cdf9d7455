// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QEventLoop>
#include <QList>
#include <QObject>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <functional>
#include <utility>

namespace layerscope {

/// Measures how long this thread's event loop is away: a timer wants to beat each millisecond, and what lies
/// between two beats is what a click would have had to wait. (The dispatcher's awake() and aboutToBlock() do
/// not enclose timers.) And how much processor time it used between them, which other programs do not change.
class TurnWatch : public QObject
{
public:
    TurnWatch()
    {
        m_beat.setTimerType(Qt::PreciseTimer);
        connect(&m_beat, &QTimer::timeout, this, [this] {
            m_gaps.append(m_sinceBeat.nsecsElapsed());
            m_sinceBeat.start();
            const qint64 now = processorTime();
            m_used.append(now - std::exchange(m_usedAtBeat, now));
            if (m_longNs > 0 && m_used.constLast() >= m_longNs)
                sayLong();
        });
        m_sinceBeat.start();
        m_beat.start(std::chrono::milliseconds(1));
    }

    void clear()
    {
        m_gaps.clear();
        m_used.clear();
        m_sinceBeat.start();
        m_usedAtBeat = processorTime();
    }
    [[nodiscard]] double longestMs() const { return shareMs(1); }
    /// The gap that this share of all gaps does not exceed, e.g. 0.999.
    [[nodiscard]] double shareMs(double share) const { return shareOf(m_gaps, share); }
    /// The same of processor time.
    [[nodiscard]] double usedMs(double share) const { return shareOf(m_used, share); }
    /// Of each turn, nanoseconds of processor time.
    [[nodiscard]] const QList<qint64> &used() const { return m_used; }
    void setUsed(const QList<qint64> &used) { m_used = used; }
    [[nodiscard]] qsizetype count() const { return m_gaps.size(); }

private:
    static double shareOf(QList<qint64> times, double share)
    {
        if (times.isEmpty())
            return 0;
        std::sort(times.begin(), times.end());
        const auto last = static_cast<double>(times.size() - 1);
        return static_cast<double>(times.at(static_cast<qsizetype>(last * share))) / 1e6;
    }
    /// Of this thread, nanoseconds.
    static qint64 processorTime() { return timeOf(CLOCK_THREAD_CPUTIME_ID); }
    static qint64 timeOf(clockid_t clock)
    {
        timespec time{};
        clock_gettime(clock, &time);
        return qint64{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
    }
    /// By the clock of `perf record -k CLOCK_MONOTONIC`, so that its samples of the turn can be found.
    void sayLong() const
    {
        const double end = static_cast<double>(timeOf(CLOCK_MONOTONIC)) / 1e9;
        std::fprintf(stderr, "turn from %.6f to %.6f: %.1f ms\n",
                     end - static_cast<double>(m_gaps.constLast()) / 1e9, end,
                     static_cast<double>(m_used.constLast()) / 1e6);
    }

    QTimer m_beat;
    QElapsedTimer m_sinceBeat;
    QList<qint64> m_gaps;
    QList<qint64> m_used;
    qint64 m_usedAtBeat = processorTime();
    /// Turns that took this long are told as they end; 0: none.
    qint64 m_longNs = qint64{qEnvironmentVariableIntValue("LONG_TURN_MS")} * 1'000'000;
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
