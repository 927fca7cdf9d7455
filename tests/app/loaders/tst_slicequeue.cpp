// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/slicequeue.h"
#include "support/testmain.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <deque>
#include <functional>
#include <limits>

using namespace layerscope;

namespace {

/// What came of a list of which some rows keep each call that asks for them from being answered.
struct QuietRun
{
    QSet<qint64> came;
    int calls = 0;
    int silences = 0;
    bool isSilent = false; ///< It was given up.
};

QuietRun runQuietList(SliceQueue &queue, qint64 rows, int callsAtOnce,
                      const std::function<bool(qint64)> &isQuiet)
{
    QuietRun run;
    std::deque<Slice> underWay;
    const auto end = [rows](const Slice &slice) {
        return std::min<qint64>(slice.limit().offset + slice.limit().count, rows);
    };
    const auto isAnswered = [&](const Slice &slice) {
        for (qint64 row = slice.from(); row < end(slice); ++row) {
            if (isQuiet(row))
                return false;
        }
        return true;
    };
    while (!run.isSilent && run.calls < 1'000) {
        for (int free = callsAtOnce - static_cast<int>(underWay.size()); free > 0; --free) {
            if (!queue.hasNext(static_cast<int>(underWay.size())))
                break;
            underWay.push_back(queue.take());
            ++run.calls;
        }
        if (underWay.empty())
            break;
        // Silence takes all the time of a call, so the others end before.
        auto next = std::find_if(underWay.begin(), underWay.end(), isAnswered);
        const bool comes = next != underWay.end();
        if (!comes)
            next = underWay.begin();
        const Slice slice = *next;
        underWay.erase(next);
        if (comes) {
            for (qint64 row = slice.from(); row < end(slice); ++row)
                run.came.insert(row);
            queue.succeeded(slice, std::max<qint64>(0, end(slice) - slice.from()));
            queue.seen(end(slice));
        } else {
            ++run.silences;
            (void)queue.unanswered(slice);
        }
        run.isSilent = queue.isSilent(static_cast<int>(underWay.size()));
    }
    return run;
}

} // namespace

class TestSliceQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsWhatHadNoAnswerIntoEighths();
    void eachPageWithoutAnAnswerHasALastTry();
    void oneQuietRowEndsNoList_data();
    void oneQuietRowEndsNoList();
    void oneQuietPageEndsNoList_data();
    void oneQuietPageEndsNoList();
    void aQuietListEndsSoon_data();
    void aQuietListEndsSoon();
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

