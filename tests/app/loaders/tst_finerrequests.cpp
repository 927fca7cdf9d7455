// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/finerrequests.h"

#include "app/inventory/tablebuilder.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;

class TestFinerRequests : public QObject
{
    Q_OBJECT

    using Form = DetailRequest::Form;
    using Reason = DetailRequest::Reason;

private Q_SLOTS:
    void mostUrgentThenNewestFirst();
    void rowsGoOneAtATimeUntilOneCame();
    void kindsDoNotWaitForEachOther();
    void takesOutWhatIsMeant();
    void takesOutAllAndForgets();

private:
    static DetailRequest half(qint64 id, Priority priority = Priority::Sweep)
    {
        return {RowKind::Virtual,
                {id, id + 1},
                groupSet(ServerGroup::Size),
                Form::Batch,
                Reason::Wanted,
                priority,
                0};
    }
    static DetailRequest row(qint64 id, RowKind kind = RowKind::Virtual)
    {
        return {kind,
                {id},
                groupSet(ServerGroup::Size, ServerGroup::Tags),
                Form::Single,
                Reason::Wanted,
                Priority::Sweep,
                0,
                DetailRequest::Purpose::Narrow};
    }
    static QList<qint64> takeIds(FinerRequests &queue)
    {
        QList<qint64> ids;
        while (queue.mostUrgent())
            ids += queue.take().ids.first();
        return ids;
    }
};

void TestFinerRequests::mostUrgentThenNewestFirst()
{
    FinerRequests queue;
    QVERIFY(!queue.mostUrgent());
    queue.push({half(1), half(2)});
    queue.push({half(10), half(20, Priority::Visible), half(30)});
    QCOMPARE(queue.mostUrgent(), std::optional(Priority::Visible));
    QCOMPARE(takeIds(queue), (QList<qint64>{20, 10, 30, 1, 2}));
    QVERIFY(queue.isEmpty());
}

void TestFinerRequests::rowsGoOneAtATimeUntilOneCame()
{
    FinerRequests queue;
    queue.push({row(1), row(2), row(3), row(4), row(5)});
    const DetailRequest first = queue.take();
    QVERIFY(!queue.mostUrgent()); // the others wait for what becomes of it
    QVERIFY(!queue.isEmpty());

    queue.ended(first, false);
    const DetailRequest second = queue.take();
    QCOMPARE(second.ids, QList<qint64>{2});
    QVERIFY(!queue.mostUrgent());

    queue.ended(second, true);
    QCOMPARE(takeIds(queue), (QList<qint64>{3, 4, 5}));
}

void TestFinerRequests::kindsDoNotWaitForEachOther()
{
    FinerRequests queue;
    queue.push({row(1), row(2), row(3, RowKind::BareMetal), row(4, RowKind::BareMetal), half(5)});
    QCOMPARE(takeIds(queue), (QList<qint64>{5, 3, 1}));
}

void TestFinerRequests::takesOutWhatIsMeant()
{
    FinerRequests queue;
    queue.push({row(1), half(2), row(3), half(4)});
    const QList<DetailRequest> taken =
        queue.takeIf([](const DetailRequest &ask) { return ask.ids.first() > 2; });
    QCOMPARE(taken.size(), 2);
    QCOMPARE(takeIds(queue), (QList<qint64>{2, 1}));
}

void TestFinerRequests::takesOutAllAndForgets()
{
    FinerRequests queue;
    queue.push({row(1), row(2), half(3)});
    QCOMPARE(queue.take().ids.first(), 3);
    QCOMPARE(queue.take().ids.first(), 1);
    QCOMPARE(queue.takeAll().size(), 1);
    QVERIFY(queue.isEmpty());
    queue.push({row(4)});
    QVERIFY(queue.mostUrgent()); // nobody will tell of row 1 any more
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestFinerRequests)
#include "tst_finerrequests.moc"
