// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/poolbuilder.h"
#include "inventory/kinds.h"
#include "models/rowsfixture.h"
#include "models/rowsmodel.h"
#include "support/testmain.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString loading = u"  Loading members …"_s;

/// Pools with their members, with the columns that the tests look at shown.
struct PoolRows : RowsFixture
{
    PoolRows()
        : RowsFixture(poolsTable, columnSet(PoolColumn::Name, PoolColumn::Region, PoolColumn::Devices,
                                            PoolColumn::UsedPercent, PoolColumn::Over))
    {}

    InventoryStore &pools = store;
    InventoryStore &members = *below;

    void listPools(const QList<RowPatch> &patches) { list(patches); }
    void applyPools(const QList<RowPatch> &patches) { apply(patches); }
    void listMembers(const QList<RowPatch> &patches) { listIn(members, patches); }
    void applyMembers(const QList<RowPatch> &patches) { applyTo(members, patches); }
    /// Two pools with two members each, whose lists are finished.
    void fill()
    {
        listPools({namedPool(7, "US", {{PoolColumn::Devices, qint64(2)}}),
                   namedPool(5, "EU", {{PoolColumn::Devices, qint64(2)}})});
        listMembers({memberOf(5, bareMetalKey(1), "e1"), memberOf(5, virtualKey(1), "e2"),
                     memberOf(7, bareMetalKey(2), "u1"), memberOf(7, virtualKey(2), "u2")});
        model.setSettled(5);
        model.setSettled(7);
    }
    [[nodiscard]] qsizetype seenMembers() const { return model.arrangement()->children->rows.size(); }
    /// A node of the navigator: pools with this text in the column.
    void setScope(std::optional<ColumnIndex> column, const QString &text = {})
    {
        respec([column, &text](ArrangementSpec &spec) {
            spec.scopeColumn = column;
            spec.scopeText = text;
            spec.scopeIsAnyValue = column && text.isEmpty();
            spec.childScopeColumn =
                column == PoolColumn::Ends ? std::optional<ColumnIndex>(MemberColumn::Leaves) : std::nullopt;
        });
    }
    [[nodiscard]] QModelIndex pool(qint64 id, int column = PoolColumn::Name) const
    {
        return model.indexOfKey({RowKind::Pool, id}, column);
    }
    [[nodiscard]] QModelIndex member(RowKey key, int column = PoolColumn::Name) const
    {
        return model.indexOfKey(key, column);
    }
};

const QStringList filled{u"EU"_s, u"  e1"_s, u"  e2"_s, u"US"_s, u"  u1"_s, u"  u2"_s};

} // namespace

class NestedRowsModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void poolsAppear();
    void membersAppearBelowThem();
    void aRowStandsInForMembersToCome();
    void whatIsNotVisibleIsLast();
    void sortsPoolsAndMembers();
    void filtersPoolsAndMembers();
    void hasScopes();
    void removesAtOnce();
    void keepsIndexesOverAReload();
    void forgetsEverything();
    void poolsComeBackWithoutTheirMembers();
    void holdsTheOrder();
    void membersComeUpWhileHeld();
    void poolsStayWhileHeld();
    void lateOrdersMeetAChangedTable();
    void tellsTheUse();
    void tellsTheState();
    void tellsWhatMembersAre();
    void speaks();
    void cellsInTheirStates();
    void countsSignals();
    void countsSignalsOfALoad();
    void doesNotMoveWhenNothingMoved();
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
    QTRY_COMPARE(inventory.names(), QStringList({u"EU"_s, loading, u"US"_s, loading}));
    QVERIFY(arranged.count() > 0);
    inventory.listPools({namedPool(9, "APAC", {{PoolColumn::Devices, qint64(0)}})});
    QTRY_COMPARE(inventory.names(), QStringList({u"APAC"_s, u"EU"_s, loading, u"US"_s, loading}));
    QCOMPARE(inventory.pool(9).row(), 0);
    QCOMPARE(inventory.model.tableRow(inventory.pool(9)), std::optional(2));
    QVERIFY(!inventory.pool(10).isValid());
}

