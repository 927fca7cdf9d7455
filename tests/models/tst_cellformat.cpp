// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/tablebuilder.h"
#include "inventory/columnkit.h"
#include "inventory/kinds.h"
#include "models/cellformat.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(layerscope::CellValue)

namespace {

constexpr KindSet volumes{RowKind::Vlan};
constexpr WordTone tonesOfVolumes[] = {{"ONLINE", Tone::Good},
                                       {"CREATE_PENDING", Tone::Working},
                                       {"Cancelled", Tone::Off},
                                       {"DEGRADED", Tone::Warning},
                                       {"OFFLINE", Tone::Bad}};

/// Of a kind that does not exist: a state, and a size.
constexpr ColumnSpec columnsOfVolumes[] = {
    kit::id(volumes, 0),
    {.key = "status",
     .title = "Status",
     .tones = tonesOfVolumes,
     .sources = {{from<"status", ReadAs::Word>(volumes)}}},
    {.key = "used_bytes",
     .title = "Used",
     .unit = "bytes",
     .type = ColumnType::Integer,
     .sources = {{from<"used", ReadAs::Size>(volumes)}}},
    kit::rowState(0),
};
enum : ColumnIndex { StatusColumn = 0, IdColumn = 1, UsedColumn = 2 }; // the name comes first

const Catalogue &catalogueOfVolumes()
{
    static const Catalogue catalogue(columnsOfVolumes, 1, "status"_L1);
    return catalogue;
}

} // namespace

class CellFormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void display_data();
    void display();
    void states();
    void unknownCellsSayWhy();
    void privateOnly();
    void privateOnlyWhileItIsAskedAgain();
    void full();
    void sums_data();
    void sums();
    void groups();
    void marks_data();
    void marks();
    void marksOfAColumnsOwnWords_data();
    void marksOfAColumnsOwnWords();
    void sizesAreRead();
    void statesTellWhatIsInProgress();
    void words_data();
    void words();
};

void CellFormatTest::display_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<int>("column");
    QTest::addColumn<CellValue>("value");
    QTest::addColumn<QString>("shown");
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    const QLocale german(QLocale::German, QLocale::Germany);
    QTest::newRow("fee, en") << english << int(ServerColumn::FeeMonthUsd) << decimal("1204.9")
                             << u"1,204.90"_s;
    QTest::newRow("fee, de") << german << int(ServerColumn::FeeMonthUsd) << decimal("1204.9")
                             << u"1.204,90"_s;
    QTest::newRow("fee, C") << QLocale::c() << int(ServerColumn::FeeMonthUsd) << decimal("1204.9")
                            << u"1,204.90"_s;
    QTest::newRow("fee of half a cent")
        << english << int(ServerColumn::FeeMonthUsd) << decimal("1.005") << u"1.01"_s;
    QTest::newRow("no fee") << english << int(ServerColumn::FeeMonthUsd) << decimal("0") << u"0.00"_s;
    QTest::newRow("traffic") << english << int(ServerColumn::OutPublicGb) << decimal("1250.2381")
                             << u"1,250.2"_s;
    QTest::newRow("whole memory") << english << int(ServerColumn::MemoryGb) << decimal("64.000") << u"64"_s;
    QTest::newRow("half a GB") << english << int(ServerColumn::MemoryGb) << decimal("0.5") << u"0.5"_s;
    QTest::newRow("cores") << english << int(ServerColumn::Cores) << CellValue(qint64(6204)) << u"6,204"_s;
    QTest::newRow("pool id") << english << int(ServerColumn::PoolId) << CellValue(qint64(309001))
                             << u"309001"_s;
    QTest::newRow("state") << english << int(ServerColumn::State) << text("POWERED_OFF") << u"Powered off"_s;
    QTest::newRow("name as it is") << english << int(ServerColumn::Fqdn) << text("DB_01") << u"DB_01"_s;
    QTest::newRow("notes in one line")
        << english << int(ServerColumn::Notes) << text("a\n\tb\r\nc") << u"a b c"_s;
    QTest::newRow("flag") << english << int(ServerColumn::PrivateOnly) << CellValue(true) << u"Yes"_s;
    const CellValue created(Timestamp::fromIso(u"2026-02-03T10:02:00-06:00").value());
    QTest::newRow("date, de") << german << int(ServerColumn::Created) << created << u"03.02.26 16:02"_s;
    QTest::newRow("date, C") << QLocale::c() << int(ServerColumn::Created) << created
                             << u"2026-02-03 16:02"_s; // as in Details
    QTest::newRow("nothing") << english << int(ServerColumn::Notes) << CellValue() << QString();
}

