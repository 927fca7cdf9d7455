// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv/csvfile.h"

#include "csv/wholefile.h"

namespace layerscope {

Result<Done> checkCsvPath(const QString &path)
{
    return checkWholeFile(path, FileContent::Text);
}

Result<CsvSummary> writeCsvFile(const InventoryCsv &csv, const QString &path, const CancelToken &cancel,
                                const CsvProgress &progress)
{
    CsvSummary summary;
    const auto write = [&](QIODevice &device, bool isTerminal) -> Result<Done> {
        InventoryCsv shown = csv;
        shown.format.hidesControls |= isTerminal;
        const Result<CsvSummary> written = writeInventoryCsv(shown, device, cancel, progress);
        if (!written)
            return Unexpected(written.error());
        summary = *written;
        return Done();
    };
    if (const Result<Done> written = writeWholeFile(path, FileContent::Text, cancel, write); !written)
        return Unexpected(written.error());
    return summary;
}

} // namespace layerscope
