// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csv/csvexport.h"
#include "inventory/arrangement.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QThreadPool>

#include <memory>

namespace layerscope {

/// Arranges tables and writes each to its file, one after the other, in the background. A file that cannot be
/// written costs no other. GUI thread; the pool outlives it. Destroying it while it runs leaves whole files
/// and no half one.
///
///     start() → (progressed()… → fileFinished())… → finished()
class FilesExport : public QObject
{
    Q_OBJECT

public:
    struct File
    {
        InventoryCsv csv; ///< Its rows, and which of them are undecided, are those of the arrangement.
        ArrangementSpec spec;
        QString path;
    };

    explicit FilesExport(QThreadPool &pool, QObject *parent = nullptr);

    /// Precondition: not running. Of no file it is an end from the event loop, too.
    void start(const QList<File> &files);
    /// finished() comes at once, or as soon as the file that is being written has ended, which leaves it out
    /// or whole.
    void cancel();

    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] qsizetype fileCount() const { return m_fileCount; }
    /// Those that ended, written or not.
    [[nodiscard]] qsizetype endedFiles() const { return m_fileCount - m_waiting.size(); }
    /// 0 to 1: how far it is, each file counting as much as another.
    [[nodiscard]] double share() const;

Q_SIGNALS:
    void progressed();
    void fileFinished(const QString &path, const layerscope::Result<layerscope::CsvSummary> &result);
    /// Once for each start().
    void finished();

private:
    void arrangeNext();
    void write(const std::shared_ptr<const Arrangement> &arrangement);
    void finishFile(const Result<CsvSummary> &result);
    void end();

    QThreadPool &m_pool;
    CsvExport m_export;
    CancelToken m_cancel;
    QList<File> m_waiting; ///< The first one is being arranged or written.
    qsizetype m_fileCount = 0;
    double m_shareOfFile = 0;
    bool m_isRunning = false;
};

} // namespace layerscope
