// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/wrongtypes.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;

class TestWrongTypes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneValueIsAskedForOnceMore();
    void wholeAnswersAreAskedForAFewTimes();
    void anAccidentFreesThoseThatWait();
    void groupsAndKindsAreJudgedApart();
    void aFailedQuestionFreesThoseThatWait();
    void aQuestionOfBeforeProvesNothing();

private:
    static constexpr RowKind guest = RowKind::Virtual;
    using Ids = QList<qint64>;
};

void TestWrongTypes::oneValueIsAskedForOnceMore()
{
    WrongTypes types;
    QCOMPARE(types.cameWrong(guest, 4, {7}, false), Ids{7});
    QCOMPARE(types.cameWrong(guest, 4, {8, 9}, false), Ids{}); // wait for what becomes of the first
    QCOMPARE(types.cameAgain(guest, 4, {7}), Ids{});
    for (qint64 id = 10; id < 4000; ++id)
        QCOMPARE(types.cameWrong(guest, 4, {id}, false), Ids{}); // believed
}

void TestWrongTypes::wholeAnswersAreAskedForAFewTimes()
{
    WrongTypes types;
    QCOMPARE(types.cameWrong(guest, 4, {7, 8}, true), (Ids{7, 8}));
    for (int question = 1; question < WrongTypes::questionsIfAll; ++question)
        QCOMPARE(types.cameAgain(guest, 4, {7, 8}), (Ids{7, 8}));
    QCOMPARE(types.cameAgain(guest, 4, {7, 8}), Ids{});
    QCOMPARE(types.cameWrong(guest, 4, {9, 10}, true), Ids{});
    QCOMPARE(types.cameWrong(guest, 4, {11}, false), Ids{});
}

void TestWrongTypes::anAccidentFreesThoseThatWait()
{
    WrongTypes types;
    QCOMPARE(types.cameWrong(guest, 4, {7, 8}, true), (Ids{7, 8}));
    QCOMPARE(types.cameWrong(guest, 4, {20, 21}, true), Ids{});
    QCOMPARE(types.cameAgain(guest, 4, {}), (Ids{20, 21}));
    QCOMPARE(types.cameAgain(guest, 4, {21}), Ids{21});
    QCOMPARE(types.cameAgain(guest, 4, {}), Ids{});
    QCOMPARE(types.cameWrong(guest, 4, {30}, false), Ids{30}); // nothing was believed
}

void TestWrongTypes::groupsAndKindsAreJudgedApart()
{
    WrongTypes types;
    QCOMPARE(types.cameWrong(guest, 4, {7}, false), Ids{7});
    QCOMPARE(types.cameAgain(guest, 4, {7}), Ids{});
    QCOMPARE(types.cameWrong(guest, 5, {7}, false), Ids{7});
    QCOMPARE(types.cameWrong(RowKind::BareMetal, 4, {7}, false), Ids{7});
    // That some rows are wrong says nothing about answers in which all are.
    QCOMPARE(types.cameWrong(guest, 4, {8, 9}, true), (Ids{8, 9}));
    // But it was asked once already.
    for (int question = 1 + WrongTypes::questionsIfSome; question < WrongTypes::questionsIfAll; ++question)
        QCOMPARE(types.cameAgain(guest, 4, {8, 9}), (Ids{8, 9}));
    QCOMPARE(types.cameAgain(guest, 4, {8, 9}), Ids{});
}

void TestWrongTypes::aFailedQuestionFreesThoseThatWait()
{
    WrongTypes types;
    QCOMPARE(types.cameWrong(guest, 4, {7}, false), Ids{7});
    QCOMPARE(types.cameWrong(guest, 4, {8}, false), Ids{});
    QCOMPARE(types.failed(guest, 4), Ids{8});
    QCOMPARE(types.cameWrong(guest, 4, {8}, false), Ids{8});

    QCOMPARE(types.cameWrong(guest, 4, {9}, false), Ids{});
    const QList<DetailRequest> waiting = types.takeAll();
    QCOMPARE(waiting.size(), 1);
    QCOMPARE(waiting.first().ids, Ids{9});
    QCOMPARE(waiting.first().groups, GroupSet().set(4));
    QVERIFY(types.takeAll().isEmpty());
}

/// Its answer may be the accident, as the one before it may have been.
void TestWrongTypes::aQuestionOfBeforeProvesNothing()
{
    WrongTypes types;
    QCOMPARE(types.cameWrong(guest, 4, {7}, true), Ids{7});
    QVERIFY(types.takeAll().isEmpty());
    QCOMPARE(types.cameAgain(guest, 4, {}), Ids{});
    QCOMPARE(types.cameAgain(guest, 4, {7}), Ids{7});
    QCOMPARE(types.cameWrong(guest, 4, {8}, true), Ids{}); // waits for it
    QCOMPARE(types.cameAgain(guest, 4, {}), Ids{8});
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestWrongTypes)
#include "tst_wrongtypes.moc"
