// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/canceltoken.h"
#include "core/result.h"
#include "csv/csvformat.h"
#include "inventory/inventorytable.h"

#include <QIODevice>
#include <QList>
#include <QMetaType>

#include <functional>

namespace layerscope {

/// What is to be written: rows of a snapshot in view order, and columns in view order. A value; cheap to
/// copy.
struct InventoryCsv
{
    InventoryTable table;
    QList<int> rows;
    QList<ColumnIndex> columns;
    CsvFormat format;
    /// What the file cannot show; handed on to its summary.
    qint64 undecidedRows = 0; ///< Of which the filter could not tell whether they belong in it.
    qint64 unlistedRows = 0;  ///< That the account has and that were not listed.

    /// All rows and the default columns; replace what is wanted otherwise.
    [[nodiscard]] static InventoryCsv of(const InventoryTable &table, CsvFormat format = {});
};

/// What a file came to: rows by row_state, as far as the columns written go.
struct CsvSummary
{
    qint64 rows = 0;
    qint64 completeRows = 0;
    qint64 partialRows = 0;
    qint64 refusedRows = 0;
    qint64 failedRows = 0;
    qint64 goneRows = 0;
    qint64 bytes = 0; ///< Those of the file.
    qint64 undecidedRows = 0;
    qint64 unlistedRows = 0;
    qint64 cutTexts = 0; ///< Longer than the format bears: never of CSV, which bears any.

    bool operator==(const CsvSummary &) const = default;
    void add(RowState state); ///< One more row, which is in this state.
    CsvSummary &operator+=(const CsvSummary &other);
    /// Each row that belongs in it is in it, with all of its values.
    [[nodiscard]] bool isComplete() const
    {
        return completeRows == rows && undecidedRows == 0 && unlistedRows == 0 && cutTexts == 0;
    }
};

/// Called with the number of rows written so far, on the writing thread, every few thousand rows and at the
/// end.
using CsvProgress = std::function<void(qint64 rowsWritten)>;

/// Writes the header and the rows to an open device: numbers raw and whole, dates in UTC, flags as true and
/// false, unknown and empty cells as empty fields; old values of a reload are written, the row is then
/// "partial". Blocking; for workers. Errors: Cancelled, or Storage from the device; what was written until
/// then is no whole file. Cost: O(rows × columns).
[[nodiscard]] Result<CsvSummary> writeInventoryCsv(const InventoryCsv &csv, QIODevice &device,
                                                   const CancelToken &cancel,
                                                   const CsvProgress &progress = {});

} // namespace layerscope

Q_DECLARE_METATYPE(layerscope::CsvSummary)
