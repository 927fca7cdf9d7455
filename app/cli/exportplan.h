// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/exportkind.h"
#include "inventory/arrangement.h"
#include "tables/fileformat.h"

#include <QList>
#include <QString>

namespace layerscope {

/// One file of an export: which rows, in which order, with which columns, where to. A value.
struct ExportFile
{
    ExportKind kind;
    QList<ColumnIndex> columns; ///< In the order of the file.
    ArrangementSpec spec;       ///< Of the kind's catalogue.
    QString path;               ///< "-" is standard output. Of a document, that.

    /// Everything of a kind by name, with its default columns, to standard output.
    [[nodiscard]] static ExportFile of(const ExportKind &kind);
    void setColumns(const QList<ColumnIndex> &wanted);
    /// Words without a column look into all that rows have, whatever the file has of it.
    void setFilter(const RowFilter &filter);
};

/// What is to be written, and what has to be loaded for it. A value.
struct ExportPlan
{
    QList<ExportFile> files;
    QString folder; ///< That of the files if there are several; else empty.
    /// All but CSV are one document, whose tables are what is a file each in CSV.
    FileFormat format = FileFormat::Csv;
    QString filterWords; ///< As the person typed them; of one table.
    bool isExcelPreset = false;
    bool guardsFormulas = false; ///< Of Plain; Excel always does.

    [[nodiscard]] bool isDocument() const { return format != FileFormat::Csv; }
    /// How many files are to be there in the end.
    [[nodiscard]] qsizetype fileCount() const { return isDocument() ? 1 : files.size(); }
    /// Those of the table that some file has rows of.
    [[nodiscard]] QList<RowKind> kindsOf(const TableSpec &table) const;
    [[nodiscard]] bool has(const TableSpec &table) const;
    /// The columns of this table that some file shows, filters or sorts by.
    [[nodiscard]] ColumnSet columnsOf(const TableSpec &table) const;
};

} // namespace layerscope
