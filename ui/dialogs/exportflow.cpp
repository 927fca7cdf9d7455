// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exportflow.h"

#include "core/whendone.h"
#include "dialogs/exportdialog.h"
#include "views/serversview.h"
#include "window/accountpage.h"
#include "window/accountsession.h"
#include "window/layoutsettings.h"
#include "window/serverspage.h"

#include <QDate>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
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

void ExportFlow::begin(AccountPage &page, ExportScope scope)
{
    ExportChoice choice;
    choice.scope = scope;
    choice.isForExcel = m_settings.exportsForExcel();
    choice.hasTitles = m_settings.exportsTitles();
    choice.path = suggestedPath();
    ask(page, choice);
}

void ExportFlow::beginAgain(AccountPage &page)
{
    ask(page, m_choice);
}

void ExportFlow::ask(AccountPage &page, const ExportChoice &choice)
{
    if (m_state != State::Idle)
        return;
    m_page = &page;
    const ExportSubject subject(page.session(), *page.servers().view());
    m_dialog = new ExportDialog(subject, m_files, choice, m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &QDialog::accepted, this, [this] { proceed(m_dialog->choice()); });
    connect(m_dialog, &QDialog::rejected, this, [this] { setState(State::Idle); });
    setState(State::Asking);
    m_dialog->open();
}

void ExportFlow::cancel()
{
    if (m_state == State::Idle)
        return;
    if (m_dialog) {
        m_dialog->disconnect(this);
        m_dialog->reject();
    }
    m_cancelArranging.cancel();
    if (m_page) {
        m_page->session().loader().disconnect(this);
        m_page->session().setExportColumns({});
    }
    m_writing.reset();
    setState(State::Idle);
}

void ExportFlow::proceed(const ExportChoice &choice)
{
    m_choice = choice;
    m_choice.path = QDir(m_settings.exportFolder()).absoluteFilePath(choice.path);
    m_settings.setExportFolder(QFileInfo(m_choice.path).absolutePath());
    m_settings.setExportsForExcel(choice.isForExcel);
    m_settings.setExportsTitles(choice.hasTitles);

    const ExportSubject subject(m_page->session(), *m_page->servers().view());
    m_columns = subject.columns(choice.hasAllColumns);
    m_selectedKeys.clear();
    if (choice.scope == ExportScope::Selected) {
        const InventoryTable &table = m_page->session().store().table();
        for (int row : subject.rows(ExportScope::Selected))
            m_selectedKeys.insert(table.key(row));
    }
    if (choice.waitsForValues)
        loadFirst();
    else if (choice.scope == ExportScope::All)
        arrangeAndWrite();
    else
        write(m_page->session().store().table(), subject.rows(choice.scope)); // just as it stands on screen
}

void ExportFlow::loadFirst()
{
    setState(State::Loading);
    AccountSession &session = m_page->session();
    ColumnSet columns;
    for (ColumnIndex column : m_columns)
        columns.set(static_cast<std::size_t>(column));
    session.setExportColumns(columns);
    AccountLoader &loader = session.loader();
    if (loader.state() == AccountLoader::State::Stopped || loader.state() == AccountLoader::State::Failed)
        loader.start();
    if (!loader.isRunning()) {
        arrangeAndWrite();
        return;
    }
    connect(&loader, &AccountLoader::finished, this, [this](const LoadOutcome &outcome) {
        m_page->session().loader().disconnect(this);
        // A load that was stopped or broke off brought what it could; the person should say what now.
        if (outcome.wasStopped)
            cancel();
        else if (outcome.fatal)
            fail(*outcome.fatal);
        else
            arrangeAndWrite();
    });
}

void ExportFlow::arrangeAndWrite()
{
    setState(State::Writing);
    AccountSession &session = m_page->session();
    session.setExportColumns({});
    ArrangementSpec spec = session.servers().spec();
    if (m_choice.scope != ExportScope::Filtered) {
        spec.kind.reset();
        spec.scopeColumn.reset();
        spec.filter = {};
    }
    const InventoryTable table = session.store().table();
    m_cancelArranging = CancelToken();
    const CancelToken token = m_cancelArranging;
    const auto work = [table, spec, token] { return arrange(table, spec, token); };
    whenDone(QtConcurrent::run(&session.client().workers(), work), this,
             [this, table, token](const std::shared_ptr<const Arrangement> &arrangement) {
                 if (token.isCancelled() || !arrangement)
                     return;
                 QList<int> rows = arrangement->rowsInOrder();
                 if (m_choice.scope == ExportScope::Selected)
                     rows.removeIf(
                         [this, &table](int row) { return !m_selectedKeys.contains(table.key(row)); });
                 write(table, rows);
             });
}

void ExportFlow::write(const InventoryTable &table, const QList<int> &rows)
{
    m_writtenRows = 0;
    m_totalRows = rows.size();
    CsvFormat format = CsvFormat::of(m_choice.isForExcel ? CsvPreset::Excel : CsvPreset::Plain);
    format.guardsFormulas = m_choice.guardsFormulas;
    format.hasTitlesAsHeader = m_choice.hasTitles;
    m_writing = std::make_unique<CsvExport>(m_page->session().client().workers());
    connect(m_writing.get(), &CsvExport::progressed, this, [this](qint64 written, qint64 total) {
        m_writtenRows = written;
        m_totalRows = total;
        Q_EMIT progressed();
    });
    connect(m_writing.get(), &CsvExport::finished, this, [this](const Result<CsvSummary> &result) {
        m_writing.release()->deleteLater(); // it is still sending
        if (!result) {
            fail(result.error());
            return;
        }
        setState(State::Idle);
        Q_EMIT written(m_choice.path, *result);
    });
    setState(State::Writing);
    m_writing->start({table, rows, m_columns, format}, m_choice.path);
}

void ExportFlow::fail(const ApiError &error)
{
    if (m_page)
        m_page->session().setExportColumns({});
    setState(State::Idle);
    if (error.kind != ApiError::Kind::Cancelled)
        Q_EMIT failed(error);
}

void ExportFlow::setState(State state)
{
    m_state = state;
    Q_EMIT progressed();
}

QString ExportFlow::suggestedPath() const
{
    QString folder = m_settings.exportFolder();
    if (folder.isEmpty() || !QFileInfo(folder).isDir())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    if (!QFileInfo(folder).isDir())
        folder = QDir::homePath();
    const QString today = QDate::currentDate().toString(Qt::ISODate);
    return QDir(folder).absoluteFilePath(u"servers-"_s + today + u".csv"_s);
}

} // namespace layerscope
