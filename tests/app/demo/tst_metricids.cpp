// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/metricids.h"
#include "support/testmain.h"

#include <QSet>
#include <QTest>

using namespace layerscope::demo;

class TestMetricIds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leadBackToTheirOwners()
    {
        const AccountShape shape(2500, 1);
        QSet<qint64> ids;
        for (int i = 0; i < shape.hardwareCount(); ++i) {
            const qint64 id = metricIdOf(DeviceKind::Hardware, i);
            ids += id;
            QCOMPARE(metricOwner(shape, id), std::optional(MetricOwner{MetricOwner::Kind::Hardware, i}));
        }
        for (int i = 0; i < shape.guestCount(); ++i) {
            const qint64 id = metricIdOf(DeviceKind::Guest, i);
            ids += id;
            QCOMPARE(metricOwner(shape, id), std::optional(MetricOwner{MetricOwner::Kind::Guest, i}));
        }
        for (int i = 0; i <= shape.poolCount(); ++i) {
            const qint64 id = metricIdOfPool(i);
            ids += id;
            QCOMPARE(metricOwner(shape, id), std::optional(MetricOwner{MetricOwner::Kind::Pool, i}));
        }
        QCOMPARE(ids.size(), 2500 + shape.poolCount() + 1);
    }

    void strangersHaveNone()
    {
        const AccountShape shape(60, 1);
        for (const qint64 id :
             {qint64{-1}, qint64{0}, metricIdOfPool(0) - 1, metricIdOfPool(shape.poolCount() + 1),
              metricIdOf(DeviceKind::Hardware, 0) - 1,
              metricIdOf(DeviceKind::Hardware, shape.hardwareCount()),
              metricIdOf(DeviceKind::Guest, shape.guestCount()), qint64{1} << 40}) {
            QVERIFY(!metricOwner(shape, id));
        }
        QVERIFY(!metricOwner(AccountShape(0, 1), metricIdOfPool(0)));
    }
};

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestMetricIds)
#include "tst_metricids.moc"
