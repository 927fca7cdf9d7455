// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/batchsizer.h"
#include "support/testmain.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace layerscope;
using namespace std::chrono_literals;

class TestBatchSizer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesRowsForCheapBeforeAnythingIsKnown();
    void asksTheQuickForMore();
    void foreseesWhatTakesLong();
    void takesFewCallsWhereRowsAreCheap();
    void endsAsSoonAsAnySizeCould_data();
    void endsAsSoonAsAnySizeCould();
    void batchesAreAlike();
    void shrinksWhileAnswersAreSlow();
    void halvesWhenItWasTooMuchAndWaits();
    void oneThatFailsWhereOthersCameProvesNothing();
    void staysWithinItsBounds();
    void beginsWhereAnotherEnded();
    void triesWhatWasTooMuchOnlyAfterManyAnswers();
    void forgetsTheSmallestOfAnotherLoad();
    void doesNotBelieveNonsense();

private:
    static constexpr int starts = 45;
};

void TestBatchSizer::takesRowsForCheapBeforeAnythingIsKnown()
{
    BatchSizer sizer;
    QCOMPARE(sizer.next({400, 8, 8, starts}), 100); // rows are cheap beside calls
    QCOMPARE(sizer.next({300, 8, 7, starts}), 100);
    QCOMPARE(sizer.next({60, 8, 8, starts}), 60);
    QCOMPARE(sizer.next({10, 8, 8, starts}), BatchSizer::smallest);
    QCOMPARE(sizer.next({0, 0, 0, starts}), BatchSizer::smallest);
    const int size = sizer.next({5500, 8, 8, starts}); // more came; and no more than is known to be borne
    QCOMPARE(size, 100);
}

void TestBatchSizer::asksTheQuickForMore()
{
    BatchSizer sizer;
    sizer.answered(50, 200ms);
    QCOMPARE(sizer.bearable(), 200);
    sizer.answered(100, 200ms);
    QCOMPARE(sizer.bearable(), BatchSizer::largest);
    sizer.answered(100, 4s); // neither quick nor slow
    QCOMPARE(sizer.bearable(), BatchSizer::largest);

    BatchSizer few;
    few.answered(10, 1ms);
    QCOMPARE(few.bearable(), BatchSizer::untried);
}

void TestBatchSizer::foreseesWhatTakesLong()
{
    BatchSizer sizer;
    sizer.answered(100, 1s); // so 200 rows may take 2
    QCOMPARE(sizer.bearable(), 200);
    sizer.answered(200, 1800ms);
    QCOMPARE(sizer.bearable(), 222);
}

/// 250 ms a call and a third of a millisecond a row: a few large ones, though thirty might be in flight.
void TestBatchSizer::takesFewCallsWhereRowsAreCheap()
{
    BatchSizer sizer;
    sizer.answered(25, 258ms);
    sizer.answered(100, 283ms);
    const int size = sizer.next({1000, 30, 30, starts});
    QVERIFY2(size >= 200 && size <= 300, qPrintable(QString::number(size)));
}

