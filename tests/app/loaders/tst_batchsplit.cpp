// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/batchsplit.h"

#include "app/inventory/tablebuilder.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;

class TestBatchSplit : public QObject
{
    Q_OBJECT

    using Form = DetailRequest::Form;
    using Kind = ApiError::Kind;
    using Reason = DetailRequest::Reason;
    using Verdict = AfterFailure::Verdict;

private Q_SLOTS:
    void firstFailureOfABatch_data();
    void firstFailureOfABatch();
    void secondFailureOfABatchIsNarrowed();
    void narrowedBatchesAreHalvedDownToARow();
    void groupsAreSearchedIfNothingComes();
    void whatIsExplainedIsGivenBack();
    void rowIsAskedAgainThenSearched();
    void cellIsConfirmedThenSettled_data();
    void cellIsConfirmedThenSettled();
    void mixedGroupsAreAskedInHalvesOrAnew();
    void mixedRowIsAskedCellByCell();
    void missingRowThatIsUnknownIsGone();
    void networkAndRateLimitAreNobodysFault_data();
    void networkAndRateLimitAreNobodysFault();
    void checksWhatCame_data();
    void checksWhatCame();

private:
    static DetailRequest batch(const QList<qint64> &ids)
    {
        return {RowKind::Virtual,
                ids,
                groupSet(ServerGroup::Size, ServerGroup::Tags),
                Form::Batch,
                Reason::Wanted,
                Priority::ReadAhead,
                0};
    }
    static DetailRequest row(GroupSet groups, Reason reason = Reason::Wanted)
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

void TestBatchSplit::firstFailureOfABatch_data()
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
    QTest::newRow("broken down") << error(Kind::Server) << true;
    QTest::newRow("wrong type") << ApiError::wrongType(QStringLiteral("[0]"), u"object", u"number") << false;
}

void TestBatchSplit::firstFailureOfABatch()
{
    QFETCH(ApiError, failure);
    QFETCH(bool, isHalved);
    const DetailRequest asked = batch({1, 2, 3, 4, 5});
    const AfterFailure plan = afterFailure(asked, failure, {});
    QCOMPARE(plan.verdict, Verdict::AskAgain);
    if (isHalved) {
        QCOMPARE(plan.again, narrowed(asked));
        return;
    }
    DetailRequest again = asked;
    again.confirmations = 1;
    QCOMPARE(plan.again, QList<DetailRequest>{again});
}

void TestBatchSplit::secondFailureOfABatchIsNarrowed()
{
    DetailRequest again = batch({1, 2, 3, 4, 5});
    again.confirmations = 1;
    const AfterFailure plan = afterFailure(again, error(Kind::Forbidden), {});
    QCOMPARE(plan.verdict, Verdict::AskAgain);
    QCOMPARE(plan.again.size(), 2);
    QCOMPARE(plan.again[0].ids + plan.again[1].ids, again.ids);
    for (const DetailRequest &half : plan.again) {
        QCOMPARE(half.purpose, DetailRequest::Purpose::Narrow);
        QCOMPARE(half.form, Form::Batch);
        QCOMPARE(half.groups, again.groups);
        QCOMPARE(half.priority, again.priority);
        QCOMPARE(half.confirmations, 0);
    }
}

void TestBatchSplit::narrowedBatchesAreHalvedDownToARow()
{
    // One bad row among 50: two questions a level.
    QList<DetailRequest> waiting = narrowed(batch([] {
        QList<qint64> ids;
        for (qint64 id = 1; id <= 50; ++id)
            ids.append(id);
        return ids;
    }()));
    int questions = 0;
    QList<DetailRequest> singles;
    while (!waiting.isEmpty()) {
        const DetailRequest ask = waiting.takeFirst();
        if (ask.form == Form::Single) {
            singles.append(ask);
            continue;
        }
        ++questions;
        if (ask.ids.contains(17))
            waiting += afterFailure(ask, error(Kind::NotFound, 404), {.othersCome = false}).again;
    }
    QCOMPARE(singles.size(), 1);
    QCOMPARE(singles.first().ids, QList<qint64>{17});
    QVERIFY2(questions <= 12, qPrintable(QString::number(questions)));
}

