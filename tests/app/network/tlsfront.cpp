// SPDX-License-Identifier: GPL-3.0-or-later
#include "tlsfront.h"

#include <QDir>
#include <QFile>

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

QByteArray nginxConfiguration(const QString &folder, const QUrl &upstream,
                              const QList<TestCa::Identity> &identities, const QList<quint16> &ports)
{
    QString servers;
    for (qsizetype i = 0; i < identities.size(); ++i) {
        servers += u"  server {\n"
                   "    listen 127.0.0.1:%1 ssl;\n"
                   "    ssl_certificate \"%2\";\n"
                   "    ssl_certificate_key \"%3\";\n"
                   "    location / {\n"
                   "      proxy_pass http://%4:%5;\n"
                   "      proxy_http_version 1.1;\n"
                   "      proxy_set_header Connection \"\";\n"
                   "    }\n"
                   "  }\n"_s.arg(ports.at(i))
                       .arg(identities.at(i).certificate, identities.at(i).key, upstream.host())
                       .arg(upstream.port());
    }
    QString temporary;
    for (const QString &what : {u"client_body"_s, u"proxy"_s, u"fastcgi"_s, u"uwsgi"_s, u"scgi"_s})
        temporary += u"  %1_temp_path \"%2/%1\";\n"_s.arg(what, folder);
    // Its worker would be somebody who may not look into a folder of root's.
    const QString user = geteuid() == 0 ? u"user root;\n"_s : QString();
    return QString(user +
                   u"daemon off;\n"
                   "worker_processes 1;\n"
                   "pid \"%1/nginx.pid\";\n"
                   "error_log stderr info;\n"
                   "events { worker_connections 512; }\n"
                   "http {\n"
                   "  access_log off;\n"
                   "  ssl_protocols TLSv1.2 TLSv1.3;\n"_s.arg(folder) +
                   temporary + servers + u"}\n"_s)
        .toUtf8();
}

} // namespace

bool TlsFront::start(const QUrl &upstream, const QList<TestCa::Identity> &identities)
{
    const QString program = systemProgram(u"nginx"_s);
    if (program.isEmpty()) {
        m_problem = missingSentence(u"nginx"_s, u"nginx"_s);
        return false;
    }
    constexpr int tries = 3; // somebody else may take a port before nginx does
    for (int i = 0; i < tries; ++i) {
        m_ports = freePorts(int(identities.size()));
        QFile file(QDir(m_folder).filePath(u"nginx.conf"_s));
        if (!file.open(QIODevice::WriteOnly)) {
            m_problem = file.errorString();
            return false;
        }
        file.write(nginxConfiguration(m_folder, upstream, identities, m_ports));
        file.close();
        if (m_nginx.start(program, {u"-e"_s, u"stderr"_s, u"-p"_s, m_folder, u"-c"_s, file.fileName()},
                          m_ports))
            return true;
    }
    m_problem = u"nginx does not run"_s;
    return false;
}

QUrl TlsFront::restBase(int identity, const QString &host) const
{
    return QUrl(u"https://%1:%2/rest/v3.1/"_s.arg(host).arg(port(identity)));
}

QString TlsFront::problem()
{
    return m_problem + u'\n' + QString::fromUtf8(m_nginx.log());
}

} // namespace layerscope
