// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/jsonvalue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Below this, each whole number is a double of its own.
constexpr double exactDoubles = 9007199254740992.0; // 2^53

const JsonValue &nothing()
{
    static const JsonValue undefined = JsonValue::undefined();
    return undefined;
}

template<class Name>
auto memberPlace(const QList<JsonMember> &members, Name name)
{
    return std::lower_bound(members.cbegin(), members.cend(), name,
                            [](const JsonMember &member, Name wanted) { return member.name < wanted; });
}

template<class Name>
const JsonValue &valueIn(const QList<JsonMember> &members, Name name)
{
    const auto place = memberPlace(members, name);
    return place != members.cend() && place->name == name ? place->value : nothing();
}

/// The sign behind the backslash, or 0: it is written as it is.
char escapeOf(char16_t unit)
{
    switch (unit) {
    case u'"':
    case u'\\':
    case u'/':
        return static_cast<char>(unit);
    case u'\b':
        return 'b';
    case u'\f':
        return 'f';
    case u'\n':
        return 'n';
    case u'\r':
        return 'r';
    case u'\t':
        return 't';
    default:
        return unit < 0x20 ? 'u' : '\0';
    }
}

/// Half a pair: no UTF-8 has it.
bool isLoneSurrogate(QStringView text, qsizetype at)
{
    const QChar sign = text[at];
    if (sign.isHighSurrogate())
        return at + 1 == text.size() || !text[at + 1].isLowSurrogate();
    return sign.isLowSurrogate() && (at == 0 || !text[at - 1].isHighSurrogate());
}

/// ASCII at most, without anything to escape: most texts are.
bool isPlain(QStringView text)
{
    return std::none_of(text.begin(), text.end(), [](QChar sign) {
        const char16_t unit = sign.unicode();
        return unit >= 0x80 || unit < 0x20 || unit == u'"' || unit == u'\\' || unit == u'/';
    });
}

void appendEscaped(QByteArray &text, QStringView value)
{
    // Piece by piece, each up to the next sign that is escaped.
    qsizetype begin = 0;
    for (qsizetype at = 0; at < value.size(); ++at) {
        const char16_t unit = value[at].unicode();
        const char escape = isLoneSurrogate(value, at) ? 'u' : escapeOf(unit);
        if (escape == '\0')
            continue;
        text += value.sliced(begin, at - begin).toUtf8();
        text += '\\';
        text += escape;
        if (escape == 'u')
            text += QByteArray::number(unit, 16).rightJustified(4, '0');
        begin = at + 1;
    }
    text += value.sliced(begin).toUtf8();
}

void appendText(QByteArray &text, QStringView value)
{
    text += '"';
    if (isPlain(value)) {
        const qsizetype before = text.size();
        text.resize(before + value.size());
        std::transform(value.begin(), value.end(), text.begin() + before,
                       [](QChar sign) { return static_cast<char>(sign.unicode()); });
    } else {
        appendEscaped(text, value);
    }
    text += '"';
}

void appendInteger(QByteArray &text, qint64 value)
{
    std::array<char, std::numeric_limits<qint64>::digits10 + 2> digits;
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    text.append(digits.data(), written.ptr - digits.data());
}

void appendArray(QByteArray &text, const JsonArray &array)
{
    char separator = '[';
    for (const JsonValue &element : array) {
        text += separator;
        element.appendTo(text);
        separator = ',';
    }
    text += array.isEmpty() ? "[]" : "]";
}

void appendObject(QByteArray &text, const JsonObject &object)
{
    char separator = '{';
    for (const JsonMember &member : object) {
        text += separator;
        appendText(text, member.name);
        text += ':';
        member.value.appendTo(text);
        separator = ',';
    }
    text += object.isEmpty() ? "{}" : "}";
}

} // namespace

// --- lists
// --------------------------------------------------------------------------------------------------

JsonArray::JsonArray(std::initializer_list<JsonValue> elements)
    : m_elements(elements)
{}

void JsonArray::append(JsonValue element)
{
    m_elements.append(std::move(element));
}

void JsonArray::insert(qsizetype position, JsonValue element)
{
    m_elements.insert(position, std::move(element));
}

bool JsonArray::operator==(const JsonArray &other) const
{
    return m_elements == other.m_elements;
}

// --- objects
// ------------------------------------------------------------------------------------------------

JsonObject::JsonObject(std::initializer_list<JsonMember> members)
{
    m_members.reserve(static_cast<qsizetype>(members.size()));
    for (const JsonMember &member : members)
        insert(member.name, member.value);
}

bool JsonObject::contains(QStringView name) const
{
    return !value(name).isUndefined();
}

