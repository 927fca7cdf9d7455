// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace layerscope::demo {

/// By which relation of a pool a device is its member. No device has two (softlayer-api §6.4).
enum class PoolRelation {
    Hardware,
    BareMetalInstances,         ///< Hourly bare metal: bareMetalInstanceFlag is 1.
    PrivateNetworkOnlyHardware, ///< Bare metal without a public port.
    VirtualGuests,
};

/// A device that a pool counts and no list shows, as it is without permission on the device.
struct HiddenMember
{
    PoolRelation relation;
    int allocationGb;
    std::optional<qint64> outbound; ///< 10^-5 GB of this billing cycle; nullopt: never measured.
    std::optional<qint64> inbound;
};

} // namespace layerscope::demo
