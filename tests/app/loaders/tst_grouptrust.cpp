// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/grouptrust.h"

#include "app/inventory/tablebuilder.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;

class TestGroupTrust : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesUpWhatIsRefusedInARow();
    void aSuccessLongAgoProtectsNothing();
    void rowsOrQuestionsAloneProveNothing();
    void refusedTogetherProvesLittle();
    void badDaysAskForMore();
    void whatWasClearedGoesApart();
    void apartIsOverWhenBatchesCome();
    void apartMayBecomeSuspectAgain();
    void oneKindIsEvidenceForAnother();
    void whatNeverCameCountsTogether();
    void firstRowsAreAskedMoreOften();
    void comesOnlyWhatCameLately();
    void forgets();

private:
    static constexpr RowKind guest = RowKind::Virtual;

    void fail(GroupTrust &trust, int questions, RowKind kind = guest)
    {
        for (int i = 0; i < questions; ++i)
            trust.failed(kind, m_owner | m_size, m_error);
    }

    const GroupSet m_owner = groupSet(ServerGroup::Owner);
    const GroupSet m_size = groupSet(ServerGroup::Size);
    const ApiError m_error = ApiError::make(ApiError::Kind::Forbidden, QStringLiteral("Access Denied."));
};

void TestGroupTrust::givesUpWhatIsRefusedInARow()
{
    GroupTrust trust;
    fail(trust, GroupTrust::onGoodDays.questions);
    QVERIFY(trust.givenUp(guest).none()); // nobody is accused yet
    trust.suspect(guest, m_owner);
    QCOMPARE(trust.suspects(guest), m_owner);
    for (int row = 1; row < GroupTrust::onGoodDays.rows; ++row)
        QVERIFY(!trust.rowFailed(guest, m_owner));
    QVERIFY(trust.rowFailed(guest, m_owner));
    QCOMPARE(trust.givenUp(guest), m_owner);
    QVERIFY(trust.suspects(guest).none());
    QCOMPARE(trust.reason(guest, ServerGroup::Owner), m_error);
    QVERIFY(!trust.rowFailed(guest, m_owner)); // nothing new

    trust.succeeded(guest, m_owner, 1);
    QVERIFY(trust.givenUp(guest).none());
}

void TestGroupTrust::aSuccessLongAgoProtectsNothing()
{
    GroupTrust trust;
    trust.succeeded(guest, m_owner | m_size, 50);
    fail(trust, GroupTrust::onGoodDays.questions);
    trust.suspect(guest, m_owner);
    for (int row = 0; row < GroupTrust::onGoodDays.rows; ++row)
        (void)trust.rowFailed(guest, m_owner);
    QCOMPARE(trust.givenUp(guest), m_owner);
}

void TestGroupTrust::rowsOrQuestionsAloneProveNothing()
{
    GroupTrust trust;
    trust.suspect(guest, m_owner);
    for (int row = 0; row < 100; ++row)
        QVERIFY(!trust.rowFailed(guest, m_owner));
    fail(trust, 100);
    trust.succeeded(guest, m_owner, 50); // one that came, and all is to be proved anew
    fail(trust, GroupTrust::onGoodDays.questions - 1);
    QVERIFY(!trust.rowFailed(guest, m_owner));
    QVERIFY(trust.givenUp(guest).none());
}

/// One of them is enough to have all refused: the owner must not cost the size.
void TestGroupTrust::refusedTogetherProvesLittle()
{
    GroupTrust trust;
    fail(trust, GroupTrust::onGoodDays.questions);
    trust.suspect(guest, m_owner | m_size);
    for (int row = 0; row < 100; ++row)
        QVERIFY(!trust.rowFailed(guest, m_owner | m_size));
    QVERIFY(trust.isTriedTogether(GroupTrust::rowsTogether - 1));
    QVERIFY(!trust.isTriedTogether(GroupTrust::rowsTogether));
    QVERIFY(trust.rowFailed(guest, m_owner));
    QCOMPARE(trust.givenUp(guest), m_owner);
    QCOMPARE(trust.suspects(guest), m_size);
    trust.wasPassing();
    QVERIFY(!trust.isTriedTogether(0));
}

void TestGroupTrust::badDaysAskForMore()
{
    GroupTrust trust;
    trust.wasPassing();
    fail(trust, GroupTrust::onBadDays.questions - 1);
    trust.suspect(guest, m_owner);
    for (int row = 0; row < GroupTrust::onBadDays.rows; ++row)
        QVERIFY(!trust.rowFailed(guest, m_owner));
    fail(trust, 1);
    QVERIFY(trust.rowFailed(guest, m_owner));
}

void TestGroupTrust::whatWasClearedGoesApart()
{
    GroupTrust trust;
    trust.suspect(guest, m_owner);
    trust.succeeded(guest, m_owner, 1);
    QVERIFY(trust.suspects(guest).none());
    QVERIFY(trust.apart(guest).none());
    trust.suspect(guest, m_owner);
    QVERIFY(trust.suspects(guest).none());
    QCOMPARE(trust.apart(guest), m_owner);
}

