// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/tablebuilder.h"
#include "exporting/filesexport.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace layerscope;
using namespace layerscope::ServerColumn;

namespace {

/// Of servers without a name, the last one first.
FilesExport::File fileOfRows(int rows, const QString &path)
{
    InventoryTable table(serverCatalogue());
    for (int id = rows; id > 0; --id)
        table.listRow(bareMetal(id, {}), nullptr);
    FilesExport::File file{InventoryCsv::of(table), ArrangementSpec::of(serverCatalogue()), path};
    file.csv.columns = {Id};
    file.spec.sortColumn = Id;
    return file;
}

QByteArray textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not there)");
}

/// What it told, in order: "a.csv 2", "b.csv error", "end".
class Told
{
public:
    explicit Told(const FilesExport &files)
    {
        QObject::connect(&files, &FilesExport::fileFinished, &files,
                         [this](const QString &path, const Result<CsvSummary> &result) {
                             events.append(QDir(path).dirName() + u' ' +
                                           (result ? QString::number(result->rows) : u"error"_s));
                         });
        QObject::connect(&files, &FilesExport::finished, &files, [this] { events.append(u"end"_s); });
    }

    QStringList events;
};

} // namespace

class TestFilesExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void writesOneAfterTheOther();
    void aFileThatCannotBeWrittenCostsNoOther();
    void ofNoFile();
    void givenUpBetweenFiles();
    void givenUpWhileWaitingForAWorker();
    void givenUpByWhoHearsOfAFile();
    void givenUpByWhoHearsOfProgress();
    void againAfterItWasGivenUp();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QStringList names() const { return QDir(m_folder->path()).entryList(QDir::Files); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QThreadPool m_pool;
};

void TestFilesExport::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_pool.setMaxThreadCount(1);
}

void TestFilesExport::writesOneAfterTheOther()
{
    FilesExport files(m_pool);
    Told told(files);
    QList<double> shares;
    connect(&files, &FilesExport::progressed, &files, [&] { shares.append(files.share()); });
    files.start(
        {fileOfRows(2, path(u"a.csv"_s)), fileOfRows(0, path(u"b.csv"_s)), fileOfRows(3, path(u"c.csv"_s))});
    QVERIFY(files.isRunning());
    QCOMPARE(files.fileCount(), 3);
    QTRY_VERIFY(!files.isRunning());
    QCOMPARE(told.events, (QStringList{u"a.csv 2"_s, u"b.csv 0"_s, u"c.csv 3"_s, u"end"_s}));
    QCOMPARE(textOf(path(u"a.csv"_s)), QByteArray("id\r\n1\r\n2\r\n")); // in the order that was asked for
    QCOMPARE(textOf(path(u"b.csv"_s)), QByteArray("id\r\n"));
    QVERIFY(shares.size() >= 3);
    QVERIFY(std::is_sorted(shares.cbegin(), shares.cend()));
    QVERIFY(shares.constFirst() == 0 && shares.constLast() > 0.5 && shares.constLast() <= 1);
}

void TestFilesExport::aFileThatCannotBeWrittenCostsNoOther()
{
    FilesExport files(m_pool);
    Told told(files);
    files.start({fileOfRows(2, path(u"no/such/a.csv"_s)), fileOfRows(1, path(u"b.csv"_s))});
    QTRY_VERIFY(!files.isRunning());
    QCOMPARE(told.events, (QStringList{u"a.csv error"_s, u"b.csv 1"_s, u"end"_s}));
    QCOMPARE(names(), QStringList{u"b.csv"_s});
}

void TestFilesExport::ofNoFile()
{
    FilesExport files(m_pool);
    Told told(files);
    files.start({});
    QVERIFY(told.events.isEmpty());
    QTRY_COMPARE(told.events, QStringList{u"end"_s});
    QCOMPARE(files.share(), 0);
}

void TestFilesExport::givenUpBetweenFiles()
{
    FilesExport files(m_pool);
    Told told(files);
    connect(&files, &FilesExport::fileFinished, &files, &FilesExport::cancel, Qt::QueuedConnection);
    files.start({fileOfRows(2, path(u"a.csv"_s)), fileOfRows(200'000, path(u"b.csv"_s)),
                 fileOfRows(1, path(u"c.csv"_s))});
    QTRY_VERIFY(!files.isRunning());
    QCOMPARE(told.events.constFirst(), u"a.csv 2"_s); // a whole file stays
    QCOMPARE(told.events.constLast(), u"end"_s);
    QCOMPARE(told.events.count(u"end"_s), 1);
    QVERIFY(!names().contains(u"c.csv"_s));
}

void TestFilesExport::givenUpWhileWaitingForAWorker()
{
    QSemaphore gate;
    m_pool.start([&gate] { gate.acquire(); }); // the export waits behind this
    FilesExport files(m_pool);
    Told told(files);
    files.start({fileOfRows(2, path(u"a.csv"_s))});
    QCoreApplication::sendPostedEvents(&files); // the arranging is begun
    files.cancel();
    QCOMPARE(told.events, QStringList{u"end"_s});
    QVERIFY(!files.isRunning());
    gate.release();
    QVERIFY(m_pool.waitForDone(10'000));
    QCoreApplication::sendPostedEvents(); // what the worker came to
    QCOMPARE(told.events, QStringList{u"end"_s});
    QCOMPARE(names(), QStringList());
}

void TestFilesExport::givenUpByWhoHearsOfAFile()
{
    FilesExport files(m_pool);
    Told told(files);
    connect(&files, &FilesExport::fileFinished, &files, &FilesExport::cancel);
    files.start({fileOfRows(2, path(u"a.csv"_s)), fileOfRows(1, path(u"b.csv"_s))});
    QTRY_VERIFY(!files.isRunning());
    QCOMPARE(told.events, (QStringList{u"a.csv 2"_s, u"end"_s}));
    QCOMPARE(names(), QStringList{u"a.csv"_s});
}

void TestFilesExport::givenUpByWhoHearsOfProgress()
{
    FilesExport files(m_pool);
    Told told(files);
    connect(&files, &FilesExport::progressed, &files, [&files] {
        if (files.endedFiles() == 1)
            files.cancel();
    });
    files.start({fileOfRows(2, path(u"a.csv"_s)), fileOfRows(1, path(u"b.csv"_s))});
    QTRY_VERIFY(!files.isRunning());
    QCOMPARE(told.events, (QStringList{u"a.csv 2"_s, u"end"_s}));
    QCOMPARE(names(), QStringList{u"a.csv"_s});
}

void TestFilesExport::againAfterItWasGivenUp()
{
    FilesExport files(m_pool);
    Told told(files);
    files.start({fileOfRows(2, path(u"a.csv"_s))});
    files.cancel(); // before the event loop began with it
    files.start({fileOfRows(3, path(u"b.csv"_s))});
    QTRY_VERIFY(!files.isRunning());
    QCOMPARE(told.events, (QStringList{u"end"_s, u"b.csv 3"_s, u"end"_s}));
    QCOMPARE(names(), QStringList{u"b.csv"_s});
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestFilesExport)
#include "tst_filesexport.moc"
