// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QNetworkReply;

namespace layerscope {

/// What is known of a lane's connections. Qt tells of a new one to any of the replies that wait, and takes a
/// waiting reply to whichever connection is free first, so only of the lane as a whole can be said whether
/// anything gets through. Client's thread.
class LaneLife : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Of a reply that was just made in this lane.
    void watch(QNetworkReply *reply);

    /// How often a connection was begun; only differences have a meaning.
    [[nodiscard]] int connectionsBegun() const { return m_connectionsBegun; }
    /// How often the other side showed that it is there.
    [[nodiscard]] int signsOfLife() const { return m_signsOfLife; }

private:
    int m_connectionsBegun = 0;
    int m_signsOfLife = 0;
};

} // namespace layerscope
