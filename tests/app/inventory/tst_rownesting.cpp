// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/poolbuilder.h"
#include "inventory/arrangement.h"
#include "inventory/kinds.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr ColumnIndex used = PoolColumn::UsedPercent;
constexpr ColumnIndex over = PoolColumn::Over;
constexpr ColumnIndex ends = PoolColumn::Ends;
constexpr ColumnIndex leaves = MemberColumn::Leaves;

using Order = std::shared_ptr<const Arrangement>;

/// What is looked at: a node of the navigator.
enum class Node { All, Over, ProjectedOver, Leaving };

ArrangementSpec specOf(Node node, const QString &filter = {})
{
    ArrangementSpec spec = ArrangementSpec::of(poolCatalogue());
    spec.filter = RowFilter::parse(filter, poolCatalogue());
    spec.childFilter = RowFilter::parse(filter, memberCatalogue());
    spec.searchedColumns = columnSet(PoolColumn::Name, PoolColumn::Region);
    spec.shownColumns = spec.searchedColumns;
    spec.childSearchedColumns = columnSet(MemberColumn::Fqdn, MemberColumn::Datacenter);
    switch (node) {
    case Node::All:
        break;
    case Node::Over:
    case Node::ProjectedOver:
        spec.scopeColumn = over;
        spec.scopeText = node == Node::Over ? u"now"_s : u"projected"_s;
        break;
    case Node::Leaving:
        spec.scopeColumn = ends;
        spec.scopeIsAnyValue = true;
        spec.childScopeColumn = leaves;
        break;
    }
    return spec;
}

ArrangementSpec filtered(const QString &filter)
{
    return specOf(Node::All, filter);
}

/// Two tables, arranged as the model has it done.
struct Tables : ArrangedTables
{
    Tables(std::initializer_list<RowPatch> poolRows, std::initializer_list<RowPatch> memberRows)
        : ArrangedTables{InventoryTable(poolCatalogue()), InventoryTable(memberCatalogue()), {}}
    {
        for (const RowPatch &row : poolRows)
            rows.listRow(row, nullptr);
        for (const RowPatch &row : memberRows)
            children->listRow(row, nullptr);
    }
    [[nodiscard]] Order order(const ArrangementSpec &spec = specOf(Node::All), const Order &former = {},
                              const Order &shown = {}) const
    {
        return arrange(*this, spec, CancelToken(), former.get(), shown.get());
    }
    /// "EU: a b" for each pool, "EU: …" for one whose members are to come.
    [[nodiscard]] QStringList print(const Order &order) const
    {
        QStringList lines;
        const QList<int> pools = order->rowsInOrder();
        for (int place = 0; place < pools.size(); ++place) {
            QString line = rows.text(pools.at(place), PoolColumn::Name) + u':';
            for (const int row : order->children->rowsBelow(place))
                line += u' ' + children->text(row, MemberColumn::Fqdn);
            if (order->children->areToCome.testBit(place))
                line += u" …"_s;
            lines.append(line);
        }
        return lines;
    }
    [[nodiscard]] QStringList print(const ArrangementSpec &spec = specOf(Node::All)) const
    {
        return print(order(spec));
    }
};

} // namespace

class RowNestingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putsMembersBelowTheirPools();
    void knowsEveryPlace();
    void showsWhatIsNotVisibleLast();
    void leavesOutMembersOfNoPool();
    void knowsWhichAreToCome();
    void filters_data();
    void filters();
    void scopes_data();
    void scopes();
    void knowsWhatItCannotTell();
    void undecided_data();
    void undecided();
    void keepsTheOrderOnScreen();
    void keepsTheRowsOnScreen();
    void takesOverWhatHolds();
    void canBeCancelled();
    void standsOverNothing();
    void describesTheChildren();
};

void RowNestingTest::putsMembersBelowTheirPools()
{
    const Tables tables({namedPool(7, "US"), namedPool(5, "EU"), namedPool(6, "empty")},
                        {memberOf(5, bareMetalKey(1), "b"), memberOf(7, bareMetalKey(2), "z"),
                         memberOf(5, virtualKey(1), "a")});
    QCOMPARE(tables.print(), QStringList({u"empty:"_s, u"EU: a b"_s, u"US: z"_s}));

    ArrangementSpec spec = specOf(Node::All);
    spec.sortOrder = Qt::DescendingOrder;
    QCOMPARE(tables.print(spec), QStringList({u"US: z"_s, u"EU: b a"_s, u"empty:"_s}));
    spec.groupColumn = PoolColumn::Region; // there are two levels already
    const Order order = tables.order(spec);
    QVERIFY(!order->isGrouped);
    QCOMPARE(tables.print(order), tables.print(spec));
}

