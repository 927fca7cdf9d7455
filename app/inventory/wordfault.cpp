// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/wordfault.h"

#include "inventory/addressrange.h"
#include "inventory/numberfinder.h"
#include "inventory/numberword.h"
#include "inventory/texttest.h"
#include "inventory/timetext.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

using Compare = FilterTerm::Compare;
using Remark = FilterRemark;

template<class Test>
bool isEach(QStringView text, Test test)
{
    return std::all_of(text.begin(), text.end(), test);
}

bool isHexOrColon(QChar c)
{
    return c == u':' || (c >= u'0' && c <= u'9') || (c.toLower() >= u'a' && c.toLower() <= u'f');
}

bool isAnyDigit(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

std::optional<Remark::Kind> numberFault(const QString &word, Compare compare, const ColumnSpec &spec,
                                        const QLocale &locale)
{
    const std::optional<NumberWord> number = NumberWord::read(word, spec, locale);
    // Contained in a number it may be, as it stands there.
    if (compare == Compare::Contains && !NumberWord::hasUnit(word, spec))
        return NumberFinder(word, locale).canMatch() ? std::nullopt : std::optional(Remark::Kind::NoNumber);
    if (!number)
        return Remark::Kind::NoNumber;
    return number->otherwise ? std::optional(Remark::Kind::AmbiguousNumber) : std::nullopt;
}

std::optional<Remark::Kind> addressFault(const QString &typed, Compare compare)
{
    const QString word = typed.trimmed(); // as the filter does
    const bool isBeginning = AddressRange::fromBeginning(word).has_value();
    bool isRight = false;
    if (compare == Compare::Contains) {
        // ".2.3" is found as text.
        const bool isPart =
            word.startsWith(u'.') && isEach(word, [](QChar c) { return c.isDigit() || c == u'.'; });
        isRight = isBeginning || isPart || AddressRange::fromText(word);
    } else if (compare == Compare::Equals) {
        isRight = AddressRange::fromText(word).has_value();
    } else {
        isRight = isBeginning || IpAddress::fromText(word);
    }
    return isRight ? std::nullopt : std::optional(Remark::Kind::NoAddress);
}

std::optional<Remark::Kind> flagFault(const QString &word, Compare compare)
{
    FilterTerm term;
    term.compare = compare;
    term.words = QStringList{word};
    const bool isFlag = (compare == Compare::Contains || compare == Compare::Equals) &&
                        (isTrueForFlag(term, true) || isTrueForFlag(term, false));
    return isFlag ? std::nullopt : std::optional(Remark::Kind::NoFlag);
}

std::optional<Remark::Kind> dateFault(const QString &word, Compare compare)
{
    // Contained in a date it may be, as the locale writes it.
    const bool isRight =
        compare == Compare::Contains ? isAnyDigit(word) : TimeSpan::fromText(word.toUpper()).has_value();
    return isRight ? std::nullopt : std::optional(Remark::Kind::NoDate);
}

/// "2026-0", "2026-".
bool mayBecomeDate(QStringView word)
{
    constexpr QStringView pattern = u"0000-00-00";
    const bool isWholeSomewhere = word.size() == 4 || word.size() == 7; // but no such year or month
    if (word.size() >= pattern.size() || isWholeSomewhere)
        return false;
    return std::equal(word.begin(), word.end(), pattern.begin(),
                      [](QChar c, QChar place) { return place == u'-' ? c == u'-' : c.isDigit(); });
}

/// "10.1.2.0/", "10.1.2.3-10.1", "2001::5:".
bool mayBecomeAddress(const QString &word)
{
    if (word.endsWith(u'/'))
        return AddressRange::fromText(QString(word + u'0')).has_value();
    if (const qsizetype dash = word.indexOf(u'-'); dash >= 0) {
        const QStringView last = QStringView(word).sliced(dash + 1);
        return IpAddress::fromText(QStringView(word).first(dash)) &&
               (last.isEmpty() || AddressRange::fromBeginning(last));
    }
    const bool isV6 = word.endsWith(u':') && isEach(word, isHexOrColon);
    return isV6 || AddressRange::fromBeginning(word);
}

} // namespace

std::optional<FilterRemark::Kind> faultOfWord(const QString &word, FilterTerm::Compare compare,
                                              const ColumnSpec &spec, const QLocale &locale)
{
    switch (spec.type) {
    case ColumnType::Text:
        if (spec.holdsAddress)
            return addressFault(word, compare);
        if (spec.holdsNumbers && compare != Compare::Contains && !isEach(word, [](QChar c) {
                return c.isDigit(); // some are too large for a number
            }))
            return numberFault(word, compare, spec, locale);
        return std::nullopt;
    case ColumnType::Integer:
    case ColumnType::Decimal:
        return numberFault(word, compare, spec, locale);
    case ColumnType::Flag:
        return flagFault(word, compare);
    case ColumnType::Timestamp:
        return dateFault(word, compare);
    }
    return std::nullopt;
}

bool mayBecomeRight(FilterRemark::Kind kind, const QString &word, const ColumnSpec &spec)
{
    switch (kind) {
    case Remark::Kind::NoNumber:
        return NumberWord::mayBecomeOne(word, spec);
    case Remark::Kind::NoDate:
        return mayBecomeDate(word);
    case Remark::Kind::NoAddress:
        return mayBecomeAddress(word);
    case Remark::Kind::NoFlag: {
        constexpr std::array flags{"true"_L1, "false"_L1, "yes"_L1, "no"_L1};
        return std::any_of(flags.begin(), flags.end(),
                           [&word](QLatin1StringView flag) { return flag.startsWith(word) && flag != word; });
    }
    default:
        return false;
    }
}

} // namespace layerscope