void CellFormatTest::display()
{
    QFETCH(QLocale, locale);
    QFETCH(int, column);
    QFETCH(CellValue, value);
    const InventoryTable table = makeTable({bareMetal(1, {{column, value}})});
    QTEST(CellFormat(locale).display(table, 0, column), "shown");
}

void CellFormatTest::states()
{
    InventoryTable table = makeTable({bareMetal(1, {}), bareMetal(2, {})});
    const CellFormat format;
    const GroupSet fee = groupSet(ServerGroup::Fee);
    QCOMPARE(format.stateText(table, 0, ServerColumn::FeeMonthUsd), QString());
    table.setLoading(0, fee);
    QCOMPARE(format.stateText(table, 0, ServerColumn::FeeMonthUsd), QString());
    table.setFailure(0, fee, CellState::Refused, ApiError::make(ApiError::Kind::NotFound));
    QCOMPARE(format.stateText(table, 0, ServerColumn::FeeMonthUsd), u"not permitted"_s);
    table.setFailure(0, fee, CellState::Failed, ApiError::make(ApiError::Kind::Timeout));
    QCOMPARE(format.stateText(table, 0, ServerColumn::FeeMonthUsd), u"retry"_s);
    table.setGone(1);
    QCOMPARE(format.stateText(table, 1, ServerColumn::FeeMonthUsd), u"gone"_s);
}

/// Sentences, menus, tooltips and screen readers say it in the same words.
void CellFormatTest::unknownCellsSayWhy()
{
    QCOMPARE(CellFormat::whyUnknown(CellState::NotAsked, true), u"waiting to be loaded"_s);
    QCOMPARE(CellFormat::whyUnknown(CellState::NotAsked, false), u"not loaded"_s);
    QCOMPARE(CellFormat::whyUnknown(CellState::Loading, true), u"loading"_s);
    QCOMPARE(CellFormat::whyUnknown(CellState::Refused, true), u"not permitted"_s);
    QCOMPARE(CellFormat::whyUnknown(CellState::Failed, true), u"failed, can be tried again"_s);
    QCOMPARE(CellFormat::whyUnknown(CellState::Gone, true), u"gone"_s);
    for (const CellState told : {CellState::Value, CellState::Empty, CellState::Stale})
        QCOMPARE(CellFormat::whyUnknown(told, true), QString());
}

void CellFormatTest::privateOnly()
{
    const InventoryTable table = makeTable({
        bareMetal(1, {{ServerColumn::PublicIp, {}}, {ServerColumn::PrivateOnly, true}}),
        bareMetal(2, {{ServerColumn::PublicIp, {}}, {ServerColumn::PrivateOnly, false}}),
        bareMetal(3, {{ServerColumn::PublicIp, text("192.0.2.1")}, {ServerColumn::PrivateOnly, true}}),
    });
    const CellFormat format;
    QCOMPARE(format.stateText(table, 0, ServerColumn::PublicIp), u"private only"_s);
    QCOMPARE(format.stateText(table, 0, ServerColumn::ManagementIp), QString());
    QCOMPARE(format.stateText(table, 1, ServerColumn::PublicIp), QString());
    QCOMPARE(format.display(table, 2, ServerColumn::PublicIp), u"192.0.2.1"_s);
}

void CellFormatTest::privateOnlyWhileItIsAskedAgain()
{
    InventoryTable table =
        makeTable({bareMetal(1, {{ServerColumn::PublicIp, {}}, {ServerColumn::PrivateOnly, true}})});
    const CellFormat format;
    table.beginLoad();
    QCOMPARE(format.stateText(table, 0, ServerColumn::PublicIp), u"private only"_s);
    table.setLoading(0, groupSet(ServerGroup::Addresses));
    QCOMPARE(format.stateText(table, 0, ServerColumn::PublicIp), u"private only"_s);
}

