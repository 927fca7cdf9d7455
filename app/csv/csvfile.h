// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csv/inventorycsv.h"

#include <QString>

namespace layerscope {

/// Writes a CSV file whole or not at all: until the last byte is on the disk, what stood under this name
/// stays as it was.
/// "-" is standard output; that, pipes and devices cannot be taken back, and may take their time: who cancels
/// does not wait for them. Control characters are not written to a terminal (CsvFormat::hidesControls).
/// Blocking; for workers and the command line. Errors: Cancelled, or Storage with a sentence that names the
/// file and what to do (folder missing, path is a folder, not allowed, disk full).
[[nodiscard]] Result<CsvSummary> writeCsvFile(const InventoryCsv &csv, const QString &path,
                                              const CancelToken &cancel, const CsvProgress &progress = {});

/// Whether writeCsvFile() has a chance, before a load that takes a while; with its sentences. Leaves nothing
/// behind, and touches nothing that is there. A few system calls.
[[nodiscard]] Result<Done> checkCsvPath(const QString &path);

} // namespace layerscope
