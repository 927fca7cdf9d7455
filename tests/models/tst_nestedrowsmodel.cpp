// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/poolrows.h"
#include "support/testmain.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// Pools and members as a tree: what comes, goes and is told of it.
class NestedRowsModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void poolsAppear();
    void membersAppearBelowThem();
    void aRowStandsInForMembersToCome();
    void whatIsNotVisibleIsLast();
    void removesAtOnce();
    void keepsIndexesOverAReload();
    void forgetsEverything();
    void poolsComeBackWithoutTheirMembers();
    void countsSignals();
    void countsSignalsOfALoad();
    void namesTheColumnsItNeeds();
    void headers();
    void flagsOfRows();
    void survivesTheModelTester();
};

void NestedRowsModelTest::poolsAppear()
{
    PoolRows inventory;
    QSignalSpy arranged(&inventory.model, &RowsModel::arranged);
    inventory.listPools({namedPool(7, "US"), namedPool(5, "EU")});
    QTRY_COMPARE(inventory.names(), QStringList({u"EU"_s, loadingMembers, u"US"_s, loadingMembers}));
    QVERIFY(arranged.count() > 0);
    inventory.listPools({namedPool(9, "APAC", {{PoolColumn::Devices, qint64(0)}})});
    QTRY_COMPARE(inventory.names(),
                 QStringList({u"APAC"_s, u"EU"_s, loadingMembers, u"US"_s, loadingMembers}));
    QCOMPARE(inventory.pool(9).row(), 0);
    QCOMPARE(inventory.model.tableRow(inventory.pool(9)), std::optional(2));
    QVERIFY(!inventory.pool(10).isValid());
}

void NestedRowsModelTest::membersAppearBelowThem()
{
    PoolRows inventory;
    inventory.listPools({namedPool(7, "US"), namedPool(5, "EU")});
    QTRY_COMPARE(inventory.names(), QStringList({u"EU"_s, loadingMembers, u"US"_s, loadingMembers}));
    const QPersistentModelIndex pool = inventory.pool(7);
    const QPersistentModelIndex waiting = inventory.model.index(0, PoolColumn::Name, inventory.pool(7, 0));

    inventory.listMembers({memberOf(7, bareMetalKey(2), "u2"), memberOf(7, virtualKey(2), "u1")});
    QTRY_COMPARE(inventory.names(), QStringList({u"EU"_s, loadingMembers, u"US"_s, u"  u1"_s, u"  u2"_s}));
    QCOMPARE(pool, inventory.pool(7));
    QCOMPARE(waiting, inventory.member(virtualKey(2))); // who waited is among them
    QCOMPARE(inventory.member(virtualKey(2)).parent(), inventory.pool(7, 0));
    QCOMPARE(inventory.model.childRow(inventory.member(virtualKey(2))), std::optional(1));
    QVERIFY(!inventory.model.childRow(inventory.pool(7)));

    inventory.listPools({namedPool(3, "APAC")}); // the pool moves, its members with it
    QTRY_COMPARE(inventory.model.rowCount(), 3);
    QCOMPARE(pool.row(), 2);
    QCOMPARE(waiting, inventory.member(virtualKey(2)));
    QCOMPARE(waiting.parent().row(), 2);
}

