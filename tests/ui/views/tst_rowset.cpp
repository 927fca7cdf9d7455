// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/rowset.h"

#include "support/testmain.h"

#include <QTest>

using namespace layerscope;

class RowSetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsOfTwoTables();
    void countsEachOnce();
    void namesItsMembers();
    void leavesOut();
    void bitsOfAnySize();
};

void RowSetTest::rowsOfTwoTables()
{
    RowSet rows;
    QVERIFY(rows.isEmpty());
    QVERIFY(!rows.contains({7, false}));
    rows.insert({7, false});
    QVERIFY(rows.contains({7, false}));
    QVERIFY(!rows.contains({7, true}));
    QVERIFY(!rows.contains({6, false}));
    QVERIFY(!rows.contains({8, false}));
    rows.insert({100'000, true});
    QVERIFY(rows.contains({100'000, true}));
    QVERIFY(!rows.contains({100'000, false}));
    QCOMPARE(rows.size(), 2);
}

void RowSetTest::countsEachOnce()
{
    RowSet rows;
    rows.insert({3, false});
    rows.insert({3, false});
    QCOMPARE(rows.size(), 1);
    QVERIFY(!rows.remove({3, true}));
    QVERIFY(!rows.remove({4, false}));
    const RowSet copy = rows;
    QVERIFY(rows.remove({3, false}));
    QVERIFY(!rows.remove({3, false}));
    QVERIFY(rows.isEmpty());
    QVERIFY(copy.contains({3, false}));
}

void RowSetTest::namesItsMembers()
{
    RowSet rows;
    QCOMPARE(rows.members(), QList<ShownRow>());
    QList<ShownRow> expected;
    for (const int row : {0, 7, 8, 15, 16, 17, 63, 64, 100, 1000})
        expected.append({row, false});
    for (const int row : {3, 400, 401})
        expected.append({row, true});
    for (const ShownRow &row : std::as_const(expected))
        rows.insert(row);
    rows.insert({2000, false});
    rows.remove({2000, false});
    QCOMPARE(rows.members(), expected);
}

void RowSetTest::leavesOut()
{
    RowSet rows;
    for (const int row : {1, 2, 3, 500})
        rows.insert({row, false});
    rows.insert({2, true});
    RowSet others;
    for (const int row : {2, 500, 900})
        others.insert({row, false});
    const RowSet rest = rows.without(others);
    QCOMPARE(rest.size(), 3);
    QVERIFY(rest.contains({1, false}) && rest.contains({3, false}) && rest.contains({2, true}));
    QCOMPARE(others.without(rows).size(), 1);
    QVERIFY(others.without(rows).contains({900, false}));
    QVERIFY(rows.without(rows).isEmpty());
    QCOMPARE(rows.without(RowSet()).size(), rows.size());
    QVERIFY(RowSet().without(rows).isEmpty());
}

void RowSetTest::bitsOfAnySize()
{
    QBitArray few(3, true);
    QBitArray many(9);
    many.setBit(1);
    many.setBit(8);
    QBitArray left(3, true);
    left.clearBit(1);
    QCOMPARE(withoutBits(few, many), left);
    QBitArray last(9);
    last.setBit(8);
    QCOMPARE(withoutBits(many, few), last);
    QCOMPARE(withoutBits(few, {}), few);
    QCOMPARE(withoutBits({}, many), QBitArray());
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, RowSetTest)
#include "tst_rowset.moc"
