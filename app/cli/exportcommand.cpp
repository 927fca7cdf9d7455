// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exportcommand.h"

#include "core/whendone.h"
#include "csv/csvfile.h"
#include "csv/streamdevice.h"
#include "exporting/accountdocument.h"

#include <QDir>
#include <QLocale>
#include <QtConcurrentRun>

#include <algorithm>
#include <chrono>
#include <climits>
#include <iterator>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace layerscope {

namespace {

constexpr std::chrono::milliseconds untilWaiting = 2s;

} // namespace

ExportCommand::ExportCommand(Connection connection, const CommandLine &line, const QString &paceFile,
                             ProgressPrinter &messages, QObject *parent)
    : QObject(parent)
    , m_plan(line.plan)
    , m_messages(messages)
    , m_folder(m_plan.folder)
    , m_load(std::move(connection), line.limits, paceFile, m_plan)
    , m_export(m_load.workers())
    , m_document(m_load.workers())
{
    connect(&m_load, &ExportLoad::progressChanged, this, [this] { m_messages.show(m_load.progress()); });
    connect(&m_load, &ExportLoad::finished, this, &ExportCommand::receive);
    connect(&m_export, &CsvExport::finished, this, &ExportCommand::finishFile);
    connect(&m_export, &CsvExport::progressed, this, &ExportCommand::takeProgress);
    connect(&m_document, &DocumentExport::finished, this, &ExportCommand::finishDocument);
    connect(&m_document, &DocumentExport::progressed, this, &ExportCommand::takeProgress);
    m_untilWaiting.setSingleShot(true);
    m_untilWaiting.setInterval(untilWaiting);
    connect(&m_untilWaiting, &QTimer::timeout, this, &ExportCommand::sayWhatIsWaitedFor);
}

void ExportCommand::start()
{
    const QString &path = m_plan.files.constFirst().path;
    const Result<Done> checked = m_plan.isDocument()       ? checkDocumentPath(path, m_plan.format)
                                 : m_plan.folder.isEmpty() ? checkCsvPath(path)
                                                           : m_folder.check();
    if (!checked) {
        m_messages.say(checked.error().message);
        // From the event loop, as every other end.
        QMetaObject::invokeMethod(
            this, [this] { end(ExitNothingWritten); }, Qt::QueuedConnection);
        return;
    }
    m_load.start();
}

void ExportCommand::cancel()
{
    if (m_isOver)
        return;
    m_cancel.cancel();
    if (m_export.isRunning()) {
        m_export.cancel(); // finishFile() hears of it; a file that was done already stays and is told so
        return;
    }
    if (m_document.isRunning()) {
        m_document.cancel();
        return;
    }
    conclude();
    m_load.stop();
}

// --- what came
// --------------------------------------------------------------------------------------------------

void ExportCommand::receive(const LoadOutcome &outcome)
{
    if (m_isOver)
        return;
    m_messages.clear();
    m_outcome = outcome;
    std::copy_if(m_plan.files.cbegin(), m_plan.files.cend(), std::back_inserter(m_waiting),
                 [this](const ExportFile &file) { return !isHopeless(file); });
    if (!m_waiting.isEmpty() && !m_plan.folder.isEmpty()) {
        if (const Result<Done> made = m_folder.make(); !made) {
            m_messages.say(made.error().message);
            end(ExitNothingWritten);
            return;
        }
    }
    for (const ExportFile &file : std::as_const(m_plan.files)) {
        if (m_plan.files.size() > 1 && isHopeless(file)) {
            m_messages.say(
                tr("\"%1\" was not written: none of it could be loaded.")
                    .arg(m_plan.isDocument() ? file.kind.name : QDir::toNativeSeparators(file.path)));
        }
    }
    if (m_plan.isDocument() && !m_waiting.isEmpty())
        writeDocument();
    else
        arrangeNext();
}

bool ExportCommand::isHopeless(const ExportFile &file) const
{
    return file.kind.isHopeless(m_load.table(*file.kind.table), m_outcome);
}

// --- file after file
// --------------------------------------------------------------------------------------------

void ExportCommand::arrangeNext()
{
    if (m_waiting.isEmpty()) {
        conclude();
        return;
    }
    const ExportFile &file = m_waiting.constFirst();
    const auto work = [table = m_load.table(*file.kind.table), spec = file.spec, cancel = m_cancel] {
        return arrange(table, spec, cancel);
    };
    whenDone(QtConcurrent::run(&m_load.workers(), work), this,
             [this](const std::shared_ptr<const Arrangement> &arrangement) {
                 if (arrangement && !m_isOver)
                     write(arrangement);
             });
}

