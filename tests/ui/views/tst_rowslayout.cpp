// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/inventorystore.h"
#include "inventory/kinds.h"
#include "models/rowsmodel.h"
#include "support/testmain.h"
#include "views/columnlayout.h"
#include "views/groupexpansion.h"
#include "views/layoutenvelope.h"
#include "views/rowslayout.h"
#include "views/tableheader.h"

#include <QDataStream>
#include <QTest>
#include <QThreadPool>
#include <QTreeView>

#include <memory>
#include <vector>

using namespace layerscope;

namespace {

/// A view of a table without rows, and its layout.
class LaidOutTable
{
public:
    explicit LaidOutTable(const TableSpec &table)
        : store(table.catalogue())
        , model(store, workers)
        , groups(view, model, nullptr)
        , columns(*header, table.catalogue(), nullptr)
        , layout(view, model, groups, columns)
    {
        view.setHeader(header);
        view.setModel(&model);
        header->setSortIndicator(model.spec().sortColumn, model.spec().sortOrder);
        view.setSortingEnabled(true);
        columns.reset();
    }

    QThreadPool workers;
    InventoryStore store;
    RowsModel model;
    QTreeView view;
    TableHeader *header = new TableHeader;
    GroupExpansion groups;
    ColumnLayout columns;
    RowsLayout layout;
};

} // namespace

/// What the settings keep of a view of rows. What it looks like there, tst_rowsview asks.
class RowsLayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsOrderAndColumns();
    void isOfOneTable();
    void leavesTheOrderToAColumnThatIsGone();
};

void RowsLayoutTest::keepsOrderAndColumns()
{
    LaidOutTable before(serversTable);
    before.view.sortByColumn(ServerColumn::Cores, Qt::DescendingOrder);
    before.columns.setShown(ServerColumn::Notes, true);
    before.columns.move(ServerColumn::Cores, -2);

    LaidOutTable after(serversTable);
    QVERIFY(after.columns.shown() != before.columns.shown());
    QVERIFY(after.layout.restore(before.layout.save()));
    QCOMPARE(after.columns.shown(), before.columns.shown());
    QCOMPARE(after.model.spec().sortColumn, ColumnIndex(ServerColumn::Cores));
    QCOMPARE(after.model.spec().sortOrder, Qt::DescendingOrder);
}

void RowsLayoutTest::isOfOneTable()
{
    std::vector<std::unique_ptr<LaidOutTable>> tables;
    for (const TableSpec *table : allTables())
        tables.push_back(std::make_unique<LaidOutTable>(*table));
    for (const auto &kept : tables) {
        const QByteArray layout = kept->layout.save();
        for (const auto &table : tables)
            QCOMPARE(table->layout.restore(layout), table == kept);
    }
}

/// As after an update of the program that has it no more; what else was kept is put in place.
void RowsLayoutTest::leavesTheOrderToAColumnThatIsGone()
{
    constexpr quint32 ofServers = 0x4c535631; // as it always was: what earlier versions kept is read
    LaidOutTable table(serversTable);
    table.columns.setShown(ServerColumn::Notes, true);
    QByteArray content;
    QDataStream out(&content, QIODevice::WriteOnly);
    out.setVersion(LayoutEnvelope::streamVersion);
    out << QByteArray("no_such_column") << true;
    table.groups.save(out);
    table.columns.save(out);

    LaidOutTable after(serversTable);
    const ArrangementSpec spec = after.model.spec();
    QVERIFY(after.layout.restore(LayoutEnvelope::close(ofServers, content)));
    QVERIFY(after.columns.isShown(ServerColumn::Notes));
    QCOMPARE(after.model.spec().sortColumn, spec.sortColumn);
    QCOMPARE(after.model.spec().sortOrder, spec.sortOrder);
}

LAYERSCOPE_TEST(QTEST_MAIN, RowsLayoutTest)
#include "tst_rowslayout.moc"
