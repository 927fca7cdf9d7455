// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/poolrows.h"
#include "support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// Which pools and members are seen, in which order, and when that changes.
class NestedRowsOrderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sortsPoolsAndMembers();
    void filtersPoolsAndMembers();
    void hasScopes();
    void holdsTheOrder();
    void membersComeUpWhileHeld();
    void poolsStayWhileHeld();
    void lateOrdersMeetAChangedTable();
    void doesNotMoveWhenNothingMoved();
};

void NestedRowsOrderTest::sortsPoolsAndMembers()
{
    PoolRows inventory;
    inventory.fill();
    QTRY_COMPARE(inventory.names(), filledPools);
    inventory.applyPools({poolCells(5, {{PoolColumn::UsedPercent, decimal("80")}}),
                          poolCells(7, {{PoolColumn::UsedPercent, decimal("9")}})});
    inventory.applyMembers({memberCells(bareMetalKey(1), {{MemberColumn::PoolSharePercent, decimal("70")}}),
                            memberCells(virtualKey(1), {{MemberColumn::PoolSharePercent, decimal("30")}}),
                            memberCells(virtualKey(2), {{MemberColumn::PoolSharePercent, decimal("5")}})});
    const QPersistentModelIndex e2 = inventory.member(virtualKey(1));

    QSignalSpy layout(&inventory.model, &QAbstractItemModel::layoutChanged);
    inventory.model.sort(PoolColumn::UsedPercent, Qt::AscendingOrder);
    QTRY_COMPARE(inventory.names(),
                 QStringList({u"US"_s, u"  u2"_s, u"  u1"_s, u"EU"_s, u"  e2"_s, u"  e1"_s}));
    QVERIFY(layout.count() >= 1 && layout.count() <= 2); // pools, members
    QCOMPARE(e2, inventory.member(virtualKey(1)));
    QCOMPARE(inventory.model.spec().ofChildren(poolmembersTable).sortColumn,
             ColumnIndex(MemberColumn::PoolSharePercent));

    inventory.model.sort(PoolColumn::UsedPercent, Qt::DescendingOrder);
    QTRY_COMPARE(inventory.names(), // what is not known is last in both directions
                 QStringList({u"EU"_s, u"  e1"_s, u"  e2"_s, u"US"_s, u"  u2"_s, u"  u1"_s}));

    // Of a column that only pools have, members keep to their names.
    inventory.model.sort(PoolColumn::Devices, Qt::DescendingOrder);
    QTRY_COMPARE(inventory.model.arrangedSpec().sortColumn, ColumnIndex(PoolColumn::Devices));
    QTRY_COMPARE(inventory.names().mid(4), QStringList({u"  u1"_s, u"  u2"_s}));
    QCOMPARE(inventory.model.spec().ofChildren(poolmembersTable).sortOrder, Qt::AscendingOrder);
}

void NestedRowsOrderTest::filtersPoolsAndMembers()
{
    PoolRows inventory;
    inventory.fill();
    QTRY_COMPARE(inventory.names(), filledPools);
    inventory.model.setFilter(u"eu"_s); // a pool is seen with all of its members
    QTRY_COMPARE(inventory.names(), filledPools.mid(0, 3));
    QCOMPARE(inventory.model.arrangement()->scopeRows, 2);
    QVERIFY(!inventory.member(bareMetalKey(2)).isValid());
    inventory.model.setFilter(u"u2"_s); // else with those that pass
    QTRY_COMPARE(inventory.names(), QStringList({u"US"_s, u"  u2"_s}));
    inventory.model.setFilter(u"nothing"_s);
    QTRY_COMPARE(inventory.model.rowCount(), 0);

    // Rows that come are looked at as well.
    inventory.listMembers({memberOf(7, bareMetalKey(9), "nothing")});
    QTRY_COMPARE(inventory.names(), QStringList({u"US"_s, u"  nothing"_s}));
    inventory.model.setFilter({});
    QTRY_COMPARE(inventory.names().size(), 7);

    // Shown or not, columns are searched.
    inventory.applyPools({poolCells(7, {{PoolColumn::Region, text("Tokyo")}})});
    inventory.model.setFilter(u"tokyo"_s);
    QTRY_COMPARE(inventory.model.rowCount(), 1);
    inventory.model.setShownColumns(columnSet(PoolColumn::Name));
    QTRY_VERIFY(!inventory.model.isArranging());
    QCOMPARE(inventory.model.rowCount(), 1);
    QVERIFY(inventory.model.usedColumns().test(static_cast<std::size_t>(PoolColumn::Region)));

    // Those of members, too, of which the pools' table has none.
    inventory.applyMembers({memberCells(virtualKey(1), {{MemberColumn::PublicIp, text("198.51.100.9")}})});
    inventory.model.setFilter(u"198.51.100.9"_s);
    QTRY_COMPARE(inventory.names(), QStringList({u"EU"_s, u"  e2"_s}));
    QVERIFY(inventory.model.usedChildColumns().test(static_cast<std::size_t>(MemberColumn::PublicIp)));
}

