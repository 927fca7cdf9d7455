// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/jsonlines.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace layerscope {

namespace {

/// As JSON: quotes and escapes are the library's business. For single values and texts.
QString asJson(const QJsonValue &value)
{
    QString text = QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
    text.chop(1);
    return text.sliced(1);
}

QString plain(const QJsonValue &value)
{
    return value.isString() ? value.toString() : asJson(value);
}

bool isPlainName(const QString &key)
{
    return !key.isEmpty() && std::all_of(key.cbegin(), key.cend(), [](QChar c) {
        return c.isLetterOrNumber() || c == QLatin1Char('_');
    });
}

QString pathOfKey(const QString &path, const QString &key)
{
    if (!isPlainName(key))
        return path + QLatin1Char('[') + asJson(key) + QLatin1Char(']');
    return path.isEmpty() ? key : path + QLatin1Char('.') + key;
}

class Writer
{
public:
    void write(const QJsonValue &value, const QString &before, const QString &path, int depth, bool isLast)
    {
        const QString comma = isLast ? QString() : QStringLiteral(",");
        const bool isArray = value.isArray();
        if (!isArray && !value.isObject()) {
            add(before + asJson(value) + comma, path, depth, plain(value));
            return;
        }
        const QString open(QLatin1Char(isArray ? '[' : '{'));
        const QString close(QLatin1Char(isArray ? ']' : '}'));
        const bool isEmpty = isArray ? value.toArray().isEmpty() : value.toObject().isEmpty();
        if (isEmpty) {
            add(before + open + close + comma, path, depth, {});
            return;
        }
        add(before + open, path, depth, {});
        if (isArray)
            writeElements(value.toArray(), path, depth + 1);
        else
            writeProperties(value.toObject(), path, depth + 1);
        add(close + comma, path, depth, {});
    }

    QList<JsonLine> lines;

private:
    void writeElements(const QJsonArray &array, const QString &path, int depth)
    {
        for (qsizetype i = 0; i < array.size(); ++i)
            write(array.at(i), {}, path + QStringLiteral("[%1]").arg(i), depth, i + 1 == array.size());
    }

    void writeProperties(const QJsonObject &object, const QString &path, int depth)
    {
        qsizetype left = object.size();
        for (auto property = object.constBegin(); property != object.constEnd(); ++property) {
            write(property.value(), asJson(property.key()) + QStringLiteral(": "),
                  pathOfKey(path, property.key()), depth, --left == 0);
        }
    }

    void add(const QString &text, const QString &path, int depth, const QString &value)
    {
        constexpr int blanksALevel = 2;
        lines.append({QString(depth * blanksALevel, QLatin1Char(' ')) + text, path, value});
    }
};

} // namespace

QList<JsonLine> jsonLines(const QJsonValue &value)
{
    Writer writer;
    writer.write(value, {}, {}, 0, true);
    return writer.lines;
}

} // namespace layerscope
