// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/numbertext.h"
#include "inventory/timetext.h"
#include "tables/aboutsheet.h"
#include "tables/tablewriter.h"
#include "tables/workbookfile.h"

#include <QIODevice>

#include <vector>

namespace layerscope {

/// Writes a workbook by makeWorkbook(), which says what it is like. Text is text whatever it looks like;
/// numbers are numbers, with the digits that a spreadsheet keeps; those of more than 15 before the point, of
/// which it would lose some, are texts. Moments are dates in UTC to the second, which each cell says; flags
/// TRUE and FALSE. A table of more rows than a sheet holds goes on in the next one.
class WorkbookWriter final : public TableWriter
{
public:
    WorkbookWriter(QIODevice &device, const QString &scratch, const DocumentAbout &about,
                   const CancelToken &cancel, qint64 rowsOfASheet);

    void beginTable(const DocumentTable &table) override;
    void addText(QStringView text) override;
    void addInteger(qint64 number) override;
    void addDecimal(Decimal number) override;
    void addFlag(bool on) override;
    void addTime(Timestamp time) override;
    void addEmpty() override;
    void endRow() override;
    void endTable(const CsvSummary &written) override;

    [[nodiscard]] bool hasFailed() const override { return m_file.hasFailed(); }
    [[nodiscard]] qint64 cutTexts() const override { return m_cutTexts; }
    [[nodiscard]] qint64 bytesWritten() const override { return m_bytesWritten; }
    Result<Done> finish() override;

private:
    void beginSheet();
    void endSheet();
    void beginCell(qsizetype characters);
    void putText(QStringView text);

    QIODevice &m_device;
    const CancelToken m_cancel;
    const qint64 m_rowsOfASheet;
    WorkbookFile m_file;
    AboutSheet m_about;
    const DocumentTable *m_table = nullptr;
    AboutSheet::Table m_told; ///< Of this table.
    int m_sheet = -1;
    qint64 m_row = 0;  ///< Of the sheet, the header being the first.
    int m_column = -1; ///< The last one that was begun.
    std::vector<double> m_widths;
    NumberText m_number;
    TimeText m_time;
    qint64 m_cutTexts = 0;
    qint64 m_bytesWritten = 0;
};

} // namespace layerscope
