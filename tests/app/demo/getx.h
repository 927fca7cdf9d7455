// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiprobe.h"
#include "demo/typecatalogue.h"
#include "listwords.h"

#include <QStringList>

#include <functional>

namespace layerscope::demo {

/// Whether what came of a property's getX is what the whole row says of it, `truth`. Locals and counts have
/// no getX: it is refused.
[[nodiscard]] inline bool isTruth(const SimulatedResponse &response, const PropertyInfo &property,
                                  const QJsonValue &truth)
{
    if (!property.isRelation())
        return response.status == 500;
    if (response.status != 200)
        return false;
    const QJsonValue answer = QJsonDocument::fromJson('[' + response.body + ']').array().first();
    if (property.kind == PropertyInfo::Kind::ToMany) {
        const qsizetype rows = truth.toArray().size();
        return headerOf(response, "SoftLayer-Total-Items").toInt() == rows && answer.toArray().size() == rows;
    }
    if (property.kind == PropertyInfo::Kind::ToOne) {
        const QJsonObject object = answer.toObject();
        bool areParts = answer.isNull() == truth.isUndefined();
        for (auto part = object.begin(); part != object.end(); ++part)
            areParts = areParts && QJsonValue(part.value()) == truth[part.key()];
        return areParts;
    }
    return truth.isUndefined() ? answer.isNull() : answer == truth;
}

/// Asks the getX of each property of one row, and names those of which the answer is not what `truth` says of
/// the property. Empty: all of them are right.
[[nodiscard]] inline QStringList wrongGetX(ApiProbe &probe, const QByteArray &service, qint64 id,
                                           const std::function<QJsonValue(const QString &)> &truth)
{
    QStringList wrong;
    const TypeInfo *type = findType(QString::fromLatin1(service));
    for (auto entry = type->properties.cbegin(); entry != type->properties.cend(); ++entry) {
        const QByteArray method = methodOf(entry.key());
        const SimulatedResponse response = probe.ask(objectPath(service, id, method));
        if (!isTruth(response, *entry, entry->isRelation() ? truth(entry.key()) : QJsonValue()))
            wrong += QString::fromLatin1(method);
    }
    return wrong;
}

} // namespace layerscope::demo
