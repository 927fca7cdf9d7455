// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/grouphealth.h"

#include "app/inventory/tablebuilder.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;

class TestGroupHealth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doubtsAllThatHadNoAnswer();
    void fewInDoubtAreTriedOnSeveralRows();
    void givesUpWhatIsRefusedInARow();
    void aSuccessLongAgoProtectsNothing();
    void whatComesForSomeRowsIsProvedByMore();
    void rowsThatAreRefusedSetItApart();
    void whatComesAfterARefusalIsMixed();
    void whatComesForAnotherKindIsProvedByMore();
    void whatCameAfterAProofIsDoubted();
    void aRowThatCameMakesNoBadDayForEver();
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
    void whatWasRefusedBeforeIsSoonBelieved();
    void whatWasRefusedBeforeMayCome();
    void onlyWhatIsRefusedRowByRowIsToBeRecalled();
    void forgets();

private:
    static constexpr RowKind guest = RowKind::Virtual;

    void fail(GroupHealth &health, int questions, RowKind kind = guest)
    {
        for (int i = 0; i < questions; ++i)
            health.failed(kind, m_owner | m_size, m_error);
    }

    const GroupSet m_owner = groupSet(ServerGroup::Owner);
    const GroupSet m_size = groupSet(ServerGroup::Size);
    const ApiError m_error = ApiError::make(ApiError::Kind::Forbidden, QStringLiteral("Access Denied."));
};

void TestGroupHealth::givesUpWhatIsRefusedInARow()
{
    GroupHealth health;
    fail(health, GroupHealth::onGoodDays.questions);
    QVERIFY(health.givenUp(guest).none()); // nobody is accused yet
    health.suspect(guest, m_owner);
    QCOMPARE(health.suspects(guest), m_owner);
    for (int row = 1; row < GroupHealth::onGoodDays.rows; ++row)
        QVERIFY(!health.rowFailed(guest, m_owner));
    QVERIFY(health.rowFailed(guest, m_owner));
    QCOMPARE(health.givenUp(guest), m_owner);
    QVERIFY(health.suspects(guest).none());
    QCOMPARE(health.reason(guest, ServerGroup::Owner), m_error);
    QVERIFY(!health.rowFailed(guest, m_owner)); // nothing new

    health.succeeded(guest, m_owner, 1);
    QVERIFY(health.givenUp(guest).none());
}

void TestGroupHealth::aSuccessLongAgoProtectsNothing()
{
    GroupHealth health;
    health.succeeded(guest, m_owner | m_size, 50);
    fail(health, GroupHealth::onGoodDays.questions);
    health.suspect(guest, m_owner);
    for (int row = 0; row < GroupHealth::onGoodDays.rows; ++row)
        (void)health.rowFailed(guest, m_owner);
    QCOMPARE(health.givenUp(guest), m_owner);
}

/// Three rows in a row are nothing, if every second is refused.
void TestGroupHealth::whatComesForSomeRowsIsProvedByMore()
{
    GroupHealth health;
    for (int row = 0; row < 10; ++row) {
        health.suspect(guest, m_owner);
        QVERIFY(!health.rowFailed(guest, m_owner));
        health.succeeded(guest, m_owner, 1);
    }
    fail(health, GroupHealth::onGoodDays.questions);
    health.suspect(guest, m_owner);
    health.suspect(guest, m_owner);
    const int rows = health.mixed().rowsOfProof(guest, ServerGroup::Owner);
    QVERIFY(rows > 15);
    for (int row = 1; row < rows; ++row)
        QVERIFY(!health.rowFailed(guest, m_owner));
    QVERIFY(health.rowFailed(guest, m_owner));
    QVERIFY(health.refusals(guest).none()); // it may come for others next time
}

void TestGroupHealth::rowsThatAreRefusedSetItApart()
{
    GroupHealth health;
    QVERIFY(!health.rowWasRefused(guest, m_owner)); // which never came: it may be all rows
    QVERIFY(health.apart(guest).none());
    health.succeeded(guest, m_owner, 50);
    QVERIFY(health.rowWasRefused(guest, m_owner));
    QVERIFY(!health.rowWasRefused(guest, m_owner)); // nothing new
    for (int batch = 0; batch < 12; ++batch) {
        QCOMPARE(health.apart(guest), m_owner); // some batches without one say little
        health.succeeded(guest, m_owner, 50);
    }
    QVERIFY(health.apart(guest).none());

    health.suspect(guest, m_size);
    health.mix(guest, m_size);
    QCOMPARE(health.apart(guest), m_size);
    QVERIFY(health.suspects(guest).none());
}

