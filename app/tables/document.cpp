// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/document.h"

#include "csv/streamdevice.h"
#include "csv/wholefile.h"
#include "tables/jsonwriter.h"
#include "tables/workbook.h"

#include <QDir>
#include <QFileInfo>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

FileContent contentOf(FileFormat format)
{
    return format == FileFormat::Xlsx ? FileContent::Binary : FileContent::Text;
}

/// Where a workbook is put together: beside the file, so that there is as much room as the file itself finds.
QString scratchFolderOf(const QString &path)
{
    return path == "-"_L1 || StreamDevice::isStream(path) ? QDir::tempPath() : QFileInfo(path).absolutePath();
}

std::unique_ptr<TableWriter> writerOf(const Document &document, QIODevice &device, const QString &path,
                                      const CancelToken &cancel)
{
    switch (document.format) {
    case FileFormat::Csv:
        break;
    case FileFormat::Xlsx:
        return makeWorkbook(device, scratchFolderOf(path), document.about, cancel);
    case FileFormat::Json:
        return std::make_unique<JsonWriter>(device, JsonWriter::Shape::Object, document.about);
    case FileFormat::JsonLines:
        return std::make_unique<JsonWriter>(device, JsonWriter::Shape::Lines, document.about);
    }
    return nullptr;
}

/// With the rows of each table in their order. nullopt: cancelled.
std::optional<QList<DocumentTable>> arranged(const QList<DocumentTable> &tables, const CancelToken &cancel)
{
    QList<DocumentTable> result = tables;
    for (DocumentTable &table : result) {
        if (!table.spec)
            continue;
        const std::shared_ptr<const Arrangement> arrangement = arrange(table.csv.table, *table.spec, cancel);
        if (!arrangement || cancel.isCancelled())
            return std::nullopt;
        table.csv.rows = arrangement->rowsInOrder();
        table.csv.undecidedRows = arrangement->undecidedRows.size();
    }
    return result;
}

/// Writes the tables into a device.
class DocumentRun
{
public:
    DocumentRun(const Document &document, const CancelToken &cancel, const DocumentProgress &progress)
        : m_document(document)
        , m_cancel(cancel)
        , m_progress(progress)
    {}

    [[nodiscard]] bool arrange()
    {
        const std::optional<QList<DocumentTable>> tables = arranged(m_document.tables, m_cancel);
        if (!tables)
            return false;
        m_tables = *tables;
        for (const DocumentTable &table : std::as_const(m_tables))
            m_rows += table.csv.rows.size();
        return true;
    }

    Result<Done> write(QIODevice &device, const QString &path)
    {
        const std::unique_ptr<TableWriter> writer = writerOf(m_document, device, path, m_cancel);
        if (!writer)
            return Unexpected(ApiError::make(ApiError::Kind::Storage, u"no such format"_s));
        for (const DocumentTable &table : std::as_const(m_tables)) {
            const Result<CsvSummary> written =
                writeTable(table, *writer, m_cancel, [this](qint64 rows) { tell(rows); });
            if (!written)
                return Unexpected(written.error());
            m_summary += *written;
        }
        const Result<Done> finished = writer->finish();
        if (m_cancel.isCancelled()) // perhaps the device was given up for it
            return Unexpected(ApiError::make(ApiError::Kind::Cancelled));
        m_summary.cutTexts = writer->cutTexts();
        m_summary.bytes = writer->bytesWritten();
        tell(0);
        return finished;
    }

    [[nodiscard]] const CsvSummary &summary() const { return m_summary; }

private:
    void tell(qint64 rowsOfTable) const
    {
        if (m_progress)
            m_progress(m_summary.rows + rowsOfTable, m_rows);
    }

    const Document &m_document;
    const CancelToken &m_cancel;
    const DocumentProgress &m_progress;
    QList<DocumentTable> m_tables;
    qint64 m_rows = 0;
    CsvSummary m_summary;
};

} // namespace

Result<CsvSummary> writeDocument(const Document &document, const QString &path, const CancelToken &cancel,
                                 const DocumentProgress &progress)
{
    DocumentRun run(document, cancel, progress);
    if (!run.arrange())
        return Unexpected(ApiError::make(ApiError::Kind::Cancelled));
    const Result<Done> written =
        writeWholeFile(path, contentOf(document.format), cancel,
                       [&](QIODevice &device, bool /*isTerminal*/) { return run.write(device, path); });
    if (!written)
        return Unexpected(written.error());
    return run.summary();
}

Result<Done> checkDocumentPath(const QString &path, FileFormat format)
{
    return checkWholeFile(path, contentOf(format));
}

} // namespace layerscope
