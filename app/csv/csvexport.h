// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csv/inventorycsv.h"

#include <QFutureWatcher>
#include <QObject>
#include <QString>
#include <QThreadPool>

namespace layerscope {

/// Writes a CSV file in the background. GUI thread; one file at a time; the pool must outlive it. Destroying
/// it while it runs cancels the work, which then leaves no file behind.
///
///     start() → progressed()… → finished()
class CsvExport : public QObject
{
    Q_OBJECT

public:
    explicit CsvExport(QThreadPool &pool, QObject *parent = nullptr);
    ~CsvExport() override;

    /// Precondition: not running. `path` as for writeCsvFile().
    void start(const InventoryCsv &csv, const QString &path);
    /// Ends soon with finished(Cancelled), unless the file was done already.
    void cancel();

    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] const QString &path() const { return m_path; }

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
    qint64 m_rows = 0;
    bool m_isRunning = false;
};

} // namespace layerscope
