// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTcpServer>
#include <QUrl>

#include <functional>
#include <memory>

class QTcpSocket;

namespace layerscope {

/// Forwards bytes between a client and an HTTP server on loopback, and damages some of the answers on the
/// way, below what a well-behaved server can do by itself. Lives on the test's thread.
class FaultProxy : public QObject
{
    Q_OBJECT

public:
    enum class Fault {
        None,
        Drop,     ///< The connection is closed when the request arrives; the server never sees it.
        HalfBody, ///< The head and half of the first piece of the body, then closed.
        Drip,     ///< The whole answer, a few bytes a turn of the event loop.
    };
    /// Asked for each request, in order of arrival.
    using Plan = std::function<Fault()>;

    explicit FaultProxy(quint16 serverPort, QObject *parent = nullptr);
    ~FaultProxy() override;

    void setPlan(Plan plan);
    [[nodiscard]] quint16 port() const;
    /// The server's base with this proxy's port in it.
    [[nodiscard]] QUrl restBase() const; ///< "http://127.0.0.1:<port>/rest/v3.1/"
    [[nodiscard]] int faultCount() const { return m_faults; }

private:
    class Pair;

    QTcpServer m_listener;
    quint16 m_serverPort;
    Plan m_plan;
    int m_faults = 0;
};

} // namespace layerscope
