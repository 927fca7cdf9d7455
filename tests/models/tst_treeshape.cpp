// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/poolbuilder.h"
#include "app/inventory/tablebuilder.h"
#include "models/arrangementsteps.h"
#include "models/treeshape.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

using Kind = TreeNode::Kind;

TreePlace top(int row)
{
    return {row, ParentId::top};
}

TreePlace below(int parent, int row)
{
    return {row, ParentId::of(parent)};
}

/// "b" and "a" in dal10, "c" in fra02, of "d" nobody knows where it is.
InventoryTable servers()
{
    return makeTable(
        {virtualServer(1, {{ServerColumn::Fqdn, text("b")}, {ServerColumn::Datacenter, text("dal10")}}),
         virtualServer(2, {{ServerColumn::Fqdn, text("c")}, {ServerColumn::Datacenter, text("fra02")}}),
         virtualServer(3, {{ServerColumn::Fqdn, text("a")}, {ServerColumn::Datacenter, text("dal10")}}),
         virtualServer(4, {{ServerColumn::Fqdn, text("d")}})});
}

/// "b" with the tags y and x, "a" with y, "c" with x and z.
InventoryTable taggedServers()
{
    return makeTable(
        {virtualServer(1, {{ServerColumn::Fqdn, text("b")}, {ServerColumn::Tags, text("y;x")}}),
         virtualServer(2, {{ServerColumn::Fqdn, text("a")}, {ServerColumn::Tags, text("y")}}),
         virtualServer(3, {{ServerColumn::Fqdn, text("c")}, {ServerColumn::Tags, text("x;z")}})});
}

TreeShape shapeOf(const InventoryTable &table, std::optional<ColumnIndex> group = {},
                  Qt::SortOrder order = Qt::AscendingOrder)
{
    ArrangementSpec spec;
    spec.groupColumn = group;
    spec.sortOrder = order;
    return TreeShape(arrange(table, spec, CancelToken()));
}

/// "EU" with "e1" and "e2", "US" whose members are to come, "none" without any.
ArrangedTables pools()
{
    ArrangedTables tables{InventoryTable(poolCatalogue()), InventoryTable(memberCatalogue()), QSet<qint64>()};
    for (const RowPatch &row :
         {namedPool(7, "US"), namedPool(5, "EU"), namedPool(6, "none", {{PoolColumn::Devices, qint64(0)}})})
        tables.rows.listRow(row, nullptr);
    for (const RowPatch &row : {memberOf(5, bareMetalKey(2), "e2"), memberOf(5, bareMetalKey(1), "e1")})
        tables.children->listRow(row, nullptr);
    return tables;
}

TreeShape shapeOf(const ArrangedTables &tables, Qt::SortOrder order = Qt::AscendingOrder)
{
    ArrangementSpec spec = ArrangementSpec::of(poolCatalogue());
    spec.sortOrder = order;
    return TreeShape(arrange(tables, spec, CancelToken()));
}

} // namespace

class TreeShapeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAlone();
    void rowsInGroups();
    void rowsInSeveralGroups();
    void rowsWithOthersBelow();
    void comparesOrders();
    void nothingIsTheSameAsNothing();
    void movesRowsAndGroups();
    void staysInItsGroupAmongSeveral();
    void movesWhatIsBelow();
    void followsNewNumbers();
    void losesWhatWent();
};

void TreeShapeTest::rowsAlone()
{
    const TreeShape shape = shapeOf(servers());
    QVERIFY(!shape.hasTwoLevels());
    QCOMPARE(shape.countAtTop(), 4);
    QCOMPARE(shape.countBelow(0), 0);
    QCOMPARE(shape.nodeAt(top(0)), (TreeNode{Kind::Row, 2}));
    QCOMPARE(shape.nodeAt(top(4)), TreeNode());
    QCOMPARE(shape.nodeAt(TreePlace()), TreeNode());
    QCOMPARE(shape.placeOfRow(2), top(0));
    QVERIFY(!shape.placeOfRow(4).isValid());
    QVERIFY(!shape.placeOfChild(0).isValid());
}

void TreeShapeTest::rowsInGroups()
{
    const TreeShape shape = shapeOf(servers(), ServerColumn::Datacenter);
    QVERIFY(shape.hasTwoLevels());
    QCOMPARE(shape.countAtTop(), 3);
    QCOMPARE(shape.countBelow(0), 2);
    QCOMPARE(shape.countBelow(3), 0);
    QCOMPARE(shape.nodeAt(top(1)), (TreeNode{Kind::Group, 1}));
    QCOMPARE(shape.nodeAt(below(0, 1)), (TreeNode{Kind::Row, 0}));
    QCOMPARE(shape.nodeAt(below(0, 2)), TreeNode());
    QCOMPARE(shape.placeOfRow(1), below(1, 0));
    QCOMPARE(shape.placeOfRow(3), below(2, 0));
}

