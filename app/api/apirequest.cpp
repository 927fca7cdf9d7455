// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apirequest.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace layerscope {

QUrl ApiRequest::url(const QUrl &restBase) const
{
    QByteArray encoded = restBase.toEncoded();
    Q_ASSERT_X(encoded.endsWith('/'), "ApiRequest::url",
               "the base ends in a slash, see Connection::restBaseFrom");
    encoded += service + '/';
    if (!objectId.isEmpty())
        encoded += QUrl::toPercentEncoding(objectId) + '/';
    encoded += method + ".json";

    // QUrlQuery leaves '+' as it is, which the server reads as a space (softlayer-api §1.6): encoded here,
    // value by value.
    char separator = '?';
    const auto addParameter = [&](const char *name, const QByteArray &value) {
        if (value.isEmpty())
            return;
        encoded += separator;
        encoded += name;
        encoded += '=' + QUrl::toPercentEncoding(QString::fromUtf8(value));
        separator = '&';
    };
    addParameter("objectMask", mask.toText());
    addParameter("objectFilter", filter.toJson());
    if (limit)
        addParameter("resultLimit",
                     QByteArray::number(limit->offset) + ',' + QByteArray::number(limit->count));
    return QUrl::fromEncoded(encoded, QUrl::StrictMode);
}

QByteArray ApiRequest::body() const
{
    if (parameters.isEmpty())
        return {};
    return QJsonDocument(QJsonObject{{QStringLiteral("parameters"), parameters}})
        .toJson(QJsonDocument::Compact);
}

QString ApiRequest::label() const
{
    const QString call = QString::fromLatin1(service + "::" + method);
    return objectId.isEmpty() ? call : call + QStringLiteral(" (%1)").arg(objectId);
}

} // namespace layerscope
