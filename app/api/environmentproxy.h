// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>
#include <QString>
#include <QUrl>

namespace layerscope {

/// What the environment says of proxies for HTTPS, as slcli's own library, Python's requests, takes it:
/// HTTPS_PROXY, then ALL_PROXY; each in any case, the lower case first, where an empty one hides the others.
/// NO_PROXY names the hosts that are reached without, by their endings, or by addresses and networks such
/// as 10.0.0.0/8. A value; any thread. Sources: requests' utils.py (get_environ_proxies, select_proxy,
/// should_bypass_proxies), Python's urllib.request (getproxies_environment, proxy_bypass_environment).
class EnvironmentProxy
{
public:
    explicit EnvironmentProxy(const QProcessEnvironment &environment);

    [[nodiscard]] bool isSet() const { return !m_address.isEmpty(); }
    [[nodiscard]] QString address() const
    {
        return m_address;
    } ///< For ProxyAddress::parse(); may hold a password.
    [[nodiscard]] QString variable() const { return m_variable; } ///< The name of the one that says so.
    /// NO_PROXY names this host.
    [[nodiscard]] bool isBypassedFor(const QUrl &url) const;

private:
    QString m_address;
    QString m_variable;
    QStringList m_direct;
};

} // namespace layerscope
