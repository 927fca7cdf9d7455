// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon.h"
#include "testca.h"

#include <QUrl>

namespace layerscope {

/// A real TLS server, nginx, before a plain one on loopback. Each certificate has a port of its own.
class TlsFront
{
public:
    /// `folder` keeps its files; it must exist.
    explicit TlsFront(const QString &folder)
        : m_folder(folder)
    {}

    /// Forwards to `upstream`, whose host and port count. False: see problem().
    [[nodiscard]] bool start(const QUrl &upstream, const QList<TestCa::Identity> &identities);

    [[nodiscard]] quint16 port(int identity) const { return m_ports.at(identity); }
    /// The API's address at one of the certificates, by the name that the client shall use for this machine.
    [[nodiscard]] QUrl restBase(int identity, const QString &host = QStringLiteral("127.0.0.1")) const;
    [[nodiscard]] QString problem();

private:
    QString m_folder;
    QString m_problem;
    QList<quint16> m_ports;
    Daemon m_nginx;
};

} // namespace layerscope