void NestedRowsModelTest::aRowStandsInForMembersToCome()
{
    PoolRows inventory;
    inventory.listPools({namedPool(5, "EU"), namedPool(7, "US", {{PoolColumn::Devices, qint64(0)}})});
    QTRY_COMPARE(inventory.names(), QStringList({u"EU"_s, loadingMembers, u"US"_s}));
    QVERIFY(inventory.model.hasChildren(inventory.pool(5, 0)));
    QVERIFY(!inventory.model.hasChildren(inventory.pool(7, 0)));

    const QModelIndex row = inventory.model.index(0, PoolColumn::Name, inventory.pool(5, 0));
    QVERIFY(!inventory.model.childRow(row) && !inventory.model.tableRow(row));
    QVERIFY(!row.data(KeyRole).isValid());
    QVERIFY(!(row.flags() & Qt::ItemIsSelectable));
    QCOMPARE(row.data(CellStateRole).value<CellState>(), CellState::NotAsked);
    QVERIFY(row.siblingAtColumn(PoolColumn::UsedPercent).data().toString().isEmpty());
    QCOMPARE(row.siblingAtColumn(PoolColumn::UsedPercent).data(CellStateRole).value<CellState>(),
             CellState::Value); // no bar where nothing will stand

    QSignalSpy changed(&inventory.model, &QAbstractItemModel::dataChanged);
    inventory.model.setLoadRunning(false);
    QCOMPARE(row.data().toString(), u"Members were not loaded"_s);
    QVERIFY(changed.count() > 0);
    inventory.model.setLoadRunning(true);

    // None came, so there are none; whatever the pool counts.
    inventory.model.setSettled(5);
    QTRY_COMPARE(inventory.names(), QStringList({u"EU"_s, u"US"_s}));
    inventory.model.setNoneSettled();
    inventory.applyPools({poolCells(7, {{PoolColumn::Devices, qint64(3)}})});
    QTRY_COMPARE(inventory.names(), QStringList({u"EU"_s, loadingMembers, u"US"_s, loadingMembers}));
}

void NestedRowsModelTest::whatIsNotVisibleIsLast()
{
    PoolRows inventory;
    inventory.fill();
    inventory.listMembers({memberOf(5, remainderKey(5), "2 devices not visible to this key")});
    const QString hidden = u"  2 devices not visible to this key"_s;
    QTRY_COMPARE(inventory.names().mid(0, 4), QStringList({u"EU"_s, u"  e1"_s, u"  e2"_s, hidden}));
    inventory.model.sort(PoolColumn::Name, Qt::DescendingOrder);
    QTRY_COMPARE(inventory.names().mid(3), QStringList({u"EU"_s, u"  e2"_s, u"  e1"_s, hidden}));

    const QModelIndex row = inventory.member(remainderKey(5));
    QCOMPARE(row.data(StateMarkRole).toInt(), int(StateMark::Attention));
    QCOMPARE(row.data(CellStateRole).value<CellState>(), CellState::Value);
    QCOMPARE(row.siblingAtColumn(PoolColumn::Region).data().toString(), QString());

    // A list that failed can be tried again, one that was refused cannot.
    const ApiError timeout = ApiError::make(ApiError::Kind::Timeout);
    inventory.members.setFailure({*inventory.members.table().find(remainderKey(5))},
                                 groupSet(MemberGroup::Place), CellState::Failed, timeout);
    inventory.members.flush();
    QCOMPARE(row.data(CellStateRole).value<CellState>(), CellState::Failed);
    QCOMPARE(row.data(ErrorRole).toString(), timeout.message);
    QCOMPARE(row.data(Qt::ToolTipRole).toString(), timeout.message);
    QCOMPARE(row.data().toString(), hidden.trimmed());
    QVERIFY(!row.data(IsRepeatedFailureRole).toBool());
    const QModelIndex place = row.siblingAtColumn(PoolColumn::Region); // which failed with it
    QCOMPARE(place.data(CellStateRole).value<CellState>(), CellState::Failed);
    QVERIFY(place.data(IsRepeatedFailureRole).toBool());
}

void NestedRowsModelTest::removesAtOnce()
{
    PoolRows inventory;
    inventory.fill();
    QTRY_COMPARE(inventory.names(), filledPools);
    const QPersistentModelIndex us = inventory.pool(7);
    const QPersistentModelIndex u2 = inventory.member(virtualKey(2));
    const QPersistentModelIndex e1 = inventory.member(bareMetalKey(1));
    const QPersistentModelIndex e2 = inventory.member(virtualKey(1));

    inventory.members.beginLoad();
    inventory.listMembers({memberOf(5, virtualKey(1), "e2"), memberOf(7, virtualKey(2), "u2")});
    inventory.members.removeRowsNotListed(RowKind::BareMetal);
    QCOMPARE(inventory.names(), QStringList({u"EU"_s, u"  e2"_s, u"US"_s, u"  u2"_s}));
    QVERIFY(!e1.isValid());
    QCOMPARE(e2, inventory.member(virtualKey(1)));
    QCOMPARE(u2, inventory.member(virtualKey(2)));

    inventory.pools.beginLoad();
    inventory.listPools({namedPool(7, "US")});
    inventory.pools.removeRowsNotListed(RowKind::Pool);
    QCOMPARE(inventory.names(), QStringList({u"US"_s, u"  u2"_s}));
    QVERIFY(!e2.isValid());
    QCOMPARE(us, inventory.pool(7));
    QCOMPARE(us.row(), 0);
    QCOMPARE(u2, inventory.member(virtualKey(2)));
}

