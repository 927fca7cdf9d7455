// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/remainder.h"

#include "app/inventory/poolbuilder.h"
#include "inventory/kinds.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

using List = Remainder::List;

namespace {

ApiError error(ApiError::Kind kind)
{
    return ApiError::make(kind);
}

} // namespace

class TestRemainder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void needed_data();
    void needed();
    void saysWhoIsMissing_data();
    void saysWhoIsMissing();
    void sumsAddUp();
    void unknownMembersMakeTheRestUnknown();
    void contradictionsAreUnknown();
    void whoStandsElsewhereIsNotMissing_data();
    void whoStandsElsewhereIsNotMissing();
    void whoIsInBothListsIsNotMissing();
    void isNotCompleteIfSomebodyIsMissing();
    void putAgainReplacesItself();

private:
    static constexpr qint64 poolId = 309001;

    struct Tables
    {
        Tables()
        {
            pools.listRows({namedPool(poolId, "EU pool",
                                      {{PoolColumn::AllocationGb, decimal("20250")},
                                       {PoolColumn::OutPublicGb, decimal("200.5")},
                                       {PoolColumn::InPublicGb, decimal(".25")}})});
        }
        int add(qint64 id, Cells cells)
        {
            members.listRows({memberCells(virtualKey(id), cells)});
            shown.append(members.table().rowCount() - 1);
            return shown.last();
        }
        void put(const QList<List> &lists, qint64 elsewhere = 0, qint64 shared = 0)
        {
            Remainder(lists, 0, elsewhere, shared).put(poolId, pools.table(), shown, members);
        }
        [[nodiscard]] int row() const { return members.table().find(remainderKey(poolId)).value_or(-1); }
        [[nodiscard]] CellValue value(ColumnIndex column) const
        {
            return members.table().value(row(), column);
        }
        [[nodiscard]] CellState state(ColumnIndex column) const
        {
            return members.table().cellState(row(), column);
        }

        InventoryStore pools{poolCatalogue()};
        InventoryStore members{memberCatalogue()};
        QList<int> shown;
    };
    /// Two of three guests are shown.
    static QList<List> oneHidden() { return {{RowKind::Virtual, 3, 2, {}}}; }
};

void TestRemainder::needed_data()
{
    QTest::addColumn<QList<List>>("lists");
    QTest::addColumn<bool>("isNeeded");
    const auto failed = error(ApiError::Kind::TooMuch);
    const auto refused = error(ApiError::Kind::Forbidden);
    QTest::newRow("nothing is in it") << QList<List>() << false;
    QTest::newRow("all are shown") << QList<List>{{RowKind::BareMetal, 2, 2, {}},
                                                  {RowKind::Virtual, 1, 1, {}}}
                                   << false;
    QTest::newRow("nobody said how many") << QList<List>{{RowKind::BareMetal, {}, 4, {}}} << false;
    QTest::newRow("one is hidden") << oneHidden() << true;
    QTest::newRow("more than counted does not make up for others")
        << QList<List>{{RowKind::BareMetal, 1, 2, {}}, {RowKind::Virtual, 3, 2, {}}} << true;
    QTest::newRow("a list failed") << QList<List>{{RowKind::Virtual, {}, 0, failed}} << true;
    QTest::newRow("refused, and nobody said how many")
        << QList<List>{{RowKind::Virtual, {}, 0, refused}} << true;
    QTest::newRow("refused, but nothing is in it") << QList<List>{{RowKind::Virtual, 0, 0, refused}} << false;
}

void TestRemainder::needed()
{
    QFETCH(QList<List>, lists);
    QFETCH(bool, isNeeded);
    QCOMPARE(Remainder(lists).isNeeded(), isNeeded);
}

void TestRemainder::saysWhoIsMissing_data()
{
    QTest::addColumn<QList<List>>("lists");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("mayComeIfTriedAgain");
    QTest::newRow("hidden") << oneHidden() << u"1 device(s) not visible to this key"_s << false;
    QTest::newRow("two lists") << QList<List>{{RowKind::Virtual, 3, 2, {}},
                                              {RowKind::BareMetal, 4, 0, error(ApiError::Kind::Forbidden)}}
                               << u"5 device(s) not visible to this key"_s << false;
    QTest::newRow("failed") << QList<List>{{RowKind::Virtual, 7, 0, error(ApiError::Kind::Server)}}
                            << u"7 device(s) could not be listed"_s << true;
    QTest::newRow("failed, nobody counted")
        << QList<List>{{RowKind::Virtual, {}, 0, error(ApiError::Kind::Server)}}
        << u"Some members could not be listed"_s << true;
    QTest::newRow("refused, nobody counted")
        << QList<List>{{RowKind::Virtual, {}, 0, error(ApiError::Kind::NotFound)}}
        << u"Some members could not be listed"_s << true;
}

