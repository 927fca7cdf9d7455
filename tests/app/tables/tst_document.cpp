// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tables/documents.h"
#include "support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

#ifdef Q_OS_UNIX
#    include <unistd.h>
#endif

using namespace layerscope;
using namespace layerscope::ServerColumn;
using namespace Qt::Literals::StringLiterals;

/// What is true of every format: whole or not at all, and in what words.
class TestDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void writesAndReplaces();
    void arrangesItsTables();
    void countsWhatIsInIt();
    void tellsHowFarItIs();
    void badPlaces_data();
    void badPlaces();
    void aFolderThatMayOnlyBeRead();
    void fullDisk();
    void aFormerFileSurvivesACancel();
    void cancelledBeforeItBegins();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestDocument::initTestCase_data()
{
    QTest::addColumn<FileFormat>("format");
    for (const FileFormat format : writableFormats()) {
        if (format != FileFormat::Csv)
            QTest::newRow(qPrintable(keyOf(format))) << format;
    }
}

void TestDocument::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestDocument::writesAndReplaces()
{
    QFETCH_GLOBAL(FileFormat, format);
    QVERIFY(putFile(path(u"s"_s), "old"));
    const auto result = writeDocument(numberedDocument(format, 2), path(u"s"_s), CancelToken());
    QVERIFY2(result, result ? "" : qPrintable(result.error().message));
    QCOMPARE(result->rows, 2);
    QCOMPARE(result->completeRows, 2);
    QVERIFY(result->isComplete());
    QCOMPARE(result->bytes, bytesOfFile(path(u"s"_s)).size());
    QVERIFY(result->bytes > 10);
    QCOMPARE(namesIn(m_folder->path()), QStringList{u"s"_s}); // and nothing that it was made with
}

/// By what a table is arranged as, not by how its rows stand.
void TestDocument::arrangesItsTables()
{
    QFETCH_GLOBAL(FileFormat, format);
    if (format == FileFormat::Xlsx)
        QSKIP("tst_workbook reads workbooks");
    Document document = numberedDocument(format, 3);
    document.tables[0].spec = ArrangementSpec::of(serverCatalogue());
    document.tables[0].spec->sortColumn = Id;
    document.tables[0].spec->sortOrder = Qt::DescendingOrder;
    document.tables[0].spec->filter = RowFilter::parse(u"-name:db1"_s, serverCatalogue());
    QVERIFY(writeDocument(document, path(u"s"_s), CancelToken()));
    const QByteArray bytes = bytesOfFile(path(u"s"_s));
    QVERIFY2(bytes.contains("db0") && bytes.contains("db2") && !bytes.contains("db1"), bytes.constData());
    QVERIFY2(bytes.indexOf("db2") < bytes.indexOf("db0"), bytes.constData());
}

void TestDocument::countsWhatIsInIt()
{
    QFETCH_GLOBAL(FileFormat, format);
    Document document = numberedDocument(format, 3);
    document.tables.append(document.tables.first());
    document.tables[1].name = u"virtual"_s;
    document.tables[1].sheet = u"vVirtual"_s;
    document.tables[1].csv.rows = QList<int>{0};
    document.tables[1].csv.unlistedRows = 4;
    document.tables[1].csv.undecidedRows = 5;
    const auto result = writeDocument(document, path(u"s"_s), CancelToken());
    QVERIFY(result);
    QCOMPARE(result->rows, 4);
    QCOMPARE(result->unlistedRows, 4);
    QCOMPARE(result->undecidedRows, 5);
    QVERIFY(!result->isComplete());
}

