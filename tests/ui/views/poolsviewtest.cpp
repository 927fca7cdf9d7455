// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/poolsviewtest.h"

#include "inventory/kinds.h"

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

void PoolsViewTest::openView()
{
    pools = std::make_unique<InventoryStore>(poolCatalogue());
    members = std::make_unique<InventoryStore>(memberCatalogue());
    workers = std::make_unique<QThreadPool>();
    model = std::make_unique<RowsModel>(*pools, members.get(), *workers);
    view = std::make_unique<RowsView>(poolsTable);
    view->setRowsModel(model.get());
    view->resize(1400, 480);
    view->show();
    QVERIFY(QTest::qWaitForWindowExposed(view.get()));
    view->activateWindow();
    view->setFocus();
}

void PoolsViewTest::closeView()
{
    view.reset();
    model.reset();
    workers->waitForDone();
    workers.reset();
    members.reset();
    pools.reset();
}

void PoolsViewTest::list(int poolCount, int membersEach)
{
    QList<RowPatch> poolRows;
    QList<RowPatch> memberRows;
    for (int id = 1; id <= poolCount; ++id) {
        poolRows.append(
            namedPool(id, qPrintable(u"pool%1"_s.arg(id)), {{PoolColumn::Devices, qint64(membersEach)}}));
        for (int number = 1; number <= membersEach; ++number)
            memberRows.append(memberOf(id, keyOf(id, number), qPrintable(u"m%1"_s.arg(id * 100 + number))));
        model->setSettled(id);
    }
    pools->listRows(poolRows);
    members->listRows(memberRows);
    pools->flush();
    members->flush();
    QTRY_COMPARE(model->rowCount(), poolCount);
    QTRY_COMPARE(seenMembers(), poolCount * membersEach);
}

} // namespace layerscope
