// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/poolbuilder.h"
#include "inventory/kinds.h"
#include "models/navigatorcounts.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

using Count = layerscope::NavigatorCounts::Count;

namespace {

const GroupSet wanted = groupSet(ServerGroup::Fee);

struct Tables
{
    InventoryTable servers{serverCatalogue()};
    InventoryTable pools{poolCatalogue()};
    InventoryTable members{memberCatalogue()};

    void addServers(const QList<RowPatch> &rows) { add(servers, rows); }
    void addPools(const QList<RowPatch> &rows) { add(pools, rows); }
    void addMembers(const QList<RowPatch> &rows) { add(members, rows); }
    [[nodiscard]] NavigatorCounts counts() const
    {
        return NavigatorCounts::of(servers, pools, members, wanted);
    }
    [[nodiscard]] Count attention(const char *node) const
    {
        return counts().attention.value(QString::fromLatin1(node));
    }

private:
    static void add(InventoryTable &table, const QList<RowPatch> &rows)
    {
        for (const RowPatch &row : rows)
            table.listRow(row, nullptr);
    }
};

CellValue aDay()
{
    return time("2026-12-01T00:00:00Z");
}

} // namespace

class NavigatorCountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsServers();
    void countsTransactions();
    void countsWhatIsRefused();
    void countsPools();
    void unknownUseMakesItPartial();
    void countsWhatLeaves();
    void leavingIsPartialUntilAllMembersAreKnown();
    void listsPoolsByName();
};

void NavigatorCountsTest::countsServers()
{
    Tables tables;
    tables.addServers({bareMetal(1, {{ServerColumn::Datacenter, text("dal10")}}),
                       virtualServer(1, {{ServerColumn::Datacenter, text("dal10")}}),
                       virtualServer(2, {{ServerColumn::Datacenter, text("ams03")}})});
    NavigatorCounts counts = tables.counts();
    QCOMPARE(counts.of(RowKind::BareMetal), 1);
    QCOMPARE(counts.of(RowKind::Virtual), 2);
    QCOMPARE(counts.of(serversTable), 3);
    QCOMPARE(counts.places, (QMap<QString, qint64>{{u"ams03"_s, 1}, {u"dal10"_s, 2}}));
    QVERIFY(!counts.arePlacesPartial);
    tables.addServers({virtualServer(3, {{ServerColumn::Datacenter, CellValue()}})}); // truly none
    QVERIFY(!tables.counts().arePlacesPartial);
    tables.addServers({virtualServer(4, {})}); // not known
    QVERIFY(tables.counts().arePlacesPartial);
}

void NavigatorCountsTest::countsTransactions()
{
    Tables tables;
    tables.addServers({bareMetal(1, {{ServerColumn::Transaction, text("Reloading the OS")}}),
                       bareMetal(2, {{ServerColumn::Transaction, CellValue()}})});
    QCOMPARE(tables.attention("transactions"), (Count{1, false}));
    tables.addServers({bareMetal(3, {})});
    QCOMPARE(tables.attention("transactions"), (Count{1, true}));
}

void NavigatorCountsTest::countsWhatIsRefused()
{
    Tables tables;
    tables.addServers({bareMetal(1, {}), bareMetal(2, {}), bareMetal(3, {})});
    const ApiError forbidden = ApiError::make(ApiError::Kind::Forbidden);
    tables.servers.setFailure(0, wanted, CellState::Refused, forbidden);
    tables.servers.setFailure(1, wanted, CellState::Failed, ApiError::make(ApiError::Kind::Timeout));
    tables.servers.setFailure(2, groupSet(ServerGroup::Owner), CellState::Refused, forbidden); // not shown
    QCOMPARE(tables.attention("refused"), (Count{1, false}));
}

void NavigatorCountsTest::countsPools()
{
    Tables tables;
    tables.addPools({namedPool(1, "a", {{PoolColumn::Over, text("now")}}),
                     namedPool(2, "b", {{PoolColumn::Over, text("projected")}}),
                     namedPool(3, "c", {{PoolColumn::Over, text("now")}}),
                     namedPool(4, "d", {{PoolColumn::Over, text("no")}})});
    const NavigatorCounts counts = tables.counts();
    QCOMPARE(counts.of(poolsTable), 4);
    QCOMPARE(tables.attention("over"), (Count{2, false}));
    QCOMPARE(tables.attention("projected_over"), (Count{1, false}));
    QCOMPARE(Tables().attention("over"), (Count{0, false}));
}

