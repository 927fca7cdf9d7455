// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tables/documents.h"
#include "exporting/documentexport.h"
#include "support/testmain.h"

#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

using namespace Qt::Literals::StringLiterals;
using namespace layerscope;

namespace {

/// What finished() said last.
struct DocumentEnding
{
    std::optional<Result<CsvSummary>> result;
    explicit DocumentEnding(const DocumentExport &job)
    {
        QObject::connect(&job, &DocumentExport::finished, &job,
                         [this](const Result<CsvSummary> &ended) { result = ended; });
    }
};

} // namespace

class TestDocumentExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void inTheBackground();
    void cancelledInTheBackground();
    void againAfterTheFirst();
    void destroyedWhileRunning();
    void clearedPool();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"s.json"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QThreadPool m_pool;
};

void TestDocumentExport::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_pool.setMaxThreadCount(1);
}

void TestDocumentExport::inTheBackground()
{
    for (const FileFormat format : writableFormats()) {
        if (format == FileFormat::Csv)
            continue;
        DocumentExport job(m_pool);
        DocumentEnding ending(job);
        QList<std::pair<qint64, qint64>> told;
        connect(&job, &DocumentExport::progressed, &job, [&told](qint64 rows, qint64 all) {
            told.append({rows, all});
        });
        QVERIFY(!job.isRunning());
        job.start(numberedDocument(format, 20'000), path());
        QVERIFY(job.isRunning());
        QCOMPARE(job.path(), path());
        QTRY_VERIFY(ending.result);
        QVERIFY(!job.isRunning());
        QVERIFY(*ending.result);
        QCOMPARE(ending.result->value().rows, 20'000);
        QCOMPARE(ending.result->value().bytes, bytesOfFile(path()).size());
        QVERIFY(!told.isEmpty());
        QCOMPARE(told.last(), (std::pair<qint64, qint64>(20'000, 20'000)));
        QCOMPARE(job.writtenRows(), 20'000);
        QCOMPARE(job.totalRows(), 20'000);
    }
    QCOMPARE(namesIn(m_folder->path()), QStringList{u"s.json"_s});
}

void TestDocumentExport::cancelledInTheBackground()
{
    QSemaphore gate;
    m_pool.start([&gate] { gate.acquire(); }); // the export waits behind this
    DocumentExport job(m_pool);
    DocumentEnding ending(job);
    job.start(numberedDocument(FileFormat::Json, 20'000), path());
    job.cancel();
    QVERIFY(job.isRunning());
    gate.release();
    QTRY_VERIFY(ending.result);
    QVERIFY(!*ending.result);
    QVERIFY(ending.result->error().kind == ApiError::Kind::Cancelled);
    QCOMPARE(namesIn(m_folder->path()), QStringList());
}

void TestDocumentExport::againAfterTheFirst()
{
    DocumentExport job(m_pool);
    DocumentEnding ending(job);
    job.start(numberedDocument(FileFormat::Json, 2), m_folder->filePath(u"no/such"_s));
    QTRY_VERIFY(ending.result);
    QVERIFY(!*ending.result);
    QVERIFY(ending.result->error().kind == ApiError::Kind::Storage);
    ending.result.reset();
    job.start(numberedDocument(FileFormat::JsonLines, 2), path());
    QTRY_VERIFY(ending.result);
    QVERIFY(*ending.result);
    QCOMPARE(bytesOfFile(path()).count('\n'), 2);
}

void TestDocumentExport::destroyedWhileRunning()
{
    QSemaphore gate;
    m_pool.start([&gate] { gate.acquire(); });
    {
        DocumentExport job(m_pool);
        job.start(numberedDocument(FileFormat::Json, 20'000), path());
    }
    gate.release();
    QVERIFY(m_pool.waitForDone(10'000));
    QCOMPARE(namesIn(m_folder->path()), QStringList());
}

void TestDocumentExport::clearedPool()
{
    QSemaphore gate;
    m_pool.start([&gate] { gate.acquire(); });
    DocumentExport job(m_pool);
    DocumentEnding ending(job);
    job.start(numberedDocument(FileFormat::Json, 2), path());
    m_pool.clear(); // as at shutdown
    gate.release();
    QTRY_VERIFY(ending.result);
    QVERIFY(!*ending.result);
    QVERIFY(ending.result->error().kind == ApiError::Kind::Cancelled);
    QVERIFY(m_pool.waitForDone(10'000));
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestDocumentExport)
#include "tst_documentexport.moc"
