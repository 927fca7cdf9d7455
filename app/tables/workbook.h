// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/tablewriter.h"

#include <QIODevice>
#include <QString>

#include <memory>

namespace layerscope {

/// The last row that a sheet can have, its header counted (Excel's own limit).
constexpr qint64 mostRowsOfASheet = 1'048'576;

/// Whether this build has workbooks (LAYERSCOPE_XLSX).
[[nodiscard]] bool canWriteWorkbooks();

/// A writer of a workbook (XLSX): a sheet "About", then one for each table. It is put together in the folder
/// `scratch` and needs room there, about as much as the same rows as CSV, twice; then its bytes go to the
/// device, one after the other. Nothing is left in the folder.
/// One thread, from here to its end. What `about` says lacks nothing; the rest of that sheet follows from
/// the tables. `rowsOfASheet`: for tests. nullptr if canWriteWorkbooks() says no.
[[nodiscard]] std::unique_ptr<TableWriter> makeWorkbook(QIODevice &device, const QString &scratch,
                                                        const DocumentAbout &about, const CancelToken &cancel,
                                                        qint64 rowsOfASheet = mostRowsOfASheet);

} // namespace layerscope
