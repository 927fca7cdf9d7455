// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/environmentproxy.h"

#include <QHostAddress>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// The variable that counts of those that differ in case only; empty: none says anything.
QString variableFor(const QString &lowerCase, const QProcessEnvironment &environment)
{
    if (environment.contains(lowerCase))
        return environment.value(lowerCase).isEmpty() ? QString() : lowerCase;
    QStringList names = environment.keys();
    names.removeIf([&](const QString &name) {
        return name.compare(lowerCase, Qt::CaseInsensitive) != 0 || environment.value(name).isEmpty();
    });
    std::sort(names.begin(), names.end());
    return names.value(0);
}

bool isInNetwork(const QHostAddress &address, const QString &network)
{
    const std::pair<QHostAddress, int> subnet = QHostAddress::parseSubnet(network);
    return network.count(u'/') == 1 && !subnet.first.isNull() && address.isInSubnet(subnet);
}

} // namespace

EnvironmentProxy::EnvironmentProxy(const QProcessEnvironment &environment)
{
    for (const QString &name : {u"https_proxy"_s, u"all_proxy"_s}) {
        m_variable = variableFor(name, environment);
        m_address = environment.value(m_variable).trimmed();
        if (isSet())
            break;
    }
    const QString direct = environment.value(u"no_proxy"_s).isEmpty() ? environment.value(u"NO_PROXY"_s)
                                                                      : environment.value(u"no_proxy"_s);
    for (const QString &entry : direct.split(u','))
        m_direct.append(entry.trimmed().toLower());
    m_direct.removeAll(QString());
}

bool EnvironmentProxy::isBypassedFor(const QUrl &url) const
{
    if (m_direct == QStringList{u"*"_s})
        return true;
    const QString host = url.host().toLower();
    const QString withPort = url.port() < 0 ? host : QString(host + u':' + QString::number(url.port()));
    const QHostAddress address(host);
    return std::any_of(m_direct.cbegin(), m_direct.cend(), [&](const QString &entry) {
        if (address.protocol() == QAbstractSocket::IPv4Protocol)
            return entry == host || entry == withPort || isInNetwork(address, entry);
        return host.endsWith(entry) || withPort.endsWith(entry) || u'.' + host == entry;
    });
}

} // namespace layerscope
