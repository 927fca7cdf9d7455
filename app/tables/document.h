// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csv/inventorycsv.h"
#include "inventory/arrangement.h"
#include "tables/fileformat.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace layerscope {

/// What a document says of itself.
struct DocumentAbout
{
    QString program; ///< "Layerscope 0.1.0"
    QString account; ///< "Example Corp (1234567)"; empty: nobody told.
    QDateTime asOf;  ///< UTC, when its data was asked for; invalid: nobody told.
    QString filter;  ///< As the person typed it; empty: none.
    /// A sentence for each thing that is missing, as of LoadOutcome::reasons(). Translated.
    QStringList missing;
    QStringList leftOut; ///< Names of tables that are not in it, since none of them could be loaded.
};

/// One table of a document.
struct DocumentTable
{
    QString name;  ///< "bare-metal", as on the command line: unique, never translated.
    QString sheet; ///< "vBareMetal"
    QString title; ///< "bare metal servers", for people. Translated.
    /// Which rows and columns; of its format only whether titles are the header.
    InventoryCsv csv;
    /// The rows and their order follow from this, with what is undecided; nullopt: they are those of `csv`.
    std::optional<ArrangementSpec> spec = {};
};

/// Tables that become one file. A value; cheap to copy.
struct Document
{
    FileFormat format = FileFormat::Xlsx; ///< Not CSV, which has one table a file.
    DocumentAbout about;
    QList<DocumentTable> tables;
};

/// On the writing thread, every few thousand rows and at the end.
using DocumentProgress = std::function<void(qint64 rowsWritten, qint64 rows)>;

/// Arranges the tables, then writes them into one file, whole or not at all, as writeWholeFile(); "-" is
/// standard output. The summary is that of all tables, its bytes those of the file. Blocking, for workers.
/// Errors: Cancelled, or Storage with a sentence. Cost: O(rows × columns) time; memory does not grow with the
/// rows, but for four bytes each.
[[nodiscard]] Result<CsvSummary> writeDocument(const Document &document, const QString &path,
                                               const CancelToken &cancel,
                                               const DocumentProgress &progress = {});

/// Whether writeDocument() has a chance, before a load that takes a while; with its sentences.
[[nodiscard]] Result<Done> checkDocumentPath(const QString &path, FileFormat format);

} // namespace layerscope
