// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"

#include <QTimer>

namespace layerscope {

namespace {

class SystemClock final : public Clock
{
public:
    Milliseconds now() const override
    {
        return std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
    }

    QDateTime utcNow() const override { return QDateTime::currentDateTimeUtc(); }

    void callAfter(Milliseconds delay, QObject *context, std::function<void()> action) override
    {
        // A child of its context instead of QTimer::singleShot: that one would live on until it is due, and
        // most of our timeouts are of calls that are over long before.
        auto *timer = new QTimer(context);
        timer->setSingleShot(true);
        timer->setTimerType(Qt::PreciseTimer);
        QObject::connect(timer, &QTimer::timeout, context, [timer, action = std::move(action)] {
            timer->deleteLater();
            action();
        });
        timer->start(delay);
    }
};

} // namespace

Clock &Clock::system()
{
    static SystemClock clock;
    return clock;
}

} // namespace layerscope
