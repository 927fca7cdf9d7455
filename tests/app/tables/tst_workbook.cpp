// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tables/documents.h"
#include "app/tables/workbookreader.h"
#include "support/testmain.h"
#include "tables/sheettext.h"
#include "tables/workbook.h"

#include <QLocale>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <clocale>
#include <functional>
#include <limits>
#include <memory>

using namespace layerscope;
using namespace layerscope::ServerColumn;
using namespace Qt::Literals::StringLiterals;

namespace {

using Type = SheetCell::Type;

const QString momentFormat = u"yyyy-mm-dd hh:mm:ss\" UTC\""_s;

SheetCell textCell(const QString &text)
{
    return {Type::Text, text, {}, false};
}

SheetCell headerCell(const QString &text)
{
    return {Type::Text, text, {}, true};
}

DocumentAbout workbookAbout()
{
    DocumentAbout about;
    about.program = u"Layerscope 1"_s;
    about.account = u"Acme (12)"_s;
    about.asOf = QDateTime({2026, 11, 22}, {15, 2}, QTimeZone(3600));
    about.filter = u"=dc:dal10"_s;
    return about;
}

} // namespace

/// Workbooks, read back cell by cell.
class TestWorkbook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cellsHaveTypes();
    void titlesCanBeTheHeader();
    void textsStayTexts_data();
    void textsStayTexts();
    void numbersAreNumbersAsLongAsTheyHold_data();
    void numbersAreNumbersAsLongAsTheyHold();
    void decimalsAreNumbers_data();
    void decimalsAreNumbers();
    void momentsAreDates_data();
    void momentsAreDates();
    void whatIsUnknownIsEmpty();
    void aTableStaysInSightAndHasFilters();
    void aTableWithoutRows();
    void arrangesItsTables();
    void longTextsAreCutAndToldOf();
    void moreRowsThanASheetHoldsGoOnInTheNext();
    void tellsOfItself();
    void tellsWhatIsMissing();
    void writesNumbersAsEveryProgramReadsThem();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"s.xlsx"_s); }
    /// True if it was written, and each part of it can be read.
    [[nodiscard]] bool writes(const Document &document);
    /// Of the table that was written, without its header.
    [[nodiscard]] SheetContent sheet(const QString &name = u"vServers"_s) const
    {
        return WorkbookReader(path()).sheet(name);
    }
    /// One value, written and read back; an error cell if that did not work.
    [[nodiscard]] SheetCell written(ColumnIndex column, const CellValue &value);

    std::unique_ptr<QTemporaryDir> m_folder;
    CsvSummary m_summary;
};

void TestWorkbook::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

bool TestWorkbook::writes(const Document &document)
{
    const Result<CsvSummary> result = writeDocument(document, path(), CancelToken());
    if (!result) {
        qWarning("%s", qPrintable(result.error().message));
        return false;
    }
    m_summary = *result;
    return WorkbookReader(path()).isFine();
}

SheetCell TestWorkbook::written(ColumnIndex column, const CellValue &value)
{
    const InventoryTable rows = makeTable({bareMetal(1, {{column, value}})});
    return writes({FileFormat::Xlsx, {}, {serversOf(rows, {column})}})
               ? sheet().at(1, 0)
               : SheetCell{Type::Formula, u"(not written)"_s, {}, false};
}

