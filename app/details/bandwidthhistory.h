// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/jsonreader.h"
#include "api/timestamp.h"

#include <QList>

#include <chrono>
#include <optional>

namespace layerscope {

/// A span of time that is billed together, its end not included. Begins and ends at midnight of the billing
/// zone (-06:00), not of UTC.
struct BillingCycle
{
    Timestamp begin;
    Timestamp end;

    bool operator==(const BillingCycle &) const = default;

    /// True for a moment within it.
    [[nodiscard]] bool contains(Timestamp moment) const { return begin <= moment && moment < end; }
    /// From cycleStartDate, else lastBillDate, to nextBillDate of a billing item (softlayer-api §6.10).
    /// Without the latter 31 days. nullopt: no beginning, or no span of at most `longest` days comes of it.
    [[nodiscard]] static std::optional<BillingCycle> fromBillingItem(const JsonReader &item);

    static constexpr int longest = 62; ///< days; an item billed by the year is no cycle of traffic.
};

/// Public traffic in one day of UTC. nullopt is unknown: the API brought no row, which is not 0.
struct BandwidthDay
{
    Timestamp begin; ///< 00:00 UTC
    std::optional<qint64> outBytes;
    std::optional<qint64> inBytes;

    bool operator==(const BandwidthDay &) const = default;
    [[nodiscard]] bool isKnown() const { return outBytes || inBytes; }
};

/// Public traffic of one server or pool by day, in bytes. Days are days of UTC, since the API's daily rows
/// are; the first and the last day of a cycle are usually cut by it. A value.
struct BandwidthHistory
{
    BillingCycle cycle;
    bool isBillingCycle = true; ///< False: the cycle is not known, these are the last 30 days.
    /// Each day from the cycle's first to today, without holes: what is unknown stands as unknown. If the
    /// clock's now is outside the cycle (a demo account, a wrong clock), to the last day that has a row.
    QList<BandwidthDay> days;
    /// Between the rows that the API sent, derived from them: a day, or finer. 0: too few rows to tell.
    std::chrono::seconds step{0};

    bool operator==(const BandwidthHistory &) const = default;

    /// How many days of UTC the whole cycle touches, those to come included.
    [[nodiscard]] int daysOfCycle() const;
    /// False: not one day is known.
    [[nodiscard]] bool hasData() const;
};

/// What the known days of a history add up to.
struct TrafficSum
{
    qint64 outBytes = 0;
    qint64 inBytes = 0;
    bool isWhole = true; ///< False: some day is unknown, so these are lower bounds.
};

/// Over the first `days` days, at most all.
[[nodiscard]] TrafficSum sumOf(const BandwidthHistory &history, qsizetype days);

/// Reads the rows of SoftLayer_Metric_Tracking_Object::getBandwidthData (softlayer-api §6.13). Several rows
/// of a day add up, by the moment that they name, whatever the offset; fractions of a byte are rounded at the
/// end. Other counters (private, cpu0, memory …), rows below 0 and rows that end before the cycle begins are
/// ignored. `now` bounds the days, see BandwidthHistory::days. Pure: for worker threads.
[[nodiscard]] BandwidthHistory readBandwidthRows(const JsonReader &rows, const BillingCycle &cycle,
                                                 Timestamp now);

} // namespace layerscope
