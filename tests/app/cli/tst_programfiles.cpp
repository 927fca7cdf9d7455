// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/programtest.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// Files and folders that the program cannot write, and what becomes of those that were there.
class TestProgramFiles : public ProgramTest
{
    Q_OBJECT

private Q_SLOTS:
    void foldersThatCannotBeUsed_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("a file") << u"file"_s << QByteArray("is a file");
        QTest::newRow("in nothing") << u"no/where"_s << QByteArray("does not exist");
        QTest::newRow("in a file") << u"file/x"_s << QByteArray("is not a folder");
#ifdef Q_OS_LINUX
        QTest::newRow("where nothing can be made") << u"/proc/layerscope"_s << QByteArray("cannot be made");
#endif
    }

    void foldersThatCannotBeUsed()
    {
        QFETCH(QString, folder);
        QFETCH(QByteArray, says);
        QFile file(m_home->filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
        file.close();
        OtherApi api;
        run({u"export"_s, u"all"_s, u"--output"_s, QDir(m_home->path()).filePath(folder)},
            environmentOf(api));
        QCOMPARE(m_exitCode, 1);
        QVERIFY2(m_errors.contains(says), m_errors.constData());
        QCOMPARE(contents(file.fileName()), QByteArray("mine"));
        QCOMPARE(QDir(m_home->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList{u"file"_s});
        if (!folder.startsWith(u'/'))
            QCOMPARE(api.server().requests().size(), 0); // not after a load of a minute
    }

    void aFileThatCannotBeWrittenCostsNoOther_data()
    {
        QTest::addColumn<bool>("isDiskFull");
        QTest::newRow("a folder in its place") << false;
#ifdef Q_OS_LINUX
        QTest::newRow("no room") << true;
#endif
    }

    void aFileThatCannotBeWrittenCostsNoOther()
    {
        QFETCH(bool, isDiskFull);
        const QString pools = m_home->filePath(u"pools.csv"_s);
        QVERIFY(isDiskFull ? QFile::link(u"/dev/full"_s, pools) : QDir().mkdir(pools));
        run({u"export"_s, u"all"_s, u"--output"_s, m_home->path(), u"--demo=30"_s}, {});
        QCOMPARE(m_exitCode, 3);
        QVERIFY2(m_errors.contains(isDiskFull ? "There is no room left" : "is a folder"),
                 m_errors.constData());
        QVERIFY2(m_errors.contains(allButSoManyFiles(1)), m_errors.constData());
        QVERIFY(contents(m_home->filePath(u"pool-members.csv"_s)).contains(",complete\r\n"));
        QVERIFY(contents(m_home->filePath(u"virtual.csv"_s)).contains(",complete\r\n"));
    }

#ifdef Q_OS_LINUX
    void fullDisk()
    {
        run({u"export"_s, u"pool-members"_s, u"--output"_s, u"/dev/full"_s, u"--demo=30"_s}, {});
        QCOMPARE(m_exitCode, 1);
        QVERIFY2(m_errors.contains("There is no room left"), m_errors.constData());
    }
#endif

    void poolsThatAreRefusedCostNoServers()
    {
        OtherApi api;
        api.server().setScript([script = api.script()](const ScriptedServer::Request &request) {
            if (!request.path().contains("getBandwidthAllotments"))
                return script(request);
            ScriptedServer::Answer answer = ScriptedServer::json(
                R"({"error":"Access Denied.","code":"SoftLayer_Exception_AccessDenied"})");
            answer.status = 500;
            return answer;
        });
        const QString old = m_home->filePath(u"pools.csv"_s);
        QFile file(old);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("yesterday") == 9);
        file.close();
        run({u"export"_s, u"all"_s, u"--output"_s, m_home->path()}, environmentOf(api));
        QCOMPARE(m_exitCode, 3);
        QVERIFY2(m_errors.contains("pools.csv\" was not written"), m_errors.constData());
        QVERIFY2(m_errors.contains("pool-members.csv\" was not written"), m_errors.constData());
        QVERIFY2(m_errors.contains(allButSoManyFiles(2)), m_errors.constData());
        QVERIFY2(m_errors.contains("The list of bandwidth pools is not complete."), m_errors.constData());
        QCOMPARE(contents(old), QByteArray("yesterday")); // an empty file would say that there are none
        QCOMPARE(contents(m_home->filePath(u"bare-metal.csv"_s)).count('\n'), 4);

        run({u"export"_s, u"pools"_s, u"--output"_s, old}, environmentOf(api));
        QCOMPARE(m_exitCode, 1);
        QVERIFY2(m_errors.contains("The list of bandwidth pools is not complete."), m_errors.constData());
        QCOMPARE(contents(old), QByteArray("yesterday"));
    }

    void filesThatCannotBeWritten_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("no such folder") << u"nowhere/s.csv"_s << QByteArray("does not exist");
        QTest::newRow("a folder") << u"."_s << QByteArray("is a folder");
        QTest::newRow("in a file") << u"file/s.csv"_s << QByteArray("is not a folder");
        QTest::newRow("a link into nothing") << u"link"_s << QByteArray("cannot be written here");
#ifdef Q_OS_LINUX
        QTest::newRow("where nothing can be made")
            << u"/proc/s.csv"_s << QByteArray("cannot be written here");
#endif
    }

    /// Before the load, and nothing is left behind.
    void filesThatCannotBeWritten()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, says);
        QFile file(m_home->filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
        file.close();
        QVERIFY(QFile::link(m_home->filePath(u"nowhere/s.csv"_s), m_home->filePath(u"link"_s)));
        const auto names = [this] {
            return QDir(m_home->path()).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
        };
        const QStringList before = names();
        OtherApi api;
        run({u"export"_s, u"servers"_s, u"--output"_s, QDir(m_home->path()).filePath(path)},
            environmentOf(api));
        QCOMPARE(m_exitCode, 1);
        QVERIFY2(m_errors.contains(says), m_errors.constData());
        QCOMPARE(m_errors.count('\n'), 1);
        QVERIFY(api.server().requests().isEmpty());
        QCOMPARE(names(), before);
        QCOMPARE(contents(file.fileName()), QByteArray("mine"));
    }

    void anOldFileStaysWhenTheLoadFails()
    {
        OtherApi api;
        QProcessEnvironment environment = environmentOf(api);
        environment.insert(u"SL_API_KEY"_s, u"wrong"_s);
        const QString path = m_home->filePath(u"s.csv"_s);
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("yesterday") == 9);
        old.close();
        run({u"export"_s, u"servers"_s, u"--output"_s, path}, environment);
        QCOMPARE(m_exitCode, 1);
        QCOMPARE(contents(path), QByteArray("yesterday"));
    }
};

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestProgramFiles)
#include "tst_programfiles.moc"
