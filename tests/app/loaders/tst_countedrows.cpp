// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/countedrows.h"

#include "app/inventory/tablebuilder.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;

namespace {

const GroupSet countedGroups = groupSet(ServerGroup::Identity, ServerGroup::Datacenter);

/// Two bare metal servers, of which one has no datacenter yet, and a virtual one.
InventoryTable threeServers()
{
    return makeTable({bareMetal(1, {{ServerColumn::Datacenter, text("dal10")}}), bareMetal(2, {}),
                      virtualServer(3, {{ServerColumn::Datacenter, text("fra02")}})});
}

} // namespace

class CountedRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsKindsOfTheLoadOnly();
    void countsAgainWhenRowsChange();
    void countsAgainWhenOtherCellsOrKindsAreMeant();
};

void CountedRowsTest::countsKindsOfTheLoadOnly()
{
    const InventoryTable table = threeServers();
    CountedRows rows;
    const CountedRows::Count &count = rows.of(table, countedGroups, {RowKind::BareMetal});
    QCOMPARE(count.rowsOf(RowKind::BareMetal), 2);
    QCOMPARE(count.rowsOf(RowKind::Virtual), 1);
    QCOMPARE(count.rowsOf(RowKind::Pool), 0);
    QCOMPARE(count.tally.rows(), 2);
    QCOMPARE(count.tally.complete, 1);
    QCOMPARE(count.tally.partial, 1);
}

void CountedRowsTest::countsAgainWhenRowsChange()
{
    InventoryTable table = threeServers();
    CountedRows rows;
    QCOMPARE(rows.of(table, countedGroups, {RowKind::BareMetal}).tally.complete, 1);
    table.apply(bareMetal(2, {{ServerColumn::Datacenter, text("dal10")}}));
    QCOMPARE(rows.of(table, countedGroups, {RowKind::BareMetal}).tally.complete, 2);
    table.listRow(bareMetal(4, {}), nullptr);
    QCOMPARE(rows.of(table, countedGroups, {RowKind::BareMetal}).rowsOf(RowKind::BareMetal), 3);
}

void CountedRowsTest::countsAgainWhenOtherCellsOrKindsAreMeant()
{
    const InventoryTable table = threeServers();
    CountedRows rows;
    QCOMPARE(rows.of(table, countedGroups, {RowKind::BareMetal}).tally.complete, 1);
    QCOMPARE(rows.of(table, groupSet(ServerGroup::Identity), {RowKind::BareMetal}).tally.complete, 2);
    QCOMPARE(rows.of(table, countedGroups, {RowKind::BareMetal, RowKind::Virtual}).tally.complete, 2);
    QCOMPARE(rows.of(table, countedGroups, {}).tally, RowTally());
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, CountedRowsTest)
#include "tst_countedrows.moc"