void TestRemainder::saysWhoIsMissing()
{
    QFETCH(QList<List>, lists);
    QFETCH(QString, name);
    QFETCH(bool, mayComeIfTriedAgain);
    Tables tables;
    tables.put(lists);
    QCOMPARE(tables.value(MemberColumn::Fqdn), CellValue(name));
    QCOMPARE(tables.value(MemberColumn::Kind), CellValue(u"not_visible"_s));
    QCOMPARE(tables.value(MemberColumn::PoolId), CellValue(poolId));
    QCOMPARE(tables.value(MemberColumn::Pool), text("EU pool"));
    QCOMPARE(tables.value(MemberColumn::Id), CellValue()); // the pool's number is no device's
    QCOMPARE(tables.state(MemberColumn::Datacenter),
             mayComeIfTriedAgain ? CellState::Failed : CellState::Refused);
    QVERIFY(tables.members.table().failure(tables.row(), MemberGroup::Place) != nullptr);
}

void TestRemainder::sumsAddUp()
{
    Tables tables;
    tables.add(1, {{MemberColumn::AllocationGb, decimal("250")},
                   {MemberColumn::OutPublicGb, decimal("100.4")},
                   {MemberColumn::InPublicGb, decimal(".2")}});
    // Truly nothing: a server outside of the public network, say.
    const int empty = tables.add(2, {{MemberColumn::AllocationGb, CellValue()},
                                     {MemberColumn::OutPublicGb, CellValue()},
                                     {MemberColumn::InPublicGb, decimal("0")}});
    QCOMPARE(tables.members.table().cellState(empty, MemberColumn::OutPublicGb), CellState::Empty);
    tables.put(oneHidden());
    QCOMPARE(tables.value(MemberColumn::AllocationGb), decimal("20000"));
    QCOMPARE(tables.value(MemberColumn::OutPublicGb), decimal("100.1"));
    QCOMPARE(tables.value(MemberColumn::InPublicGb), decimal("0.05"));
    QCOMPARE(tables.value(MemberColumn::PoolSharePercent), decimal("49.93")); // 100.1 of 200.5
    QCOMPARE(tables.state(MemberColumn::ProjectedPublicGb), CellState::Refused);
}

void TestRemainder::unknownMembersMakeTheRestUnknown()
{
    Tables tables;
    const int row =
        tables.add(1, {{MemberColumn::AllocationGb, decimal("250")}, {MemberColumn::Fqdn, text("a")}});
    QCOMPARE(tables.members.table().cellState(row, MemberColumn::OutPublicGb), CellState::NotAsked);
    tables.put(oneHidden());
    QCOMPARE(tables.value(MemberColumn::AllocationGb), decimal("20000"));
    QCOMPARE(tables.value(MemberColumn::OutPublicGb), CellValue());
    QCOMPARE(tables.state(MemberColumn::OutPublicGb), CellState::Refused);
    QCOMPARE(tables.state(MemberColumn::PoolSharePercent), CellState::Refused);
}

void TestRemainder::contradictionsAreUnknown()
{
    Tables tables; // members were read a moment later, and had sent more by then
    tables.add(1, {{MemberColumn::OutPublicGb, decimal("200.6")}});
    tables.put(oneHidden());
    QCOMPARE(tables.state(MemberColumn::OutPublicGb), CellState::Refused);
}

void TestRemainder::whoStandsElsewhereIsNotMissing_data()
{
    QTest::addColumn<QList<List>>("lists");
    QTest::addColumn<QString>("name");
    const auto failed = error(ApiError::Kind::Server);
    QTest::newRow("all came") << QList<List>{{RowKind::Virtual, 3, 3, {}}}
                              << u"2 device(s) shown in another pool"_s;
    QTest::newRow("one is hidden, too")
        << oneHidden() << u"1 device(s) not visible to this key, 2 device(s) shown in another pool"_s;
    QTest::newRow("another list failed")
        << QList<List>{{RowKind::Virtual, 3, 3, {}}, {RowKind::BareMetal, {}, 0, failed}}
        << u"Some members could not be listed, 2 device(s) shown in another pool"_s;
}