void RowNestingTest::knowsEveryPlace()
{
    const Tables tables({namedPool(7, "US"), namedPool(5, "EU")},
                        {memberOf(5, bareMetalKey(1), "b"), memberOf(7, bareMetalKey(2), "z"),
                         memberOf(5, virtualKey(1), "a")});
    const Order order = tables.order();
    QCOMPARE(order->scopeRows, 2);
    QCOMPARE(order->visibleRows, 2);
    QCOMPARE(order->tableRows, 2);
    QCOMPARE(order->children->tableRows, 3);
    QCOMPARE(order->children->rows.size(), 3);
    QCOMPARE(order->places.size(), 2);
    QCOMPARE(order->children->places.size(), 3);
    for (int place = 0; place < order->visibleRows; ++place) {
        QCOMPARE(order->places.at(order->rowsInOrder().at(place)).row, place);
        const QList<int> below = order->children->rowsBelow(place);
        QCOMPARE(below.size(), order->children->countBelow(place));
        for (int i = 0; i < below.size(); ++i) {
            QCOMPARE(order->children->places.at(below.at(i)).group, place);
            QCOMPARE(order->children->places.at(below.at(i)).row, i);
        }
    }
    const Order some = tables.order(filtered(u"z"_s));
    QCOMPARE(some->places.at(1).group, -1);
    QCOMPARE(some->children->places.at(0).group, -1);
}

void RowNestingTest::showsWhatIsNotVisibleLast()
{
    const Tables tables({namedPool(5, "EU")},
                        {memberOf(5, remainderKey(5), "2 devices not visible to this key"),
                         memberOf(5, bareMetalKey(1), "b"), memberOf(5, bareMetalKey(2), "z")});
    const QString hidden = u"2 devices not visible to this key"_s;
    QCOMPARE(tables.print(), QStringList(u"EU: b z %1"_s.arg(hidden)));
    ArrangementSpec spec = specOf(Node::All);
    spec.sortOrder = Qt::DescendingOrder;
    QCOMPARE(tables.print(spec), QStringList(u"EU: z b %1"_s.arg(hidden)));
}

void RowNestingTest::leavesOutMembersOfNoPool()
{
    RowPatch stray = memberOf(5, bareMetalKey(3), "stray");
    std::erase_if(stray.values, [](const auto &cell) { return cell.first == MemberColumn::PoolId; });
    const Tables tables({namedPool(5, "EU")}, {memberOf(5, bareMetalKey(1), "a"), stray,
                                               memberOf(99, bareMetalKey(2), "of a pool that went")});
    QCOMPARE(tables.print(), QStringList(u"EU: a"_s));
    QCOMPARE(tables.order()->children->rows.size(), 1);
}

void RowNestingTest::knowsWhichAreToCome()
{
    Tables tables({namedPool(5, "EU"), namedPool(6, "none", {{PoolColumn::Devices, qint64(0)}}),
                   namedPool(7, "US", {{PoolColumn::Devices, qint64(2)}}), namedPool(8, "settled")},
                  {memberOf(5, bareMetalKey(1), "a")});
    QCOMPARE(tables.print(), QStringList({u"EU: a"_s, u"none:"_s, u"settled:"_s, u"US:"_s}));
    tables.settled = QSet<qint64>{8};
    QCOMPARE(tables.print(), QStringList({u"EU: a"_s, u"none:"_s, u"settled:"_s, u"US: …"_s}));
    QCOMPARE(tables.print(filtered(u"us"_s)), QStringList(u"US:"_s)); // it is not to be opened for them
}

void RowNestingTest::filters_data()
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

void RowNestingTest::filters()
{
    QFETCH(QString, filter);
    const Tables tables(
        {namedPool(5, "EU", {{used, decimal("10")}}), namedPool(7, "US", {{used, decimal("80")}})},
        {memberOf(5, bareMetalKey(1), "web.fra", {{MemberColumn::Datacenter, text("fra02")}}),
         memberOf(5, bareMetalKey(2), "db.fra"), memberOf(7, bareMetalKey(3), "web.dal"),
         memberOf(7, bareMetalKey(4), "db.dal")});
    const Order order = tables.order(filtered(filter));
    QTEST(tables.print(order), "shown");
    QCOMPARE(order->scopeRows, 2); // whatever the filter lets through
}

void RowNestingTest::scopes_data()
{
    QTest::addColumn<ArrangementSpec>("scope");
    QTest::addColumn<QStringList>("shown");
    QTest::newRow("over") << specOf(Node::Over) << QStringList(u"Over: a"_s);
    QTest::newRow("projected") << specOf(Node::ProjectedOver) << QStringList(u"Soon: b"_s);
    QTest::newRow("leaving") << specOf(Node::Leaving)
                             << QStringList({u"Ending: c d"_s, u"Left: e"_s}); // all, and those that leave
    QTest::newRow("leaving and filtered") << specOf(Node::Leaving, u"left"_s) << QStringList(u"Left: e"_s);
    QTest::newRow("over and filtered away") << specOf(Node::Over, u"soon"_s) << QStringList();
}

