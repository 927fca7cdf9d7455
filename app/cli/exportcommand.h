// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiclient.h"
#include "cli/commandline.h"
#include "cli/progressprinter.h"
#include "csv/csvexport.h"
#include "inventory/arrangement.h"
#include "inventory/inventorystore.h"
#include "loaders/accountloader.h"

#include <QObject>

#include <memory>

namespace layerscope {

/// `layerscope export`: loads an account with the window's own engine, arranges the rows as the person asked
/// and writes the file. Needs an event loop, no display.
///
///     start() → loads → arranges → writes → finished(exit code)
///        └───────────────── cancel() ───────┘ nothing is left behind
class ExportCommand : public QObject
{
    Q_OBJECT

public:
    /// `messages` is where sentences and the progress bar go: standard error. It must outlive this object.
    ExportCommand(Connection connection, CommandLine line, ProgressPrinter &messages,
                  QObject *parent = nullptr);

    void start();
    /// Ends with ExitNothingWritten, unless it is over already.
    void cancel();

Q_SIGNALS:
    /// Once.
    void finished(layerscope::ExitCode code);

private:
    void arrangeRows(const LoadOutcome &outcome);
    void writeRows(const std::shared_ptr<const Arrangement> &arrangement);
    void report(const Result<CsvSummary> &written);
    void end(ExitCode code);

    CommandLine m_line;
    ProgressPrinter &m_messages;
    ApiClient m_client;
    InventoryStore m_store;
    AccountLoader m_loader;
    CsvExport m_export; ///< Works in the client's pool, so it ends before the client.
    LoadOutcome m_outcome;
    InventoryTable m_snapshot;
    CancelToken m_cancel;
    bool m_isOver = false;
};

} // namespace layerscope
