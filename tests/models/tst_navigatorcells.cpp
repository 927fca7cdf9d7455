// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/navigatorcells.h"

#include "models/navigatormodel.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

NavigatorNode nodeOfServers()
{
    NavigatorNode node;
    node.id = u"datacenter:dal10"_s;
    node.title = u"dal10"_s;
    node.table = &serversTable;
    return node;
}

} // namespace

class NavigatorCellsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysHowMany_data();
    void saysHowMany();
    void speaksOfWhatIsBelowARow();
    void tellsTheFilter();
    void isNoSection();
};

void NavigatorCellsTest::saysHowMany_data()
{
    QTest::addColumn<qint64>("count"); // -1: none
    QTest::addColumn<bool>("isPartial");
    QTest::addColumn<bool>("isUnknown");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("spoken");
    QTest::newRow("known") << 12LL << false << false << u"12"_s << u"dal10, 12 servers"_s;
    QTest::newRow("at least") << 12LL << true << false << u"≥ 12"_s << u"dal10, ≥ 12 servers"_s;
    QTest::newRow("to come") << -1LL << false << false << u"…"_s << u"dal10"_s;
    QTest::newRow("never to be known") << -1LL << false << true << u"?"_s << u"dal10, unknown"_s;
}

void NavigatorCellsTest::saysHowMany()
{
    QFETCH(const qint64, count);
    QFETCH(const bool, isPartial);
    QFETCH(const bool, isUnknown);
    QFETCH(const QString, shown);
    QFETCH(const QString, spoken);
    NavigatorNode node = nodeOfServers();
    if (count >= 0)
        node.count = count;
    node.isPartial = isPartial;
    node.isUnknown = isUnknown;
    const NavigatorCells cells;
    QCOMPARE(cells.data(node, NavigatorModel::CountTextRole).toString(), shown);
    QCOMPARE(cells.data(node, Qt::AccessibleTextRole).toString(), spoken);
    QCOMPARE(cells.data(node, NavigatorModel::CountRole), count >= 0 ? QVariant(count) : QVariant());
    QCOMPARE(cells.data(node, NavigatorModel::IsPartialRole), QVariant(isPartial));
}

void NavigatorCellsTest::speaksOfWhatIsBelowARow()
{
    NavigatorNode node = nodeOfServers();
    node.title = u"eu"_s;
    node.table = &poolsTable;
    node.row = RowKey{RowKind::Pool, 7};
    node.count = 3;
    const NavigatorCells cells;
    QCOMPARE(cells.data(node, Qt::AccessibleTextRole).toString(), u"eu, 3 devices"_s);
    QCOMPARE(cells.data(node, NavigatorModel::RowRole).value<RowKey>(), (RowKey{RowKind::Pool, 7}));
}

void NavigatorCellsTest::tellsTheFilter()
{
    NavigatorNode node = nodeOfServers();
    const NavigatorCells cells;
    node.scopeText = u"of no column"_s;
    QVERIFY(!cells.data(node, NavigatorModel::ScopeColumnRole).isValid());
    QVERIFY(!cells.data(node, NavigatorModel::ScopeTextRole).isValid());
    QVERIFY(!cells.data(node, NavigatorModel::KindRole).isValid());
    node.scopeColumn = ServerColumn::Datacenter;
    node.scopeText = u"dal10"_s;
    node.kind = RowKind::Virtual;
    QCOMPARE(cells.data(node, NavigatorModel::ScopeColumnRole), QVariant(int(ServerColumn::Datacenter)));
    QCOMPARE(cells.data(node, NavigatorModel::ScopeTextRole).toString(), u"dal10"_s);
    QCOMPARE(cells.data(node, NavigatorModel::KindRole), QVariant(int(RowKind::Virtual)));
    QCOMPARE(cells.data(node, NavigatorModel::TableRole).toString(), u"servers"_s);
}

void NavigatorCellsTest::isNoSection()
{
    const NavigatorCells cells;
    const NavigatorNode node = nodeOfServers();
    QCOMPARE(cells.data(node, NavigatorModel::IsSectionRole), QVariant(false));
    QCOMPARE(cells.data(node, NavigatorModel::NodeIdRole).toString(), u"datacenter:dal10"_s);
    QVERIFY(!cells.data(node, NavigatorModel::NodeMarkRole).isValid());
    QVERIFY(!cells.data(node, Qt::ToolTipRole).isValid());
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, NavigatorCellsTest)
#include "tst_navigatorcells.moc"
