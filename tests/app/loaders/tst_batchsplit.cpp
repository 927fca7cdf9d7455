// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/batchsplit.h"

#include "app/inventory/tablebuilder.h"

#include <QTest>

using namespace layerscope;

using Form = DetailAsk::Form;
using Kind = ApiError::Kind;
using Reason = DetailAsk::Reason;
using Verdict = AfterFailure::Verdict;

class TestBatchSplit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void batchBecomes_data();
    void batchBecomes();
    void batchOfOneThatIsTooMuchBecomesARow();
    void rowBecomesItsGroups();
    void cellIsConfirmedThenSettled_data();
    void cellIsConfirmedThenSettled();
    void missingRowThatIsUnknownIsGone();
    void networkAndRateLimitAreNobodysFault_data();
    void networkAndRateLimitAreNobodysFault();
    void checksWhatCame_data();
    void checksWhatCame();

private:
    static DetailAsk batch(const QList<qint64> &ids)
    {
        return {RowKind::Virtual,
                ids,
                groupSet(ServerGroup::Size, ServerGroup::Tags),
                Form::Batch,
                Reason::Wanted,
                Priority::ReadAhead,
                0};
    }
    static DetailAsk row(GroupSet groups, Reason reason = Reason::Wanted)
    {
        return {RowKind::Virtual, {7}, groups, Form::Single, reason, Priority::Visible, 0};
    }
    static ApiError error(Kind kind, int status = 500)
    {
        ApiError made = ApiError::make(kind);
        made.httpStatus = status;
        return made;
    }
};

void TestBatchSplit::batchBecomes_data()
{
    QTest::addColumn<ApiError>("failure");
    QTest::addColumn<bool>("isHalved");

    QTest::newRow("too much") << error(Kind::TooMuch) << true;
    QTest::newRow("timeout") << error(Kind::Timeout, 0) << true;
    QTest::newRow("gateway timeout") << error(Kind::Server, 504) << true;
    QTest::newRow("cut off") << error(Kind::BadResponse, 200) << true;
    QTest::newRow("forbidden") << error(Kind::Forbidden) << false;
    QTest::newRow("not found") << error(Kind::NotFound, 404) << false;
    QTest::newRow("mask refused") << error(Kind::InvalidRequest) << false;
    QTest::newRow("broken down") << error(Kind::Server) << false;
    QTest::newRow("wrong type") << ApiError::wrongType(QStringLiteral("[0]"), u"object", u"number") << false;
}

void TestBatchSplit::batchBecomes()
{
    QFETCH(ApiError, failure);
    QFETCH(bool, isHalved);
    const DetailAsk asked = batch({1, 2, 3, 4, 5});
    const AfterFailure plan = afterFailure(asked, failure);
    QCOMPARE(plan.verdict, Verdict::AskAgain);

    QList<qint64> ids;
    for (const DetailAsk &ask : plan.again) {
        QCOMPARE(ask.form, isHalved ? Form::Batch : Form::Single);
        QCOMPARE(ask.groups, asked.groups);
        QCOMPARE(ask.priority, asked.priority);
        ids += ask.ids;
    }
    QCOMPARE(ids, asked.ids);
    QCOMPARE(plan.again.size(), isHalved ? 2 : 5);
}

void TestBatchSplit::batchOfOneThatIsTooMuchBecomesARow()
{
    const AfterFailure plan = afterFailure(batch({4}), error(Kind::TooMuch));
    QCOMPARE(plan.verdict, Verdict::AskAgain);
    QCOMPARE(plan.again.size(), 1);
    QCOMPARE(plan.again.first().form, Form::Single);
}

void TestBatchSplit::rowBecomesItsGroups()
{
    const GroupSet groups = groupSet(ServerGroup::Size, ServerGroup::Owner, ServerGroup::Power);
    for (const Kind kind : {Kind::TooMuch, Kind::Forbidden, Kind::NotFound, Kind::Server}) {
        const AfterFailure plan = afterFailure(row(groups), error(kind));
        QCOMPARE(plan.verdict, Verdict::AskAgain);
        QCOMPARE(plan.again.size(), 3);
        GroupSet asked;
        for (const DetailAsk &ask : plan.again) {
            QCOMPARE(ask.groups.count(), std::size_t(1));
            QCOMPARE(ask.ids, QList<qint64>{7});
            asked |= ask.groups;
        }
        QCOMPARE(asked, groups);
    }
}

