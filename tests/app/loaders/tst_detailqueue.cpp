// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/detailqueue.h"

#include "app/inventory/tablebuilder.h"
#include "support/testmain.h"

#include <QTest>

#include <numeric>

using namespace layerscope;

/// Rows 0, 1, 2, … have the ids 100, 101, 102, …
class TestDetailQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void screenThenNeighboursThenViewThenTheRest();
    void batchesAreOfOneKindInViewOrder();
    void batchesAreOfOneSetOfGroups();
    void looksAheadWithinBounds();
    void newOrderTakesEffectAtOnce();
    void newRowsAreSeen();
    void passedRowsComeAgainAfterARestart();
    void goesOnAfterItsEnd();
    void followsNewRowNumbers();
    void wishesMayGrow();
    void heldRowsWait();
    void fewRowsThatLackAreFoundAmongMany();
    void rowsThatWereGoneAreFoundAmongMany();
    void nothingIsMissingUntilSomethingIs();

private:
    static constexpr qint64 firstId = 100;
    const GroupSet m_wanted = groupSet(ServerGroup::Size, ServerGroup::Tags);

    static InventoryTable tableOf(int rows, int everyNthIsBareMetal = 0)
    {
        InventoryTable table(serverCatalogue());
        for (int row = 0; row < rows; ++row) {
            const bool isBareMetal = everyNthIsBareMetal > 0 && row % everyNthIsBareMetal == 0;
            table.listRow(makePatch(isBareMetal ? RowKind::BareMetal : RowKind::Virtual, firstId + row, {}),
                          nullptr);
        }
        return table;
    }
    /// As the taker does it.
    static DetailRequest take(DetailQueue &queue, InventoryTable &table, int most)
    {
        DetailRequest ask = queue.take(most);
        for (const qint64 id : ask.ids)
            table.setLoading(*table.find({ask.kind, id}), ask.groups);
        return ask;
    }
    static QList<qint64> takeAll(DetailQueue &queue, InventoryTable &table, int most)
    {
        QList<qint64> ids;
        while (queue.front())
            ids += take(queue, table, most).ids;
        return ids;
    }
    static QList<qint64> idsFrom(qint64 first, int count)
    {
        QList<qint64> ids(count);
        std::iota(ids.begin(), ids.end(), first);
        return ids;
    }
};

void TestDetailQueue::screenThenNeighboursThenViewThenTheRest()
{
    InventoryTable table = tableOf(10);
    DetailQueue queue(table);
    queue.setWanted(m_wanted);
    queue.setViewOrder({{7, 8}, {9, 6}, {5, 6, 7, 8, 9, 4}});

    const auto next = [&] {
        const Priority priority = queue.front()->priority;
        const DetailRequest ask = take(queue, table, 2);
        return ask.priority == priority ? std::pair(ask.priority, ask.ids)
                                        : std::pair(priority, QList<qint64>{});
    };
    QCOMPARE(next(), std::pair(Priority::Visible, QList<qint64>{107, 108}));
    QCOMPARE(next(), std::pair(Priority::ReadAhead, QList<qint64>{109, 106}));
    QCOMPARE(next(), std::pair(Priority::Sweep, QList<qint64>{105, 104}));
    QCOMPARE(next(), std::pair(Priority::Sweep, QList<qint64>{100, 101}));
    QCOMPARE(next(), std::pair(Priority::Sweep, QList<qint64>{102, 103}));
    QVERIFY(!queue.front());
}

void TestDetailQueue::batchesAreOfOneKindInViewOrder()
{
    InventoryTable table = tableOf(10, 3); // bare metal: 0, 3, 6, 9
    DetailQueue queue(table);
    queue.setWanted(m_wanted);
    QCOMPARE(queue.front()->kind, RowKind::BareMetal);
    DetailRequest ask = take(queue, table, 3);
    QCOMPARE(ask.kind, RowKind::BareMetal);
    QCOMPARE(ask.ids, (QList<qint64>{100, 103, 106}));
    ask = take(queue, table, 3);
    QCOMPARE(ask.kind, RowKind::Virtual);
    QCOMPARE(ask.ids, (QList<qint64>{101, 102, 104}));
    ask = take(queue, table, 3);
    QCOMPARE(ask.ids, (QList<qint64>{105, 107, 108}));
    ask = take(queue, table, 3);
    QCOMPARE(ask.ids, QList<qint64>{109});
    QVERIFY(!queue.front());
}

