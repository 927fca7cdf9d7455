// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/slicequeue.h"
#include "support/testmain.h"

#include <QTest>

#include <algorithm>
#include <limits>

using namespace layerscope;

class TestSliceQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsWhatHadNoAnswerIntoEighths();
    void pagesShareARow();
    void aLimitIsNeverOne();
    void pagesGoOutABoundedWayAhead();
    void lessIsAskedForAfterAFailure();
    void oneBadRowIsFound();
    void whatFailsAlwaysIsGivenUp();
    void othersWaitWhileNothingSucceeds();

private:
    using AfterFailure = SliceQueue::AfterFailure;
    static constexpr int pageSize = 100;
};

void TestSliceQueue::pagesShareARow()
{
    SliceQueue queue(pageSize);
    queue.planTo(250);
    QCOMPARE(queue.take().limit(), (ResultLimit{0, 100}));
    QCOMPARE(queue.take().limit(), (ResultLimit{99, 101}));
    QCOMPARE(queue.take().limit(), (ResultLimit{199, 101}));
    QVERIFY(!queue.hasNext(3));
    queue.planOneMore();
    QCOMPARE(queue.take().limit(), (ResultLimit{299, 101}));
}

void TestSliceQueue::aLimitIsNeverOne()
{
    QCOMPARE((Slice{0, 1, 0, {}, false}.limit()), (ResultLimit{0, 2}));
    QCOMPARE((Slice{7, 1, 0, {}, false}.limit()), (ResultLimit{6, 2}));
    SliceQueue queue(1);
    queue.planTo(1);
    QCOMPARE(queue.take().limit().count, 2);
}

void TestSliceQueue::pagesGoOutABoundedWayAhead()
{
    const auto takeAll = [](SliceQueue &queue) {
        int taken = 0;
        for (; queue.hasNext(0) && taken < 100'000; ++taken)
            (void)queue.take();
        return taken;
    };
    SliceQueue queue(pageSize);
    queue.planTo(std::numeric_limits<qint64>::max());
    QCOMPARE(takeAll(queue), 10);
    queue.seen(100);
    QCOMPARE(takeAll(queue), 1);
    queue.seen(5000);
    QCOMPARE(takeAll(queue), 89); // as many ahead as were seen
    queue.planTo(300);            // an empty page
    QCOMPARE(takeAll(queue), 0);
}

void TestSliceQueue::lessIsAskedForAfterAFailure()
{
    SliceQueue queue(pageSize);
    queue.planTo(300);
    const Slice first = queue.take();
    QVERIFY(queue.failed(first) == AfterFailure::Again);
    Slice half = queue.take();
    QCOMPARE(half.limit(), (ResultLimit{0, 50}));
    queue.succeeded(half, 50);
    half = queue.take();
    QCOMPARE(half.limit(), (ResultLimit{49, 51}));
    queue.succeeded(half, 51);
    QCOMPARE(queue.take().limit(), (ResultLimit{99, 101})); // it bears more again
}

/// Which of 100 rows cannot be loaded costs a question for each halving, and one for each other half.
void TestSliceQueue::oneBadRowIsFound()
{
    for (const qint64 bad : {0, 1, 37, 50, 98, 99}) {
        SliceQueue queue(pageSize);
        queue.planTo(pageSize);
        QList<bool> has(pageSize);
        int questions = 0;
        while (queue.hasNext(0) && questions < 1000) {
            const Slice slice = queue.take();
            ++questions;
            const ResultLimit limit = slice.limit();
            if (limit.offset <= bad && bad < limit.offset + limit.count) {
                (void)queue.failed(slice);
                continue;
            }
            for (qint64 row = limit.offset; row < std::min<qint64>(limit.offset + limit.count, pageSize);
                 ++row)
                has[row] = true;
            queue.succeeded(slice, limit.count);
        }
        QVERIFY2(has.count(false) <= 2, qPrintable(QString::number(bad)));
        QVERIFY2(questions <= 22, qPrintable(QString::number(questions)));
        QVERIFY(!queue.isHopeless());
    }
}

void TestSliceQueue::whatFailsAlwaysIsGivenUp()
{
    SliceQueue queue(1000);
    queue.planTo(100'000);
    int questions = 0;
    while (queue.hasNext(0) && !queue.isHopeless() && questions < 1000) {
        ++questions;
        (void)queue.failed(queue.take());
    }
    QCOMPARE(questions, 13); // 1 000, 500 … 2, and a few more

    // Other pages succeed in between, so that it is this page's own fault.
    SliceQueue other(1000);
    other.planTo(1000);
    questions = 0;
    while (other.hasNext(0) && questions < 1000) {
        ++questions;
        (void)other.failed(other.take());
        other.succeeded({5000, 1000, 5000, {}, false}, 10);
    }
    QCOMPARE(questions, 21);
}

void TestSliceQueue::othersWaitWhileNothingSucceeds()
{
    SliceQueue queue(pageSize);
    queue.planTo(1000);
    const Slice first = queue.take();
    const Slice second = queue.take();
    QVERIFY(queue.failed(first) == AfterFailure::Again);
    QVERIFY(!queue.hasNext(1)); // the second is under way
    QVERIFY(queue.hasNext(0));
    queue.succeeded(second, 100);
    QVERIFY(queue.hasNext(1));
}

/// Two of them go out at once; the others as soon as one of those came.
void TestSliceQueue::cutsWhatHadNoAnswerIntoEighths()
{
    SliceQueue queue(1000);
    queue.planTo(60);
    const Slice page = queue.take();
    QVERIFY(!page.isLastTry);
    QVERIFY(queue.unanswered(page) == SliceQueue::AfterFailure::Again);
    QVERIFY(queue.isLastTry());
    const Slice first = queue.take();
    QVERIFY(queue.hasNext(1));
    const Slice second = queue.take();
    QVERIFY(!queue.hasNext(2));
    QVERIFY(first.isLastTry && second.isLastTry);
    QCOMPARE(first.offset, 0);
    QCOMPARE(first.count, 8);
    QCOMPARE(second.offset, 8);
    queue.succeeded(second, 0); // an end proves nothing of the rows before it
    QVERIFY(queue.isLastTry());
    queue.succeeded(second, 9);
    QVERIFY(!queue.isLastTry());
    qint64 end = second.end();
    while (queue.hasNext(5)) {
        const Slice slice = queue.take();
        QCOMPARE(slice.offset, end);
        end = slice.end();
    }
    QCOMPARE(end, 1000); // more may come than was believed
    // The one row to blame is found: 8, 1.
    QVERIFY(queue.unanswered({8, 8, 0, {}, false}) == SliceQueue::AfterFailure::Again);
    QCOMPARE(queue.take().count, 1);
    QVERIFY(queue.unanswered({8, 1, 0, {}, false}) == SliceQueue::AfterFailure::Least);
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestSliceQueue)
#include "tst_slicequeue.moc"
