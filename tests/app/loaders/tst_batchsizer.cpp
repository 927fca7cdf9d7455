// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/batchsizer.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace std::chrono_literals;

class TestBatchSizer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void growsWhileAnswersAreQuick();
    void smallBatchesProveNothing();
    void shrinksWhileAnswersAreSlow();
    void halvesWhenItWasTooMuchAndWaits();
    void oneThatFailsWhereOthersCameProvesNothing();
    void staysWithinItsBounds();
};

void TestBatchSizer::growsWhileAnswersAreQuick()
{
    BatchSizer sizer;
    QCOMPARE(sizer.size(), 50);
    sizer.answered(50, 200ms);
    QCOMPARE(sizer.size(), 75);
    sizer.answered(75, 200ms);
    QCOMPARE(sizer.size(), 100);
    sizer.answered(100, 200ms);
    QCOMPARE(sizer.size(), 100);
}

void TestBatchSizer::smallBatchesProveNothing()
{
    BatchSizer sizer;
    sizer.answered(25, 10ms);
    QCOMPARE(sizer.size(), 50);
    sizer.answered(50, 2s); // neither quick nor slow
    QCOMPARE(sizer.size(), 50);
}

void TestBatchSizer::shrinksWhileAnswersAreSlow()
{
    BatchSizer sizer;
    sizer.answered(50, 6s);
    QCOMPARE(sizer.size(), 33);
    sizer.answered(50, 6s); // was on its way already
    QCOMPARE(sizer.size(), 33);
    sizer.answered(33, 6s);
    QCOMPARE(sizer.size(), 25);
}

void TestBatchSizer::halvesWhenItWasTooMuchAndWaits()
{
    BatchSizer sizer;
    sizer.answered(50, 1s);
    sizer.answered(75, 1s);
    sizer.wasTooMuch(100);
    QCOMPARE(sizer.size(), 50);
    for (int i = 0; i < BatchSizer::answersBeforeGrowth; ++i) {
        sizer.answered(50, 1s);
        QCOMPARE(sizer.size(), 50);
    }
    sizer.answered(50, 1s);
    QCOMPARE(sizer.size(), 75);

    sizer.wasTooMuch(75); // one of this size came before
    QCOMPARE(sizer.size(), 75);
    sizer.wasTooMuch(75);
    QCOMPARE(sizer.size(), 37);
    for (int i = 0; i < 2 * BatchSizer::answersBeforeGrowth; ++i) { // it remembers
        sizer.answered(37, 1s);
        QCOMPARE(sizer.size(), 37);
    }
    sizer.answered(37, 1s);
    QCOMPARE(sizer.size(), 55);
}

void TestBatchSizer::oneThatFailsWhereOthersCameProvesNothing()
{
    BatchSizer sizer;
    sizer.answered(50, 2s);
    sizer.wasTooMuch(50); // one of its rows is to blame, or it was an accident
    QCOMPARE(sizer.size(), 50);
    sizer.wasTooMuch(25);
    QCOMPARE(sizer.size(), 50);
    sizer.answered(50, 2s);
    sizer.wasTooMuch(50);
    QCOMPARE(sizer.size(), 50);
    sizer.wasTooMuch(50); // and none came in between
    QCOMPARE(sizer.size(), 25);
}

void TestBatchSizer::staysWithinItsBounds()
{
    BatchSizer sizer;
    for (int i = 0; i < 10; ++i)
        sizer.wasTooMuch(sizer.size());
    QCOMPARE(sizer.size(), BatchSizer::least);
    sizer.wasTooMuch(3);
    QCOMPARE(sizer.size(), BatchSizer::least);
    sizer.wasTooMuch(100); // an older, larger one that ended late must not make it grow
    QCOMPARE(sizer.size(), BatchSizer::least);
    sizer.answered(BatchSizer::least, 6s);
    QCOMPARE(sizer.size(), BatchSizer::least); // nor slowness
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestBatchSizer)
#include "tst_batchsizer.moc"