void TestDetailQueue::batchesAreOfOneSetOfGroups()
{
    InventoryTable table = tableOf(4);
    table.apply(virtualServer(101, {{ServerColumn::Cores, qint64(2)}}));
    table.apply(virtualServer(103, {{ServerColumn::Cores, qint64(2)}, {ServerColumn::Tags, text("a")}}));
    DetailQueue queue(table);
    queue.setWanted(m_wanted);
    DetailRequest ask = take(queue, table, 10);
    QCOMPARE(ask.groups, m_wanted);
    QCOMPARE(ask.ids, (QList<qint64>{100, 102}));
    ask = take(queue, table, 10);
    QCOMPARE(ask.groups, groupSet(ServerGroup::Tags));
    QCOMPARE(ask.ids, QList<qint64>{101});
    QVERIFY(!queue.front());
}

void TestDetailQueue::looksAheadWithinBounds()
{
    constexpr int second = DetailQueue::lookahead + 100;
    InventoryTable table = tableOf(2 * second, second); // bare metal: 0 and the second one
    DetailQueue queue(table);
    queue.setWanted(m_wanted);
    QCOMPARE(take(queue, table, 100).ids, QList<qint64>{100}); // the second is too far off
    QCOMPARE(take(queue, table, 100).ids, idsFrom(101, 100));
    QCOMPARE(takeAll(queue, table, 100).size(), 2 * second - 101);
}

void TestDetailQueue::newOrderTakesEffectAtOnce()
{
    InventoryTable table = tableOf(1000);
    DetailQueue queue(table);
    queue.setWanted(m_wanted);
    QCOMPARE(take(queue, table, 50).ids, idsFrom(100, 50));
    queue.setViewOrder({{500, 501}, {}, {}});
    const DetailRequest ask = take(queue, table, 50);
    QCOMPARE(ask.priority, Priority::Visible);
    QCOMPARE(ask.ids, (QList<qint64>{600, 601}));

    QList<qint64> rest = takeAll(queue, table, 50);
    QCOMPARE(rest.size(), 1000 - 52); // each once
    QCOMPARE(QSet<qint64>(rest.cbegin(), rest.cend()).size(), rest.size());
}

void TestDetailQueue::newRowsAreSeen()
{
    InventoryTable table = tableOf(3);
    DetailQueue queue(table);
    queue.setWanted(m_wanted);
    QCOMPARE(takeAll(queue, table, 50), idsFrom(100, 3));
    table.listRow(virtualServer(103, {}), nullptr);
    QCOMPARE(takeAll(queue, table, 50), QList<qint64>{103});
}

void TestDetailQueue::passedRowsComeAgainAfterARestart()
{
    InventoryTable table = tableOf(500);
    DetailQueue queue(table);
    queue.setWanted(m_wanted);
    queue.setViewOrder({{400}, {}, {}});
    QCOMPARE(take(queue, table, 50).ids, QList<qint64>{500});
    QCOMPARE(take(queue, table, 50).ids, idsFrom(100, 50));
    table.clearLoading(400, m_wanted);
    table.clearLoading(0, m_wanted);
    queue.restart();
    QCOMPARE(take(queue, table, 50).ids, QList<qint64>{500}); // on the screen: at once
    QCOMPARE(take(queue, table, 50).ids, idsFrom(150, 50));   // the others when this pass is finished
    QCOMPARE(takeAll(queue, table, 50).last(), 100);
}

/// What lacked nothing is not looked at again in vain, but whatever comes to lack something is seen.
void TestDetailQueue::goesOnAfterItsEnd()
{
    InventoryTable table = tableOf(200);
    DetailQueue queue(table);
    queue.setWanted(m_wanted);
    QCOMPARE(takeAll(queue, table, 50).size(), 200);
    QVERIFY(!queue.front());
    queue.restart();
    queue.setViewOrder({{3}, {}, {5, 4, 3}});
    QVERIFY(!queue.front());

    table.clearLoading(7, m_wanted); // nobody has said so yet
    QVERIFY(!queue.front() || queue.front()->kind == RowKind::Virtual);
    queue.restart();
    QVERIFY(queue.front());
    QCOMPARE(takeAll(queue, table, 50), QList<qint64>{firstId + 7});
    QVERIFY(!queue.front());

    table.clearLoading(4, m_wanted);
    queue.setViewOrder({{4}, {}, {}});
    QCOMPARE(take(queue, table, 50).ids, QList<qint64>{firstId + 4});
    QVERIFY(!queue.front());
    queue.setWanted(m_wanted | groupSet(ServerGroup::Owner));
    QVERIFY(queue.front());
}

