// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/flatmodel.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace layerscope;

namespace {

/// Says of each cell where it is.
class FlatModelOfPlaces final : public FlatModel
{
public:
    static constexpr int rowsThere = 2;
    static constexpr int columnsThere = 3;

    /// Also of a row that is gone.
    [[nodiscard]] QModelIndex anyIndex(int row, int column) const { return createIndex(row, column); }

protected:
    [[nodiscard]] int rows() const override { return rowsThere; }
    [[nodiscard]] int columns() const override { return columnsThere; }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(10 * row + column) : QVariant();
    }
};

} // namespace

class FlatModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isATableWithoutATree();
    void hasDataOnlyInside();
};

void FlatModelTest::isATableWithoutATree()
{
    FlatModelOfPlaces model;
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.columnCount(), 3);
    QCOMPARE(model.rowCount(model.index(1, 0)), 0);
    QCOMPARE(model.columnCount(model.index(1, 0)), 0);
}

void FlatModelTest::hasDataOnlyInside()
{
    FlatModelOfPlaces model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(model.index(1, 2).data(), QVariant(12));
    QVERIFY(!model.index(1, 2).data(Qt::ToolTipRole).isValid());
    QVERIFY(!model.data({}).isValid());
    QVERIFY(!model.data(model.anyIndex(2, 0)).isValid());
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, FlatModelTest)
#include "tst_flatmodel.moc"
