// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/loadoutcome.h"

#include "app/inventory/tablebuilder.h"
#include "inventory/kinds.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class TestLoadOutcome : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void completeMeansEverything();
    void eachThingMissingHasASentence();
    void sameErrorIsToldOnce();
    void rowsOfAnEarlierLoadAreNotMissing();
    void countsEachState();
    void tellsOldRowsFromUnreadableOnes();
    void saysWhyListsBelowLackSome();
    void countsWhatARowStandsFor();
};

void TestLoadOutcome::completeMeansEverything()
{
    LoadOutcome whole;
    whole.lists = {{RowKind::BareMetal, 3, 3, {}}, {RowKind::Virtual, std::nullopt, 5, {}}};
    whole.of(serversTable).complete = 8;
    QVERIFY(whole.isComplete());
    QVERIFY(whole.reasons().isEmpty());

    const auto spoilt = [&whole](auto spoil) {
        LoadOutcome outcome = whole;
        spoil(outcome);
        return !outcome.isComplete() && !outcome.reasons().isEmpty();
    };
    QVERIFY(spoilt([](LoadOutcome &outcome) { outcome.of(serversTable).partial = 1; }));
    QVERIFY(spoilt([](LoadOutcome &outcome) { outcome.of(serversTable).refused = 1; }));
    QVERIFY(spoilt([](LoadOutcome &outcome) { outcome.of(serversTable).failed = 1; }));
    QVERIFY(spoilt([](LoadOutcome &outcome) { outcome.of(serversTable).gone = 1; }));
    for (const TableSpec *table : allTables()) {
        QVERIFY(spoilt([table](LoadOutcome &outcome) { outcome.of(*table).partial = 1; }));
        QVERIFY(spoilt([table](LoadOutcome &outcome) { outcome.of(*table).refused = 1; }));
        QVERIFY(spoilt([table](LoadOutcome &outcome) { outcome.of(*table).failed = 1; }));
        QVERIFY(spoilt([table](LoadOutcome &outcome) { outcome.of(*table).gone = 1; }));
    }
    QVERIFY(spoilt([](LoadOutcome &outcome) { outcome.poolsWithoutMembers = 1; }));
    QVERIFY(spoilt([](LoadOutcome &outcome) { outcome.wasStopped = true; }));
    QVERIFY(spoilt([](LoadOutcome &outcome) { outcome.fatal = ApiError::make(ApiError::Kind::Offline); }));
    QVERIFY(spoilt([](LoadOutcome &outcome) { outcome.lists[0].announced = 4; }));
    QVERIFY(spoilt([](LoadOutcome &outcome) {
        outcome.lists[1].errors.append(ApiError::make(ApiError::Kind::TooMuch));
    }));
}

void TestLoadOutcome::eachThingMissingHasASentence()
{
    LoadOutcome outcome;
    outcome.lists = {{RowKind::Virtual, 1204, 1198, {}}};
    outcome.of(serversTable).gone = 2;
    outcome.of(serversTable).refused = 3;
    const QStringList reasons = outcome.reasons();
    QCOMPARE(reasons.size(), 3);
    QVERIFY2(reasons[0].contains(QLocale().toString(1198)) && reasons[0].contains(QLocale().toString(1204)),
             qPrintable(reasons[0]));
    QVERIFY(reasons[0].contains("virtual"_L1));
    QVERIFY(reasons[1].startsWith(u'3'));
    QVERIFY(reasons[2].startsWith(u'2'));
}

void TestLoadOutcome::sameErrorIsToldOnce()
{
    const ApiError offline = ApiError::make(ApiError::Kind::Offline);
    LoadOutcome outcome;
    outcome.fatal = offline;
    outcome.lists = {{RowKind::BareMetal, std::nullopt, 0, {offline, offline}},
                     {RowKind::Virtual, {}, 0, {offline}}};
    QCOMPARE(outcome.reasons().count(offline.message), 1);
}

