// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/workbookwriter.h"

#include "tables/sheettext.h"
#include "tables/workbook.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// Of a whole number in a spreadsheet, which keeps 15 digits of any.
constexpr qint64 largestNumber = 999'999'999'999'999;

// Days since the first of January 1970 as a spreadsheet counts them. Before the first of March 1900 it counts
// a day that never was, and behind the end of 9999 none.
constexpr double daysBefore1970 = 25'569;
constexpr qint64 firstDay = 61 - 25'569;
constexpr qint64 lastDay = 2'958'465 - 25'569;
constexpr qint64 msecsOfASecond = 1'000;
constexpr double secondsPerDay = 86'400;

// Of columns, in characters.
constexpr double narrowestColumn = 8;
constexpr double widestColumn = 60;
constexpr qsizetype filterButton = 3;       // in the header
constexpr qsizetype charactersOfATime = 23; // "2026-11-22 14:02:00 UTC"
/// How many rows say how wide their columns are.
constexpr qint64 measuredRows = 1'000;

qint64 flooredQuotient(qint64 number, qint64 divisor)
{
    return number >= 0 ? number / divisor : -((-number + divisor - 1) / divisor);
}

} // namespace

bool canWriteWorkbooks()
{
    return true;
}

std::unique_ptr<TableWriter> makeWorkbook(QIODevice &device, const QString &scratch,
                                          const DocumentAbout &about, const CancelToken &cancel,
                                          qint64 rowsOfASheet)
{
    return std::make_unique<WorkbookWriter>(device, scratch, about, cancel, rowsOfASheet);
}

WorkbookWriter::WorkbookWriter(QIODevice &device, const QString &scratch, const DocumentAbout &about,
                               const CancelToken &cancel, qint64 rowsOfASheet)
    : m_device(device)
    , m_cancel(cancel)
    , m_rowsOfASheet(rowsOfASheet)
    , m_file(scratch)
    , m_about(m_file, about)
{}

void WorkbookWriter::beginTable(const DocumentTable &table)
{
    m_table = &table;
    m_told = {table.title, {}, {}, m_cutTexts};
    m_widths.assign(static_cast<std::size_t>(table.csv.columns.size()), narrowestColumn);
    beginSheet();
}

void WorkbookWriter::beginSheet()
{
    const QString name = sheetNameOf(m_table->sheet, static_cast<int>(m_told.sheets.size()) + 1);
    m_told.sheets.append(name);
    m_sheet = m_file.addSheet(name);
    m_row = 0;
    m_column = -1;
    for (const ColumnIndex index : m_table->csv.columns) {
        const ColumnSpec &column = m_table->csv.table.catalogue().column(index);
        const QString title = m_table->csv.format.hasTitlesAsHeader ? column.translatedTitle()
                                                                    : QString::fromLatin1(column.key);
        beginCell(title.size() + filterButton);
        m_file.putText(m_sheet, m_row, m_column, title, WorkbookFile::Look::Heading);
    }
    ++m_row;
    m_column = -1;
}

void WorkbookWriter::endSheet()
{
    m_file.endTable(m_sheet, m_widths, m_row);
}

/// `characters`: so wide is what comes into it.
void WorkbookWriter::beginCell(qsizetype characters)
{
    if (m_column < 0 && m_row == m_rowsOfASheet) {
        endSheet();
        beginSheet();
    }
    ++m_column;
    if (m_row > measuredRows)
        return;
    double &width = m_widths[static_cast<std::size_t>(m_column)];
    width = std::max(width, std::min(double(characters + 1), widestColumn));
}

void WorkbookWriter::putText(QStringView text)
{
    if (m_file.putText(m_sheet, m_row, m_column, text))
        ++m_cutTexts;
}

void WorkbookWriter::addText(QStringView text)
{
    beginCell(text.size());
    putText(text);
}

void WorkbookWriter::addInteger(qint64 number)
{
    const std::string_view digits = m_number.whole(number);
    beginCell(static_cast<qsizetype>(digits.size()));
    if (number > largestNumber || number < -largestNumber)
        putText(QString::fromLatin1(digits.data(), static_cast<qsizetype>(digits.size())));
    else
        m_file.putNumber(m_sheet, m_row, m_column, double(number), WorkbookFile::Look::Whole);
}

void WorkbookWriter::addDecimal(Decimal number)
{
    const std::string_view digits = m_number.plain(number);
    beginCell(static_cast<qsizetype>(digits.size()));
    const double value = number.toDouble();
    if (std::abs(value) > double(largestNumber))
        putText(QString::fromLatin1(digits.data(), static_cast<qsizetype>(digits.size())));
    else
        m_file.putNumber(m_sheet, m_row, m_column, value);
}

void WorkbookWriter::addFlag(bool on)
{
    beginCell(5);
    m_file.putFlag(m_sheet, m_row, m_column, on);
}

void WorkbookWriter::addTime(Timestamp time)
{
    beginCell(charactersOfATime);
    const qint64 seconds = flooredQuotient(time.msecsUtc, msecsOfASecond);
    const qint64 day = flooredQuotient(time.msecsUtc, msecsPerDay);
    if (day >= firstDay && day <= lastDay) {
        m_file.putNumber(m_sheet, m_row, m_column, double(seconds) / secondsPerDay + daysBefore1970,
                         WorkbookFile::Look::Moment);
        return;
    }
    const std::string_view text = m_time.iso(time);
    putText(QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size())));
}

void WorkbookWriter::addEmpty()
{
    beginCell(0);
}

void WorkbookWriter::endRow()
{
    ++m_row;
    m_column = -1;
}

void WorkbookWriter::endTable(const CsvSummary &written)
{
    endSheet();
    m_told.rows = written;
    m_told.cutTexts = m_cutTexts - m_told.cutTexts;
    m_about.add(m_told);
    m_table = nullptr;
}

Result<Done> WorkbookWriter::finish()
{
    m_about.write();
    if (m_cancel.isCancelled()) // before what takes longest, and cannot be stopped
        return Unexpected(ApiError::make(ApiError::Kind::Cancelled));
    if (Result<Done> closed = m_file.close(); !closed)
        return closed;
    if (m_cancel.isCancelled())
        return Unexpected(ApiError::make(ApiError::Kind::Cancelled));
    const Result<qint64> copied = m_file.copyTo(m_device);
    if (!copied)
        return Unexpected(copied.error());
    m_bytesWritten = *copied;
    return Done();
}

} // namespace layerscope
