// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "details/bandwidthhistory.h"
#include "panels/chartscale.h"
#include "panels/usagefacts.h"

namespace layerscope {

/// What a chart of traffic shows: what each day has seen, or what it came to since the cycle began.
enum class BandwidthMode { Daily, Cumulative };

/// How far the amounts of such a chart reach, in which unit, and which limits can be drawn among them: the
/// traffic is what is to be seen, so a limit far beyond it is left out. A value; pure.
class BandwidthScale
{
public:
    /// Of no traffic.
    BandwidthScale() = default;
    BandwidthScale(const BandwidthHistory &history, const UsageFacts &facts, BandwidthMode mode);

    [[nodiscard]] TrafficUnit unit() const { return m_unit; }
    [[nodiscard]] double inUnit(double bytes) const { return bytes / m_unit.bytes; }
    /// Where the axis ends, in the unit, with some room. lowest() <= 0 < highest(): day by day, what comes in
    /// goes below the line of zero.
    [[nodiscard]] double highest() const { return m_highest; }
    [[nodiscard]] double lowest() const { return m_lowest; }

    /// What an amount for the whole cycle means here, in bytes: day by day, the even pace at which it is
    /// reached.
    [[nodiscard]] double bytesOf(Decimal gb) const;
    /// Whether a line at so many bytes leaves the traffic its room.
    [[nodiscard]] bool fits(double bytes) const;

private:
    double m_daysBilled = 1; ///< That an amount for the whole cycle is divided by.
    double m_largest = 0;    ///< Of the amounts of traffic, in bytes.
    TrafficUnit m_unit;
    double m_highest = 1;
    double m_lowest = 0;
};

} // namespace layerscope