void TestDocument::tellsHowFarItIs()
{
    QFETCH_GLOBAL(FileFormat, format);
    Document document = numberedDocument(format, 7'000);
    document.tables.append(document.tables.first());
    document.tables[1].name = u"virtual"_s;
    document.tables[1].sheet = u"vVirtual"_s;
    QList<qint64> told;
    const auto progress = [&told](qint64 rows, qint64 all) {
        QCOMPARE(all, 14'000);
        told.append(rows);
    };
    QVERIFY(writeDocument(document, path(u"s"_s), CancelToken(), progress));
    QVERIFY(told.size() >= 3);
    QVERIFY(std::is_sorted(told.cbegin(), told.cend()));
    QVERIFY(told.constFirst() < 14'000);
    QCOMPARE(told.constLast(), 14'000);
}

void TestDocument::badPlaces_data()
{
    QTest::addColumn<QString>("name"); // in the folder, or absolute
    QTest::addColumn<QString>("says");
    QTest::newRow("no name") << QString() << u"no name"_s;
    QTest::newRow("missing folder") << u"no/such/s"_s << u"does not exist"_s;
    QTest::newRow("a folder") << u"sub"_s << u"is a folder"_s;
    QTest::newRow("in a file") << u"file/s"_s << u"is not a folder"_s;
    QTest::newRow("where nobody may write") << u"/proc/layerscope"_s << u"cannot be written here"_s;
}

void TestDocument::badPlaces()
{
    QFETCH_GLOBAL(FileFormat, format);
    QFETCH(QString, name);
    QFETCH(QString, says);
    if (name.startsWith(u"/proc") && !QDir(u"/proc"_s).exists())
        QSKIP("no /proc here");
    QVERIFY(QDir(m_folder->path()).mkdir(u"sub"_s));
    QVERIFY(putFile(path(u"file"_s), "kept"));
    const QString target = name.isEmpty() || QDir::isAbsolutePath(name) ? name : path(name);
    const auto result = writeDocument(numberedDocument(format, 2), target, CancelToken());
    QVERIFY(!result);
    QVERIFY(result.error().kind == ApiError::Kind::Storage);
    QVERIFY2(result.error().message.contains(says), qPrintable(result.error().message));
    const Result<Done> checked = checkDocumentPath(target, format); // the same before the load
    QVERIFY(!checked);
    QVERIFY2(checked.error().message.contains(says), qPrintable(checked.error().message));
    QCOMPARE(bytesOfFile(path(u"file"_s)), QByteArray("kept"));
    QCOMPARE(namesIn(m_folder->path()), (QStringList{u"file"_s, u"sub"_s}));
}

void TestDocument::aFolderThatMayOnlyBeRead()
{
    QFETCH_GLOBAL(FileFormat, format);
#ifdef Q_OS_UNIX
    if (::geteuid() == 0)
        QSKIP("root may write anywhere");
#endif
    QVERIFY(putFile(path(u"s"_s), "old"));
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner));
    const auto result = writeDocument(numberedDocument(format, 2), path(u"s"_s), CancelToken());
    const Result<Done> checked = checkDocumentPath(path(u"s"_s), format);
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(!result && !checked);
    QVERIFY2(result.error().message.contains(u"cannot be written here"_s),
             qPrintable(result.error().message));
    QCOMPARE(bytesOfFile(path(u"s"_s)), QByteArray("old"));
    QCOMPARE(namesIn(m_folder->path()), QStringList{u"s"_s});
}

void TestDocument::fullDisk()
{
    QFETCH_GLOBAL(FileFormat, format);
    const QString full = u"/dev/full"_s;
    if (!QFile::exists(full))
        QSKIP("no /dev/full here");
    // Where a workbook is put together that goes to a device.
    const QByteArray temporary = qgetenv("TMPDIR");
    qputenv("TMPDIR", QFile::encodeName(m_folder->path()));
    const auto result = writeDocument(numberedDocument(format, 2), full, CancelToken());
    if (temporary.isEmpty())
        qunsetenv("TMPDIR");
    else
        qputenv("TMPDIR", temporary);
    QVERIFY(!result);
    QVERIFY(result.error().kind == ApiError::Kind::Storage);
    QVERIFY2(result.error().message.contains(u"no room left for \"/dev/full\""_s),
             qPrintable(result.error().message));
    QVERIFY(QFile::exists(full)); // a device is written to, never replaced
    QCOMPARE(namesIn(m_folder->path()), QStringList());
}

void TestDocument::aFormerFileSurvivesACancel()
{
    QFETCH_GLOBAL(FileFormat, format);
    QVERIFY(putFile(path(u"s"_s), "old"));
    const CancelToken token;
    const auto result = writeDocument(numberedDocument(format, 20'000), path(u"s"_s), token,
                                      [&token](qint64, qint64) { token.cancel(); });
    QVERIFY(!result);
    QVERIFY(result.error().kind == ApiError::Kind::Cancelled);
    QCOMPARE(bytesOfFile(path(u"s"_s)), QByteArray("old"));
    QCOMPARE(namesIn(m_folder->path()), QStringList{u"s"_s});
}

void TestDocument::cancelledBeforeItBegins()
{
    QFETCH_GLOBAL(FileFormat, format);
    const CancelToken token;
    token.cancel();
    const auto result = writeDocument(numberedDocument(format, 5), path(u"s"_s), token);
    QVERIFY(!result);
    QVERIFY(result.error().kind == ApiError::Kind::Cancelled);
    QCOMPARE(namesIn(m_folder->path()), QStringList());
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestDocument)
#include "tst_document.moc"
