// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decimal.h"
#include "details/bandwidthhistory.h"

#include <optional>

namespace layerscope {

/// What the API itself says about the public traffic of a server or pool in this billing cycle; the chart
/// compares its days with it. In GB as the API has them, taken as 2^30 bytes (softlayer-api §11.9). nullopt:
/// not known, or not there.
struct UsageFacts
{
    std::optional<Decimal> allocationGb; ///< 0: pay as you go.
    std::optional<Decimal> projectedGb;  ///< Out, at the end of the cycle.
    std::optional<Decimal> outGb;
    std::optional<Decimal> inGb;
    std::optional<BillingCycle> cycle;

    bool operator==(const UsageFacts &) const = default;

    [[nodiscard]] bool isOver() const { return isLimit() && outGb && *outGb > *allocationGb; }
    [[nodiscard]] bool isProjectedOver() const
    {
        return isLimit() && projectedGb && *projectedGb > *allocationGb;
    }
    /// An allocation that can be used up.
    [[nodiscard]] bool isLimit() const { return allocationGb && !allocationGb->isZero(); }
};

} // namespace layerscope
