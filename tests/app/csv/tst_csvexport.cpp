// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/tablebuilder.h"
#include "csv/csvexport.h"
#include "csv/csvfile.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Qt::Literals::StringLiterals;
using namespace layerscope;
using namespace layerscope::ServerColumn;

namespace {

InventoryCsv manyRows(int count)
{
    InventoryTable table(serverCatalogue());
    for (int i = 0; i < count; ++i)
        table.listRow(bareMetal(i + 1, {{Fqdn, QString(u"db"_s + QString::number(i))}}), nullptr);
    InventoryCsv csv = InventoryCsv::of(table);
    csv.columns = {Id, Fqdn};
    return csv;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not there)");
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// What finished() said last.
struct Ending
{
    std::optional<Result<CsvSummary>> result;
    explicit Ending(const CsvExport &job)
    {
        QObject::connect(&job, &CsvExport::finished, &job,
                         [this](const Result<CsvSummary> &ended) { result = ended; });
    }
};

} // namespace

class TestCsvExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void writesAndReplaces();
    void badPlaces_data();
    void badPlaces();
    void fullDisk();
    void formerFileSurvivesACancel();
    void inTheBackground();
    void cancelledInTheBackground();
    void againAfterTheFirst();
    void destroyedWhileRunning();
    void clearedPool();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCsvExport::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestCsvExport::writesAndReplaces()
{
    put(path(u"s.csv"_s), "old");
    const auto result = writeCsvFile(manyRows(2), path(u"s.csv"_s), CancelToken());
    QVERIFY(result);
    QCOMPARE(contents(path(u"s.csv"_s)), QByteArray("id,fqdn\r\n1,db0\r\n2,db1\r\n"));
    QCOMPARE(result->bytes, 23);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"s.csv"_s});
}

void TestCsvExport::badPlaces_data()
{
    QTest::addColumn<QString>("name"); // in the folder, or absolute
    QTest::addColumn<QString>("says");
    QTest::newRow("no name") << QString() << u"no name"_s;
    QTest::newRow("missing folder") << u"no/such/s.csv"_s << u"does not exist"_s;
    QTest::newRow("a folder") << u"sub"_s << u"is a folder"_s;
    QTest::newRow("in a file") << u"file/s.csv"_s << u"is not a folder"_s;
    QTest::newRow("where nobody may write") << u"/proc/layerscope.csv"_s << u"cannot be written here"_s;
}