void NestedRowsModelTest::membersAppearBelowThem()
{
    PoolRows inventory;
    inventory.listPools({namedPool(7, "US"), namedPool(5, "EU")});
    QTRY_COMPARE(inventory.names(), QStringList({u"EU"_s, loading, u"US"_s, loading}));
    const QPersistentModelIndex pool = inventory.pool(7);
    const QPersistentModelIndex waiting = inventory.model.index(0, PoolColumn::Name, inventory.pool(7, 0));

    inventory.listMembers({memberOf(7, bareMetalKey(2), "u2"), memberOf(7, virtualKey(2), "u1")});
    QTRY_COMPARE(inventory.names(), QStringList({u"EU"_s, loading, u"US"_s, u"  u1"_s, u"  u2"_s}));
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
    QTRY_COMPARE(inventory.names(), QStringList({u"EU"_s, loading, u"US"_s}));
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
    QTRY_COMPARE(inventory.names(), QStringList({u"EU"_s, loading, u"US"_s, loading}));
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
}

void NestedRowsModelTest::sortsPoolsAndMembers()
{
    PoolRows inventory;
    inventory.fill();
    QTRY_COMPARE(inventory.names(), filled);
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
    QCOMPARE(inventory.model.spec().ofChildren(poolMembersTable).sortColumn,
             ColumnIndex(MemberColumn::PoolSharePercent));

    inventory.model.sort(PoolColumn::UsedPercent, Qt::DescendingOrder);
    QTRY_COMPARE(inventory.names(), // what is not known is last in both directions
                 QStringList({u"EU"_s, u"  e1"_s, u"  e2"_s, u"US"_s, u"  u2"_s, u"  u1"_s}));

    // Of a column that only pools have, members keep to their names.
    inventory.model.sort(PoolColumn::Devices, Qt::DescendingOrder);
    QTRY_COMPARE(inventory.model.arrangedSpec().sortColumn, ColumnIndex(PoolColumn::Devices));
    QTRY_COMPARE(inventory.names().mid(4), QStringList({u"  u1"_s, u"  u2"_s}));
    QCOMPARE(inventory.model.spec().ofChildren(poolMembersTable).sortOrder, Qt::AscendingOrder);
}

void NestedRowsModelTest::filtersPoolsAndMembers()
{
    PoolRows inventory;
    inventory.fill();
    QTRY_COMPARE(inventory.names(), filled);
    inventory.model.setFilter(u"eu"_s); // a pool is seen with all of its members
    QTRY_COMPARE(inventory.names(), filled.mid(0, 3));
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

    // Columns that are shown are searched.
    inventory.applyPools({poolCells(7, {{PoolColumn::Region, text("Tokyo")}})});
    inventory.model.setFilter(u"tokyo"_s);
    QTRY_COMPARE(inventory.model.rowCount(), 1);
    inventory.model.setShownColumns(columnSet(PoolColumn::Name));
    QTRY_COMPARE(inventory.model.rowCount(), 0);
}

void NestedRowsModelTest::hasScopes()
{
    PoolRows inventory;
    inventory.fill();
    QTRY_COMPARE(inventory.names(), filled);
    inventory.setScope(PoolColumn::Over, u"now"_s);
    QTRY_COMPARE(inventory.model.rowCount(), 0);
    inventory.applyPools({poolCells(5, {{PoolColumn::Over, text("now")}}),
                          poolCells(7, {{PoolColumn::Over, text("projected")}})});
    QTRY_COMPARE(inventory.names(), filled.mid(0, 3)); // values decide, without being asked
    inventory.setScope(PoolColumn::Over, u"projected"_s);
    QTRY_COMPARE(inventory.names(), filled.mid(3));
    inventory.setScope(PoolColumn::Ends);
    QTRY_COMPARE(inventory.model.rowCount(), 0);
    inventory.applyMembers(
        {memberCells(virtualKey(2), {{MemberColumn::Leaves, time("2026-12-01T00:00:00Z")}})});
    QTRY_COMPARE(inventory.names(), QStringList({u"US"_s, u"  u2"_s}));
    inventory.setScope(std::nullopt);
    QTRY_COMPARE(inventory.names(), filled);
}

