// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/steadyestimate.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace std::chrono_literals;

class TestSteadyEstimate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsUntilItHolds();
    void neverJumpsUp();
    void mayFallAndGrowSlowly();
};

void TestSteadyEstimate::waitsUntilItHolds()
{
    SteadyEstimate estimate;
    QVERIFY(!estimate.say(40s, 5'000ms));
    QVERIFY(!estimate.say(41s, 5'900ms));
    QCOMPARE(estimate.say(42s, 6'000ms), std::optional(42s));
    QVERIFY(!estimate.say(std::nullopt, 6'100ms));
    QVERIFY(!estimate.say(42s, 6'200ms)); // begins anew
    estimate.clear();
    QVERIFY(!estimate.say(42s, 7'200ms));
    QCOMPARE(estimate.say(42s, 8'200ms), std::optional(42s));
}

/// The rows that come first are the cheap ones.
void TestSteadyEstimate::neverJumpsUp()
{
    SteadyEstimate estimate;
    std::optional<std::chrono::seconds> said; // the last number, whatever was not said since
    std::chrono::milliseconds saidAt{0};
    int jumps = 0;
    for (int tenth = 0; tenth <= 100; ++tenth) {
        const auto now = std::chrono::milliseconds(100 * tenth);
        const auto next = estimate.say(tenth < 40 ? 3s : 90s, now);
        if (said && next && *next > *said * SteadyEstimate::maxGrowth + SteadyEstimate::slack) {
            ++jumps;
            QVERIFY(now - saidAt >= SteadyEstimate::settling); // it was silent for so long before
        }
        if (tenth == 30)
            QCOMPARE(next, std::optional(3s));
        if (tenth >= 40 && tenth < 50)
            QVERIFY(!next);
        if (tenth == 50)
            QCOMPARE(next, std::optional(90s));
        if (next) {
            said = next;
            saidAt = now;
        }
    }
    QCOMPARE(jumps, 1);
}

void TestSteadyEstimate::mayFallAndGrowSlowly()
{
    SteadyEstimate estimate;
    QVERIFY(!estimate.say(60s, 0ms));
    QCOMPARE(estimate.say(60s, 1'000ms), std::optional(60s));
    QCOMPARE(estimate.say(10s, 1'100ms), std::optional(10s)); // at once
    QCOMPARE(estimate.say(15s, 1'200ms), std::optional(15s));
    QVERIFY(!estimate.say(23s, 1'300ms)); // of the least that was said
    estimate.clear();
    QVERIFY(!estimate.say(1s, 2'000ms));
    QCOMPARE(estimate.say(1s, 3'000ms), std::optional(1s));
    QCOMPARE(estimate.say(3s, 3'100ms), std::optional(3s)); // a matter of rounding
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestSteadyEstimate)
#include "tst_steadyestimate.moc"
