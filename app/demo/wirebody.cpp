// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/wirebody.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

QByteArray wireJson(const QJsonValue &value)
{
    QByteArray text;
    if (value.isObject())
        text = QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    else if (value.isArray())
        text = QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    else // QJsonDocument knows no bare values: write a list of one and take its brackets off
        text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).chopped(1).sliced(1);
    // A slash can only stand inside a text, so a plain replacement is right.
    return text.replace('/', "\\/");
}

QByteArray wireJson(const WireError &error)
{
    QJsonObject object{{u"error"_s, error.text}};
    if (!error.code.isEmpty())
        object.insert(u"code"_s, error.code);
    return wireJson(QJsonValue(object));
}

QByteArray wireXml(const WireError &error)
{
    return QString(
               u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<root><error>%1</error><code>%2</code></root>\n"_s)
        .arg(error.text.toHtmlEscaped(), error.code.toHtmlEscaped())
        .toUtf8();
}

} // namespace layerscope::demo
