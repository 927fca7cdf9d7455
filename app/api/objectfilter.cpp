// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/objectfilter.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace layerscope {

namespace {

constexpr QLatin1String operationKey("operation");

/// {"operation": name, "options": [{"name": option, "value": […]}]} (softlayer-api §3.3)
QJsonObject withOption(QLatin1String operation, QLatin1String option, const QJsonArray &value)
{
    return {{operationKey, operation},
            {QLatin1String("options"),
             QJsonArray{QJsonObject{{QLatin1String("name"), option}, {QLatin1String("value"), value}}}}};
}

/// A copy of `object` with `operation` at the end of `path`. QJsonObject hands out no references to nested
/// objects, so the way down is copied; filters are a handful of names.
QJsonObject inserted(QJsonObject object, QByteArrayView path, const QJsonObject &operation)
{
    const qsizetype dot = path.indexOf('.');
    const QString name = QString::fromLatin1(dot < 0 ? path : path.first(dot));
    Q_ASSERT_X(!name.isEmpty(), "ObjectFilter", "an empty name in the path");
    const QJsonObject child = object.value(name).toObject();
    // A property with an operation has nothing below it, and one with properties below it takes no operation.
    Q_ASSERT_X(!child.contains(operationKey), "ObjectFilter", "one operation a property");
    Q_ASSERT_X(dot >= 0 || child.isEmpty(), "ObjectFilter", "one operation a property");
    object.insert(name, dot < 0 ? operation : inserted(child, path.sliced(dot + 1), operation));
    return object;
}

} // namespace

ObjectFilter &ObjectFilter::equals(QByteArrayView path, qint64 value)
{
    set(path, {{operationKey, value}});
    return *this;
}

ObjectFilter &ObjectFilter::equals(QByteArrayView path, const QString &value)
{
    set(path, {{operationKey, value}});
    return *this;
}

ObjectFilter &ObjectFilter::in(QByteArrayView path, const QList<qint64> &values)
{
    QJsonArray data;
    for (const qint64 value : values)
        data.append(value);
    set(path, withOption(QLatin1String("in"), QLatin1String("data"), data));
    return *this;
}

ObjectFilter &ObjectFilter::orderBy(QByteArrayView path, Order order)
{
    const QLatin1String direction(order == Order::Ascending ? "ASC" : "DESC");
    set(path, withOption(QLatin1String("orderBy"), QLatin1String("sort"), {direction}));
    return *this;
}

QByteArray ObjectFilter::toJson() const
{
    return isEmpty() ? QByteArray() : QJsonDocument(m_root).toJson(QJsonDocument::Compact);
}

void ObjectFilter::set(QByteArrayView path, const QJsonObject &operation)
{
    m_root = inserted(m_root, path, operation);
}

} // namespace layerscope