void TreeShapeTest::rowsInSeveralGroups()
{
    const TreeShape shape = shapeOf(taggedServers(), ServerColumn::Tags);
    QCOMPARE(shape.countAtTop(), 3); // x: b c, y: a b, z: c
    QCOMPARE(shape.countBelow(0), 2);
    QCOMPARE(shape.countBelow(1), 2);
    QCOMPARE(shape.nodeAt(below(0, 0)), (TreeNode{Kind::Row, 0}));
    QCOMPARE(shape.nodeAt(below(1, 1)), (TreeNode{Kind::Row, 0}));
    QCOMPARE(shape.placeOfRow(0), below(0, 0));
    QCOMPARE(shape.placesOfRow(0), (TreePlaces{below(0, 0), below(1, 1)}));
    QCOMPARE(shape.placesOfRow(1), (TreePlaces{below(1, 0)}));
    QVERIFY(shape.placesOfRow(3).isEmpty());
    QCOMPARE(shapeOf(taggedServers()).placesOfRow(0), (TreePlaces{top(1)}));
    QVERIFY(shape.hasSameOrder(shapeOf(taggedServers(), ServerColumn::Tags)));
}

void TreeShapeTest::rowsWithOthersBelow()
{
    const TreeShape shape = shapeOf(pools());
    QVERIFY(shape.hasTwoLevels());
    QCOMPARE(shape.countAtTop(), 3); // EU, none, US
    QCOMPARE(shape.countBelow(0), 2);
    QCOMPARE(shape.countBelow(1), 0);
    QCOMPARE(shape.countBelow(2), 1);
    QCOMPARE(shape.nodeAt(top(0)), (TreeNode{Kind::Row, 1}));
    QCOMPARE(shape.nodeAt(below(0, 0)), (TreeNode{Kind::Child, 1}));
    QCOMPARE(shape.nodeAt(below(2, 0)), (TreeNode{Kind::StandIn, 2}));
    QCOMPARE(shape.nodeAt(below(1, 0)), TreeNode());
    QCOMPARE(shape.placeOfRow(0), top(2));
    QCOMPARE(shape.placeOfChild(0), below(0, 1));
    QVERIFY(!shape.placeOfChild(2).isValid());
}

void TreeShapeTest::comparesOrders()
{
    QVERIFY(shapeOf(servers()).hasSameOrder(shapeOf(servers())));
    QVERIFY(!shapeOf(servers()).hasSameOrder(shapeOf(servers(), {}, Qt::DescendingOrder)));
    QVERIFY(!shapeOf(servers()).hasSameOrder(shapeOf(servers(), ServerColumn::Datacenter)));
    ArrangedTables tables = pools();
    QVERIFY(shapeOf(tables).hasSameOrder(shapeOf(tables)));
    tables.settled->insert(7); // nothing will come there
    QVERIFY(!shapeOf(tables).hasSameOrder(shapeOf(pools())));
}

/// Twice in a row, as with a filter that nothing fits: no pointer of an empty list may be looked at.
void TreeShapeTest::nothingIsTheSameAsNothing()
{
    const InventoryTable none(serverCatalogue());
    const InventoryTable some = servers();
    ArrangementSpec hidden;
    hidden.kind = RowKind::BareMetal; // there are only virtual ones
    const TreeShape filtered(arrange(some, hidden, CancelToken()));
    QCOMPARE(filtered.countAtTop(), 0);
    QVERIFY(shapeOf(none).hasSameOrder(shapeOf(none)));
    QVERIFY(shapeOf(none).hasSameOrder(filtered));
    QVERIFY(filtered.hasSameOrder(TreeShape(arrange(some, hidden, CancelToken()))));
    QVERIFY(!filtered.hasSameOrder(shapeOf(some)));

    const ArrangedTables empty{InventoryTable(poolCatalogue()), InventoryTable(memberCatalogue()),
                               QSet<qint64>()};
    QVERIFY(shapeOf(empty).hasSameOrder(shapeOf(empty)));
    ArrangedTables childless = pools();
    childless.children = InventoryTable(memberCatalogue());
    QVERIFY(shapeOf(childless).hasSameOrder(shapeOf(childless)));
    QVERIFY(!shapeOf(childless).hasSameOrder(shapeOf(pools())));
}

void TreeShapeTest::movesRowsAndGroups()
{
    const TreeShape flat = shapeOf(servers());
    const TreeShape grouped = shapeOf(servers(), ServerColumn::Datacenter);
    const TreeShape turned = shapeOf(servers(), ServerColumn::Datacenter, Qt::DescendingOrder);
    QCOMPARE(TreeMove(flat, grouped)(top(0)), below(0, 0));
    QCOMPARE(TreeMove(grouped, flat)(below(2, 0)), top(3));
    QVERIFY(!TreeMove(grouped, flat)(top(0)).isValid());
    QCOMPARE(TreeMove(grouped, turned)(below(0, 0)), below(0, 1));
    QCOMPARE(TreeMove(grouped, turned)(top(2)), top(2)); // of which nothing is known
    QVERIFY(!TreeMove(grouped, shapeOf(servers(), ServerColumn::Kind))(top(0)).isValid());
}

