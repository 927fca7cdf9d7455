// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/authproxy.h"

#include <QTcpSocket>

namespace layerscope {

namespace {

/// A challenge as a domain sends it, with nothing in it that matters here.
QByteArray ntlmChallenge()
{
    QByteArray message("NTLMSSP\0", 8);
    message += QByteArray::fromHex("02000000"         // type 2
                                   "0000000038000000" // no target
                                   "33820200"         // flags: Unicode, NTLM
                                   "3132333435363738" // challenge
                                   "0000000000000000"
                                   "0000000038000000" // no target information
                                   "0000000000000000");
    return message.toBase64();
}

} // namespace

/// One connection and, once it is let through, ours to where it leads.
class AuthProxy::Visit : public QObject
{
public:
    Visit(AuthProxy &proxy, QTcpSocket *client)
        : QObject(&proxy)
        , m_proxy(proxy)
        , m_client(client)
    {
        client->setParent(this);
        m_target.setProxy(QNetworkProxy::NoProxy);
        connect(client, &QTcpSocket::readyRead, this, &Visit::read);
        connect(client, &QTcpSocket::disconnected, this, &QObject::deleteLater);
        connect(&m_target, &QTcpSocket::readyRead, this, [this] { m_client->write(m_target.readAll()); });
        connect(&m_target, &QTcpSocket::disconnected, this, [this] { m_client->disconnectFromHost(); });
        connect(&m_target, &QTcpSocket::errorOccurred, this, [this] { m_client->disconnectFromHost(); });
    }

    ~Visit() override
    {
        m_client->disconnect(this);
        m_target.disconnect(this);
    }

private:
    void read()
    {
        if (m_isThrough) {
            m_target.write(m_client->readAll());
            return;
        }
        m_head += m_client->readAll();
        const qsizetype end = m_head.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QList<QByteArray> lines = m_head.left(end).split('\n');
        m_head.clear();
        ++m_proxy.m_connects;
        if (m_proxy.m_settings.isSilent)
            return;
        QByteArray credentials;
        for (const QByteArray &line : lines) {
            if (line.toLower().startsWith("proxy-authorization:"))
                credentials = line.mid(line.indexOf(':') + 1).trimmed();
        }
        judge(lines.first().split(' ').value(1), credentials);
    }

    void judge(const QByteArray &target, const QByteArray &credentials)
    {
        const Settings &settings = m_proxy.m_settings;
        const QByteArray value = QByteArray::fromBase64(credentials.mid(credentials.indexOf(' ') + 1));
        if (credentials.startsWith("Basic ")) {
            ++m_proxy.m_passwords;
            if (settings.offersBasic && value == settings.basic)
                return letThrough(target);
        } else if (credentials.startsWith("NTLM ") && settings.offersNtlm) {
            if (value.size() > 8 && value.at(8) == 1)
                return refuse({"NTLM " + ntlmChallenge()}, false);
            ++m_proxy.m_passwords;
            if (settings.takesNtlm)
                return letThrough(target);
        } else if (!settings.offersBasic && !settings.offersNtlm) {
            return letThrough(target);
        }
        QList<QByteArray> offers;
        if (settings.offersNtlm)
            offers += "NTLM";
        if (settings.offersBasic)
            offers += "Basic realm=\"test\"";
        refuse(offers, settings.closes);
    }

    void refuse(const QList<QByteArray> &offers, bool closes)
    {
        QByteArray head = "HTTP/1.1 407 Proxy Authentication Required\r\n";
        for (const QByteArray &offer : offers)
            head += "Proxy-Authenticate: " + offer + "\r\n";
        head += "Content-Length: " + QByteArray::number(m_proxy.m_settings.page.size()) + "\r\n";
        if (closes)
            head += "Connection: close\r\n";
        m_client->write(head + "\r\n" + m_proxy.m_settings.page);
        if (closes)
            m_client->disconnectFromHost();
    }

    void letThrough(const QByteArray &target)
    {
        ++m_proxy.m_tunnels;
        m_isThrough = true;
        m_client->write("HTTP/1.1 200 Connection established\r\n\r\n");
        const qsizetype colon = target.lastIndexOf(':');
        if (m_proxy.m_settings.leadsTo != 0)
            m_target.connectToHost(QHostAddress(QHostAddress::LocalHost), m_proxy.m_settings.leadsTo);
        else
            m_target.connectToHost(QString::fromLatin1(target.left(colon)), target.mid(colon + 1).toUShort());
    }

    AuthProxy &m_proxy;
    QTcpSocket *m_client;
    QTcpSocket m_target;
    QByteArray m_head;
    bool m_isThrough = false;
};

AuthProxy::AuthProxy(Settings settings, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = m_server.nextPendingConnection())
            new Visit(*this, client); // ends with its client
    });
    m_server.setListenBacklogSize(128);
    if (!m_server.listen(QHostAddress::LocalHost, 0))
        qFatal("no free port on loopback");
}

QNetworkProxy AuthProxy::proxy(const QString &user, const QString &password) const
{
    return QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), m_server.serverPort(), user,
                         password);
}

QString AuthProxy::name() const
{
    return QStringLiteral("127.0.0.1:%1").arg(m_server.serverPort());
}

} // namespace layerscope