void NavigatorCountsTest::unknownUseMakesItPartial()
{
    Tables tables;
    tables.addPools({namedPool(1, "a", {{PoolColumn::Over, text("now")}}), namedPool(2, "b")});
    QCOMPARE(tables.attention("over"), (Count{1, true}));
    QCOMPARE(tables.attention("projected_over"), (Count{0, true}));
    tables.pools.setFailure(1, groupSet(PoolGroup::Usage), CellState::Refused,
                            ApiError::make(ApiError::Kind::Forbidden));
    QCOMPARE(tables.attention("over"), (Count{1, true})); // it may well be over
}

void NavigatorCountsTest::countsWhatLeaves()
{
    Tables tables;
    tables.addPools(
        {namedPool(1, "ends", {{PoolColumn::Ends, aDay()}}),
         namedPool(2, "is left by two", {{PoolColumn::Ends, {}}, {PoolColumn::Devices, qint64(2)}}),
         namedPool(3, "stays", {{PoolColumn::Ends, {}}, {PoolColumn::Devices, qint64(1)}}),
         namedPool(4, "is empty", {{PoolColumn::Ends, {}}, {PoolColumn::Devices, qint64(0)}})});
    tables.addMembers({memberOf(2, bareMetalKey(1), "m", {{MemberColumn::Leaves, aDay()}}),
                       memberOf(2, bareMetalKey(2), "m", {{MemberColumn::Leaves, aDay()}}),
                       memberOf(3, bareMetalKey(3), "m", {{MemberColumn::Leaves, CellValue()}})});
    QCOMPARE(tables.attention("leaving"), (Count{2, false})); // pools, not members
}

void NavigatorCountsTest::leavingIsPartialUntilAllMembersAreKnown()
{
    Tables tables;
    tables.addPools({namedPool(3, "a", {{PoolColumn::Ends, {}}})});
    QCOMPARE(tables.attention("leaving"), (Count{0, true})); // nobody knows how many there are
    tables.pools.apply(poolCells(3, {{PoolColumn::Devices, qint64(2)}}));
    QCOMPARE(tables.attention("leaving"), (Count{0, true}));
    // An empty date is that of a member which answered, and stays.
    tables.addMembers({memberOf(3, bareMetalKey(1), "m", {{MemberColumn::Leaves, CellValue()}}),
                       memberOf(3, bareMetalKey(2), "m")});
    QCOMPARE(tables.attention("leaving"), (Count{0, true})); // listed, but not answered
    tables.members.apply(memberCells(bareMetalKey(2), {{MemberColumn::Leaves, CellValue()}}));
    QCOMPARE(tables.attention("leaving"), (Count{0, false}));

    // One that is not visible to this key may leave.
    tables.pools.apply(poolCells(3, {{PoolColumn::Devices, qint64(3)}}));
    tables.addMembers({memberOf(3, remainderKey(3), "1 device not visible to this key")});
    QCOMPARE(tables.attention("leaving"), (Count{0, true}));
    tables.members.apply(memberCells(bareMetalKey(2), {{MemberColumn::Leaves, aDay()}}));
    QCOMPARE(tables.attention("leaving"), (Count{1, false}));
}

void NavigatorCountsTest::listsPoolsByName()
{
    Tables tables;
    tables.addPools({namedPool(9, "same"), namedPool(2, "same", {{PoolColumn::Devices, qint64(41)}}),
                     namedPool(5, "Asia")});
    const auto byName = tables.counts().poolsByName;
    QCOMPARE(byName.size(), 3); // names need not be unique
    QCOMPARE(byName.first(), (NavigatorCounts::Pool{5, std::nullopt}));
    QCOMPARE(byName.value({u"same"_s, 2}), (NavigatorCounts::Pool{2, 41}));
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, NavigatorCountsTest)
#include "tst_navigatorcounts.moc"
