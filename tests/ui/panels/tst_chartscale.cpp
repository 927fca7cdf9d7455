// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/chartscale.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;

class TestChartScale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ticksAreNice_data();
    void ticksAreNice();
    void unitsSuitTheAmount();
    void labelsDoNotMeet();
};

void TestChartScale::ticksAreNice_data()
{
    QTest::addColumn<double>("lowest");
    QTest::addColumn<double>("highest");
    QTest::addColumn<int>("wanted");
    QTest::addColumn<QList<double>>("expected");
    QTest::newRow("above only") << 0.0 << 87.0 << 4 << QList<double>{0, 50};
    QTest::newRow("more room") << 0.0 << 87.0 << 5 << QList<double>{0, 20, 40, 60, 80};
    QTest::newRow("both ways") << -40.0 << 110.0 << 4 << QList<double>{0, 50, 100};
    QTest::newRow("both, with a line below") << -60.0 << 110.0 << 4 << QList<double>{-50, 0, 50, 100};
    QTest::newRow("small") << 0.0 << 0.34 << 4 << QList<double>{0, 0.1, 0.2, 0.30000000000000004};
    QTest::newRow("exactly") << 0.0 << 100.0 << 5 << QList<double>{0, 20, 40, 60, 80, 100};
    QTest::newRow("below only") << -9.0 << 0.45 << 4 << QList<double>{-5, 0};
    QTest::newRow("no room at all") << 0.0 << 1.06 << 0 << QList<double>{0};
}

void TestChartScale::ticksAreNice()
{
    QFETCH(const double, lowest);
    QFETCH(const double, highest);
    QFETCH(const int, wanted);
    QFETCH(const QList<double>, expected);
    QCOMPARE(niceTicks(lowest, highest, wanted), expected);
}

void TestChartScale::unitsSuitTheAmount()
{
    using Name = TrafficUnit::Name;
    QVERIFY(TrafficUnit::forAmount(0).name == Name::Gigabytes);
    QVERIFY(TrafficUnit::forAmount(5e15).name == Name::Gigabytes);
    QVERIFY(TrafficUnit::forAmount(0.1 * bytesPerGb).name == Name::Gigabytes);
    QVERIFY(TrafficUnit::forAmount(0.09 * bytesPerGb).name == Name::Megabytes);
    QVERIFY(TrafficUnit::forAmount(100'000).name == Name::Kilobytes);
    QVERIFY(TrafficUnit::forAmount(99).name == Name::Bytes);
    QCOMPARE(TrafficUnit::forAmount(100'000).bytes, 1024.0);
    QCOMPARE(TrafficUnit::forAmount(0.09 * bytesPerGb).bytes, 1024.0 * 1024.0);
}

void TestChartScale::labelsDoNotMeet()
{
    QCOMPARE(labelStep(1600, 31, 50), 1); // 31 of them
    QCOMPARE(labelStep(1599, 31, 50), 2);
    QCOMPARE(labelStep(850, 31, 50), 2); // 16 of them
    QCOMPARE(labelStep(849, 31, 50), 7);
    QCOMPARE(labelStep(300, 31, 50), 7); // 5 of them
    QCOMPARE(labelStep(299, 31, 50), 14);
    QCOMPARE(labelStep(0, 31, 50), 70); // an end, for a widget without any width
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestChartScale)
#include "tst_chartscale.moc"
