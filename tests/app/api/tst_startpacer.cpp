// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/startpacer.h"

#include <QRandomGenerator>
#include <QTest>

#include <vector>

using namespace layerscope;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

class TestStartPacer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsABurstPassAtOnce();
    void saysHowLongToWait();
    void neverExceedsInAnySecond();
    void countsTheLastSecond();
};

void TestStartPacer::letsABurstPassAtOnce()
{
    StartPacer pacer(45);
    for (int i = 0; i < 45; ++i) {
        QCOMPARE(pacer.delay(5'000ms), 0ms);
        pacer.started(5'000ms);
    }
    QVERIFY(pacer.delay(5'000ms) > 1'000ms);
}

void TestStartPacer::saysHowLongToWait()
{
    StartPacer pacer(2);
    pacer.started(100ms);
    pacer.started(700ms);
    // More than a second: two truncated readings may hide almost a millisecond.
    QCOMPARE(pacer.delay(800ms), 301ms);
    QCOMPARE(pacer.delay(1'101ms), 0ms);
    pacer.started(1'101ms);
    QCOMPARE(pacer.delay(1'101ms), 600ms);
}

void TestStartPacer::neverExceedsInAnySecond()
{
    QRandomGenerator random(1);
    StartPacer pacer(45);
    std::vector<milliseconds> starts;
    milliseconds now = 0ms;
    while (starts.size() < 5'000) {
        if (pacer.delay(now) == 0ms) {
            pacer.started(now);
            starts.push_back(now);
        }
        now += milliseconds(random.bounded(4));
    }
    for (std::size_t i = 45; i < starts.size(); ++i)
        QVERIFY(starts[i] - starts[i - 45] > 1'000ms);
    const double seconds = static_cast<double>((starts.back() - starts.front()).count()) / 1000;
    QVERIFY(static_cast<double>(starts.size()) / seconds > 44); // and does not waste what is allowed
}

void TestStartPacer::countsTheLastSecond()
{
    StartPacer pacer(45);
    QCOMPARE(pacer.startsInLastSecond(0ms), 0);
    pacer.started(0ms);
    pacer.started(500ms);
    QCOMPARE(pacer.startsInLastSecond(999ms), 2);
    QCOMPARE(pacer.startsInLastSecond(1'200ms), 1);
    QCOMPARE(pacer.startsInLastSecond(9'000ms), 0);
}

QTEST_APPLESS_MAIN(TestStartPacer)
#include "tst_startpacer.moc"
