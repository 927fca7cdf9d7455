// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QHttpServer>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <memory>
#include <utility>

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#    include <QHttpHeaders>
#endif

namespace layerscope::demo {

// QHttpServer was a technical preview up to 6.7: 6.5 moved the sockets behind streams, 6.8 changed the names.
// What differs is in this file alone.

using Headers = QList<std::pair<QByteArray, QByteArray>>;

/// The right to answer one request, now or later, or to hang up. Must be gone before the server is.
class PendingAnswer
{
public:
    /// `socket` is the client's, or nullptr if it went away. `watchesSocket` where Qt itself does not cope
    /// with clients that go away.
    PendingAnswer(QHttpServerResponder &&responder, QTcpSocket *socket, bool watchesSocket)
        : m_responder(std::move(responder))
        , m_socket(socket)
        , m_watchesSocket(watchesSocket)
    {}

    /// Does nothing if the client went away meanwhile: Qt 6.4 would write to a socket that no longer exists.
    void send(int status, const QByteArray &contentType, const Headers &headers, const QByteArray &body)
    {
        if (m_watchesSocket && (!m_socket || m_socket->state() != QAbstractSocket::ConnectedState))
            return;
        const auto code = static_cast<QHttpServerResponder::StatusCode>(status);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
        QHttpHeaders all;
        all.append(QHttpHeaders::WellKnownHeader::ContentType, contentType);
        for (const auto &[name, value] : headers)
            all.append(name, value);
        m_responder.write(body, all, code);
#else
        m_responder.writeStatusLine(code);
        m_responder.writeHeader("Content-Type", contentType);
        m_responder.writeHeader("Content-Length", QByteArray::number(body.size()));
        for (const auto &[name, value] : headers)
            m_responder.writeHeader(name, value);
        m_responder.writeBody(body);
#endif
    }

    /// Closes the connection without an answer. Not while the request is being handled.
    void hangUp()
    {
        if (m_socket)
            m_socket->abort();
    }

private:
    QHttpServerResponder m_responder;
    QPointer<QTcpSocket> m_socket;
    bool m_watchesSocket;
};

using RequestHandler = std::function<void(const QHttpServerRequest &, std::unique_ptr<PendingAnswer>)>;

/// Hands each request on loopback to one function, whatever its path. Belongs to one thread.
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
class LoopbackServer
{
public:
    explicit LoopbackServer(RequestHandler handler)
    {
#    if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
        m_server.setMissingHandler(&m_server, [this, handler](const QHttpServerRequest &request,
                                                              QHttpServerResponder &responder) {
            handler(request, std::make_unique<PendingAnswer>(std::move(responder), socketOf(request), false));
        });
#    else
        m_server.setMissingHandler([this, handler](const QHttpServerRequest &request,
                                                   QHttpServerResponder &&responder) {
            handler(request, std::make_unique<PendingAnswer>(std::move(responder), socketOf(request), false));
        });
#    endif
    }
    LoopbackServer(const LoopbackServer &) = delete;
    LoopbackServer &operator=(const LoopbackServer &) = delete;

    /// Returns the port, or 0 if the system gave none.
    [[nodiscard]] quint16 listen()
    {
#    if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
        auto socket = std::make_unique<QTcpServer>();
        if (!socket->listen(QHostAddress::LocalHost) || !m_server.bind(socket.get()))
            return 0;
        return socket.release()->serverPort(); // bind() made the server its owner
#    else
        return m_server.listen(QHostAddress::LocalHost);
#    endif
    }

private:
    /// These versions keep the sockets to themselves, but as children.
    [[nodiscard]] QTcpSocket *socketOf(const QHttpServerRequest &request) const
    {
        for (QTcpSocket *socket : m_server.findChildren<QTcpSocket *>()) {
            if (socket->peerPort() == request.remotePort())
                return socket;
        }
        return nullptr;
    }

    QHttpServer m_server;
};
#else
class LoopbackServer final : public QAbstractHttpServer
{
public:
    explicit LoopbackServer(RequestHandler handler)
        : m_handler(std::move(handler))
    {}

    /// Returns the port, or 0 if the system gave none.
    [[nodiscard]] quint16 listen() { return QAbstractHttpServer::listen(QHostAddress::LocalHost); }

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override
    {
        m_handler(request, std::make_unique<PendingAnswer>(makeResponder(request, socket), socket, true));
        return true;
    }
    void missingHandler(const QHttpServerRequest &, QTcpSocket *) override {}

private:
    RequestHandler m_handler;
};
#endif

[[nodiscard]] inline QByteArray headerOf(const QHttpServerRequest &request, const QByteArray &name)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    return request.headers().value(name).toByteArray();
#else
    return request.value(name);
#endif
}

} // namespace layerscope::demo
