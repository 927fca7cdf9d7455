// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/poolrows.h"
#include "support/testmain.h"

#include <QItemSelectionRange>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// What the cells of pools and of their members say.
class NestedRowsCellsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheUse();
    void barsOfMembersAreMeasuredByTheLargest();
    void tellsTheState();
    void tellsWhatMembersAre();
    void tellsTheAddressesOfMembers();
    void speaks();
    void cellsInTheirStates();
};

void NestedRowsCellsTest::tellsTheUse()
{
    PoolRows inventory;
    inventory.fill();
    QTRY_COMPARE(inventory.names(), filledPools);
    const QModelIndex eu = inventory.pool(5, PoolColumn::UsedPercent);
    QVERIFY(!eu.data(UsageRole).isValid()); // not known: no bar at all
    QCOMPARE(eu.data(CellStateRole).value<CellState>(), CellState::NotAsked);

    inventory.applyPools({poolCells(5, {{PoolColumn::UsedPercent, decimal("38.04")}})});
    QCOMPARE(eu.data(UsageRole).value<Usage>(), (Usage{0.3804, std::nullopt, StateMark::Unknown}));
    QCOMPARE(eu.data().toString(), u"38.0 % used"_s);
    inventory.applyPools({poolCells(5, {{PoolColumn::UsedPercent, decimal("104.5")},
                                        {PoolColumn::ProjectedPercent, decimal("141")},
                                        {PoolColumn::Over, text("now")}})});
    QCOMPARE(eu.data(UsageRole).value<Usage>(), (Usage{1.045, 1.41, StateMark::Over}));
    QCOMPARE(eu.data(Qt::ToolTipRole).toString(), u"104.5 % used, 141.0 % projected"_s);
    inventory.applyPools({poolCells(5, {{PoolColumn::UsedPercent, decimal("104.5")},
                                        {PoolColumn::ProjectedPercent, decimal("141")},
                                        {PoolColumn::OverByGb, decimal("4210.25")},
                                        {PoolColumn::Over, text("now")}})});
    QCOMPARE(eu.data().toString(), u"104.5 % used"_s); // not too much by that
    QCOMPARE(eu.data(Qt::ToolTipRole).toString(), u"104.5 % used, 141.0 % projected, over by 4,210.3 GB"_s);
    QCOMPARE(eu.data(Qt::AccessibleTextRole).toString(), eu.data(Qt::ToolTipRole).toString());
    QCOMPARE(eu.data(RawTextRole).toString(), u"104.5"_s);
    QCOMPARE(eu.data(SortRole).toDouble(), 104.5);

    inventory.applyMembers({memberCells(bareMetalKey(1), {{MemberColumn::PoolSharePercent, decimal("44")}})});
    const QModelIndex member = inventory.member(bareMetalKey(1), PoolColumn::UsedPercent);
    QCOMPARE(member.data(UsageRole).value<Usage>(), (Usage{1, std::nullopt, StateMark::Unknown}));
    QCOMPARE(member.data().toString(), u"44.0 % of pool"_s);
    QCOMPARE(member.data(RawTextRole).toString(), u"44"_s);
}

/// A member among hundreds has some per cent of its pool: its bar is measured by the largest one's.
void NestedRowsCellsTest::barsOfMembersAreMeasuredByTheLargest()
{
    PoolRows inventory;
    inventory.fill();
    QTRY_COMPARE(inventory.names(), filledPools);
    const auto bar = [&inventory](RowKey key) {
        return inventory.member(key, PoolColumn::UsedPercent).data(UsageRole).value<Usage>().used;
    };
    const auto share = [&inventory](RowKey key, const char *percent) {
        inventory.applyMembers({memberCells(key, {{MemberColumn::PoolSharePercent, decimal(percent)}})});
    };
    share(bareMetalKey(1), "2");
    share(virtualKey(1), "8");
    share(bareMetalKey(2), "0"); // of another pool
    QCOMPARE(bar(bareMetalKey(1)), 0.25);
    QCOMPARE(bar(virtualKey(1)), 1.0);
    QCOMPARE(bar(bareMetalKey(2)), 0.0);
    share(bareMetalKey(2), "50");
    QCOMPARE(bar(bareMetalKey(1)), 0.25);
    QSignalSpy changed(&inventory.model, &QAbstractItemModel::dataChanged);
    share(bareMetalKey(1), "16"); // as they come
    QCOMPARE(bar(virtualKey(1)), 0.5);
    const QModelIndex other = inventory.member(virtualKey(1), PoolColumn::UsedPercent);
    QVERIFY(std::any_of(changed.cbegin(), changed.cend(), [&other](const QList<QVariant> &told) {
        return QItemSelectionRange(told.at(0).toModelIndex(), told.at(1).toModelIndex()).contains(other);
    }));
    QCOMPARE(other.data(Qt::ToolTipRole).toString(),
             u"8.0 % of pool\nThe longest bar is that of the pool's largest member."_s);

    // What stands for many members is none of them, whatever they have together.
    inventory.listMembers({memberOf(5, remainderKey(5), "40 devices not visible to this key")});
    QTRY_VERIFY(inventory.member(remainderKey(5)).isValid());
    share(remainderKey(5), "76");
    QCOMPARE(bar(bareMetalKey(1)), 1.0);
}

