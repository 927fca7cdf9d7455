// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/facttext.h"

#include "core/momenttext.h"
#include "core/utc.h"
#include "inventory/apiword.h"

#include <algorithm>
#include <cmath>

namespace layerscope {

namespace {

constexpr int centDecimals = 2;
constexpr int maxDecimals = 5; // hourly fees have no more that say anything, nor has traffic
constexpr qint64 megabytesAGigabyte = 1024;
constexpr qint64 megabitsAGigabit = 1000;

/// The fewest decimals, from `least` on, that show the number as it is; at most `most`.
int decimalsNeeded(Decimal value, int least, int most)
{
    int decimals = least;
    while (decimals < most && value.rounded(decimals) != value.rounded(most))
        ++decimals;
    return decimals;
}

} // namespace

FactText::FactText(const QLocale &locale)
    : m_locale(locale)
{
    // The C locale leaves out separators, which everyone else has.
    m_locale.setNumberOptions(m_locale.numberOptions() & ~QLocale::OmitGroupSeparator);
}

QString FactText::number(Decimal value, int decimals) const
{
    // Rounded in decimal first: toString then has nothing left to round in binary.
    return m_locale.toString(value.rounded(decimals).toDouble(), 'f', decimals);
}

QString FactText::whole(qint64 number) const
{
    return m_locale.toString(number);
}

QString FactText::dollars(Decimal amount) const
{
    const QString digits =
        number(amount.isNegative() ? Decimal() : amount, decimalsNeeded(amount, centDecimals, maxDecimals));
    if (!amount.isNegative())
        //: US dollars, which is what SoftLayer bills in
        return tr("$%1").arg(digits);
    const Decimal positive(-amount.mantissa(), amount.decimals());
    return tr("−$%1").arg(number(positive, decimalsNeeded(positive, centDecimals, maxDecimals)));
}

QString FactText::gigabytes(Decimal amount) const
{
    const double size = std::abs(amount.toDouble());
    int decimals = 1;
    while (decimals < maxDecimals && size > 0 && size < 10 * std::pow(10.0, -decimals))
        ++decimals;
    decimals = std::min(decimals, decimalsNeeded(amount, 0, maxDecimals));
    return tr("%1 GB").arg(number(amount, decimals));
}

QString FactText::memory(qint64 megabytes) const
{
    if (megabytes < megabytesAGigabyte)
        return tr("%1 MB").arg(whole(megabytes));
    const Decimal gigabytes = *Decimal::fromDouble(double(megabytes) / megabytesAGigabyte);
    return tr("%1 GB").arg(number(gigabytes, decimalsNeeded(gigabytes, 0, centDecimals)));
}

QString FactText::speed(qint64 megabits) const
{
    if (megabits < megabitsAGigabit)
        return tr("%1 Mbit/s").arg(whole(megabits));
    const Decimal gigabits = *Decimal::fromDouble(double(megabits) / megabitsAGigabit);
    return tr("%1 Gbit/s").arg(number(gigabits, decimalsNeeded(gigabits, 0, 1)));
}

QString FactText::share(Decimal part, Decimal whole) const
{
    constexpr double hundred = 100;
    //: A share in per cent
    return tr("%1 %").arg(m_locale.toString(hundred * part.toDouble() / whole.toDouble(), 'f', 1));
}

QString FactText::moment(Timestamp time) const
{
    return momentText(utcFromMSecs(time.msecsUtc).toLocalTime(), m_locale);
}

QString FactText::yesNo(bool flag)
{
    return flag ? tr("Yes") : tr("No");
}

QString FactText::times(qint64 count, const QString &thing) const
{
    //: A number of equal parts: "4 × 2 TB SATA"
    return count == 1 ? thing : tr("%1 × %2").arg(whole(count), thing);
}

QString FactText::word(const QString &raw)
{
    return apiWord(raw);
}

} // namespace layerscope
