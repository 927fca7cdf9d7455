// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/redactor.h"

#include "api/connection.h"
#include "api/secretpatterns.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// Shorter ones are part of too many words.
constexpr qsizetype shortestAnywhere = 4;
/// Shorter ones have too little in base64 that is theirs alone.
constexpr qsizetype shortestInBase64 = 8;
/// A secret that is cut off is still one if so much of it stands there …
constexpr qsizetype tellingStart = 16;
/// … and if this is not most of it anyway.
constexpr qsizetype shortestWithStart = 24;
/// A pattern has its limits: of longer secrets the start is looked for, and all that hangs on it is hidden.
constexpr qsizetype longestPattern = 512;

bool isNothing(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined() || (value.isString() && value.toString().isEmpty()) ||
           (value.isArray() && value.toArray().isEmpty()) || (value.isObject() && value.toObject().isEmpty());
}

bool isPlain(char32_t character)
{
    return (character >= U'0' && character <= U'9') || (character >= U'A' && character <= U'Z') ||
           (character >= U'a' && character <= U'z');
}

/// A character in each way in which something may have written it.
QString characterPattern(char32_t character)
{
    const QString plain = QString::fromUcs4(&character, 1);
    if (isPlain(character))
        return plain;
    QString percent;
    for (const char byte : plain.toUtf8())
        percent += u"%(?:25)?%1"_s.arg(uint(uchar(byte)), 2, 16, QChar(u'0'));
    QString json;
    for (const QChar unit : plain)
        json += u"\\\\+u%1"_s.arg(uint(unit.unicode()), 4, 16, QChar(u'0'));
    QStringList ways{u"\\\\*"_s + QRegularExpression::escape(plain), percent, json,
                     u"&#0*%1;"_s.arg(uint(character)), u"&#x0*%1;"_s.arg(uint(character), 0, 16)};
    switch (character) {
    case U' ':
        ways.append(u"\\+"_s);
        break;
    case U'&':
        ways.append(u"&amp;"_s);
        break;
    case U'<':
        ways.append(u"&lt;"_s);
        break;
    case U'>':
        ways.append(u"&gt;"_s);
        break;
    case U'"':
        ways.append(u"&quot;"_s);
        break;
    case U'\'':
        ways.append(u"&apos;"_s);
        break;
    default:
        break;
    }
    return u"(?:"_s + ways.join(u'|') + u')';
}

QString patternOf(QStringView text)
{
    QString pattern;
    for (const char32_t character : text.toUcs4())
        pattern += characterPattern(character);
    return pattern;
}

QRegularExpression formPattern(const QString &form, bool isBase64)
{
    QString pattern = patternOf(QStringView(form).left(longestPattern));
    if (isBase64) // with or without its padding
        pattern += u"(?:=|%3D){0,2}"_s;
    if (form.size() > longestPattern)
        pattern += u"[^\\s\"'<>&]*+"_s;
    else if (form.size() < shortestAnywhere)
        pattern = u"(?<![A-Za-z0-9])"_s + pattern + u"(?![A-Za-z0-9])"_s;
    else if (form.size() >= shortestWithStart)
        pattern += u'|' + patternOf(QStringView(form).left(tellingStart)) + u"[A-Za-z0-9+/=_%.~-]*+"_s;
    QRegularExpression expression(pattern, QRegularExpression::CaseInsensitiveOption);
    expression.optimize();
    return expression;
}

} // namespace

Redactor::Redactor(const Connection &connection)
{
    addSecretsOf(connection);
}

Redactor::Redactor(const Credentials &credentials)
{
    addPair(credentials.user, credentials.secret);
}

void Redactor::addSecretsOf(const Connection &connection)
{
    addPair(connection.credentials.user, connection.credentials.secret);
    if (connection.proxy)
        addProxy(*connection.proxy);
}

void Redactor::addProxy(const QNetworkProxy &proxy)
{
    addPair(proxy.user(), proxy.password());
}

void Redactor::addPair(const QString &user, const QString &secret)
{
    if (secret.isEmpty())
        return;
    addSecret(secret);
    const QByteArray pair = QString(user + u':' + secret).toUtf8();
    for (const auto alphabet : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding})
        addForm(QString::fromLatin1(pair.toBase64(alphabet | QByteArray::OmitTrailingEquals)), true);
}

void Redactor::addSecret(const QString &secret)
{
    if (secret.isEmpty())
        return;
    addForm(secret);
    if (secret.size() < shortestInBase64)
        return;
    // Whatever stands before it, a user name say, moves it by none, one or two bytes within the groups of
    // three. Characters that hold bits of a neighbour too are left out.
    const QByteArray bytes = secret.toUtf8();
    for (const int shift : {0, 1, 2}) {
        const QByteArray moved = QByteArray(shift, ' ') + bytes;
        const qsizetype first = (shift * 8 + 5) / 6;
        const qsizetype whole = moved.size() * 8 / 6 - first;
        for (const auto alphabet : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding})
            addForm(QString::fromLatin1(moved.toBase64(alphabet).sliced(first, whole)), true);
    }
}

void Redactor::addForm(const QString &form, bool isBase64)
{
    const auto isSame = [&form](const Form &known) { return known.text == form; };
    if (std::any_of(m_forms.cbegin(), m_forms.cend(), isSame))
        return;
    const auto at = std::find_if(m_forms.cbegin(), m_forms.cend(),
                                 [&form](const Form &known) { return known.length < form.size(); });
    m_forms.insert(at, Form{form.size(), form, formPattern(form, isBase64)});
}

QString Redactor::withoutKnown(const QString &text) const
{
    // Patterns match nothing in text that is no Unicode, and a JSON text may hold half a character.
    QString result = text.isValidUtf16() ? text : QString::fromUtf8(text.toUtf8());
    for (const Form &form : m_forms)
        result.replace(form.pattern, placeholder());
    return result;
}

QString Redactor::redacted(const QString &text) const
{
    return withoutLooks(withoutKnown(text), placeholder());
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
    const QJsonObject object = value.toObject();
    QJsonObject result;
    for (auto property = object.begin(); property != object.end(); ++property) {
        const QJsonValue before = property.value();
        const bool isHidden = !isNothing(before) && isSecretName(property.key());
        result.insert(withoutKnown(property.key()), isHidden ? QJsonValue(placeholder()) : redacted(before));
    }
    return result;
}

bool Redactor::isSecretName(QStringView name)
{
    return looksLikeSecretName(name);
}

QString Redactor::placeholder()
{
    return u"[hidden]"_s;
}

} // namespace layerscope