void NestedRowsModelTest::removesAtOnce()
{
    PoolRows inventory;
    inventory.fill();
    QTRY_COMPARE(inventory.names(), filled);
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
    QTRY_COMPARE(inventory.names(), filled);
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
    QTRY_COMPARE(inventory.names(), filled);
    QSignalSpy reset(&inventory.model, &QAbstractItemModel::modelReset);
    inventory.pools.clear();
    inventory.members.clear();
    QCOMPARE(reset.count(), 2);
    QCOMPARE(inventory.model.rowCount(), 0);
    inventory.listPools({namedPool(9, "New")});
    QTRY_COMPARE(inventory.names(), QStringList({u"New"_s, loading}));
}

void NestedRowsModelTest::poolsComeBackWithoutTheirMembers()
{
    PoolRows inventory;
    inventory.fill();
    QTRY_COMPARE(inventory.names(), filled);
    inventory.members.clear();
    QVERIFY(inventory.model.isArranging()); // at once, not with the next values
    QTRY_VERIFY(!inventory.model.isArranging());
    QCOMPARE(inventory.names(), QStringList({u"EU"_s, u"US"_s}));
}

void NestedRowsModelTest::holdsTheOrder()
{
    PoolRows inventory;
    inventory.fill();
    inventory.model.sort(PoolColumn::UsedPercent, Qt::DescendingOrder);
    inventory.applyPools({poolCells(5, {{PoolColumn::UsedPercent, decimal("80")}}),
                          poolCells(7, {{PoolColumn::UsedPercent, decimal("9")}})});
    QTRY_COMPARE(inventory.model.arrangedSpec().sortColumn, ColumnIndex(PoolColumn::UsedPercent));
    QTRY_COMPARE(inventory.names(), filled);

    inventory.model.setHoldOrder(true);
    QSignalSpy layout(&inventory.model, &QAbstractItemModel::layoutChanged);
    inventory.applyPools({poolCells(7, {{PoolColumn::UsedPercent, decimal("99")}})});
    inventory.applyMembers({memberCells(virtualKey(1), {{MemberColumn::PoolSharePercent, decimal("70")}})});
    QVERIFY(!layout.wait(static_cast<int>(2 * RowsModel::arrangeInterval.count())));
    QCOMPARE(inventory.names(), filled);

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
void NestedRowsModelTest::membersComeUpWhileHeld()
{
    PoolRows inventory;
    inventory.listPools({namedPool(7, "US"), namedPool(5, "EU")});
    inventory.listMembers({memberOf(5, bareMetalKey(1), "e1"), memberOf(5, virtualKey(1), "e2")});
    QTRY_COMPARE(inventory.names(), QStringList({u"EU"_s, u"  e1"_s, u"  e2"_s, u"US"_s, loading}));
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
void NestedRowsModelTest::poolsStayWhileHeld()
{
    PoolRows inventory;
    inventory.fill();
    inventory.applyPools({poolCells(5, {{PoolColumn::UsedPercent, decimal("90")}}),
                          poolCells(7, {{PoolColumn::UsedPercent, decimal("95")}})});
    inventory.model.setFilter(u"used>80"_s);
    QTRY_VERIFY(!inventory.model.isArranging());
    QCOMPARE(inventory.names(), filled);

    inventory.model.setHoldOrder(true);
    QSignalSpy layout(&inventory.model, &QAbstractItemModel::layoutChanged);
    inventory.applyPools({poolCells(5, {{PoolColumn::UsedPercent, decimal("10")}})});
    QVERIFY(!layout.wait(static_cast<int>(2 * RowsModel::arrangeInterval.count())));
    QCOMPARE(inventory.names(), filled);
    inventory.listMembers({memberOf(7, bareMetalKey(9), "u3")});
    const QStringList longer = filled + QStringList{u"  u3"_s};
    QTRY_COMPARE(inventory.names(), longer);
    inventory.model.setHoldOrder(false);
    QTRY_COMPARE(inventory.names(), longer.mid(3));
}

void NestedRowsModelTest::lateOrdersMeetAChangedTable()
{
    PoolRows inventory;
    inventory.fill();
    QTRY_COMPARE(inventory.names(), filled);
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

void NestedRowsModelTest::tellsTheUse()
{
    PoolRows inventory;
    inventory.fill();
    QTRY_COMPARE(inventory.names(), filled);
    const QModelIndex eu = inventory.pool(5, PoolColumn::UsedPercent);
    QVERIFY(!eu.data(UsageRole).isValid()); // not known: no bar at all
    QCOMPARE(eu.data(CellStateRole).value<CellState>(), CellState::NotAsked);

    inventory.applyPools({poolCells(5, {{PoolColumn::UsedPercent, decimal("38.04")}})});
    QCOMPARE(eu.data(UsageRole).value<Usage>(), (Usage{0.3804, std::nullopt, StateMark::Unknown}));
    QCOMPARE(eu.data().toString(), u"38.0 %"_s);
    inventory.applyPools({poolCells(5, {{PoolColumn::UsedPercent, decimal("104.5")},
                                        {PoolColumn::ProjectedPercent, decimal("141")},
                                        {PoolColumn::Over, text("now")}})});
    QCOMPARE(eu.data(UsageRole).value<Usage>(), (Usage{1.045, 1.41, StateMark::Over}));
    QCOMPARE(eu.data(Qt::ToolTipRole).toString(), u"104.5 % used, 141.0 % projected"_s);
    QCOMPARE(eu.data(RawTextRole).toString(), u"104.5"_s);
    QCOMPARE(eu.data(SortRole).toDouble(), 104.5);

    inventory.applyMembers({memberCells(bareMetalKey(1), {{MemberColumn::PoolSharePercent, decimal("44")}})});
    const QModelIndex member = inventory.member(bareMetalKey(1), PoolColumn::UsedPercent);
    QCOMPARE(member.data(UsageRole).value<Usage>(), (Usage{0.44, std::nullopt, StateMark::Unknown}));
    QCOMPARE(member.data().toString(), u"44.0 % of pool"_s);
    QCOMPARE(member.data(RawTextRole).toString(), u"44"_s);
}

void NestedRowsModelTest::tellsTheState()
{
    PoolRows inventory;
    inventory.fill();
    QTRY_COMPARE(inventory.names(), filled);
    const QModelIndex state = inventory.pool(5, PoolColumn::Over);
    const auto is = [&](const char *word, StateMark mark, const QString &shown, bool isSecondary) {
        inventory.applyPools({poolCells(5, {{PoolColumn::Over, text(word)}})});
        QCOMPARE(StateMark(state.data(StateMarkRole).toInt()), mark);
        QCOMPARE(state.data().toString(), shown);
        QCOMPARE(state.data(IsSecondaryRole).toBool(), isSecondary);
    };
    is("now", StateMark::Over, u"Over now"_s, false);
    is("projected", StateMark::ProjectedOver, u"Projected over"_s, false);
    is("no", StateMark::Unknown, u"Within"_s, true);
    QVERIFY(!inventory.pool(5).data(StateMarkRole).isValid());
    QVERIFY(!inventory.pool(5).data(IsSecondaryRole).toBool());
}

void NestedRowsModelTest::tellsWhatMembersAre()
{
    PoolRows inventory;
    inventory.fill();
    QTRY_COMPARE(inventory.names(), filled);
    const QModelIndex place = inventory.member(bareMetalKey(1), PoolColumn::Region);
    QCOMPARE(place.data().toString(), u"Bare metal"_s); // it is known before the place is
    inventory.applyMembers({memberCells(bareMetalKey(1), {{MemberColumn::Datacenter, text("fra02")}})});
    QCOMPARE(place.data().toString(), u"Bare metal · fra02"_s);
    QCOMPARE(place.data(RawTextRole).toString(), u"fra02"_s);
    QVERIFY(place.data(IsSecondaryRole).toBool());
    QVERIFY(!place.siblingAtColumn(PoolColumn::Name).data(IsSecondaryRole).toBool());
    QCOMPARE(place.data(KeyRole).value<RowKey>(), bareMetalKey(1));
    QCOMPARE(inventory.pool(5).data(KeyRole).value<RowKey>(), (RowKey{RowKind::Pool, 5}));
    QCOMPARE(place.siblingAtColumn(PoolColumn::Devices).data().toString(), QString()); // pools have them
    QCOMPARE(place.siblingAtColumn(PoolColumn::Devices).data(CellStateRole).value<CellState>(),
             CellState::Value);
}

void NestedRowsModelTest::speaks()
{
    PoolRows inventory;
    inventory.fill();
    QTRY_COMPARE(inventory.names(), filled);
    const auto spoken = [](const QModelIndex &index) {
        return index.data(Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(spoken(inventory.pool(5)), u"EU"_s);
    QCOMPARE(spoken(inventory.pool(5, PoolColumn::UsedPercent)), u"waiting to be loaded"_s);
    inventory.applyPools({poolCells(5, {{PoolColumn::UsedPercent, decimal("78")},
                                        {PoolColumn::ProjectedPercent, decimal("118")},
                                        {PoolColumn::Over, text("projected")}})});
    QCOMPARE(spoken(inventory.pool(5, PoolColumn::UsedPercent)), u"78.0 % used, 118.0 % projected"_s);
    QCOMPARE(spoken(inventory.pool(5, PoolColumn::Over)), u"Projected over"_s);
    inventory.applyMembers({memberCells(bareMetalKey(1), {{MemberColumn::PoolSharePercent, decimal("44")},
                                                          {MemberColumn::Datacenter, text("fra02")}})});
    QCOMPARE(spoken(inventory.member(bareMetalKey(1), PoolColumn::UsedPercent)), u"44.0 % of pool"_s);
    QCOMPARE(spoken(inventory.member(bareMetalKey(1), PoolColumn::Region)), u"Bare metal · fra02"_s);
    inventory.listPools({namedPool(9, "New")});
    QTRY_COMPARE(inventory.model.rowCount(), 3);
    QCOMPARE(spoken(inventory.model.index(0, PoolColumn::Name, inventory.pool(9, 0))), loading.trimmed());
}

void NestedRowsModelTest::cellsInTheirStates()
{
    PoolRows inventory;
    inventory.fill();
    QTRY_COMPARE(inventory.names(), filled);
    const QModelIndex cell = inventory.pool(7, PoolColumn::UsedPercent);
    const auto is = [&cell](CellState state, const QString &shown) {
        QCOMPARE(cell.data(CellStateRole).value<CellState>(), state);
        QCOMPARE(cell.data().toString(), shown);
        QVERIFY(!cell.data(UsageRole).isValid() || state == CellState::Value || state == CellState::Stale);
    };
    const QList<int> row{*inventory.model.tableRow(cell)};
    const GroupSet usage = groupSet(PoolGroup::Usage);
    is(CellState::NotAsked, {});
    inventory.pools.setLoading(row, usage);
    is(CellState::Loading, {});
    inventory.pools.setFailure(row, usage, CellState::Refused, ApiError::make(ApiError::Kind::Forbidden));
    is(CellState::Refused, u"not permitted"_s);
    inventory.pools.setFailure(row, usage, CellState::Failed, ApiError::make(ApiError::Kind::Timeout));
    is(CellState::Failed, u"retry"_s);
    inventory.applyPools({poolCells(7, {{PoolColumn::UsedPercent, decimal("5")}})});
    is(CellState::Value, u"5.0 %"_s);
    inventory.pools.beginLoad();
    is(CellState::Stale, u"5.0 %"_s);
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

void NestedRowsModelTest::doesNotMoveWhenNothingMoved()
{
    PoolRows inventory;
    inventory.fill();
    QTRY_COMPARE(inventory.names(), filled);
    QSignalSpy layout(&inventory.model, &QAbstractItemModel::layoutChanged);
    QSignalSpy arranged(&inventory.model, &RowsModel::arranged);
    inventory.applyPools({namedPool(5, "EU west")}); // still the first one
    QTRY_VERIFY(arranged.count() > 0);
    QCOMPARE(layout.count(), 0);
    QCOMPARE(inventory.pool(5).data().toString(), u"EU west"_s);
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
    QTRY_COMPARE(inventory.names(), filled);
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
