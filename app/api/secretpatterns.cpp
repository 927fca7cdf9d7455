// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/secretpatterns.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// Parts of names, in lower case; between their words there may be "_", "-" or nothing.
constexpr std::array secretNameParts{
    "password"_L1,
    "passwd"_L1,
    "passphrase"_L1,
    "secret"_L1,
    "api_key"_L1,
    "private_key"_L1,
    "authentication_key"_L1,
    "access_token"_L1,
    "refresh_token"_L1,
    "security_token"_L1,
    "license_instance"_L1,
    "activation_code"_L1,
    "remote_management_account"_L1,
};

/// Qt logs until the very end of a process, after static objects were destroyed; so these never are.
template<typename Value>
const Value *lasting(Value value)
{
    return new Value(std::move(value));
}

/// Where the name of a secret ends and its value may begin. Group 1 is the name's closing quote.
QRegularExpression namePattern()
{
    QStringList names;
    for (const QLatin1String name : secretNameParts)
        names.append(QString(name).replace(u'_', "[_-]?"_L1));
    return QRegularExpression(
        u"(?:%1|\\buser[_-]?data\\b)[\\w.-]{0,64}+(&quot;|\\\\?[\"']?)(?:\\s{0,64}(?:=>|[:=](?![:=]))|>)[^\\S\\n]*"_s
            .arg(names.join(u'|')),
        QRegularExpression::CaseInsensitiveOption);
}

bool isBlankInLine(QChar character)
{
    return character == u' ' || character == u'\t' || character == u'\r';
}

/// Behind the string that begins with the quote at `start`; the text's end if it is cut off.
qsizetype endOfString(QStringView text, qsizetype start)
{
    for (qsizetype i = start + 1; i < text.size(); ++i) {
        if (text[i] == u'\\')
            ++i;
        else if (text[i] == text[start])
            return i + 1;
    }
    return text.size();
}

/// Behind the array or object that begins at `start`; the text's end if it is cut off.
qsizetype endOfContainer(QStringView text, qsizetype start)
{
    int depth = 0;
    for (qsizetype i = start; i < text.size();) {
        const QChar character = text[i];
        if (character == u'"') {
            i = endOfString(text, i);
            continue;
        }
        ++i;
        if (character == u'[' || character == u'{')
            ++depth;
        else if ((character == u']' || character == u'}') && --depth == 0)
            return i;
    }
    return text.size();
}

/// Up to where a value without quotes goes on: in a list of items, not further than its own.
qsizetype endOfWord(QStringView text, qsizetype start, QStringView placeholder)
{
    constexpr QStringView ends(u" \t\r\n&,;\"'<>()[]{}");
    qsizetype end = start;
    while (end < text.size()) {
        if (text.sliced(end).startsWith(placeholder))
            end += placeholder.size();
        else if (ends.contains(text[end]))
            break;
        else
            ++end;
    }
    return end;
}

/// Whether the name at `start` is the first of its line, as in a configuration file or a dump of the
/// environment.
bool beginsItsLine(QStringView text, qsizetype start)
{
    while (start > 0 && (text[start - 1].isLetterOrNumber() || u"_-."_s.contains(text[start - 1])))
        --start;
    while (start > 0 && isBlankInLine(text[start - 1]))
        --start;
    const QStringView before = text.first(start);
    return start == 0 || before.endsWith(u'\n') || before == u"export" || before.endsWith(u"\nexport");
}

bool saysNothing(QStringView value)
{
    QString plain = value.toString().remove(u' ').remove(u'\n');
    return plain.isEmpty() || plain == u"\"\"" || plain == u"''" || plain == u"[]" || plain == u"{}" ||
           plain == u"null" || plain == u"\\\"\\\"";
}