/// The suspects of its relation are mixed with it, if they were refused.
void TestGroupHealth::whatComesAfterARefusalIsMixed()
{
    const GroupSet fee = groupSet(ServerGroup::Fee);
    const auto mixedWith = [this](const GroupHealth &health) {
        return health.mixedWith(serverCatalogue(), guest, m_owner);
    };
    GroupHealth health;
    health.suspect(guest, m_owner | fee | m_size);
    QVERIFY(mixedWith(health).none()); // it was refused for another kind
    fail(health, 1);
    QCOMPARE(mixedWith(health), m_owner);
    health.failed(guest, fee, m_error);
    QCOMPARE(mixedWith(health), m_owner | fee);
    health.succeeded(guest, fee, 1);
    QCOMPARE(mixedWith(health), m_owner);
}

void TestGroupHealth::whatComesForAnotherKindIsProvedByMore()
{
    GroupHealth health;
    health.succeeded(RowKind::BareMetal, m_owner, 50);
    fail(health, GroupHealth::onGoodDays.questions);
    health.suspect(guest, m_owner);
    for (int row = 1; row < GroupHealth::rowsIfItComesElsewhere; ++row)
        QVERIFY(!health.rowFailed(guest, m_owner));
    QVERIFY(health.rowFailed(guest, m_owner));
    QVERIFY(health.doubtProof(RowKind::BareMetal, guest, m_owner).none()); // enough is enough
}

void TestGroupHealth::whatCameAfterAProofIsDoubted()
{
    GroupHealth health;
    fail(health, GroupHealth::onGoodDays.questions);
    health.suspect(guest, m_owner);
    for (int row = 0; row < GroupHealth::onGoodDays.rows; ++row)
        (void)health.rowFailed(guest, m_owner);
    QCOMPARE(health.givenUp(guest), m_owner);
    QVERIFY(health.doubtProof(RowKind::BareMetal, guest, m_owner).none()); // as long as it does not come
    health.succeeded(RowKind::BareMetal, m_owner | m_size, 1);
    QCOMPARE(health.doubtProof(RowKind::BareMetal, guest, m_owner | m_size), m_owner);
    QVERIFY(health.givenUp(guest).none());
    QCOMPARE(health.suspects(guest), m_owner);
    for (int row = 1; row <= GroupHealth::rowsIfItComesElsewhere; ++row)
        QCOMPARE(health.rowFailed(guest, m_owner), row == GroupHealth::rowsIfItComesElsewhere);
}

/// It may be refused for some rows only: rows that are refused again and again tell.
void TestGroupHealth::aRowThatCameMakesNoBadDayForEver()
{
    GroupHealth health;
    health.mayHaveBeenPassing();
    for (int row = 0; row < GroupHealth::rowsUntilGoodDay; ++row) {
        QCOMPARE(health.proof().rows, GroupHealth::onBadDays.rows);
        QCOMPARE(health.proof().again, GroupHealth::onBadDays.again);
        health.wasConfirmed();
    }
    QCOMPARE(health.proof().rows, GroupHealth::onGoodDays.rows);
    QCOMPARE(health.proof().again, GroupHealth::onGoodDays.again);
    health.wasPassing();
    QCOMPARE(health.proof().again, GroupHealth::onBadDays.again);
}

void TestGroupHealth::rowsOrQuestionsAloneProveNothing()
{
    GroupHealth health;
    health.suspect(guest, m_owner);
    for (int row = 0; row < 100; ++row)
        QVERIFY(!health.rowFailed(guest, m_owner));
    fail(health, 100);
    health.succeeded(guest, m_owner, 50); // one that came, and all is to be proved anew
    fail(health, GroupHealth::onGoodDays.questions - 1);
    QVERIFY(!health.rowFailed(guest, m_owner));
    QVERIFY(health.givenUp(guest).none());
}

