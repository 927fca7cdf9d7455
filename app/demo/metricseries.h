// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/draw.h"

#include <optional>
#include <vector>

namespace layerscope::demo {

/// The hours in which nothing was counted for one tracking object: the same for each of its
/// directions, as if its collector had been away. Times are seconds of the epoch. A cheap value.
class MetricGaps
{
public:
    /// `since`: nothing was counted before.
    MetricGaps(Draw draw, qint64 since);

    /// `hour`: hours since 1970. The last hour before the account's now is never missing.
    [[nodiscard]] bool isMissing(qint64 hour) const;

private:
    Draw m_draw;
    qint64 m_since;
};

/// What one counter of a tracking object counted, to the byte. The hours of the account's billing cycle up to
/// its now add up to the usage that the owner's own properties tell, whatever slices they are asked in; hours
/// before the cycle run on at the same pace. Nights and weekends are calmer. Cost: one pass over the cycle's
/// hours to make, one over the hours asked.
class MetricSeries
{
public:
    /// The finest slice (softlayer-api §6.13).
    static constexpr qint64 slotSeconds = 300;

    /// `usage`: of this billing cycle in 10^-5 GB, where a GB is 2^30 bytes: slcli scales by 1024, the API
    /// does not say (softlayer-api §11.9). `direction` makes the lots of two counters differ.
    MetricSeries(Draw draw, quint64 direction, const MetricGaps &gaps, qint64 usage);

    /// Bytes from `begin` up to `end`, both multiples of slotSeconds. nullopt: nothing was counted then,
    /// which is not 0.
    [[nodiscard]] std::optional<qint64> bytes(qint64 begin, qint64 end) const;

private:
    [[nodiscard]] qint64 weight(qint64 hour) const;
    [[nodiscard]] qint64 bytesOfHour(qint64 hour) const;
    [[nodiscard]] qint64 share(qint64 weight) const;

    Draw m_draw;
    quint64 m_direction;
    MetricGaps m_gaps;
    qint64 m_total;                  ///< Bytes of the cycle.
    std::vector<qint64> m_cumulated; ///< Weights of the cycle's hours before each, and after the last.
};

} // namespace layerscope::demo