void TestBatchSplit::groupsAreSearchedIfNothingComes()
{
    const GroupSet groups = groupSet(ServerGroup::Size, ServerGroup::Tags);
    for (const DetailRequest &ask : {batch({1, 2, 3}), row(groups)}) {
        QCOMPARE(afterFailure(ask, error(Kind::Forbidden), {.othersCome = false}).verdict,
                 Verdict::SearchGroups);
        QCOMPARE(afterFailure(ask, error(Kind::TooMuch), {.othersCome = false}).verdict,
                 Verdict::SearchGroups);
        QCOMPARE(
            afterFailure(ask, error(Kind::Forbidden), {.othersCome = false, .isSearching = true}).verdict,
            Verdict::GiveBack);
        // Of a group that comes for some rows, rows are to blame.
        QCOMPARE(afterFailure(ask, error(Kind::Forbidden), {.othersCome = false, .isApart = true}).verdict,
                 Verdict::AskAgain);
    }
}

void TestBatchSplit::whatIsExplainedIsGivenBack()
{
    DetailRequest narrow = batch({1, 2});
    narrow.purpose = DetailRequest::Purpose::Narrow;
    for (const DetailRequest &ask : {batch({1, 2, 3}), narrow})
        QCOMPARE(afterFailure(ask, error(Kind::Forbidden), {.isExplained = true}).verdict, Verdict::GiveBack);
}

