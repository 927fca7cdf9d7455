// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faultproxy.h"

#include <QTcpSocket>
#include <QTimer>

namespace layerscope {

namespace {

/// Slow enough that the client reads each piece by itself, quick enough for a test.
constexpr qsizetype dripSize = 7;

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
            m_answer.clear();
        }
        if (m_fault == Fault::Drop)
            m_client->abort();
        else
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
            break;
        case Fault::HalfBody:
            cutInHalf(bytes);
            break;
        case Fault::Drip:
            m_drip += bytes;
            m_dripTimer.start(0);
            break;
        }
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
};

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
