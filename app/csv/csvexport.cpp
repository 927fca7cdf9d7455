// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv/csvexport.h"

#include "csv/csvfile.h"

#include <QPromise>
#include <QtConcurrent>

namespace layerscope {

namespace {

void work(QPromise<Result<CsvSummary>> &promise, const InventoryCsv &csv, const QString &path,
          const CancelToken &cancel)
{
    promise.setProgressRange(0, static_cast<int>(csv.rows.size()));
    promise.addResult(writeCsvFile(
        csv, path, cancel, [&promise](qint64 rows) { promise.setProgressValue(static_cast<int>(rows)); }));
}

} // namespace

CsvExport::CsvExport(QThreadPool &pool, QObject *parent)
    : QObject(parent)
    , m_pool(pool)
{
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this,
            [this](int rows) { Q_EMIT progressed(rows, m_rows); });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &CsvExport::handleFinished);
}

CsvExport::~CsvExport()
{
    cancel();
}

void CsvExport::start(const InventoryCsv &csv, const QString &path)
{
    Q_ASSERT(!m_isRunning);
    m_isRunning = true;
    m_cancel = CancelToken();
    m_path = path;
    m_rows = csv.rows.size();
    m_watcher.setFuture(QtConcurrent::run(&m_pool, work, csv, path, m_cancel));
}

void CsvExport::cancel()
{
    m_cancel.cancel();
}

void CsvExport::handleFinished()
{
    m_isRunning = false;
    // Without a result the pool was cleared before the work began.
    Q_EMIT finished(m_watcher.future().resultCount() > 0
                        ? m_watcher.result()
                        : Unexpected(ApiError::make(ApiError::Kind::Cancelled)));
}

} // namespace layerscope