void TestWorkbook::cellsHaveTypes()
{
    const InventoryTable rows = makeTable({
        bareMetal(1'400'001, {{Fqdn, text("db01")},
                              {Cores, qint64(16)},
                              {FeeMonthUsd, decimal("412.50")},
                              {PrivateOnly, true},
                              {Created, time("2026-11-22T15:02:00+01:00")}}),
        virtualServer(2, {{Fqdn, text("web")}, {PrivateOnly, false}}),
    });
    QVERIFY(writes(
        {FileFormat::Xlsx,
         {},
         {serversOf(rows, {Id, Fqdn, Cores, FeeMonthUsd, PrivateOnly, Created, ServerColumn::RowState})}}));
    const SheetContent servers = sheet();
    QCOMPARE(servers.rows.size(), 3);
    QCOMPARE(servers.rows[0],
             (QList<SheetCell>{headerCell(u"id"_s), headerCell(u"fqdn"_s), headerCell(u"cores"_s),
                               headerCell(u"fee_month_usd"_s), headerCell(u"private_only"_s),
                               headerCell(u"created"_s), headerCell(u"row_state"_s)}));
    QCOMPARE(servers.rows[1], (QList<SheetCell>{{Type::Number, u"1400001"_s, u"0"_s, false},
                                                textCell(u"db01"_s),
                                                {Type::Number, u"16"_s, u"0"_s, false},
                                                {Type::Number, u"412.5"_s, {}, false},
                                                {Type::Flag, u"1"_s, {}, false},
                                                {Type::Number, u"46348.58472222222"_s, momentFormat, false},
                                                textCell(u"complete"_s)}));
    QCOMPARE(servers.at(2, 4), (SheetCell{Type::Flag, u"0"_s, {}, false}));
    QCOMPARE(servers.at(2, 6), textCell(u"partial"_s));
}

void TestWorkbook::titlesCanBeTheHeader()
{
    DocumentTable table = serversOf(numberedServers(1), {Id, FeeMonthUsd});
    table.csv.format.hasTitlesAsHeader = true;
    QVERIFY(writes({FileFormat::Xlsx, {}, {table}}));
    QCOMPARE(sheet().at(0, 0), headerCell(serverCatalogue().column(Id).translatedTitle()));
    QCOMPARE(sheet().at(0, 1), headerCell(serverCatalogue().column(FeeMonthUsd).translatedTitle()));
}

void TestWorkbook::textsStayTexts_data()
{
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QString>("comes");
    const auto same = [](const char *name, const QString &text) { QTest::newRow(name) << text << text; };
    same("a formula", u"=1+1"_s);
    same("a command", u"=cmd|' /C calc'!A0"_s);
    same("plus", u"+49 351 1"_s);
    same("minus", u"-1"_s);
    same("at", u"@SUM(A1)"_s);
    same("an id", u"00123"_s);
    same("a power of ten", u"1e5"_s);
    same("a number", u"9007199254740993"_s);
    same("a date", u"2026-11-22"_s);
    same("a flag", u"true"_s);
    same("a link", u"https://example.com/?a=1&b=<2>"_s);
    same("an apostrophe", u"'x"_s);
    same("blanks around", u"  a  "_s);
    same("only blanks", u"   "_s);
    same("line ends and tabs", u"a\tb\nc\r\nd\r"_s);
    same("control characters", u"\x1b[31m\x01\x7f\u0085"_s);
    same("like an escape", u"_x0041_ _x005F_"_s);
    same("any language", u"Zürich € \u202e\U0001F600"_s);
    QTest::newRow("NUL") << QString(u"a\0b"_s) << u"a\uFFFDb"_s;
    QTest::newRow("no character") << u"a\xffff"_s << u"a\uFFFD"_s;
    QTest::newRow("half a character") << QString(QChar(0xd83d)) + u'x' << u"\uFFFDx"_s;
}

void TestWorkbook::textsStayTexts()
{
    QFETCH(QString, sent);
    QFETCH(QString, comes);
    const SheetCell cell = written(Notes, sent);
    QCOMPARE(cell.value, comes);
    QCOMPARE(cell, textCell(comes));
    QVERIFY(m_summary.isComplete());
}