void RowNestingTest::scopes()
{
    QFETCH(ArrangementSpec, scope);
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
void RowNestingTest::knowsWhatItCannotTell()
{
    // Of neither pool it is known whether it is over; of one, what its members are called.
    const Tables tables({namedPool(7, "US"), namedPool(5, "EU")}, {memberOf(5, bareMetalKey(1), "b")});
    const auto undecided = [&tables](const ArrangementSpec &spec) {
        return tables.order(spec)->undecidedRows.size();
    };
    QCOMPARE(undecided(specOf(Node::Over)), 2);
    QCOMPARE(undecided(specOf(Node::All)), 0);
    QCOMPARE(undecided(filtered(u"region:eu"_s)), 2);
    const ArrangementSpec named = filtered(u"name:zzz"_s);
    QCOMPARE(undecided(named), 0);
    Tables lacking = tables;
    lacking.settled = QSet<qint64>{5};
    QCOMPARE(lacking.order(named)->undecidedRows, QList<int>{0}); // its members may be called so
}

void RowNestingTest::undecided_data()
{
    QTest::addColumn<ArrangementSpec>("scope");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("pools");
    QTest::addColumn<QString>("members");
    const auto row = [](const char *name, const ArrangementSpec &scope, const char *shown, const char *pools,
                        const char *members) {
        QTest::newRow(name) << scope << QString::fromLatin1(shown) << QString::fromLatin1(pools)
                            << QString::fromLatin1(members);
    };
    row("everything", specOf(Node::All), "EU: a b / new: n / US: u", "", "");
    row("by name", filtered(u"name:new"_s), "new: n", "", "");
    row("by region", filtered(u"region:ams"_s), "EU: a b", "new", "n");
    row("a member by place", filtered(u"dc:dal10"_s), "EU: a", "new", "b n"); // EU is there for a
    row("a plain word", filtered(u"ams"_s), "EU: a b", "new", "n");
    row("a plain word in members", filtered(u"dal10"_s), "EU: a", "new", "b n");
    row("over", specOf(Node::Over), "EU: a b", "new", "n");
    row("over, by name", specOf(Node::Over, u"name:eu,u"_s), "EU: a b", "", "");
    row("leaving", specOf(Node::Leaving), "US: u", "EU new", "a b n");
}

/// "new" and its member are only listed; of "b" the place is not known, of EU's members when they leave.
void RowNestingTest::undecided()
{
    QFETCH(ArrangementSpec, scope);
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
    const Order order = tables.order(scope);
    QCOMPARE(tables.print(order).join(u" / "_s), shown);
    QStringList undecidedPools;
    for (const int row : order->undecidedRows)
        undecidedPools.append(tables.rows.text(row, PoolColumn::Name));
    QStringList undecidedMembers;
    for (const int row : order->children->undecidedRows)
        undecidedMembers.append(tables.children->text(row, MemberColumn::Fqdn));
    QCOMPARE(undecidedPools.join(u' '), pools);
    QCOMPARE(undecidedMembers.join(u' '), members);
}

void RowNestingTest::keepsTheOrderOnScreen()
{
    Tables tables({namedPool(5, "EU"), namedPool(7, "US")},
                  {memberOf(5, bareMetalKey(1), "a"), memberOf(5, bareMetalKey(2), "b"),
                   memberOf(5, bareMetalKey(3), "c")});
    const Order shown = tables.order();
    tables.children->apply(
        memberCells(bareMetalKey(1), {{MemberColumn::Fqdn, text("z")}, {MemberColumn::PoolId, qint64(5)}}));
    tables.children->apply(
        memberCells(bareMetalKey(3), {{MemberColumn::Fqdn, text("c")}, {MemberColumn::PoolId, qint64(7)}}));
    tables.children->listRow(memberOf(5, bareMetalKey(4), "aa"), nullptr);
    tables.children->listRow(memberOf(7, bareMetalKey(5), "y"), nullptr);
    tables.rows.listRow(namedPool(7, "A"), nullptr);
    tables.rows.listRow(namedPool(3, "AP"), nullptr);

    QCOMPARE(tables.print(), QStringList({u"A: c y"_s, u"AP:"_s, u"EU: aa b z"_s}));
    const Order kept = tables.order(specOf(Node::All), {}, shown);
    QCOMPARE(tables.print(kept), QStringList({u"EU: z b aa"_s, u"A: c y"_s, u"AP:"_s}));
    QCOMPARE(kept->places.at(1).row, 1);
    const std::optional<int> row = tables.children->find(bareMetalKey(4));
    QCOMPARE(kept->children->places.at(*row).group, 0);
    QCOMPARE(kept->children->places.at(*row).row, 2);
    QCOMPARE(tables.print(tables.order(specOf(Node::All), kept)), tables.print()); // the next one is right
}

/// Whatever node and filter say of them now.
void RowNestingTest::keepsTheRowsOnScreen()
{
    Tables tables({namedPool(5, "EU", {{over, text("now")}}), namedPool(7, "US", {{over, text("now")}})},
                  {memberOf(5, bareMetalKey(1), "a"), memberOf(7, bareMetalKey(2), "b")});
    const Order pools = tables.order(specOf(Node::Over));
    const Order members = tables.order(filtered(u"a"_s));
    QCOMPARE(tables.print(members), QStringList{u"EU: a"_s});
    tables.rows.apply(poolCells(5, {{over, text("no")}}));
    tables.children->listRow(memberOf(5, bareMetalKey(1), "z"), nullptr);
    tables.children->listRow(memberOf(5, bareMetalKey(3), "aa"), nullptr);

    QCOMPARE(tables.print(specOf(Node::Over)), QStringList{u"US: b"_s});
    const Order kept = tables.order(specOf(Node::Over), {}, pools);
    QCOMPARE(tables.print(kept), QStringList({u"EU: z"_s, u"US: b"_s}));
    QCOMPARE(kept->visibleRows, 2);
    QCOMPARE(kept->scopeRows, 2);
    QCOMPARE(tables.print(tables.order(filtered(u"a"_s), {}, members)), QStringList{u"EU: z aa"_s});
}

/// Whatever an earlier arrangement has, the result is the same as without it.
void RowNestingTest::takesOverWhatHolds()
{
    Tables tables({namedPool(5, "EU"), namedPool(7, "US")},
                  {memberOf(5, bareMetalKey(1), "a"), memberOf(5, bareMetalKey(2), "b")});
    const Order former = tables.order();
    ArrangementSpec spec = specOf(Node::All);
    spec.sortOrder = Qt::DescendingOrder;
    QCOMPARE(tables.print(tables.order(spec, former)), tables.print(spec));
    tables.children->apply(
        memberCells(bareMetalKey(1), {{MemberColumn::Fqdn, text("z")}, {MemberColumn::PoolId, qint64(5)}}));
    QCOMPARE(tables.print(tables.order(specOf(Node::All), former)), QStringList({u"EU: b z"_s, u"US:"_s}));
    tables.children->listRow(memberOf(7, bareMetalKey(3), "c"), nullptr);
    QCOMPARE(tables.print(tables.order(specOf(Node::All), former)), QStringList({u"EU: b z"_s, u"US: c"_s}));
}

void RowNestingTest::canBeCancelled()
{
    const Tables tables({namedPool(5, "EU")}, {memberOf(5, bareMetalKey(1), "a")});
    CancelToken token;
    token.cancel();
    QVERIFY(!arrange(tables, specOf(Node::All), token));
}

void RowNestingTest::standsOverNothing()
{
    const Tables tables({}, {});
    QCOMPARE(tables.order()->visibleRows, 0);
    QCOMPARE(tables.order()->children->firsts, QList<int>{0});
    QCOMPARE(tables.order(filtered(u"x"_s))->scopeRows, 0);
}

void RowNestingTest::describesTheChildren()
{
    QCOMPARE(childTable(poolsTable), &poolmembersTable);
    QCOMPARE(childTable(serversTable), nullptr);
    ArrangementSpec spec = specOf(Node::All, u"x"_s);
    spec.sortColumn = used;
    spec.sortOrder = Qt::DescendingOrder;
    ArrangementSpec ofMembers = spec.ofChildren(poolmembersTable);
    QCOMPARE(ofMembers.sortColumn, ColumnIndex(MemberColumn::PoolSharePercent));
    QCOMPARE(ofMembers.sortOrder, Qt::DescendingOrder);
    QCOMPARE(ofMembers.searchedColumns, columnSet(MemberColumn::Fqdn, MemberColumn::Datacenter));
    QCOMPARE(ofMembers.shownColumns, columnSet(MemberColumn::Fqdn, MemberColumn::Datacenter));
    QVERIFY(ofMembers.usedColumns().test(MemberColumn::PoolId));
    spec.sortColumn = PoolColumn::Devices; // of a column that only pools have, members keep to their names
    ofMembers = spec.ofChildren(poolmembersTable);
    QCOMPARE(ofMembers.sortColumn, ColumnIndex(MemberColumn::Fqdn));
    QCOMPARE(ofMembers.sortOrder, Qt::AscendingOrder);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, RowNestingTest)
#include "tst_rownesting.moc"
