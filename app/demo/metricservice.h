// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/answers.h"
#include "demo/simulatedaccount.h"

namespace layerscope::demo {

/// The service SoftLayer_Metric_Tracking_Object (softlayer-api §6.13): the traffic of servers and pools over
/// time. Rows are sparse and computed on demand; those of the billing cycle add up to the owner's usage this
/// cycle. Answers to getBandwidthData hold no traffic from outside the span asked, with rows that start at
/// multiples of the rollup in UTC: the first row may be dated before the span. Errors: as softlayer-api §4.2
/// words them.
[[nodiscard]] Answer callMetric(const SimulatedAccount &account, const WireCall &call,
                                const CallCircumstances &circumstances);

} // namespace layerscope::demo