void TreeShapeTest::staysInItsGroupAmongSeveral()
{
    InventoryTable table = taggedServers();
    const TreeShape shape = shapeOf(table, ServerColumn::Tags);
    const TreeShape turned = shapeOf(table, ServerColumn::Tags, Qt::DescendingOrder);
    QCOMPARE(TreeMove(shape, turned)(below(0, 0)), below(0, 1));
    QCOMPARE(TreeMove(shape, turned)(below(1, 1)), below(1, 0));
    QCOMPARE(TreeMove(shape, shapeOf(table))(below(1, 1)), top(1));
    QCOMPARE(TreeMove(shapeOf(table), shape)(top(1)), below(0, 0)); // the first of them

    // It loses a tag and gets another one: who was there is where it is now.
    table.apply(virtualServer(1, {{ServerColumn::Fqdn, text("b")}, {ServerColumn::Tags, text("y;w")}}));
    const TreeShape next = shapeOf(table, ServerColumn::Tags); // w: b, x: c, y: a b, z: c
    QCOMPARE(TreeMove(shape, next)(below(0, 0)), below(0, 0));
    QCOMPARE(TreeMove(shape, next)(below(1, 1)), below(2, 1));
    QCOMPARE(TreeMove(shape, next).rowNow(0), 0);

    // And follows new numbers.
    const QList<int> numbers{1, -1, 0};                                  // "a" went
    const TreeShape fewer(renumbered(*shape.arrangement(), numbers, 2)); // x: b c, y: b, z: c
    QCOMPARE(fewer.arrangement()->visibleRows, 2);
    QCOMPARE(fewer.placesOfRow(1), (TreePlaces{below(0, 0), below(1, 0)}));
    QCOMPARE(fewer.placesOfRow(0), (TreePlaces{below(0, 1), below(2, 0)}));
    QCOMPARE(TreeMove(shape, fewer, &numbers)(below(1, 1)), below(1, 0));
    QCOMPARE(TreeMove(shape, fewer, &numbers)(below(2, 0)), below(2, 0));
    QVERIFY(!TreeMove(shape, fewer, &numbers)(below(1, 0)).isValid());
}

void TreeShapeTest::movesWhatIsBelow()
{
    ArrangedTables tables = pools();
    const TreeShape shape = shapeOf(tables);
    const TreeShape turned = shapeOf(tables, Qt::DescendingOrder);
    QCOMPARE(TreeMove(shape, turned)(top(0)), top(2));
    QCOMPARE(TreeMove(shape, turned)(below(0, 0)), below(2, 1));
    QCOMPARE(TreeMove(shape, turned)(below(2, 0)), below(0, 0)); // what stands in still does
    tables.children->listRow(memberOf(7, bareMetalKey(3), "u2"), nullptr);
    tables.children->listRow(memberOf(7, bareMetalKey(4), "u1"), nullptr);
    const TreeShape come = shapeOf(tables);
    QCOMPARE(TreeMove(shape, come)(below(2, 0)), below(2, 0)); // the first of those who came
    QCOMPARE(come.nodeAt(below(2, 0)), (TreeNode{Kind::Child, 3}));
    tables.settled->insert(7);
    ArrangedTables empty = pools();
    empty.settled->insert(7);
    QVERIFY(!TreeMove(shape, shapeOf(empty))(below(2, 0)).isValid());
}

void TreeShapeTest::followsNewNumbers()
{
    const TreeShape shape = shapeOf(pools());
    const QList<int> poolNumbers{-1, 0, 1}; // US went
    const TreeShape fewer(renumbered(*shape.arrangement(), poolNumbers, 2));
    QCOMPARE(fewer.countAtTop(), 2);
    QCOMPARE(fewer.nodeAt(top(0)), (TreeNode{Kind::Row, 0}));
    QCOMPARE(fewer.nodeAt(below(0, 1)), (TreeNode{Kind::Child, 0}));
    QCOMPARE(TreeMove(shape, fewer, &poolNumbers)(top(1)), top(1));
    QCOMPARE(TreeMove(shape, fewer, &poolNumbers)(below(0, 1)), below(0, 1));
    QVERIFY(!TreeMove(shape, fewer, &poolNumbers)(below(2, 0)).isValid());

    const QList<int> memberNumbers{-1, 0}; // e2 went
    const TreeShape without(withChildrenRenumbered(*shape.arrangement(), memberNumbers, 1));
    QCOMPARE(without.countBelow(0), 1);
    QCOMPARE(without.countBelow(2), 1);
    QCOMPARE(without.placeOfChild(0), below(0, 0));
    QCOMPARE(TreeMove(shape, without, nullptr, &memberNumbers)(below(0, 0)), below(0, 0));
}

void TreeShapeTest::losesWhatWent()
{
    const TreeShape shape = shapeOf(pools());
    const TreeShape nothing(emptyArrangement(ArrangementSpec::of(poolCatalogue()), true));
    QCOMPARE(nothing.countAtTop(), 0);
    const TreeMove move(shape, nothing);
    for (const TreePlace place : {top(0), below(0, 0), below(2, 0), TreePlace()})
        QVERIFY(!move(place).isValid());
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TreeShapeTest)
#include "tst_treeshape.moc"
