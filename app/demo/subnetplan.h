// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/accountshape.h"
#include "demo/subnet.h"
#include "demo/vlan.h"

#include <vector>

namespace layerscope::demo {

/// A primary address, the server that has it, and the VLAN it is on.
struct AddressedDevice
{
    quint32 address;
    DeviceKind kind;
    int index;
    int vlan; ///< Row of the VLAN.
};

/// The subnets of an account, by id ascending: those that hold the servers' primary addresses, and those an
/// account has besides. `devices` is sorted by address, `vlans` are all VLANs of the account.
///
/// Servers have the addresses of one block by turns, whichever datacenter and VLAN they are in. So a subnet
/// that is on one VLAN is the largest part of a /24 in which no server of another VLAN is: a whole /24 in
/// thin blocks, and then it is the one that the servers themselves name, down to a single address in full
/// ones.
[[nodiscard]] std::vector<Subnet> planSubnets(const std::vector<AddressedDevice> &devices,
                                              const std::vector<Vlan> &vlans);

} // namespace layerscope::demo
