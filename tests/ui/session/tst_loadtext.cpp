// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/kinds.h"
#include "session/loadtext.h"
#include "support/testmain.h"
#include "window/asofstatus.h"

#include <QDateTime>
#include <QLocale>
#include <QTest>
#include <QTimeZone>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

using State = AccountLoader::State;

class TestLoadText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void showsTheTrueDenominator()
    {
        LoadProgress progress;
        QCOMPARE(progressText(State::Counting, progress), u"Connecting"_s);
        progress.listedRows = 1198;
        QCOMPARE(progressText(State::Listing, progress), u"Listed 1,198"_s);
        progress.expectedRows = 1516;
        QCOMPARE(progressText(State::Listing, progress), u"Listed 1,198 of 1,516"_s);
        progress.settledRows = 25;
        QCOMPARE(progressText(State::Detailing, progress), u"Details 25 of 1,198"_s);
        for (State state : {State::Idle, State::Finished, State::Stopped, State::Failed})
            QCOMPARE(progressText(state, progress), QString());
    }

    void membersOfPoolsComeLast()
    {
        LoadProgress progress;
        progress.listedRows = 100;
        progress.settledRows = 99;
        progress.isLoadingMembers = true;
        progress.pools = 40;
        progress.poolsWithMembers = 7;
        QCOMPARE(progressText(State::Detailing, progress), u"Details 99 of 100"_s);
        progress.settledRows = 100;
        QCOMPARE(progressText(State::Detailing, progress), u"Pool members 7 of 40 pools"_s);
        QCOMPARE(progressShare(State::Detailing, progress), std::optional(7.0 / 40));
    }

    void tellsTheShareOfTheWorkAtHand()
    {
        LoadProgress progress;
        QCOMPARE(progressShare(State::Counting, progress), std::nullopt);
        QCOMPARE(progressShare(State::Listing, progress), std::nullopt);
        QCOMPARE(progressShare(State::Detailing, progress), std::nullopt); // 0 of 0 is not known, not all
        progress.expectedRows = 200;
        progress.listedRows = 50;
        QCOMPARE(progressShare(State::Listing, progress), std::optional(0.25));
        progress.settledRows = 25;
        QCOMPARE(progressShare(State::Detailing, progress), std::optional(0.5));
        progress.listedRows = 20; // rows went while loading
        QCOMPARE(progressShare(State::Detailing, progress), std::optional(1.0));
    }

    void leavesOutWhatIsNotKnown()
    {
        LoadProgress progress;
        QCOMPARE(callsText(progress), QString());
        progress.timeLeft = std::chrono::seconds(4);
        QCOMPARE(callsText(progress), u"4 s left"_s);
        progress.timeLeft = std::chrono::seconds(61);
        QCOMPARE(callsText(progress), u"2 min left"_s);
        progress.callsInFlight = 12;
        QVERIFY(callsText(progress).startsWith(u"12 call"_s));
    }

    void countsWhatIsMissing()
    {
        LoadOutcome outcome;
        QCOMPARE(problemsText(State::Finished, outcome), QString());
        outcome.lists.append(LoadOutcome::List{RowKind::Virtual, 1204, 1198, {}});
        QCOMPARE(problemsText(State::Finished, outcome), u"6 not listed"_s);
        QCOMPARE(problemsText(State::Listing, outcome), QString()); // they may still come
        QCOMPARE(problemsText(State::Detailing, outcome), QString());
        outcome.lists.last().errors = {ApiError::make(ApiError::Kind::Server)};
        QCOMPARE(problemsText(State::Detailing, outcome), u"6 not listed"_s); // and will not
        outcome.lists.last().errors.clear();
        outcome.of(serversTable).refused = 6;
        outcome.of(serversTable).failed = 2;
        outcome.of(serversTable).gone = 1;
        QCOMPARE(problemsText(State::Finished, outcome),
                 u"6 not listed · 6 not permitted · 2 failed · 1 gone"_s);
        outcome.of(poolsTable).failed = 1;
        outcome.of(poolmembersTable).refused = 3;
        QCOMPARE(problemsText(State::Finished, outcome),
                 u"6 not listed · 6 not permitted · 2 failed · 1 gone · 1 pool(s) failed"
                 " · 3 pool member(s) not permitted"_s);
    }

    /// After a refresh that was stopped the table is full, of values of an earlier load.
    void rowsOfAnEarlierLoadAreNotMissing()
    {
        LoadOutcome outcome;
        outcome.lists = {LoadOutcome::List{RowKind::Virtual, 2500, 21, {}, 2500}};
        outcome.of(serversTable) = {.complete = 21, .partial = 2479, .old = 2479};
        outcome.of(poolsTable) = {.partial = 40, .old = 40};
        QCOMPARE(problemsText(State::Stopped, outcome), u"2,479 not refreshed · 40 pool(s) not refreshed"_s);
        QCOMPARE(resultText(State::Stopped, outcome, {}), u"Stopped: 21 of 2,540 loaded"_s);
        outcome.lists.clear(); // the very first call failed
        QCOMPARE(resultText(State::Stopped, outcome, {}), u"Stopped: 21 of 2,540 loaded"_s);
    }

    void whatCameAndWhatIsMissingAddUp_data()
    {
        QTest::addColumn<State>("state");
        QTest::addColumn<QString>("result");
        QTest::newRow("stopped") << State::Stopped << u"Stopped: 1,386 of 3,500 loaded"_s;
        QTest::newRow("failed") << State::Failed << u"Failed: 1,386 of 3,500 loaded"_s;
    }

    void whatCameAndWhatIsMissingAddUp()
    {
        QFETCH(const State, state);
        QFETCH(const QString, result);
        LoadOutcome outcome;
        outcome.lists = {LoadOutcome::List{RowKind::BareMetal, 1000, 1000, {}},
                         LoadOutcome::List{RowKind::Virtual, 2500, 2488, {}}};
        outcome.of(serversTable) = {
            .complete = 1380, .partial = 1902, .refused = 4, .failed = 200, .gone = 2};
        if (state == State::Failed)
            outcome.fatal = ApiError::make(ApiError::Kind::Offline);
        QCOMPARE(resultText(state, outcome, {}), result);
        // 4 and 2 of those that came; the others and 1 386 are 3 500.
        QCOMPARE(problemsText(state, outcome),
                 u"12 not listed · 4 not permitted · 200 failed · 2 gone · 1,902 not loaded"_s);
        QCOMPARE(1386 + 12 + 200 + 1902, 3500);
        // While it runs nobody knows yet.
        QCOMPARE(resultText(State::Detailing, outcome, {}), QString());
        QVERIFY(!problemsText(State::Detailing, outcome).contains(u"not loaded"_s));
    }

    void tellsHowManyThereAreOnlyIfItIsKnown()
    {
        LoadOutcome outcome;
        QCOMPARE(resultText(State::Stopped, outcome, {}), u"Stopped"_s); // before any answer
        outcome.lists = {
            LoadOutcome::List{RowKind::BareMetal, 40, 40, {}},
            LoadOutcome::List{RowKind::Virtual, std::nullopt, 30, {ApiError::make(ApiError::Kind::Timeout)}}};
        outcome.of(serversTable).complete = 60;
        outcome.of(serversTable).partial = 10;
        QCOMPARE(resultText(State::Stopped, outcome, {}), u"Stopped: 60 of ≥ 70 loaded"_s);
        using namespace std::chrono_literals;
        QCOMPARE(resultText(State::Finished, outcome, 2040ms), u"Loaded in 2.0 s"_s);
    }

    void saysThatNothingCame()
    {
        LoadOutcome outcome;
        outcome.fatal = ApiError::make(ApiError::Kind::Unauthorized);
        QCOMPARE(problemsText(State::Failed, outcome), u"Failed"_s);
        QCOMPARE(resultText(State::Failed, outcome, {}), QString());
    }

    void saysWhenItWasAsked()
    {
        const QDateTime asked(QDate(2026, 11, 22), QTime(14, 2), QTimeZone::utc());
        QCOMPARE(asOfText({}, asked), QString());
        const QString today = asOfText(asked, asked.addSecs(60));
        QVERIFY2(today.startsWith(u"as of "_s) && today.contains(u"02"_s), qPrintable(today));
        const QString later = asOfText(asked, asked.addDays(2));
        QVERIFY2(later.size() > today.size(), qPrintable(later)); // the day, too
    }
};

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestLoadText)
#include "tst_loadtext.moc"
