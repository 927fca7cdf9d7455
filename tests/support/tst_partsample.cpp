// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include <QTest>

/// What tst_parts runs in parts: functions with data and without. They find nothing wrong.
class TestPartSample : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { LAYERSCOPE_PARTS(); }
    void first() {}
    void many_data();
    void many() {}
    void second() {}
    void one_data();
    void one() {}
    void third() {}
};

void TestPartSample::many_data()
{
    QTest::addColumn<int>("number");
    for (int number = 1; number <= 7; ++number)
        QTest::addRow("row %d", number) << number;
}

void TestPartSample::one_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("the only row") << 1;
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestPartSample)
#include "tst_partsample.moc"
