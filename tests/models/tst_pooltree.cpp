// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/poolbuilder.h"
#include "models/pooltree.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr ColumnIndex used = PoolColumn::UsedPercent;
constexpr ColumnIndex over = PoolColumn::Over;
constexpr ColumnIndex ends = PoolColumn::Ends;
constexpr ColumnIndex leaves = MemberColumn::Leaves;

/// Two tables, arranged as the model has it done.
struct Tables
{
    InventoryTable pools{poolCatalogue()};
    InventoryTable members{memberCatalogue()};
    ArrangementSpec poolSpec = ArrangementSpec::of(poolCatalogue());
    ArrangementSpec memberSpec = ArrangementSpec::of(memberCatalogue());

    Tables(std::initializer_list<RowPatch> poolRows, std::initializer_list<RowPatch> memberRows)
    {
        memberSpec.groupColumn = MemberColumn::PoolId;
        for (const RowPatch &row : poolRows)
            pools.listRow(row, nullptr);
        for (const RowPatch &row : memberRows)
            members.listRow(row, nullptr);
    }
    [[nodiscard]] PoolTree tree(const PoolScope &scope = {}) const
    {
        return PoolTree::make(pools, *arrange(pools, poolSpec, CancelToken()), members,
                              *arrange(members, memberSpec, CancelToken()), scope);
    }
    /// "EU: a b" for each pool.
    [[nodiscard]] QStringList print(const PoolTree &tree) const
    {
        QStringList lines;
        for (const PoolTree::Pool &pool : tree.pools) {
            QString line = pools.text(pool.row, PoolColumn::Name) + u':';
            for (const int row : pool.members)
                line += u' ' + members.text(row, MemberColumn::Fqdn);
            lines.append(line);
        }
        return lines;
    }
    [[nodiscard]] QStringList print(const PoolScope &scope = {}) const { return print(tree(scope)); }
};

PoolScope scopeOf(PoolScope::Kind kind, const QString &filter = {})
{
    PoolScope scope;
    scope.kind = kind;
    scope.poolFilter = RowFilter::parse(filter, poolCatalogue());
    scope.memberFilter = RowFilter::parse(filter, memberCatalogue());
    scope.searchedPoolColumns = columnSet(PoolColumn::Name, PoolColumn::Region);
    scope.searchedMemberColumns = columnSet(MemberColumn::Fqdn, MemberColumn::Datacenter);
    return scope;
}

PoolScope filtered(const QString &filter)
{
    return scopeOf(PoolScope::Kind::All, filter);
}

} // namespace

class PoolTreeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putsMembersBelowTheirPools();
    void knowsEveryPlace();
    void showsWhatIsNotVisibleLast();
    void leavesOutMembersOfNoPool();
    void leavesOutRowsThatAreNotThereYet();
    void filters_data();
    void filters();
    void scopes_data();
    void scopes();
    void knowsWhatItCannotTell();
    void undecided_data();
    void undecided();
    void keepsTheOrderOfMembers();
    void comparesOrders();
    void standsOverNothing();
};

void PoolTreeTest::putsMembersBelowTheirPools()
{
    const Tables tables({namedPool(7, "US"), namedPool(5, "EU"), namedPool(6, "empty")},
                        {memberOf(5, bareMetalKey(1), "b"), memberOf(7, bareMetalKey(2), "z"),
                         memberOf(5, virtualKey(1), "a")});
    QCOMPARE(tables.print(), QStringList({u"empty:"_s, u"EU: a b"_s, u"US: z"_s}));

    Tables sorted = tables;
    sorted.poolSpec.sortOrder = Qt::DescendingOrder;
    sorted.memberSpec.sortOrder = Qt::DescendingOrder;
    QCOMPARE(sorted.print(), QStringList({u"US: z"_s, u"EU: b a"_s, u"empty:"_s}));
}

