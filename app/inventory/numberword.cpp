// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/numberword.h"

#include "inventory/numberfinder.h"

#include <QString>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr qsizetype digitsOfAGroup = 3;
constexpr double unitStep = 1024;

struct NumberUnit
{
    QLatin1StringView ofColumn; ///< ColumnSpec::unit
    QLatin1StringView typed;    ///< Behind the number, case-folded
    double factor = 1;
};

/// Of those that end alike the longer one first.
constexpr NumberUnit numberUnits[] = {
    {"GB"_L1, "gib"_L1},
    {"GB"_L1, "gb"_L1},
    {"GB"_L1, "g"_L1},
    {"GB"_L1, "tib"_L1, unitStep},
    {"GB"_L1, "tb"_L1, unitStep},
    {"GB"_L1, "t"_L1, unitStep},
    {"GB"_L1, "mib"_L1, 1 / unitStep},
    {"GB"_L1, "mb"_L1, 1 / unitStep},
    {"GB"_L1, "m"_L1, 1 / unitStep},
    {"%"_L1, "%"_L1},
    {"USD/month"_L1, "usd/month"_L1},
    {"USD/month"_L1, "usd"_L1},
    {"USD/month"_L1, "$"_L1},
};

struct SplitNumber
{
    QStringView number;
    double factor = 1;
    bool hasUnit = false;
};

SplitNumber splitNumber(QStringView word, const ColumnSpec &spec)
{
    const QLatin1StringView ofColumn(spec.unit);
    if (ofColumn == "USD/month"_L1 && word.startsWith(u'$'))
        return {word.sliced(1).trimmed(), 1, true};
    for (const NumberUnit &unit : numberUnits) {
        if (unit.ofColumn == ofColumn && word.endsWith(unit.typed))
            return {word.chopped(unit.typed.size()).trimmed(), unit.factor, true};
    }
    return {word.trimmed()};
}

bool isDigitOfNumber(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// Of the part before the point: groups of three, but for the first, which has one to three digits and is
/// not 0.
bool areGroupsRight(const QList<qsizetype> &separators, qsizetype size, QStringView digits)
{
    if (separators.isEmpty())
        return true;
    if (separators.constFirst() < 1 || separators.constFirst() > digitsOfAGroup || digits.startsWith(u'0'))
        return false;
    for (qsizetype i = 0; i < separators.size(); ++i) {
        const qsizetype end = i + 1 < separators.size() ? separators[i + 1] : size;
        if (end - separators[i] != digitsOfAGroup)
            return false;
    }
    return true;
}

/// "-1,250.5" of those separators as "-1250.5"; "" if it is no number in them.
QString withoutGroups(QStringView text, QStringView decimalPoint, QStringView groupSeparator)
{
    const bool isSigned = text.startsWith(u'-') || text.startsWith(u'+');
    const QString sign = text.startsWith(u'-') ? u"-"_s : QString();
    QString whole;
    QList<qsizetype> separators; // how many digits stand before each
    qsizetype at = isSigned ? 1 : 0;
    for (; at < text.size() && !isTypedFor(text[at], decimalPoint); ++at) {
        if (isDigitOfNumber(text[at]))
            whole.append(text[at]);
        else if (isTypedFor(text[at], groupSeparator))
            separators.append(whole.size());
        else
            return {};
    }
    if (!areGroupsRight(separators, whole.size(), whole))
        return {};
    const QStringView decimals = at < text.size() ? text.sliced(at + 1) : QStringView();
    if (!std::all_of(decimals.begin(), decimals.end(), isDigitOfNumber))
        return {};
    return sign + whole + u'.' + decimals;
}

std::optional<Decimal> scaledNumber(std::optional<Decimal> number, double factor)
{
    if (!number || factor == 1)
        return number;
    return Decimal::fromDouble(number->toDouble() * factor); // by a power of two: nothing is rounded
}

} // namespace

std::optional<NumberWord> NumberWord::read(QStringView word, const ColumnSpec &spec, const QLocale &locale)
{
    const SplitNumber parts = splitNumber(word, spec);
    std::optional<Decimal> value = Decimal::fromText(parts.number);
    if (!value)
        value = Decimal::fromText(withoutGroups(parts.number, u".", u","));
    const std::optional<Decimal> ofLocale = Decimal::fromText(
        withoutGroups(parts.number, QString(locale.decimalPoint()), QString(locale.groupSeparator())));
    const std::optional<Decimal> first = scaledNumber(value ? value : ofLocale, parts.factor);
    if (!first)
        return std::nullopt;
    NumberWord read{*first};
    if (value && ofLocale && *value != *ofLocale)
        read.otherwise = scaledNumber(ofLocale, parts.factor);
    return read;
}

bool NumberWord::hasUnit(QStringView word, const ColumnSpec &spec)
{
    const SplitNumber parts = splitNumber(word, spec);
    return parts.hasUnit && !parts.number.isEmpty();
}

bool NumberWord::mayBecomeOne(QStringView word, const ColumnSpec &spec)
{
    qsizetype end = word.size();
    while (end > 0 && word[end - 1].isLetter())
        --end;
    const QStringView letters = word.sliced(end);
    const bool isUnitBegun = std::any_of(std::begin(numberUnits), std::end(numberUnits), [&](auto &unit) {
        return unit.ofColumn == QLatin1StringView(spec.unit) && unit.typed.startsWith(letters);
    });
    if (!letters.isEmpty() && (!isUnitBegun || end == 0))
        return false;
    const auto isSign = [](QChar c) { return c == u'-' || c == u'+' || c == u'$'; };
    const QStringView number = word.first(end);
    const auto *const digits = std::find_if_not(number.begin(), number.end(), isSign);
    const auto *const other = std::find_if_not(
        digits, number.end(), [](QChar c) { return isDigitOfNumber(c) || u".,' "_s.contains(c); });
    qsizetype inLastGroup = 0;
    while (inLastGroup < number.size() && isDigitOfNumber(number[number.size() - 1 - inLastGroup]))
        ++inLastGroup;
    return other == number.end() && (!letters.isEmpty() || inLastGroup < digitsOfAGroup);
}

} // namespace layerscope
