// SPDX-License-Identifier: GPL-3.0-or-later
#include "httpproxy.h"

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

QByteArray tinyproxyConfiguration(const HttpProxy::Settings &settings, quint16 port)
{
    // Without LogFile and Syslog it speaks to stdout; without User it stays who it is.
    QByteArray text = "Listen 127.0.0.1\n"
                      "Port " +
                      QByteArray::number(port) +
                      "\nAllow 127.0.0.1\n"
                      "Timeout 600\n"
                      "MaxClients 200\n"
                      "LogLevel Connect\n";
    if (!settings.user.isEmpty())
        text += "BasicAuth " + settings.user.toUtf8() + ' ' + settings.password.toUtf8() + '\n';
    for (const quint16 allowed : settings.connectPorts)
        text += "ConnectPort " + QByteArray::number(allowed) + '\n';
    return text;
}

} // namespace

bool HttpProxy::start(const Settings &settings)
{
    const QString program = systemProgram(u"tinyproxy"_s);
    if (program.isEmpty()) {
        m_problem = missingSentence(u"tinyproxy"_s, u"tinyproxy-bin"_s);
        return false;
    }
    constexpr int tries = 3; // somebody else may take the port before it does
    for (int i = 0; i < tries; ++i) {
        m_port = freePorts(1).first();
        QFile file(QDir(m_folder).filePath(u"tinyproxy.conf"_s));
        if (!file.open(QIODevice::WriteOnly)) {
            m_problem = file.errorString();
            return false;
        }
        file.write(tinyproxyConfiguration(settings, m_port));
        file.close();
        if (m_tinyproxy.start(program, {u"-d"_s, u"-c"_s, file.fileName()}, {m_port}))
            return true;
    }
    m_problem = u"tinyproxy does not run"_s;
    return false;
}

QNetworkProxy HttpProxy::proxy(const QString &user, const QString &password) const
{
    return QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, m_port, user, password);
}

QString HttpProxy::name() const
{
    return u"127.0.0.1:%1"_s.arg(m_port);
}

QString HttpProxy::problem()
{
    return m_problem + u'\n' + QString::fromUtf8(log());
}

} // namespace layerscope