void PoolTreeTest::knowsEveryPlace()
{
    const Tables tables({namedPool(7, "US"), namedPool(5, "EU")},
                        {memberOf(5, bareMetalKey(1), "b"), memberOf(7, bareMetalKey(2), "z"),
                         memberOf(5, virtualKey(1), "a")});
    const PoolTree tree = tables.tree();
    QCOMPARE(tree.scopePools, 2);
    QCOMPARE(tree.visibleMembers, 3);
    QCOMPARE(tree.placeOfPool.size(), 2);
    QCOMPARE(tree.placeOfMember.size(), 3);
    for (int place = 0; place < tree.pools.size(); ++place) {
        const PoolTree::Pool &pool = tree.pools.at(place);
        QCOMPARE(tree.placeOfPool.value(pool.row, -1), place);
        for (int i = 0; i < pool.members.size(); ++i) {
            QCOMPARE(tree.placeOfMember.value(pool.members.at(i)).pool, place);
            QCOMPARE(tree.placeOfMember.value(pool.members.at(i)).member, i);
        }
    }
}

void PoolTreeTest::showsWhatIsNotVisibleLast()
{
    Tables tables({namedPool(5, "EU")},
                  {memberOf(5, remainderKey(5), "2 devices not visible to this key"),
                   memberOf(5, bareMetalKey(1), "b"), memberOf(5, bareMetalKey(2), "z")});
    const QString hidden = u"2 devices not visible to this key"_s;
    QCOMPARE(tables.print(), QStringList(u"EU: b z %1"_s.arg(hidden)));
    tables.memberSpec.sortOrder = Qt::DescendingOrder;
    QCOMPARE(tables.print(), QStringList(u"EU: z b %1"_s.arg(hidden)));
}

void PoolTreeTest::leavesOutMembersOfNoPool()
{
    RowPatch stray = memberOf(5, bareMetalKey(3), "stray");
    std::erase_if(stray.values, [](const auto &cell) { return cell.first == MemberColumn::PoolId; });
    const Tables tables({namedPool(5, "EU")}, {memberOf(5, bareMetalKey(1), "a"), stray,
                                               memberOf(99, bareMetalKey(2), "of a pool that went")});
    QCOMPARE(tables.print(), QStringList(u"EU: a"_s));
    QCOMPARE(tables.tree().visibleMembers, 1);
}

/// Rows vanish between an order that a worker made and the moment it is put in place.
void PoolTreeTest::leavesOutRowsThatAreNotThereYet()
{
    const Tables longer({namedPool(5, "EU"), namedPool(7, "US")},
                        {memberOf(5, bareMetalKey(1), "a"), memberOf(5, bareMetalKey(2), "b")});
    const Tables shorter({namedPool(5, "EU")}, {memberOf(5, bareMetalKey(1), "a")});
    const PoolTree tree =
        PoolTree::make(shorter.pools, *arrange(longer.pools, longer.poolSpec, CancelToken()), shorter.members,
                       *arrange(longer.members, longer.memberSpec, CancelToken()), PoolScope());
    QCOMPARE(shorter.print(tree), QStringList(u"EU: a"_s));
}

void PoolTreeTest::filters_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QStringList>("shown");
    QTest::newRow("nothing") << QString() << QStringList({u"EU: db.fra web.fra"_s, u"US: db.dal web.dal"_s});
    QTest::newRow("a pool") << u"eu"_s << QStringList(u"EU: db.fra web.fra"_s);
    QTest::newRow("a member") << u"web.dal"_s << QStringList(u"US: web.dal"_s);
    QTest::newRow("members of two") << u"web"_s << QStringList({u"EU: web.fra"_s, u"US: web.dal"_s});
    QTest::newRow("a member's place") << u"fra02"_s << QStringList(u"EU: web.fra"_s);
    QTest::newRow("a number of pools") << u"used>50"_s << QStringList(u"US: db.dal web.dal"_s);
    QTest::newRow("none") << u"tokyo"_s << QStringList();
}

void PoolTreeTest::filters()
{
    QFETCH(QString, filter);
    const Tables tables(
        {namedPool(5, "EU", {{used, decimal("10")}}), namedPool(7, "US", {{used, decimal("80")}})},
        {memberOf(5, bareMetalKey(1), "web.fra", {{MemberColumn::Datacenter, text("fra02")}}),
         memberOf(5, bareMetalKey(2), "db.fra"), memberOf(7, bareMetalKey(3), "web.dal"),
         memberOf(7, bareMetalKey(4), "db.dal")});
    const PoolTree tree = tables.tree(filtered(filter));
    QTEST(tables.print(tree), "shown");
    QCOMPARE(tree.scopePools, 2); // whatever the filter lets through
}

