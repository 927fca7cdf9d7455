// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QNetworkReply;

namespace layerscope {

/// What is known of a lane's connections. Qt tells of a new one to any of the replies that wait, and takes a
/// waiting reply to whichever connection is free first, so only of the lane as a whole can be said whether
/// anything gets through. Client's thread.
class ConnectionLife : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Of a reply that was just made in this lane.
    void watch(QNetworkReply *reply);

    /// A connection was begun, and nothing got through since. Who began it may have given up meanwhile: Qt
    /// keeps the connection, and takes the next call to it.
    [[nodiscard]] bool isConnecting() const { return m_isConnecting; }
    /// How often the other side showed that it is there; only differences have a meaning.
    [[nodiscard]] int signsOfLife() const { return m_signsOfLife; }
    /// Its connections were closed.
    void forget() { m_isConnecting = false; }

private:
    void live();

    bool m_isConnecting = false;
    int m_signsOfLife = 0;
};

} // namespace layerscope
