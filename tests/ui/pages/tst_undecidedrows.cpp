// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/poolbuilder.h"
#include "app/inventory/tablebuilder.h"
#include "pages/undecidedrows.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

using Why = PageFacts::Undecided;

namespace {

/// Four servers, of one of which the owner is known.
InventoryTable someTable()
{
    return makeTable({bareMetal(1, {{ServerColumn::Fqdn, text("a")}, {ServerColumn::Owner, text("ann")}}),
                      bareMetal(2, {{ServerColumn::Fqdn, text("b")}}),
                      bareMetal(3, {{ServerColumn::Fqdn, text("c")}}),
                      bareMetal(4, {{ServerColumn::Fqdn, text("d")}})});
}

UndecidedRows undecided(const InventoryTable &table, const QString &filter, bool isRunning = false)
{
    ArrangementSpec spec;
    spec.filter = RowFilter::parse(filter, serverCatalogue());
    spec.searchedColumns = columnSet(ServerColumn::Fqdn);
    return UndecidedRows::of(table, nullptr, *arrange(table, spec, CancelToken()), isRunning);
}

/// Two pools, and a member of the first.
ArrangedTables somePools()
{
    ArrangedTables tables{InventoryTable(poolCatalogue()), InventoryTable(memberCatalogue()), {}};
    tables.rows.listRow(namedPool(5, "EU"), nullptr);
    tables.rows.listRow(namedPool(7, "US"), nullptr);
    tables.children->listRow(memberOf(5, bareMetalKey(1), "a"), nullptr);
    return tables;
}

UndecidedRows undecidedPools(const ArrangedTables &tables, const QString &filter, bool isRunning = false)
{
    ArrangementSpec spec = ArrangementSpec::of(poolCatalogue());
    spec.filter = RowFilter::parse(filter, poolCatalogue());
    spec.childFilter = RowFilter::parse(filter, memberCatalogue());
    return UndecidedRows::of(tables.rows, &*tables.children, *arrange(tables, spec, CancelToken()),
                             isRunning);
}

} // namespace

class TestUndecidedRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void areThoseThatAreNotSeen();
    void tellWhy();
    void tellOfWordsWhereTheyMayBe();
    void tellWhyOfWhatLiesBelow();
    void lookAtTheFirstOfManyBelow();
    void areNoneWhereAllIsKnown();
};

void TestUndecidedRows::areThoseThatAreNotSeen()
{
    const InventoryTable table = someTable();
    QCOMPARE(undecided(table, u"owner:bob"_s).rows, 3);
    QCOMPARE(undecided(table, u"owner:ann"_s).rows, 3);
    QCOMPARE(undecided(table, u"-owner:ann"_s).rows, 0); // these are on screen, until it is found in them
    QCOMPARE(undecided(table, u"owner:bob b"_s).rows, 1);
    QCOMPARE(undecided(table, u"owner:bob"_s).text(true), u"3 not decided yet"_s);
    QCOMPARE(undecided(table, u"owner:bob"_s).text(false), u"3 cannot be decided"_s);
}

void TestUndecidedRows::tellWhy()
{
    InventoryTable table = someTable();
    const GroupSet owner = groupSet(ServerGroup::Owner);
    QCOMPARE(undecided(table, u"owner:bob"_s, true).why, Why::Coming);
    QCOMPARE(undecided(table, u"owner:bob"_s).why, Why::NotLoaded);
    QCOMPARE(undecided(table, u"owner:bob"_s).columns, u"Owner"_s);
    QCOMPARE(undecided(table, u"owner:bob dc:dal10"_s).columns, u"Datacenter, Owner"_s);
    const ApiError refusal = ApiError::make(ApiError::Kind::Forbidden);
    for (const int row : {1, 2, 3})
        table.setFailure(row, owner, CellState::Refused, refusal);
    QCOMPARE(undecided(table, u"owner:bob"_s).why, Why::NotPermitted);
    table.setFailure(2, owner, CellState::Failed, ApiError::make(ApiError::Kind::Timeout));
    QCOMPARE(undecided(table, u"owner:bob"_s).why, Why::Failed); // that one may still come
}

