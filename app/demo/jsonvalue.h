// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <utility>
#include <variant>

namespace layerscope::demo {

class JsonValue;
struct JsonMember;

// What the simulated API tells, before it becomes bytes. As QJsonValue, QJsonArray and QJsonObject, with
// their words for the same things, but cheap to put together: those copy each text and each name that they
// take, and ask for several blocks of memory each time, which made the making of rows half of what the test
// suite took. These share their texts, and an object or a list is one block. Values: copies are cheap,
// changing one changes no other.

/// A list of values.
class JsonArray
{
public:
    JsonArray() = default;
    JsonArray(std::initializer_list<JsonValue> elements);

    [[nodiscard]] qsizetype size() const { return m_elements.size(); }
    [[nodiscard]] bool isEmpty() const { return m_elements.isEmpty(); }
    /// Precondition: 0 <= position < size().
    [[nodiscard]] const JsonValue &at(qsizetype position) const &;
    [[nodiscard]] JsonValue at(qsizetype position) &&;
    [[nodiscard]] auto begin() const { return m_elements.cbegin(); }
    [[nodiscard]] auto end() const { return m_elements.cend(); }

    void append(JsonValue element);
    void insert(qsizetype position, JsonValue element);

    bool operator==(const JsonArray &other) const;

private:
    QList<JsonValue> m_elements;
};

/// Values by name, in the order of the names. A name that leads to nothing is not there.
class JsonObject
{
public:
    JsonObject() = default;
    /// Members whose value is undefined are left out; of two with one name the last is kept.
    JsonObject(std::initializer_list<JsonMember> members);

    [[nodiscard]] qsizetype size() const { return m_members.size(); }
    [[nodiscard]] bool isEmpty() const { return m_members.isEmpty(); }
    [[nodiscard]] bool contains(QStringView name) const;
    /// Undefined if it has none of this name.
    [[nodiscard]] const JsonValue &value(QStringView name) const &;
    [[nodiscard]] const JsonValue &value(QLatin1StringView name) const &;
    [[nodiscard]] JsonValue value(QStringView name) &&;
    [[nodiscard]] JsonValue value(QLatin1StringView name) &&;
    [[nodiscard]] auto begin() const { return m_members.cbegin(); }
    [[nodiscard]] auto end() const { return m_members.cend(); }

    /// In place of what it had under this name. Undefined takes that away.
    void insert(const QString &name, JsonValue value);
    void remove(const QString &name);
    /// Room for so many members.
    void reserve(qsizetype members) { m_members.reserve(members); }

    bool operator==(const JsonObject &other) const;

private:
    QList<JsonMember> m_members; ///< Names ascending.
};

/// Any JSON value, or none at all, where a key is absent.
class JsonValue
{
public:
    /// null.
    JsonValue()
        : m_value(nullptr)
    {}
    template<std::same_as<bool> Bool> // and nothing that merely converts to it
    JsonValue(Bool value)
        : m_value(value)
    {}
    template<std::integral Number>
    requires(!std::same_as<Number, bool>) JsonValue(Number value)
        : m_value(static_cast<qint64>(value))
    {}
    JsonValue(double value);
    JsonValue(QString value)
        : m_value(std::move(value))
    {}
    JsonValue(QLatin1StringView value)
        : m_value(QString(value))
    {}
    JsonValue(JsonArray value)
        : m_value(std::move(value))
    {}
    JsonValue(JsonObject value)
        : m_value(std::move(value))
    {}
    [[nodiscard]] static JsonValue undefined();
    [[nodiscard]] static JsonValue fromQt(const QJsonValue &value);

    [[nodiscard]] bool isUndefined() const { return std::holds_alternative<std::monostate>(m_value); }
    [[nodiscard]] bool isNull() const { return std::holds_alternative<std::nullptr_t>(m_value); }
    [[nodiscard]] bool isBool() const { return std::holds_alternative<bool>(m_value); }
    /// A number, whole or not.
    [[nodiscard]] bool isDouble() const;
    [[nodiscard]] bool isString() const { return std::holds_alternative<QString>(m_value); }
    [[nodiscard]] bool isArray() const { return std::holds_alternative<JsonArray>(m_value); }
    [[nodiscard]] bool isObject() const { return std::holds_alternative<JsonObject>(m_value); }

    // Of what is something else: false, 0 or what was given, empty.
    [[nodiscard]] bool toBool() const;
    [[nodiscard]] int toInt() const;
    /// A number with decimals is something else.
    [[nodiscard]] qint64 toInteger(qint64 otherwise = 0) const;
    [[nodiscard]] double toDouble() const;
    [[nodiscard]] const QString &toString() const &;
    [[nodiscard]] const JsonArray &toArray() const &;
    [[nodiscard]] const JsonObject &toObject() const &;
    [[nodiscard]] QString toString() && { return std::as_const(*this).toString(); }
    [[nodiscard]] JsonArray toArray() && { return std::as_const(*this).toArray(); }
    [[nodiscard]] JsonObject toObject() && { return std::as_const(*this).toObject(); }
    /// Of an object. Undefined of anything else.
    [[nodiscard]] const JsonValue &operator[](QLatin1StringView name) const &
    {
        return toObject().value(name);
    }
    [[nodiscard]] JsonValue operator[](QLatin1StringView name) && { return std::as_const(*this)[name]; }

    [[nodiscard]] QJsonValue toQt() const;
    /// Compact, in UTF-8, with "\/" for "/" as PHP writes it. Undefined is null, as in a list.
    [[nodiscard]] QByteArray toText() const;
    /// The same behind what is there.
    void appendTo(QByteArray &text) const;

    bool operator==(const JsonValue &other) const = default;

private:
    /// Whole numbers are always the qint64.
    std::variant<std::monostate, std::nullptr_t, bool, qint64, double, QString, JsonArray, JsonObject>
        m_value;
};

/// A name of an object, with what it leads to.
struct JsonMember
{
    QString name;
    JsonValue value;

    bool operator==(const JsonMember &) const = default;
};

inline const JsonValue &JsonArray::at(qsizetype position) const &
{
    return m_elements.at(position);
}

inline JsonValue JsonArray::at(qsizetype position) &&
{
    return m_elements.at(position);
}

inline JsonValue JsonObject::value(QStringView name) &&
{
    return std::as_const(*this).value(name);
}

inline JsonValue JsonObject::value(QLatin1StringView name) &&
{
    return std::as_const(*this).value(name);
}

} // namespace layerscope::demo

Q_DECLARE_TYPEINFO(layerscope::demo::JsonValue, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(layerscope::demo::JsonMember, Q_RELOCATABLE_TYPE);
