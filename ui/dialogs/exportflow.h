// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csv/csvexport.h"
#include "dialogs/exportsubject.h"
#include "exporting/documentexport.h"
#include "loaders/accountloader.h"

#include <QObject>
#include <QPointer>
#include <QSet>

#include <memory>

namespace layerscope {

class ExportDialog;
class FileChooser;
class LayoutSettings;

/// One export from the question to the file: asks how, waits for values if the person wants that, takes a
/// snapshot, and has it written in the background, whole or not at all. What was agreed when Export was
/// pressed is written, whatever becomes of the screen meanwhile. One at a time. GUI thread; what the
/// subject speaks of outlives it or cancel() is called before.
///
///     Idle ─begin()▶ Asking ▶ (Loading ▶) Writing ▶ Idle
class ExportFlow : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Asking, Loading, Writing };
    Q_ENUM(State)

    ExportFlow(FileChooser &files, LayoutSettings &settings, QWidget *window);
    ~ExportFlow() override;

    /// Opens the dialog for this scope; of ExportScope::All with all columns. Nothing while another export is
    /// under way.
    void begin(std::shared_ptr<const ExportSubject> subject, ExportScope scope);
    /// Opens it again with the last subject and choice, after a failure.
    void beginAgain();
    /// Drops what is under way; no file is left behind.
    void cancel();

    [[nodiscard]] State state() const { return m_state; }
    /// Of Loading and Writing: where the file will be.
    [[nodiscard]] const QString &path() const { return m_choice.path; }
    /// Of Writing: rows written, rows in all.
    [[nodiscard]] qint64 writtenRows() const { return m_writtenRows; }
    [[nodiscard]] qint64 totalRows() const { return m_totalRows; }

Q_SIGNALS:
    /// State or rows written.
    void progressed();
    /// The file is there. `summary` tells how complete it is.
    void written(const QString &path, const layerscope::CsvSummary &summary);
    /// No file was written; `error` says why, for people.
    void failed(const layerscope::ApiError &error);

private:
    void ask(const ExportChoice &choice);
    void proceed(const ExportChoice &choice);
    void loadFirst(const ExportSubject::Agreement &agreement);
    void arrangeAndWrite(const ExportSubject::Agreement &agreement);
    void write(const InventoryTable &table, const ExportSubject::Rows &rows);
    void writeCsv(const InventoryCsv &csv);
    void writeDocument(const InventoryCsv &csv);
    void takeProgress(qint64 written, qint64 total);
    void finish(const Result<CsvSummary> &result);
    void fail(const ApiError &error);
    void setState(State state);
    [[nodiscard]] QString suggestedPath(FileFormat format) const;

    QWidget *m_window;
    FileChooser &m_files;
    LayoutSettings &m_settings;
    State m_state = State::Idle;
    std::shared_ptr<const ExportSubject> m_subject; ///< None: nothing was asked for since cancel().
    QPointer<ExportDialog> m_dialog;
    ExportChoice m_choice;
    QList<ColumnIndex> m_columns;
    QSet<RowKey> m_selectedKeys; // not row numbers, which may change while values load
    CancelToken m_cancelArranging;
    std::unique_ptr<CsvExport> m_writing;
    std::unique_ptr<DocumentExport> m_document;
    QString m_filterWords; ///< As they were when the person agreed.
    qint64 m_writtenRows = 0;
    qint64 m_totalRows = 0;
};

} // namespace layerscope
