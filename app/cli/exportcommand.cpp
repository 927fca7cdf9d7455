// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exportcommand.h"

#include "core/whendone.h"

#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

ApiClient::Options clientOptions(const CallLimits &limits)
{
    ApiClient::Options options;
    options.limits = limits;
    return options;
}

ColumnSet setOf(const QList<ColumnIndex> &columns)
{
    ColumnSet set;
    for (const ColumnIndex column : columns)
        set.set(static_cast<std::size_t>(column));
    return set;
}

ArrangementSpec specOf(const CommandLine &line)
{
    ArrangementSpec spec;
    if (line.rowKinds.size() == 1)
        spec.kind = line.rowKinds.constFirst();
    spec.filter = RowFilter::parse(line.filter, serverCatalogue());
    spec.searchedColumns = setOf(line.columns);
    spec.sortColumn = line.sortColumn;
    spec.sortOrder = line.sortOrder;
    return spec;
}

} // namespace

ExportCommand::ExportCommand(Connection connection, CommandLine line, ProgressPrinter &messages,
                             QObject *parent)
    : QObject(parent)
    , m_line(std::move(line))
    , m_messages(messages)
    , m_client(std::move(connection), clientOptions(m_line.limits))
    , m_store(serverCatalogue())
    , m_loader(m_client, m_store)
    , m_export(m_client.workers())
    , m_snapshot(serverCatalogue())
{
    m_loader.setKinds(m_line.rowKinds);
    m_loader.setWantedColumns(setOf(m_line.columns) | specOf(m_line).usedColumns());
    connect(&m_loader, &AccountLoader::progressChanged, this,
            [this] { m_messages.show(m_loader.progress()); });
    connect(&m_loader, &AccountLoader::finished, this, &ExportCommand::arrangeRows);
    connect(&m_export, &CsvExport::finished, this, &ExportCommand::report);
}

void ExportCommand::start()
{
    m_loader.start();
}

void ExportCommand::cancel()
{
    if (m_isOver)
        return;
    m_cancel.cancel();
    if (m_export.isRunning()) {
        m_export.cancel(); // report() hears of it; a file that was done already stays and is told so
        return;
    }
    end(ExitNothingWritten);
    m_messages.say(tr("Stopped. Nothing was written."));
    m_loader.stop();
}

void ExportCommand::arrangeRows(const LoadOutcome &outcome)
{
    if (m_isOver)
        return;
    m_messages.clear();
    m_outcome = outcome;
    m_snapshot = m_store.table();
    const bool anyListFailed =
        std::any_of(outcome.lists.cbegin(), outcome.lists.cend(),
                    [](const LoadOutcome::List &list) { return !list.errors.isEmpty(); });
    if (m_snapshot.rowCount() == 0 && (outcome.fatal || anyListFailed)) {
        for (const QString &reason : outcome.reasons())
            m_messages.say(reason);
        end(ExitNothingWritten);
        return;
    }
    const auto work = [table = m_snapshot, spec = specOf(m_line), cancel = m_cancel] {
        return arrange(table, spec, cancel);
    };
    whenDone(QtConcurrent::run(&m_client.workers(), work), this,
             [this](const std::shared_ptr<const Arrangement> &arrangement) {
                 if (arrangement && !m_isOver)
                     writeRows(arrangement);
             });
}

void ExportCommand::writeRows(const std::shared_ptr<const Arrangement> &arrangement)
{
    InventoryCsv csv = InventoryCsv::of(
        m_snapshot, CsvFormat::of(m_line.isExcelPreset ? CsvPreset::Excel : CsvPreset::Plain));
    csv.rows = arrangement->rowsInOrder();
    csv.columns = m_line.columns;
    m_export.start(csv, m_line.output);
}

void ExportCommand::report(const Result<CsvSummary> &written)
{
    if (!written) {
        m_messages.say(written.error().kind == ApiError::Kind::Cancelled ? tr("Stopped. Nothing was written.")
                                                                         : written.error().message);
        end(ExitNothingWritten);
        return;
    }
    if (m_outcome.isComplete() && written->isComplete()) {
        end(ExitComplete);
        return;
    }
    m_messages.say(tr("The file was written, but it is not complete."));
    for (const QString &reason : m_outcome.reasons())
        m_messages.say(reason);
    end(ExitIncomplete);
}

void ExportCommand::end(ExitCode code)
{
    if (m_isOver)
        return;
    m_isOver = true;
    Q_EMIT finished(code);
}

} // namespace layerscope
