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

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestLoadProgressMeter)
#include "tst_loadprogressmeter.moc"
