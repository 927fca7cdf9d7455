// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/mergedjson.h"

#include <QJsonArray>

namespace layerscope {

namespace {

/// Rows with the same id become one; the others of `from` are not of this list any more, and left out.
QJsonArray mergedRows(QJsonArray into, const QJsonArray &from)
{
    for (qsizetype i = 0; i < into.size(); ++i) {
        const QJsonValue row = into.at(i);
        for (const QJsonValue &other : from) {
            if (row.isObject() && other.isObject() && row[QLatin1String("id")] == other[QLatin1String("id")])
                into.replace(i, mergedJson(row.toObject(), other.toObject()));
        }
    }
    return into;
}

} // namespace

QJsonObject mergedJson(QJsonObject into, const QJsonObject &from)
{
    for (auto property = from.constBegin(); property != from.constEnd(); ++property)
        into.insert(property.key(), mergedJson(into.value(property.key()), property.value()));
    return into;
}

QJsonValue mergedJson(const QJsonValue &a, const QJsonValue &b)
{
    if (a.isObject() && b.isObject())
        return mergedJson(a.toObject(), b.toObject());
    if (a.isArray() && b.isArray())
        return mergedRows(a.toArray(), b.toArray());
    return a.isUndefined() || a.isNull() ? b : a;
}

} // namespace layerscope
