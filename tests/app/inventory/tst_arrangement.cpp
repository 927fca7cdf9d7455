// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/tablebuilder.h"
#include "inventory/arrangement.h"
#include "inventory/celltext.h"
#include "support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace layerscope;

namespace {

/// Names, with what decides in the tests below; "new" is listed but not loaded, "nil" has truly nothing.
InventoryTable serversToArrange()
{
    using namespace ServerColumn;
    InventoryTable table = makeTable({
        virtualServer(3, {{Fqdn, text("web10")},
                          {Datacenter, text("dal10")},
                          {Cores, qint64(2)},
                          {MemoryGb, decimal("4")},
                          {PublicIp, text("10.0.0.10")},
                          {Tags, text("blue;old")},
                          {FeeMonthUsd, decimal("10.5")}}),
        virtualServer(2, {{Fqdn, text("web2")},
                          {Datacenter, text("fra02")},
                          {Cores, qint64(8)},
                          {MemoryGb, decimal("0.5")},
                          {PublicIp, text("10.0.0.9")},
                          {Tags, text("Apple")},
                          {FeeMonthUsd, decimal("100")}}),
        bareMetal(9, {{Fqdn, text("DB1")},
                      {Datacenter, text("dal10")},
                      {Cores, qint64(8)},
                      {MemoryGb, decimal("64")},
                      {PublicIp, text("9.0.0.1")},
                      {Tags, text("old")},
                      {FeeMonthUsd, decimal("9.25")}}),
        virtualServer(5, {{Fqdn, text("new")}}),
        bareMetal(4, {{Fqdn, text("nil")},
                      {Datacenter, CellValue()},
                      {Cores, CellValue()},
                      {MemoryGb, CellValue()},
                      {PublicIp, CellValue()},
                      {Tags, CellValue()},
                      {FeeMonthUsd, CellValue()}}),
        bareMetal(8, {{Fqdn, text("db1")},
                      {Datacenter, text("ams03")},
                      {Cores, qint64(16)},
                      {MemoryGb, decimal("8")},
                      {PublicIp, text("10.0.0.2")},
                      {Tags, text("blue")},
                      {FeeMonthUsd, decimal("9.250")}}),
        virtualServer(8, {{Fqdn, text("db1")},
                          {Datacenter, text("ams03")},
                          {Cores, qint64(1)},
                          {MemoryGb, decimal("1")},
                          {PublicIp, text("10.0.0.1")},
                          {Tags, text("blue")},
                          {FeeMonthUsd, decimal("0")}}),
    });
    return table;
}

QString name(const InventoryTable &table, int row)
{
    return table.text(row, ServerColumn::Fqdn) +
           (table.key(row).kind == RowKind::BareMetal ? u"b"_s : u"v"_s) + QString::number(table.key(row).id);
}

/// "key: rows" a group, the groups separated by " | "; checks on the way that places say the same.
QString toText(const InventoryTable &table, const Arrangement &arrangement)
{
    QStringList groups;
    int placed = 0;
    for (int group = 0; group < arrangement.groups.size(); ++group) {
        const Arrangement::Group &entry = arrangement.groups[group];
        QStringList names;
        for (int at = 0; at < entry.rows.size(); ++at) {
            names.append(name(table, entry.rows[at]));
            const int row = entry.rows[at];
            const auto isHere = [&](const Arrangement::Place &place) {
                return place.group == group && place.row == at;
            };
            const bool isFirst = isHere(arrangement.places[row]);
            const auto places = arrangement.placesOf(row);
            if (std::count_if(places.cbegin(), places.cend(), isHere) != 1 ||
                isFirst != isHere(places.first()))
                names.append(u"(misplaced)"_s);
            placed += isFirst ? 1 : 0;
        }
        const QString key = entry.isUnknown ? u"(unknown)"_s : entry.isEmpty ? u"(none)"_s : entry.key;
        groups.append(arrangement.isGrouped ? key + u": "_s + names.join(u' ') : names.join(u' '));
    }
    int seen = 0;
    for (const Arrangement::Place &place : arrangement.places)
        seen += place.group >= 0 ? 1 : 0;
    if (seen != placed || placed != arrangement.visibleRows || arrangement.places.size() != table.rowCount())
        groups.append(u"(counts differ)"_s);
    return groups.join(u" | "_s);
}

ArrangementSpec spec(ColumnIndex sortColumn = ServerColumn::Fqdn, Qt::SortOrder order = Qt::AscendingOrder)
{
    using namespace ServerColumn;
    ArrangementSpec made;
    made.sortColumn = sortColumn;
    made.sortOrder = order;
    made.searchedColumns = columnSet(Kind, Fqdn, Datacenter, PublicIp, Cores, MemoryGb, Tags, FeeMonthUsd);
    made.shownColumns = made.searchedColumns;
    return made;
}

QString arranged(const InventoryTable &table, const ArrangementSpec &made)
{
    return toText(table, *arrange(table, made, CancelToken()));
}

InventoryTable randomTable(int rows)
{
    using namespace ServerColumn;
    QRandomGenerator random(42);
    InventoryTable table(serverCatalogue());
    const char *const datacenters[] = {"dal10", "fra02", "AMS03", "ams03", "lon06"};
    for (int i = 0; i < rows; ++i) {
        RowPatch patch = makePatch(random.bounded(2) == 0 ? RowKind::BareMetal : RowKind::Virtual, i + 1,
                                   {{Fqdn, QString(u"host"_s + QString::number(random.bounded(rows)))}});
        if (random.bounded(10) > 0) {
            patch.loaded |= groupSet(ServerGroup::Datacenter, ServerGroup::Size, ServerGroup::Fee);
            if (random.bounded(10) > 0)
                patch.values.emplace_back(Datacenter, text(datacenters[random.bounded(5)]));
            patch.values.emplace_back(Cores, qint64(random.bounded(64)));
            patch.values.emplace_back(FeeMonthUsd, Decimal(random.bounded(100'000), random.bounded(4)));
        }
        table.listRow(patch, nullptr);
    }
    return table;
}

/// One that has something of its own in each column, and one of which nothing but the name is known.
InventoryTable serverOfAllFields()
{
    using namespace ServerColumn;
    return makeTable({
        bareMetal(7001, {{Hostname, text("ahost")},
                         {Domain, text("adomain.example")},
                         {Fqdn, text("aname.example")},
                         {State, text("ASTATE")},
                         {Datacenter, text("adatacenter")},
                         {PublicIp, text("198.51.100.1")},
                         {PrivateIp, text("10.7.7.7")},
                         {ManagementIp, text("10.9.45.60")},
                         {Cores, qint64(7003)},
                         {MemoryGb, decimal("7004")},
                         {Os, text("asystem")},
                         {Tags, text("atag")},
                         {Pool, text("apool")},
                         {PoolId, qint64(7005)},
                         {Billing, text("abilling")},
                         {FeeMonthUsd, decimal("7006.5")},
                         {OutPublicGb, decimal("7007.5")},
                         {InPublicGb, decimal("7008.5")},
                         {ProjectedPublicGb, decimal("7009.5")},
                         {AllocationGb, decimal("70105")},
                         {Owner, text("anowner")},
                         {Notes, text("anote")},
                         {Created, time("2021-01-02T03:04:05Z")},
                         {Transaction, text("atransaction")},
                         {Serial, text("SL0001027")},
                         {ManufacturerSerial, text("aserial")},
                         {Chassis, text("achassis")},
                         {PublicVlan, text("avlan")},
                         {PrivateVlan, text("bvlan")},
                         {VlanId, text("70115")},
                         {GlobalId, text("auuid")},
                         {NextBill, time("2022-02-03T04:05:06Z")},
                         {Cancellation, time("2023-03-04T05:06:07Z")}}),
        virtualServer(2, {{Fqdn, text("other")}}),
    });
}

} // namespace

class TestArrangement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sorts_data();
    void sorts();
    void sortsByRowState();
    void groups_data();
    void groups();
    void groupsKeepTheOrder();
    void rowsOfSeveralGroupsCountOnce();
    void listsThatSayNothingNew();
    void scopes_data();
    void scopes();
    void filters();
    void sums();
    void sumsOfASelection();
    void loadedRows();
    void stateColumns();
    void usedColumns();
    void wordsLookEverywhere_data();
    void wordsLookEverywhere();
    void askedForAreThoseThatCanHoldAWord();
    void emptyAndSingle();
    void orderIsTotalAndRight();
    void undecidedRows();
    void formerMakesNoDifference_data();
    void formerMakesNoDifference();
    void formerOrderIsTakenOver();
    void cancelled();
};

void TestArrangement::sorts_data()
{
    using namespace ServerColumn;
    QTest::addColumn<int>("column");
    QTest::addColumn<bool>("isAscending");
    QTest::addColumn<QString>("expected");
    // Equal names by kind, then id: DB1 and db1 differ in case only.
    QTest::newRow("name") << int(Fqdn) << true << u"db1b8 DB1b9 db1v8 newv5 nilb4 web2v2 web10v3"_s;
    QTest::newRow("name, descending")
        << int(Fqdn) << false << u"web10v3 web2v2 nilb4 newv5 db1b8 DB1b9 db1v8"_s;
    QTest::newRow("datacenter") << int(Datacenter) << true
                                << u"db1b8 db1v8 DB1b9 web10v3 web2v2 nilb4 newv5"_s;
    QTest::newRow("datacenter, descending")
        << int(Datacenter) << false << u"web2v2 DB1b9 web10v3 db1b8 db1v8 nilb4 newv5"_s;
    QTest::newRow("cores") << int(Cores) << true << u"db1v8 web10v3 DB1b9 web2v2 db1b8 nilb4 newv5"_s;
    QTest::newRow("cores, descending")
        << int(Cores) << false << u"db1b8 DB1b9 web2v2 web10v3 db1v8 nilb4 newv5"_s;
    QTest::newRow("memory") << int(MemoryGb) << true << u"web2v2 db1v8 web10v3 db1b8 DB1b9 nilb4 newv5"_s;
    QTest::newRow("addresses by octets")
        << int(PublicIp) << true << u"DB1b9 db1v8 db1b8 web2v2 web10v3 nilb4 newv5"_s;
    QTest::newRow("fee: 9.25 is 9.250")
        << int(FeeMonthUsd) << true << u"db1v8 db1b8 DB1b9 web10v3 web2v2 nilb4 newv5"_s;
    QTest::newRow("kind") << int(Kind) << true << u"db1b8 DB1b9 nilb4 db1v8 newv5 web2v2 web10v3"_s;
    QTest::newRow("id") << int(Id) << true << u"web2v2 web10v3 nilb4 newv5 db1b8 db1v8 DB1b9"_s;
    QTest::newRow("a column nobody loaded")
        << int(Owner) << true << u"db1b8 DB1b9 db1v8 newv5 nilb4 web2v2 web10v3"_s;
}

void TestArrangement::sorts()
{
    QFETCH(int, column);
    QFETCH(bool, isAscending);
    QFETCH(QString, expected);
    QCOMPARE(
        arranged(serversToArrange(), spec(column, isAscending ? Qt::AscendingOrder : Qt::DescendingOrder)),
        expected);
}

void TestArrangement::sortsByRowState()
{
    InventoryTable table = serversToArrange();
    table.setFailure(0, groupSet(ServerGroup::Fee), CellState::Failed,
                     ApiError::make(ApiError::Kind::Server));
    table.setFailure(1, groupSet(ServerGroup::Fee), CellState::Refused,
                     ApiError::make(ApiError::Kind::NotFound));
    QCOMPARE(arranged(table, spec(ServerColumn::RowState)),
             u"db1b8 DB1b9 db1v8 nilb4 newv5 web2v2 web10v3"_s);
    QCOMPARE(arranged(table, spec(ServerColumn::RowState, Qt::DescendingOrder)),
             u"web10v3 web2v2 newv5 db1b8 DB1b9 db1v8 nilb4"_s);
}

void TestArrangement::groups_data()
{
    using namespace ServerColumn;
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("expected");
    QTest::newRow("datacenter")
        << int(Datacenter)
        << u"ams03: db1b8 db1v8 | dal10: DB1b9 web10v3 | fra02: web2v2 | (none): nilb4 | (unknown): newv5"_s;
    QTest::newRow("kind") << int(Kind)
                          << u"bare_metal: db1b8 DB1b9 nilb4 | virtual: db1v8 newv5 web2v2 web10v3"_s;
    QTest::newRow("each of its tags")
        << int(Tags)
        << u"Apple: web2v2 | blue: db1b8 db1v8 web10v3 | old: DB1b9 web10v3 | (none): nilb4 | (unknown): newv5"_s;
    QTest::newRow("numbers by value")
        << int(Cores)
        << u"1: db1v8 | 2: web10v3 | 8: DB1b9 web2v2 | 16: db1b8 | (none): nilb4 | (unknown): newv5"_s;
    QTest::newRow("decimals by value, 9.25 with 9.250")
        << int(FeeMonthUsd)
        << u"0: db1v8 | 9.25: db1b8 DB1b9 | 10.5: web10v3 | 100: web2v2 | (none): nilb4 | (unknown): newv5"_s;
    QTest::newRow("row state") << int(ServerColumn::RowState)
                               << u"complete: db1b8 DB1b9 db1v8 nilb4 web2v2 web10v3 | partial: newv5"_s;
    QTest::newRow("nobody loaded it")
        << int(Owner) << u"(unknown): db1b8 DB1b9 db1v8 newv5 nilb4 web2v2 web10v3"_s;
}

void TestArrangement::groups()
{
    QFETCH(int, column);
    QFETCH(QString, expected);
    ArrangementSpec made = spec();
    made.groupColumn = column;
    QCOMPARE(arranged(serversToArrange(), made), expected);
}

void TestArrangement::groupsKeepTheOrder()
{
    ArrangementSpec made = spec(ServerColumn::Cores, Qt::DescendingOrder);
    made.groupColumn = ServerColumn::Kind;
    const InventoryTable table = serversToArrange();
    const auto arrangement = arrange(table, made, CancelToken());
    QCOMPARE(toText(table, *arrangement),
             u"bare_metal: db1b8 DB1b9 nilb4 | virtual: web2v2 web10v3 db1v8 newv5"_s);
    QCOMPARE(arrangement->rowsInOrder(), (QList<int>{5, 2, 4, 1, 0, 6, 3}));
}

/// In each group's sums, but only once among the rows.
void TestArrangement::rowsOfSeveralGroupsCountOnce()
{
    ArrangementSpec made = spec();
    made.groupColumn = ServerColumn::Tags;
    const InventoryTable table = serversToArrange();
    const auto arrangement = arrange(table, made, CancelToken());
    QCOMPARE(arrangement->groups.size(), 5);
    QCOMPARE(arrangement->visibleRows, 7);
    QCOMPARE(arrangement->scopeRows, 7);
    QCOMPARE(arrangement->rowsInOrder(), (QList<int>{1, 5, 6, 0, 2, 4, 3}));
    QVERIFY(arrangement->hasSharedRows());
    QCOMPARE(arrangement->placesOf(0).size(), 2);
    QCOMPARE(arrangement->placesOf(1).size(), 1);
    const auto cores = [&arrangement](int group) {
        return arrangement->groups[group].sums.constFirst().sum.toText();
    };
    QCOMPARE(cores(1), QByteArray("19")); // 16 + 1 + 2
    QCOMPARE(cores(2), QByteArray("10")); // 8 + 2

    made.filter = RowFilter::parse(u"web"_s, serverCatalogue());
    const auto narrowed = arrange(table, made, CancelToken(), arrangement.get());
    QCOMPARE(toText(table, *narrowed), u"Apple: web2v2 | blue: web10v3 | old: web10v3"_s);
    QCOMPARE(narrowed->visibleRows, 2);
    QCOMPARE(narrowed->rowsInOrder(), (QList<int>{1, 0}));
}

void TestArrangement::listsThatSayNothingNew()
{
    ArrangementSpec made = spec();
    made.groupColumn = ServerColumn::Tags;
    const auto tagged = [](int id, const char *tags) {
        return virtualServer(id, {{ServerColumn::Fqdn, text("s")}, {ServerColumn::Tags, text(tags)}});
    };
    const InventoryTable table = makeTable({tagged(1, "a;a"), tagged(2, "b;;a"), tagged(3, ";")});
    QCOMPARE(arranged(table, made), u"a: sv1 sv2 | b: sv2 | (none): sv3"_s);
}

void TestArrangement::scopes_data()
{
    using namespace ServerColumn;
    QTest::addColumn<int>("kind"); // -1: both
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("bare metal") << 0 << -1 << QString() << u"db1b8 DB1b9 nilb4"_s;
    QTest::newRow("virtual") << 1 << -1 << QString() << u"db1v8 newv5 web2v2 web10v3"_s;
    QTest::newRow("a datacenter") << -1 << int(Datacenter) << u"dal10"_s << u"DB1b9 web10v3"_s;
    QTest::newRow("both") << 1 << int(Datacenter) << u"dal10"_s << u"web10v3"_s;
    QTest::newRow("exactly") << -1 << int(Datacenter) << u"dal1"_s << QString();
    QTest::newRow("with its case") << -1 << int(Datacenter) << u"DAL10"_s << QString();
    QTest::newRow("a tag among others") << -1 << int(Tags) << u"old"_s << u"DB1b9 web10v3"_s;
    QTest::newRow("a number") << -1 << int(Cores) << u"8"_s << u"DB1b9 web2v2"_s;
    QTest::newRow("none") << -1 << int(Datacenter) << QString() << u"nilb4"_s;
    QTest::newRow("row state") << -1 << int(ServerColumn::RowState) << u"partial"_s << u"newv5"_s;
}

void TestArrangement::scopes()
{
    QFETCH(int, kind);
    QFETCH(int, column);
    QFETCH(QString, text);
    QFETCH(QString, expected);
    ArrangementSpec made = spec();
    if (kind >= 0)
        made.kind = static_cast<RowKind>(kind);
    if (column >= 0)
        made.scopeColumn = column;
    made.scopeText = text;
    const InventoryTable table = serversToArrange();
    const auto arrangement = arrange(table, made, CancelToken());
    QCOMPARE(toText(table, *arrangement), expected);
    QCOMPARE(arrangement->scopeRows, arrangement->visibleRows);
}

void TestArrangement::filters()
{
    ArrangementSpec made = spec();
    made.kind = RowKind::Virtual;
    made.filter = RowFilter::parse(u"web"_s, serverCatalogue());
    const InventoryTable table = serversToArrange();
    const auto arrangement = arrange(table, made, CancelToken());
    QCOMPARE(toText(table, *arrangement), u"web2v2 web10v3"_s);
    QCOMPARE(arrangement->visibleRows, 2);
    QCOMPARE(arrangement->scopeRows, 4); // "2 of 4"
    QCOMPARE(arrangement->tableRows, 7);
    QCOMPARE(arrangement->groups.size(), 1);
}

void TestArrangement::sums()
{
    using namespace ServerColumn;
    ArrangementSpec made = spec();
    made.groupColumn = Kind;
    const InventoryTable table = serversToArrange();
    const auto arrangement = arrange(table, made, CancelToken());
    const QList<ColumnIndex> columns = summableColumns(serverCatalogue());
    QCOMPARE(columns, (QList<ColumnIndex>{Cores, MemoryGb, FeeMonthUsd, OutPublicGb, InPublicGb,
                                          ProjectedPublicGb, AllocationGb}));
    QStringList lines;
    for (const Arrangement::Group &group : arrangement->groups) {
        QStringList sums;
        for (qsizetype i = 0; i < 4; ++i) {
            const ColumnSum &sum = group.sums[i];
            sums.append(
                u"%1 (%2 of %3)"_s.arg(QString::fromLatin1(sum.sum.toText())).arg(sum.known).arg(sum.total));
        }
        lines.append(group.key + u": "_s + sums.join(u", "_s));
    }
    QCOMPARE(lines.join(u'\n'), u"bare_metal: 24 (3 of 3), 72 (3 of 3), 18.500 (3 of 3), 0 (0 of 3)\n"
                                "virtual: 11 (3 of 4), 5.5 (3 of 4), 110.5 (3 of 4), 0 (0 of 4)"_s);
}

void TestArrangement::sumsOfASelection()
{
    const QList<ColumnSum> sums = sumColumns(serversToArrange(), {0, 1, 3});
    QCOMPARE(sums[2].sum.toText(), QByteArray("110.5"));
    QCOMPARE(sums[2].known, 2);
    QCOMPARE(sums[2].total, 3);
    QCOMPARE(sumColumns(serversToArrange(), {})[0].total, 0);
    QCOMPARE(sumColumns(serversToArrange(), {3})[2].known, 0); // no amount, though the API answered
}

void TestArrangement::loadedRows()
{
    InventoryTable table = serversToArrange();
    ArrangementSpec made = spec();
    QCOMPARE(arrange(table, made, CancelToken())->groups[0].loadedRows, 6); // all but "new"
    made.shownColumns = columnSet(ServerColumn::Fqdn);
    QCOMPARE(arrange(table, made, CancelToken())->groups[0].loadedRows, 7);
    made.shownColumns = columnSet(ServerColumn::Owner);
    QCOMPARE(arrange(table, made, CancelToken())->groups[0].loadedRows, 0);
}

/// A node of row states may be about more than what is shown.
void TestArrangement::stateColumns()
{
    using namespace ServerColumn;
    InventoryTable table = serversToArrange();
    table.setFailure(0, groupSet(ServerGroup::Transaction), CellState::Refused,
                     ApiError::make(ApiError::Kind::Forbidden));
    ArrangementSpec made = spec();
    made.shownColumns = columnSet(Fqdn);
    made.scopeColumn = ServerColumn::RowState;
    made.scopeText = u"refused"_s;
    const auto shown = arrange(table, made, CancelToken());
    QCOMPARE(shown->visibleRows, 0);
    made.stateColumns = columnSet(Fqdn, Transaction);
    QCOMPARE(arrange(table, made, CancelToken())->visibleRows, 1);
    QCOMPARE(arrange(table, made, CancelToken(), shown.get())->visibleRows, 1); // not what was there before
}

void TestArrangement::usedColumns()
{
    using namespace ServerColumn;
    ArrangementSpec made = spec(Cores);
    QCOMPARE(made.usedColumns(), columnSet(Fqdn, Cores));
    made.groupColumn = Tags;
    made.scopeColumn = Datacenter;
    made.filter = RowFilter::parse(u"ram>4"_s, serverCatalogue());
    QCOMPARE(made.usedColumns(), columnSet(Fqdn, Cores, Tags, Datacenter, MemoryGb));
    made.filter = RowFilter::parse(u"ram>4 web"_s, serverCatalogue());
    QCOMPARE(made.usedColumns(), columnSet(Fqdn, Cores, Tags, Datacenter, MemoryGb) | made.searchedColumns);
}

void TestArrangement::wordsLookEverywhere_data()
{
    using namespace ServerColumn;
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("word");
    const InventoryTable table = serverOfAllFields();
    for (const ColumnIndex column : serverCatalogue().allColumns()) {
        if (column == ServerColumn::RowState || column == Power || column == PrivateOnly)
            continue;
        QTest::newRow(serverCatalogue().column(column).key) << int(column) << rawText(table, 0, column);
    }
}

/// Whatever a server has is found by a word, though nothing but its name is shown.
void TestArrangement::wordsLookEverywhere()
{
    QFETCH(int, column);
    QFETCH(QString, word);
    QVERIFY2(!word.isEmpty(), "the test's server lacks it");
    const InventoryTable table = serverOfAllFields();
    ArrangementSpec made = ArrangementSpec::of(serverCatalogue());
    made.shownColumns = columnSet(ServerColumn::Fqdn);
    made.filter = RowFilter::parse(u'"' + word + u'"', serverCatalogue());
    made.searchEverywhere(serverCatalogue());
    QVERIFY(made.searchedColumns.test(static_cast<std::size_t>(column)));
    const auto found = arrange(table, made, CancelToken());
    QCOMPARE(found->rowsInOrder(), QList<int>{0});
    QCOMPARE(found->undecidedRows, QList<int>{1}); // of which only the name is known

    made.searchedColumns.reset(static_cast<std::size_t>(column)); // it is found there and nowhere else
    QCOMPARE(arrange(table, made, CancelToken())->visibleRows, 0);
}

/// What is asked for is what may hold a word: no number has a "web" in it. Slow columns have to be shown.
void TestArrangement::askedForAreThoseThatCanHoldAWord()
{
    using namespace ServerColumn;
    const auto used = [](const QString &words, const ColumnSet &shown) {
        ArrangementSpec made = ArrangementSpec::of(serverCatalogue());
        made.shownColumns = shown;
        made.filter = RowFilter::parse(words, serverCatalogue());
        made.searchEverywhere(serverCatalogue());
        return made.usedColumns();
    };
    const ColumnSet name = columnSet(Fqdn);
    QCOMPARE(used({}, name | columnSet(Notes)), name);
    QCOMPARE(used(u"cpu>4"_s, name), columnSet(Fqdn, Cores));
    const ColumnSet ofLetters = used(u"web"_s, name);
    for (const ColumnIndex column : {Serial, ManagementIp, Notes, Owner, PublicVlan, GlobalId})
        QVERIFY(ofLetters.test(static_cast<std::size_t>(column)));
    for (const ColumnIndex column :
         {Id, Cores, FeeMonthUsd, Created, NextBill, Power, ServerColumn::RowState})
        QVERIFY(!ofLetters.test(static_cast<std::size_t>(column)));
    const ColumnSet ofDigits = used(u"2026"_s, name);
    for (const ColumnIndex column : {Id, Cores, FeeMonthUsd, Created, NextBill})
        QVERIFY(ofDigits.test(static_cast<std::size_t>(column)));
    QVERIFY(used(u"-web"_s, name) == ofLetters); // to leave out is to look
    QVERIFY(used(u"web or 2026"_s, name).test(static_cast<std::size_t>(Cores)));
    QVERIFY(used(u"web"_s, columnSet(Fqdn, Power)).test(static_cast<std::size_t>(Power)));
}

void TestArrangement::emptyAndSingle()
{
    ArrangementSpec made = spec();
    QCOMPARE(arranged(makeTable({}), made), QString());
    QCOMPARE(arranged(makeTable({bareMetal(1, {{ServerColumn::Fqdn, text("one")}})}), made), u"oneb1"_s);
    QCOMPARE(arranged(makeTable({bareMetal(1, {})}), made), u"b1"_s); // without a name
    made.groupColumn = ServerColumn::Datacenter;
    const auto none = arrange(makeTable({}), made, CancelToken());
    QVERIFY(none->isGrouped);
    QVERIFY(none->groups.isEmpty());
    QVERIFY(none->rowsInOrder().isEmpty());
}

/// Against the plainest comparison there is, over every type.
void TestArrangement::orderIsTotalAndRight()
{
    using namespace ServerColumn;
    const InventoryTable table = randomTable(3000);
    for (const ColumnIndex column : {Fqdn, Datacenter, Cores, FeeMonthUsd, Id}) {
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            const QList<int> rows = arrange(table, spec(column, order), CancelToken())->rowsInOrder();
            QCOMPARE(rows.size(), table.rowCount());
            const auto rank = [&](int row) {
                return table.hasValue(row, column)                        ? 0
                       : table.cellState(row, column) == CellState::Empty ? 1
                                                                          : 2;
            };
            const auto compareName = [&](int a, int b) {
                // All names are "host" and a number.
                return table.text(a, Fqdn).mid(4).toInt() - table.text(b, Fqdn).mid(4).toInt();
            };
            const auto compareValue = [&](int a, int b) -> int {
                if (column == Fqdn)
                    return compareName(a, b);
                if (column == Datacenter)
                    return table.text(a, column).compare(table.text(b, column), Qt::CaseInsensitive);
                const auto difference = table.decimal(a, column) <=> table.decimal(b, column);
                return difference < 0 ? -1 : difference > 0 ? 1 : 0;
            };
            for (qsizetype i = 1; i < rows.size(); ++i) {
                const int a = rows[i - 1];
                const int b = rows[i];
                int comparison = rank(a) - rank(b);
                if (comparison == 0 && rank(a) == 0)
                    comparison = order == Qt::AscendingOrder ? compareValue(a, b) : compareValue(b, a);
                if (comparison == 0)
                    comparison = compareName(a, b);
                if (comparison == 0)
                    comparison = table.key(a) < table.key(b) ? -1 : 1;
                QVERIFY(comparison < 0);
            }
        }
    }
}

/// "new" is listed but not loaded, so nothing but its name, its kind and its id can decide.
void TestArrangement::undecidedRows()
{
    using namespace ServerColumn;
    InventoryTable table = serversToArrange();
    const auto undecided = [&table](const char *filter, std::optional<ColumnIndex> scope = {},
                                    const char *scopeText = "") {
        ArrangementSpec wanted = spec();
        wanted.filter = RowFilter::parse(QString::fromLatin1(filter), serverCatalogue());
        wanted.scopeColumn = scope;
        wanted.scopeText = QString::fromLatin1(scopeText);
        return arrange(table, wanted, CancelToken())->undecidedRows.size();
    };
    QCOMPARE(undecided(""), 0);
    QCOMPARE(undecided("dc:dal10"), 1);
    QCOMPARE(undecided("-dc:dal10"), 1); // it is seen all the same
    QCOMPARE(undecided("owner:bob"), table.rowCount());
    QCOMPARE(undecided("name:web dc:dal10"), 0);
    // The navigator's node is a filter, too.
    QCOMPARE(undecided("", Datacenter, "dal10"), 1);
    QCOMPARE(undecided("name:web", Datacenter, "dal10"), 0);
    QCOMPARE(undecided("name:new", Datacenter, "dal10"), 1);
    QCOMPARE(undecided("", ServerColumn::RowState, "partial"), 0);
    ArrangementSpec bareMetalOnly = spec();
    bareMetalOnly.kind = RowKind::BareMetal;
    bareMetalOnly.scopeColumn = Datacenter;
    bareMetalOnly.scopeText = u"dal10"_s;
    QCOMPARE(arrange(table, bareMetalOnly, CancelToken())->undecidedRows, QList<int>());

    table.apply(virtualServer(5, {{Fqdn, text("new")}, {Datacenter, CellValue()}}));
    QCOMPARE(undecided("dc:dal10"), 0);
    QCOMPARE(undecided("", Datacenter, "dal10"), 0);
}

void TestArrangement::formerMakesNoDifference_data()
{
    QTest::addColumn<QString>("formerFilter");
    QTest::addColumn<QString>("filter");
    QTest::addColumn<int>("change");
    for (int change = 0; change <= 9; ++change) {
        QTest::addRow("letters typed, change %d", change) << u"host1"_s << u"host12"_s << change;
        QTest::addRow("letters deleted, change %d", change) << u"host12"_s << u"host1"_s << change;
        QTest::addRow("a word added, change %d", change) << u"dal"_s << u"dal cores>10"_s << change;
        QTest::addRow("unknown ones, change %d", change) << u"fee:?"_s << u"fee:? 1"_s << change;
        QTest::addRow("state, change %d", change)
            << u"row_state:partial"_s << u"row_state:partial 2"_s << change;
        QTest::addRow("from nothing, change %d", change) << QString() << u"fra"_s << change;
        QTest::addRow("undecided ones, change %d", change) << u"dc:d"_s << u"dc:dal"_s << change;
        QTest::addRow("undecided, then ruled out, change %d", change)
            << u"owner:b"_s << u"owner:b name:2"_s << change;
        QTest::addRow("seen and undecided, change %d", change) << u"-owner:bob"_s << u"-owner:b"_s << change;
        QTest::addRow("a side narrowed, change %d", change)
            << u"dc:d or host2"_s << u"dc:dal or host22"_s << change;
        QTest::addRow("a side dropped, change %d", change) << u"dc:dal or host2"_s << u"dc:dal"_s << change;
        QTest::addRow("a side added, change %d", change) << u"host2"_s << u"host2 or owner:bob"_s << change;
        QTest::addRow("none or undecided, change %d", change)
            << u"pool:-,b"_s << u"pool:-,bo cores>1"_s << change;
    }
}

/// Whatever happens between two arrangements, the former one only saves time.
void TestArrangement::formerMakesNoDifference()
{
    using namespace ServerColumn;
    QFETCH(QString, formerFilter);
    QFETCH(QString, filter);
    QFETCH(int, change);
    InventoryTable table = randomTable(500);
    ArrangementSpec before = spec(FeeMonthUsd, Qt::DescendingOrder);
    before.filter = RowFilter::parse(formerFilter, serverCatalogue());
    const auto former = arrange(table, before, CancelToken());

    ArrangementSpec after = before;
    after.filter = RowFilter::parse(filter, serverCatalogue());
    const RowPatch renamed = makePatch(table.key(100).kind, table.key(100).id,
                                       {{Fqdn, text("host12")},
                                        {Datacenter, text("fra02")},
                                        {Cores, qint64(60)},
                                        {FeeMonthUsd, decimal("77")}});
    switch (change) {
    case 0:
        break;
    case 1:
        after.sortColumn = Cores;
        break;
    case 2:
        after.sortOrder = Qt::AscendingOrder;
        break;
    case 3:
        after.kind = RowKind::Virtual;
        break;
    case 4:
        after.searchedColumns.reset(static_cast<std::size_t>(Datacenter));
        break;
    case 5:
        table.apply(renamed);
        break;
    case 6:
        table.setFailure(50, groupSet(ServerGroup::Fee), CellState::Failed,
                         ApiError::make(ApiError::Kind::Server));
        break;
    case 7:
        table.listRow(virtualServer(9999, {{Fqdn, text("host1299")}}), nullptr);
        break;
    case 8:
        table.removeRows({0, 10, 499});
        table.listRow(virtualServer(9997, {{Fqdn, text("host12")}}), nullptr);
        table.listRow(virtualServer(9998, {{Fqdn, text("host12")}}), nullptr);
        table.listRow(virtualServer(9999, {{Fqdn, text("host12")}}), nullptr); // as many rows as before
        break;
    case 9:
        after.shownColumns = columnSet(Fqdn);
        break;
    default:
        QFAIL("no such change");
    }
    const auto fresh = arrange(table, after, CancelToken());
    const auto reused = arrange(table, after, CancelToken(), former.get());
    QCOMPARE(toText(table, *reused), toText(table, *fresh));
    QCOMPARE(reused->scopeRows, fresh->scopeRows);
    QCOMPARE(reused->undecidedRows, fresh->undecidedRows);
}

void TestArrangement::formerOrderIsTakenOver()
{
    using namespace ServerColumn;
    InventoryTable table = randomTable(100);
    const auto former = arrange(table, spec(), CancelToken());
    const auto isSameList = [](const QList<int> &a, const QList<int> &b) {
        return a.constData() == b.constData();
    };
    table.apply(makePatch(table.key(1).kind, table.key(1).id,
                          {{Fqdn, table.text(1, Fqdn)}, {FeeMonthUsd, decimal("1")}})); // not a name
    const auto next = arrange(table, spec(), CancelToken(), former.get());
    QVERIFY(isSameList(next->reusable.rowsInOrder, former->reusable.rowsInOrder));
    table.apply(makePatch(table.key(1).kind, table.key(1).id, {{Fqdn, text("renamed")}}));
    const auto renamed = arrange(table, spec(), CancelToken(), next.get());
    QVERIFY(!isSameList(renamed->reusable.rowsInOrder, next->reusable.rowsInOrder));
}

void TestArrangement::cancelled()
{
    const CancelToken token;
    token.cancel();
    QCOMPARE(arrange(randomTable(2000), spec(), token), nullptr);
    QCOMPARE(arrange(makeTable({}), spec(), token), nullptr);
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestArrangement)
#include "tst_arrangement.moc"
