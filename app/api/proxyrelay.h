// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QTcpServer>

#include <optional>

namespace layerscope {

class ArrivalMeter;

/// Stands on loopback between QNetworkAccessManager and an HTTP proxy, and passes on what both say until the
/// tunnel stands, then the tunnel's bytes. It exists because Qt (6.4) answers a proxy that offers NTLM again
/// and again without end if it has no user or the wrong password, thousands of times a second, and tells
/// nobody: an account would be locked. So:
///
/// - NTLM is only offered on if there is a user, and no longer once the proxy refused it; then Basic is tried
///   if the proxy takes it.
/// - Until the proxy has let the first one through, the others wait: a wrong password is sent once, not once
/// a
///   connection.
/// - Once everything was refused it answers itself, for a minute: "407, Basic", which Qt understands.
///
/// It knows no password: Qt sends that through it. It leads to this one proxy only, which everybody on this
/// machine reaches anyway. Lives on the thread of the access managers; no more than copies bytes.
class ProxyRelay : public QObject
{
    Q_OBJECT

public:
    /// `arrivals` hears of what passes through, which would count twice; must outlive this.
    ProxyRelay(const QNetworkProxy &proxy, ArrivalMeter &arrivals, QObject *parent = nullptr);
    ~ProxyRelay() override;

    /// What an access manager is to use; the proxy itself if there is no port for the relay.
    [[nodiscard]] QNetworkProxy entrance() const;
    /// The proxy behind it.
    [[nodiscard]] const QNetworkProxy &proxy() const { return m_proxy; }
    /// Whether user and password may be sent (once more) when Qt asks for them: not after a refusal.
    [[nodiscard]] bool mayAnswer() const;
    /// Why the proxy was not reached the last time. nullopt: it was.
    [[nodiscard]] std::optional<QNetworkReply::NetworkError> trouble() const { return m_trouble; }

private:
    class Way;
    friend class Way;

    void accept();
    void letOneThrough();
    [[nodiscard]] bool isRefused() const;
    void refuse();

    QNetworkProxy m_proxy;
    ArrivalMeter &m_arrivals;
    QTcpServer m_server;
    QList<QPointer<Way>> m_waiting; ///< Until the first one has got through.
    QPointer<Way> m_first;          ///< The one that tries.
    bool m_wasLetThrough = false;
    bool m_ntlmRefused = false;
    std::optional<qint64> m_refusedAt; ///< ms of a steady clock
    std::optional<QNetworkReply::NetworkError> m_trouble;
};

} // namespace layerscope
