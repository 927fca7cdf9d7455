// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exportflow.h"

#include "core/whendone.h"
#include "dialogs/exportdialog.h"
#include "dialogs/exportformatlines.h"
#include "dialogs/exportpaths.h"
#include "exporting/accountdocument.h"
#include "session/accountsession.h"
#include "session/layoutsettings.h"

#include <QDir>
#include <QFileInfo>
#include <QtConcurrentRun>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

ExportFlow::ExportFlow(FileChooser &files, LayoutSettings &settings, QWidget *window)
    : QObject(window)
    , m_window(window)
    , m_files(files)
    , m_settings(settings)
{}

ExportFlow::~ExportFlow() = default;

void ExportFlow::begin(std::shared_ptr<const ExportSubject> subject, ExportScope scope)
{
    if (m_state != State::Idle)
        return;
    m_subject = std::move(subject);
    ExportChoice choice;
    choice.scope = scope;
    choice.hasAllColumns = scope == ExportScope::All; // everything: not only the rows
    recallFormat(m_settings, choice);
    choice.path = suggestedPath(choice.format);
    ask(choice);
}

void ExportFlow::beginAgain()
{
    if (m_state == State::Idle && m_subject)
        ask(m_choice);
}

void ExportFlow::ask(const ExportChoice &choice)
{
    m_dialog = new ExportDialog(m_subject, m_files, choice, m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &QDialog::accepted, this, [this] { proceed(m_dialog->choice()); });
    connect(m_dialog, &QDialog::rejected, this, [this] { setState(State::Idle); });
    setState(State::Asking);
    m_dialog->open();
}

void ExportFlow::cancel()
{
    const std::shared_ptr<const ExportSubject> subject = std::exchange(m_subject, nullptr);
    if (m_state == State::Idle)
        return;
    if (m_dialog) {
        m_dialog->disconnect(this);
        m_dialog->reject();
    }
    m_cancelArranging.cancel();
    if (subject) {
        subject->session().loader().disconnect(this);
        subject->setExportColumns({});
    }
    m_writing.reset();
    m_document.reset();
    setState(State::Idle);
}

void ExportFlow::proceed(const ExportChoice &choice)
{
    m_choice = choice;
    m_choice.path = QDir(m_settings.exportFolder()).absoluteFilePath(choice.path);
    m_settings.setExportFolder(QFileInfo(m_choice.path).absolutePath());
    rememberFormat(m_settings, choice);

    m_columns = m_subject->columns(choice.hasAllColumns);
    m_filterWords = m_subject->filterWords(choice.scope);
    m_selectedKeys.clear();
    if (choice.scope == ExportScope::Selected) {
        const InventoryTable &table = m_subject->table();
        for (int row : m_subject->rows(ExportScope::Selected))
            m_selectedKeys.insert(table.key(row));
    }
    if (choice.waitsForValues)
        loadFirst(m_subject->agree(choice.scope));
    else if (choice.scope == ExportScope::All)
        arrangeAndWrite(m_subject->agree(choice.scope));
    else // just as it stands on screen
        write(m_subject->table(),
              {m_subject->rows(choice.scope), m_subject->undecidedRows(choice.scope).size()});
}

void ExportFlow::loadFirst(const ExportSubject::Agreement &agreement)
{
    setState(State::Loading);
    ColumnSet columns;
    for (ColumnIndex column : m_columns)
        columns.set(static_cast<std::size_t>(column));
    m_subject->setExportColumns(columns);
    AccountLoader &loader = m_subject->session().loader();
    if (loader.state() == AccountLoader::State::Stopped || loader.state() == AccountLoader::State::Failed)
        loader.start();
    if (!loader.isRunning()) {
        arrangeAndWrite(agreement);
        return;
    }
    connect(&loader, &AccountLoader::finished, this, [this, agreement](const LoadOutcome &outcome) {
        m_subject->session().loader().disconnect(this);
        // A load that was stopped or broke off brought what it could; the person should say what now.
        if (outcome.wasStopped)
            fail(ApiError::withMessage(ApiError::Kind::InvalidRequest,
                                       tr("The load was stopped, so no file was written.")));
        else if (outcome.fatal)
            fail(*outcome.fatal);
        else
            arrangeAndWrite(agreement);
    });
}