void NestedRowsOrderTest::hasScopes()
{
    PoolRows inventory;
    inventory.fill();
    QTRY_COMPARE(inventory.names(), filledPools);
    inventory.setScope(PoolColumn::Over, u"now"_s);
    QTRY_COMPARE(inventory.model.rowCount(), 0);
    inventory.applyPools({poolCells(5, {{PoolColumn::Over, text("now")}}),
                          poolCells(7, {{PoolColumn::Over, text("projected")}})});
    QTRY_COMPARE(inventory.names(), filledPools.mid(0, 3)); // values decide, without being asked
    inventory.setScope(PoolColumn::Over, u"projected"_s);
    QTRY_COMPARE(inventory.names(), filledPools.mid(3));
    inventory.setScope(PoolColumn::Ends);
    QTRY_COMPARE(inventory.model.rowCount(), 0);
    inventory.applyMembers(
        {memberCells(virtualKey(2), {{MemberColumn::Leaves, time("2026-12-01T00:00:00Z")}})});
    QTRY_COMPARE(inventory.names(), QStringList({u"US"_s, u"  u2"_s}));
    inventory.setScope(std::nullopt);
    QTRY_COMPARE(inventory.names(), filledPools);
}

void NestedRowsOrderTest::holdsTheOrder()
{
    PoolRows inventory;
    inventory.fill();
    inventory.model.sort(PoolColumn::UsedPercent, Qt::DescendingOrder);
    inventory.applyPools({poolCells(5, {{PoolColumn::UsedPercent, decimal("80")}}),
                          poolCells(7, {{PoolColumn::UsedPercent, decimal("9")}})});
    QTRY_COMPARE(inventory.model.arrangedSpec().sortColumn, ColumnIndex(PoolColumn::UsedPercent));
    QTRY_COMPARE(inventory.names(), filledPools);

    inventory.model.setHoldOrder(true);
    QSignalSpy layout(&inventory.model, &QAbstractItemModel::layoutChanged);
    inventory.applyPools({poolCells(7, {{PoolColumn::UsedPercent, decimal("99")}})});
    inventory.applyMembers({memberCells(virtualKey(1), {{MemberColumn::PoolSharePercent, decimal("70")}})});
    QVERIFY(!layout.wait(static_cast<int>(2 * RowsModel::arrangeInterval.count())));
    QCOMPARE(inventory.names(), filledPools);

    // What the person asks for is answered all the same.
    inventory.model.setFilter(u"e2"_s);
    QTRY_COMPARE(inventory.names(), QStringList({u"EU"_s, u"  e2"_s}));
    inventory.model.setFilter({});
    inventory.model.sort(PoolColumn::Name, Qt::DescendingOrder);
    QTRY_COMPARE(inventory.names(),
                 QStringList({u"US"_s, u"  u2"_s, u"  u1"_s, u"EU"_s, u"  e2"_s, u"  e1"_s}));

    inventory.applyPools({namedPool(5, "ZZ")});
    inventory.model.setHoldOrder(false);
    QTRY_COMPARE(inventory.names().constFirst(), u"ZZ"_s);
}

