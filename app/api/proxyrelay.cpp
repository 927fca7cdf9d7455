// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/proxyrelay.h"

#include "api/arrivalmeter.h"
#include "api/proxyhead.h"
#include "core/logging.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QHostAddress>
#include <QTcpSocket>

namespace layerscope {

namespace {

/// Of a head, either side's. What is longer is no proxy's.
constexpr qsizetype longestHead = 64 * 1024;
/// What may wait between the two sides, each way.
constexpr qint64 maxBuffered = 256 * 1024;
/// A refused password is not sent again sooner.
constexpr qint64 refusalLasts = 60'000;

constexpr char ownRefusal[] = "HTTP/1.1 407 Proxy Authentication Required\r\n"
                              "Proxy-Authenticate: Basic realm=\"proxy\"\r\n"
                              "Content-Length: 0\r\n\r\n";

/// Instead of a connection that is closed without a word, upon which Qt 6.4 waits until the time limit.
constexpr char noAnswer[] =
    "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

qint64 steadyNow()
{
    return QDeadlineTimer::current(Qt::PreciseTimer).deadline();
}

} // namespace

/// One connection of Qt's and ours to the proxy for it.
class ProxyRelay::Way : public QObject
{
public:
    Way(ProxyRelay &relay, QTcpSocket *client)
        : QObject(&relay)
        , m_relay(relay)
        , m_client(client)
    {
        client->setParent(this);
        client->setReadBufferSize(maxBuffered);
        m_upstream.setProxy(QNetworkProxy::NoProxy);
        m_upstream.setReadBufferSize(maxBuffered);
        connect(client, &QTcpSocket::readyRead, this, &Way::fromClient);
        connect(client, &QTcpSocket::bytesWritten, this, &Way::fromProxy);
        connect(client, &QTcpSocket::disconnected, this, &Way::end);
        watchProxy();
    }

    ~Way() override
    {
        m_client->disconnect(this);
        m_upstream.disconnect(this);
    }

    /// It is this one's turn to talk to the proxy.
    void proceed()
    {
        m_mayProceed = true;
        fromClient();
    }

private:
    void end()
    {
        const bool wasFirst = m_relay.m_first == this;
        if (wasFirst)
            m_relay.m_first.clear();
        deleteLater();
        if (wasFirst)
            m_relay.letOneThrough();
    }

    void fromClient()
    {
        if (m_isTunnel) {
            pump(*m_client, m_upstream);
            return;
        }
        m_request += m_client->readAll();
        if (m_request.size() > longestHead) {
            m_client->abort();
            return;
        }
        const qsizetype end = m_request.indexOf("\r\n\r\n");
        if (end < 0 || m_isAsking)
            return;
        if (m_relay.isRefused()) {
            m_request.remove(0, end + 4);
            m_client->write(ownRefusal);
            return;
        }
        if (!m_mayProceed)
            return;
        ask(m_request.left(end + 4));
        m_request.remove(0, end + 4);
    }

    void ask(const QByteArray &head)
    {
        m_isAsking = true;
        m_answer.clear();
        m_credentials = headerOf(head, "Proxy-Authorization");
        if (m_upstream.state() == QAbstractSocket::UnconnectedState)
            m_upstream.connectToHost(m_relay.m_proxy.hostName(), m_relay.m_proxy.port());
        m_upstream.write(head); // waits for the connection
    }

    void fromProxy()
    {
        if (m_isTunnel) {
            pump(m_upstream, *m_client);
            return;
        }
        if (!m_isAsking)
            return; // the rest of an answer that was passed on
        m_answer += m_upstream.readAll();
        const qsizetype end = m_answer.indexOf("\r\n\r\n");
        if (end < 0) {
            if (m_answer.size() > longestHead)
                m_client->abort();
            return;
        }
        const ProxyAnswer answer = ProxyAnswer::read(m_answer.left(end));
        if (answer.status == 407) {
            takeRefusal(answer, end + 4);
            return;
        }
        // A tunnel, or something that Qt is to make sense of: whatever comes goes on as it is.
        m_isTunnel = true;
        m_isAsking = false;
        m_client->write(m_answer);
        m_answer.clear();
        if (answer.status >= 200 && answer.status < 300)
            m_relay.m_wasLetThrough = true;
        passOn();
        pump(m_upstream, *m_client);
        pump(*m_client, m_upstream);
    }

    /// Qt reads what is left of it, since it has no body any more.
    void takeRefusal(const ProxyAnswer &answer, qsizetype bodyAt)
    {
        bool closes = answer.closes;
        if (!closes && m_answer.size() - bodyAt < answer.bodySize) {
            if (answer.bodySize <= longestHead)
                return; // its body is still coming
            closes = true;
        }
        const QByteArray step = answer.ntlmStep();
        m_isAsking = false;
        m_answer.clear();
        if (closes && step.isEmpty()) {
            m_upstream.disconnect(this);
            m_upstream.abort();
            watchProxy();
        }
        m_client->write(step.isEmpty() ? refusalOf(answer.offers) : proxyRefusal({step}));
        if (m_relay.isRefused())
            passOn();
        fromClient();
    }

    void watchProxy()
    {
        connect(&m_upstream, &QTcpSocket::readyRead, this, &Way::fromProxy);
        connect(&m_upstream, &QTcpSocket::bytesWritten, this, &Way::fromClient);
        connect(&m_upstream, &QTcpSocket::connected, this, [this] { m_relay.m_trouble.reset(); });
        connect(&m_upstream, &QTcpSocket::disconnected, this, &Way::proxyLeft);
        connect(&m_upstream, &QTcpSocket::errorOccurred, this, &Way::failed);
    }