void TestGroupTrust::apartIsOverWhenBatchesCome()
{
    GroupTrust trust;
    trust.suspect(guest, m_owner);
    trust.succeeded(guest, m_owner, 1);
    trust.suspect(guest, m_owner);
    for (int row = 0; row < 100; ++row)
        trust.succeeded(guest, m_owner, 1); // single rows say nothing about batches
    QCOMPARE(trust.apart(guest), m_owner);
    trust.succeeded(guest, m_owner, 50);
    trust.succeeded(guest, m_owner, 50);
    trust.failed(guest, m_owner, m_error);
    trust.succeeded(guest, m_owner, 50);
    trust.succeeded(guest, m_owner, 50);
    QCOMPARE(trust.apart(guest), m_owner);
    trust.succeeded(guest, m_owner, 50);
    QVERIFY(trust.apart(guest).none());
}

void TestGroupTrust::apartMayBecomeSuspectAgain()
{
    GroupTrust trust;
    trust.suspect(guest, m_owner);
    trust.succeeded(guest, m_owner, 1);
    trust.suspect(guest, m_owner);
    trust.suspect(guest, m_owner);
    QVERIFY(trust.suspects(guest).none());
    fail(trust, GroupTrust::onGoodDays.questions);
    trust.suspect(guest, m_owner);
    QCOMPARE(trust.suspects(guest), m_owner);
}

void TestGroupTrust::oneKindIsEvidenceForAnother()
{
    GroupTrust trust;
    trust.giveUp(RowKind::BareMetal, m_owner, m_error);
    QCOMPARE(trust.reason(RowKind::BareMetal, ServerGroup::Owner), m_error);
    trust.suspect(guest, m_owner);
    QVERIFY(trust.isGivenUpElsewhere(guest, ServerGroup::Owner));
    QVERIFY(!trust.isGivenUpElsewhere(RowKind::BareMetal, ServerGroup::Owner));
    for (int row = 1; row < GroupTrust::rowsIfElsewhere; ++row)
        QVERIFY(!trust.rowFailed(guest, m_owner | m_size));
    QVERIFY(trust.rowFailed(guest, m_owner | m_size)); // without a long run of its own
    QCOMPARE(trust.givenUp(guest), m_owner);
    QVERIFY(!trust.rowFailed(guest, m_size));
}

/// The questions of both, not the rows: those are of each kind alone.
void TestGroupTrust::whatNeverCameCountsTogether()
{
    constexpr int questions = GroupTrust::onGoodDays.questions;
    const auto isGivenUp = [this](GroupTrust &trust) {
        trust.suspect(guest, m_owner);
        for (int row = 1; row < GroupTrust::onGoodDays.rows; ++row) {
            if (trust.rowFailed(guest, m_owner))
                return false; // too early
        }
        return trust.rowFailed(guest, m_owner);
    };
    GroupTrust together;
    fail(together, questions / 2);
    fail(together, questions - questions / 2, RowKind::BareMetal);
    QVERIFY(isGivenUp(together));

    GroupTrust tooFew;
    fail(tooFew, questions / 2);
    fail(tooFew, questions - questions / 2 - 1, RowKind::BareMetal);
    QVERIFY(!isGivenUp(tooFew));

    for (const RowKind kind : {guest, RowKind::BareMetal}) { // then it is not one permission for both
        GroupTrust cameOnce;
        cameOnce.succeeded(kind, m_owner, 50);
        fail(cameOnce, questions / 2);
        fail(cameOnce, questions - questions / 2, RowKind::BareMetal);
        QVERIFY(!isGivenUp(cameOnce));
    }
}

void TestGroupTrust::firstRowsAreAskedMoreOften()
{
    GroupTrust trust;
    for (int row = 0; row < GroupTrust::rowsUntilGoodDay; ++row) {
        QCOMPARE(trust.proof().again, GroupTrust::onBadDays.again);
        trust.wasConfirmed();
    }
    QCOMPARE(trust.proof().again, GroupTrust::onGoodDays.again);
    trust.wasPassing();
    QCOMPARE(trust.proof().again, GroupTrust::onBadDays.again);
}

void TestGroupTrust::comesOnlyWhatCameLately()
{
    GroupTrust trust;
    QVERIFY(!trust.comes(guest, m_owner));
    trust.succeeded(guest, m_owner, 50);
    QVERIFY(trust.comes(guest, m_owner));
    QVERIFY(!trust.comes(guest, m_owner | m_size)); // not all of them
    QVERIFY(!trust.comes(RowKind::BareMetal, m_owner));
    trust.failed(guest, m_owner, m_error);
    QVERIFY(trust.comes(guest, m_owner));
    trust.failed(guest, m_owner, m_error);
    QVERIFY(!trust.comes(guest, m_owner));
    trust.succeeded(guest, m_owner, 1);
    QVERIFY(trust.comes(guest, m_owner));
}

void TestGroupTrust::forgets()
{
    GroupTrust trust;
    trust.giveUp(guest, m_owner, m_error);
    trust.suspect(guest, m_size);
    trust.wasPassing();
    trust.forget();
    QVERIFY(trust.givenUp(guest).none());
    QVERIFY(trust.suspects(guest).none());
    QCOMPARE(trust.proof().rows, GroupTrust::onGoodDays.rows);
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestGroupTrust)
#include "tst_grouptrust.moc"