void TestBatchSplit::cellIsConfirmedThenSettled_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<CellState>("state");
    QTest::newRow("forbidden") << Kind::Forbidden << CellState::Refused;
    QTest::newRow("not found") << Kind::NotFound << CellState::Refused;
    QTest::newRow("server") << Kind::Server << CellState::Failed;
    QTest::newRow("too much") << Kind::TooMuch << CellState::Failed;
    QTest::newRow("bad mask") << Kind::InvalidRequest << CellState::Failed;
}

void TestBatchSplit::cellIsConfirmedThenSettled()
{
    QFETCH(Kind, kind);
    QFETCH(CellState, state);
    const DetailAsk asked = row(groupSet(ServerGroup::Owner));
    AfterFailure plan = afterFailure(asked, error(kind));
    QCOMPARE(plan.verdict, Verdict::AskAgain);
    QCOMPARE(plan.again.size(), 1);

    DetailAsk again = asked;
    again.doubts = 1;
    QCOMPARE(plan.again.first(), again);
    plan = afterFailure(again, error(kind));
    QCOMPARE(plan.verdict, Verdict::Settle);
    QCOMPARE(plan.state, state);
}

void TestBatchSplit::missingRowThatIsUnknownIsGone()
{
    const GroupSet groups = groupSet(ServerGroup::Size, ServerGroup::Tags);
    QCOMPARE(afterFailure(row(groups, Reason::Missing), error(Kind::NotFound)).verdict, Verdict::Gone);
    // In another trouble it is a row like any other, and its cells say nothing about its being there.
    const AfterFailure plan = afterFailure(row(groups, Reason::Missing), error(Kind::Server));
    QCOMPARE(plan.verdict, Verdict::AskAgain);
    QCOMPARE(plan.again.first().reason, Reason::Wanted);
}

void TestBatchSplit::networkAndRateLimitAreNobodysFault_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<Verdict>("verdict");
    QTest::newRow("offline") << Kind::Offline << Verdict::Settle;
    QTest::newRow("rate limit") << Kind::RateLimited << Verdict::Settle;
    QTest::newRow("cancelled") << Kind::Cancelled << Verdict::GiveBack;
    QTest::newRow("wrong key") << Kind::Unauthorized << Verdict::GiveBack;
    QTest::newRow("certificate") << Kind::Tls << Verdict::GiveBack;
}

void TestBatchSplit::networkAndRateLimitAreNobodysFault()
{
    QFETCH(Kind, kind);
    QFETCH(Verdict, verdict);
    for (const DetailAsk &ask : {batch({1, 2, 3}), row(groupSet(ServerGroup::Size, ServerGroup::Tags))}) {
        const AfterFailure plan = afterFailure(ask, error(kind, 0));
        QCOMPARE(plan.verdict, verdict);
        QVERIFY(plan.again.isEmpty());
    }
}

void TestBatchSplit::checksWhatCame_data()
{
    QTest::addColumn<QSet<qint64>>("came");
    QTest::addColumn<bool>("isFilterIgnored");
    QTest::addColumn<QList<qint64>>("missing");
    QTest::newRow("exactly those") << QSet<qint64>{1, 2, 3} << false << QList<qint64>{};
    QTest::newRow("one less") << QSet<qint64>{3, 1} << false << QList<qint64>{2};
    QTest::newRow("nothing") << QSet<qint64>{} << false << QList<qint64>{1, 2, 3};
    QTest::newRow("one more") << QSet<qint64>{1, 2, 3, 4} << true << QList<qint64>{};
    QTest::newRow("others instead") << QSet<qint64>{3, 8, 9} << true << QList<qint64>{1, 2};
}

void TestBatchSplit::checksWhatCame()
{
    QFETCH(QSet<qint64>, came);
    const BatchCheck check = checkBatch({1, 2, 3}, came);
    QTEST(check.isFilterIgnored, "isFilterIgnored");
    QTEST(check.missing, "missing");
}

QTEST_APPLESS_MAIN(TestBatchSplit)
#include "tst_batchsplit.moc"
