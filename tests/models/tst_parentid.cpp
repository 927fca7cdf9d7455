// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/parentid.h"

#include "app/inventory/poolbuilder.h"
#include "models/rowsmodel.h"
#include "support/testmain.h"

#include <QSet>
#include <QTest>
#include <QThreadPool>

#include <bit>
#include <limits>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

static_assert(ParentId::of(-1) == ParentId::top);
static_assert(ParentId::numberOf(ParentId::top) == -1);

/// The first column of all rows below the top.
QModelIndexList childrenOf(const QAbstractItemModel &model)
{
    QModelIndexList indexes;
    for (int parentRow = 0; parentRow < model.rowCount(); ++parentRow) {
        const QModelIndex parent = model.index(parentRow, 0);
        for (int row = 0; row < model.rowCount(parent); ++row)
            indexes.append(model.index(row, 0, parent));
    }
    return indexes;
}

/// The share of the indexes that find a place to themselves in a hash table, which Qt makes at least twice as
/// large as what is in it, with a power of two of places.
double shareOfOwnPlaces(const QModelIndexList &indexes)
{
    const std::size_t places = std::bit_ceil(static_cast<std::size_t>(indexes.size()) * 2);
    QSet<std::size_t> taken;
    for (const QModelIndex &index : indexes)
        taken.insert(qHash(index) & (places - 1));
    return static_cast<double>(taken.size()) / static_cast<double>(indexes.size());
}

/// By chance it would be four of five; with unmixed ids it was one of four and less.
constexpr double enough = 0.75;

} // namespace

class ParentIdTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBack_data();
    void comesBack();
    void areAllDifferent();
    void numbersRows();
    void serversHardlyCollide();
    void membersHardlyCollide();
};

void ParentIdTest::comesBack_data()
{
    QTest::addColumn<int>("number");
    for (const int number : {-1, 0, 1, 2, 14, 15, 16, 59, 0xFFFE, 0xFFFF, 0x10000, 0x3FFFFFFF, 0x40000000,
                             std::numeric_limits<int>::max() - 1, std::numeric_limits<int>::max()})
        QTest::addRow("%d", number) << number;
}

void ParentIdTest::comesBack()
{
    QFETCH(int, number);
    const quintptr id = ParentId::of(number);
    QCOMPARE(ParentId::numberOf(id), number);
    QCOMPARE(id == ParentId::top, number == -1);
    QVERIFY(id <= std::numeric_limits<quint32>::max()); // rowNumber() has no more room for it
}

/// Also in their last bits, which decide where in a table they are looked for.
void ParentIdTest::areAllDifferent()
{
    constexpr int count = 1 << 16;
    QSet<quintptr> lastBits;
    for (int number = -1; number < count - 1; ++number)
        lastBits.insert(ParentId::of(number) % count);
    QCOMPARE(lastBits.size(), count);
}

void ParentIdTest::numbersRows()
{
    InventoryStore pools(poolCatalogue());
    InventoryStore members(memberCatalogue());
    QThreadPool workers;
    const RowsModel model(pools, &members, workers);
    pools.listRows({namedPool(1, "a"), namedPool(2, "b")});
    members.listRows({memberOf(1, bareMetalKey(1), "a1"), memberOf(1, bareMetalKey(2), "a2"),
                      memberOf(2, bareMetalKey(3), "b1"), memberOf(2, bareMetalKey(4), "b2")});
    QTRY_COMPARE(model.arrangement()->children->rows.size(), 4);

    QModelIndexList rows = childrenOf(model);
    rows.append({model.index(0, 0), model.index(1, 0)});
    QSet<quint64> numbers;
    for (const QModelIndex &row : rows) {
        numbers.insert(ParentId::rowNumber(row));
        QCOMPARE(ParentId::rowNumber(row.siblingAtColumn(3)), ParentId::rowNumber(row));
        QCOMPARE(ParentId::isTop(row), !row.parent().isValid());
        QCOMPARE(ParentId::numberOf(row), row.parent().row());
    }
    QCOMPARE(numbers.size(), 6);
}

void ParentIdTest::serversHardlyCollide()
{
    constexpr int groups = 60;
    constexpr int rowsEach = 1000;
    InventoryStore store(serverCatalogue());
    QThreadPool workers;
    RowsModel model(store, workers);
    QList<RowPatch> patches;
    for (int i = 0; i < groups * rowsEach; ++i) {
        patches.append(bareMetal(i + 1, {{ServerColumn::Fqdn, u"server%1"_s.arg(i)},
                                         {ServerColumn::Datacenter, u"dc%1"_s.arg(i % groups)}}));
    }
    store.listRows(patches);
    store.flush();
    ArrangementSpec spec = model.spec();
    spec.groupColumn = ServerColumn::Datacenter;
    model.setSpec(spec);
    QTRY_VERIFY(!model.isArranging());
    QCOMPARE(model.rowCount(), groups);

    const QModelIndexList indexes = childrenOf(model);
    QCOMPARE(indexes.size(), groups * rowsEach);
    const double share = shareOfOwnPlaces(indexes);
    QVERIFY2(share > enough, qPrintable(QString::number(share)));
}

void ParentIdTest::membersHardlyCollide()
{
    constexpr int poolCount = 400;
    constexpr int membersEach = 50;
    InventoryStore pools(poolCatalogue());
    InventoryStore members(memberCatalogue());
    QThreadPool workers;
    const RowsModel model(pools, &members, workers);
    QList<RowPatch> poolRows;
    QList<RowPatch> memberRows;
    for (int pool = 1; pool <= poolCount; ++pool) {
        poolRows.append(namedPool(pool, "pool"));
        for (int i = 0; i < membersEach; ++i)
            memberRows.append(memberOf(pool, bareMetalKey(pool * 1000 + i), "member"));
    }
    pools.listRows(poolRows);
    members.listRows(memberRows);
    QTRY_COMPARE(model.arrangement()->children->rows.size(), poolCount * membersEach);

    const QModelIndexList indexes = childrenOf(model);
    QCOMPARE(indexes.size(), poolCount * membersEach);
    const double share = shareOfOwnPlaces(indexes);
    QVERIFY2(share > enough, qPrintable(QString::number(share)));
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, ParentIdTest)
#include "tst_parentid.moc"
