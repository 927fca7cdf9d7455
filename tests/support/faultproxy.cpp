// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faultproxy.h"

#include <QRandomGenerator>
#include <QTcpSocket>
#include <QTimer>

#include <memory>
#include <optional>
#include <utility>

namespace layerscope {

namespace {

/// Slow enough that the client reads each piece by itself, quick enough for a test.
constexpr qsizetype dripSize = 7;
/// So much of an endless answer is under way at once.
constexpr qint64 endlessPiece = 256 * 1024;

constexpr QByteArrayView lengthName = "Content-Length: ";

/// An answer as the server wrote it.
struct Answer
{
    QByteArray head; ///< With the empty line.
    QByteArray body;

    /// nullopt: not all of it is there.
    [[nodiscard]] static std::optional<Answer> read(const QByteArray &bytes)
    {
        const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return std::nullopt;
        Answer answer{bytes.first(headEnd + 4), bytes.sliced(headEnd + 4)};
        return answer.body.size() >= answer.length() ? std::optional(answer) : std::nullopt;
    }

    [[nodiscard]] qsizetype length() const
    {
        const qsizetype at = head.toLower().indexOf(lengthName.toByteArray().toLower());
        if (at < 0)
            return 0;
        const qsizetype start = at + lengthName.size();
        return head.sliced(start, head.indexOf('\r', start) - start).toLongLong();
    }
    void setLength(qsizetype length)
    {
        replaceLengthBy(lengthName.toByteArray() + QByteArray::number(length));
    }
    void replaceLengthBy(const QByteArray &line)
    {
        const qsizetype at = head.toLower().indexOf(lengthName.toByteArray().toLower());
        if (at >= 0)
            head.replace(at, head.indexOf('\r', at) - at, line);
    }
};

} // namespace

/// One client's connection and ours to the server for it.
class FaultProxy::Pair : public QObject
{
public:
    Pair(FaultProxy &proxy, QTcpSocket *client)
        : QObject(&proxy)
        , m_proxy(proxy)
        , m_client(client)
    {
        client->setParent(this);
        connect(client, &QTcpSocket::readyRead, this, &Pair::fromClient);
        connect(client, &QTcpSocket::disconnected, this, &QObject::deleteLater);
        connect(&m_server, &QTcpSocket::readyRead, this, &Pair::fromServer);
        connect(&m_server, &QTcpSocket::disconnected, this, [this] {
            if (m_drip.isEmpty())
                m_client->disconnectFromHost();
        });
        connect(&m_dripTimer, &QTimer::timeout, this, &Pair::drip);
        m_server.connectToHost(QHostAddress::LocalHost, proxy.m_serverPort);
    }

    ~Pair() override
    {
        m_client->disconnect(this);
        m_server.disconnect(this);
    }

private:
    void fromClient()
    {
        const QByteArray bytes = m_client->readAll();
        if (bytes.startsWith("GET ") || bytes.startsWith("POST ")) {
            m_fault = m_proxy.m_plan ? m_proxy.m_plan() : Fault::None;
            m_proxy.m_faults += m_fault == Fault::None ? 0 : 1;
            ++m_proxy.m_requests;
            m_answer.clear();
        }
        if (m_fault == Fault::Drop)
            m_client->abort();
        else if (m_fault != Fault::Hang)
            m_server.write(bytes);
    }

    void fromServer()
    {
        const QByteArray bytes = m_server.readAll();
        switch (m_fault) {
        case Fault::None:
            m_client->write(bytes);
            break;
        case Fault::Drop:
        case Fault::Hang:
            break;
        case Fault::HalfBody:
            cutInHalf(bytes);
            break;
        case Fault::Drip:
            m_drip += bytes;
            m_dripTimer.start(0);
            break;
        default:
            m_answer += bytes;
            if (const auto whole = Answer::read(m_answer)) {
                m_answer.clear();
                damage(*whole);
            }
            break;
        }
    }

