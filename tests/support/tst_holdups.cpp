// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/holdups.h"
#include "support/testmain.h"

#include <QSemaphore>
#include <QTest>

#include <ctime>
#include <functional>

using namespace layerscope;
using namespace std::chrono_literals;

namespace {

std::chrono::nanoseconds processorTimeUsed()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

void work(std::chrono::nanoseconds time)
{
    for (const auto end = processorTimeUsed() + time; processorTimeUsed() < end;) {
    }
}

void blockFor(std::chrono::milliseconds time)
{
    QSemaphore never;
    QVERIFY(!never.tryAcquire(1, static_cast<int>(time.count())));
}

} // namespace

/// That what tests of freezes measure with notices a freeze.
class HoldUpsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLoopThatTurnsIsNotHeldUp();
    void aSecondOfWorkIs();
    void aSecondOfWaitingIs();

private:
    /// The longest while this is done in a turn of the loop.
    static std::chrono::milliseconds longestWhile(const std::function<void()> &action)
    {
        HoldUps holdUps;
        int turns = 0;
        QTimer turning;
        connect(&turning, &QTimer::timeout, &turning, [&] {
            if (++turns == 20)
                action();
        });
        turning.start(HoldUps::beat);
        if (!QTest::qWaitFor([&turns] { return turns > 40; }, 60'000))
            qFatal("the event loop does not turn");
        return holdUps.longest();
    }
};

void HoldUpsTest::aLoopThatTurnsIsNotHeldUp()
{
    QCOMPARE_LT(longestWhile([] {}), HoldUps::freeze);
}

void HoldUpsTest::aSecondOfWorkIs()
{
    QCOMPARE_GE(longestWhile([] { work(1s); }), HoldUps::freeze);
}

void HoldUpsTest::aSecondOfWaitingIs()
{
    QCOMPARE_GE(longestWhile([] { blockFor(1000ms); }), HoldUps::freeze);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, HoldUpsTest)
#include "tst_holdups.moc"
