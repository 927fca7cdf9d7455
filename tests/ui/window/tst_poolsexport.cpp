// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowparts.h"

#include "app/csv/csvparser.h"
#include "app/loaders/pooltruth.h"
#include "dialogs/exportdialog.h"
#include "dialogs/exportflow.h"
#include "inventory/kinds.h"
#include "pages/accountpage.h"
#include "pages/rowspage.h"
#include "session/accountsession.h"
#include "support/testmain.h"
#include "views/navigatorview.h"
#include "views/rowsview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace layerscope;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int exportTimeout = 240'000;

using Rows = QHash<QString, PoolTruth::Row>;

/// A file's rows in their order.
struct Table
{
    QStringList keys;
    QList<PoolTruth::Row> rows;
};

/// Opens the account on its pools; true once all is there and in its order.
bool loadedPools(WindowFixture &fixture)
{
    openPools(fixture);
    return poolsStand(fixture, exportTimeout);
}

/// What the action writes, with all columns there are.
Table exported(const WindowFixture &fixture, const QString &action)
{
    auto *flow = fixture.window->findChild<ExportFlow *>();
    if (!QTest::qWaitFor([&fixture] { return exportDialog(fixture) == nullptr; }))
        return {}; // that of the file before
    QSignalSpy written(flow, &ExportFlow::written);
    fixture.trigger(action);
    const QString path = fixture.folder.filePath(action + u".csv"_s);
    exportPart<QLineEdit>(fixture, u"exportPath"_s)->setText(path);
    exportPart<QComboBox>(fixture, u"exportColumns"_s)->setCurrentIndex(1);
    exportPart<QPushButton>(fixture, u"exportWrite"_s)->click();
    if (written.isEmpty() && !written.wait(exportTimeout))
        return {};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const std::optional<QList<QStringList>> records = parseCsv(file.readAll());
    if (!records || records->isEmpty())
        return {};
    Table table{records->first(), {}};
    for (const QStringList &record : records->sliced(1)) {
        PoolTruth::Row row;
        for (qsizetype column = 0; column < table.keys.size(); ++column)
            row.insert(table.keys.at(column), record.value(column));
        table.rows.append(row);
    }
    return table;
}

QString keyOf(const PoolTruth::Row &row)
{
    return row.contains(u"pool_id"_s) ? PoolTruth::keyOf(row) : row.value(u"id"_s);
}

/// Each row of the file is one of the expected, and each of those is there once.
void compare(const Table &table, const Rows &expected)
{
    QSet<QString> seen;
    for (const PoolTruth::Row &row : table.rows) {
        const QString key = keyOf(row);
        QVERIFY2(expected.contains(key), qPrintable(key));
        QVERIFY2(!seen.contains(key), qPrintable(key));
        seen.insert(key);
        const PoolTruth::Row &truth = *expected.constFind(key);
        for (const QString &column : table.keys) {
            // Percentages, and what is left for those not visible, are worked out: zeros say nothing there.
            const bool isComputed =
                column.endsWith("_percent"_L1) || row.value(u"kind"_s) == "not_visible"_L1;
            const QString cell = isComputed ? PoolTruth::withoutZeros(row.value(column)) : row.value(column);
            if (cell != truth.value(column))
                QFAIL(qPrintable(
                    u"%1 of %2 is \"%3\", not \"%4\""_s.arg(column, key, cell, truth.value(column))));
        }
    }
    QCOMPARE(seen.size(), expected.size());
}

QStringList keysOf(const Catalogue &catalogue)
{
    QStringList keys;
    for (const ColumnIndex column : catalogue.allColumns())
        keys.append(QString::fromLatin1(catalogue.column(column).key));
    keys.sort();
    return keys;
}

QStringList sorted(QStringList keys)
{
    keys.sort();
    return keys;
}

} // namespace

/// What the window writes of pools and of members, compared with the demo account's own JSON.
class TestPoolsExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheAccountsTruth_data();
    void writesTheAccountsTruth();
    void writesNothingOfNothing();
    void writesThePoolsOnScreenInTheirOrder();
    void writesMembersOfThePoolsOnScreen();
    void writesSelectedPoolsAndTheirMembers();
    void saysWhatItWrites();
};

void TestPoolsExport::writesTheAccountsTruth_data()
{
    QTest::addColumn<int>("servers");
    QTest::addColumn<int>("pools");
    QTest::newRow("one pool") << 60 << 1;
    QTest::newRow("40 pools") << 600 << 40;
    QTest::newRow("1000 pools") << 2000 << 1000;
}

void TestPoolsExport::writesTheAccountsTruth()
{
    QFETCH(int, servers);
    QFETCH(int, pools);
    WindowFixture fixture(servers, 0ms, {}, pools);
    QVERIFY(loadedPools(fixture));
    QCOMPARE(poolsModel(fixture).rowCount(), pools);
    const PoolTruth truth(fixture.server->account());

    const Table ofPools = exported(fixture, u"exportAll"_s);
    QCOMPARE(sorted(ofPools.keys), keysOf(poolCatalogue()));
    compare(ofPools, truth.pools());

    const Table ofMembers = exported(fixture, u"exportMembers"_s);
    QCOMPARE(sorted(ofMembers.keys), keysOf(memberCatalogue()));
    compare(ofMembers, truth.members());
}