/// One of them is enough to have all refused: the owner must not cost the size.
void TestGroupHealth::refusedTogetherProvesLittle()
{
    GroupHealth health;
    fail(health, GroupHealth::onGoodDays.questions);
    health.suspect(guest, m_owner | m_size);
    for (int row = 0; row < 100; ++row)
        QVERIFY(!health.rowFailed(guest, m_owner | m_size));
    QVERIFY(health.isTriedTogether(GroupHealth::rowsTogether - 1));
    QVERIFY(!health.isTriedTogether(GroupHealth::rowsTogether));
    QVERIFY(health.rowFailed(guest, m_owner));
    QCOMPARE(health.givenUp(guest), m_owner);
    QCOMPARE(health.suspects(guest), m_size);
    health.wasPassing();
    QVERIFY(!health.isTriedTogether(0));
}

void TestGroupHealth::badDaysAskForMore()
{
    GroupHealth health;
    health.wasPassing();
    fail(health, GroupHealth::onBadDays.questions - 1);
    health.suspect(guest, m_owner);
    for (int row = 0; row < GroupHealth::onBadDays.rows; ++row)
        QVERIFY(!health.rowFailed(guest, m_owner));
    fail(health, 1);
    QVERIFY(health.rowFailed(guest, m_owner));
}

void TestGroupHealth::whatWasClearedGoesApart()
{
    GroupHealth health;
    health.suspect(guest, m_owner);
    health.succeeded(guest, m_owner, 1);
    QVERIFY(health.suspects(guest).none());
    QVERIFY(health.apart(guest).none());
    health.suspect(guest, m_owner);
    QVERIFY(health.suspects(guest).none());
    QCOMPARE(health.apart(guest), m_owner);
}

void TestGroupHealth::apartIsOverWhenBatchesCome()
{
    GroupHealth health;
    health.suspect(guest, m_owner);
    health.succeeded(guest, m_owner, 1);
    health.suspect(guest, m_owner);
    for (int row = 0; row < 100; ++row)
        health.succeeded(guest, m_owner, 1); // single rows say nothing about batches
    QCOMPARE(health.apart(guest), m_owner);
    health.succeeded(guest, m_owner, 50);
    health.succeeded(guest, m_owner, 50);
    health.failed(guest, m_owner, m_error);
    health.succeeded(guest, m_owner, 50);
    health.succeeded(guest, m_owner, 50);
    QCOMPARE(health.apart(guest), m_owner);
    health.succeeded(guest, m_owner, 50);
    QVERIFY(health.apart(guest).none());
}

void TestGroupHealth::apartMayBecomeSuspectAgain()
{
    GroupHealth health;
    health.suspect(guest, m_owner);
    health.succeeded(guest, m_owner, 1);
    health.suspect(guest, m_owner);
    health.suspect(guest, m_owner);
    QVERIFY(health.suspects(guest).none());
    fail(health, GroupHealth::onGoodDays.questions);
    health.suspect(guest, m_owner);
    QCOMPARE(health.suspects(guest), m_owner);
}

void TestGroupHealth::oneKindIsEvidenceForAnother()
{
    GroupHealth health;
    health.giveUp(RowKind::BareMetal, m_owner, m_error);
    QCOMPARE(health.reason(RowKind::BareMetal, ServerGroup::Owner), m_error);
    health.suspect(guest, m_owner);
    QVERIFY(health.isGivenUpElsewhere(guest, ServerGroup::Owner));
    QVERIFY(!health.isGivenUpElsewhere(RowKind::BareMetal, ServerGroup::Owner));
    for (int row = 1; row < GroupHealth::rowsIfElsewhere; ++row)
        QVERIFY(!health.rowFailed(guest, m_owner | m_size));
    QVERIFY(health.rowFailed(guest, m_owner | m_size)); // without a long run of its own
    QCOMPARE(health.givenUp(guest), m_owner);
    QVERIFY(!health.rowFailed(guest, m_size));
}

