// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commandline.h"
#include "cli/exportload.h"
#include "cli/progressprinter.h"
#include "csv/csvexport.h"
#include "exporting/documentexport.h"
#include "exporting/exportfolder.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace layerscope {

/// `layerscope export`: loads an account once, then for each file arranges the rows as the person asked and
/// writes it; or all of them as one document. A file that cannot be written costs no other. Needs an event
/// loop, no display.
///
///     start() → loads → arranges → writes → finished(exit code)
///        │                 └──◀──────┘ next file   │
///        └───────────────── cancel() ──────────────┘ no file is half written
class ExportCommand : public QObject
{
    Q_OBJECT

public:
    /// `paceFile`: see PaceFile; may be empty. `messages` is where sentences and the progress bar go:
    /// standard error. It must outlive this object.
    ExportCommand(Connection connection, const CommandLine &line, const QString &paceFile,
                  ProgressPrinter &messages, QObject *parent = nullptr);

    void start();
    /// Ends with what was written until then, unless it is over already.
    void cancel();

Q_SIGNALS:
    /// Once.
    void finished(layerscope::ExitCode code);

private:
    void receive(const LoadOutcome &outcome);
    [[nodiscard]] bool isHopeless(const ExportFile &file) const;
    void arrangeNext();
    void write(const std::shared_ptr<const Arrangement> &arrangement);
    void writeDocument();
    [[nodiscard]] Document document() const;
    void takeProgress(qint64 rowsWritten);
    void sayWhatIsWaitedFor();
    void take(const CsvSummary &written);
    void sayFailure(const ApiError &error);
    void finishFile(const Result<CsvSummary> &written);
    void finishDocument(const Result<CsvSummary> &written);
    void conclude();
    void sayReasons();
    void end(ExitCode code);

    ExportPlan m_plan;
    ProgressPrinter &m_messages;
    ExportFolder m_folder;
    ExportLoad m_load;
    CsvExport m_export;        ///< Works in the load's pool, so it ends before the load.
    DocumentExport m_document; ///< So does this one.
    LoadOutcome m_outcome;
    QList<ExportFile> m_waiting; ///< The first one is being written.
    qsizetype m_written = 0;
    bool m_isEachRowComplete = true;
    qint64 m_undecidedRows = 0; ///< By the filters of the files that were written.
    qint64 m_cutTexts = 0;      ///< In a document that bears none as long.
    QTimer m_untilWaiting;      ///< A stream that nothing was written to for so long has no reader.
    CancelToken m_cancel;
    bool m_isStopSaid = false; ///< By what stopped it: a pipe that has a part.
    bool m_isOver = false;
};

} // namespace layerscope
