// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/document.h"

#include <QFutureWatcher>
#include <QObject>
#include <QString>
#include <QThreadPool>

namespace layerscope {

/// Writes a document in the background. GUI thread; one at a time; the pool must outlive it. Destroying it
/// while it runs cancels the work, which then leaves no file behind.
///
///     start() → progressed()… → finished()
class DocumentExport : public QObject
{
    Q_OBJECT

public:
    explicit DocumentExport(QThreadPool &pool, QObject *parent = nullptr);
    ~DocumentExport() override;

    /// Precondition: not running. `path` as for writeDocument().
    void start(const Document &document, const QString &path);
    /// Ends with finished(Cancelled), unless the file was done already: soon, but a workbook that is being
    /// put together comes to its end first.
    void cancel();

    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] qint64 writtenRows() const { return m_writtenRows; }
    /// Of all tables, once they are arranged; before, 0.
    [[nodiscard]] qint64 totalRows() const { return m_totalRows; }

Q_SIGNALS:
    /// At most 25 times a second.
    void progressed(qint64 rowsWritten, qint64 rows);
    /// Once for each start(), from the event loop, when isRunning() is false again.
    void finished(const layerscope::Result<layerscope::CsvSummary> &result);

private:
    void handleFinished();

    QThreadPool &m_pool;
    QFutureWatcher<Result<CsvSummary>> m_watcher;
    CancelToken m_cancel;
    QString m_path;
    qint64 m_writtenRows = 0;
    qint64 m_totalRows = 0;
    bool m_isRunning = false;
};

} // namespace layerscope