/// Of a word without a column: what may hold it and is not known; no number may.
void TestUndecidedRows::tellOfWordsWhereTheyMayBe()
{
    InventoryTable table = makeTable({bareMetal(1, {{ServerColumn::Fqdn, text("a")}})});
    ArrangementSpec spec;
    spec.filter = RowFilter::parse(u"qqq"_s, serverCatalogue());
    spec.searchEverywhere(serverCatalogue());
    const auto columns = [&table, &spec] {
        return UndecidedRows::of(table, nullptr, *arrange(table, spec, CancelToken()), false).columns;
    };
    QVERIFY2(columns().endsWith(u"…"_s), qPrintable(columns())); // they are many
    GroupSet all;
    for (std::size_t group = 0; group < ServerGroup::Count; ++group)
        all.set(group,
                group != ServerGroup::Serials && group != ServerGroup::Fee && group != ServerGroup::Power);
    RowPatch rest = bareMetal(1, {{ServerColumn::Fqdn, text("a")}});
    rest.loaded = all;
    QVERIFY(table.apply(rest));
    QCOMPARE(columns(), u"Serial, Manufacturer serial"_s);
    rest.loaded = groupSet(ServerGroup::Serials);
    rest.values.clear();
    QVERIFY(table.apply(rest));
    QCOMPARE(columns(), QString()); // what it costs is not known, and cannot hold the word
}

/// Not all of a pool is told in its own row.
void TestUndecidedRows::tellWhyOfWhatLiesBelow()
{
    ArrangedTables tables = somePools();
    const QString filter = u"datacenter:dal10"_s;
    const QString title = memberCatalogue().column(MemberColumn::Datacenter).translatedTitle();
    QCOMPARE(undecidedPools(tables, filter).rows, 1);
    QCOMPARE(undecidedPools(tables, filter).why, Why::NotLoaded);
    QCOMPARE(undecidedPools(tables, filter, true).why, Why::Coming);
    QCOMPARE(undecidedPools(tables, filter).columns, title);

    // No load brings what the key may not see.
    const GroupSet place = groupSet(MemberGroup::Place);
    tables.children->setFailure(0, place, CellState::Refused, ApiError::make(ApiError::Kind::Forbidden));
    QCOMPARE(undecidedPools(tables, filter).why, Why::NotPermitted);
    QCOMPARE(undecidedPools(tables, filter).columns, title);
    // But members of the other pool may still come.
    tables.settled = QSet<qint64>{5};
    QCOMPARE(undecidedPools(tables, filter).rows, 2);
    QCOMPARE(undecidedPools(tables, filter).why, Why::NotLoaded);
    QCOMPARE(undecidedPools(tables, filter, true).why, Why::Coming);
    tables.settled.reset();

    tables.children->setFailure(0, place, CellState::Failed, ApiError::make(ApiError::Kind::Timeout));
    QCOMPARE(undecidedPools(tables, filter).why, Why::Failed);
}

/// What is said is of the window's thread, which does not look at a hundred thousand rows for it.
void TestUndecidedRows::lookAtTheFirstOfManyBelow()
{
    const QString filter = u"datacenter:dal10"_s;
    const GroupSet place = groupSet(MemberGroup::Place);
    ArrangedTables tables = somePools();
    tables.settled = QSet<qint64>{5};
    const auto fill = [&](qsizetype members) {
        for (int row = tables.children->rowCount(); row < members; ++row)
            tables.children->listRow(memberOf(5, bareMetalKey(row + 1), "a"), nullptr);
        for (int row = 0; row < tables.children->rowCount(); ++row)
            tables.children->setFailure(row, place, CellState::Refused,
                                        ApiError::make(ApiError::Kind::Forbidden));
    };
    fill(UndecidedRows::maxRowsBelowLookedAt);
    QCOMPARE(undecidedPools(tables, filter).rows, 2);
    QCOMPARE(undecidedPools(tables, filter).why, Why::NotLoaded); // of the other pool, nothing is there
    fill(UndecidedRows::maxRowsBelowLookedAt + 1);
    QCOMPARE(undecidedPools(tables, filter).rows, 2);
    QCOMPARE(undecidedPools(tables, filter).why, Why::NotPermitted); // the other one is not looked at
}

void TestUndecidedRows::areNoneWhereAllIsKnown()
{
    const UndecidedRows none = undecided(someTable(), u"zzz"_s);
    QCOMPARE(none.rows, 0);
    QVERIFY(none.columns.isEmpty() && none.text(true).isEmpty());
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestUndecidedRows)
#include "tst_undecidedrows.moc"
