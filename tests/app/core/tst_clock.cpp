// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

#include <QTest>

#include <memory>

using namespace layerscope;
using namespace std::chrono_literals;

class TestClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void systemClockCallsOnceFromTheEventLoop();
    void systemClockForgetsTheDead();
    void systemClockSurvivesItsContextsEnd();
    void fakeClockRunsInOrderOfTime();
    void fakeClockTakesTurns();
    void fakeClockRunsWhatIsDueFromTheEventLoop();
};

void TestClock::systemClockCallsOnceFromTheEventLoop()
{
    int calls = 0;
    Clock::system().callAfter(0ms, this, [&] { ++calls; });
    QCOMPARE(calls, 0);
    QTRY_COMPARE(calls, 1);
    const auto before = Clock::system().now();
    bool later = false;
    Clock::system().callAfter(20ms, this, [&] { later = true; });
    QTRY_VERIFY(later);
    QVERIFY(Clock::system().now() - before >= 20ms);
    QCOMPARE(calls, 1);
    QCOMPARE(Clock::system().utcNow().timeSpec(), Qt::UTC);
}

void TestClock::systemClockForgetsTheDead()
{
    bool called = false;
    bool laterCalled = false;
    auto context = std::make_unique<QObject>();
    Clock::system().callAfter(1ms, context.get(), [&] { called = true; });
    context.reset();
    Clock::system().callAfter(5ms, this, [&] { laterCalled = true; });
    QTRY_VERIFY(laterCalled);
    QVERIFY(!called);
}

void TestClock::systemClockSurvivesItsContextsEnd()
{
    bool called = false;
    auto *context = new QObject;
    Clock::system().callAfter(0ms, context, [&called, context] {
        delete context;
        called = true; // what the action holds is still there
    });
    QTRY_VERIFY(called);
}

void TestClock::fakeClockRunsInOrderOfTime()
{
    FakeClock clock;
    const auto start = clock.now();
    QStringList log;
    const auto note = [&](const char *name) {
        log += QStringLiteral("%1@%2").arg(QLatin1String(name)).arg((clock.now() - start).count());
    };
    clock.callAfter(30ms, this, [&] { note("c"); });
    clock.callAfter(10ms, this, [&] {
        note("a");
        clock.callAfter(5ms, this, [&] { note("b"); });
        clock.callAfter(500ms, this, [&] { note("never"); });
    });
    QCOMPARE(clock.untilNext(), std::optional(10ms));
    clock.advance(100ms);
    QCOMPARE(log, QStringList({QStringLiteral("a@10"), QStringLiteral("b@15"), QStringLiteral("c@30")}));
    QCOMPARE(clock.now() - start, 100ms);
}

void TestClock::fakeClockTakesTurns()
{
    FakeClock clock;
    int calls = 0;
    std::function<void()> again = [&] {
        ++calls;
        clock.callAfter(0ms, this, again);
    };
    clock.callAfter(0ms, this, again);
    QVERIFY(clock.runOneTurn());
    QCOMPARE(calls, 1);
    QVERIFY(clock.runOneTurn());
    QCOMPARE(calls, 2);
}

void TestClock::fakeClockRunsWhatIsDueFromTheEventLoop()
{
    FakeClock clock;
    bool called = false;
    clock.callAfter(0ms, this, [&] { called = true; });
    QVERIFY(!called);
    QTRY_VERIFY(called);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestClock)
#include "tst_clock.moc"