void TestCsvExport::badPlaces()
{
    QFETCH(QString, name);
    QFETCH(QString, says);
    if (name.startsWith(u"/proc") && !QDir(u"/proc"_s).exists())
        QSKIP("no /proc here");
    QVERIFY(QDir(m_folder->path()).mkdir(u"sub"_s));
    put(path(u"file"_s), "kept");
    const QString target = name.isEmpty() || QDir::isAbsolutePath(name) ? name : path(name);
    const auto result = writeCsvFile(manyRows(2), target, CancelToken());
    QVERIFY(!result);
    QVERIFY(result.error().kind == ApiError::Kind::Storage);
    QVERIFY2(result.error().message.contains(says), qPrintable(result.error().message));
    QVERIFY(result.error().message.contains(QDir::toNativeSeparators(m_folder->path())) || target.isEmpty() ||
            result.error().message.contains(target));
    QCOMPARE(contents(path(u"file"_s)), QByteArray("kept"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             (QStringList{u"file"_s, u"sub"_s}));
}

void TestCsvExport::fullDisk()
{
    const QString full = u"/dev/full"_s;
    if (!QFile::exists(full))
        QSKIP("no /dev/full here");
    const auto result = writeCsvFile(manyRows(2), full, CancelToken());
    QVERIFY(!result);
    QVERIFY(result.error().kind == ApiError::Kind::Storage);
    QVERIFY2(result.error().message.contains(u"no room left for \"/dev/full\""_s),
             qPrintable(result.error().message));
    QVERIFY(QFile::exists(full)); // a device is written to, never replaced
}

void TestCsvExport::formerFileSurvivesACancel()
{
    put(path(u"s.csv"_s), "old");
    const CancelToken token;
    const auto result =
        writeCsvFile(manyRows(20'000), path(u"s.csv"_s), token, [&token](qint64) { token.cancel(); });
    QVERIFY(!result);
    QVERIFY(result.error().kind == ApiError::Kind::Cancelled);
    QCOMPARE(contents(path(u"s.csv"_s)), QByteArray("old"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList{u"s.csv"_s});
}

void TestCsvExport::inTheBackground()
{
    QThreadPool pool;
    CsvExport job(pool);
    Ending ending(job);
    QList<std::pair<qint64, qint64>> told;
    connect(&job, &CsvExport::progressed, &job, [&told](qint64 rows, qint64 all) {
        told.append({rows, all});
    });
    QVERIFY(!job.isRunning());
    job.start(manyRows(20'000), path(u"s.csv"_s));
    QVERIFY(job.isRunning());
    QCOMPARE(job.path(), path(u"s.csv"_s));
    QTRY_VERIFY(ending.result);
    QVERIFY(!job.isRunning());
    QVERIFY(*ending.result);
    QCOMPARE(ending.result->value().rows, 20'000);
    QCOMPARE(contents(path(u"s.csv"_s)).count('\n'), 20'001);
    QVERIFY(!told.isEmpty());
    QCOMPARE(told.last(), (std::pair<qint64, qint64>(20'000, 20'000)));
}

void TestCsvExport::cancelledInTheBackground()
{
    QThreadPool pool;
    pool.setMaxThreadCount(1);
    QSemaphore gate;
    pool.start([&gate] { gate.acquire(); }); // the export waits behind this
    CsvExport job(pool);
    Ending ending(job);
    job.start(manyRows(20'000), path(u"s.csv"_s));
    job.cancel();
    QVERIFY(job.isRunning());
    gate.release();
    QTRY_VERIFY(ending.result);
    QVERIFY(!*ending.result);
    QVERIFY(ending.result->error().kind == ApiError::Kind::Cancelled);
    QVERIFY(!QFile::exists(path(u"s.csv"_s)));
}

void TestCsvExport::againAfterTheFirst()
{
    QThreadPool pool;
    CsvExport job(pool);
    Ending ending(job);
    job.start(manyRows(2), path(u"no/such"_s));
    QTRY_VERIFY(ending.result);
    QVERIFY(!*ending.result);
    ending.result.reset();
    job.start(manyRows(2), path(u"s.csv"_s));
    QTRY_VERIFY(ending.result);
    QVERIFY(*ending.result);
    QCOMPARE(contents(path(u"s.csv"_s)).count('\n'), 3);
}

void TestCsvExport::destroyedWhileRunning()
{
    QThreadPool pool;
    pool.setMaxThreadCount(1);
    QSemaphore gate;
    pool.start([&gate] { gate.acquire(); });
    {
        CsvExport job(pool);
        job.start(manyRows(20'000), path(u"s.csv"_s));
    }
    gate.release();
    QVERIFY(pool.waitForDone(10'000));
    QVERIFY(!QFile::exists(path(u"s.csv"_s)));
}

void TestCsvExport::clearedPool()
{
    QThreadPool pool;
    pool.setMaxThreadCount(1);
    QSemaphore gate;
    pool.start([&gate] { gate.acquire(); });
    CsvExport job(pool);
    Ending ending(job);
    job.start(manyRows(2), path(u"s.csv"_s));
    pool.clear(); // as at shutdown
    gate.release();
    QTRY_VERIFY(ending.result);
    QVERIFY(!*ending.result);
    QVERIFY(ending.result->error().kind == ApiError::Kind::Cancelled);
    QVERIFY(pool.waitForDone(10'000));
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestCsvExport)
#include "tst_csvexport.moc"
