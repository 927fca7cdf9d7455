// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scriptedserver.h"

#include <QTcpSocket>
#include <QUrlQuery>

#include <utility>

namespace layerscope {

QByteArray ScriptedServer::Request::path() const
{
    return target.left(target.indexOf('?'));
}

QByteArray ScriptedServer::Request::query(const char *name) const
{
    const qsizetype mark = target.indexOf('?');
    for (const QByteArray &item : target.mid(mark < 0 ? target.size() : mark + 1).split('&')) {
        if (item.left(item.indexOf('=')) == name)
            return QByteArray::fromPercentEncoding(item.mid(item.indexOf('=') + 1));
    }
    return {};
}

ScriptedServer::ScriptedServer(QObject *parent)
    : QObject(parent)
    , m_script([](const Request &) { return json("[]"); })
{
    connect(&m_server, &QTcpServer::newConnection, this, &ScriptedServer::accept);
    m_server.setListenBacklogSize(128);
    if (!m_server.listen(QHostAddress::LocalHost, 0))
        qFatal("no free port on loopback");
}

ScriptedServer::~ScriptedServer()
{
    for (QTcpSocket *socket : m_buffers.keys())
        socket->disconnect(this);
}

void ScriptedServer::setScript(Script script)
{
    m_script = std::move(script);
}

QUrl ScriptedServer::restBase() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1/rest/v3.1/").arg(port()));
}

quint16 ScriptedServer::port() const
{
    return m_server.serverPort();
}

int ScriptedServer::heldCount() const
{
    return static_cast<int>(std::count_if(m_held.begin(), m_held.end(), [](const Held &held) {
        return held.socket && held.socket->state() == QAbstractSocket::ConnectedState;
    }));
}

bool ScriptedServer::answerHeld(const Answer &answer)
{
    while (!m_held.isEmpty()) {
        const Held held = m_held.takeFirst();
        if (held.socket && held.socket->state() == QAbstractSocket::ConnectedState) {
            send(held.socket, answer);
            return true;
        }
    }
    return false;
}

void ScriptedServer::answerAllHeld(const Answer &answer)
{
    while (answerHeld(answer)) {
    }
}

bool ScriptedServer::sendRaw(const QByteArray &bytes)
{
    for (const Held &held : std::as_const(m_held)) {
        if (held.socket && held.socket->state() == QAbstractSocket::ConnectedState) {
            held.socket->write(bytes);
            return true;
        }
    }
    return false;
}

void ScriptedServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        m_buffers.insert(socket, {});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { readFrom(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_buffers.remove(socket);
            socket->deleteLater();
            Q_EMIT heldCountChanged();
        });
        readFrom(socket);
    }
}

void ScriptedServer::readFrom(QTcpSocket *socket)
{
    QByteArray buffer = m_buffers.value(socket) + socket->readAll();
    while (takeRequest(socket, buffer)) {
    }
    if (m_buffers.contains(socket)) // an answer may have closed it
        m_buffers.insert(socket, buffer);
}

bool ScriptedServer::takeRequest(QTcpSocket *socket, QByteArray &buffer)
{
    const qsizetype headerEnd = buffer.indexOf("\r\n\r\n");
    if (headerEnd < 0)
        return false;
    QList<QByteArray> lines = buffer.left(headerEnd).split('\n');
    const QList<QByteArray> words = lines.takeFirst().trimmed().split(' ');
    Request request;
    request.verb = words.value(0);
    request.target = words.value(1);
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (buffer.size() < headerEnd + 4 + length)
        return false;
    request.body = buffer.mid(headerEnd + 4, length);
    buffer.remove(0, headerEnd + 4 + length);

    m_requests.append(request);
    const Answer answer = m_script(request);
    if (answer.fault == Answer::Fault::Hold)
        m_held.append(Held{socket});
    else
        send(socket, answer);
    Q_EMIT requestArrived();
    Q_EMIT heldCountChanged();
    return true;
}

void ScriptedServer::send(QTcpSocket *socket, const Answer &answer)
{
    if (answer.fault == Answer::Fault::Drop) {
        socket->abort();
        return;
    }
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " Scripted\r\n";
    head += "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    for (const auto &[name, value] : answer.headers)
        head += name + ": " + value + "\r\n";
    socket->write(head + "\r\n");
    if (answer.fault == Answer::Fault::HalfBody) {
        socket->write(answer.body.left(answer.body.size() / 2));
        socket->disconnectFromHost();
        return;
    }
    socket->write(answer.body);
}

} // namespace layerscope