/// Somebody opens a pool and waits, the pointer over the table: its members come, and nothing else moves.
void NestedRowsOrderTest::membersComeUpWhileHeld()
{
    PoolRows inventory;
    inventory.listPools({namedPool(7, "US"), namedPool(5, "EU")});
    inventory.listMembers({memberOf(5, bareMetalKey(1), "e1"), memberOf(5, virtualKey(1), "e2")});
    QTRY_COMPARE(inventory.names(), QStringList({u"EU"_s, u"  e1"_s, u"  e2"_s, u"US"_s, loadingMembers}));
    inventory.model.setHoldOrder(true);
    inventory.applyMembers({memberOf(5, bareMetalKey(1), "z")});
    inventory.listMembers({memberOf(7, bareMetalKey(2), "u1"), memberOf(5, virtualKey(3), "a")});
    QTRY_COMPARE(inventory.names(),
                 QStringList({u"EU"_s, u"  z"_s, u"  e2"_s, u"  a"_s, u"US"_s, u"  u1"_s}));
    inventory.model.setHoldOrder(false);
    QTRY_COMPARE(inventory.names(),
                 QStringList({u"EU"_s, u"  a"_s, u"  e2"_s, u"  z"_s, u"US"_s, u"  u1"_s}));
}

/// Also one that the filter would not let through any more.
void NestedRowsOrderTest::poolsStayWhileHeld()
{
    PoolRows inventory;
    inventory.fill();
    inventory.applyPools({poolCells(5, {{PoolColumn::UsedPercent, decimal("90")}}),
                          poolCells(7, {{PoolColumn::UsedPercent, decimal("95")}})});
    inventory.model.setFilter(u"used>80"_s);
    QTRY_VERIFY(!inventory.model.isArranging());
    QCOMPARE(inventory.names(), filledPools);

    inventory.model.setHoldOrder(true);
    QSignalSpy layout(&inventory.model, &QAbstractItemModel::layoutChanged);
    inventory.applyPools({poolCells(5, {{PoolColumn::UsedPercent, decimal("10")}})});
    QVERIFY(!layout.wait(static_cast<int>(2 * RowsModel::arrangeInterval.count())));
    QCOMPARE(inventory.names(), filledPools);
    inventory.listMembers({memberOf(7, bareMetalKey(9), "u3")});
    const QStringList longer = filledPools + QStringList{u"  u3"_s};
    QTRY_COMPARE(inventory.names(), longer);
    inventory.model.setHoldOrder(false);
    QTRY_COMPARE(inventory.names(), longer.mid(3));
}

void NestedRowsOrderTest::lateOrdersMeetAChangedTable()
{
    PoolRows inventory;
    inventory.fill();
    QTRY_COMPARE(inventory.names(), filledPools);
    inventory.model.sort(PoolColumn::Name, Qt::DescendingOrder); // from snapshots with all rows
    inventory.members.beginLoad();
    inventory.listMembers({memberOf(7, virtualKey(2), "u2"), memberOf(5, virtualKey(1), "e2")});
    inventory.members.removeRowsNotListed(RowKind::BareMetal);
    inventory.pools.beginLoad();
    inventory.listPools({namedPool(7, "US")});
    inventory.pools.removeRowsNotListed(RowKind::Pool);
    QTRY_COMPARE(inventory.model.arrangedSpec().sortOrder, Qt::DescendingOrder);
    QCOMPARE(inventory.names(), QStringList({u"US"_s, u"  u2"_s}));
}

void NestedRowsOrderTest::doesNotMoveWhenNothingMoved()
{
    PoolRows inventory;
    inventory.fill();
    QTRY_COMPARE(inventory.names(), filledPools);
    QSignalSpy layout(&inventory.model, &QAbstractItemModel::layoutChanged);
    QSignalSpy arranged(&inventory.model, &RowsModel::arranged);
    inventory.applyPools({namedPool(5, "EU west")}); // still the first one
    QTRY_VERIFY(arranged.count() > 0);
    QCOMPARE(layout.count(), 0);
    QCOMPARE(inventory.pool(5).data().toString(), u"EU west"_s);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, NestedRowsOrderTest)
#include "tst_nestedrowsorder.moc"