void CellFormatTest::full()
{
    const InventoryTable table = makeTable({bareMetal(1, {{ServerColumn::OutPublicGb, decimal("1250.2381")},
                                                          {ServerColumn::FeeMonthUsd, decimal("412.5")},
                                                          {ServerColumn::Notes, text("one\ntwo")}})});
    const CellFormat format(QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(format.full(table, 0, ServerColumn::OutPublicGb), u"1,250.2381"_s);
    QCOMPARE(format.full(table, 0, ServerColumn::FeeMonthUsd), QString()); // the cell says it all
    QCOMPARE(format.full(table, 0, ServerColumn::Notes), u"one\ntwo"_s);
    QCOMPARE(format.raw(table, 0, ServerColumn::OutPublicGb), u"1250.2381"_s);
}

void CellFormatTest::sums_data()
{
    QTest::addColumn<int>("known");
    QTest::addColumn<int>("total");
    QTest::addColumn<QString>("shown");
    QTest::newRow("all known") << 3 << 3 << u"1,204.90"_s;
    QTest::newRow("some unknown") << 2 << 3 << u"≥ 1,204.90"_s;
    QTest::newRow("none known") << 0 << 3 << QString(); // unknown is never 0
}

void CellFormatTest::sums()
{
    QFETCH(int, known);
    QFETCH(int, total);
    const CellFormat format(QLocale(QLocale::English, QLocale::UnitedStates));
    const ColumnSum sum{known > 0 ? Decimal(12049, 1) : Decimal(), known, total};
    QTEST(format.sum(sum, serverCatalogue().column(ServerColumn::FeeMonthUsd)), "shown");
    const ColumnSum large{Decimal(99'999'999'999'999'993, 0), known, known};
    QCOMPARE(format.sum(large, serverCatalogue().column(ServerColumn::Cores)),
             known > 0 ? u"99,999,999,999,999,993"_s : QString());
}

void CellFormatTest::groups()
{
    const CellFormat format(QLocale(QLocale::English, QLocale::UnitedStates));
    Arrangement::Group group;
    group.key = u"bare_metal"_s;
    group.rows = {4};
    group.loadedRows = 1;
    QCOMPARE(format.groupName(group, serverCatalogue().column(ServerColumn::Kind)), u"Bare metal"_s);
    QCOMPARE(format.groupName(group, serverCatalogue().column(ServerColumn::Owner)), u"bare_metal"_s);
    QCOMPARE(format.groupDetail(group, serversTable), serversTable.countedRows(1));
    group.rows.fill(0, 1402);
    QCOMPARE(format.groupDetail(group, serversTable), serversTable.countedRows(1402) + u" · 1 loaded"_s);
    QVERIFY(format.groupDetail(group, poolsTable).startsWith(poolsTable.countedRows(1402)));
    group.isEmpty = true;
    QCOMPARE(format.groupName(group, serverCatalogue().column(ServerColumn::Owner)), u"None"_s);
    group.isUnknown = true;
    QCOMPARE(format.groupName(group, serverCatalogue().column(ServerColumn::Owner)), u"Not known"_s);
}

void CellFormatTest::marks_data()
{
    constexpr RowKind metal = RowKind::BareMetal;
    constexpr RowKind guest = RowKind::Virtual;
    QTest::addColumn<RowKind>("kind");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("transaction");
    QTest::addColumn<int>("mark");
    QTest::newRow("hardware") << metal << u"ACTIVE"_s << QString() << int(StateMark::Running);
    QTest::newRow("guest") << guest << u"RUNNING"_s << QString() << int(StateMark::Running);
    QTest::newRow("guest that may be halted") << guest << u"ACTIVE"_s << QString() << int(StateMark::Plain);
    QTest::newRow("halted") << guest << u"HALTED"_s << QString() << int(StateMark::Stopped);
    QTest::newRow("deploying") << metal << u"DEPLOY2"_s << QString() << int(StateMark::Working);
    QTest::newRow("in transaction") << guest << u"ACTIVE"_s << u"Reloading the OS"_s
                                    << int(StateMark::Working);
    QTest::newRow("new word") << guest << u"QUANTUM"_s << QString() << int(StateMark::Plain);
    QTest::newRow("in transaction, state unknown")
        << metal << QString() << u"Reloading the OS"_s << int(StateMark::Working);
    QTest::newRow("nothing") << guest << QString() << QString() << int(StateMark::Unknown);
}

void CellFormatTest::marks()
{
    QFETCH(RowKind, kind);
    QFETCH(QString, state);
    QFETCH(QString, transaction);
    const InventoryTable table = makeTable(
        {makePatch(kind, 1, {{ServerColumn::State, state}, {ServerColumn::Transaction, transaction}})});
    QTEST(int(CellFormat::mark(table, 0)), "mark");
}

void CellFormatTest::marksOfAColumnsOwnWords_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("mark");
    QTest::newRow("good") << u"ONLINE"_s << int(StateMark::Running);
    QTest::newRow("in other letters") << u"Online"_s << int(StateMark::Running);
    QTest::newRow("working") << u"CREATE_PENDING"_s << int(StateMark::Working);
    QTest::newRow("off") << u"CANCELLED"_s << int(StateMark::Stopped);
    QTest::newRow("warning") << u"DEGRADED"_s << int(StateMark::ProjectedOver);
    QTest::newRow("bad") << u"OFFLINE"_s << int(StateMark::Over);
    QTest::newRow("new word") << u"QUANTUM"_s << int(StateMark::Plain);
    QTest::newRow("nothing") << QString() << int(StateMark::Unknown);
}

void CellFormatTest::marksOfAColumnsOwnWords()
{
    QFETCH(const QString, state);
    QFETCH(const int, mark);
    QCOMPARE(int(CellFormat::markOf(catalogueOfVolumes(), StatusColumn, state)), mark);
    QVERIFY(CellFormat::markOf(catalogueOfVolumes(), IdColumn, state) == StateMark::Unknown);
}

/// On screen; files have the bytes.
void CellFormatTest::sizesAreRead()
{
    const CellFormat format(QLocale(QLocale::English, QLocale::UnitedStates));
    InventoryTable table(catalogueOfVolumes());
    RowPatch patch;
    patch.key = {RowKind::Vlan, 1};
    patch.loaded.set(0);
    patch.values = {{UsedColumn, qint64(1'820'000'000'000)}};
    table.listRow(patch, nullptr);
    QCOMPARE(format.display(table, 0, UsedColumn), u"1.8 TB"_s);
    QCOMPARE(format.full(table, 0, UsedColumn), u"1,820,000,000,000 bytes"_s);
    QCOMPARE(format.raw(table, 0, UsedColumn), u"1820000000000"_s);
    const ColumnSpec &column = catalogueOfVolumes().column(UsedColumn);
    QCOMPARE(format.sum({Decimal(2'500'000'000, 0), 2, 3}, column), u"≥ 2.5 GB"_s);
}

void CellFormatTest::statesTellWhatIsInProgress()
{
    QCOMPARE(CellFormat::stateInFull(u"Active"_s, {}), u"Active"_s);
    QCOMPARE(CellFormat::stateInFull(u"Active"_s, u"Rescue boot"_s), u"Active, in progress: Rescue boot"_s);
    QCOMPARE(CellFormat::stateInFull({}, u"Rescue boot"_s), u"In progress: Rescue boot"_s);
    QCOMPARE(CellFormat::stateInFull({}, {}), QString());
}

void CellFormatTest::words_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("word");
    QTest::newRow("upper case") << u"SPARE_POOL"_s << u"Spare pool"_s;
    QTest::newRow("kind") << u"bare_metal"_s << u"Bare metal"_s;
    QTest::newRow("mixed case stays") << u"eBPF host"_s << u"eBPF host"_s;
    QTest::newRow("empty") << QString() << QString();
}

void CellFormatTest::words()
{
    QFETCH(QString, raw);
    QTEST(CellFormat::word(raw), "word");
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, CellFormatTest)
#include "tst_cellformat.moc"