/// Behind the value that begins at `start`, after a name that matched.
qsizetype endOfValue(QStringView text, qsizetype start, const QRegularExpressionMatch &name,
                     QStringView placeholder)
{
    const QStringView value = text.sliced(start);
    if (value.startsWith(u"\\\"")) { // JSON within a JSON text
        const qsizetype end = text.indexOf(u"\\\"", start + 2);
        return end < 0 ? text.size() : end + 2;
    }
    if (value.startsWith(u"&quot;")) { // JSON within a page
        const qsizetype end = text.indexOf(u"&quot;", start + 6);
        return end < 0 ? text.size() : end + 6;
    }
    if (value.startsWith(u'"') || value.startsWith(u'\''))
        return endOfString(text, start);
    const bool isJson = !name.capturedView(1).isEmpty();
    if (!value.startsWith(placeholder) && (value.startsWith(u'[') || value.startsWith(u'{')) && isJson)
        return endOfContainer(text, start);
    if (!isJson && beginsItsLine(text, name.capturedStart())) {
        qsizetype end = text.indexOf(u'\n', start);
        end = end < 0 ? text.size() : end;
        while (end > start && isBlankInLine(text[end - 1]))
            --end;
        return end;
    }
    return endOfWord(text, start, placeholder);
}

/// Keeps a value's quotes, so that JSON stays JSON.
QString hidden(QStringView value, const QString &placeholder)
{
    for (const QStringView quote :
         {QStringView(u"&quot;"), QStringView(u"\\\""), QStringView(u"\""), QStringView(u"'")}) {
        if (value.startsWith(quote))
            return quote + placeholder +
                   (value.size() > quote.size() && value.endsWith(quote) ? quote : QStringView());
    }
    return value.startsWith(u'[') || value.startsWith(u'{') ? QString(u'"' + placeholder + u'"')
                                                            : placeholder;
}

QString withoutNamedValues(const QString &text, const QString &placeholder)
{
    static const QRegularExpression *const names = lasting(namePattern());
    QString result;
    qsizetype copied = 0;
    for (qsizetype from = 0;;) {
        const QRegularExpressionMatch name = names->match(text, from);
        if (!name.hasMatch())
            break;
        qsizetype start = name.capturedEnd();
        while (!name.capturedView(1).isEmpty() && start < text.size() && text[start].isSpace())
            ++start; // JSON may go on in the next line
        const qsizetype end = endOfValue(text, start, name, placeholder);
        const QStringView value = QStringView(text).sliced(start, end - start);
        if (!saysNothing(value)) {
            result += QStringView(text).sliced(copied, start - copied);
            result += value.startsWith(placeholder) ? placeholder : hidden(value, placeholder);
            copied = end;
        }
        from = std::max(start, end);
    }
    if (copied == 0)
        return text;
    return result + QStringView(text).sliced(copied);
}

// In the patterns below the first group is what stays before a secret, the second what stays behind it.
// Lengths are bounded where a pattern could begin again within what it looked through, so that none is
// quadratic.

QRegularExpression ignoringCase(const QString &pattern)
{
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption);
}

/// "Basic" is a word of the language too: what follows it must not be one, so it has a digit, a "=" or a
/// capital letter within.
const QRegularExpression &schemePattern()
{
    static const QRegularExpression *const pattern = lasting(QRegularExpression(
        u"\\b((?i:Bearer|Basic)\\s+)(?=[A-Za-z0-9+/._~-]*[0-9=]|[A-Za-z0-9+/._~-]+[A-Z])[A-Za-z0-9+/=._~-]{8,}"_s));
    return *pattern;
}

const QRegularExpression &headerPattern()
{
    static const QRegularExpression *const pattern = lasting(ignoringCase(
        u"(authorization\\\\?[\"']?\\s*[:=,]\\s*\\\\?[\"']?)"
        "(?:((?:Basic|Bearer|Token|ApiKey|Negotiate|NTLM)\\s+)(?!\\[)[^\\s\"'\\\\<,;]+|Digest\\s[^\\n]*|"
        "(?!\\[)[^\\s\"'\\\\<,;]{16,})"_s));
    return *pattern;
}

