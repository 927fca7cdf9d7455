// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/answeredrows.h"

#include "app/inventory/tablebuilder.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;

class TestAnsweredRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAnswerSettles();
    void newRowsAndOtherWishesCount();
};

void TestAnsweredRows::everyAnswerSettles()
{
    InventoryTable table = makeTable({bareMetal(1, {}), virtualServer(2, {}), virtualServer(3, {})});
    const GroupSet wanted = groupSet(ServerGroup::Identity, ServerGroup::Size, ServerGroup::Tags);
    AnsweredRows settled(table);
    settled.recount(wanted);
    QCOMPARE(settled.count(), 0);

    table.apply(bareMetal(1, {{ServerColumn::Cores, qint64(4)}}));
    settled.lookAt(0);
    QCOMPARE(settled.count(), 0); // tags are still to come
    table.setFailure(0, groupSet(ServerGroup::Tags), CellState::Refused,
                     ApiError::make(ApiError::Kind::Forbidden));
    settled.lookAt(0);
    settled.lookAt(0);
    QCOMPARE(settled.count(), 1);

    table.setGone(1);
    settled.lookAt(1);
    QCOMPARE(settled.count(), 2);
    table.setLoading(0, groupSet(ServerGroup::Tags)); // asked again
    settled.lookAt(0);
    QCOMPARE(settled.count(), 1);
}

void TestAnsweredRows::newRowsAndOtherWishesCount()
{
    InventoryTable table = makeTable({bareMetal(1, {})});
    AnsweredRows settled(table);
    settled.recount(groupSet(ServerGroup::Identity));
    QCOMPARE(settled.count(), 1);

    table.listRow(bareMetal(2, {}), nullptr);
    settled.lookAt(1); // not known yet
    QCOMPARE(settled.count(), 1);
    settled.lookAtNewRows();
    QCOMPARE(settled.count(), 2);
    QCOMPARE(settled.rowsKnown(), 2);

    settled.recount(groupSet(ServerGroup::Identity, ServerGroup::Power)); // which bare metal does not have
    QCOMPARE(settled.count(), 2);
    settled.recount(groupSet(ServerGroup::Size));
    QCOMPARE(settled.count(), 0);
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestAnsweredRows)
#include "tst_answeredrows.moc"
