// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/asofstatus.h"
#include "window/loadtext.h"

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
        outcome.servers.refused = 6;
        outcome.servers.failed = 2;
        outcome.servers.gone = 1;
        QCOMPARE(problemsText(State::Finished, outcome),
                 u"6 not listed · 6 not permitted · 2 failed · 1 gone"_s);
        outcome.pools.failed = 1;
        outcome.members.refused = 3;
        QCOMPARE(problemsText(State::Finished, outcome),
                 u"6 not listed · 9 not permitted · 3 failed · 1 gone"_s);
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

QTEST_GUILESS_MAIN(TestLoadText)
#include "tst_loadtext.moc"
