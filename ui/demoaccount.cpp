// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoaccount.h"

namespace layerscope {

DemoAccount::DemoAccount(int servers, std::chrono::milliseconds latency)
    : m_servers(servers)
    , m_latency(latency)
{}

Result<Connection> DemoAccount::open()
{
    if (!m_server) {
        auto server = std::make_unique<SimulatedServer>(m_servers, LatencyModel::fromBase(m_latency));
        if (const Result<Done> started = server->start(); !started)
            return Unexpected(started.error());
        m_server = std::move(server);
    }
    Connection connection;
    connection.restBase = m_server->restUrl();
    connection.credentials = {Credentials::Scheme::Basic, m_server->userName(), m_server->apiKey()};
    connection.proxy = QNetworkProxy(QNetworkProxy::NoProxy); // it is on this computer
    return connection;
}

} // namespace layerscope