void NestedRowsCellsTest::tellsTheState()
{
    PoolRows inventory;
    inventory.fill();
    QTRY_COMPARE(inventory.names(), filledPools);
    const QModelIndex state = inventory.pool(5, PoolColumn::Over);
    const auto is = [&](const char *word, StateMark mark, const QString &shown, bool isSecondary) {
        inventory.applyPools({poolCells(5, {{PoolColumn::Over, text(word)}})});
        QCOMPARE(StateMark(state.data(StateMarkRole).toInt()), mark);
        QCOMPARE(state.data().toString(), shown);
        QCOMPARE(state.data(IsSecondaryRole).toBool(), isSecondary);
    };
    is("now", StateMark::Over, u"Over now"_s, false);
    is("projected", StateMark::ProjectedOver, u"Projected over"_s, false);
    is("no", StateMark::Plain, u"Within"_s, true);
    const auto toolTip = [&state] { return state.data(Qt::ToolTipRole).toString(); };
    QCOMPARE(toolTip(),
             u"By the end of the billing cycle no more is expected to go out than is allocated."_s);
    inventory.applyPools({poolCells(5, {{PoolColumn::UsedPercent, decimal("78")},
                                        {PoolColumn::ProjectedPercent, decimal("118")},
                                        {PoolColumn::OverByGb, decimal("180")},
                                        {PoolColumn::Over, text("projected")}})});
    QCOMPARE(toolTip(), u"More is expected to go out by the end of the billing cycle than is allocated.\n"
                        "78.0 % used, 118.0 % projected, over by 180.0 GB"_s);
    QVERIFY(!inventory.pool(5).data(StateMarkRole).isValid());
    QVERIFY(!inventory.pool(5).data(IsSecondaryRole).toBool());
}

void NestedRowsCellsTest::tellsWhatMembersAre()
{
    PoolRows inventory;
    inventory.fill();
    QTRY_COMPARE(inventory.names(), filledPools);
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

/// They are copied as one line from here, too.
void NestedRowsCellsTest::tellsTheAddressesOfMembers()
{
    PoolRows inventory;
    inventory.fill();
    QTRY_COMPARE(inventory.names(), filledPools);
    const QModelIndex address = inventory.member(bareMetalKey(1), PoolColumn::PublicIp);
    QCOMPARE(address.data(CellStateRole).value<CellState>(), CellState::NotAsked);
    inventory.applyMembers({memberCells(bareMetalKey(1), {{MemberColumn::PublicIp, text("192.0.2.7")}})});
    QCOMPARE(address.data().toString(), u"192.0.2.7"_s);
    QCOMPARE(address.data(RawTextRole).toString(), u"192.0.2.7"_s);
    const QModelIndex ofPool = inventory.pool(5, PoolColumn::PublicIp);
    QCOMPARE(ofPool.data().toString(), QString());
    QCOMPARE(ofPool.data(CellStateRole).value<CellState>(), CellState::Empty); // nothing is to come

    inventory.model.setShownColumns(columnSet(PoolColumn::Name, PoolColumn::PublicIp));
    QVERIFY(inventory.model.usedChildColumns().test(MemberColumn::PublicIp)); // and is asked for
}

void NestedRowsCellsTest::speaks()
{
    PoolRows inventory;
    inventory.fill();
    QTRY_COMPARE(inventory.names(), filledPools);
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
    QCOMPARE(spoken(inventory.model.index(0, PoolColumn::Name, inventory.pool(9, 0))),
             loadingMembers.trimmed());
}

void NestedRowsCellsTest::cellsInTheirStates()
{
    PoolRows inventory;
    inventory.fill();
    QTRY_COMPARE(inventory.names(), filledPools);
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
    is(CellState::Value, u"5.0 % used"_s);
    inventory.pools.beginLoad();
    is(CellState::Stale, u"5.0 % used"_s);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, NestedRowsCellsTest)
#include "tst_nestedrowscells.moc"