void ExportCommand::write(const std::shared_ptr<const Arrangement> &arrangement)
{
    const ExportFile &file = m_waiting.constFirst();
    CsvFormat format = CsvFormat::of(m_plan.isExcelPreset ? CsvPreset::Excel : CsvPreset::Plain);
    format.guardsFormulas |= m_plan.guardsFormulas;
    InventoryCsv csv = InventoryCsv::of(m_load.table(*file.kind.table), format);
    csv.rows = arrangement->rowsInOrder();
    csv.undecidedRows = arrangement->undecidedRows.size();
    csv.columns = file.columns;
    m_export.start(csv, file.path);
    if (file.path != "-"_L1 && StreamDevice::isStream(file.path))
        m_untilWaiting.start();
}

void ExportCommand::takeProgress(qint64 rowsWritten)
{
    if (rowsWritten > 0)
        m_untilWaiting.stop();
}

void ExportCommand::sayWhatIsWaitedFor()
{
    const QString &path = m_plan.isDocument() ? m_document.path() : m_export.path();
    m_messages.say(tr("Waiting until something reads \"%1\".").arg(path));
}

void ExportCommand::take(const CsvSummary &written)
{
    ++m_written;
    m_isEachRowComplete &= written.isComplete();
    m_undecidedRows += written.undecidedRows;
    m_cutTexts += written.cutTexts;
}

void ExportCommand::sayFailure(const ApiError &error)
{
    if (error.kind == ApiError::Kind::Cancelled)
        return;
    m_messages.say(error.message);
    m_isStopSaid = m_cancel.isCancelled();
}

void ExportCommand::finishFile(const Result<CsvSummary> &written)
{
    m_untilWaiting.stop();
    m_waiting.removeFirst();
    if (written)
        take(*written);
    else
        sayFailure(written.error());
    if (m_cancel.isCancelled())
        conclude();
    else
        arrangeNext();
}

// --- all of it as one document
// ----------------------------------------------------------------------------------

Document ExportCommand::document() const
{
    Document document{m_plan.format, aboutOf(m_load.account(), m_load.asOf(), m_outcome), {}};
    document.about.filter = m_plan.filterWords;
    for (const ExportFile &file : m_plan.files) {
        if (isHopeless(file)) {
            document.about.leftOut.append(file.kind.name);
            continue;
        }
        DocumentTable table = documentTableOf(file.kind, m_load.table(*file.kind.table));
        table.csv.columns = file.columns;
        table.spec = file.spec;
        document.tables.append(table);
    }
    return document;
}

void ExportCommand::writeDocument()
{
    const QString path = m_waiting.constFirst().path;
    m_document.start(document(), path);
    if (path != "-"_L1 && StreamDevice::isStream(path))
        m_untilWaiting.start();
}

void ExportCommand::finishDocument(const Result<CsvSummary> &written)
{
    m_untilWaiting.stop();
    m_waiting.clear();
    if (written)
        take(*written);
    else
        sayFailure(written.error());
    conclude();
}

// --- the end
// ----------------------------------------------------------------------------------------------------

void ExportCommand::conclude()
{
    const qsizetype files = m_plan.fileCount();
    const bool wasStopped = m_cancel.isCancelled() && m_written < files;
    if (m_written == 0) {
        m_folder.removeIfUnused();
        if (wasStopped && !m_isStopSaid)
            m_messages.say(tr("Stopped. Nothing was written."));
        else if (!wasStopped)
            sayReasons();
        end(ExitNothingWritten);
        return;
    }
    const bool isComplete = m_outcome.isComplete() && m_isEachRowComplete;
    if (m_written == files && isComplete) {
        end(ExitComplete);
        return;
    }
    if (m_written < files) {
        //: %1 and %2 are numbers.
        const QString count = tr("%1 of %2 files were written.").arg(m_written).arg(files);
        m_messages.say(wasStopped ? tr("Stopped. %1").arg(count) : count);
    }
    if (!isComplete) {
        m_messages.say(files == 1 ? tr("The file was written, but it is not complete.")
                                  : tr("What was written is not complete."));
        sayReasons();
    }
    end(ExitIncomplete);
}

void ExportCommand::sayReasons()
{
    if (m_undecidedRows > 0) {
        const auto plural = static_cast<int>(std::min<qint64>(m_undecidedRows, INT_MAX));
        //: %1 is the number
        m_messages.say(tr("The filter cannot tell whether %1 rows belong in the file: the values it needs "
                          "are not known.",
                          nullptr, plural)
                           .arg(QLocale().toString(m_undecidedRows)));
    }
    if (m_cutTexts > 0) {
        m_messages.say(tr("Texts that are longer than a cell of a workbook holds were cut: %1.")
                           .arg(QLocale().toString(m_cutTexts)));
    }
    for (const QString &reason : m_outcome.reasons())
        m_messages.say(reason);
    for (const CauseTally::Cause &cause : m_load.failureCauses())
        //: %1 is why calls failed, e.g. "503 Service Unavailable"
        m_messages.say(tr("%1: %n calls", nullptr, cause.calls).arg(cause.words));
}

void ExportCommand::end(ExitCode code)
{
    if (m_isOver)
        return;
    m_isOver = true;
    Q_EMIT finished(code);
}

} // namespace layerscope
