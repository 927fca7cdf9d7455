// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/document.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace layerscope {

class WorkbookFile;

/// The first sheet of a workbook: where it is from, what is in it, and what is missing and why. The sheet is
/// there at once, so that it is the first; its cells come when all else is known.
class AboutSheet
{
public:
    /// What is told of one table.
    struct Table
    {
        QString title;
        QStringList sheets; ///< Several if one does not hold it.
        CsvSummary rows;
        qint64 cutTexts = 0;
    };

    /// The workbook outlives this.
    AboutSheet(WorkbookFile &workbook, const DocumentAbout &about);

    /// Of its sheet, for those of the tables: no two are called alike.
    [[nodiscard]] QString name() const;
    void add(const Table &table) { m_tables.append(table); }
    /// Once, at the end.
    void write();

private:
    void addLine(const QString &label, const QString &text);
    void addNumbers(const QString &sheet, const Table &table);
    void writeTables();
    void writeGaps();
    [[nodiscard]] QStringList gaps() const;
    [[nodiscard]] bool isComplete() const;

    WorkbookFile &m_workbook;
    const DocumentAbout m_about;
    const int m_sheet;
    QList<Table> m_tables;
    qint64 m_row = 0;
};

} // namespace layerscope