void TestBatchSizer::endsAsSoonAsAnySizeCould_data()
{
    QTest::addColumn<double>("call"); // seconds
    QTest::addColumn<double>("row");
    QTest::addColumn<int>("rows");
    for (const double call : {0.05, 0.25, 1.0}) {
        for (const double row : {0.0001, 0.0003, 0.002, 0.01}) {
            for (const int rows : {100, 550, 5500, 20'000})
                QTest::addRow("%g s + %g s, %d rows", call, row, rows) << call << row << rows;
        }
    }
}

/// Against the best of all sizes that it may choose, in a world where calls and rows cost just so: with all
/// of it known, and each call started when the second and the calls at once allow.
void TestBatchSizer::endsAsSoonAsAnySizeCould()
{
    QFETCH(double, call);
    QFETCH(double, row);
    QFETCH(int, rows);
    constexpr int atOnce = 30;
    const auto endWith = [&](const auto &sizeOf) {
        std::vector<double> freeAt(atOnce, 0.0);
        double nextStart = 0;
        double end = 0;
        for (int left = rows; left > 0;) {
            const auto slot = std::min_element(freeAt.begin(), freeAt.end());
            const double start = std::max(nextStart, *slot);
            const auto free =
                std::count_if(freeAt.begin(), freeAt.end(), [start](double at) { return at <= start; });
            const int size = std::min(left, sizeOf(left, static_cast<int>(free)));
            nextStart = start + 1.0 / starts;
            *slot = start + call + row * size;
            end = std::max(end, *slot);
            left -= size;
        }
        return end;
    };
    BatchSizer sizer;
    for (const int size : {25, 100, 100, 200}) {
        const double seconds = call + row * size;
        sizer.answered(size, std::chrono::milliseconds(static_cast<int>(std::round(1000 * seconds))));
    }
    const double own = endWith([&](int left, int free) { return sizer.next({left, atOnce, free, starts}); });
    double best = 1e9;
    for (int size = BatchSizer::smallest; size <= sizer.bearable(); ++size)
        best = std::min(best, endWith([size](int, int) { return size; }));
    QVERIFY2(own <= 1.25 * best, qPrintable(QStringLiteral("%1 s, best %2 s").arg(own).arg(best)));
}

/// Rather three of 67 than two of 100 and one left over, and none that is hardly worth a call.
void TestBatchSizer::batchesAreAlike()
{
    BatchSizer sizer;
    int left = 201;
    QList<int> sizes;
    while (left > 0) {
        sizes.append(std::min(left, sizer.next({left, 2, 2, starts})));
        left -= sizes.last();
    }
    QCOMPARE(sizes, (QList<int>{67, 67, 67}));

    BatchSizer another;
    left = 330;
    sizes.clear();
    while (left > 0) {
        sizes.append(std::min(left, another.next({left, 4, 4, starts})));
        left -= sizes.last();
    }
    QCOMPARE(sizes, (QList<int>{83, 83, 83, 81}));
    QCOMPARE(another.next({400, 4, 4, starts}), 100);
    QCOMPARE(another.next({140, 4, 4, starts}), 100); // of the plan
    QCOMPARE(another.next({40, 4, 4, starts}), 40);
}

void TestBatchSizer::shrinksWhileAnswersAreSlow()
{
    BatchSizer sizer;
    sizer.answered(50, 6s);
    QCOMPARE(sizer.bearable(), 33);
    sizer.answered(50, 6s); // was on its way already
    QCOMPARE(sizer.bearable(), 33);
    sizer.answered(33, 6s);
    QCOMPARE(sizer.bearable(), 25);
    QCOMPARE(sizer.next({5500, 8, 8, starts}), 25);
}

void TestBatchSizer::halvesWhenItWasTooMuchAndWaits()
{
    BatchSizer sizer;
    sizer.wasTooMuch(100);
    QCOMPARE(sizer.bearable(), 50);
    for (int i = 0; i < BatchSizer::answersBeforeGrowth; ++i) {
        sizer.answered(50, 1s);
        QCOMPARE(sizer.bearable(), 50);
    }
    sizer.answered(50, 1s);
    QCOMPARE(sizer.bearable(), 100);

    sizer.wasTooMuch(100);
    QCOMPARE(sizer.bearable(), 50);
    for (int i = 0; i < 2 * BatchSizer::answersBeforeGrowth; ++i) { // it remembers
        sizer.answered(50, 1s);
        QCOMPARE(sizer.bearable(), 50);
    }
    sizer.answered(50, 1s);
    QCOMPARE(sizer.bearable(), 100);
}

void TestBatchSizer::oneThatFailsWhereOthersCameProvesNothing()
{
    BatchSizer sizer;
    sizer.answered(50, 2s);
    sizer.wasTooMuch(50); // one of its rows is to blame, or it was an accident
    QCOMPARE(sizer.bearable(), 100);
    sizer.wasTooMuch(25);
    QCOMPARE(sizer.bearable(), 100);
    sizer.answered(50, 2s);
    sizer.wasTooMuch(50);
    QCOMPARE(sizer.bearable(), 100);
    sizer.wasTooMuch(50); // and none came in between
    QCOMPARE(sizer.bearable(), 25);
}

void TestBatchSizer::staysWithinItsBounds()
{
    BatchSizer sizer;
    for (int i = 0; i < 10; ++i)
        sizer.wasTooMuch(sizer.bearable());
    QCOMPARE(sizer.bearable(), BatchSizer::least);
    sizer.wasTooMuch(3);
    QCOMPARE(sizer.bearable(), BatchSizer::least);
    sizer.wasTooMuch(100); // an older, larger one that ended late must not make it grow
    QCOMPARE(sizer.bearable(), BatchSizer::least);
    sizer.answered(BatchSizer::least, 6s);
    QCOMPARE(sizer.bearable(), BatchSizer::least); // nor slowness
    QCOMPARE(sizer.next({100'000, 30, 30, starts}), BatchSizer::least);
}

void TestBatchSizer::beginsWhereAnotherEnded()
{
    BatchSizer first;
    QCOMPARE(first.borne(), (RowsBorne{BatchSizer::untried, false}));
    first.answered(100, 200ms);
    QCOMPARE(first.borne(), (RowsBorne{BatchSizer::largest, false}));

    BatchSizer next(first.borne());
    QCOMPARE(next.bearable(), BatchSizer::largest);
    QCOMPARE(next.next({5500, 30, 30, starts}), 290); // nineteen alike
    QCOMPARE(BatchSizer(RowsBorne()).bearable(), BatchSizer::untried);
}

void TestBatchSizer::triesWhatWasTooMuchOnlyAfterManyAnswers()
{
    BatchSizer first;
    first.wasTooMuch(100);
    QCOMPARE(first.borne(), (RowsBorne{50, true}));

    BatchSizer next(first.borne());
    for (int answer = 0; answer < BatchSizer::maxAnswersBeforeGrowth; ++answer) {
        next.answered(50, 100ms);
        QCOMPARE(next.bearable(), 50);
    }
    QVERIFY(next.borne().isLimited);
    next.answered(50, 100ms);
    QCOMPARE(next.bearable(), 200);
    next.answered(200, 100ms);
    QCOMPARE(next.borne(), (RowsBorne{BatchSizer::largest, false})); // it bears all there is to try

    BatchSizer again(RowsBorne{100, false});
    again.wasTooMuch(100);
    QCOMPARE(again.bearable(), 100); // it was borne before: perhaps an accident
    again.wasTooMuch(100);
    QCOMPARE(again.borne(), (RowsBorne{50, true}));
}

/// A server that was ill when the last load ended.
void TestBatchSizer::forgetsTheSmallestOfAnotherLoad()
{
    BatchSizer ill;
    for (int rows = BatchSizer::untried; rows > BatchSizer::least; rows /= 2)
        ill.wasTooMuch(rows);
    QCOMPARE(ill.bearable(), BatchSizer::least);
    BatchSizer next(ill.borne());
    QCOMPARE(next.bearable(), BatchSizer::smallest);
    next.wasTooMuch(BatchSizer::smallest); // perhaps an accident
    next.wasTooMuch(BatchSizer::smallest);
    QCOMPARE(next.bearable(), BatchSizer::smallest / 2);
}

void TestBatchSizer::doesNotBelieveNonsense()
{
    QCOMPARE(BatchSizer({1'000'000, false}).bearable(), BatchSizer::largest);
    QCOMPARE(BatchSizer({1, true}).bearable(), BatchSizer::smallest);
    QCOMPARE(BatchSizer({-7, true}).borne(), (RowsBorne{BatchSizer::untried, false}));
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestBatchSizer)
#include "tst_batchsizer.moc"
