// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/tablebuilder.h"
#include "models/comparisonmodel.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class TestComparisonModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void differencesStandFirst();
    void unknownIsNoDifference();
    void emptyIsADifference();
    void arrivalsMoveNoRow();
    void onlyDifferences();
    void noServers();

private:
    static QStringList titles(const ComparisonModel &model)
    {
        QStringList titles;
        for (int row = 0; row < model.rowCount(); ++row)
            titles.append(model.headerData(row, Qt::Vertical).toString());
        return titles;
    }
    static qsizetype rowOf(const ComparisonModel &model, ColumnIndex column)
    {
        return titles(model).indexOf(serverCatalogue().column(column).translatedTitle());
    }
    static QVariant at(const ComparisonModel &model, ColumnIndex column, int server,
                       int role = Qt::DisplayRole)
    {
        return model.index(static_cast<int>(rowOf(model, column)), server).data(role);
    }
};

void TestComparisonModel::differencesStandFirst()
{
    InventoryStore store(serverCatalogue());
    store.listRows({bareMetal(1, {{ServerColumn::Fqdn, text("a.example.com")},
                                  {ServerColumn::Datacenter, text("dal10")},
                                  {ServerColumn::Cores, CellValue(qint64(8))},
                                  {ServerColumn::Os, text("Debian 12")}}),
                    bareMetal(2, {{ServerColumn::Fqdn, text("b.example.com")},
                                  {ServerColumn::Datacenter, text("dal10")},
                                  {ServerColumn::Cores, CellValue(qint64(16))},
                                  {ServerColumn::Os, text("Debian 12")}})});
    ComparisonModel model(store);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(model.columnCount(), 2);
    QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), u"a.example.com"_s);
    QCOMPARE(titles(model).first(model.differingCount()), (QStringList{u"ID"_s, u"Name"_s, u"Cores"_s}));
    QVERIFY(rowOf(model, ServerColumn::Kind) >= 3);
    QVERIFY(rowOf(model, ServerColumn::Datacenter) > rowOf(model, ServerColumn::Kind));
    QCOMPARE(rowOf(model, ServerColumn::RowState), -1);
    QCOMPARE(at(model, ServerColumn::Cores, 1).toString(), u"16"_s);
    QVERIFY(at(model, ServerColumn::Cores, 0, ComparisonModel::DiffersRole).toBool());
    QVERIFY(!at(model, ServerColumn::Os, 0, ComparisonModel::DiffersRole).toBool());
    QCOMPARE(model.differingCount() + model.sameCount(), model.rowCount());
}

void TestComparisonModel::unknownIsNoDifference()
{
    InventoryStore store(serverCatalogue());
    store.listRows({bareMetal(1, {{ServerColumn::Cores, CellValue(qint64(8))}}), bareMetal(2, {})});
    ComparisonModel model(store);
    QVERIFY(!at(model, ServerColumn::Cores, 0, ComparisonModel::DiffersRole).toBool());
    QCOMPARE(at(model, ServerColumn::Cores, 1, CellStateRole).value<CellState>(), CellState::NotAsked);
}

void TestComparisonModel::emptyIsADifference()
{
    InventoryStore store(serverCatalogue());
    store.listRows({bareMetal(1, {{ServerColumn::Notes, text("primary")}}),
                    bareMetal(2, {{ServerColumn::Notes, CellValue()}})});
    ComparisonModel model(store);
    QVERIFY(at(model, ServerColumn::Notes, 0, ComparisonModel::DiffersRole).toBool());
    // What bare metal does not have at all is empty everywhere, and left out.
    QCOMPARE(rowOf(model, ServerColumn::Power), -1);
}

void TestComparisonModel::arrivalsMoveNoRow()
{
    InventoryStore store(serverCatalogue());
    store.listRows({bareMetal(1, {}), bareMetal(2, {})});
    store.flush();
    ComparisonModel model(store);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QStringList before = titles(model);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    store.apply({bareMetal(1, {{ServerColumn::Cores, CellValue(qint64(8))}}),
                 bareMetal(2, {{ServerColumn::Cores, CellValue(qint64(4))}})});
    store.flush();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(titles(model), before);
    QCOMPARE(at(model, ServerColumn::Cores, 0).toString(), u"8"_s);
    model.arrange();
    QCOMPARE(reset.size(), 1);
    QCOMPARE(titles(model).at(1), u"Cores"_s); // after the id
    model.arrange();
    QCOMPARE(reset.size(), 1);
}

void TestComparisonModel::onlyDifferences()
{
    InventoryStore store(serverCatalogue());
    store.listRows({bareMetal(1, {{ServerColumn::Datacenter, text("dal10")}}),
                    virtualServer(2, {{ServerColumn::Datacenter, text("dal10")}})});
    ComparisonModel model(store);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const int all = model.rowCount();
    model.setOnlyDifferences(true);
    QCOMPARE(model.rowCount(), model.differingCount());
    QVERIFY(titles(model).contains(u"Kind"_s));
    QVERIFY(!titles(model).contains(u"Datacenter"_s));
    model.setOnlyDifferences(false);
    QCOMPARE(model.rowCount(), all);
}

void TestComparisonModel::noServers()
{
    const InventoryStore store(serverCatalogue());
    ComparisonModel model(store);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.columnCount(), 0);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestComparisonModel)
#include "tst_comparisonmodel.moc"
