// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/programtest.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#ifdef Q_OS_UNIX
#    include <csignal>
#    include <cstdlib>
#    include <fcntl.h>
#    include <poll.h>
#    include <sys/resource.h>
#    include <sys/stat.h>
#    include <unistd.h>
#endif

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// Pipes, terminals, signals and limits: what a shell may do to the program.
class TestProgramStreams : public ProgramTest
{
    Q_OBJECT

private Q_SLOTS:
#ifdef Q_OS_UNIX
    void aNameThatIsNoText()
    {
        OtherApi api;
        QProcess shell; // QProcess itself cannot give such a name
        shell.setProcessEnvironment(with(environmentOf(api)));
        shell.setWorkingDirectory(m_home->path());
        QSignalSpy finished(&shell, &QProcess::finished);
        shell.start(
            u"/bin/sh"_s,
            {u"-c"_s, u"exec \"$0\" export servers --output \"$(printf 'caf\\351.csv')\""_s, program()});
        QVERIFY(finished.wait(patience));
        QCOMPARE(shell.exitCode(), 2);
        const QByteArray errors = shell.readAllStandardError();
        QVERIFY2(errors.contains("not written in UTF-8"), errors.constData());
        QVERIFY(api.server().requests().isEmpty());
        QCOMPARE(QDir(m_home->path()).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot),
                 QStringList());
    }

    void aClosedStandardOutput()
    {
        OtherApi api;
        QProcess shell;
        shell.setProcessEnvironment(with(environmentOf(api)));
        QSignalSpy finished(&shell, &QProcess::finished);
        shell.start(u"/bin/sh"_s, {u"-c"_s, u"exec \"$0\" export servers >&-"_s, program()});
        QVERIFY(finished.wait(patience));
        QCOMPARE(shell.exitCode(), 1);
        const QByteArray errors = shell.readAllStandardError();
        QVERIFY2(errors.contains("Standard output is closed"), errors.constData());
        QVERIFY(api.server().requests().isEmpty());
    }

    void aReaderThatGoesAway()
    {
        QProcess shell;
        shell.setProcessEnvironment(base());
        QSignalSpy finished(&shell, &QProcess::finished);
        shell.start(u"/bin/sh"_s,
                    {u"-c"_s,
                     u"{ \"$0\" export servers --demo=3000 --columns all; echo \"exit $?\" >&2; } "
                     u"| head -c 100 >/dev/null"_s,
                     program()});
        QVERIFY(finished.wait(patience));
        const QByteArray errors = shell.readAllStandardError();
        QVERIFY2(errors.contains("could not be written to its end"), errors.constData());
        QVERIFY2(errors.contains("exit 1"), errors.constData());
    }

    void aFifoIsWrittenWhenItIsRead()
    {
        OtherApi api;
        const QString path = m_home->filePath(u"pipe"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        QProcess shell;
        shell.setProcessEnvironment(with(environmentOf(api)));
        QSignalSpy finished(&shell, &QProcess::finished);
        shell.start(u"/bin/sh"_s,
                    {u"-c"_s, u"cat \"$1\" & \"$0\" export servers --columns \"$2\" --output \"$1\"; wait"_s,
                     program(), path, OtherApi::expectedColumns()});
        QVERIFY(finished.wait(patience));
        QCOMPARE(shell.readAllStandardError(), QByteArray());
        QCOMPARE(shell.readAllStandardOutput(), OtherApi::expectedCsv());
    }

    void firstInterruptEndsAWaitingWrite_data()
    {
        QTest::addColumn<bool>("isFifo");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("a FIFO without a reader") << true << QByteArray("Stopped. Nothing was written.");
        QTest::newRow("a pipe that nobody reads")
            << false << QByteArray("Stopped. \"standard output\" has only the first rows.");
    }

    void firstInterruptEndsAWaitingWrite()
    {
        QFETCH(bool, isFifo);
        QFETCH(QByteArray, says);
        const QString path = m_home->filePath(u"pipe"_s);
        int ends[2] = {-1, -1};
        QCOMPARE(::pipe(ends), 0);
        if (isFifo)
            QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        OtherApi api;
        QProcess process;
        process.setProcessEnvironment(isFifo ? with(environmentOf(api)) : base());
        if (!isFifo)
            process.setChildProcessModifier([write = ends[1]] { ::dup2(write, STDOUT_FILENO); });
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(program(), isFifo ? QStringList{u"export"_s, u"servers"_s, u"--output"_s, path}
                                        : QStringList{u"export"_s, u"servers"_s, u"--columns"_s, u"all"_s,
                                                      u"--demo=3000"_s});
        QVERIFY(process.waitForStarted());
        if (isFifo) {
            QByteArray said;
            const QByteArray awaited = "Waiting until something reads \"" + QFile::encodeName(path) + '"';
            const auto isTold = [&] {
                said += process.readAllStandardError();
                return said.contains(awaited);
            };
            QTRY_VERIFY_WITH_TIMEOUT(isTold(), patience);
        } else {
            const auto isFull = [&ends] { // no page of the pipe is free
                pollfd room{ends[1], POLLOUT, 0};
                return ::poll(&room, 1, 0) == 0;
            };
            QTRY_VERIFY_WITH_TIMEOUT(isFull(), patience);
        }
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
        QVERIFY(!finished.isEmpty() || finished.wait(patience));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 1);
        const QByteArray errors = process.readAllStandardError();
        QVERIFY2(errors.contains(says), errors.constData());
        ::close(ends[0]);
        ::close(ends[1]);
    }

    void nothingCommandsATerminal()
    {
        OtherApi api;
        api.server().setScript([script = api.script()](const ScriptedServer::Request &request) {
            ScriptedServer::Answer answer = script(request);
            answer.body.replace("\"ora1.corp.test\"", "\"\\u001b]0;mine\\u0007\\u009b31m\"");
            return answer;
        });
        const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY);
        QVERIFY(terminal >= 0 && ::grantpt(terminal) == 0 && ::unlockpt(terminal) == 0);
        const QByteArray name = ::ptsname(terminal);
        QProcess process;
        process.setProcessEnvironment(with(environmentOf(api)));
        process.setChildProcessModifier(
            [name] { ::dup2(::open(name.constData(), O_RDWR | O_NOCTTY), STDOUT_FILENO); });
        const int keeper = ::open(name.constData(), O_RDWR | O_NOCTTY); // or the pair is gone with the child
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(program(), {u"export"_s, u"bare-metal"_s, u"--columns"_s, u"fqdn"_s});
        QVERIFY(finished.wait(patience));
        QCOMPARE(process.exitCode(), 0);
        QByteArray shown(4096, '\0');
        shown.resize(::read(terminal, shown.data(), static_cast<std::size_t>(shown.size())));
        ::close(keeper);
        ::close(terminal);
        QVERIFY2(shown.contains("\xEF\xBF\xBD]0;mine\xEF\xBF\xBD\xEF\xBF\xBD"
                                "31m"),
                 shown.constData());
        QVERIFY2(!shown.contains('\x1b'), shown.constData());

        run({u"export"_s, u"\u001b]0;mine\u0007"_s}, {});
        QCOMPARE(m_exitCode, 2);
        QVERIFY2(!m_errors.contains('\x1b'), m_errors.constData());
        QVERIFY2(m_errors.contains("\xEF\xBF\xBD]0;mine"), m_errors.constData());
    }

    void controlCLeavesNothingBehind()
    {
        ScriptedServer server;
        server.setScript([](const ScriptedServer::Request &) {
            return ScriptedServer::fault(ScriptedServer::Answer::Fault::Hold);
        });
        QSignalSpy held(&server, &ScriptedServer::heldCountChanged);

        QProcess process;
        QProcessEnvironment environment = base();
        environment.insert(u"SL_USERNAME"_s, u"u"_s);
        environment.insert(u"SL_API_KEY"_s, u"k"_s);
        environment.insert(u"SL_ENDPOINT_URL"_s, server.restBase().toString());
        process.setProcessEnvironment(environment);
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(program(), {u"export"_s, u"servers"_s, u"--output"_s, m_home->filePath(u"s.csv"_s)});
        QVERIFY(held.wait(patience)); // it waits for an answer now
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
        QVERIFY(!finished.isEmpty() || finished.wait(patience));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardError().contains("Nothing was written"));
        QCOMPARE(QDir(m_home->path()).entryList(QDir::Files), QStringList());
    }

    /// As `ulimit -n 20` would: no event loop would come about, and GLib would end the program for it.
    void saysThatTooFewFilesMayBeOpen()
    {
        for (const int limit : {12, 20, 32, 100}) {
            QProcess process;
            process.setProcessEnvironment(base());
            process.setChildProcessModifier([limit] {
                const rlimit few{static_cast<rlim_t>(limit), static_cast<rlim_t>(limit)};
                ::setrlimit(RLIMIT_NOFILE, &few);
            });
            QSignalSpy finished(&process, &QProcess::finished);
            process.start(program(), {u"export"_s, u"servers"_s, u"--demo=small"_s, u"--output"_s,
                                      m_home->filePath(u"s.csv"_s)});
            QVERIFY(!finished.isEmpty() || finished.wait(patience));
            QCOMPARE(process.exitStatus(), QProcess::NormalExit);
            QCOMPARE(process.exitCode(), 1);
            const QByteArray errors = process.readAllStandardError();
            const QByteArray only = "Only " + QByteArray::number(limit) + " files";
            QVERIFY2(errors.contains(only), errors.constData());
            QVERIFY2(errors.contains("ulimit -n"), errors.constData());
        }
    }
#endif
};

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestProgramStreams)
#include "tst_programstreams.moc"
