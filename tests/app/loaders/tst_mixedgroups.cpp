// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/mixedgroups.h"

#include "app/inventory/tablebuilder.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;

class TestMixedGroups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOftenerItIsRefusedTheMoreRowsProve_data();
    void theOftenerItIsRefusedTheMoreRowsProve();
    void trialsThemselvesAreNoEvidence();
    void asksForAsManyRowsAsCome();
    void whatIsRefusedGoesOneAtATime();
    void isCalmWhenManyCame();

private:
    static constexpr RowKind guest = RowKind::Virtual;
    const GroupSet m_fee = groupSet(ServerGroup::Fee);
    const GroupSet m_owner = groupSet(ServerGroup::Owner);
};

void TestMixedGroups::theOftenerItIsRefusedTheMoreRowsProve_data()
{
    QTest::addColumn<int>("came");
    QTest::addColumn<int>("refused");
    QTest::addColumn<int>("rows");
    QTest::newRow("all of many") << 1000 << 0 << 2;
    QTest::newRow("one half") << 1000 << 1000 << 17;
    QTest::newRow("one third") << 1000 << 2000 << 29;
    QTest::newRow("one tenth") << 1000 << 9000 << 110;
    QTest::newRow("the first") << 1 << 0 << 62;
    QTest::newRow("the first but one") << 1 << 1 << 74;
}

void TestMixedGroups::theOftenerItIsRefusedTheMoreRowsProve()
{
    QFETCH(int, came);
    QFETCH(int, refused);
    MixedGroups mixed;
    for (int row = 0; row < refused; ++row)
        mixed.rowRefused(guest, m_fee);
    mixed.came(guest, m_fee, came);
    QTEST(mixed.rowsOfProof(guest, ServerGroup::Fee), "rows");
    QVERIFY(!mixed.wasRefused(guest, ServerGroup::Owner));
    QVERIFY(!mixed.wasRefused(RowKind::BareMetal, ServerGroup::Fee));
}

/// Until one comes: then they are as good as any.
void TestMixedGroups::trialsThemselvesAreNoEvidence()
{
    MixedGroups mixed;
    mixed.came(guest, m_fee, 100);
    const int rows = mixed.rowsOfProof(guest, ServerGroup::Fee);
    for (int row = 1; row <= 100; ++row) {
        QCOMPARE(mixed.isRunLong(guest, ServerGroup::Fee), row > 10);
        mixed.trialRefused(guest, m_fee);
        QCOMPARE(mixed.rowsOfProof(guest, ServerGroup::Fee), rows);
    }
    mixed.came(guest, m_fee, 1);
    QVERIFY(!mixed.isRunLong(guest, ServerGroup::Fee));
    QVERIFY(mixed.rowsOfProof(guest, ServerGroup::Fee) > rows);
}

void TestMixedGroups::asksForAsManyRowsAsCome()
{
    MixedGroups mixed;
    const int first = mixed.batchRows(guest, m_fee);
    mixed.batchCame(guest, m_fee, first);
    QVERIFY(mixed.batchRows(guest, m_fee) > first);
    mixed.batchCame(guest, m_fee, 1); // says little
    const int most = mixed.batchRows(guest, m_fee);
    mixed.batchCame(guest, m_owner, 1);
    QCOMPARE(mixed.batchRows(guest, m_fee | m_owner), first); // for each of them
    for (int batch = 0; batch < 10; ++batch)
        mixed.batchRefused(guest, m_fee, most);
    QCOMPARE(mixed.batchRows(guest, m_fee), most / 4); // those were asked at the same time
    for (int batch = 0; batch < 10; ++batch)
        mixed.batchRefused(guest, m_fee, mixed.batchRows(guest, m_fee));
    QCOMPARE(mixed.batchRows(guest, m_fee), 1);
    QCOMPARE(mixed.batchRows(RowKind::BareMetal, m_fee), first);
}

void TestMixedGroups::whatIsRefusedGoesOneAtATime()
{
    MixedGroups mixed;
    QVERIFY(!mixed.wasLastRefused(guest, m_fee));
    mixed.batchRefused(guest, m_fee, 10);
    QVERIFY(mixed.wasLastRefused(guest, m_fee | m_owner));
    QVERIFY(!mixed.wasLastRefused(guest, m_owner));
    mixed.batchCame(guest, m_fee, 1);
    QVERIFY(!mixed.wasLastRefused(guest, m_fee));
}

void TestMixedGroups::isCalmWhenManyCame()
{
    MixedGroups mixed;
    QVERIFY(mixed.isCalm(guest, ServerGroup::Fee)); // it never was refused
    mixed.rowRefused(guest, m_fee);
    mixed.came(guest, m_fee, 599);
    QVERIFY(!mixed.isCalm(guest, ServerGroup::Fee));
    mixed.came(guest, m_fee, 1);
    QVERIFY(mixed.isCalm(guest, ServerGroup::Fee));
    mixed.batchRefused(guest, m_fee, 10);
    QVERIFY(!mixed.isCalm(guest, ServerGroup::Fee));
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestMixedGroups)
#include "tst_mixedgroups.moc"
