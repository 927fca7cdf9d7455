// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/accountexport.h"

#include "dialogs/accountexportdialog.h"
#include "dialogs/exportformatlines.h"
#include "dialogs/exportpaths.h"
#include "exporting/exportfolder.h"
#include "session/accountsession.h"
#include "session/layoutsettings.h"

#include <QDir>
#include <QFileInfo>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

AccountExport::AccountExport(AccountSession &session, FileChooser &files, LayoutSettings &settings,
                             QWidget *window)
    : QObject(window)
    , m_files(session)
    , m_chooser(files)
    , m_settings(settings)
    , m_window(window)
    , m_writing(session.client().workers())
    , m_document(session.client().workers())
{
    connect(&m_writing, &FilesExport::progressed, this, &AccountExport::progressed);
    connect(&m_writing, &FilesExport::fileFinished, this, &AccountExport::take);
    connect(&m_writing, &FilesExport::finished, this, &AccountExport::conclude);
    connect(&m_document, &DocumentExport::progressed, this, &AccountExport::progressed);
    connect(&m_document, &DocumentExport::finished, this, &AccountExport::finishDocument);
}

AccountExport::~AccountExport()
{
    if (!m_dialog)
        return;
    m_dialog->disconnect(this);
    m_dialog->reject(); // it speaks of the account
}

void AccountExport::begin(const QString &account, std::optional<FileFormat> format)
{
    if (m_state != State::Idle)
        return;
    ExportChoice choice;
    choice.scope = ExportScope::All;
    choice.hasAllColumns = true;
    recallFormat(m_settings, choice);
    choice.format = format.value_or(choice.format);
    m_givenFormat = format;
    const QString name = fileNameOf(account);
    choice.path = QDir(usualExportFolder(m_settings))
                      .absoluteFilePath(withToday(name.isEmpty() ? u"layerscope"_s : name));
    if (choice.isDocument())
        choice.path += suffixOf(choice.format);
    ask(choice);
}

void AccountExport::beginAgain()
{
    if (m_state == State::Idle && !m_choice.path.isEmpty())
        ask(m_choice);
}

void AccountExport::ask(const ExportChoice &choice)
{
    m_dialog = new AccountExportDialog(m_files, m_chooser, choice, m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &QDialog::accepted, this, [this] { proceed(m_dialog->choice()); });
    connect(m_dialog, &QDialog::rejected, this, [this] { setState(State::Idle); });
    setState(State::Asking);
    m_dialog->open();
}

void AccountExport::cancel()
{
    switch (m_state) {
    case State::Idle:
        break;
    case State::Asking:
        m_dialog->reject();
        break;
    case State::Loading:
        m_files.session().loader().disconnect(this);
        m_files.wantNoColumns();
        setState(State::Idle);
        break;
    case State::Writing:
        m_wasCancelled = true;
        m_writing.cancel(); // that of the two that runs
        m_document.cancel();
        break;
    }
}

void AccountExport::proceed(const ExportChoice &choice)
{
    m_choice = choice;
    m_choice.path = QDir(m_settings.exportFolder()).absoluteFilePath(choice.path);
    m_folder = std::make_unique<ExportFolder>(m_choice.path);
    if (const Result<Done> checked = checkPlace(); !checked) {
        fail(checked.error());
        return;
    }
    m_settings.setExportFolder(QFileInfo(m_choice.path).absolutePath());
    remember(choice);
    if (choice.waitsForValues)
        loadFirst();
    else
        write();
}

/// A format that came with the menu's entry is not the one that the person usually wants.
void AccountExport::remember(const ExportChoice &choice)
{
    ExportChoice usual = choice;
    if (choice.format == m_givenFormat) {
        recallFormat(m_settings, usual);
        usual.hasTitles = choice.hasTitles;
    }
    rememberFormat(m_settings, usual);
}

Result<Done> AccountExport::checkPlace() const
{
    return m_choice.isDocument() ? checkDocumentPath(m_choice.path, m_choice.format) : m_folder->check();
}

