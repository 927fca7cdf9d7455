// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/aboutsheet.h"

#include "tables/sheettext.h"
#include "tables/workbookfile.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// The texts of this file; a struct, so that lupdate knows their context.
struct AboutSheetText
{
    Q_DECLARE_TR_FUNCTIONS(Workbook)
};

// In characters.
constexpr double labelWidth = 28;
constexpr double titleWidth = 34;
constexpr double numberWidth = 12;
constexpr std::size_t numberColumns = 9;

QString aboutInDigits(qint64 number)
{
    return QLocale().toString(number);
}

} // namespace

AboutSheet::AboutSheet(WorkbookFile &workbook, const DocumentAbout &about)
    : m_workbook(workbook)
    , m_about(about)
    , m_sheet(workbook.addSheet(name()))
{}

QString AboutSheet::name() const
{
    return sheetNameOf(AboutSheetText::tr("About", "the sheet of a workbook that tells of the others"));
}

bool AboutSheet::isComplete() const
{
    return gaps().isEmpty() && std::all_of(m_tables.cbegin(), m_tables.cend(),
                                           [](const Table &table) { return table.rows.isComplete(); });
}

void AboutSheet::addLine(const QString &label, const QString &text)
{
    m_workbook.putText(m_sheet, m_row, 0, label, WorkbookFile::Look::Heading);
    m_workbook.putText(m_sheet, m_row, 1, text);
    ++m_row;
}

void AboutSheet::write()
{
    const QString asOf = m_about.asOf.isValid()
                             ? m_about.asOf.toUTC().toString(u"yyyy-MM-dd HH:mm:ss"_s) + u" UTC"_s
                             : QString();
    addLine(AboutSheetText::tr("Account"), m_about.account);
    addLine(AboutSheetText::tr("As of"), asOf);
    addLine(AboutSheetText::tr("Written by"), m_about.program);
    addLine(AboutSheetText::tr("Filter"),
            m_about.filter.isEmpty() ? AboutSheetText::tr("none", "a filter") : m_about.filter);
    addLine(AboutSheetText::tr("Complete"), isComplete()
                                                ? AboutSheetText::tr("yes", "complete")
                                                : AboutSheetText::tr("no; what is missing stands below"));
    addLine(AboutSheetText::tr("Times"), AboutSheetText::tr("in UTC"));
    addLine(AboutSheetText::tr("Empty cells"),
            AboutSheetText::tr("are empty or not known; the column row_state says which"));
    ++m_row;
    writeTables();
    writeGaps();
    std::vector<double> widths{labelWidth, titleWidth};
    widths.insert(widths.end(), numberColumns, numberWidth);
    m_workbook.endSheet(m_sheet, widths);
}

void AboutSheet::writeTables()
{
    const QStringList header{
        AboutSheetText::tr("Sheet"),     AboutSheetText::tr("Contents"), AboutSheetText::tr("Rows"),
        AboutSheetText::tr("Complete"),  AboutSheetText::tr("Partial"),  AboutSheetText::tr("Refused"),
        AboutSheetText::tr("Failed"),    AboutSheetText::tr("Gone"),     AboutSheetText::tr("Not listed"),
        AboutSheetText::tr("Undecided"), AboutSheetText::tr("Cut texts")};
    for (int column = 0; column < header.size(); ++column)
        m_workbook.putText(m_sheet, m_row, column, header[column], WorkbookFile::Look::Heading);
    ++m_row;
    for (const Table &table : std::as_const(m_tables))
        addNumbers(table.sheets.join(", "_L1), table);
}

void AboutSheet::addNumbers(const QString &sheet, const Table &table)
{
    m_workbook.putText(m_sheet, m_row, 0, sheet);
    m_workbook.putText(m_sheet, m_row, 1, table.title);
    int column = 2;
    for (const qint64 number : {table.rows.rows, table.rows.completeRows, table.rows.partialRows,
                                table.rows.refusedRows, table.rows.failedRows, table.rows.goneRows,
                                table.rows.unlistedRows, table.rows.undecidedRows, table.cutTexts}) {
        m_workbook.putNumber(m_sheet, m_row, column, double(number), WorkbookFile::Look::Whole);
        ++column;
    }
    ++m_row;
}

QStringList AboutSheet::gaps() const
{
    QStringList gaps = m_about.missing;
    for (const QString &table : m_about.leftOut)
        gaps += AboutSheetText::tr("\"%1\" is not in this workbook: none of it could be loaded.").arg(table);
    for (const Table &table : m_tables) {
        if (table.rows.undecidedRows > 0) {
            gaps += AboutSheetText::tr("%1: the filter cannot tell of %2 rows whether they belong here, "
                                       "since the values that it needs are not known.")
                        .arg(table.sheets.constFirst(), aboutInDigits(table.rows.undecidedRows));
        }
        if (table.cutTexts > 0) {
            gaps += AboutSheetText::tr("%1: texts of more than %2 characters were cut, since a cell holds no "
                                       "more; they end with “…” (%3 of them).")
                        .arg(table.sheets.constFirst(), aboutInDigits(longestCellText),
                             aboutInDigits(table.cutTexts));
        }
    }
    return gaps;
}

void AboutSheet::writeGaps()
{
    const QStringList missing = gaps();
    if (!missing.isEmpty()) {
        ++m_row;
        addLine(AboutSheetText::tr("What is missing"), {});
        for (const QString &sentence : missing) {
            m_workbook.putText(m_sheet, m_row, 0, sentence);
            ++m_row;
        }
    }
    for (const Table &table : std::as_const(m_tables)) {
        if (table.sheets.size() < 2)
            continue;
        m_workbook.putText(m_sheet, m_row, 0,
                           AboutSheetText::tr("%1 has more rows than a sheet holds and goes on in %2.")
                               .arg(table.sheets.constFirst(), table.sheets.sliced(1).join(", "_L1)));
        ++m_row;
    }
}

} // namespace layerscope
