// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/wirevalues.h"

#include "demo/vocabulary.h"

#include <chrono>

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 zoneOffset = -6 * 3600;

} // namespace

QString wireDate(qint64 epochSeconds)
{
    using namespace std::chrono;
    const sys_seconds local{seconds{epochSeconds + zoneOffset}};
    const auto day = floor<days>(local);
    const year_month_day date{day};
    const hh_mm_ss time{local - day};
    return QString::asprintf("%04d-%02u-%02uT%02d:%02d:%02d-06:00", static_cast<int>(date.year()),
                             static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                             static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                             static_cast<int>(time.seconds().count()));
}

QString wireDecimal(qint64 mantissa, int decimals)
{
    QString digits = QString::number(qAbs(mantissa)).rightJustified(decimals, u'0');
    QString whole = digits.left(digits.size() - decimals);
    QString fraction = digits.right(decimals);
    while (fraction.endsWith(u'0'))
        fraction.chop(1);
    if (fraction.isEmpty())
        return mantissa == 0 ? u"0"_s : (mantissa < 0 ? u"-"_s : QString()) + whole;
    return (mantissa < 0 ? u"-"_s : QString()) + whole + u'.' + fraction;
}

QString wireUuid(quint64 high, quint64 low)
{
    const quint64 first = (high & ~quint64{0xF000}) | 0x4000U;
    const quint64 second = (low & ~(quint64{3} << 62U)) | (quint64{2} << 62U);
    return QString::asprintf("%08x-%04x-%04x-%04x-%012llx", static_cast<unsigned>(first >> 32U),
                             static_cast<unsigned>((first >> 16U) & 0xFFFFU),
                             static_cast<unsigned>(first & 0xFFFFU), static_cast<unsigned>(second >> 48U),
                             static_cast<unsigned long long>(second & 0xFFFFFFFFFFFFU));
}

QString wireAddress(quint32 address)
{
    return QString::asprintf("%u.%u.%u.%u", address >> 24U, (address >> 16U) & 0xFFU, (address >> 8U) & 0xFFU,
                             address & 0xFFU);
}

JsonObject wireLocation(const Datacenter &datacenter)
{
    return {{u"id"_s, datacenter.id},
            {u"name"_s, datacenter.name},
            {u"longName"_s, datacenter.longName},
            {u"statusId"_s, 2}};
}

} // namespace layerscope::demo