/// A password may have an "@" in it, so the last one before the path counts; and a "?" or "#" that should
/// have been encoded.
const QRegularExpression &userInfoPattern()
{
    static const QRegularExpression *const pattern = lasting(ignoringCase(
        uR"re((:(?:\\?/){2})(?:[^/\\\s:@"'<>]+:(?:[^/\\\s"'<>]|\\(?![/"']))*|(?:[^/\\?#\s"'<>]|\\(?![/"']))*)(@))re"_s));
    return *pattern;
}

const QRegularExpression &encodedUserInfoPattern()
{
    static const QRegularExpression *const pattern =
        lasting(ignoringCase(u"(%3A%2F%2F)(?:(?!%2F)[^\\s\"'&/])*(%40|@)"_s));
    return *pattern;
}

/// Without "http://" only if a port follows: "mail:ops@example.com" is no password.
const QRegularExpression &bareProxyPattern()
{
    static const QRegularExpression *const pattern = lasting(ignoringCase(
        u"(?<![^\\s\"'=(,;])()[^\\s:@/\"'=(,;]{1,256}:[^\\s/\"']{1,512}(@(?:[a-z0-9][a-z0-9.-]*|\\[[0-9a-f:]+\\]):\\d)"_s));
    return *pattern;
}

const QRegularExpression &namedProxyPattern()
{
    static const QRegularExpression *const pattern = lasting(ignoringCase(
        u"((?:proxy|\\s-x)\\\\?[\"']?\\s{0,8}[=:]?\\s{0,8}\\\\?[\"']?)(?<![a-z0-9])[^\\s:@/\"'=]{1,256}:[^\\s/\"']{1,512}(@)"_s));
    return *pattern;
}

const QRegularExpression &curlPattern()
{
    static const QRegularExpression *const pattern = lasting(QRegularExpression(
        u"((?:^|[\\s\"'])(?:-[uU]|--(?:proxy-)?user)[\"',=\\s]{0,8}?)()"
        "(?:\"(?!\\$)[^\":]{1,256}:[^\"]{1,512}\"|'[^':]{1,256}:[^']{1,512}'|(?<=[=\\s\"'uU])(?!\\$)[^\\s:\"'=]{1,256}:[^\\s\"']+)"_s));
    return *pattern;
}

} // namespace

QString withoutLooks(QString text, const QString &placeholder)
{
    // Most texts are a name or a number: a look for one character saves them the patterns.
    const bool hasAt = text.contains(u'@');
    const bool hasColon = text.contains(u':');
    const QString between = u"\\1"_s + placeholder + u"\\2"_s;
    if (hasAt && hasColon) {
        text.replace(userInfoPattern(), between);
        text.replace(namedProxyPattern(), between);
        text.replace(bareProxyPattern(), between);
    }
    if (text.contains("%3A%2F%2F"_L1, Qt::CaseInsensitive))
        text.replace(encodedUserInfoPattern(), between);
    if (text.contains("authorization"_L1, Qt::CaseInsensitive))
        text.replace(headerPattern(), u"\\1\\2"_s + placeholder);
    if (text.contains(u' '))
        text.replace(schemePattern(), u"\\1"_s + placeholder);
    if (hasColon && (text.contains("-u"_L1, Qt::CaseInsensitive) || text.contains("user"_L1)))
        text.replace(curlPattern(), between);
    if (hasColon || text.contains(u'=') || text.contains(u'>'))
        text = withoutNamedValues(text, placeholder);
    return text;
}

bool looksLikeSecretName(QStringView name)
{
    QString plain = name.toString().toLower();
    plain.remove(u'_').remove(u'-');
    static const QStringList *const parts = lasting([] {
        QStringList list;
        for (const QLatin1String part : secretNameParts)
            list.append(QString(part).remove(u'_'));
        return list;
    }());
    return plain == "userdata"_L1 || std::any_of(parts->begin(), parts->end(), [&plain](const QString &part) {
               return plain.contains(part);
           });
}

} // namespace layerscope