/// The questions of both, not the rows: those are of each kind alone.
void TestGroupHealth::whatNeverCameCountsTogether()
{
    constexpr int questions = GroupHealth::onGoodDays.questions;
    const auto isGivenUp = [this](GroupHealth &health) {
        health.suspect(guest, m_owner);
        for (int row = 1; row < GroupHealth::onGoodDays.rows; ++row) {
            if (health.rowFailed(guest, m_owner))
                return false; // too early
        }
        return health.rowFailed(guest, m_owner);
    };
    GroupHealth together;
    fail(together, questions / 2);
    fail(together, questions - questions / 2, RowKind::BareMetal);
    QVERIFY(isGivenUp(together));

    GroupHealth tooFew;
    fail(tooFew, questions / 2);
    fail(tooFew, questions - questions / 2 - 1, RowKind::BareMetal);
    QVERIFY(!isGivenUp(tooFew));

    for (const RowKind kind : {guest, RowKind::BareMetal}) { // then it is not one permission for both
        GroupHealth cameOnce;
        cameOnce.succeeded(kind, m_owner, 50);
        fail(cameOnce, questions / 2);
        fail(cameOnce, questions - questions / 2, RowKind::BareMetal);
        QVERIFY(!isGivenUp(cameOnce));
    }
}

void TestGroupHealth::firstRowsAreAskedMoreOften()
{
    GroupHealth health;
    for (int row = 0; row < GroupHealth::rowsUntilGoodDay; ++row) {
        QCOMPARE(health.proof().again, GroupHealth::onBadDays.again);
        health.wasConfirmed();
    }
    QCOMPARE(health.proof().again, GroupHealth::onGoodDays.again);
    health.wasPassing();
    QCOMPARE(health.proof().again, GroupHealth::onBadDays.again);
}

void TestGroupHealth::comesOnlyWhatCameLately()
{
    GroupHealth health;
    QVERIFY(!health.comes(guest, m_owner));
    health.succeeded(guest, m_owner, 50);
    QVERIFY(health.comes(guest, m_owner));
    QVERIFY(!health.comes(guest, m_owner | m_size)); // not all of them
    QVERIFY(!health.comes(RowKind::BareMetal, m_owner));
    health.failed(guest, m_owner, m_error);
    QVERIFY(health.comes(guest, m_owner));
    health.failed(guest, m_owner, m_error);
    QVERIFY(!health.comes(guest, m_owner));
    health.succeeded(guest, m_owner, 1);
    QVERIFY(health.comes(guest, m_owner));
}

/// The earlier load had its long run; but rows are tried in each.
void TestGroupHealth::whatWasRefusedBeforeIsSoonBelieved()
{
    GroupHealth health;
    health.recall(guest, m_owner);
    QCOMPARE(health.suspects(guest), m_owner);
    QCOMPARE(health.refusals(guest), m_owner); // as long as nothing else is known
    for (int row = 1; row <= GroupHealth::onGoodDays.rows; ++row) {
        QVERIFY(health.givenUp(guest).none());
        health.failed(guest, m_owner, m_error);
        QCOMPARE(health.rowFailed(guest, m_owner), row == GroupHealth::onGoodDays.rows);
    }
    QCOMPARE(health.givenUp(guest), m_owner);
    QCOMPARE(health.refusals(guest), m_owner);

    GroupHealth badDay;
    badDay.recall(guest, m_owner);
    badDay.wasPassing();
    for (int row = 1; row <= GroupHealth::onBadDays.rows; ++row) {
        badDay.failed(guest, m_owner, m_error);
        QVERIFY(!badDay.rowFailed(guest, m_owner)); // it takes the whole run
    }
    badDay.forget();
    QVERIFY(badDay.suspects(guest).none());
    QVERIFY(badDay.refusals(guest).none());
}

/// That is no refusal that passed, nor is the group one that comes and goes.
void TestGroupHealth::whatWasRefusedBeforeMayCome()
{
    GroupHealth health;
    health.recall(guest, m_owner);
    QCOMPARE(health.onlyRecalled(guest, m_owner | m_size), m_owner);
    health.succeeded(guest, m_owner, 1);
    QVERIFY(health.suspects(guest).none());
    QVERIFY(health.refusals(guest).none());
    health.suspect(guest, m_owner);
    QCOMPARE(health.suspects(guest), m_owner); // for the first time
    QVERIFY(health.apart(guest).none());

    GroupHealth other;
    other.recall(guest, m_owner);
    other.failed(guest, m_owner, m_error);
    QVERIFY(other.onlyRecalled(guest, m_owner).none()); // for some rows it is refused
    other.succeeded(guest, m_owner, 1);
    other.suspect(guest, m_owner);
    QCOMPARE(other.apart(guest), m_owner);
}

