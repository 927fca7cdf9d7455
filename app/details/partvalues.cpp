// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/partvalues.h"

#include <QJsonArray>

namespace layerscope {

namespace {

QJsonValue merged(const QJsonValue &a, const QJsonValue &b);

QJsonObject mergedObjects(QJsonObject into, const QJsonObject &from)
{
    for (auto property = from.constBegin(); property != from.constEnd(); ++property)
        into.insert(property.key(), merged(into.value(property.key()), property.value()));
    return into;
}

/// Rows with the same id become one; the others of `from` are not of this list any more, and left out.
QJsonArray mergedRows(QJsonArray into, const QJsonArray &from)
{
    for (qsizetype i = 0; i < into.size(); ++i) {
        const QJsonValue row = into.at(i);
        for (const QJsonValue &other : from) {
            if (row.isObject() && other.isObject() && row[QLatin1String("id")] == other[QLatin1String("id")])
                into.replace(i, mergedObjects(row.toObject(), other.toObject()));
        }
    }
    return into;
}

QJsonValue merged(const QJsonValue &a, const QJsonValue &b)
{
    if (a.isObject() && b.isObject())
        return mergedObjects(a.toObject(), b.toObject());
    if (a.isArray() && b.isArray())
        return mergedRows(a.toArray(), b.toArray());
    return a.isUndefined() || a.isNull() ? b : a;
}

} // namespace

bool PartValues::isGone() const
{
    const auto isNotFound = [this](ServerPart part) {
        const PartStatus &status = at(part);
        return !status.value && status.error && status.error->kind == ApiError::Kind::NotFound;
    };
    return isNotFound(ServerPart::Object) && isNotFound(ServerPart::StateAndPlace);
}

QJsonObject PartValues::wholeObject() const
{
    QJsonObject whole;
    for (const ServerPartSpec &spec : partsOf(m_kind)) {
        const std::optional<QJsonValue> &value = at(spec.part).value;
        if (!value)
            continue;
        const QLatin1String property(spec.property);
        if (property.isEmpty())
            whole = mergedObjects(whole, value->toObject());
        else
            whole.insert(property, merged(whole.value(property), *value));
    }
    return whole;
}

} // namespace layerscope
