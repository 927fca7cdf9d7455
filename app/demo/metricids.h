// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/accountshape.h"

#include <optional>

namespace layerscope::demo {

/// Whose traffic a SoftLayer_Metric_Tracking_Object counts.
struct MetricOwner
{
    enum class Kind { Hardware, Guest, Pool };

    Kind kind;
    int number; ///< A device's index, or a pool's number: 0 is the default rack (see Pool).

    bool operator==(const MetricOwner &) const = default;
};

/// The tracking object of a device, as its getMetricTrackingObjectId tells it. Unique over devices and pools.
[[nodiscard]] qint64 metricIdOf(DeviceKind kind, int index);
/// That of a pool; 0 is the default rack.
[[nodiscard]] qint64 metricIdOfPool(int number);
/// The way back. nullopt: the account has nothing with this tracking object.
[[nodiscard]] std::optional<MetricOwner> metricOwner(const AccountShape &shape, qint64 id);

} // namespace layerscope::demo