void TestGroupHealth::onlyWhatIsRefusedRowByRowIsToBeRecalled()
{
    const auto givenUpFor = [this](const ApiError &error, bool anythingComes = true) {
        GroupHealth health;
        if (anythingComes)
            health.succeeded(guest, m_size, 1);
        for (int i = 0; i < GroupHealth::onGoodDays.questions; ++i)
            health.failed(guest, m_owner, error);
        health.suspect(guest, m_owner);
        for (int row = 0; row < GroupHealth::onGoodDays.rows; ++row)
            (void)health.rowFailed(guest, m_owner);
        return health;
    };
    GroupHealth refused = givenUpFor(m_error);
    QCOMPARE(refused.refusals(guest), m_owner);
    refused.succeeded(guest, m_owner, 1);
    QVERIFY(refused.refusals(guest).none());
    const GroupHealth broken = givenUpFor(ApiError::make(ApiError::Kind::Server));
    QCOMPARE(broken.givenUp(guest), m_owner);
    QVERIFY(broken.refusals(guest).none()); // it may be well by then
    const GroupHealth closed = givenUpFor(m_error, false);
    QCOMPARE(closed.givenUp(guest), m_owner);
    QVERIFY(closed.refusals(guest).none()); // it is the rows that are refused
    GroupHealth whole;
    whole.giveUp(guest, m_owner | m_size, m_error); // nothing of these rows comes at all
    QVERIFY(whole.refusals(guest).none());
}

void TestGroupHealth::forgets()
{
    GroupHealth health;
    health.giveUp(guest, m_owner, m_error);
    health.suspect(guest, m_size);
    health.wasPassing();
    health.forget();
    QVERIFY(health.givenUp(guest).none());
    QVERIFY(health.suspects(guest).none());
    QCOMPARE(health.proof().rows, GroupHealth::onGoodDays.rows);
}

void TestGroupHealth::doubtsAllThatHadNoAnswer()
{
    GroupHealth health;
    const ApiError silence = ApiError::make(ApiError::Kind::Timeout);
    const GroupSet both = m_owner | m_size;
    health.failed(guest, both, silence);
    health.doubt(guest, both);
    QCOMPARE(health.suspects(guest), both);
    QCOMPARE(health.doubted(guest), both);
    health.succeeded(guest, m_size, 1); // a row by itself
    QCOMPARE(health.suspects(guest), m_owner);
    for (int row = 0; row < 2; ++row) {
        health.failed(guest, m_owner, silence);
        QVERIFY(!health.rowWasUnanswered(guest, m_owner));
    }
    QVERIFY(!health.isSilent(guest));
    health.failed(guest, m_owner, silence);
    QVERIFY(health.rowWasUnanswered(guest, m_owner));
    QCOMPARE(health.givenUp(guest), m_owner);
    QVERIFY(health.suspects(guest).none());
    for (int i = 0; i < 3; ++i)
        health.failed(guest, m_size, silence);
    QVERIFY(health.isSilent(guest)); // six in a row, whatever they were about
    health.succeeded(guest, m_size, 1);
    QVERIFY(!health.isSilent(guest));
}

/// As many as it takes to give it up, if that does not make too many calls.
void TestGroupHealth::fewInDoubtAreTriedOnSeveralRows()
{
    const ApiError silence = ApiError::make(ApiError::Kind::Timeout);
    GroupHealth health;
    health.suspect(guest, m_size);
    QCOMPARE(health.rowsAtOnce(guest, m_size), 1); // accused, not doubted
    health.doubt(guest, m_owner);
    QVERIFY(health.isDoubted(guest, m_owner));
    QVERIFY(!health.isDoubted(guest, m_size));
    QVERIFY(!health.isDoubted(guest, {}));
    QCOMPARE(health.rowsAtOnce(guest, m_owner), 3);
    QVERIFY(!health.rowWasUnanswered(guest, m_owner));
    QCOMPARE(health.rowsAtOnce(guest, m_owner), 2);
    health.succeeded(guest, m_owner, 1);
    QCOMPARE(health.rowsAtOnce(guest, m_owner), 1);

    GroupHealth many;
    many.doubt(guest, GroupSet().set());
    QCOMPARE(many.rowsAtOnce(guest, m_owner), 1);
    GroupHealth bad;
    bad.wasPassing();
    bad.doubt(guest, m_owner);
    QCOMPARE(bad.rowsAtOnce(guest, m_owner), 6);
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestGroupHealth)
#include "tst_grouphealth.moc"
