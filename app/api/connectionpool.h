// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/arrivalmeter.h"
#include "api/connection.h"
#include "api/connectionlife.h"

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QSslConfiguration>

#include <memory>
#include <vector>

class QAuthenticator;
class QNetworkReply;
class QNetworkRequest;

namespace layerscope {

struct ApiRequest;
class ProxyRelay;

/// The access managers of one account and how its requests look on the wire. A manager opens six connections
/// a host (limits §1), so there are as many as the window may need, and none gets a seventh request while
/// another has room: a request that waits inside Qt would count against its timeouts. The first ones are
/// filled first, so that connections that stand are used before new ones are made. Client's thread. Replies
/// belong to their caller, who deletes them before the lanes.
class ConnectionPool
{
public:
    static constexpr int connectionsPerLane =
        6; // QNetworkAccessManager's own, without a setting before Qt 6.5

    ConnectionPool(const Connection &connection, const QByteArray &userAgent, int maxCalls);
    ~ConnectionPool();

    /// A request on its way, and on which.
    struct Sent
    {
        QNetworkReply *reply;
        const ConnectionLife *life;
        const ProxyRelay *relay; ///< Null: there is none.
        ArrivalMeter *arrivals;
        std::shared_ptr<void> place = {}; ///< The call is in flight on its lane as long as somebody has it.
    };
    /// Sends it now: GET, or POST if it has parameters.
    [[nodiscard]] Sent send(const ApiRequest &request);

private:
    struct Lane
    {
        QNetworkAccessManager manager;
        ConnectionLife life;
        int inFlight = 0;
    };

    void answerProxy(QAuthenticator *authenticator) const;
    [[nodiscard]] QNetworkRequest networkRequest(const QUrl &url) const;

    Connection m_connection;
    QByteArray m_userAgent;
    QSslConfiguration m_tls;
    ArrivalMeter m_arrivals;
    std::unique_ptr<ProxyRelay> m_relay;
    std::vector<std::unique_ptr<Lane>> m_lanes;
};

} // namespace layerscope
