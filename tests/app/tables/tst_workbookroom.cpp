// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tables/documents.h"
#include "app/tables/workbookreader.h"
#include "support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

#ifdef Q_OS_UNIX
#    include <csignal>
#    include <sys/resource.h>
#endif

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

#ifdef Q_OS_UNIX
/// As long as it lives, no file of this process gets longer. What is written beyond fails, as on a full disk.
class LongestFile
{
public:
    explicit LongestFile(rlim_t bytes)
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        m_handler = std::signal(SIGXFSZ, SIG_IGN); // else the process would end
        const rlimit few{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &few);
    }
    ~LongestFile()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    LongestFile(const LongestFile &) = delete;
    LongestFile &operator=(const LongestFile &) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int) = SIG_DFL;
};
#endif

int openFilesOfProcess()
{
    return static_cast<int>(namesIn(u"/proc/self/fd"_s).size());
}

} // namespace

/// What the library that makes workbooks would not tell of: it drops what it cannot write.
class TestWorkbookRoom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
#ifdef Q_OS_UNIX
    void whatFindsNoRoomIsNoWorkbook_data();
    void whatFindsNoRoomIsNoWorkbook();
#endif
    void closesItsFilesWhateverBecomesOfThem();

private:
    [[nodiscard]] QString path(const QString &name) const
    {
        return m_folder->filePath(name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestWorkbookRoom::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

#ifdef Q_OS_UNIX
void TestWorkbookRoom::whatFindsNoRoomIsNoWorkbook_data()
{
    QTest::addColumn<int>("room");
    QTest::addColumn<bool>("isEnough");
    QTest::newRow("none") << 0 << false;
    QTest::newRow("less than a page") << 1'000 << false;
    QTest::newRow("a piece of the rows") << 100'000 << false;
    QTest::newRow("a third of the rows") << 900'000 << false;
    QTest::newRow("enough") << 20'000'000 << true;
}

void TestWorkbookRoom::whatFindsNoRoomIsNoWorkbook()
{
    QFETCH(int, room);
    QFETCH(bool, isEnough);
    constexpr int rows = 20'000;
    const Document document = numberedDocument(FileFormat::Xlsx, rows);
    QVERIFY(putFile(path(u"s.xlsx"_s), "old"));
    std::optional<Result<CsvSummary>> result;
    {
        const LongestFile limit(static_cast<rlim_t>(room));
        result = writeDocument(document, path(u"s.xlsx"_s), CancelToken());
    }
    QCOMPARE(result->has_value(), isEnough);
    QCOMPARE(namesIn(m_folder->path()), QStringList{u"s.xlsx"_s});
    if (isEnough) {
        const WorkbookReader workbook(path(u"s.xlsx"_s));
        QVERIFY(workbook.isFine());
        QCOMPARE(workbook.sheet(u"vServers"_s).rows.size(), rows + 1);
        return;
    }
    QVERIFY(result->error().kind == ApiError::Kind::Storage);
    const QString says = result->error().message;
    QVERIFY2(says.contains(m_folder->path()), qPrintable(says));
    QVERIFY2(says.contains(u"What was there before is unchanged."_s), qPrintable(says));
    QCOMPARE(bytesOfFile(path(u"s.xlsx"_s)), QByteArray("old"));
}
#endif

void TestWorkbookRoom::closesItsFilesWhateverBecomesOfThem()
{
    if (!QDir(u"/proc/self/fd"_s).exists())
        QSKIP("no /proc here");
    Document document = numberedDocument(FileFormat::Xlsx, 6'000);
    for (int i = 2; i < 8; ++i) { // each sheet has a file of its own meanwhile
        document.tables.append(document.tables.first());
        document.tables.last().sheet = u"v%1"_s.arg(i);
    }
    QVERIFY(writeDocument(document, path(u"s.xlsx"_s), CancelToken())); // what is opened once and stays
    const int before = openFilesOfProcess();
    QVERIFY(before > 0);
    QVERIFY(writeDocument(document, path(u"s.xlsx"_s), CancelToken()));
    QCOMPARE(openFilesOfProcess(), before);

    const CancelToken token;
    const auto cancelled = writeDocument(document, path(u"s.xlsx"_s), token, [&token](qint64 rows, qint64) {
        if (rows > 30'000)
            token.cancel();
    });
    QVERIFY(!cancelled);
    QCOMPARE(openFilesOfProcess(), before);
    QCOMPARE(namesIn(m_folder->path()), QStringList{u"s.xlsx"_s});
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestWorkbookRoom)
#include "tst_workbookroom.moc"
