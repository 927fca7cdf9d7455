// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/tablebuilder.h"
#include "csv/csvfile.h"
#include "support/testmain.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>
#include <QXmlStreamReader>

#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;
using namespace layerscope;

namespace {

/// A cell as a spreadsheet understood it.
struct Cell
{
    QString text;
    std::optional<double> number;
    bool isFormula = false;
};

/// The text of a paragraph; blanks that XML would lose are elements.
QString paragraph(QXmlStreamReader &xml)
{
    QString text;
    for (int depth = 1; depth > 0 && !xml.atEnd();) {
        switch (xml.readNext()) {
        case QXmlStreamReader::Characters:
            text += xml.text();
            break;
        case QXmlStreamReader::StartElement:
            ++depth;
            if (xml.name() == "s"_L1)
                text += QString(std::max(1, xml.attributes().value(u"text:c"_s).toInt()), u' ');
            else if (xml.name() == "tab"_L1)
                text += u'\t';
            else if (xml.name() == "line-break"_L1)
                text += u'\n';
            break;
        case QXmlStreamReader::EndElement:
            --depth;
            break;
        default:
            break;
        }
    }
    return text;
}

Cell cellOf(QXmlStreamReader &xml)
{
    Cell cell;
    const QXmlStreamAttributes attributes = xml.attributes();
    cell.isFormula = attributes.hasAttribute(u"table:formula"_s);
    if (attributes.value(u"office:value-type"_s) == "float"_L1)
        cell.number = attributes.value(u"office:value"_s).toDouble();
    QStringList paragraphs;
    while (xml.readNextStartElement()) {
        if (xml.name() == "p"_L1)
            paragraphs.append(paragraph(xml));
        else
            xml.skipCurrentElement();
    }
    cell.text = paragraphs.join(u'\n');
    return cell;
}

/// The first sheet of a flat ODF file, as far as it is filled.
QList<QList<Cell>> sheetOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<QList<Cell>> rows;
    while (!xml.atEnd() && !(xml.isEndElement() && xml.name() == "table"_L1)) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == "table-row"_L1) {
            rows.append(QList<Cell>());
        } else if (xml.name() == "table-cell"_L1 && !rows.isEmpty()) {
            constexpr int maxColumns = 100; // the sheet goes on to its edge
            const int repeated =
                std::clamp(xml.attributes().value(u"table:number-columns-repeated"_s).toInt(), 1, maxColumns);
            const Cell cell = cellOf(xml);
            for (int i = 0; i < repeated; ++i)
                rows.last().append(cell);
        }
    }
    return rows;
}

} // namespace

/// What a spreadsheet makes of a file, in the languages of people who double-click one. LibreOffice stands
/// for all of them; without it there is nothing to ask.
class TestSpreadsheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_office = QStandardPaths::findExecutable(u"soffice"_s);
        if (m_office.isEmpty())
            QSKIP("LibreOffice (soffice) is not installed: nobody here to open a file.");
    }

    void opensRight_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<int>("language"); // as Windows numbers it
        QTest::addColumn<bool>("isExcel");
        QTest::newRow("plain") << u"en_US"_s << 1033 << false;
        QTest::newRow("American") << u"en_US"_s << 1033 << true;
        QTest::newRow("German") << u"de_DE"_s << 1031 << true;
        QTest::newRow("Swiss German") << u"de_CH"_s << 2055 << true;
        QTest::newRow("Liechtenstein") << u"de_LI"_s << 5127 << true;
        QTest::newRow("French") << u"fr_FR"_s << 1036 << true;
        QTest::newRow("Japanese") << u"ja_JP"_s << 1041 << true;
        QTest::newRow("Arabic, Egypt") << u"ar_EG"_s << 3073 << true;
    }

    void opensRight()
    {
        QFETCH(QString, locale);
        QFETCH(int, language);
        QFETCH(bool, isExcel);
        using namespace ServerColumn;
        const QStringList notes{u"=1+1"_s,
                                u"-2+3"_s,
                                u"a,b;c"_s,
                                u"say \"hi\", twice"_s,
                                u"two\nlines"_s,
                                u"  blanks  and\ttab "_s,
                                u"Zürich 漢字 😀 ＝x"_s,
                                u"'quoted'"_s};
        const QStringList fees{u"1250.1987"_s, u"-0.5"_s, u"1204.90"_s, u"0"_s,
                               u"100000"_s,    u"12.5"_s, u"0.01351"_s, u"999999999.99"_s};
        InventoryTable table(serverCatalogue());
        for (int row = 0; row < notes.size(); ++row) {
            table.listRow(
                bareMetal(40'000'000'013 + row, {{Notes, notes[row]},
                                                 {FeeMonthUsd, Decimal::fromText(fees[row]).value()},
                                                 {Cores, qint64(row)}}),
                nullptr);
        }
        InventoryCsv csv = InventoryCsv::of(
            table, CsvFormat::of(isExcel ? CsvPreset::Excel : CsvPreset::Plain, QLocale(locale)));
        csv.format.guardsFormulas = true;
        csv.columns = {Id, Notes, FeeMonthUsd, Cores, Owner, ServerColumn::RowState};
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"s.csv"_s);
        QVERIFY(writeCsvFile(csv, path, CancelToken()));

        QProcess office;
        QSignalSpy finished(&office, &QProcess::finished);
        // Separator, quote, UTF-8, first line, columns as they come, language, quoted is text, look for
        // dates.
        office.start(
            m_office,
            {u"-env:UserInstallation="_s + QUrl::fromLocalFile(m_profile.path()).toString(), u"--headless"_s,
             u"--convert-to"_s, u"fods"_s,
             u"--infilter=CSV:%1,34,76,1,,%2,false,true"_s.arg(int(csv.format.separator)).arg(language),
             u"--outdir"_s, folder.path(), path});
        QVERIFY(!finished.isEmpty() || finished.wait(patience));
        const QList<QList<Cell>> rows = sheetOf(folder.filePath(u"s.fods"_s));
        QVERIFY2(rows.size() > notes.size(), office.readAll().constData());
        QCOMPARE(rows[0].value(1).text, u"notes"_s);
        for (int row = 0; row < notes.size(); ++row) {
            const QList<Cell> &cells = rows[row + 1];
            const bool isGuarded = QStringView(u"=-＝").contains(notes[row].front());
            QVERIFY(
                std::none_of(cells.cbegin(), cells.cend(), [](const Cell &cell) { return cell.isFormula; }));
            QCOMPARE(cells.value(0).number, std::optional(40'000'000'013.0 + row));
            QCOMPARE(cells.value(1).text, QString((isGuarded ? u"'"_s : QString()) + notes[row]));
            QVERIFY2(cells.value(2).number, qPrintable(cells.value(2).text));
            QCOMPARE(*cells.value(2).number, fees[row].toDouble());
            QCOMPARE(cells.value(3).number, std::optional(double(row)));
            QCOMPARE(cells.value(4).text, QString());
            QCOMPARE(cells.value(5).text, u"partial"_s);
        }
    }

private:
    static constexpr int patience = 120'000; // ms; its first start makes a profile

    QString m_office;
    QTemporaryDir m_profile;
};

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestSpreadsheet)
#include "tst_spreadsheet.moc"
