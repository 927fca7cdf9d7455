// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/lanelife.h"

#include <QNetworkReply>

namespace layerscope {

void LaneLife::watch(QNetworkReply *reply)
{
    connect(reply, &QNetworkReply::socketStartedConnecting, this, [this] { m_isConnecting = true; });
    connect(reply, &QNetworkReply::encrypted, this, &LaneLife::live);
    connect(reply, &QNetworkReply::requestSent, this, &LaneLife::live);
    connect(reply, &QNetworkReply::metaDataChanged, this, &LaneLife::live);
}

void LaneLife::live()
{
    m_isConnecting = false;
    ++m_signsOfLife;
}

} // namespace layerscope
