// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon.h"

#include <QNetworkProxy>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr int daemonTimeout = 20'000; // ms; for a machine that is busy with other tests

bool answers(quint16 port)
{
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.connectToHost(QHostAddress::LocalHost, port);
    return socket.waitForConnected(daemonTimeout);
}

} // namespace

QString systemProgram(const QString &name)
{
    const QString found = QStandardPaths::findExecutable(name);
    if (!found.isEmpty())
        return found;
    return QStandardPaths::findExecutable(name, {u"/usr/sbin"_s, u"/usr/local/sbin"_s, u"/sbin"_s});
}

QString missingSentence(const QString &name, const QString &package)
{
    return u"%1 is missing. packaging/test.sh installs it; Debian's package is %2."_s.arg(name, package);
}

QList<quint16> freePorts(int count)
{
    std::vector<std::unique_ptr<QTcpServer>> holders; // all at once, so that each is another one
    QList<quint16> ports;
    for (int i = 0; i < count; ++i) {
        auto holder = std::make_unique<QTcpServer>();
        if (!holder->listen(QHostAddress::LocalHost))
            qFatal("there is no free port");
        ports += holder->serverPort();
        holders.push_back(std::move(holder));
    }
    return ports;
}

Daemon::~Daemon()
{
    stop();
}

bool Daemon::start(const QString &program, const QStringList &arguments, const QList<quint16> &ports)
{
    stop();
    m_log.clear();
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.start(program, arguments);
    if (!m_process.waitForStarted(daemonTimeout))
        return false;
    const auto allAnswer = [&ports] { return std::all_of(ports.cbegin(), ports.cend(), answers); };
    const bool ended = QTest::qWaitFor(
        [&] { return m_process.state() == QProcess::NotRunning || allAnswer(); }, daemonTimeout);
    // Somebody else's server may answer on a port that ours did not get.
    return ended && m_process.state() == QProcess::Running && allAnswer();
}

void Daemon::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate(); // also ends what it started itself
    if (!m_process.waitForFinished(daemonTimeout)) {
        m_process.kill();
        m_process.waitForFinished(daemonTimeout);
    }
}

QByteArray Daemon::log()
{
    m_log += m_process.readAll();
    return m_log;
}

} // namespace layerscope
