// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon.h"

#include <QNetworkProxy>

namespace layerscope {

/// A real HTTP proxy, tinyproxy, on loopback.
class HttpProxy
{
public:
    struct Settings
    {
        QString user{}; ///< Empty: everybody may use it.
        QString password{};
        QList<quint16> connectPorts{}; ///< That CONNECT may lead to. Empty: all.
    };

    /// `folder` keeps its files; it must exist.
    explicit HttpProxy(const QString &folder)
        : m_folder(folder)
    {}

    /// False: see problem().
    [[nodiscard]] bool start(const Settings &settings);
    void stop() { m_tinyproxy.stop(); }

    [[nodiscard]] quint16 port() const { return m_port; }
    /// As a client names it.
    [[nodiscard]] QNetworkProxy proxy(const QString &user = {}, const QString &password = {}) const;
    /// "127.0.0.1:PORT"
    [[nodiscard]] QString name() const;
    /// What it has been asked so far: a line a request among others.
    [[nodiscard]] QByteArray log() { return m_tinyproxy.log(); }
    [[nodiscard]] QString problem();

private:
    QString m_folder;
    QString m_problem;
    quint16 m_port = 0;
    Daemon m_tinyproxy;
};

} // namespace layerscope
