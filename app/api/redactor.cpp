// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/redactor.h"

#include "api/connection.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace layerscope {

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
    static const QRegularExpression password(
        QStringLiteral("(\"(?:password|apiKey|authenticationKey|access_token|"
                       "refresh_token)\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)*\""));
    text.replace(authorization, QStringLiteral("\\1 ") + placeholder());
    text.replace(userInfo, QStringLiteral("://") + placeholder() + QLatin1Char('@'));
    text.replace(password, QStringLiteral("\\1") + placeholder() + QLatin1Char('"'));
    return text;
}

QString Redactor::placeholder()
{
    return QStringLiteral("[hidden]");
}

} // namespace layerscope
