// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/jsonvalue.h"

#include <optional>

namespace layerscope::demo {

/// Traffic as devices and pools tell it. Amounts are in 10^-5 GB of this billing cycle.

/// A decimal text in GB; Undefined for nullopt.
[[nodiscard]] JsonValue wireTraffic(std::optional<qint64> amount);
/// GB a day, with two decimals.
[[nodiscard]] double perDay(qint64 amount);
/// At the end of the cycle, in 10^-2 GB, if it goes on like this.
[[nodiscard]] qint64 projected(qint64 amount);

/// A SoftLayer_Network_Bandwidth_Usage (softlayer-api §6.5). Amounts that are nullopt are left out.
[[nodiscard]] JsonObject bandwidthUsage(std::optional<qint64> in, std::optional<qint64> out, bool isPublic,
                                        const JsonObject &trackingObject);

} // namespace layerscope::demo