/// They stand in the table, and in every file that is written of it.
void TestLoadOutcome::rowsOfAnEarlierLoadAreNotMissing()
{
    LoadOutcome::List list{RowKind::Virtual, 375, 0, {}};
    QCOMPARE(list.missing(), 375);
    list.rows = 375;
    QCOMPARE(list.missing(), 0);
    QVERIFY(!list.isComplete());
    LoadOutcome outcome;
    outcome.lists = {list};
    QCOMPARE(outcome.reasons(), QStringList{u"The list of virtual servers is not complete."_s});
    outcome.lists[0].rows = 370;
    QCOMPARE(outcome.reasons(), QStringList{u"370 of 375 virtual servers were listed."_s});
    outcome.lists[0].announced.reset();
    QCOMPARE(outcome.lists[0].missing(), 0);
}

/// Each row as one of its state, and as one of no other.
void TestLoadOutcome::countsEachState()
{
    RowTally tally;
    const RowState states[] = {RowState::Complete, RowState::Partial, RowState::Refused, RowState::Failed,
                               RowState::Gone};
    qint64 rows = 0;
    for (const RowState state : states)
        tally.count(state) = ++rows;
    QCOMPARE(tally, (RowTally{.complete = 1, .partial = 2, .refused = 3, .failed = 4, .gone = 5}));
}

void TestLoadOutcome::tellsOldRowsFromUnreadableOnes()
{
    InventoryTable table =
        makeTable({virtualServer(1, {{ServerColumn::Datacenter, text("dal10")}}),
                   virtualServer(2, {{ServerColumn::Datacenter, text("fra02")}}), virtualServer(3, {})});
    const GroupSet wanted = groupSet(ServerGroup::Identity, ServerGroup::Datacenter);
    table.beginLoad();
    RowPatch damaged = virtualServer(2, {{ServerColumn::Datacenter, text("fra02")}});
    damaged.unreadable.set(ServerGroup::Datacenter);
    table.apply(damaged);
    const RowTally tally = RowTally::of(table, wanted);
    QCOMPARE(tally.partial, 3);
    QCOMPARE(tally.old, 1);
    QCOMPARE(tally.unreadable, 1);
    QCOMPARE(tally.notLoaded(), 1);
    LoadOutcome outcome;
    outcome.of(serversTable) = tally;
    QCOMPARE(outcome.reasons().size(), 3);
}

/// Those of rows below others are in no list of their own, but the reason is told all the same.
void TestLoadOutcome::saysWhyListsBelowLackSome()
{
    const ApiError changed = ApiError::withMessage(ApiError::Kind::BadResponse, u"It changed meanwhile."_s);
    LoadOutcome outcome;
    outcome.of(poolmembersTable).failed = 2;
    outcome.errorsBelow = {changed};
    QVERIFY(!outcome.isComplete());
    QCOMPARE(outcome.reasons().size(), 2);
    QCOMPARE(outcome.reasons().last(), changed.message);
    QCOMPARE(outcome.only({&poolmembersTable}).reasons(), outcome.reasons());
    QVERIFY(outcome.only({&serversTable, &poolsTable}).isComplete());
}

/// Ten that are not visible are one row.
void TestLoadOutcome::countsWhatARowStandsFor()
{
    LoadOutcome outcome;
    outcome.of(poolmembersTable).refused = 3; // two of them by themselves
    outcome.of(poolmembersTable).failed = 1;
    outcome.setRest(poolmembersTable, {.refused = 9, .failed = -1, .unknown = 1});
    QCOMPARE(outcome.reasons(),
             (QStringList{u"12 pool member(s) are not visible to this key, whole or in part."_s,
                          u"How many are missing below 1 pool(s) is not known."_s}));
    QCOMPARE(outcome.only({&poolmembersTable}).reasons(), outcome.reasons());
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestLoadOutcome)
#include "tst_loadoutcome.moc"
