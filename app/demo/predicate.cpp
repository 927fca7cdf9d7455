// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/predicate.h"

#include "demo/wirevalues.h"

#include <QDateTime>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <compare>

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

using Test = std::function<bool(const JsonValue &)>;

bool isMissing(const JsonValue &value)
{
    return value.isUndefined() || value.isNull();
}

QString textOf(const JsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? u"1"_s : u"0"_s;
    if (value.isDouble()) {
        const qint64 whole = value.toInteger();
        return static_cast<double>(whole) == value.toDouble() ? QString::number(whole)
                                                              : QString::number(value.toDouble(), 'g', 15);
    }
    return value.toString();
}

std::optional<double> numberOf(const QString &text)
{
    bool ok = false;
    const double number = text.toDouble(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

/// ISO, US order as the docs' filters have it, or relative to the account's own present.
std::optional<qint64> dateOf(const QString &text)
{
    static const QRegularExpression relative(uR"(^(?:sysdate|currentDate)(?:\s*([+-])\s*(\d+))?$)"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    if (const auto match = relative.match(text); match.hasMatch()) {
        const qint64 days = match.captured(2).toLongLong() * (match.captured(1) == u"-" ? -1 : 1);
        return accountNow + days * secondsADay;
    }
    if (text.size() < 8 || !text.front().isDigit())
        return std::nullopt;
    QDateTime date = QDateTime::fromString(text, Qt::ISODate);
    for (const QString &format : {u"MM/dd/yyyy HH:mm:ss"_s, u"MM/dd/yyyy"_s}) {
        if (!date.isValid())
            date = QDateTime::fromString(text, format);
    }
    if (!date.isValid())
        return std::nullopt;
    if (date.timeSpec() == Qt::LocalTime) // no zone given: US Central (softlayer-api §5)
        date.setTimeZone(QTimeZone(-6 * 3600));
    return date.toSecsSinceEpoch();
}

std::partial_ordering compare(const QString &column, const QString &operand)
{
    const auto left = numberOf(column);
    const auto right = numberOf(operand);
    if (left && right)
        return *left <=> *right;
    const auto leftDate = dateOf(column);
    const auto rightDate = dateOf(operand);
    if (leftDate && rightDate)
        return *leftDate <=> *rightDate;
    return column.compare(operand) <=> 0;
}

Test onText(QString operand, bool (*holds)(const QString &column, const QString &operand))
{
    return [operand = std::move(operand), holds](const JsonValue &value) {
        return !isMissing(value) && holds(textOf(value), operand);
    };
}

struct Literal
{
    QString sign;
    bool (*holds)(const QString &column, const QString &operand);
};

/// Longer signs first: "!*=" also starts like "!=".
const QList<Literal> &literals()
{
    using S = const QString &;
    static const QList<Literal> table = {
        {u"!*="_s, [](S column, S operand) { return !column.contains(operand); }},
        {u"!^="_s, [](S column, S operand) { return !column.startsWith(operand); }},
        {u"!$="_s, [](S column, S operand) { return !column.endsWith(operand); }},
        {u"!="_s, [](S column, S operand) { return compare(column, operand) != 0; }},
        {u">="_s, [](S column, S operand) { return compare(column, operand) >= 0; }},
        {u"<="_s, [](S column, S operand) { return compare(column, operand) <= 0; }},
        {u"*="_s, [](S column, S operand) { return column.contains(operand); }},
        {u"^="_s, [](S column, S operand) { return column.startsWith(operand); }},
        {u"$="_s, [](S column, S operand) { return column.endsWith(operand); }},
        {u"_="_s, [](S column, S operand) { return column.toLower() == operand; }},
        {u"!~"_s, [](S column, S operand) { return !QRegularExpression(operand).match(column).hasMatch(); }},
        {u"~"_s, [](S column, S operand) { return QRegularExpression(operand).match(column).hasMatch(); }},
        {u">"_s, [](S column, S operand) { return compare(column, operand) > 0; }},
        {u"<"_s, [](S column, S operand) { return compare(column, operand) < 0; }},
    };
    return table;
}

Predicate equals(const JsonValue &operand)
{
    Predicate predicate{
        onText(textOf(operand),
               [](const QString &column, const QString &wanted) { return compare(column, wanted) == 0; }),
        std::nullopt};
    bool isNumber = false;
    const qint64 number = textOf(operand).toLongLong(&isNumber);
    if (isNumber)
        predicate.numbers = QList<qint64>{number};
    return predicate;
}

Predicate readLiteral(const QJsonValue &operation)
{
    const QString text = operation.toString().trimmed();
    if (!operation.isString())
        return equals(JsonValue::fromQt(operation));
    if (text.compare("is null"_L1, Qt::CaseInsensitive) == 0)
        return {isMissing, std::nullopt};
    if (text.compare("not null"_L1, Qt::CaseInsensitive) == 0)
        return {[](const JsonValue &value) { return !isMissing(value); }, std::nullopt};
    for (const Literal &literal : literals()) {
        if (text.startsWith(literal.sign))
            return {onText(text.sliced(literal.sign.size()).trimmed(), literal.holds), std::nullopt};
    }
    return equals(text);
}

QJsonArray option(const QJsonObject &operation, const QString &name)
{
    for (const QJsonValue &entry : operation.value("options"_L1).toArray()) {
        if (entry["name"_L1].toString() == name)
            return entry["value"_L1].toArray();
    }
    return {};
}

Predicate isIn(const QJsonArray &wanted, bool negated)
{
    QList<Predicate> each;
    QList<qint64> numbers;
    bool onlyNumbers = true;
    for (const QJsonValue &value : wanted) {
        each.append(equals(JsonValue::fromQt(value)));
        onlyNumbers = onlyNumbers && each.last().numbers;
        if (onlyNumbers)
            numbers += *each.last().numbers;
    }
    Predicate predicate;
    predicate.test = [each, negated](const JsonValue &value) {
        const bool found =
            std::any_of(each.cbegin(), each.cend(), [&](const Predicate &one) { return one.test(value); });
        return !isMissing(value) && found != negated;
    };
    if (onlyNumbers && !negated)
        predicate.numbers = numbers;
    return predicate;
}

Predicate combined(const QJsonArray &literalTexts, bool all)
{
    QList<Test> tests;
    for (const QJsonValue &literal : literalTexts)
        tests.append(readLiteral(literal).test);
    return {[tests, all](const JsonValue &value) {
                const auto holds = [&](const Test &test) { return test(value); };
                return all ? std::all_of(tests.cbegin(), tests.cend(), holds)
                           : std::any_of(tests.cbegin(), tests.cend(), holds);
            },
            std::nullopt};
}

Test inRange(std::optional<qint64> from, std::optional<qint64> to)
{
    return [from, to](const JsonValue &value) {
        const auto date = dateOf(textOf(value));
        return date && (!from || *date >= *from) && (!to || *date <= *to);
    };
}

} // namespace

Result<Predicate, WireError> readPredicate(const QJsonObject &operation)
{
    const QJsonValue value = operation.value("operation"_L1);
    if (!operation.contains("options"_L1))
        return readLiteral(value);

    const QString name = value.toString();
    const QJsonArray data = option(operation, u"data"_s);
    const auto date = [&](const QString &key) { return dateOf(option(operation, key).first().toString()); };
    if (name == "in"_L1 || name == "not in"_L1)
        return isIn(data, name != "in"_L1);
    if (name == "and"_L1 || name == "or"_L1)
        return combined(data, name == "and"_L1);
    if (name == "betweenDate"_L1)
        return Predicate{inRange(date(u"startDate"_s), date(u"endDate"_s)), std::nullopt};
    if (name == "greaterThanDate"_L1)
        return Predicate{inRange(date(u"date"_s), std::nullopt), std::nullopt};
    if (name == "lessThanDate"_L1)
        return Predicate{inRange(std::nullopt, date(u"date"_s)), std::nullopt};
    if (name == "isDate"_L1) {
        const auto day = date(u"date"_s);
        return Predicate{inRange(day, day ? std::optional(*day + secondsADay - 1) : day), std::nullopt};
    }
    return Unexpected(
        WireError{500, u"SoftLayer_Exception_Public"_s, u"Invalid objectFilter operation '%1'."_s.arg(name)});
}

} // namespace layerscope::demo
