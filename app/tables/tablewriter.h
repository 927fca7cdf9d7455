// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/timestamp.h"
#include "core/decimal.h"
#include "core/result.h"
#include "tables/document.h"

#include <QStringView>

namespace layerscope {

/// Takes a document cell by cell, in the format that it is for. Any one thread, blocking. Errors are kept
/// until finish(); after one, nothing more is written.
///
///     (beginTable() → (add…() a column → endRow())… → endTable())… → finish()
class TableWriter
{
public:
    TableWriter() = default;
    virtual ~TableWriter() = default;
    TableWriter(const TableWriter &) = delete;
    TableWriter &operator=(const TableWriter &) = delete;

    /// Its columns are those of `table.csv`, for each row in their order. `table` outlives endTable().
    virtual void beginTable(const DocumentTable &table) = 0;
    virtual void addText(QStringView text) = 0;
    virtual void addInteger(qint64 number) = 0;
    virtual void addDecimal(Decimal number) = 0;
    virtual void addFlag(bool on) = 0;
    virtual void addTime(Timestamp time) = 0;
    virtual void addEmpty() = 0; ///< Unknown, or truly nothing.
    virtual void endRow() = 0;
    virtual void endTable(const CsvSummary &written) = 0;

    [[nodiscard]] virtual bool hasFailed() const = 0;
    /// Texts that were cut so far, since the format bears none as long.
    [[nodiscard]] virtual qint64 cutTexts() const { return 0; }
    [[nodiscard]] virtual qint64 bytesWritten() const = 0; ///< By the device so far.
    /// Writes out what is left. The error is Storage, with a sentence of its own if it is not the device that
    /// failed.
    virtual Result<Done> finish() = 0;
};

/// Called with the number of rows of this table written so far.
using TableProgress = std::function<void(qint64 rowsWritten)>;

/// Writes one table into a writer: what is unknown and what is empty alike as empty, the state of the row in
/// "row_state". The summary has no bytes. Errors: Cancelled; those of the writer come with its finish().
[[nodiscard]] Result<CsvSummary> writeTable(const DocumentTable &table, TableWriter &writer,
                                            const CancelToken &cancel, const TableProgress &progress = {});

} // namespace layerscope