    /// What Qt is told: the offers that have not been tried in vain, and never one that it would not stop to
    /// try.
    [[nodiscard]] QByteArray refusalOf(const QList<QByteArray> &offered)
    {
        if (isLastNtlmStep(m_credentials))
            m_relay.m_ntlmRefused = true;
        const bool hasUser = !m_relay.m_proxy.user().isEmpty();
        QList<QByteArray> offers;
        for (const QByteArray &offer : offered) {
            const bool isNtlm = isAuthScheme(offer, "NTLM");
            if (!isAuthScheme(offer, "Negotiate") && (!isNtlm || (hasUser && !m_relay.m_ntlmRefused)))
                offers += offer;
        }
        const bool triedAll = isAuthScheme(m_credentials, "Basic") || isAuthScheme(m_credentials, "Digest");
        if (offers.isEmpty() || triedAll) {
            m_relay.refuse();
            return ownRefusal;
        }
        return proxyRefusal(offers);
    }

    void proxyLeft()
    {
        if (m_isTunnel) {
            m_client->write(m_upstream.readAll()); // the last of it, whatever is waiting already
            m_client->disconnectFromHost();
        } else if (m_isAsking) {
            m_relay.m_trouble = QNetworkReply::ProxyConnectionClosedError;
            giveUp();
        }
    }

    void failed(QAbstractSocket::SocketError error)
    {
        if (m_isTunnel || !m_isAsking)
            return;
        if (error == QAbstractSocket::HostNotFoundError)
            m_relay.m_trouble = QNetworkReply::HostNotFoundError;
        else if (error == QAbstractSocket::ConnectionRefusedError)
            m_relay.m_trouble = QNetworkReply::ProxyConnectionRefusedError;
        else if (error == QAbstractSocket::NetworkError)
            m_relay.m_trouble = QNetworkReply::TemporaryNetworkFailureError;
        else if (error == QAbstractSocket::RemoteHostClosedError)
            return; // proxyLeft() is told, too
        giveUp();
    }

    void giveUp()
    {
        m_isAsking = false;
        m_client->write(noAnswer);
        m_client->disconnectFromHost();
    }

    /// The proxy has decided; the others need not wait for this one any longer.
    void passOn()
    {
        if (m_relay.m_first == this)
            m_relay.m_first.clear();
        m_relay.letOneThrough();
    }

    void pump(QTcpSocket &from, QTcpSocket &to)
    {
        while (from.bytesAvailable() > 0 && to.bytesToWrite() < maxBuffered) {
            const QByteArray bytes = from.read(maxBuffered);
            m_relay.m_arrivals.claim(bytes.size());
            to.write(bytes);
        }
    }

    ProxyRelay &m_relay;
    QTcpSocket *m_client;
    QTcpSocket m_upstream;
    QByteArray m_request;     ///< What Qt sent and the proxy has not got yet.
    QByteArray m_credentials; ///< Of the request that the proxy has.
    QByteArray m_answer;
    bool m_mayProceed = false;
    bool m_isAsking = false;
    bool m_isTunnel = false;
};

ProxyRelay::ProxyRelay(const QNetworkProxy &proxy, ArrivalMeter &arrivals, QObject *parent)
    : QObject(parent)
    , m_proxy(proxy)
    , m_arrivals(arrivals)
{
    connect(&m_server, &QTcpServer::newConnection, this, &ProxyRelay::accept);
    m_server.setProxy(QNetworkProxy::NoProxy);
    m_server.setListenBacklogSize(128);
    bool isListening = m_server.listen(QHostAddress::LocalHost, 0);
    if (isListening && m_server.serverPort() == proxy.port()) {
        // The system gave us the port of a proxy that does not run: there we would wait for ourselves.
        m_server.close();
        QTcpServer occupied;
        occupied.listen(QHostAddress::LocalHost, proxy.port());
        isListening = m_server.listen(QHostAddress::LocalHost, 0);
    }
    if (!isListening)
        qCWarning(logApi) << "no port for talking to the proxy:" << m_server.errorString();
}

ProxyRelay::~ProxyRelay()
{
    m_first.clear();
    m_waiting.clear();
    const QObjectList all = children();
    for (QObject *child : all)
        delete dynamic_cast<Way *>(child); // it has no meta object to be found by
}

QNetworkProxy ProxyRelay::entrance() const
{
    if (!m_server.isListening())
        return m_proxy;
    QNetworkProxy entrance = m_proxy;
    entrance.setHostName(QStringLiteral("127.0.0.1"));
    entrance.setPort(m_server.serverPort());
    return entrance;
}

bool ProxyRelay::mayAnswer() const
{
    return !m_proxy.user().isEmpty() && !isRefused();
}

void ProxyRelay::accept()
{
    while (QTcpSocket *client = m_server.nextPendingConnection()) {
        m_waiting += new Way(*this, client);
        letOneThrough();
    }
}

void ProxyRelay::letOneThrough()
{
    const bool all = m_wasLetThrough || isRefused();
    while (!m_waiting.isEmpty() && (all || !m_first)) {
        const QPointer<Way> way = m_waiting.takeFirst();
        if (!way)
            continue;
        if (!all)
            m_first = way;
        way->proceed();
    }
}

bool ProxyRelay::isRefused() const
{
    return m_refusedAt && steadyNow() - *m_refusedAt < refusalLasts;
}

void ProxyRelay::refuse()
{
    m_refusedAt = steadyNow();
    m_ntlmRefused = false; // after that minute everything may be tried again
}

} // namespace layerscope
