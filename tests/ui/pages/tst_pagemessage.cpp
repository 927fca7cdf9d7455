// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/pagemessage.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

using State = AccountLoader::State;

LoadOutcome withFatal()
{
    LoadOutcome outcome;
    outcome.fatal = ApiError::make(ApiError::Kind::Unauthorized, u"Access Denied."_s);
    return outcome;
}

LoadOutcome withShortList()
{
    LoadOutcome outcome;
    LoadOutcome::List list;
    list.kind = RowKind::Virtual;
    list.announced = 1204;
    list.listed = 1198;
    outcome.lists.append(list);
    return outcome;
}

Outage outage()
{
    return {u"503 Service Unavailable"_s, u"The server could not answer."_s,
            QDateTime(QDate(2026, 3, 1), QTime(14, 2)).toUTC()};
}

/// All rows of the table are to be seen.
PageFacts factsOf(State state, int rows, const LoadOutcome &outcome = {})
{
    PageFacts facts;
    facts.state = state;
    facts.tableRows = rows;
    facts.scopeRows = rows;
    facts.visibleRows = rows;
    facts.outcome = outcome;
    facts.canGoOn = state == State::Stopped || state == State::Failed ||
                    (state == State::Finished && !outcome.isComplete());
    return facts;
}

PageFacts poolFactsOf(State state, int rows, bool isListOver, const LoadOutcome &outcome = {})
{
    PageFacts facts = factsOf(state, rows, outcome);
    facts.table = &poolsTable;
    facts.isListOver = isListOver;
    return facts;
}

} // namespace

Q_DECLARE_METATYPE(layerscope::PageFacts)
Q_DECLARE_METATYPE(layerscope::PageAction)
Q_DECLARE_METATYPE(layerscope::PageFacts::Undecided)

class TestPageMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Where a filter leaves nothing, a word that was not understood may be why.
    void saysWhatOfAFilterIsNotUnderstood()
    {
        PageFacts facts = factsOf(State::Finished, 60);
        facts.visibleRows = 0;
        facts.filter = u"foo:bar"_s;
        QCOMPARE(emptyMessage(facts)->detail, QString());
        facts.filterRemark = u"There is no column “foo”."_s;
        QCOMPARE(emptyMessage(facts)->detail, facts.filterRemark);
        QVERIFY(emptyMessage(facts)->sentence.contains(u"foo:bar"_s));
        facts.state = State::Detailing;
        const QString detail = emptyMessage(facts)->detail;
        QVERIFY2(detail.startsWith(facts.filterRemark) && detail.size() > facts.filterRemark.size(),
                 qPrintable(detail));
        facts.visibleRows = 1;
        QVERIFY(!emptyMessage(facts));
    }

    /// A table that has no sentences of its own is spoken of by what its rows are called.
    void speaksOfAnyTable()
    {
        PageFacts facts = poolFactsOf(State::Listing, 0, false);
        facts.table = &poolmembersTable;
        const QString rows = poolmembersTable.translatedPlural();
        QCOMPARE(emptyMessage(facts)->sentence, u"Asking the account for its %1 …"_s.arg(rows));
        facts.state = State::Detailing; // that of the servers' lists
        QCOMPARE(emptyMessage(facts)->action, PageAction::Stop);
        facts.isListOver = true;
        QCOMPARE(emptyMessage(facts)->sentence, u"This account has no %1."_s.arg(rows));
        facts.outcome = withShortList();
        QCOMPARE(emptyMessage(facts)->sentence, u"The %1 could not be listed."_s.arg(rows));
        facts.state = State::Finished;
        facts.tableRows = 7;
        QCOMPARE(bannerMessage(facts)->sentence, u"The list of %1 is not complete."_s.arg(rows));
        facts.scopeRows = 7;
        facts.filter = u"name:seven"_s;
        QCOMPARE(emptyMessage(facts)->sentence, u"No row matches “name:seven”."_s);
        facts.undecidedRows = 3;
        QCOMPARE(emptyMessage(facts)->sentence,
                 u"It is not known yet which of 3 row(s) match “name:seven”."_s);
        facts.filter.clear();
        facts.scopeTitle = u"A node"_s;
        QCOMPARE(emptyMessage(facts)->actionText, u"Show all %1"_s.arg(rows));
    }

    /// That no server matches is only said when it is known of all.
    void saysWhatNobodyKnowsYet_data()
    {
        using Why = PageFacts::Undecided;
        QTest::addColumn<Why>("why");
        QTest::addColumn<QString>("filter");
        QTest::addColumn<PageAction>("action");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("detail");
        const QString which = u"It is not known yet which of 500 server(s) match “owner:bob”."_s;
        QTest::newRow("to come") << Why::Coming << u"owner:bob"_s << PageAction::ClearFilter << which
                                 << u"Still loading: Owner"_s;
        QTest::newRow("not loaded") << Why::NotLoaded << u"owner:bob"_s << PageAction::GoOn << which
                                    << u"Not loaded: Owner"_s;
        QTest::newRow("failed") << Why::Failed << u"owner:bob"_s << PageAction::GoOn << which
                                << u"Unavailable: Owner"_s;
        QTest::newRow("not permitted") << Why::NotPermitted << u"owner:bob"_s << PageAction::ClearFilter
                                       << which << u"This key may not see: Owner"_s;
        QTest::newRow("node") << Why::NotLoaded << QString() << PageAction::GoOn
                              << u"It is not known yet which of 500 server(s) are in “dal10”."_s
                              << u"Not loaded: Owner"_s;
    }

    void saysWhatNobodyKnowsYet()
    {
        QFETCH(const PageFacts::Undecided, why);
        QFETCH(const QString, filter);
        QFETCH(const PageAction, action);
        PageFacts facts = factsOf(State::Stopped, 500);
        facts.scopeRows = filter.isEmpty() ? 0 : 500;
        facts.visibleRows = 0;
        facts.undecidedRows = 500;
        facts.why = why;
        facts.decidingColumns = u"Owner"_s;
        facts.scopeTitle = u"dal10"_s;
        facts.filter = filter;
        const std::optional<PageMessage> message = emptyMessage(facts);
        QVERIFY(message);
        QTEST(message->sentence, "sentence");
        QTEST(message->detail, "detail");
        QCOMPARE(message->action, action);
        QVERIFY(!message->actionText.isEmpty());

        // Where there is nothing to ask for, nobody is told to.
        facts.canGoOn = false;
        const PageAction back = filter.isEmpty() ? PageAction::ShowAll : PageAction::ClearFilter;
        QCOMPARE(emptyMessage(facts)->action, back);
        QCOMPARE(emptyMessage(facts)->detail, message->detail);
        QVERIFY(!emptyMessage(facts)->actionText.isEmpty());
        facts.undecidedRows = 0;
        QVERIFY(!emptyMessage(facts)->sentence.contains(u"Nobody knows"_s));
    }

    void saysWhyThereAreNoRows_data()
    {
        QTest::addColumn<PageFacts>("facts");
        QTest::addColumn<PageAction>("action"); // None: rows are to be seen
        QTest::addColumn<QString>("part");

        const auto facts = [](State state, int table, int scope, int visible,
                              const LoadOutcome &outcome = {}) {
            PageFacts made = factsOf(state, table, outcome);
            made.scopeRows = scope;
            made.visibleRows = visible;
            made.scopeTitle = u"dal10"_s;
            made.filter = u"web"_s;
            return made;
        };
        QTest::newRow("rows") << facts(State::Finished, 5, 5, 1) << PageAction::None << QString();
        QTest::newRow("asking") << facts(State::Counting, 0, 0, 0) << PageAction::Stop << u"Asking"_s;
        QTest::newRow("listing") << facts(State::Listing, 0, 0, 0) << PageAction::Stop << u"Asking"_s;
        PageFacts outageSoFar = facts(State::Listing, 0, 0, 0);
        outageSoFar.outage = outage();
        QTest::newRow("no answer") << outageSoFar << PageAction::TryNow << u"503 Service Unavailable"_s;
        QTest::newRow("empty account")
            << facts(State::Finished, 0, 0, 0) << PageAction::Load << u"has no servers"_s;
        QTest::newRow("stopped early") << facts(State::Stopped, 0, 0, 0) << PageAction::GoOn << u"Stopped"_s;
        QTest::newRow("failed") << facts(State::Failed, 0, 0, 0, withFatal()) << PageAction::GoOn << u"key"_s;
        QTest::newRow("nothing could be listed") << facts(State::Finished, 0, 0, 0, withShortList())
                                                 << PageAction::GoOn << u"could not be listed"_s;
        QTest::newRow("empty node") << facts(State::Finished, 5, 0, 0) << PageAction::ShowAll << u"dal10"_s;
        QTest::newRow("empty node so far")
            << facts(State::Detailing, 5, 0, 0) << PageAction::ShowAll << u"yet"_s;
        QTest::newRow("nothing found")
            << facts(State::Finished, 5, 5, 0) << PageAction::ClearFilter << u"“web”"_s;
    }

    void saysWhyThereAreNoRows()
    {
        QFETCH(PageFacts, facts);
        QFETCH(PageAction, action);
        QFETCH(QString, part);

        const std::optional<PageMessage> message = emptyMessage(facts);
        QCOMPARE(message.has_value(), action != PageAction::None);
        if (!message)
            return;
        QCOMPARE(int(message->action), int(action));
        QVERIFY2(message->sentence.contains(part), qPrintable(message->sentence));
        QVERIFY(!message->actionText.isEmpty());
    }

    void saysThatMoreMayMatchWhileLoading()
    {
        PageFacts facts = factsOf(State::Detailing, 5);
        facts.visibleRows = 0;
        facts.filter = u"web"_s;
        QVERIFY(!emptyMessage(facts)->detail.isEmpty());
        facts.state = State::Finished;
        QVERIFY(emptyMessage(facts)->detail.isEmpty());
    }

    void putsFailuresAboveRows()
    {
        PageFacts facts = factsOf(State::Failed, 5, withFatal());
        const std::optional<PageMessage> message = bannerMessage(facts);
        QVERIFY(message);
        QVERIFY(message->sentence.contains(u"kept"_s));
        QCOMPARE(message->detail, u"Access Denied."_s);
        QCOMPARE(int(message->action), int(PageAction::GoOn));
        facts.staleAsOf = u"14:02"_s; // those of an earlier load are told with their age
        QVERIFY(bannerMessage(facts)->sentence.contains(u"as of 14:02"_s));

        facts.tableRows = 0; // then it stands in the middle of the table
        QVERIFY(!bannerMessage(facts));
        facts.tableRows = 5;
        facts.state = State::Counting; // tried again: the old failure is over
        QVERIFY(!bannerMessage(facts));
    }

    void saysThatTheServerDoesNotAnswer()
    {
        for (const State state :
             {State::Counting, State::Listing, State::Detailing, State::Stopped, State::Finished}) {
            PageFacts facts = factsOf(state, 5);
            facts.outage = outage();
            facts.outageSince = u"14:02"_s;
            facts.staleAsOf = u"13:05"_s;
            const std::optional<PageMessage> message = bannerMessage(facts);
            QVERIFY(message);
            QVERIFY2(message->sentence.contains(u"503 Service Unavailable"_s), qPrintable(message->sentence));
            QVERIFY2(message->sentence.contains(u"14:02"_s), qPrintable(message->sentence));
            QVERIFY2(message->sentence.contains(u"as of 13:05, and shown in grey"_s),
                     qPrintable(message->sentence));
            // Who stopped it is not told that it goes on by itself.
            const bool goesOn = state != State::Stopped && state != State::Finished;
            QCOMPARE(message->sentence.contains(u"tried again"_s), goesOn);
            QCOMPARE(int(message->action),
                     int(state == State::Stopped ? PageAction::GoOn : PageAction::TryNow));
        }
        PageFacts nothing = factsOf(State::Listing, 0);
        nothing.outage = outage();
        QVERIFY(!emptyMessage(nothing)->sentence.contains(u"kept"_s)); // there is nothing
    }

    void namesListsThatAreNotComplete()
    {
        const PageFacts facts = factsOf(State::Finished, 1198, withShortList());
        const std::optional<PageMessage> message = bannerMessage(facts);
        QVERIFY(message);
        QVERIFY2(message->detail.contains(QLocale().toString(1198)), qPrintable(message->detail));
        QVERIFY(message->detail.contains(QLocale().toString(1204)));
        QCOMPARE(int(message->action), int(PageAction::GoOn)); // for the six, not for all again
    }

    void oneWordForOneThing_data()
    {
        QTest::addColumn<State>("state");
        QTest::addColumn<QString>("text");
        QTest::newRow("stopped") << State::Stopped << u"Go on"_s;
        QTest::newRow("wrong key") << State::Failed << u"Try again"_s;
        QTest::newRow("not complete") << State::Finished << u"Try again"_s;
    }

    void oneWordForOneThing()
    {
        QFETCH(const State, state);
        QFETCH(const QString, text);
        PageFacts facts = factsOf(state, 5, state == State::Failed ? withFatal() : withShortList());
        if (state == State::Stopped)
            facts.outage = outage();
        QCOMPARE(bannerMessage(facts)->action, PageAction::GoOn);
        QCOMPARE(bannerMessage(facts)->actionText, text);
        PageFacts empty = factsOf(state, 0, facts.outcome); // also where there is no row to stand above
        QCOMPARE(emptyMessage(empty)->action, PageAction::GoOn);
        QCOMPARE(emptyMessage(empty)->actionText, text);
        facts.visibleRows = 0;
        facts.undecidedRows = 5;
        for (const auto why : {PageFacts::Undecided::NotLoaded, PageFacts::Undecided::Failed}) {
            facts.why = why;
            QCOMPARE(emptyMessage(facts)->action, PageAction::GoOn);
            QCOMPARE(emptyMessage(facts)->actionText, text);
        }
    }

    void isSilentWhenAllIsWell()
    {
        QVERIFY(!bannerMessage(factsOf(State::Finished, 5)));
        QVERIFY(!bannerMessage(factsOf(State::Detailing, 5)));
    }

    void speaksOfPools_data()
    {
        QTest::addColumn<PageFacts>("facts");
        QTest::addColumn<PageAction>("action");
        QTest::addColumn<QString>("part");
        const auto none = [](State state, bool isListOver, const LoadOutcome &outcome = {}) {
            return poolFactsOf(state, 0, isListOver, outcome);
        };
        QTest::newRow("asking") << none(State::Counting, false) << PageAction::Stop << u"Asking"_s;
        QTest::newRow("servers are finished, pools not")
            << none(State::Detailing, false) << PageAction::Stop << u"bandwidth pools"_s;
        QTest::newRow("none, while servers are listed")
            << none(State::Listing, true) << PageAction::None << u"has no bandwidth pools"_s;
        QTest::newRow("none") << none(State::Finished, true) << PageAction::Load
                              << u"has no bandwidth pools"_s;
        QTest::newRow("stopped") << none(State::Stopped, false) << PageAction::GoOn << u"Stopped"_s;
        QTest::newRow("failed") << none(State::Failed, false, withFatal()) << PageAction::GoOn << u"key"_s;
        LoadOutcome refused;
        LoadOutcome::List list;
        list.kind = RowKind::Pool;
        list.errors.append(ApiError::make(ApiError::Kind::Forbidden));
        refused.lists.append(list);
        QTest::newRow("refused") << none(State::Finished, true, refused) << PageAction::GoOn
                                 << u"could not be listed"_s;
        QTest::newRow("refused, while servers are listed")
            << none(State::Listing, true, refused) << PageAction::None << u"could not be listed"_s;
    }

    void speaksOfPools()
    {
        QFETCH(PageFacts, facts);
        QFETCH(PageAction, action);
        QFETCH(QString, part);
        const std::optional<PageMessage> message = emptyMessage(facts);
        QVERIFY(message);
        QCOMPARE(int(message->action), int(action));
        QCOMPARE(message->actionText.isEmpty(), action == PageAction::None);
        QVERIFY2(message->sentence.contains(part), qPrintable(message->sentence));
        QVERIFY2(!message->sentence.contains(u"server"_s), qPrintable(message->sentence));
    }

    void findsNoPool()
    {
        PageFacts facts = poolFactsOf(State::Finished, 5, true);
        facts.visibleRows = 0;
        facts.filter = u"web"_s;
        QVERIFY(emptyMessage(facts)->sentence.contains(u"No pool and no member"_s));
        facts.scopeRows = 0;
        facts.scopeTitle = u"Over allocation"_s;
        QVERIFY(emptyMessage(facts)->sentence.contains(u"Over allocation"_s));
        QVERIFY(emptyMessage(facts)->actionText.contains(u"pools"_s));
    }
};

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestPageMessage)
#include "tst_pagemessage.moc"
