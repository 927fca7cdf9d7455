// SPDX-License-Identifier: GPL-3.0-or-later
#include "docks/panelroom.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;

class TestPanelRoom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fits_data()
    {
        QTest::addColumn<int>("room");
        QTest::addColumn<QList<int>>("expected");
        QTest::newRow("all that is wished") << 600 << QList<int>{200, 350};
        QTest::newRow("just all") << 550 << QList<int>{200, 350};
        QTest::newRow("one gives way") << 520 << QList<int>{200, 320};
        QTest::newRow("all of what it can") << 480 << QList<int>{200, 280};
        QTest::newRow("and the other") << 450 << QList<int>{170, 280};
        QTest::newRow("none below its least") << 100 << QList<int>{160, 280};
        QTest::newRow("no room") << -50 << QList<int>{160, 280};
    }
    void fits()
    {
        QFETCH(const int, room);
        QFETCH(const QList<int>, expected);
        QCOMPARE(fittedWidths({{200, 160, false}, {350, 280, true}}, room), expected);
    }
    /// The person made it narrower than it is usually of use.
    void whatIsNarrowStaysSo()
    {
        QCOMPARE(fittedWidths({{100, 160, false}, {350, 280, true}}, 0), (QList<int>{100, 280}));
        QCOMPARE(fittedWidths({}, 100), QList<int>());
    }
};

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestPanelRoom)
#include "tst_panelroom.moc"