    void damage(Answer answer)
    {
        switch (m_fault) {
        case Fault::HalfHead:
            m_client->write(answer.head.first(answer.head.size() / 2));
            m_client->disconnectFromHost();
            return;
        case Fault::DamagedGzip:
            answer.body.prepend(QByteArray::fromHex("1f8b08000000000000ff"));
            answer.replaceLengthBy("Content-Encoding: gzip\r\n" + lengthName.toByteArray() +
                                   QByteArray::number(answer.body.size()));
            m_client->write(answer.head + answer.body);
            return;
        case Fault::LongLength:
            answer.setLength(answer.body.size() + 100);
            m_client->write(answer.head + answer.body);
            m_client->disconnectFromHost();
            return;
        case Fault::ShortLength:
            answer.setLength(answer.body.size() / 2);
            m_client->write(answer.head + answer.body);
            return;
        case Fault::BadChunk:
            answer.replaceLengthBy("Transfer-Encoding: chunked");
            m_client->write(answer.head + QByteArray::number(answer.body.size() / 2, 16) + "\r\n" +
                            answer.body.first(answer.body.size() / 2) + "\r\nno length\r\n" +
                            answer.body.sliced(answer.body.size() / 2) + "\r\n0\r\n\r\n");
            return;
        case Fault::EndlessBody:
            answer.replaceLengthBy("Connection: close");
            begin(answer.head + '[', QByteArray(R"({"id":1,"hostname":"endless"},)").repeated(1000));
            return;
        case Fault::EndlessHead:
            begin(answer.head.chopped(2), QByteArray("X-Endless: endless\r\n").repeated(1000));
            return;
        default:
            m_client->write(answer.head + answer.body);
        }
    }

    /// Something without end.
    void begin(const QByteArray &start, const QByteArray &piece)
    {
        m_client->write(start);
        m_endless = piece;
        connect(m_client, &QTcpSocket::bytesWritten, this, &Pair::goOn);
        goOn();
    }

    void goOn()
    {
        while (m_client->state() == QAbstractSocket::ConnectedState &&
               m_client->bytesToWrite() < endlessPiece)
            m_proxy.m_endlessBytes += m_client->write(m_endless);
    }

    void cutInHalf(const QByteArray &bytes)
    {
        m_answer += bytes;
        const qsizetype headEnd = m_answer.indexOf("\r\n\r\n");
        const qsizetype body = headEnd < 0 ? 0 : m_answer.size() - headEnd - 4;
        if (body == 0)
            return; // wait for something to cut
        m_client->write(m_answer.left(headEnd + 4 + body / 2));
        m_client->disconnectFromHost();
    }

    void drip()
    {
        m_client->write(m_drip.left(dripSize));
        m_client->flush();
        m_drip.remove(0, dripSize);
        if (m_drip.isEmpty())
            m_dripTimer.stop();
    }

    FaultProxy &m_proxy;
    QTcpSocket *m_client;
    QTcpSocket m_server;
    QTimer m_dripTimer;
    Fault m_fault = Fault::None;
    QByteArray m_answer;
    QByteArray m_drip;
    QByteArray m_endless;
};

FaultProxy::Plan FaultProxy::sometimes(Fault fault, quint32 perMille, quint32 seed)
{
    const auto lot = std::make_shared<QRandomGenerator>(seed);
    return [=] { return lot->bounded(1000u) < perMille ? fault : Fault::None; };
}

FaultProxy::Plan FaultProxy::outage(Fault fault, int afterRequests, int forRequests)
{
    const auto seen = std::make_shared<int>(0);
    return [=] {
        const int inOutage = (*seen)++ - afterRequests;
        return inOutage >= 0 && (forRequests == 0 || inOutage < forRequests) ? fault : Fault::None;
    };
}

FaultProxy::FaultProxy(quint16 serverPort, QObject *parent)
    : QObject(parent)
    , m_serverPort(serverPort)
{
    connect(&m_listener, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = m_listener.nextPendingConnection())
            new Pair(*this, client); // ends with its client
    });
    m_listener.setListenBacklogSize(128);
    if (!m_listener.listen(QHostAddress::LocalHost, 0))
        qFatal("no free port on loopback");
}

FaultProxy::~FaultProxy() = default;

void FaultProxy::setPlan(Plan plan)
{
    m_plan = std::move(plan);
}

quint16 FaultProxy::port() const
{
    return m_listener.serverPort();
}

QUrl FaultProxy::restBase() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1/rest/v3.1/").arg(port()));
}

} // namespace layerscope
