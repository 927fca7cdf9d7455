// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/serversviewtest.h"

#include "inventory/kinds.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

QString nameOf(int i)
{
    return u"s%1"_s.arg(i, 4, 10, QChar(u'0'));
}

} // namespace

void ServersViewTest::openView()
{
    store = std::make_unique<InventoryStore>(serverCatalogue());
    workers = std::make_unique<QThreadPool>();
    model = std::make_unique<RowsModel>(*store, *workers);
    view = std::make_unique<RowsView>(serversTable);
    view->setRowsModel(model.get());
    view->resize(1200, 480);
    view->show();
    QVERIFY(QTest::qWaitForWindowExposed(view.get()));
    view->activateWindow();
    view->setFocus();
    settle();
}

void ServersViewTest::closeView()
{
    view.reset();
    model.reset();
    workers->waitForDone();
    workers.reset();
    store.reset();
}

void ServersViewTest::list(int count)
{
    QList<RowPatch> patches;
    for (int i = 1; i <= count; ++i)
        patches.append(bareMetal(i, {{nameColumn, nameOf(i)}}));
    apply(patches);
}

void ServersViewTest::apply(const QList<RowPatch> &patches)
{
    store->listRows(patches);
    store->flush();
}

void ServersViewTest::group(std::optional<ColumnIndex> column)
{
    ArrangementSpec spec = model->spec();
    spec.groupColumn = column;
    model->setSpec(spec);
    settle();
}

void ServersViewTest::settle()
{
    QTRY_VERIFY(!model->isArranging());
}

RowPatch ServersViewTest::without(RowPatch patch, int group)
{
    patch.loaded.reset(static_cast<std::size_t>(group));
    return patch;
}

RowPatch ServersViewTest::detail(qint64 id, ColumnIndex column, const CellValue &value)
{
    return without(bareMetal(id, {{column, value}}), ServerGroup::Identity);
}

} // namespace layerscope
