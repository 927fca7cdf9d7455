// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/rowsofparents.h"

#include "support/testmain.h"

#include <QTest>

using namespace layerscope;

namespace {

constexpr qint64 firstPool = 309;
constexpr qint64 secondPool = 310;
constexpr qint64 thirdPool = 311;
constexpr RowKey sharedServer{RowKind::BareMetal, 7};

/// Below which one a row stands that lists bring one after the other.
struct Standing
{
    bool take(qint64 parent, std::optional<qint64> named = {})
    {
        return put(parent, rows.take(parent, {sharedServer, below, named, false}));
    }
    /// Its lists are asked once more, and bring it again.
    bool confirm(qint64 parent, std::optional<qint64> named = {})
    {
        const bool wasDoubtful = rows.takeDoubtful(parent).contains(sharedServer);
        return put(parent, rows.take(parent, {sharedServer, below, named, wasDoubtful}));
    }
    bool put(qint64 parent, bool isHere)
    {
        if (isHere)
            below = parent;
        return isHere;
    }

    RowsOfParents rows;
    std::optional<qint64> below;
};

} // namespace

class TestRowsOfParents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRowOfOneParentIsHere();
    void twoListsOfOneParentHaveItOnce();
    void aRowOfTwoIsInDoubtWhereItCameFirst();
    void whoWentIsForgotten();
    void whoIsInBothStandsBelowTheLowerNumber_data();
    void whoIsInBothStandsBelowTheLowerNumber();
    void whoIsInBothStandsWhereItSays();
    void whoIsInThreeIsCountedInEach();
    void aListThatFailedTellsNothing();
};

void TestRowsOfParents::aRowOfOneParentIsHere()
{
    Standing row;
    QVERIFY(row.take(firstPool));
    QCOMPARE(row.rows.count(firstPool), 1);
    QCOMPARE(row.rows.elsewhere(firstPool), 0);
    QVERIFY(row.rows.inDoubt().isEmpty());
    row.rows.clear();
    QCOMPARE(row.rows.count(firstPool), 0);
}

void TestRowsOfParents::twoListsOfOneParentHaveItOnce()
{
    Standing row;
    QVERIFY(row.take(firstPool));
    QVERIFY(row.take(firstPool));
    QCOMPARE(row.rows.count(firstPool), 1);
}

void TestRowsOfParents::aRowOfTwoIsInDoubtWhereItCameFirst()
{
    Standing row;
    QVERIFY(row.take(secondPool));
    QVERIFY(row.take(firstPool));
    QCOMPARE(row.rows.count(firstPool), 1);
    QCOMPARE(row.rows.count(secondPool), 1);
    QCOMPARE(row.rows.elsewhere(secondPool), 1);
    QCOMPARE(row.rows.shared(secondPool), 0);
    QCOMPARE(row.rows.inDoubt(), QList<qint64>{secondPool});
    QVERIFY(row.take(secondPool)); // it went back
    QCOMPARE(row.rows.inDoubt(), QList<qint64>{firstPool});
    QCOMPARE(row.rows.count(secondPool), 1);
}

void TestRowsOfParents::whoWentIsForgotten()
{
    Standing row;
    QVERIFY(row.take(firstPool));
    QVERIFY(row.take(secondPool));
    QCOMPARE(row.rows.takeDoubtful(firstPool),
             QSet<RowKey>{sharedServer}); // and its lists do not have it any more
    QCOMPARE(row.rows.count(firstPool), 0);
    QCOMPARE(row.rows.elsewhere(firstPool), 0);
    QVERIFY(row.rows.inDoubt().isEmpty());
}

void TestRowsOfParents::whoIsInBothStandsBelowTheLowerNumber_data()
{
    QTest::addColumn<QList<qint64>>("order");
    QTest::newRow("the lower one firstPool") << QList<qint64>{firstPool, secondPool};
    QTest::newRow("the other one firstPool") << QList<qint64>{secondPool, firstPool};
}

void TestRowsOfParents::whoIsInBothStandsBelowTheLowerNumber()
{
    QFETCH(QList<qint64>, order);
    Standing row;
    QVERIFY(row.take(order.first()));
    QVERIFY(row.take(order.last()));
    QCOMPARE(row.confirm(order.first()), order.first() == firstPool);
    QCOMPARE(row.below.value_or(0), firstPool);
    QCOMPARE(row.rows.count(firstPool), 1);
    QCOMPARE(row.rows.count(secondPool), 1);
    QCOMPARE(row.rows.elsewhere(firstPool), 0);
    QCOMPARE(row.rows.elsewhere(secondPool), 1);
    QCOMPARE(row.rows.shared(secondPool), 1);
    QVERIFY(row.rows.inDoubt().isEmpty());

    // Another retry of either changes nothing.
    QCOMPARE(row.confirm(secondPool), false);
    QCOMPARE(row.confirm(firstPool), true);
    QCOMPARE(row.rows.count(secondPool), 1);
    QVERIFY(row.rows.inDoubt().isEmpty());
}

void TestRowsOfParents::whoIsInBothStandsWhereItSays()
{
    Standing row;
    QVERIFY(row.take(firstPool, secondPool));
    QVERIFY(row.take(secondPool, secondPool));
    QVERIFY(!row.confirm(firstPool, secondPool));
    QCOMPARE(row.below.value_or(0), secondPool);
    QCOMPARE(row.rows.shared(firstPool), 1);

    Standing stranger; // it names neither of them
    QVERIFY(stranger.take(firstPool, thirdPool));
    QVERIFY(stranger.take(secondPool, thirdPool));
    QVERIFY(stranger.confirm(firstPool, thirdPool));
}

void TestRowsOfParents::whoIsInThreeIsCountedInEach()
{
    Standing row;
    for (const qint64 parent : {firstPool, secondPool, thirdPool})
        QVERIFY(row.take(parent));
    QCOMPARE(row.rows.inDoubt(), (QList<qint64>{firstPool, secondPool}));
    QVERIFY(row.confirm(firstPool));
    QVERIFY(!row.confirm(secondPool));
    QCOMPARE(row.below.value_or(0), firstPool);
    for (const qint64 parent : {firstPool, secondPool, thirdPool})
        QCOMPARE(row.rows.count(parent), 1);
    QCOMPARE(row.rows.shared(secondPool), 1);
    QCOMPARE(row.rows.shared(thirdPool), 1);
    QVERIFY(row.rows.inDoubt().isEmpty());
}

void TestRowsOfParents::aListThatFailedTellsNothing()
{
    Standing row;
    QVERIFY(row.take(firstPool));
    QVERIFY(row.take(secondPool));
    const QSet<RowKey> doubtful = row.rows.takeDoubtful(firstPool);
    for (const RowKey key : doubtful)
        row.rows.putBack(firstPool, key);
    QCOMPARE(row.rows.count(firstPool), 1);
    QCOMPARE(row.rows.elsewhere(firstPool), 1);
    QCOMPARE(row.rows.inDoubt(), QList<qint64>{firstPool});
    row.rows.putBack(firstPool, sharedServer); // it is there
    QCOMPARE(row.rows.count(firstPool), 1);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestRowsOfParents)
#include "tst_rowsofparents.moc"