void ExportFlow::arrangeAndWrite(const ExportSubject::Agreement &agreement)
{
    setState(State::Writing);
    m_subject->setExportColumns({});
    const InventoryTable table = m_subject->table();
    m_cancelArranging = CancelToken();
    const CancelToken token = m_cancelArranging;
    const auto work = [arrange = agreement(), token] { return arrange(token); };
    whenDone(QtConcurrent::run(&m_subject->session().client().workers(), work), this,
             [this, table, token](ExportSubject::Rows rows) {
                 if (token.isCancelled())
                     return;
                 if (m_choice.scope == ExportScope::Selected)
                     rows.rows.removeIf(
                         [this, &table](int row) { return !m_selectedKeys.contains(table.key(row)); });
                 write(table, rows);
             });
}

void ExportFlow::write(const InventoryTable &table, const ExportSubject::Rows &rows)
{
    m_writtenRows = 0;
    m_totalRows = rows.rows.size();
    setState(State::Writing);
    InventoryCsv csv{table, rows.rows, m_columns, formatOf(m_choice)};
    csv.undecidedRows = rows.undecided;
    csv.unlistedRows = m_choice.scope == ExportScope::Selected ? 0 : m_subject->unlistedRows();
    if (m_choice.isDocument())
        writeDocument(csv);
    else
        writeCsv(csv);
}

void ExportFlow::writeCsv(const InventoryCsv &csv)
{
    m_writing = std::make_unique<CsvExport>(m_subject->session().client().workers());
    connect(m_writing.get(), &CsvExport::progressed, this, &ExportFlow::takeProgress);
    connect(m_writing.get(), &CsvExport::finished, this, [this](const Result<CsvSummary> &result) {
        m_writing.release()->deleteLater(); // it is still sending
        finish(result);
    });
    m_writing->start(csv, m_choice.path);
}

void ExportFlow::writeDocument(const InventoryCsv &csv)
{
    AccountSession &session = m_subject->session();
    const TableSpec &spec = tableSpec(csv.table.catalogue());
    Document document{
        m_choice.format,
        aboutOf(session.loader().account(), session.asOf(), session.loader().outcome().only({&spec})),
        {}};
    document.about.filter = m_filterWords;
    if (const std::optional<ExportKind> kind = ExportKind::find(QString::fromLatin1(spec.key))) {
        DocumentTable table = documentTableOf(*kind, csv.table);
        table.csv = csv;
        table.spec.reset(); // they are in order
        document.tables.append(table);
    }
    m_document = std::make_unique<DocumentExport>(session.client().workers());
    connect(m_document.get(), &DocumentExport::progressed, this, &ExportFlow::takeProgress);
    connect(m_document.get(), &DocumentExport::finished, this, [this](const Result<CsvSummary> &result) {
        m_document.release()->deleteLater(); // it is still sending
        finish(result);
    });
    m_document->start(document, m_choice.path);
}

void ExportFlow::takeProgress(qint64 written, qint64 total)
{
    m_writtenRows = written;
    m_totalRows = total;
    Q_EMIT progressed();
}

void ExportFlow::finish(const Result<CsvSummary> &result)
{
    if (!result) {
        fail(result.error());
        return;
    }
    setState(State::Idle);
    Q_EMIT written(m_choice.path, *result);
}

void ExportFlow::fail(const ApiError &error)
{
    if (m_subject)
        m_subject->setExportColumns({});
    setState(State::Idle);
    if (error.kind != ApiError::Kind::Cancelled)
        Q_EMIT failed(error);
}

void ExportFlow::setState(State state)
{
    m_state = state;
    Q_EMIT progressed();
}

QString ExportFlow::suggestedPath(FileFormat format) const
{
    return QDir(usualExportFolder(m_settings))
        .absoluteFilePath(withToday(m_subject->fileStem()) + suffixOf(format));
}

} // namespace layerscope