const JsonValue &JsonObject::value(QStringView name) const &
{
    return valueIn(m_members, name);
}

const JsonValue &JsonObject::value(QLatin1StringView name) const &
{
    return valueIn(m_members, name);
}

void JsonObject::insert(const QString &name, JsonValue value)
{
    const auto place = memberPlace(m_members, QStringView(name));
    const qsizetype position = place - m_members.cbegin();
    const bool isThere = place != m_members.cend() && place->name == name;
    if (value.isUndefined()) {
        if (isThere)
            m_members.removeAt(position);
    } else if (isThere) {
        m_members[position].value = std::move(value);
    } else {
        m_members.insert(position, JsonMember{name, std::move(value)});
    }
}

void JsonObject::remove(const QString &name)
{
    insert(name, JsonValue::undefined());
}

bool JsonObject::operator==(const JsonObject &other) const
{
    return m_members == other.m_members;
}

// --- values
// -------------------------------------------------------------------------------------------------

JsonValue::JsonValue(double value)
    : m_value(value)
{
    if (std::abs(value) <= exactDoubles && std::trunc(value) == value)
        m_value = static_cast<qint64>(value);
}

JsonValue JsonValue::undefined()
{
    JsonValue value;
    value.m_value = std::monostate();
    return value;
}

JsonValue JsonValue::fromQt(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Undefined:
        return undefined();
    case QJsonValue::Null:
        return {};
    case QJsonValue::Bool:
        return value.toBool();
    case QJsonValue::Double: {
        const qint64 whole = value.toInteger();
        return whole != 0 ? JsonValue(whole) : JsonValue(value.toDouble());
    }
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Array: {
        JsonArray array;
        for (const QJsonValue &element : value.toArray())
            array.append(fromQt(element));
        return array;
    }
    case QJsonValue::Object:
        break;
    }
    JsonObject object;
    const QJsonObject members = value.toObject();
    for (auto member = members.begin(); member != members.end(); ++member)
        object.insert(member.key(), fromQt(member.value()));
    return object;
}

bool JsonValue::isDouble() const
{
    return std::holds_alternative<qint64>(m_value) || std::holds_alternative<double>(m_value);
}

bool JsonValue::toBool() const
{
    const bool *value = std::get_if<bool>(&m_value);
    return value && *value;
}

int JsonValue::toInt() const
{
    const qint64 value = toInteger();
    return static_cast<int>(value) == value ? static_cast<int>(value) : 0;
}

qint64 JsonValue::toInteger(qint64 otherwise) const
{
    const qint64 *value = std::get_if<qint64>(&m_value);
    return value ? *value : otherwise;
}

double JsonValue::toDouble() const
{
    if (const double *value = std::get_if<double>(&m_value))
        return *value;
    return static_cast<double>(toInteger());
}

const QString &JsonValue::toString() const &
{
    static const QString none;
    const QString *value = std::get_if<QString>(&m_value);
    return value ? *value : none;
}

const JsonArray &JsonValue::toArray() const &
{
    static const JsonArray none;
    const JsonArray *value = std::get_if<JsonArray>(&m_value);
    return value ? *value : none;
}

const JsonObject &JsonValue::toObject() const &
{
    static const JsonObject none;
    const JsonObject *value = std::get_if<JsonObject>(&m_value);
    return value ? *value : none;
}

QJsonValue JsonValue::toQt() const
{
    if (isArray())
        return QJsonDocument::fromJson(toText()).array();
    if (isObject())
        return QJsonDocument::fromJson(toText()).object();
    if (isUndefined())
        return QJsonValue::Undefined;
    if (isBool())
        return toBool();
    if (isString())
        return toString();
    if (const double *value = std::get_if<double>(&m_value))
        return *value;
    return isNull() ? QJsonValue() : QJsonValue(toInteger());
}

QByteArray JsonValue::toText() const
{
    QByteArray text;
    appendTo(text);
    return text;
}

void JsonValue::appendTo(QByteArray &text) const
{
    if (const QString *string = std::get_if<QString>(&m_value))
        appendText(text, *string);
    else if (const qint64 *integer = std::get_if<qint64>(&m_value))
        appendInteger(text, *integer);
    else if (const JsonObject *object = std::get_if<JsonObject>(&m_value))
        appendObject(text, *object);
    else if (const JsonArray *array = std::get_if<JsonArray>(&m_value))
        appendArray(text, *array);
    else if (const bool *flag = std::get_if<bool>(&m_value))
        text += *flag ? "true" : "false";
    else if (const double *number = std::get_if<double>(&m_value))
        text += QByteArray::number(*number, 'g', QLocale::FloatingPointShortest);
    else
        text += "null";
}

} // namespace layerscope::demo
