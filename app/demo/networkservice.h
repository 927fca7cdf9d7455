// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/answers.h"
#include "demo/networkview.h"

namespace layerscope::demo {

/// SoftLayer_Account::getNetworkVlans and getSubnets. Precondition: it is one of the two.
[[nodiscard]] Answer listNetwork(const NetworkView &view, const WireCall &call,
                                 const CallCircumstances &circumstances);
/// The methods of SoftLayer_Network_Vlan: getObject and its relations. Errors: as softlayer-api §4.2 words
/// them.
[[nodiscard]] Answer callVlan(const NetworkView &view, const WireCall &call,
                              const CallCircumstances &circumstances);
/// The same of SoftLayer_Network_Subnet.
[[nodiscard]] Answer callSubnet(const NetworkView &view, const WireCall &call,
                                const CallCircumstances &circumstances);

} // namespace layerscope::demo
