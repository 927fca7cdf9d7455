// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/programtest.h"
#include "support/testmain.h"

#include <QLocalServer>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
namespace {

/// A session bus that lets everybody in and never says a word.
class SilentBus
{
public:
    explicit SilentBus(const QString &path)
        : m_isThere(m_server.listen(path))
    {}

    [[nodiscard]] bool isThere() const { return m_isThere; }
    [[nodiscard]] QProcessEnvironment environment() const
    {
        QProcessEnvironment environment;
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path="_s + m_server.fullServerName());
        return environment;
    }
    [[nodiscard]] bool isAsked()
    {
        (void)m_server.waitForNewConnection(0);
        return m_server.hasPendingConnections();
    }
    /// For those that came, too.
    void goAway() { m_server.close(); }

private:
    QLocalServer m_server;
    bool m_isThere;
};

} // namespace
#endif

/// What the program reads and opens at its start, and when.
class TestProgramStart : public ProgramTest
{
    Q_OBJECT

private Q_SLOTS:
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    /// Nothing of an offscreen window needs it, so it was asked for ahead.
    void theSessionBusIsOpenedAhead()
    {
        SilentBus bus(m_home->filePath(u"bus"_s));
        QVERIFY(bus.isThere());
        QProcessEnvironment environment = with(bus.environment());
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        QProcess window;
        window.setProcessEnvironment(environment);
        QSignalSpy finished(&window, &QProcess::finished);
        window.start(program());
        QTRY_VERIFY_WITH_TIMEOUT(bus.isAsked(), patience);
        bus.goAway(); // nobody has to wait for it
        window.terminate();
        QVERIFY(finished.wait(patience));
    }

    void commandsOpenNoSessionBus()
    {
        SilentBus bus(m_home->filePath(u"bus"_s));
        QVERIFY(bus.isThere());
        run({u"columns"_s, u"servers"_s}, bus.environment());
        QCOMPARE(m_exitCode, 0);
        QVERIFY(!bus.isAsked());
    }
#endif
};

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestProgramStart)
#include "tst_programstart.moc"