void TestWorkbook::numbersAreNumbersAsLongAsTheyHold_data()
{
    QTest::addColumn<qint64>("number");
    QTest::addColumn<bool>("isNumber");
    QTest::newRow("zero") << qint64(0) << true;
    QTest::newRow("negative") << qint64(-7) << true;
    QTest::newRow("an id") << qint64(1'400'001) << true;
    QTest::newRow("fifteen digits") << qint64(999'999'999'999'999) << true;
    QTest::newRow("fifteen, negative") << qint64(-999'999'999'999'999) << true;
    QTest::newRow("sixteen") << qint64(1'000'000'000'000'000) << false;
    QTest::newRow("more than a double holds") << qint64(9'007'199'254'740'993) << false;
    QTest::newRow("the longest") << std::numeric_limits<qint64>::max() << false;
}

void TestWorkbook::numbersAreNumbersAsLongAsTheyHold()
{
    QFETCH(qint64, number);
    QFETCH(bool, isNumber);
    const SheetCell cell = written(Cores, number);
    QCOMPARE(cell.type, isNumber ? Type::Number : Type::Text);
    QCOMPARE(cell.value, QString::number(number));
    QCOMPARE(cell.numberFormat, isNumber ? u"0"_s : QString()); // not as 1.4E+06
}

void TestWorkbook::decimalsAreNumbers_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("isNumber");
    QTest::newRow("money") << QByteArray("412.50") << u"412.5"_s << true;
    QTest::newRow("a tenth") << QByteArray("0.1") << u"0.1"_s << true;
    QTest::newRow("negative") << QByteArray("-.23208") << u"-0.23208"_s << true;
    QTest::newRow("sixteen digits") << QByteArray("12345.67890123456") << u"12345.67890123456"_s << true;
    QTest::newRow("long") << QByteArray("99999999999999999") << u"99999999999999999"_s << false;
}

void TestWorkbook::decimalsAreNumbers()
{
    QFETCH(QByteArray, number);
    QFETCH(QString, value);
    QFETCH(bool, isNumber);
    const SheetCell cell = written(FeeMonthUsd, decimal(number.constData()));
    QCOMPARE(cell, (SheetCell{isNumber ? Type::Number : Type::Text, value, {}, false}));
}

void TestWorkbook::momentsAreDates_data()
{
    QTest::addColumn<QByteArray>("moment");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("isDate");
    QTest::newRow("noon") << QByteArray("2026-11-22T12:00:00Z") << u"46348.5"_s << true;
    QTest::newRow("of another zone") << QByteArray("2026-11-22T23:00:00-06:00") << u"46349.20833333334"_s
                                     << true;
    QTest::newRow("midnight") << QByteArray("1970-01-01T00:00:00Z") << u"25569"_s << true;
    QTest::newRow("before 1970") << QByteArray("1969-12-31T18:00:00Z") << u"25568.75"_s << true;
    QTest::newRow("a part of a second") << QByteArray("2026-11-22T12:00:00.999Z") << u"46348.5"_s << true;
    QTest::newRow("the first") << QByteArray("1900-03-01T00:00:00Z") << u"61"_s << true;
    QTest::newRow("earlier") << QByteArray("1900-02-28T23:59:59Z") << u"1900-02-28T23:59:59Z"_s << false;
    QTest::newRow("the last") << QByteArray("9999-12-31T00:00:00Z") << u"2958465"_s << true;
}

void TestWorkbook::momentsAreDates()
{
    QFETCH(QByteArray, moment);
    QFETCH(QString, value);
    QFETCH(bool, isDate);
    const SheetCell cell = written(Created, time(moment.constData()));
    QCOMPARE(cell.type, isDate ? Type::Number : Type::Text);
    QCOMPARE(cell.numberFormat, isDate ? momentFormat : QString()); // which names the zone
    if (isDate)
        QVERIFY2(qFuzzyCompare(cell.value.toDouble(), value.toDouble()), qPrintable(cell.value));
    else
        QCOMPARE(cell.value, value);
}

void TestWorkbook::whatIsUnknownIsEmpty()
{
    InventoryTable rows = makeTable(
        {bareMetal(1, {{Fqdn, text("")}, {Cores, CellValue()}}), bareMetal(2, {{Fqdn, text("refused")}})});
    rows.setFailure(1, rows.missingGroups(1, allGroups), CellState::Refused,
                    ApiError::make(ApiError::Kind::NotFound));
    QVERIFY(writes({FileFormat::Xlsx, {}, {serversOf(rows, {Id, Cores, Created, ServerColumn::RowState})}}));
    const SheetContent servers = sheet();
    for (const qsizetype row : {1, 2}) {
        QCOMPARE(servers.at(row, 1), SheetCell());
        QCOMPARE(servers.at(row, 2), SheetCell());
    }
    QCOMPARE(servers.at(2, 3), textCell(u"refused"_s));
    QCOMPARE(m_summary.refusedRows, 1);
}

void TestWorkbook::aTableStaysInSightAndHasFilters()
{
    const InventoryTable rows =
        makeTable({bareMetal(1, {{Fqdn, text("a-rather-long-name.of-a-server.example.com")}}),
                   bareMetal(2, {{Fqdn, QString(500, u'x')}})});
    QVERIFY(writes({FileFormat::Xlsx, {}, {serversOf(rows, {Id, Fqdn, Created})}}));
    const SheetContent servers = sheet();
    QCOMPARE(servers.frozenRows, 1);
    QCOMPARE(servers.filter, u"A1:C3"_s);
    QCOMPARE(servers.widths.size(), 3);
    QVERIFY(servers.widths[1] > servers.widths[0]); // as wide as what is in it
    QVERIFY(servers.widths[1] < 100);               // but no wider than a screen
    QCOMPARE(WorkbookReader(path()).sheet(u"About"_s).frozenRows, 0);
}

void TestWorkbook::aTableWithoutRows()
{
    QVERIFY(writes({FileFormat::Xlsx, {}, {serversOf(numberedServers(0), {Id, Fqdn})}}));
    QCOMPARE(sheet().rows.size(), 1);
    QCOMPARE(sheet().values(0), (QStringList{u"id"_s, u"fqdn"_s}));
    QCOMPARE(sheet().filter, u"A1:B1"_s);
    QVERIFY(writes({FileFormat::Xlsx, {}, {}})); // of nothing
    QCOMPARE(WorkbookReader(path()).sheets(), QStringList{u"About"_s});
}

void TestWorkbook::arrangesItsTables()
{
    DocumentTable table = serversOf(numberedServers(3), {Fqdn});
    table.spec = ArrangementSpec::of(serverCatalogue());
    table.spec->sortColumn = Id;
    table.spec->sortOrder = Qt::DescendingOrder;
    table.spec->filter = RowFilter::parse(u"-name:db1"_s, serverCatalogue());
    QVERIFY(writes({FileFormat::Xlsx, {}, {table}}));
    QCOMPARE(sheet().text(), u"fqdn\ndb2\ndb0"_s);
}

void TestWorkbook::longTextsAreCutAndToldOf()
{
    const InventoryTable rows = makeTable({bareMetal(1, {{Notes, QString(longestCellText, u'a')}}),
                                           bareMetal(2, {{Notes, QString(longestCellText + 1, u'b')}}),
                                           bareMetal(3, {{Notes, QString(100'000, u'=')}})});
    QVERIFY(writes({FileFormat::Xlsx, {}, {serversOf(rows, {Notes})}}));
    QCOMPARE(m_summary.cutTexts, 2);
    QVERIFY(!m_summary.isComplete());
    const SheetContent servers = sheet();
    QCOMPARE(servers.at(1, 0), textCell(QString(longestCellText, u'a')));
    QCOMPARE(servers.at(2, 0), textCell(QString(longestCellText - 1, u'b') + u'…'));
    QCOMPARE(servers.at(3, 0).value.size(), longestCellText);
    const SheetContent about = sheet(u"About"_s);
    QVERIFY2(about.text().contains(u"vServers: texts of more than %1 characters were cut"_s.arg(
                 QLocale().toString(longestCellText))),
             qPrintable(about.text()));
    QVERIFY(!about.text().contains(u"Complete\tyes"_s));
}

void TestWorkbook::moreRowsThanASheetHoldsGoOnInTheNext()
{
    const InventoryTable rows = numberedServers(7);
    const DocumentTable servers = serversOf(rows, {Id, Fqdn});
    DocumentTable other = serversOf(numberedServers(3), {Id});
    other.sheet = u"vOther"_s;
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    const std::unique_ptr<TableWriter> writer = makeWorkbook(file, m_folder->path(), {}, CancelToken(), 4);
    for (const DocumentTable &table : {std::cref(servers), std::cref(other)})
        QVERIFY(writeTable(table, *writer, CancelToken()));
    QVERIFY(writer->finish());
    file.close();

    const WorkbookReader workbook(path());
    QVERIFY(workbook.isFine());
    QCOMPARE(workbook.sheets(),
             (QStringList{u"About"_s, u"vServers"_s, u"vServers (2)"_s, u"vServers (3)"_s, u"vOther"_s}));
    QCOMPARE(workbook.sheet(u"vServers"_s).text(), u"id\tfqdn\n1\tdb0\n2\tdb1\n3\tdb2"_s);
    QCOMPARE(workbook.sheet(u"vServers (2)"_s).text(), u"id\tfqdn\n4\tdb3\n5\tdb4\n6\tdb5"_s);
    QCOMPARE(workbook.sheet(u"vServers (3)"_s).text(), u"id\tfqdn\n7\tdb6"_s);
    QCOMPARE(workbook.sheet(u"vServers (3)"_s).filter, u"A1:B2"_s);
    QCOMPARE(workbook.sheet(u"vOther"_s).rows.size(), 4); // just as many as there is room for
    const QString about = workbook.sheet(u"About"_s).text();
    QVERIFY2(about.contains(u"vServers, vServers (2), vServers (3)\tservers\t7\t7"_s), qPrintable(about));
    QVERIFY2(about.contains(u"goes on in vServers (2), vServers (3)"_s), qPrintable(about));
    QVERIFY(about.contains(u"Complete\tyes"_s)); // nothing is lost
    QCOMPARE(mostRowsOfASheet, 1'048'576);
}

void TestWorkbook::tellsOfItself()
{
    QVERIFY(writes({FileFormat::Xlsx, workbookAbout(), {serversOf(numberedServers(3), {Id})}}));
    QCOMPARE(WorkbookReader(path()).sheets(), (QStringList{u"About"_s, u"vServers"_s}));
    const SheetContent about = sheet(u"About"_s);
    const QString text = about.text();
    for (const QString &line :
         {u"Account\tAcme (12)"_s, u"As of\t2026-11-22 14:02:00 UTC"_s, u"Written by\tLayerscope 1"_s,
          u"Filter\t=dc:dal10"_s, u"Complete\tyes"_s, u"Times\tin UTC"_s, u"vServers\tservers\t3\t3"_s})
        QVERIFY2(text.contains(line), qPrintable(line + u" is not in "_s + text));
    QVERIFY(!text.contains(u"What is missing"_s));
    for (const QList<SheetCell> &row : about.rows) {
        for (const SheetCell &cell : row)
            QVERIFY(cell.type != Type::Formula);
    }
}

void TestWorkbook::tellsWhatIsMissing()
{
    DocumentAbout about = workbookAbout();
    about.missing = QStringList{u"1 198 of 1 204 servers were listed."_s};
    about.leftOut = QStringList{u"pools"_s};
    DocumentTable table = serversOf(numberedServers(3), {Id});
    table.csv.undecidedRows = 1'234;
    table.csv.unlistedRows = 6;
    QVERIFY(writes({FileFormat::Xlsx, about, {table}}));
    const QString text = sheet(u"About"_s).text();
    for (const QString &words :
         {u"Complete\tno"_s, u"What is missing"_s, u"1 198 of 1 204 servers were listed."_s,
          u"\"pools\" is not in this workbook"_s, u"cannot tell of %1 rows"_s.arg(QLocale().toString(1'234)),
          u"vServers\tservers\t3\t3\t0\t0\t0\t0\t6\t1234\t0"_s})
        QVERIFY2(text.contains(words), qPrintable(words + u" is not in "_s + text));
    QVERIFY(!m_summary.isComplete());
}

/// The library asks the language of the process for its decimal sign.
void TestWorkbook::writesNumbersAsEveryProgramReadsThem()
{
    const QByteArray before = std::setlocale(LC_ALL, nullptr);
    bool hasComma = false;
    for (const char *const name : {"de_DE.UTF-8", "fr_FR.UTF-8", "nl_NL.UTF-8", "es_ES.UTF-8"})
        hasComma = hasComma || std::setlocale(LC_ALL, name) != nullptr;
    if (!hasComma)
        QSKIP("no language here that has a decimal comma");
    const SheetCell cell = written(FeeMonthUsd, decimal("412.50"));
    std::setlocale(LC_ALL, before.constData());
    QCOMPARE(cell.value, u"412.5"_s);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestWorkbook)
#include "tst_workbook.moc"
