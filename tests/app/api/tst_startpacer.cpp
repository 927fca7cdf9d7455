// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/startpacer.h"
#include "support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace layerscope;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

/// The times of so many starts, each as soon as it may be at one of the moments that `step` lets pass.
template<class Step>
std::vector<milliseconds> run(std::size_t count, Step step)
{
    StartPacer pacer(45);
    std::vector<milliseconds> starts;
    for (milliseconds now = 0ms; starts.size() < count; now += step(now)) {
        if (pacer.delay(now) == 0ms) {
            pacer.started(now);
            starts.push_back(now);
        }
    }
    return starts;
}

/// So many start at this moment: as many as may.
int startsAt(StartPacer &pacer, milliseconds now)
{
    int atOnce = 0;
    for (; pacer.delay(now) == 0ms; ++atOnce)
        pacer.started(now);
    return atOnce;
}

} // namespace

class TestStartPacer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsTheFirstPassAtOnce();
    void isQuietOnlyAfterTwoSeconds();
    void saysHowLongToWait();
    void startsAtEvenDistances();
    void catchesUpALittle();
    void neverExceedsInAnySecond();
    void leavesRoomForWhatIsHeldUp();
    void datesAStartByWhenItWasSent();
    void countsTheLastSecond();
};

void TestStartPacer::letsTheFirstPassAtOnce()
{
    StartPacer pacer(45);
    for (int i = 0; i < 41; ++i) {
        QCOMPARE(pacer.delay(5'000ms), 0ms);
        pacer.started(5'000ms);
    }
    QCOMPARE(pacer.delay(5'000ms), 22ms); // most of what is allowed: from now on at even distances
}

void TestStartPacer::isQuietOnlyAfterTwoSeconds()
{
    StartPacer pacer(45);
    QCOMPARE(startsAt(pacer, 0ms), 41);
    QCOMPARE(startsAt(pacer, 1'999ms), 1);
    QCOMPARE(startsAt(pacer, 3'998ms),
             22); // half of it in two seconds, as for whoever starts a few now and then
    QCOMPARE(startsAt(pacer, 5'998ms), 41);

    // What is left of them is not lost by waiting for an answer.
    QCOMPARE(startsAt(pacer, 8'000ms), 41);
    StartPacer other(45);
    for (int i = 0; i < 30; ++i)
        other.started(0ms);
    for (int i = 0; i < 11; ++i) {
        QCOMPARE(other.delay(700ms), 0ms);
        other.started(700ms);
    }
    QVERIFY(other.delay(700ms) > 0ms);
}

void TestStartPacer::saysHowLongToWait()
{
    StartPacer pacer(2);
    pacer.started(100ms);
    pacer.started(700ms);
    // More than a second: the first one may have been held up on its way to the server.
    QCOMPARE(pacer.delay(800ms), 400ms);
    QCOMPARE(pacer.delay(1'200ms), 0ms);
    pacer.started(1'200ms);
    QCOMPARE(pacer.delay(1'200ms), 600ms);
}

void TestStartPacer::startsAtEvenDistances()
{
    const std::vector<milliseconds> starts = run(500, [](milliseconds) { return 1ms; });
    for (std::size_t i = 60; i < starts.size(); ++i) { // once the first second has passed
        QVERIFY2(starts[i] - starts[i - 3] >= 44ms, qPrintable(QString::number(i)));
        QVERIFY2(starts[i] - starts[i - 1] <= 50ms, qPrintable(QString::number(i)));
    }
}

void TestStartPacer::catchesUpALittle()
{
    StartPacer pacer(45);
    for (int i = 0; i < 41; ++i)
        pacer.started(0ms);
    QCOMPARE(startsAt(pacer, 22ms), 1);
    QCOMPARE(startsAt(pacer, 84ms), 2);  // the turn came late
    QCOMPARE(startsAt(pacer, 400ms), 1); // nothing was to do, or nothing might start
}

void TestStartPacer::neverExceedsInAnySecond()
{
    QRandomGenerator random(1);
    const std::vector<milliseconds> starts =
        run(5'000, [&](milliseconds) { return milliseconds(random.bounded(4)); });
    for (std::size_t i = 45; i < starts.size(); ++i)
        QVERIFY(starts[i] - starts[i - 45] > 1'000ms);
    const double seconds = static_cast<double>((starts.back() - starts.front()).count()) / 1000;
    QVERIFY(static_cast<double>(starts.size()) / seconds > 43.5); // and does not waste what is allowed
}

/// However they are held up on their way, within a tenth of a second: the server never sees fifty in a
/// second.
void TestStartPacer::leavesRoomForWhatIsHeldUp()
{
    QRandomGenerator random(1);
    std::vector<milliseconds> arrivals =
        run(5'000, [&](milliseconds) { return milliseconds(random.bounded(4)); });
    for (std::size_t i = 0; i < arrivals.size(); ++i) // the first half of each second is late
        arrivals[i] += i % 45 < 22 ? 99ms : milliseconds(random.bounded(10));
    std::sort(arrivals.begin(), arrivals.end());
    for (std::size_t i = 49; i < arrivals.size(); ++i)
        QVERIFY(arrivals[i] - arrivals[i - 49] >= 1'000ms);
}

/// Connections that take long to come about: what was posted long ago arrives only now.
void TestStartPacer::datesAStartByWhenItWasSent()
{
    StartPacer pacer(45);
    for (int i = 0; i < 20; ++i)
        pacer.started(0ms);
    for (int i = 0; i < 20; ++i)
        pacer.sent(0ms, 900ms);
    QCOMPARE(pacer.startsInLastSecond(900ms), 20);
    QCOMPARE(pacer.startsInLastSecond(1'500ms), 20);
    for (int i = 0; i < 25; ++i)
        pacer.started(1'000ms);
    QCOMPARE(pacer.delay(1'800ms), 101ms);
    pacer.sent(0ms, 1'850ms); // one that was no longer known
    QCOMPARE(pacer.startsInLastSecond(1'850ms), 46);
    QVERIFY(pacer.delay(1'900ms) > 0ms);
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

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestStartPacer)
#include "tst_startpacer.moc"
