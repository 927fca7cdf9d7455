// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QUrl>

#include <functional>

class QTcpSocket;

namespace layerscope {

/// A small HTTP/1.1 server on loopback that answers as a test tells it: by a script asked for each request,
/// or held back until the test answers by hand. Keeps connections open as the real one may. Lives on the
/// test's thread.
class ScriptedServer : public QObject
{
    Q_OBJECT

public:
    struct Request
    {
        QByteArray verb;
        QByteArray target;                     ///< As it came over the wire: path and query, still encoded.
        QHash<QByteArray, QByteArray> headers; ///< Names in lower case.
        QByteArray body;
        [[nodiscard]] QByteArray path() const;
        /// The decoded value of a query item.
        [[nodiscard]] QByteArray query(const char *name) const;
    };
    struct Answer
    {
        enum class Fault {
            None,
            Hold,     ///< Do not answer; see answerHeld().
            Drop,     ///< Close without a byte.
            HalfBody, ///< The whole length announced, half of it sent, then closed.
        };
        int status = 200;
        QByteArray body;
        QList<std::pair<QByteArray, QByteArray>> headers;
        Fault fault = Fault::None;
    };
    using Script = std::function<Answer(const Request &)>;

    explicit ScriptedServer(QObject *parent = nullptr);
    ~ScriptedServer() override;

    /// The default answers "[]" to everything.
    void setScript(Script script);
    [[nodiscard]] QUrl restBase() const; ///< "http://127.0.0.1:<port>/rest/v3.1/"
    [[nodiscard]] quint16 port() const;

    [[nodiscard]] const QList<Request> &requests() const { return m_requests; }
    /// Requests that are held back and whose connection still stands.
    [[nodiscard]] int heldCount() const;
    /// Answers the oldest one held back. False: there is none.
    bool answerHeld(const Answer &answer);
    void answerAllHeld(const Answer &answer);
    /// Sends raw bytes on the connection of the oldest one held back, and keeps holding it.
    bool sendRaw(const QByteArray &bytes);

    [[nodiscard]] static Answer json(const QByteArray &body) { return {200, body, {}, Answer::Fault::None}; }
    [[nodiscard]] static Answer fault(Answer::Fault fault) { return {200, "[]", {}, fault}; }

Q_SIGNALS:
    void requestArrived();
    void heldCountChanged();

private:
    struct Held
    {
        QPointer<QTcpSocket> socket;
    };

    void accept();
    void readFrom(QTcpSocket *socket);
    bool takeRequest(QTcpSocket *socket, QByteArray &buffer);
    static void send(QTcpSocket *socket, const Answer &answer);

    QTcpServer m_server;
    Script m_script;
    QHash<QTcpSocket *, QByteArray> m_buffers;
    QList<Request> m_requests;
    QList<Held> m_held;
};

} // namespace layerscope
