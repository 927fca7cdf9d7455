// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QNetworkProxy>
#include <QTcpServer>

namespace layerscope {

/// An HTTP proxy on loopback that wants to know who comes, by NTLM, by Basic or by either, and counts how
/// often it was asked. Lives on the test's thread.
class AuthProxy : public QObject
{
    Q_OBJECT

public:
    struct Settings
    {
        bool offersNtlm = false;
        bool offersBasic = false;
        QByteArray basic = {};  ///< "user:password" that Basic lets through.
        bool takesNtlm = false; ///< Any answer to its challenge is right.
        bool closes = false;    ///< The connection after a refusal.
        QByteArray page = {};   ///< With a refusal.
        quint16 leadsTo = 0;    ///< The port of this machine where all tunnels end; 0: where they are to.
        bool isSilent = false;  ///< Says nothing at all.
    };

    explicit AuthProxy(Settings settings, QObject *parent = nullptr);

    [[nodiscard]] QNetworkProxy proxy(const QString &user = {}, const QString &password = {}) const;
    /// "127.0.0.1:PORT"
    [[nodiscard]] QString name() const;
    [[nodiscard]] int connects() const { return m_connects; }
    /// How often a password came, in whatever form.
    [[nodiscard]] int passwords() const { return m_passwords; }
    [[nodiscard]] int tunnels() const { return m_tunnels; }

private:
    class Visit;

    QTcpServer m_server;
    Settings m_settings;
    int m_connects = 0;
    int m_passwords = 0;
    int m_tunnels = 0;
};

} // namespace layerscope
