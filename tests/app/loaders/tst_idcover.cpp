// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/idcover.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;

class TestIdCover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyListHasNoGap();
    void pagesThatShareARowJoin();
    void pagesThatDoNotMeetLeaveAGap();
    void theTailIsProvedByItsLastRowOnly();
    void onePageMayCoverMany();
    void whatIsReadAgainClosesAGap();

private:
    using Gaps = QList<IdCover::Gap>;
};

void TestIdCover::anEmptyListHasNoGap()
{
    IdCover cover;
    QCOMPARE(cover.lastPosition(), -1);
    QCOMPARE(cover.gaps(), (Gaps{{0, 0, true}})); // nothing was read
    cover.addEmptyList();
    QCOMPARE(cover.gaps(), Gaps());
}

void TestIdCover::pagesThatShareARowJoin()
{
    IdCover cover; // ids are ten times their position
    cover.add({190, 300, 19, 30, false, true});
    cover.add({0, 90, 0, 9, true, false});
    QCOMPARE(cover.gaps(), (Gaps{{9, 19, false}}));
    cover.add({90, 190, 9, 19, false, false});
    QCOMPARE(cover.gaps(), Gaps());
    QCOMPARE(cover.lastPosition(), 30);
}

void TestIdCover::pagesThatDoNotMeetLeaveAGap()
{
    IdCover cover;
    cover.add({0, 90, 0, 9, true, false});
    cover.add({100, 190, 9, 18, false, true}); // a row in front went, so the place of 90 is that of 100
    QCOMPARE(cover.gaps(), (Gaps{{9, 10, false}}));

    IdCover withoutHead;
    withoutHead.add({100, 190, 10, 19, false, true});
    QCOMPARE(withoutHead.gaps(), (Gaps{{0, 10, false}}));
}

void TestIdCover::theTailIsProvedByItsLastRowOnly()
{
    IdCover cover;
    cover.add({0, 90, 0, 9, true, true});
    QCOMPARE(cover.gaps(), Gaps());
    cover.add({90, 110, 9, 11, false, false}); // rows were created behind it
    QCOMPARE(cover.gaps(), (Gaps{{11, 12, true}}));
    cover.add({110, 110, 11, 11, false, true});
    QCOMPARE(cover.gaps(), Gaps());
    cover.add({0, 90, 0, 9, true, true}); // an older answer that came late
    QCOMPARE(cover.gaps(), Gaps());
    QCOMPARE(cover.lastPosition(), 11);
}

void TestIdCover::onePageMayCoverMany()
{
    IdCover cover;
    cover.add({0, 10, 0, 1, true, false});
    cover.add({50, 60, 5, 6, false, false});
    cover.add({90, 99, 9, 10, false, true});
    QCOMPARE(cover.gaps().size(), 2);
    cover.add({5, 95, 1, 10, false, false});
    QCOMPARE(cover.gaps(), Gaps());
}

void TestIdCover::whatIsReadAgainClosesAGap()
{
    IdCover cover;
    cover.add({0, 90, 0, 9, true, false});
    cover.add({140, 190, 9, 14, false, true}); // five rows in front went
    QCOMPARE(cover.gaps(), (Gaps{{9, 10, false}}));
    cover.add({80, 140, 3, 9, false, false});
    QCOMPARE(cover.gaps(), Gaps());
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestIdCover)
#include "tst_idcover.moc"