void PoolTreeTest::scopes_data()
{
    QTest::addColumn<PoolScope>("scope");
    QTest::addColumn<QStringList>("shown");
    using Kind = PoolScope::Kind;
    QTest::newRow("over") << scopeOf(Kind::Over) << QStringList(u"Over: a"_s);
    QTest::newRow("projected") << scopeOf(Kind::ProjectedOver) << QStringList(u"Soon: b"_s);
    QTest::newRow("leaving") << scopeOf(Kind::Leaving)
                             << QStringList({u"Ending: c d"_s, u"Left: e"_s}); // all, and those that leave
    QTest::newRow("leaving and filtered") << scopeOf(Kind::Leaving, u"left"_s) << QStringList(u"Left: e"_s);
    QTest::newRow("over and filtered away") << scopeOf(Kind::Over, u"soon"_s) << QStringList();
}

void PoolTreeTest::scopes()
{
    QFETCH(PoolScope, scope);
    const CellValue day = time("2026-12-01T00:00:00Z");
    const Tables tables(
        {namedPool(1, "Over", {{over, text("now")}}), namedPool(2, "Soon", {{over, text("projected")}}),
         namedPool(3, "Ending", {{over, text("no")}, {ends, day}}),
         namedPool(4, "Left", {{over, text("no")}}), namedPool(5, "Unknown")},
        {memberOf(1, bareMetalKey(1), "a"), memberOf(2, bareMetalKey(2), "b"),
         memberOf(3, bareMetalKey(3), "c"), memberOf(3, bareMetalKey(4), "d", {{leaves, day}}),
         memberOf(4, bareMetalKey(5), "e", {{leaves, day}}), memberOf(4, bareMetalKey(6), "f")});
    QTEST(tables.print(scope), "shown");
}

/// What is left out for lack of knowledge is told.
void PoolTreeTest::knowsWhatItCannotTell()
{
    // Of neither pool it is known whether it is over; of one, what its members are called.
    const Tables tables({namedPool(7, "US"), namedPool(5, "EU")}, {memberOf(5, bareMetalKey(1), "b")});
    QCOMPARE(tables.tree(scopeOf(PoolScope::Kind::Over)).undecidedPools.size(), 2);
    QCOMPARE(tables.tree().undecidedPools.size(), 0);
    QCOMPARE(tables.tree(filtered(u"region:eu"_s)).undecidedPools.size(), 2);
    const PoolScope named = filtered(u"name:zzz"_s);
    QCOMPARE(tables.tree(named).undecidedPools.size(), 0);
    const PoolTree lacking =
        PoolTree::make(tables.pools, *arrange(tables.pools, tables.poolSpec, CancelToken()), tables.members,
                       *arrange(tables.members, tables.memberSpec, CancelToken()), named,
                       [&tables](int row) { return tables.pools.key(row).id == 7; });
    QCOMPARE(lacking.undecidedPools.size(), 1); // its members may be called so
}

void PoolTreeTest::undecided_data()
{
    QTest::addColumn<PoolScope>("scope");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("pools");
    QTest::addColumn<QString>("members");
    const auto row = [](const char *name, const PoolScope &scope, const char *shown, const char *pools,
                        const char *members) {
        QTest::newRow(name) << scope << QString::fromLatin1(shown) << QString::fromLatin1(pools)
                            << QString::fromLatin1(members);
    };
    row("everything", {}, "EU: a b / new: n / US: u", "", "");
    row("by name", filtered(u"name:new"_s), "new: n", "", "");
    row("by region", filtered(u"region:ams"_s), "EU: a b", "new", "n");
    row("a member by place", filtered(u"dc:dal10"_s), "EU: a", "new", "b n"); // EU is there for a
    row("a plain word", filtered(u"ams"_s), "EU: a b", "new", "n");
    row("a plain word in members", filtered(u"dal10"_s), "EU: a", "new", "b n");
    row("over", scopeOf(PoolScope::Kind::Over), "EU: a b", "new", "n");
    row("over, by name", scopeOf(PoolScope::Kind::Over, u"name:eu,u"_s), "EU: a b", "", "");
    row("leaving", scopeOf(PoolScope::Kind::Leaving), "US: u", "EU new", "a b n");
}