/// Two of them go out at once, which share no row; the others as soon as one of those came.
void TestSliceQueue::cutsWhatHadNoAnswerIntoEighths()
{
    SliceQueue queue(1000);
    queue.planTo(60);
    const Slice page = queue.take();
    QCOMPARE(page.lastTry, 0);
    QVERIFY(queue.unanswered(page) == SliceQueue::AfterFailure::Again);
    QVERIFY(queue.isLastTry());
    const Slice first = queue.take();
    QVERIFY(queue.hasNext(1));
    const Slice second = queue.take();
    QVERIFY(!queue.hasNext(2));
    QVERIFY(first.lastTry > 0);
    QCOMPARE(second.lastTry, first.lastTry);
    QCOMPARE(first.offset, 0);
    QCOMPARE(first.count, 8);
    QVERIFY(!second.sharesRowWith(first));
    QCOMPARE(second.offset, 16);
    queue.succeeded(second, 0); // an end proves nothing of the rows before it
    QVERIFY(queue.isLastTry());
    queue.succeeded(second, 9);
    QVERIFY(!queue.isLastTry());
    QCOMPARE(queue.take().offset, 8); // between the two
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

/// It is over with the list when none of them was answered, and not before; if one was, the others have
/// another one, and those of an earlier round count for nothing.
void TestSliceQueue::eachPageWithoutAnAnswerHasALastTry()
{
    SliceQueue queue(pageSize);
    queue.planTo(3 * pageSize);
    const auto takeRound = [&queue] {
        QList<Slice> tries;
        while (queue.hasNext(static_cast<int>(tries.size())))
            tries.append(queue.take());
        return tries;
    };
    const QList<Slice> pages = takeRound();
    QCOMPARE(pages.size(), 3);
    for (const Slice &page : pages)
        QVERIFY(queue.unanswered(page) == AfterFailure::Again);

    const QList<Slice> tries = takeRound();
    QCOMPARE(tries.size(), 3);
    QSet<qint64> tried;
    for (const Slice &slice : tries)
        tried.insert(slice.page);
    QCOMPARE(tried, QSet<qint64>({0, pageSize, 2 * pageSize}));
    (void)queue.unanswered(tries[0]);
    QVERIFY(!queue.isSilent(2));
    SliceQueue other = queue;
    (void)other.unanswered(tries[1]);
    QVERIFY(!other.isSilent(1));
    (void)other.unanswered(tries[2]);
    QVERIFY(other.isSilent(0));

    queue.succeeded(tries[2], tries[2].limit().count);
    QVERIFY(!queue.isLastTry());
    QVERIFY(!queue.isSilent(0));
    // All that waits goes out now; the first that has no answer begins another round.
    const Slice next = queue.take();
    QCOMPARE(next.lastTry, 0);
    (void)queue.unanswered(next);
    const Slice again = queue.take();
    QVERIFY(again.lastTry > tries[0].lastTry);
    (void)queue.unanswered(tries[1]); // of the round before
    (void)queue.unanswered(again);
    QVERIFY(!queue.isSilent(0));
    QVERIFY(queue.hasNext(0));
}

void TestSliceQueue::oneQuietRowEndsNoList_data()
{
    QTest::addColumn<qint64>("rows");
    QTest::addColumn<int>("callsAtOnce");
    for (const qint64 rows : {90, 250}) {
        for (const int callsAtOnce : {1, 2, 30})
            QTest::addRow("%lld rows, %d at once", static_cast<long long>(rows), callsAtOnce)
                << rows << callsAtOnce;
    }
}

/// Whichever it is: all come but that row and, since pages share rows, the next one.
void TestSliceQueue::oneQuietRowEndsNoList()
{
    QFETCH(const qint64, rows);
    QFETCH(const int, callsAtOnce);
    for (qint64 quiet = 0; quiet < rows; ++quiet) {
        SliceQueue queue(pageSize);
        queue.planTo(rows);
        const QuietRun run =
            runQuietList(queue, rows, callsAtOnce, [quiet](qint64 row) { return row == quiet; });
        const QByteArray which = QByteArray::number(quiet);
        QVERIFY2(run.came.size() >= rows - 2, which.constData());
        QVERIFY2(run.silences <= 7, which.constData());
    }
}

void TestSliceQueue::oneQuietPageEndsNoList_data()
{
    QTest::addColumn<int>("callsAtOnce");
    QTest::newRow("one at a time") << 1;
    QTest::newRow("two at a time") << 2;
    QTest::newRow("thirty at a time") << 30;
}

/// The page behind it has a row of it, so that its first call has no answer, either.
void TestSliceQueue::oneQuietPageEndsNoList()
{
    QFETCH(const int, callsAtOnce);
    for (const qint64 first : {0, 300, 900}) {
        SliceQueue queue(pageSize);
        queue.planTo(10 * pageSize);
        const QuietRun run = runQuietList(queue, 10 * pageSize, callsAtOnce, [first](qint64 row) {
            return row >= first && row < first + pageSize;
        });
        const QByteArray what = QByteArray::number(first) + ": " + QByteArray::number(run.came.size());
        QVERIFY2(run.came.size() >= 9 * pageSize - 1, what.constData());
        QVERIFY2(run.calls <= 100, what.constData());
    }
}

void TestSliceQueue::aQuietListEndsSoon_data()
{
    QTest::addColumn<qint64>("rows");
    QTest::addColumn<qint64>("quietFrom");
    QTest::addColumn<int>("callsAtOnce");
    QTest::addColumn<int>("silences");
    QTest::newRow("a page, one at a time") << qint64{33} << qint64{0} << 1 << 3;
    QTest::newRow("a page, thirty at a time") << qint64{33} << qint64{0} << 30 << 3;
    QTest::newRow("from the middle on, one at a time") << qint64{1000} << qint64{300} << 1 << 3;
    QTest::newRow("from the middle on, two at a time") << qint64{1000} << qint64{300} << 2 << 4;
    // Each of seven pages once, and once a piece of it.
    QTest::newRow("from the middle on, thirty at a time") << qint64{1000} << qint64{300} << 30 << 15;
}

void TestSliceQueue::aQuietListEndsSoon()
{
    QFETCH(const qint64, rows);
    QFETCH(const qint64, quietFrom);
    QFETCH(const int, callsAtOnce);
    QFETCH(const int, silences);
    SliceQueue queue(pageSize);
    queue.planTo(rows);
    const QuietRun run =
        runQuietList(queue, rows, callsAtOnce, [quietFrom](qint64 row) { return row >= quietFrom; });
    QVERIFY(run.isSilent);
    QCOMPARE(run.came.size(), quietFrom);
    QCOMPARE_LE(run.silences, silences);
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestSliceQueue)
#include "tst_slicequeue.moc"
