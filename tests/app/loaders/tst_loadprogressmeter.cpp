// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/loadprogressmeter.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace std::chrono_literals;

class TestLoadProgressMeter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysNothingTooSoon();
    void goesByTheLastSeconds();
    void saysNothingWhenNothingMovesOrIsLeft();
    void saysNothingOfManyByTheFirstFew();
    void saysNothingWhileABurstAtTheBeginningCounts();
};

void TestLoadProgressMeter::saysNothingTooSoon()
{
    LoadProgressMeter meter;
    QVERIFY(!meter.timeLeft(1000));
    meter.settled(0, 10'000ms);
    QVERIFY(!meter.timeLeft(1000));
    meter.settled(100, 10'900ms); // less than a second
    QVERIFY(!meter.timeLeft(1000));
    meter.settled(100, 11'000ms);
    QCOMPARE(meter.timeLeft(1000), std::optional(10s));

    meter.clear();
    meter.settled(0, 10'000ms);
    meter.settled(49, 14'000ms); // too few rows
    QVERIFY(!meter.timeLeft(1000));
}

void TestLoadProgressMeter::goesByTheLastSeconds()
{
    LoadProgressMeter meter;
    for (int second = 0; second <= 10; ++second) // slow at first
        meter.settled(100 * second, 1000ms * second);
    QCOMPARE(meter.timeLeft(1000), std::optional(10s));
    for (int second = 1; second <= 10; ++second)
        meter.settled(1000 + 500 * second, 10'000ms + 1000ms * second);
    QCOMPARE(meter.timeLeft(1000), std::optional(2s));
    QCOMPARE(meter.timeLeft(1001), std::optional(3s)); // rounded up: never "0 s left"
}

void TestLoadProgressMeter::saysNothingWhenNothingMovesOrIsLeft()
{
    LoadProgressMeter meter;
    meter.settled(500, 0ms);
    meter.settled(500, 4'000ms);
    QVERIFY(!meter.timeLeft(1000));
    meter.settled(900, 5'000ms);
    QVERIFY(!meter.timeLeft(0));
    QVERIFY(meter.timeLeft(1));
}

void TestLoadProgressMeter::saysNothingOfManyByTheFirstFew()
{
    LoadProgressMeter meter;
    meter.settled(0, 0ms);
    meter.settled(100, 1'000ms);
    QVERIFY(!meter.timeLeft(20'000));
    QCOMPARE(meter.timeLeft(5'000), std::optional(50s));
    // By all that have come so far, however long ago.
    for (int second = 2; second <= 20; ++second)
        meter.settled(100 * second, 1000ms * second);
    QCOMPARE(meter.timeLeft(20'000), std::optional(200s));
    QVERIFY(!meter.timeLeft(200'000));
}

/// Rows that need no more than their list are settled in one stroke. A load that went on would be done soon.
void TestLoadProgressMeter::saysNothingWhileABurstAtTheBeginningCounts()
{
    LoadProgressMeter meter;
    meter.settled(0, 0ms);
    for (int tenth = 1; tenth <= 49; ++tenth) {
        meter.settled(5'000 + 10 * tenth, 100ms * tenth);
        QVERIFY2(!meter.timeLeft(10'000), qPrintable(QString::number(tenth)));
    }
    for (int tenth = 50; tenth <= 110; ++tenth)
        meter.settled(5'000 + 10 * tenth, 100ms * tenth);
    QCOMPARE(meter.timeLeft(10'000), std::optional(100s));
    // Faster than at the beginning is no reason to keep quiet.
    meter.clear();
    for (int tenth = 0; tenth <= 20; ++tenth)
        meter.settled(tenth * tenth, 100ms * tenth);
    QVERIFY(meter.timeLeft(1'000));
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestLoadProgressMeter)
#include "tst_loadprogressmeter.moc"
