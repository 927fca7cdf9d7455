// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/accountfiles.h"
#include "exporting/documentexport.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <memory>
#include <optional>

namespace layerscope {

class AccountExportDialog;
class ExportFolder;
class FileChooser;
class LayoutSettings;

/// What became of a whole account that was to be written.
struct WrittenAccount
{
    QString folder;          ///< Of a document, its file
    bool isDocument = false; ///< One file, with a table each
    QStringList files;       ///< Names, in their order; of a document those of the tables
    QStringList missing;     ///< Those that are not there, or are as they were before
    qint64 rows = 0;
    qint64 incompleteRows = 0;
    qint64 unlistedRows = 0; ///< That the account has and that were not listed
    qint64 cutTexts = 0;     ///< Longer than a cell of a workbook holds
};

/// A whole account, from the question to a folder with a file for each kind, or to one document: asks how,
/// waits for values if the person wants that, takes a snapshot of all tables at one moment, and has it
/// written in the background, each file whole or not at all. No filter, and not what is on screen. One at a
/// time. GUI thread; the session outlives it. Destroying it drops what is under way; whole files stay.
///
///     Idle ─begin()▶ Asking ▶ (Loading ▶) Writing ▶ Idle
class AccountExport : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Asking, Loading, Writing };
    Q_ENUM(State)

    AccountExport(AccountSession &session, FileChooser &files, LayoutSettings &settings, QWidget *window);
    ~AccountExport() override;

    /// Opens the dialog. `account`: what its folder is to be called by. `format`: instead of the one that was
    /// chosen last. Nothing while another one is under way.
    void begin(const QString &account, std::optional<FileFormat> format = {});
    /// Opens it again with the last choice, after a failure.
    void beginAgain();
    /// Ends what is under way. Whole files stay, and written() tells of them.
    void cancel();

    [[nodiscard]] State state() const { return m_state; }
    /// Of Loading and Writing: where the files, or the document, will be.
    [[nodiscard]] const QString &folder() const { return m_choice.path; }
    [[nodiscard]] bool isDocument() const { return m_choice.isDocument(); }
    /// Of Writing a document: how far that is.
    [[nodiscard]] const DocumentExport &writingDocument() const { return m_document; }
    /// Of Writing files: what has ended, and how far that is.
    [[nodiscard]] const FilesExport &writing() const { return m_writing; }

Q_SIGNALS:
    /// State or rows written.
    void progressed();
    /// Files are there.
    void written(const layerscope::WrittenAccount &account);
    /// A file was not written, or none; `error` says why, for people. After written(), if any was.
    void failed(const layerscope::ApiError &error);

private:
    void ask(const ExportChoice &choice);
    void proceed(const ExportChoice &choice);
    void loadFirst();
    void remember(const ExportChoice &choice);
    [[nodiscard]] Result<Done> checkPlace() const;
    void write();
    void writeFiles();
    void writeDocument();
    void finishDocument(const Result<CsvSummary> &result);
    void take(const QString &path, const Result<CsvSummary> &result);
    void conclude();
    void fail(const ApiError &error);
    void setState(State state);

    AccountFiles m_files;
    FileChooser &m_chooser;
    LayoutSettings &m_settings;
    QWidget *m_window;
    FilesExport m_writing;
    DocumentExport m_document;
    State m_state = State::Idle;
    QPointer<AccountExportDialog> m_dialog;
    std::optional<FileFormat> m_givenFormat; ///< By who began, not by the person
    ExportChoice m_choice;                   ///< Its path is that of the folder, or of the document.
    std::unique_ptr<ExportFolder> m_folder;
    WrittenAccount m_written;
    QStringList m_toWrite;           ///< Names of files whose end is not heard yet
    std::optional<ApiError> m_error; ///< The first one
    bool m_wasCancelled = false;
};

} // namespace layerscope

Q_DECLARE_METATYPE(layerscope::WrittenAccount)
