// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/quietrows.h"

#include "app/inventory/tablebuilder.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;

/// Rows that have no answer to anything, by what is asked of each by itself.
class TestQuietRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_rows = {}; }
    void severalGroupsWithoutAnswerMakeItSuspect();
    void nobodyIsSuspectIfNoOtherCame();
    void anAnswerClearsIt();
    void isHeldWhileSeveralGroupsAreInQuestion();
    void isProvenWhenAskedForAllItLacks();
    void whatIsRecalledSaysNothing();

private:
    void fail(GroupSet groups) { m_rows.wasSilent(m_row, groups, m_silence); }
    void otherCame(RowKind kind = RowKind::Virtual) { m_rows.answered(kind, {8}, true); }

    QuietRows m_rows;
    const RowKey m_row{RowKind::Virtual, 7};
    const GroupSet m_owner = groupSet(ServerGroup::Owner);
    const GroupSet m_fee = groupSet(ServerGroup::Fee);
    const GroupSet m_size = groupSet(ServerGroup::Size);
    const ApiError m_silence = ApiError::make(ApiError::Kind::Timeout);
};

void TestQuietRows::severalGroupsWithoutAnswerMakeItSuspect()
{
    m_rows.asked(m_row, m_owner);
    m_rows.asked(m_row, m_fee);
    otherCame();
    fail(m_owner);
    fail(m_owner); // the same, and told already
    fail(m_size);  // of which nobody knew
    QVERIFY(m_rows.undecided().isEmpty());
    fail(m_fee);
    QCOMPARE(m_rows.undecided(), QList<RowKey>{m_row});
    QCOMPARE(m_rows.reason(m_row), m_silence);
    m_rows.forget(m_row);
    QVERIFY(m_rows.undecided().isEmpty());
}

/// Of its kind, while it was asked: groups may be to blame, or all is silent.
void TestQuietRows::nobodyIsSuspectIfNoOtherCame()
{
    otherCame();
    m_rows.asked(m_row, m_owner);
    m_rows.asked(m_row, m_fee);
    otherCame(RowKind::BareMetal);
    m_rows.answered(RowKind::Virtual, {8}, false); // an empty list
    fail(m_owner);
    fail(m_fee);
    otherCame();
    QVERIFY(m_rows.undecided().isEmpty());
    QVERIFY(m_rows.heldRows().isEmpty());
}

void TestQuietRows::anAnswerClearsIt()
{
    m_rows.asked(m_row, m_owner);
    m_rows.asked(m_row, m_fee);
    m_rows.asked(m_row, m_size);
    otherCame();
    fail(m_owner);
    fail(m_fee);
    QVERIFY(!m_rows.undecided().isEmpty());
    m_rows.answered(m_row.kind, {m_row.id, 8}, false); // be it that it is refused
    QVERIFY(m_rows.undecided().isEmpty());
    QVERIFY(m_rows.heldRows().isEmpty());
    fail(m_size);
    QVERIFY(m_rows.undecided().isEmpty());
}

void TestQuietRows::isHeldWhileSeveralGroupsAreInQuestion()
{
    m_rows.asked(m_row, m_owner);
    QVERIFY(m_rows.heldRows().isEmpty());
    m_rows.asked(m_row, m_fee);
    QCOMPARE(m_rows.heldRows(), QSet<RowKey>{m_row});
    fail(m_owner);
    QCOMPARE(m_rows.heldRows(), QSet<RowKey>{m_row});
    otherCame();
    fail(m_fee);
    QCOMPARE(m_rows.heldRows(), QSet<RowKey>{m_row}); // suspect now
    m_rows.forget();
    QVERIFY(m_rows.heldRows().isEmpty());
}

void TestQuietRows::isProvenWhenAskedForAllItLacks()
{
    m_rows.asked(m_row, m_owner);
    m_rows.asked(m_row, m_fee);
    otherCame();
    fail(m_owner);
    fail(m_fee);
    QVERIFY(!m_rows.isProven(m_row, 2));
    m_rows.askedForAll(m_row, m_owner | m_size);
    QVERIFY(m_rows.isUnderWay(m_row));
    QVERIFY(m_rows.undecided().isEmpty()); // until that is over
    fail(m_owner);
    QVERIFY(!m_rows.isProven(m_row, 3));
    fail(m_size);
    QVERIFY(!m_rows.isUnderWay(m_row));
    QCOMPARE(m_rows.undecided(), QList<RowKey>{m_row});
    QVERIFY(m_rows.isProven(m_row, 4));
    QVERIFY(!m_rows.isProven(m_row, 5)); // more is to be asked first
}

void TestQuietRows::whatIsRecalledSaysNothing()
{
    m_rows.asked(m_row, m_owner);
    m_rows.asked(m_row, m_fee);
    m_rows.recalled(m_row, m_fee);
    m_rows.recalled({RowKind::Virtual, 8}, m_fee);
    QVERIFY(m_rows.heldRows().isEmpty());
    otherCame();
    fail(m_owner);
    fail(m_fee);
    QVERIFY(m_rows.undecided().isEmpty());
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestQuietRows)
#include "tst_quietrows.moc"
