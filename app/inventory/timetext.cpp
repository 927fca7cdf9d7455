// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/timetext.h"

#include <QString>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdlib>

namespace layerscope {

namespace {

constexpr qint64 msecsPerSecond = 1000;

char *writePadded(char *out, qint64 number, int width)
{
    std::array<char, 24> digits;
    const char *const end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out = std::fill_n(out, std::max<std::ptrdiff_t>(width - (end - digits.data()), 0), '0');
    return std::copy(static_cast<const char *>(digits.data()), end, out);
}

Timestamp startOf(std::chrono::year_month_day day)
{
    return {std::chrono::sys_days(day).time_since_epoch().count() * msecsPerDay};
}

} // namespace

std::string_view TimeText::iso(Timestamp time)
{
    using namespace std::chrono;
    const sys_time<milliseconds> moment{milliseconds(time.msecsUtc)};
    const sys_days midnight = floor<days>(moment);
    const year_month_day date(midnight);
    const hh_mm_ss clock(floor<seconds>(moment - midnight));

    char *out = m_text.data();
    const int year = static_cast<int>(date.year());
    if (year < 0)
        *out++ = '-';
    out = writePadded(out, std::abs(year), 4);
    *out++ = '-';
    out = writePadded(out, static_cast<unsigned>(date.month()), 2);
    *out++ = '-';
    out = writePadded(out, static_cast<unsigned>(date.day()), 2);
    *out++ = 'T';
    out = writePadded(out, clock.hours().count(), 2);
    *out++ = ':';
    out = writePadded(out, clock.minutes().count(), 2);
    *out++ = ':';
    out = writePadded(out, clock.seconds().count(), 2);
    *out++ = 'Z';
    return {m_text.data(), static_cast<std::size_t>(out - m_text.data())};
}

std::optional<TimeSpan> TimeSpan::fromText(QStringView text)
{
    using namespace std::chrono;
    const auto number = [text](qsizetype from, qsizetype count) {
        const QStringView digits = text.sliced(from, count);
        const bool areDigits =
            std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
        return areDigits ? digits.toInt() : -1;
    };
    const auto isDash = [text](qsizetype at) { return text[at] == u'-'; };

    constexpr qsizetype yearSize = 4;  // "2026"
    constexpr qsizetype monthSize = 7; // "2026-11"
    constexpr qsizetype daySize = 10;  // "2026-11-22"
    if (text.size() == yearSize || (text.size() == monthSize && isDash(4)) ||
        (text.size() == daySize && isDash(4) && isDash(7))) {
        const int written[] = {number(0, 4), text.size() > yearSize ? number(5, 2) : 1,
                               text.size() > monthSize ? number(8, 2) : 1};
        if (std::any_of(std::begin(written), std::end(written), [](int part) { return part < 0; }))
            return std::nullopt;
        const year_month_day first{year{written[0]}, month{static_cast<unsigned>(written[1])},
                                   day{static_cast<unsigned>(written[2])}};
        if (!first.ok())
            return std::nullopt;
        if (text.size() == yearSize)
            return TimeSpan{startOf(first), startOf(first + years(1))};
        if (text.size() == monthSize)
            return TimeSpan{startOf(first), startOf(first + months(1))};
        return TimeSpan{startOf(first), {startOf(first).msecsUtc + msecsPerDay}};
    }
    if (const auto moment = Timestamp::fromIso(text))
        return TimeSpan{*moment, {moment->msecsUtc + msecsPerSecond}};
    return std::nullopt;
}

} // namespace layerscope
