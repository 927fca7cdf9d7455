// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/redactor.h"

#include "api/connection.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>

namespace layerscope {

namespace {

/// Parts of names, in lower case and without underscores; see isSecretName().
constexpr std::array secretNames{
    QLatin1String("password"),       QLatin1String("passphrase"),
    QLatin1String("secret"),         QLatin1String("apikey"),
    QLatin1String("privatekey"),     QLatin1String("authenticationkey"),
    QLatin1String("accesstoken"),    QLatin1String("refreshtoken"),
    QLatin1String("securitytoken"),  QLatin1String("licenseinstance"),
    QLatin1String("activationcode"), QLatin1String("remotemanagementaccount"),
};

bool isNothing(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined() || (value.isString() && value.toString().isEmpty()) ||
           (value.isArray() && value.toArray().isEmpty()) || (value.isObject() && value.toObject().isEmpty());
}

} // namespace

Redactor::Redactor(const Credentials &credentials)
{
    addSecret(credentials.secret);
    const QByteArray header = credentials.authorizationHeader();
    if (!credentials.secret.isEmpty())
        addSecret(QString::fromLatin1(header.sliced(header.indexOf(' ') + 1)));
}

void Redactor::addSecret(const QString &secret)
{
    const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(secret));
    for (const QString &form : {secret, encoded}) {
        if (!form.isEmpty() && !m_secrets.contains(form))
            m_secrets.append(form);
    }
    std::stable_sort(m_secrets.begin(), m_secrets.end(),
                     [](const QString &a, const QString &b) { return a.size() > b.size(); });
}

QString Redactor::redacted(QString text) const
{
    for (const QString &secret : m_secrets)
        text.replace(secret, placeholder());

    static const QRegularExpression authorization(
        QStringLiteral("\\b(Bearer|Basic)\\s+[A-Za-z0-9+/=._~-]{8,}"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression userInfo(QStringLiteral("://[^/\\s@\"]+@"));
    static const QRegularExpression password(QStringLiteral(
        "(\"(?:password|apiKey|authenticationKey|access_token|refresh_token|"
        "manufacturerLicenseInstance|manufacturerActivationCode)\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)*\""));
    text.replace(authorization, QStringLiteral("\\1 ") + placeholder());
    text.replace(userInfo, QStringLiteral("://") + placeholder() + QLatin1Char('@'));
    text.replace(password, QStringLiteral("\\1") + placeholder() + QLatin1Char('"'));
    return text;
}

QJsonValue Redactor::redacted(const QJsonValue &value) const
{
    if (value.isString())
        return redacted(value.toString());
    if (value.isArray()) {
        QJsonArray elements;
        for (const QJsonValue &element : value.toArray())
            elements.append(redacted(element));
        return elements;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto property = object.begin(); property != object.end(); ++property) {
        const QJsonValue before = property.value();
        if (isNothing(before))
            continue;
        property.value() = isSecretName(property.key()) ? QJsonValue(placeholder()) : redacted(before);
    }
    return object;
}

bool Redactor::isSecretName(QStringView name)
{
    QString plain = name.toString().toLower();
    plain.remove(QLatin1Char('_'));
    return plain == QLatin1String("userdata") ||
           std::any_of(secretNames.begin(), secretNames.end(),
                       [&plain](QLatin1String part) { return plain.contains(part); });
}

QString Redactor::placeholder()
{
    return QStringLiteral("[hidden]");
}

} // namespace layerscope