void AccountExport::loadFirst()
{
    setState(State::Loading);
    m_files.wantColumns(m_choice.hasAllColumns);
    AccountLoader &loader = m_files.session().loader();
    if (loader.state() != AccountLoader::State::Finished)
        loader.resume(); // nothing while it runs
    if (!loader.isRunning()) {
        write();
        return;
    }
    connect(&loader, &AccountLoader::finished, this, [this](const LoadOutcome &outcome) {
        m_files.session().loader().disconnect(this);
        // A load that was stopped or broke off brought what it could; the person should say what now.
        if (outcome.wasStopped)
            fail(ApiError::withMessage(ApiError::Kind::InvalidRequest,
                                       tr("The load was stopped, so no file was written.")));
        else if (outcome.fatal)
            fail(*outcome.fatal);
        else
            write();
    });
}

void AccountExport::write()
{
    m_written = {};
    m_written.folder = m_choice.path;
    m_written.isDocument = m_choice.isDocument();
    m_toWrite.clear();
    m_error.reset();
    m_wasCancelled = false;
    if (m_choice.isDocument())
        writeDocument();
    else
        writeFiles();
}

void AccountExport::writeDocument()
{
    const Document document = m_files.document(m_choice);
    m_files.wantNoColumns();
    m_written.missing = document.about.leftOut;
    if (document.tables.isEmpty()) {
        conclude();
        return;
    }
    for (const DocumentTable &table : document.tables)
        m_toWrite.append(table.name);
    setState(State::Writing);
    m_document.start(document, m_choice.path);
}

void AccountExport::finishDocument(const Result<CsvSummary> &result)
{
    if (result) {
        m_written.files = std::exchange(m_toWrite, {});
        m_written.rows = result->rows;
        m_written.incompleteRows = result->rows - result->completeRows;
        m_written.unlistedRows = result->unlistedRows;
        m_written.cutTexts = result->cutTexts;
    } else if (result.error().kind != ApiError::Kind::Cancelled) {
        m_error = result.error();
    }
    conclude();
}

void AccountExport::writeFiles()
{
    const AccountFiles::Snapshot snapshot = m_files.snapshot(m_choice);
    m_files.wantNoColumns();
    m_written.missing = snapshot.hopeless;
    if (!snapshot.files.isEmpty()) {
        if (const Result<Done> made = m_folder->make(); !made) {
            fail(made.error());
            return;
        }
    }
    for (const FilesExport::File &file : snapshot.files)
        m_toWrite.append(QFileInfo(file.path).fileName());
    setState(State::Writing);
    m_writing.start(snapshot.files);
}

void AccountExport::take(const QString &path, const Result<CsvSummary> &result)
{
    const QString name = QFileInfo(path).fileName();
    m_toWrite.removeOne(name);
    if (result) {
        m_written.files.append(name);
        m_written.rows += result->rows;
        m_written.incompleteRows += result->rows - result->completeRows;
        m_written.unlistedRows += result->unlistedRows;
        return;
    }
    m_written.missing.append(name);
    if (!m_error && result.error().kind != ApiError::Kind::Cancelled)
        m_error = result.error();
}

void AccountExport::conclude()
{
    m_written.missing += std::exchange(m_toWrite, {});
    const bool isAnyWritten = !m_written.files.isEmpty();
    if (!isAnyWritten)
        m_folder->removeIfUnused(); // of a document it was never made
    setState(State::Idle);
    if (isAnyWritten)
        Q_EMIT written(m_written);
    if (m_error)
        Q_EMIT failed(*m_error);
    else if (!isAnyWritten && !m_wasCancelled)
        Q_EMIT failed(ApiError::withMessage(ApiError::Kind::Storage,
                                            tr("Nothing of the account could be loaded, so no file was "
                                               "written.")));
}

void AccountExport::fail(const ApiError &error)
{
    m_files.wantNoColumns();
    setState(State::Idle);
    if (error.kind != ApiError::Kind::Cancelled)
        Q_EMIT failed(error);
}

void AccountExport::setState(State state)
{
    m_state = state;
    Q_EMIT progressed();
}

} // namespace layerscope