void NestedRowsModelTest::keepsIndexesOverAReload()
{
    PoolRows inventory;
    inventory.fill();
    QTRY_COMPARE(inventory.names(), filledPools);
    const QPersistentModelIndex us = inventory.pool(7);
    const QPersistentModelIndex u2 = inventory.member(virtualKey(2));
    QSignalSpy reset(&inventory.model, &QAbstractItemModel::modelReset);

    inventory.model.setNoneSettled();
    inventory.pools.beginLoad();
    inventory.members.beginLoad();
    inventory.listPools({namedPool(7, "Americas", {{PoolColumn::Devices, qint64(2)}}),
                         namedPool(5, "EU", {{PoolColumn::Devices, qint64(2)}})});
    QTRY_COMPARE(inventory.names(), // what is known of the members stands meanwhile
                 QStringList({u"Americas"_s, u"  u1"_s, u"  u2"_s, u"EU"_s, u"  e1"_s, u"  e2"_s}));
    QCOMPARE(us, inventory.pool(7));
    QCOMPARE(u2, inventory.member(virtualKey(2)));
    inventory.listMembers({memberOf(5, virtualKey(2), "u2")}); // has moved to another pool
    QTRY_COMPARE(u2.parent().row(), 1);
    QCOMPARE(inventory.names(),
             QStringList({u"Americas"_s, u"  u1"_s, u"EU"_s, u"  e1"_s, u"  e2"_s, u"  u2"_s}));
    QCOMPARE(reset.count(), 0);
}

void NestedRowsModelTest::forgetsEverything()
{
    PoolRows inventory;
    inventory.fill();
    QTRY_COMPARE(inventory.names(), filledPools);
    QSignalSpy reset(&inventory.model, &QAbstractItemModel::modelReset);
    inventory.pools.clear();
    inventory.members.clear();
    QCOMPARE(reset.count(), 2);
    QCOMPARE(inventory.model.rowCount(), 0);
    inventory.listPools({namedPool(9, "New")});
    QTRY_COMPARE(inventory.names(), QStringList({u"New"_s, loadingMembers}));
}

void NestedRowsModelTest::poolsComeBackWithoutTheirMembers()
{
    PoolRows inventory;
    inventory.fill();
    QTRY_COMPARE(inventory.names(), filledPools);
    inventory.members.clear();
    QVERIFY(inventory.model.isArranging()); // at once, not with the next values
    QTRY_VERIFY(!inventory.model.isArranging());
    QCOMPARE(inventory.names(), QStringList({u"EU"_s, u"US"_s}));
}

void NestedRowsModelTest::countsSignals()
{
    constexpr int poolCount = 100;
    constexpr int membersEach = 50;
    PoolRows inventory;
    QList<RowPatch> poolRows;
    QList<RowPatch> memberRows;
    for (int pool = 1; pool <= poolCount; ++pool) {
        poolRows.append(namedPool(pool, "pool"));
        for (int i = 0; i < membersEach; ++i)
            memberRows.append(memberOf(pool, bareMetalKey(pool * 1000 + i), "member"));
    }
    QSignalSpy layout(&inventory.model, &QAbstractItemModel::layoutChanged);
    inventory.listPools(poolRows);
    inventory.listMembers(memberRows);
    QTRY_COMPARE(inventory.seenMembers(), poolCount * membersEach);
    QVERIFY2(layout.count() <= 2, qPrintable(QString::number(layout.count()))); // pools, members

    // Values in a column that has no say in the order: a signal a row and nothing else.
    layout.clear();
    QSignalSpy changed(&inventory.model, &QAbstractItemModel::dataChanged);
    QList<RowPatch> values;
    for (int pool = 1; pool <= poolCount; ++pool)
        values.append(memberCells(bareMetalKey(pool * 1000), {{MemberColumn::OutPublicGb, decimal("1")}}));
    inventory.applyMembers(values);
    inventory.applyPools({poolCells(3, {{PoolColumn::FeeMonthUsd, decimal("25")}})});
    QCOMPARE(changed.count(), poolCount + 1);
    const QModelIndex first = changed.constFirst().at(0).toModelIndex();
    const QModelIndex last = changed.constFirst().at(1).toModelIndex();
    QCOMPARE(first.parent(), last.parent());
    QCOMPARE(first.row(), last.row());
    QCOMPARE(first.column(), 0);
    QCOMPARE(last.column(), inventory.model.columnCount() - 1);
    QCOMPARE(layout.count(), 0);
}