/// "new" and its member are only listed; of "b" the place is not known, of EU's members when they leave.
void PoolTreeTest::undecided()
{
    QFETCH(PoolScope, scope);
    QFETCH(QString, shown);
    QFETCH(QString, pools);
    QFETCH(QString, members);
    const auto regionOf = [](const char *region) { return text(region); };
    const Tables tables(
        {namedPool(5, "EU",
                   {{PoolColumn::Region, regionOf("AMS")}, {over, text("now")}, {ends, CellValue()}}),
         namedPool(7, "US", {{PoolColumn::Region, regionOf("US")}, {over, text("no")}, {ends, CellValue()}}),
         namedPool(6, "new")},
        {memberOf(5, bareMetalKey(1), "a", {{MemberColumn::Datacenter, text("dal10")}}),
         memberOf(5, bareMetalKey(2), "b"),
         memberOf(7, bareMetalKey(3), "u",
                  {{MemberColumn::Datacenter, text("wdc07")}, {leaves, time("2026-12-01T00:00:00Z")}}),
         memberOf(6, bareMetalKey(4), "n")});
    const PoolTree tree = tables.tree(scope);
    QCOMPARE(tables.print(tree).join(u" / "_s), shown);
    QStringList undecidedPools;
    for (const int row : tree.undecidedPools)
        undecidedPools.append(tables.pools.text(row, PoolColumn::Name));
    QStringList undecidedMembers;
    for (const int row : tree.undecidedMembers)
        undecidedMembers.append(tables.members.text(row, MemberColumn::Fqdn));
    QCOMPARE(undecidedPools.join(u' '), pools);
    QCOMPARE(undecidedMembers.join(u' '), members);
}

void PoolTreeTest::keepsTheOrderOfMembers()
{
    Tables tables({namedPool(5, "EU"), namedPool(7, "US")},
                  {memberOf(5, bareMetalKey(1), "a"), memberOf(5, bareMetalKey(2), "b"),
                   memberOf(5, bareMetalKey(3), "c")});
    const PoolTree former = tables.tree();
    tables.members.apply(
        memberCells(bareMetalKey(1), {{MemberColumn::Fqdn, text("z")}, {MemberColumn::PoolId, qint64(5)}}));
    tables.members.apply(
        memberCells(bareMetalKey(3), {{MemberColumn::Fqdn, text("c")}, {MemberColumn::PoolId, qint64(7)}}));
    tables.members.listRow(memberOf(5, bareMetalKey(4), "aa"), nullptr);
    tables.members.listRow(memberOf(7, bareMetalKey(5), "y"), nullptr);

    PoolTree next = tables.tree();
    QCOMPARE(tables.print(next), QStringList({u"EU: aa b z"_s, u"US: c y"_s}));
    QVERIFY(next.keepMemberOrderOf(former));
    QCOMPARE(tables.print(next), QStringList({u"EU: z b aa"_s, u"US: c y"_s}));
    const std::optional<int> row = tables.members.find(bareMetalKey(4));
    QCOMPARE(next.placeOfMember.value(*row).member, 2);

    PoolTree same = tables.tree();
    QVERIFY(!same.keepMemberOrderOf(tables.tree()));
}

void PoolTreeTest::comparesOrders()
{
    const Tables tables({namedPool(5, "EU")}, {memberOf(5, bareMetalKey(1), "a")});
    PoolTree tree = tables.tree();
    QVERIFY(tree.hasSameOrder(tables.tree()));
    tree.pools[0].isPending = true;
    QVERIFY(!tree.hasSameOrder(tables.tree()));
}

void PoolTreeTest::standsOverNothing()
{
    const Tables tables({}, {});
    QVERIFY(tables.tree().pools.isEmpty());
    QCOMPARE(tables.tree(filtered(u"x"_s)).scopePools, 0);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, PoolTreeTest)
#include "tst_pooltree.moc"
