// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/connectionlife.h"

#include <QNetworkReply>

namespace layerscope {

void ConnectionLife::watch(QNetworkReply *reply)
{
    connect(reply, &QNetworkReply::socketStartedConnecting, this, [this] { m_isConnecting = true; });
    connect(reply, &QNetworkReply::encrypted, this, &ConnectionLife::live);
    connect(reply, &QNetworkReply::requestSent, this, &ConnectionLife::live);
    connect(reply, &QNetworkReply::metaDataChanged, this, &ConnectionLife::live);
}

void ConnectionLife::live()
{
    m_isConnecting = false;
    ++m_signsOfLife;
}

} // namespace layerscope