/// A new load makes all of them stale: one word for all pools, and one a pool for its members.
void NestedRowsModelTest::countsSignalsOfALoad()
{
    constexpr int poolCount = 5000; // more than are told of one by one
    constexpr int openPools = 2;
    constexpr int membersEach = 2500;
    PoolRows inventory;
    QList<RowPatch> poolRows;
    QList<RowPatch> memberRows;
    for (int pool = 1; pool <= poolCount; ++pool) {
        poolRows.append(namedPool(pool, "pool"));
        for (int i = 0; pool <= openPools && i < membersEach; ++i)
            memberRows.append(memberOf(pool, bareMetalKey(pool * 10'000 + i), "member"));
    }
    inventory.listPools(poolRows);
    inventory.listMembers(memberRows);
    QTRY_COMPARE(inventory.model.rowCount(), poolCount);
    QTRY_COMPARE(inventory.seenMembers(), openPools * membersEach);

    QSignalSpy changed(&inventory.model, &QAbstractItemModel::dataChanged);
    inventory.pools.beginLoad();
    inventory.pools.flush();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.constFirst().at(0).toModelIndex(), inventory.model.index(0, 0));
    QCOMPARE(changed.constFirst().at(1).toModelIndex().row(), poolCount - 1);

    changed.clear();
    inventory.members.beginLoad();
    inventory.members.flush();
    QCOMPARE(changed.count(), openPools);
    for (const QList<QVariant> &signal : std::as_const(changed)) {
        const QModelIndex first = signal.at(0).toModelIndex();
        const QModelIndex last = signal.at(1).toModelIndex();
        QVERIFY(first.parent().isValid());
        QCOMPARE(first.parent(), last.parent());
        QCOMPARE(first.row(), 0);
        QCOMPARE(last.row(), membersEach - 1);
    }
}

void NestedRowsModelTest::namesTheColumnsItNeeds()
{
    PoolRows inventory;
    RowsModel &model = inventory.model;
    model.setShownColumns(columnSet(PoolColumn::Name, PoolColumn::UsedPercent));
    ColumnSet pools = model.usedColumns();
    QVERIFY(pools.test(PoolColumn::UsedPercent));
    QVERIFY(!pools.test(PoolColumn::FeeMonthUsd));
    const auto counted = poolsTable.countedColumns; // in the navigator, by whoever asks
    QVERIFY(std::find(counted.begin(), counted.end(), ColumnIndex(PoolColumn::Over)) != counted.end());
    QVERIFY(model.usedChildColumns().test(MemberColumn::PoolSharePercent));
    QVERIFY(!model.usedChildColumns().test(MemberColumn::InPublicGb));
    model.setFilter(u"fee>5"_s);
    QVERIFY(model.usedColumns().test(PoolColumn::FeeMonthUsd));
    model.setFilter({});
    model.sort(PoolColumn::InPublicGb);
    QVERIFY(model.usedColumns().test(PoolColumn::InPublicGb));
    QVERIFY(model.usedChildColumns().test(MemberColumn::InPublicGb));
}

void NestedRowsModelTest::headers()
{
    const PoolRows inventory;
    const RowsModel &model = inventory.model;
    QCOMPARE(model.columnCount(), int(PoolColumn::Count));
    QCOMPARE(alignmentOf(model, PoolColumn::AllocationGb), Qt::AlignRight);
    QCOMPARE(alignmentOf(model, PoolColumn::UsedPercent), Qt::AlignLeft); // a bar begins there
    QVERIFY(!model.headerData(PoolColumn::UsedPercent, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
    QVERIFY(!model.headerData(PoolColumn::Count, Qt::Horizontal).isValid());
}

void NestedRowsModelTest::flagsOfRows()
{
    PoolRows inventory;
    inventory.fill();
    QTRY_COMPARE(inventory.names(), filledPools);
    QVERIFY(inventory.pool(5).flags() & Qt::ItemIsSelectable);
    QVERIFY(!(inventory.pool(5).flags() & Qt::ItemNeverHasChildren));
    QVERIFY(inventory.member(bareMetalKey(1)).flags() & Qt::ItemIsSelectable);
    QVERIFY(inventory.member(bareMetalKey(1)).flags() & Qt::ItemNeverHasChildren);
    QVERIFY(!inventory.model.index(2, 0).isValid());
    QVERIFY(!inventory.model.index(2, 0, inventory.pool(5, 0)).isValid());
    QVERIFY(!inventory.model.index(0, 0, inventory.member(bareMetalKey(1), 0)).isValid());
    QVERIFY(!inventory.model.index(0, 0, inventory.pool(5, PoolColumn::Region))
                 .isValid()); // column 0 has children
}

void NestedRowsModelTest::survivesTheModelTester()
{
    PoolRows inventory;
    const WatchedModel watched(inventory.model, PoolColumn::Name);
    const QSortFilterProxyModel &sorted = watched.sorted;
    const QIdentityProxyModel &identity = watched.identity;

    inventory.listPools({namedPool(7, "US"), namedPool(5, "EU"), namedPool(6, "APAC")});
    QTRY_COMPARE(inventory.model.rowCount(), 3);
    QCOMPARE(sorted.index(0, PoolColumn::Name).data().toString(), u"US"_s);
    QCOMPARE(sorted.rowCount(sorted.index(0, 0)), 1); // it waits
    inventory.listMembers({memberOf(5, bareMetalKey(1), "e1"), memberOf(7, virtualKey(2), "u2"),
                           memberOf(5, remainderKey(5), "1 device not visible to this key")});
    QTRY_COMPARE(inventory.model.rowCount(inventory.pool(5, 0)), 2);
    QCOMPARE(identity.rowCount(identity.mapFromSource(inventory.pool(5, 0))), 2);
    inventory.listMembers({memberOf(5, virtualKey(1), "e2"), memberOf(7, bareMetalKey(2), "u1")});
    inventory.model.setSettled(6);
    QTRY_COMPARE(inventory.model.rowCount(inventory.pool(6, 0)), 0);
    QTRY_COMPARE(inventory.model.rowCount(inventory.pool(5, 0)), 3);

    inventory.model.sort(PoolColumn::Name, Qt::DescendingOrder);
    QTRY_COMPARE(inventory.pool(7).row(), 0);
    inventory.model.setFilter(u"u1"_s);
    QTRY_COMPARE(sorted.rowCount(), 1);
    inventory.applyPools({poolCells(5, {{PoolColumn::Over, text("now")}})});
    inventory.model.setFilter({});
    QTRY_COMPARE(sorted.rowCount(), 3);
    inventory.setScope(PoolColumn::Over, u"now"_s);
    QTRY_COMPARE(sorted.rowCount(), 1);
    inventory.setScope(std::nullopt);
    QTRY_COMPARE(sorted.rowCount(), 3);
    inventory.model.setHoldOrder(true);
    inventory.listMembers({memberOf(6, virtualKey(6), "a1")});
    QTRY_COMPARE(inventory.model.rowCount(inventory.pool(6, 0)), 1);
    inventory.model.setHoldOrder(false);

    inventory.pools.beginLoad();
    inventory.members.beginLoad();
    inventory.listPools({namedPool(5, "EU")});
    inventory.listMembers({memberOf(5, virtualKey(1), "e2")});
    inventory.members.removeRowsNotListed(RowKind::Virtual);
    inventory.pools.removeRowsNotListed(RowKind::Pool);
    QCOMPARE(sorted.rowCount(), 1);
    inventory.pools.clear();
    inventory.members.clear();
    QCOMPARE(identity.rowCount(), 0);
    inventory.listPools({namedPool(9, "New")});
    QTRY_COMPARE(sorted.rowCount(), 1);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, NestedRowsModelTest)
#include "tst_nestedrowsmodel.moc"