void TestRemainder::whoStandsElsewhereIsNotMissing()
{
    QFETCH(QList<List>, lists);
    QFETCH(QString, name);
    QVERIFY(Remainder(lists, 0, 2).isNeeded());
    Tables tables;
    tables.add(1, {{MemberColumn::AllocationGb, decimal("250")}});
    tables.put(lists, 2);
    QCOMPARE(tables.value(MemberColumn::Fqdn), CellValue(name));
    QCOMPARE(tables.value(MemberColumn::AllocationGb), decimal("20000")); // theirs, so that the sum is right
    QCOMPARE(tables.state(MemberColumn::Datacenter), CellState::Failed);
    const ApiError *why = tables.members.table().failure(tables.row(), MemberGroup::Place);
    QVERIFY(why != nullptr && !why->message.isEmpty());
    const std::optional<ApiError> failure = Remainder(lists, 0, 2).failure(*poolmembersTable.nesting);
    QVERIFY(failure);
    QCOMPARE(failure->message, why->message);
    QVERIFY(!Remainder(oneHidden()).failure(*poolmembersTable.nesting)); // trying again brings nothing
}

/// Known to be in the lists of both pools: what is known of them is in their own rows.
void TestRemainder::whoIsInBothListsIsNotMissing()
{
    const QList<List> all{{RowKind::Virtual, 3, 3, {}}};
    const Remainder both(all, 0, 2, 2);
    QVERIFY(both.isNeeded());
    QVERIFY(!both.isMissingSome());
    QVERIFY(!both.failure(*poolmembersTable.nesting));
    QVERIFY(Remainder(all, 0, 2, 1).isMissingSome());
    QVERIFY(Remainder(oneHidden(), 0, 2, 2).isMissingSome());

    Tables tables;
    tables.add(1,
               {{MemberColumn::AllocationGb, decimal("250")}, {MemberColumn::OutPublicGb, decimal("300")}});
    const auto rowState = [&tables] {
        return tables.members.table().rowState(tables.row(), GroupSet().set());
    };
    tables.put(all, 2);
    QCOMPARE(rowState(), RowState::Failed); // not known yet
    tables.put(all, 2, 2);
    QCOMPARE(tables.value(MemberColumn::Fqdn), CellValue(u"2 device(s) shown in another pool"_s));
    QCOMPARE(tables.value(MemberColumn::AllocationGb), decimal("20000")); // the sum is right
    QCOMPARE(tables.state(MemberColumn::OutPublicGb), CellState::Empty);  // it says more of it than the pool
    QCOMPARE(rowState(), RowState::Complete);
    QVERIFY(!tables.members.table().hasFailures());
    tables.put(oneHidden(), 2, 2);
    QCOMPARE(rowState(), RowState::Refused);
}

void TestRemainder::isNotCompleteIfSomebodyIsMissing()
{
    Tables tables;
    tables.put(oneHidden());
    const GroupSet identity = groupSet(MemberGroup::Identity);
    QCOMPARE(tables.members.table().rowState(tables.row(), identity), RowState::Refused);
    tables.put({{RowKind::Virtual, 3, 2, error(ApiError::Kind::Server)}});
    QCOMPARE(tables.members.table().rowState(tables.row(), identity), RowState::Failed);
}

void TestRemainder::putAgainReplacesItself()
{
    Tables tables;
    const int row = tables.add(1, {{MemberColumn::Fqdn, text("a")}});
    tables.put(oneHidden());
    QCOMPARE(tables.state(MemberColumn::AllocationGb), CellState::Refused);
    tables.members.apply({memberCells(virtualKey(1), {{MemberColumn::AllocationGb, decimal("50")}})});
    tables.put(oneHidden());
    QCOMPARE(tables.members.table().rowCount(), 2);
    QCOMPARE(row, 0);
    QCOMPARE(tables.value(MemberColumn::AllocationGb), decimal("20200"));
    QCOMPARE(tables.state(MemberColumn::AllocationGb), CellState::Value);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestRemainder)
#include "tst_remainder.moc"
