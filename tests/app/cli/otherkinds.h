// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QList>
#include <QString>

namespace layerscope {

/// What OtherApi has of a kind that is one list of the account.
struct OtherKind
{
    QString name;     ///< "block-storage": of its file.
    QString relation; ///< "iscsiNetworkStorage"
    QString count;    ///< "iscsiNetworkStorageCount"
    QJsonArray rows;
    QByteArray csv; ///< Of `export KIND --columns all`.
};

[[nodiscard]] const QList<OtherKind> &otherKinds();

} // namespace layerscope
