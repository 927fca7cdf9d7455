// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QObject>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <utility>

#include <sys/syscall.h>
#include <unistd.h>

namespace layerscope {

/// How long this thread's event loop was held up at most, by its own doing: by work, or by waiting for
/// something. It is no matter of what else the machine does: time is what another thread of the process
/// counts, which stands still with it, and what this one spends waiting for a processor is taken off. GUI
/// thread.
class HoldUps final : public QObject
{
public:
    static constexpr std::chrono::milliseconds beat{10};
    /// One of a second is longer, whatever was lost in counting.
    static constexpr std::chrono::milliseconds freeze{800};

    HoldUps()
    {
        using std::chrono::nanoseconds;
        m_sinceBeat.start();
        m_clock.setInterval(beat);
        m_clock.setTimerType(Qt::PreciseTimer);
        m_clock.moveToThread(&m_thread);
        connect(&m_clock, &QTimer::timeout, &m_clock, [this] {
            // More than that between two beats, and the whole process was stopped.
            m_counted += std::min<qint64>(m_sinceBeat.nsecsElapsed(), nanoseconds(5 * beat).count());
            m_sinceBeat.start();
        });
        connect(&m_thread, &QThread::started, &m_clock, qOverload<>(&QTimer::start));
        connect(&m_thread, &QThread::finished, &m_clock, &QTimer::stop);
        m_thread.start();
        connect(&m_turns, &QTimer::timeout, this, &HoldUps::look);
        m_turns.start(beat);
        clear();
    }
    ~HoldUps() override
    {
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(HoldUps)

    void clear()
    {
        m_longest = {};
        m_countedSeen = m_counted;
        m_waitedSeen = waitedForProcessor();
    }
    [[nodiscard]] std::chrono::milliseconds longest() const { return m_longest; }

private:
    void look()
    {
        using namespace std::chrono;
        const qint64 counted = m_counted;
        const nanoseconds waited = waitedForProcessor();
        const nanoseconds passed(counted - std::exchange(m_countedSeen, counted));
        const nanoseconds own = passed - (waited - std::exchange(m_waitedSeen, waited));
        m_longest = std::max(m_longest, duration_cast<milliseconds>(own));
    }

    /// Of this thread since it began. The kernel tells it second of three numbers.
    static std::chrono::nanoseconds waitedForProcessor()
    {
        QFile file(QStringLiteral("/proc/self/task/%1/schedstat").arg(::syscall(SYS_gettid)));
        const bool isThere = file.open(QIODevice::ReadOnly); // not in every kernel
        const QList<QByteArray> numbers = isThere ? file.readAll().split(' ') : QList<QByteArray>();
        return std::chrono::nanoseconds(numbers.value(1).toLongLong());
    }

    QThread m_thread;
    QTimer m_clock; ///< Lives in that thread
    QTimer m_turns;
    QElapsedTimer m_sinceBeat;         ///< That thread's
    std::atomic<qint64> m_counted = 0; ///< Nanoseconds
    qint64 m_countedSeen = 0;
    std::chrono::nanoseconds m_waitedSeen{};
    std::chrono::milliseconds m_longest{};
};

} // namespace layerscope
