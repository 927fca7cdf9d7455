// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/lanelife.h"

#include <QNetworkReply>

namespace layerscope {

void LaneLife::watch(QNetworkReply *reply)
{
    const auto lives = [this] { ++m_signsOfLife; };
    connect(reply, &QNetworkReply::socketStartedConnecting, this, [this] { ++m_connectionsBegun; });
    connect(reply, &QNetworkReply::encrypted, this, lives);
    connect(reply, &QNetworkReply::requestSent, this, lives);
    connect(reply, &QNetworkReply::metaDataChanged, this, lives);
}

} // namespace layerscope
