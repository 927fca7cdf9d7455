// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/bandwidthscale.h"

#include <algorithm>
#include <optional>

namespace layerscope {

namespace {

constexpr double headroom = 1.06; // so that nothing touches the edge
// A line that would press the traffic below this share of the height is named but not drawn.
constexpr double minShare = 0.3;

double largestAmount(const BandwidthHistory &history, BandwidthMode mode)
{
    qint64 largest = 0;
    if (mode == BandwidthMode::Cumulative) {
        const TrafficSum sum = sumOf(history, history.days.size());
        largest = std::max(sum.outBytes, sum.inBytes);
    } else {
        for (const BandwidthDay &day : history.days)
            largest = std::max({largest, day.outBytes.value_or(0), day.inBytes.value_or(0)});
    }
    return static_cast<double>(largest);
}

double daysOf(const BillingCycle &cycle)
{
    return static_cast<double>(cycle.end.msecsUtc - cycle.begin.msecsUtc) / static_cast<double>(msecsPerDay);
}

} // namespace

BandwidthScale::BandwidthScale(const BandwidthHistory &history, const UsageFacts &facts, BandwidthMode mode)
    : m_daysBilled(mode == BandwidthMode::Daily ? daysOf(history.cycle) : 1)
    , m_largest(largestAmount(history, mode))
    , m_unit(TrafficUnit::forAmount(m_largest))
{
    double highest = 0;
    double lowest = 0;
    if (mode == BandwidthMode::Cumulative) {
        highest = m_largest;
    } else {
        for (const BandwidthDay &day : history.days) {
            highest = std::max(highest, double(day.outBytes.value_or(0)));
            lowest = std::min(lowest, -double(day.inBytes.value_or(0)));
        }
    }
    for (const std::optional<Decimal> &limit :
         {facts.projectedGb, facts.isLimit() ? facts.allocationGb : std::nullopt}) {
        if (limit && fits(bytesOf(*limit)))
            highest = std::max(highest, bytesOf(*limit));
    }
    m_highest = inUnit(highest) * headroom;
    m_lowest = inUnit(lowest) * headroom;
    if (m_highest <= 0 && m_lowest >= 0)
        m_highest = 1; // nothing sent yet: an axis all the same
    // A line of zero at the very top would look like the frame.
    m_highest = std::max(m_highest, -m_lowest * 0.05);
}

double BandwidthScale::bytesOf(Decimal gb) const
{
    return gb.toDouble() * bytesPerGb / m_daysBilled;
}

bool BandwidthScale::fits(double bytes) const
{
    return m_largest > 0 ? m_largest >= minShare * bytes : bytes <= 0;
}

} // namespace layerscope
