// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/metricseries.h"

#include "demo/wirevalues.h"

#include <algorithm>

namespace layerscope::demo {

namespace {

constexpr qint64 secondsAnHour = 3600;
constexpr qint64 hoursADay = 24;
constexpr qint64 firstHour = cycleStart / secondsAnHour;
constexpr qint64 endHour = accountNow / secondsAnHour;
static_assert(cycleStart % secondsAnHour == 0 && accountNow % secondsAnHour == 0,
              "a cycle of whole hours, so that none is shared with the one before");

// Holes are rare, but each month has some.
constexpr int missingDaysPerMille = 60;
constexpr int missingHoursPerMille = 25;

/// Traffic over the hours of a day in UTC, by which the Americas are awake.
int wayThroughDay(qint64 hour)
{
    constexpr int quietest = 9; // o'clock
    const int hourOfDay = static_cast<int>(hour % hoursADay);
    const int away = std::abs(hourOfDay - quietest);
    return std::min(away, static_cast<int>(hoursADay) - away); // 0 to 12
}

bool isWeekend(qint64 day)
{
    const qint64 weekday = (day + 3) % 7; // 1970-01-01 was a Thursday; Monday is 0
    return weekday >= 5;
}

} // namespace

MetricGaps::MetricGaps(Draw draw, qint64 since)
    : m_draw(draw)
    , m_since(since)
{}

bool MetricGaps::isMissing(qint64 hour) const
{
    if (hour * secondsAnHour < m_since || hour >= endHour)
        return true;
    if (hour == endHour - 1)
        return false;
    return m_draw.perMille(missingDaysPerMille, Trait::Created, static_cast<quint64>(hour / hoursADay)) ||
           m_draw.perMille(missingHoursPerMille, Trait::Modified, static_cast<quint64>(hour));
}

MetricSeries::MetricSeries(Draw draw, quint64 direction, const MetricGaps &gaps, qint64 usage)
    : m_draw(draw)
    , m_direction(direction)
    , m_gaps(gaps)
{
    constexpr qint64 unitsAGb = 100'000;
    constexpr qint64 bytesAGb = qint64{1} << 30;
    m_total = usage / unitsAGb * bytesAGb + (usage % unitsAGb * bytesAGb + unitsAGb / 2) / unitsAGb;

    m_cumulated.reserve(static_cast<size_t>(endHour - firstHour) + 1);
    m_cumulated.push_back(0);
    for (qint64 hour = firstHour; hour < endHour; ++hour)
        m_cumulated.push_back(m_cumulated.back() + weight(hour));
}

std::optional<qint64> MetricSeries::bytes(qint64 begin, qint64 end) const
{
    std::optional<qint64> sum;
    for (qint64 hour = begin / secondsAnHour; hour * secondsAnHour < end; ++hour) {
        if (m_gaps.isMissing(hour))
            continue;
        // An hour's traffic flows evenly. Differences of what had flowed leave no byte out.
        const qint64 ofHour = bytesOfHour(hour);
        const auto flowedBy = [&](qint64 time) {
            const qint64 into = std::clamp<qint64>(time - hour * secondsAnHour, 0, secondsAnHour);
            return ofHour / secondsAnHour * into + ofHour % secondsAnHour * into / secondsAnHour;
        };
        sum = sum.value_or(0) + flowedBy(end) - flowedBy(begin);
    }
    return sum;
}

qint64 MetricSeries::weight(qint64 hour) const
{
    if (m_gaps.isMissing(hour))
        return 0;
    const qint64 day = hour / hoursADay;
    const qint64 key = static_cast<qint64>(m_direction);
    const auto lot = [&](int limit, Trait trait, qint64 nth) {
        return m_draw.below(limit, trait, static_cast<quint64>(nth * 4 + key));
    };
    const qint64 ofHour = 20 + 6 * wayThroughDay(hour) + lot(30, Trait::Inbound, hour);
    const qint64 ofDay = 60 + lot(80, Trait::Outbound, day) - (isWeekend(day) ? 25 : 0); // per cent
    return std::max<qint64>(1, ofHour * ofDay / 100);
}

qint64 MetricSeries::bytesOfHour(qint64 hour) const
{
    if (hour < firstHour)
        return share(weight(hour));
    const auto position = static_cast<size_t>(hour - firstHour);
    return share(m_cumulated[position + 1]) - share(m_cumulated[position]);
}

qint64 MetricSeries::share(qint64 weight) const
{
    const qint64 all = m_cumulated.back(); // > 0: the last hour always counts
    // Not total × weight / all, which a pool of many servers would carry beyond 64 bits.
    return m_total / all * weight + m_total % all * weight / all;
}

} // namespace layerscope::demo
