// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace layerscope {

/// Where a program of the system is, also where only root usually looks. Empty: it is missing.
[[nodiscard]] QString systemProgram(const QString &name);

/// What a test says if it is: a sentence that names the package.
[[nodiscard]] QString missingSentence(const QString &name, const QString &package);

/// Ports of 127.0.0.1 that nobody listens to. Somebody else may take them the next moment.
[[nodiscard]] QList<quint16> freePorts(int count);

/// A server program of the system, on loopback and for the time of a test. Keeps what it says; the
/// destructor ends it.
class Daemon
{
public:
    Daemon() = default;
    ~Daemon();
    Daemon(const Daemon &) = delete;
    Daemon &operator=(const Daemon &) = delete;

    /// Starts it in the foreground and waits until all ports answer. False: it ended before, or never did.
    [[nodiscard]] bool start(const QString &program, const QStringList &arguments,
                             const QList<quint16> &ports);
    /// Ends it and waits for that.
    void stop();
    /// All that it said since it was started, on both channels.
    [[nodiscard]] QByteArray log();

private:
    QProcess m_process;
    QByteArray m_log;
};

} // namespace layerscope