void TestBatchSplit::rowIsAskedAgainThenSearched()
{
    const GroupSet groups = groupSet(ServerGroup::Size, ServerGroup::Owner, ServerGroup::Power);
    DetailRequest again = row(groups);
    again.confirmations = 1;
    DetailRequest narrow = row(groups);
    narrow.purpose = DetailRequest::Purpose::Narrow;
    for (const Kind kind : {Kind::TooMuch, Kind::Forbidden, Kind::NotFound, Kind::Server}) {
        QCOMPARE(afterFailure(row(groups), error(kind), {}).again, QList<DetailRequest>{again});
        QCOMPARE(afterFailure(again, error(kind), {}).verdict, Verdict::SearchCells);
        QCOMPARE(afterFailure(narrow, error(kind), {}).verdict, Verdict::SearchCells);
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
    DetailRequest asked = row(groupSet(ServerGroup::Owner));
    asked.purpose = DetailRequest::Purpose::Narrow;
    for (const int confirmations : {1, 4}) {
        AfterFailure plan = afterFailure(asked, error(kind), {.again = confirmations});
        for (int question = 1; question <= confirmations; ++question) {
            QCOMPARE(plan.verdict, Verdict::AskAgain);
            QCOMPARE(plan.again.size(), 1);
            QCOMPARE(plan.again.first().purpose, DetailRequest::Purpose::Confirm);
            QCOMPARE(plan.again.first().ids, asked.ids);
            QCOMPARE(plan.again.first().groups, asked.groups);
            plan = afterFailure(plan.again.first(), error(kind), {.again = confirmations});
        }
        QCOMPARE(plan.verdict, Verdict::Settle);
        QCOMPARE(plan.state, state);
    }
}

/// No batch twice; and one that is far too large is put together anew.
void TestBatchSplit::mixedGroupsAreAskedInHalvesOrAnew()
{
    DetailRequest ask = row(groupSet(1, 2));
    ask.form = Form::Batch;
    ask.ids = {1, 2, 3, 4, 5};
    Circumstances known{.isApart = true, .rowsAtOnce = 2};
    const AfterFailure plan = afterFailure(ask, error(Kind::Forbidden), known);
    QCOMPARE(plan.verdict, Verdict::AskAgain);
    QCOMPARE(plan.again, narrowed(ask));
    known.rowsAtOnce = 1;
    QCOMPARE(afterFailure(ask, error(Kind::Forbidden), known).verdict, Verdict::GiveBack);
    known.isBadDay = true; // it may have been an accident
    QCOMPARE(afterFailure(ask, error(Kind::Forbidden), known).again.first().ids, ask.ids);
}

void TestBatchSplit::mixedRowIsAskedCellByCell()
{
    const Circumstances known{.isApart = true, .again = 1};
    DetailRequest ask = row(groupSet(1, 2));
    ask.form = Form::Batch;
    AfterFailure plan = afterFailure(ask, error(Kind::Forbidden), known);
    QCOMPARE(plan.verdict, Verdict::AskAgain);
    QCOMPARE(plan.again, cellsOf(ask));
    QCOMPARE(plan.again.size(), 2);
    DetailRequest cell = plan.again.last();
    QCOMPARE(cell.groups, groupSet(2));
    QCOMPARE(cell.form, Form::Single);
    plan = afterFailure(cell, error(Kind::Forbidden), known);
    QCOMPARE(plan.again, QList<DetailRequest>{confirmed(cell, cell.groups)});
    QCOMPARE(afterFailure(plan.again.first(), error(Kind::Forbidden), known).verdict, Verdict::Settle);
    // Where there is one only, that is the question itself.
    ask.groups = groupSet(2);
    cell = confirmed(ask, ask.groups);
    cell.form = Form::Single;
    QCOMPARE(afterFailure(ask, error(Kind::Forbidden), known).again, QList<DetailRequest>{cell});
}

void TestBatchSplit::missingRowThatIsUnknownIsGone()
{
    const GroupSet groups = groupSet(ServerGroup::Size, ServerGroup::Tags);
    QCOMPARE(afterFailure(row(groups, Reason::Missing), error(Kind::NotFound), {}).verdict, Verdict::Gone);
    QCOMPARE(afterFailure(row(groups, Reason::AllMissing), error(Kind::NotFound), {}).verdict, Verdict::Gone);
    // Something else than the object: no group is to blame, so none is looked for.
    AfterFailure plan = afterFailure(row(groups, Reason::Missing), error(Kind::BadResponse, 200),
                                     {.isOther = true, .again = 2});
    for (int confirmations = 1; confirmations <= 2;
         ++confirmations) { // as often as any row is, before it is believed
        QCOMPARE(plan.verdict, Verdict::AskAgain);
        QCOMPARE(plan.again.size(), 1);
        QCOMPARE(plan.again.first().groups, groups);
        plan = afterFailure(plan.again.first(), error(Kind::BadResponse, 200), {.isOther = true, .again = 2});
    }
    QCOMPARE(plan.verdict, Verdict::Settle);
    QCOMPARE(plan.state, CellState::Failed);
    // In another trouble it is a row like any other.
    QCOMPARE(afterFailure(row(groups, Reason::Missing), error(Kind::Server), {}).verdict, Verdict::AskAgain);
}

void TestBatchSplit::networkAndRateLimitAreNobodysFault_data()
{
    QTest::addColumn<ApiError>("failure");
    QTest::addColumn<Verdict>("verdict");
    ApiError unreached = error(Kind::Timeout, 0);
    unreached.isUnreached = true;
    QTest::newRow("offline") << error(Kind::Offline, 0) << Verdict::AskAgain;
    QTest::newRow("no connection in time") << unreached << Verdict::AskAgain;
    QTest::newRow("rate limit") << error(Kind::RateLimited, 0) << Verdict::AskAgain;
    QTest::newRow("cancelled") << error(Kind::Cancelled, 0) << Verdict::GiveBack;
    QTest::newRow("wrong key") << error(Kind::Unauthorized, 0) << Verdict::GiveBack;
    QTest::newRow("certificate") << error(Kind::Tls, 0) << Verdict::GiveBack;
}

void TestBatchSplit::networkAndRateLimitAreNobodysFault()
{
    QFETCH(ApiError, failure);
    QFETCH(Verdict, verdict);
    for (DetailRequest ask : {batch({1, 2, 3}), row(groupSet(ServerGroup::Size, ServerGroup::Tags))}) {
        const AfterFailure plan = afterFailure(ask, failure, {.othersCome = false});
        QCOMPARE(plan.verdict, verdict);
        if (verdict != Verdict::AskAgain)
            continue;
        ++ask.confirmations;
        QCOMPARE(plan.again, QList<DetailRequest>{ask});
        ask.confirmations = maxConfirmations;
        QCOMPARE(afterFailure(ask, failure, {}).verdict, Verdict::Settle);
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

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestBatchSplit)
#include "tst_batchsplit.moc"
