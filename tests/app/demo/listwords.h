// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <algorithm>

namespace layerscope::demo {

/// Filters as they go over the wire, and what lists bring.

[[nodiscard]] inline QString sortedBy(const QString &root, const QString &property,
                                      const QString &direction = QStringLiteral("ASC"))
{
    return QStringLiteral(
               R"({"%1":{"%2":{"operation":"orderBy","options":[{"name":"sort","value":["%3"]}]}}})")
        .arg(root, property, direction);
}

/// The list of bare metal servers by their ids.
inline const QString hardwareById = sortedBy(QStringLiteral("hardware"), QStringLiteral("id"));

[[nodiscard]] inline QString idsIn(const QString &root, const QList<qint64> &ids)
{
    QStringList texts;
    for (const qint64 id : ids)
        texts += QString::number(id);
    return QStringLiteral(R"({"%1":{"id":{"operation":"in","options":[{"name":"data","value":[%2]}]}}})")
        .arg(root, texts.join(u','));
}

[[nodiscard]] inline QList<qint64> idsOf(const QJsonArray &rows)
{
    QList<qint64> ids;
    for (const QJsonValue &row : rows)
        ids += row[QLatin1String("id")].toInteger();
    return ids;
}

[[nodiscard]] inline QList<qint64> ascending(QList<qint64> ids)
{
    std::sort(ids.begin(), ids.end());
    return ids;
}

/// The getter of a relation.
[[nodiscard]] inline QByteArray methodOf(const QString &relation)
{
    return "get" + QString(relation.at(0).toUpper() + relation.sliced(1)).toUtf8();
}

} // namespace layerscope::demo
