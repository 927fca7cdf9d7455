// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/jsonreader.h"

#include <QVariant>

#include <algorithm>
#include <cmath>

namespace layerscope {

namespace {

/// Beyond this a double no longer tells neighbouring whole numbers apart.
constexpr double largestWholeDouble = 9007199254740992.0; // 2^53

QStringView typeName(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return u"null";
    case QJsonValue::Bool:
        return u"true or false";
    case QJsonValue::Double:
        return u"number";
    case QJsonValue::String:
        return u"text";
    case QJsonValue::Array:
        return u"array";
    case QJsonValue::Object:
        return u"object";
    case QJsonValue::Undefined:
        break;
    }
    return u"nothing";
}

/// QJsonValue keeps whole numbers of up to 64 bits as such; a double that happens to be whole counts as well.
std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    if (const QVariant variant = value.toVariant(); variant.typeId() == QMetaType::LongLong)
        return variant.toLongLong();
    const double number = value.toDouble();
    if (std::trunc(number) != number || std::abs(number) > largestWholeDouble)
        return std::nullopt;
    return static_cast<qint64>(number);
}

} // namespace

JsonReader::JsonReader(QJsonValue root, JsonIssues &issues, bool hadInvalidUtf8)
    : m_value(std::move(root))
    , m_issues(&issues)
    , m_hadInvalidUtf8(hadInvalidUtf8)
{}

JsonReader JsonReader::operator[](const char *key) const
{
    if (m_value.isObject())
        return child(m_value[QLatin1String(key)], key);
    if (!isAbsent())
        reportWrongType(u"object");
    return child(QJsonValue(QJsonValue::Undefined), key);
}

bool JsonReader::isAbsent() const
{
    switch (m_value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return true;
    case QJsonValue::String:
        return m_value.toString().isEmpty();
    case QJsonValue::Array:
        return m_value.toArray().isEmpty();
    case QJsonValue::Object:
        return m_value.toObject().isEmpty();
    default:
        return false;
    }
}

std::optional<QString> JsonReader::text() const
{
    if (isAbsent())
        return std::nullopt;
    if (m_value.isString()) {
        QString trimmed = m_value.toString().trimmed();
        if (m_hadInvalidUtf8 && trimmed.contains(QChar::ReplacementCharacter))
            m_issues->reportUnreadableText();
        return trimmed.isEmpty() ? std::nullopt : std::optional(std::move(trimmed));
    }
    if (m_value.isDouble()) {
        if (const auto whole = wholeNumber(m_value))
            return QString::number(*whole);
        // Beyond 64 bits the digits as they were sent are not known any more.
        if (std::abs(m_value.toDouble()) <= largestWholeDouble)
            return QString::number(m_value.toDouble(), 'g', QLocale::FloatingPointShortest);
    }
    reportWrongType(u"text");
    return std::nullopt;
}

std::optional<QString> JsonReader::rawText() const
{
    std::optional<QString> trimmed = text(); // which reports what is wrong
    return m_value.isString() && !isAbsent() ? std::optional(m_value.toString()) : trimmed;
}

std::optional<qint64> JsonReader::integer() const
{
    if (isAbsent())
        return std::nullopt;
    if (m_value.isDouble()) {
        if (const auto whole = wholeNumber(m_value))
            return whole;
    } else if (m_value.isString()) {
        bool ok = false;
        const qint64 number = m_value.toString().trimmed().toLongLong(&ok);
        if (ok)
            return number;
    }
    reportWrongType(u"whole number");
    return std::nullopt;
}

std::optional<Decimal> JsonReader::decimal() const
{
    if (isAbsent())
        return std::nullopt;
    std::optional<Decimal> number;
    if (m_value.isString())
        number = Decimal::fromText(m_value.toString());
    else if (const auto whole = m_value.isDouble() ? wholeNumber(m_value) : std::nullopt)
        number = Decimal::fromText(QString::number(*whole)); // a double would round what is beyond 2^53
    else if (m_value.isDouble())
        number = Decimal::fromDouble(m_value.toDouble());
    if (!number)
        reportWrongType(u"decimal number");
    return number;
}

std::optional<bool> JsonReader::flag() const
{
    if (isAbsent())
        return std::nullopt;
    if (m_value.isBool())
        return m_value.toBool();
    const QString written =
        m_value.isDouble() ? QString::number(m_value.toDouble()) : m_value.toString().trimmed();
    if (written == QLatin1String("0") || written == QLatin1String("false"))
        return false;
    if (written == QLatin1String("1") || written == QLatin1String("true"))
        return true;
    reportWrongType(u"flag");
    return std::nullopt;
}

std::optional<Timestamp> JsonReader::timestamp() const
{
    if (isAbsent())
        return std::nullopt;
    const auto moment = m_value.isString() ? Timestamp::fromIso(m_value.toString()) : std::nullopt;
    if (!moment)
        reportWrongType(u"date");
    return moment;
}

QString JsonReader::path() const
{
    QString path;
    const int known = std::min(m_depth, maximumDepth);
    for (int i = 0; i < known; ++i) {
        const Segment &segment = m_path[static_cast<std::size_t>(i)];
        if (!segment.key)
            path += QStringLiteral("[%1]").arg(segment.index);
        else
            path += (path.isEmpty() ? QString() : QStringLiteral(".")) + QLatin1String(segment.key);
    }
    return m_depth > maximumDepth ? path + QStringLiteral("…") : path;
}

void JsonReader::reportWrongType(QStringView expected) const
{
    if (m_issues->isClean()) // building the path costs, and only the first issue is kept
        m_issues->report(ApiError::wrongType(path(), expected, typeName(m_value)));
}

JsonReader JsonReader::withIssues(JsonIssues &issues) const
{
    JsonReader reader = *this;
    reader.m_issues = &issues;
    return reader;
}

bool JsonReader::beginArray() const
{
    if (isAbsent())
        return false;
    if (m_value.isArray() || m_value.isObject())
        return true;
    reportWrongType(u"array");
    return false;
}

/// nullopt: no object, or one with a key that is no whole number.
std::optional<std::vector<std::pair<qsizetype, QJsonValue>>> JsonReader::numberedElements() const
{
    if (!m_value.isObject())
        return std::nullopt;
    const QJsonObject object = m_value.toObject();
    std::vector<std::pair<qsizetype, QJsonValue>> elements;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const QString key = entry.key();
        const bool areDigits = std::all_of(
            key.cbegin(), key.cend(), [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
        bool isNumber = false;
        const qlonglong index = areDigits ? key.toLongLong(&isNumber) : 0;
        if (!isNumber)
            return std::nullopt;
        elements.emplace_back(static_cast<qsizetype>(index), entry.value());
    }
    std::stable_sort(elements.begin(), elements.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    return elements;
}

JsonReader JsonReader::child(QJsonValue value, qsizetype index) const
{
    return child(std::move(value), Segment{nullptr, index});
}

JsonReader JsonReader::child(QJsonValue value, const char *key) const
{
    return child(std::move(value), Segment{key, 0});
}

JsonReader JsonReader::child(QJsonValue value, Segment segment) const
{
    JsonReader reader = *this;
    reader.m_value = std::move(value);
    if (m_depth < maximumDepth)
        reader.m_path[static_cast<std::size_t>(m_depth)] = segment;
    ++reader.m_depth;
    return reader;
}

} // namespace layerscope
