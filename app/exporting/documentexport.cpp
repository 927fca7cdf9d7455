// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/documentexport.h"

#include <QPromise>
#include <QtConcurrent>

namespace layerscope {

namespace {

void writeInBackground(QPromise<Result<CsvSummary>> &promise, const Document &document, const QString &path,
                       const CancelToken &cancel)
{
    const auto tell = [&promise, isRangeTold = false](qint64 written, qint64 rows) mutable {
        if (!isRangeTold)
            promise.setProgressRange(0, static_cast<int>(rows));
        isRangeTold = true;
        promise.setProgressValue(static_cast<int>(written));
    };
    promise.addResult(writeDocument(document, path, cancel, tell));
}

} // namespace

DocumentExport::DocumentExport(QThreadPool &pool, QObject *parent)
    : QObject(parent)
    , m_pool(pool)
{
    connect(&m_watcher, &QFutureWatcherBase::progressRangeChanged, this,
            [this](int /*least*/, int rows) { m_totalRows = rows; });
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this, [this](int rows) {
        m_writtenRows = rows;
        Q_EMIT progressed(m_writtenRows, m_totalRows);
    });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &DocumentExport::handleFinished);
}

DocumentExport::~DocumentExport()
{
    cancel();
}

void DocumentExport::start(const Document &document, const QString &path)
{
    Q_ASSERT(!m_isRunning);
    m_isRunning = true;
    m_cancel = CancelToken();
    m_path = path;
    m_writtenRows = 0;
    m_totalRows = 0;
    m_watcher.setFuture(QtConcurrent::run(&m_pool, writeInBackground, document, path, m_cancel));
}

void DocumentExport::cancel()
{
    m_cancel.cancel();
}

void DocumentExport::handleFinished()
{
    m_isRunning = false;
    // Without a result the pool was cleared before the work began.
    Q_EMIT finished(m_watcher.future().resultCount() > 0
                        ? m_watcher.result()
                        : Unexpected(ApiError::make(ApiError::Kind::Cancelled)));
}

} // namespace layerscope
