// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/filesexport.h"

#include "core/whendone.h"

#include <QtConcurrentRun>

namespace layerscope {

FilesExport::FilesExport(QThreadPool &pool, QObject *parent)
    : QObject(parent)
    , m_pool(pool)
    , m_export(pool)
{
    connect(&m_export, &CsvExport::progressed, this, [this](qint64 written, qint64 rows) {
        m_shareOfFile = rows > 0 ? double(written) / double(rows) : 0;
        Q_EMIT progressed();
    });
    connect(&m_export, &CsvExport::finished, this, &FilesExport::finishFile);
}

void FilesExport::start(const QList<File> &files)
{
    Q_ASSERT(!m_isRunning);
    m_isRunning = true;
    m_cancel = CancelToken();
    m_waiting = files;
    m_fileCount = files.size();
    // From the event loop also of no file, as every other end.
    const auto begin = [this, cancel = m_cancel] {
        if (!cancel.isCancelled())
            arrangeNext();
    };
    QMetaObject::invokeMethod(this, begin, Qt::QueuedConnection);
}

void FilesExport::cancel()
{
    if (!m_isRunning)
        return;
    m_cancel.cancel();
    if (m_export.isRunning())
        m_export.cancel(); // finishFile() hears of it
    else
        end();
}

double FilesExport::share() const
{
    return m_fileCount > 0 ? (double(endedFiles()) + m_shareOfFile) / double(m_fileCount) : 0;
}

void FilesExport::arrangeNext()
{
    m_shareOfFile = 0;
    if (m_waiting.isEmpty()) {
        end();
        return;
    }
    const File &file = m_waiting.constFirst();
    const auto work = [table = file.csv.table, spec = file.spec, cancel = m_cancel] {
        return arrange(table, spec, cancel);
    };
    whenDone(QtConcurrent::run(&m_pool, work), this,
             [this, cancel = m_cancel](const std::shared_ptr<const Arrangement> &arrangement) {
                 if (arrangement && !cancel.isCancelled())
                     write(arrangement);
             });
    Q_EMIT progressed(); // at last: who hears of it may give up
}

void FilesExport::write(const std::shared_ptr<const Arrangement> &arrangement)
{
    File &file = m_waiting.first();
    file.csv.rows = arrangement->rowsInOrder();
    file.csv.undecidedRows = arrangement->undecidedRows.size();
    m_export.start(file.csv, file.path);
}

void FilesExport::finishFile(const Result<CsvSummary> &result)
{
    const File file = m_waiting.takeFirst();
    m_shareOfFile = 0;
    Q_EMIT fileFinished(file.path, result);
    if (!m_isRunning) // who heard of it gave up
        return;
    if (m_cancel.isCancelled())
        end();
    else
        arrangeNext();
}

void FilesExport::end()
{
    m_isRunning = false;
    m_waiting.clear();
    Q_EMIT finished();
}

} // namespace layerscope
