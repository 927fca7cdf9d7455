// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/bandwidthscale.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;

namespace {

constexpr int daysOfScaledCycle = 10;

/// Days of a cycle of ten days with so many GB out, and half of it in.
BandwidthHistory tenDays(const QList<double> &outGb)
{
    BandwidthHistory history;
    history.cycle = {{0}, {daysOfScaledCycle * msecsPerDay}};
    for (const double gb : outGb) {
        BandwidthDay day;
        day.begin = {history.days.size() * msecsPerDay};
        day.outBytes = static_cast<qint64>(gb * bytesPerGb);
        day.inBytes = static_cast<qint64>(gb * bytesPerGb / 2);
        history.days.append(day);
    }
    return history;
}

UsageFacts allocated(qint64 gb)
{
    UsageFacts facts;
    facts.allocationGb = Decimal(gb, 0);
    return facts;
}

} // namespace

class BandwidthScaleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reachesBothWaysByDay();
    void reachesOneWayInTotal();
    void hasAnAxisWithoutTraffic();
    void choosesTheUnitOfTheTraffic();
    void takesALimitForItsPaceByDay();
    void leavesOutWhatIsFarBeyond();
};

void BandwidthScaleTest::reachesBothWaysByDay()
{
    const BandwidthScale scale(tenDays({2, 4, 1}), {}, BandwidthMode::Daily);
    QVERIFY(scale.highest() > 4 && scale.highest() < 5);
    QVERIFY(scale.lowest() < -2 && scale.lowest() > -3);
}

void BandwidthScaleTest::reachesOneWayInTotal()
{
    const BandwidthScale scale(tenDays({2, 4, 1}), {}, BandwidthMode::Cumulative);
    QVERIFY(scale.highest() > 7 && scale.highest() < 8);
    QCOMPARE(scale.lowest(), 0.0);
}

void BandwidthScaleTest::hasAnAxisWithoutTraffic()
{
    for (const BandwidthMode mode : {BandwidthMode::Daily, BandwidthMode::Cumulative}) {
        for (const BandwidthHistory &history : {tenDays({}), tenDays({0, 0})}) {
            const BandwidthScale scale(history, allocated(20), mode);
            QCOMPARE(scale.highest(), 1.0);
            QCOMPARE(scale.lowest(), 0.0);
            QVERIFY(!scale.fits(scale.bytesOf(Decimal(20, 0))));
            QVERIFY(scale.fits(0));
        }
    }
}

void BandwidthScaleTest::choosesTheUnitOfTheTraffic()
{
    const BandwidthScale large(tenDays({4}), allocated(1), BandwidthMode::Daily);
    QVERIFY(large.unit().name == TrafficUnit::Name::Gigabytes);
    // Whatever the limit is: it is the traffic that is to be read.
    const BandwidthScale small(tenDays({0.01}), allocated(1'000), BandwidthMode::Daily);
    QVERIFY(small.unit().name == TrafficUnit::Name::Megabytes);
    QCOMPARE(small.inUnit(bytesPerGb), 1024.0);
}

void BandwidthScaleTest::takesALimitForItsPaceByDay()
{
    const BandwidthScale daily(tenDays({2, 4}), allocated(60), BandwidthMode::Daily);
    QCOMPARE(daily.bytesOf(Decimal(60, 0)), 6 * bytesPerGb);
    QVERIFY(daily.highest() > 6 && daily.highest() < 7);
    const BandwidthScale total(tenDays({2, 4}), allocated(15), BandwidthMode::Cumulative);
    QCOMPARE(total.bytesOf(Decimal(15, 0)), 15 * bytesPerGb);
    QVERIFY(total.highest() > 15 && total.highest() < 16);
}

void BandwidthScaleTest::leavesOutWhatIsFarBeyond()
{
    const BandwidthScale scale(tenDays({2, 4}), allocated(10'000), BandwidthMode::Daily);
    QVERIFY(!scale.fits(scale.bytesOf(Decimal(10'000, 0))));
    QVERIFY(scale.highest() < 5);
    QVERIFY(scale.fits(8 * bytesPerGb)); // twice as high as the highest bar leaves it half of the height
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, BandwidthScaleTest)
#include "tst_bandwidthscale.moc"