void TestPoolsExport::writesNothingOfNothing()
{
    for (const int servers : {0, 60}) {
        WindowFixture fixture(servers, 0ms, {}, 0);
        QVERIFY(loadedPools(fixture));
        for (const QString &action :
             {u"exportAll"_s, u"exportFiltered"_s, u"exportSelected"_s, u"exportMembers"_s})
            QVERIFY2(!fixture.window->findChild<QAction *>(action)->isEnabled(), qPrintable(action));
    }
}

void TestPoolsExport::writesThePoolsOnScreenInTheirOrder()
{
    WindowFixture fixture(400, 0ms, {}, 40);
    QVERIFY(loadedPools(fixture));
    poolsView(fixture).sortByColumn(PoolColumn::UsedPercent, Qt::DescendingOrder);
    fixture.window->page()->navigator().setCurrentNode(u"projected_over"_s);
    QTRY_COMPARE(poolsModel(fixture).arrangedSpec().sortColumn, ColumnIndex(PoolColumn::UsedPercent));
    QStringList ids;
    for (int place = 0; place < poolsModel(fixture).rowCount(); ++place)
        ids.append(QString::number(poolsModel(fixture).index(place, 0).data(KeyRole).value<RowKey>().id));
    QVERIFY(ids.size() > 1 && ids.size() < 40);
    QVERIFY(poolsView(fixture).shownColumns().contains(PoolColumn::PublicIp)); // which pools have none of
    QStringList written;
    for (const PoolTruth::Row &row : exported(fixture, u"exportFiltered"_s).rows) {
        written.append(row.value(u"id"_s));
        QVERIFY(!row.contains(u"public_ip"_s));
    }
    QCOMPARE(written, ids);
}

void TestPoolsExport::writesMembersOfThePoolsOnScreen()
{
    WindowFixture fixture(400, 0ms, {}, 12);
    QVERIFY(loadedPools(fixture));
    const RowsModel &model = poolsModel(fixture);
    fixture.window->page()->rows(poolsTable).setFilter(u"web"_s); // of some pools, some members
    QTRY_VERIFY(!model.isArranging());
    QVERIFY(model.rowCount() > 0);
    QList<QStringList> expected;
    for (int place = 0; place < model.rowCount(); ++place) {
        const int pool = model.tableRow(model.index(place, 0)).value();
        for (const int row : model.arrangement()->children->rowsBelow(place)) {
            expected.append({QString::number(model.table().key(pool).id),
                             model.children()->text(row, MemberColumn::Fqdn)});
        }
    }
    QVERIFY(expected.size() < model.children()->rowCount());
    QList<QStringList> written;
    for (const PoolTruth::Row &row : exported(fixture, u"exportMembers"_s).rows)
        written.append({row.value(u"pool_id"_s), row.value(u"fqdn"_s)});
    QCOMPARE(written, expected);
}

void TestPoolsExport::writesSelectedPoolsAndTheirMembers()
{
    WindowFixture fixture(300, 0ms, {}, 12);
    QVERIFY(loadedPools(fixture));
    const RowsModel &model = poolsModel(fixture);
    const auto flags = QItemSelectionModel::Select | QItemSelectionModel::Rows;
    poolsView(fixture).selectionModel()->select(model.index(7, 0), flags);
    poolsView(fixture).selectionModel()->select(model.index(2, 0), flags);
    QTRY_VERIFY(fixture.window->findChild<QAction *>(u"exportSelected"_s)->isEnabled());

    QStringList ids;
    for (const PoolTruth::Row &row : exported(fixture, u"exportSelected"_s).rows)
        ids.append(row.value(u"id"_s));
    const auto idAt = [&model](int place) {
        return QString::number(model.index(place, 0).data(KeyRole).value<RowKey>().id);
    };
    QCOMPARE(ids, QStringList({idAt(2), idAt(7)}));

    Rows expected = PoolTruth(fixture.server->account()).members();
    for (auto row = expected.begin(); row != expected.end();)
        row = ids.contains(row->value(u"pool_id"_s)) ? std::next(row) : expected.erase(row);
    QVERIFY(!expected.isEmpty());
    compare(exported(fixture, u"exportMembers"_s), expected);
}

void TestPoolsExport::saysWhatItWrites()
{
    WindowFixture fixture(60);
    QVERIFY(loadedPools(fixture));
    const auto *all = fixture.window->findChild<QAction *>(u"exportAll"_s);
    const auto *members = fixture.window->findChild<QAction *>(u"exportMembers"_s);
    QVERIFY2(all->text().contains(u"pools (6)"_s), qPrintable(all->text()));
    QVERIFY(members->isVisible());
    fixture.trigger(u"exportMembers"_s);
    auto *dialog = exportDialog(fixture);
    QVERIFY2(dialog->windowTitle().contains(u"members"_s), qPrintable(dialog->windowTitle()));
    QVERIFY(exportPart<QLineEdit>(fixture, u"exportPath"_s)->text().contains(u"pool-members"_s));
    QTest::keyClick(dialog, Qt::Key_Escape);
    fixture.trigger(u"showServers"_s);
    QVERIFY2(all->text().contains(u"servers (60)"_s), qPrintable(all->text()));
    QVERIFY(!members->isVisible());
}

LAYERSCOPE_TEST(QTEST_MAIN, TestPoolsExport)
#include "tst_poolsexport.moc"