void TestDetailQueue::followsNewRowNumbers()
{
    InventoryTable table = tableOf(6);
    DetailQueue queue(table);
    queue.setWanted(m_wanted);
    queue.setViewOrder({{5, 1, 2}, {}, {}});
    QVERIFY(queue.front());
    queue.remap(table.removeRows({0, 2}));
    QCOMPARE(take(queue, table, 10).ids, (QList<qint64>{105, 101}));
    QCOMPARE(take(queue, table, 10).ids, (QList<qint64>{103, 104}));
    table.clear();
    queue.remap({});
    QVERIFY(!queue.front());
}

void TestDetailQueue::wishesMayGrow()
{
    InventoryTable table = tableOf(3);
    DetailQueue queue(table);
    QVERIFY(!queue.front());
    queue.setWanted(groupSet(ServerGroup::Size));
    QCOMPARE(takeAll(queue, table, 50), idsFrom(100, 3));
    queue.setWanted(m_wanted);
    const DetailRequest ask = take(queue, table, 50);
    QCOMPARE(ask.groups, groupSet(ServerGroup::Tags));
    QCOMPARE(ask.ids, idsFrom(100, 3));
}

/// And come as soon as they are held no more, even if all others were passed.
void TestDetailQueue::heldRowsWait()
{
    InventoryTable table = tableOf(3);
    DetailQueue queue(table);
    queue.setWanted(m_wanted);
    queue.setHeldRows({table.key(1)});
    QCOMPARE(takeAll(queue, table, 50), (QList<qint64>{100, 102}));
    queue.setHeldRows({});
    QCOMPARE(takeAll(queue, table, 50), QList<qint64>{101});
}

/// Far behind many that lack nothing, where it looks in another way.
void TestDetailQueue::fewRowsThatLackAreFoundAmongMany()
{
    constexpr int rows = 20'000;
    InventoryTable table = tableOf(rows);
    DetailQueue queue(table);
    queue.setWanted(m_wanted);
    QList<int> backwards(rows);
    std::iota(backwards.rbegin(), backwards.rend(), 0);
    queue.setViewOrder({{}, {}, backwards});
    QCOMPARE(takeAll(queue, table, 5000).size(), rows);
    QVERIFY(!queue.front());

    for (const int row : {3, 9'000, 15'000})
        table.clearLoading(row, m_wanted);
    queue.restart();
    QCOMPARE(takeAll(queue, table, 100), (QList<qint64>{15'100, 9'100, 103}));

    queue.restart();
    QVERIFY(!queue.front());
    for (const int row : {4, 16'000})
        table.clearLoading(row, m_wanted);
    queue.restart();
    table.listRow(makePatch(RowKind::Virtual, firstId + rows, {}), nullptr); // still of this pass
    QCOMPARE(takeAll(queue, table, 1), (QList<qint64>{firstId + rows, 16'100, 104}));
}

void TestDetailQueue::rowsThatWereGoneAreFoundAmongMany()
{
    constexpr int rows = 10'000;
    InventoryTable table = tableOf(rows);
    DetailQueue queue(table);
    queue.setWanted(m_wanted);
    QCOMPARE(takeAll(queue, table, 5000).size(), rows);
    table.clearLoading(6'000, m_wanted);
    table.clearLoading(8'000, m_wanted);
    table.setGone(8'000);
    queue.restart();
    QCOMPARE(take(queue, table, 1).ids, QList<qint64>{6'100});
    table.listRow(makePatch(RowKind::Virtual, 8'100, {}), nullptr); // a list has it after all
    QCOMPARE(takeAll(queue, table, 1), QList<qint64>{8'100});
}

void TestDetailQueue::nothingIsMissingUntilSomethingIs()
{
    InventoryTable table = tableOf(100);
    DetailQueue queue(table);
    queue.setWanted(m_wanted);
    QCOMPARE(takeAll(queue, table, 100).size(), 100);
    QVERIFY(!queue.front());
    RowPatch whole = makePatch(RowKind::Virtual, firstId + 100, {});
    whole.loaded |= m_wanted;
    table.listRow(whole, nullptr);
    QVERIFY(!queue.front());
    table.listRow(makePatch(RowKind::Virtual, firstId + 101, {}), nullptr);
    QCOMPARE(takeAll(queue, table, 100), QList<qint64>{firstId + 101});
    table.setFailure(5, m_wanted, CellState::Failed, ApiError::make(ApiError::Kind::Server, {}));
    QVERIFY(!queue.front());
    table.clearFailures(5, m_wanted);
    queue.restart();
    QCOMPARE(takeAll(queue, table, 100), QList<qint64>{firstId + 5});
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestDetailQueue)
#include "tst_detailqueue.moc"
