// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/subnetplan.h"

#include <QList>

#include <mutex>
#include <span>

namespace layerscope::demo {

/// What is on a VLAN: indexes of devices, ascending, as their ids are.
struct VlanMembers
{
    QList<int> hardware; ///< By its own ports only.
    QList<int> virtualGuests;
    QList<int> trunkedHardware; ///< Whose switch port lets the VLAN pass; never in `hardware` as well.
    QList<int> subnets;         ///< Rows of subnets, ascending.

    [[nodiscard]] const QList<int> &of(DeviceKind kind) const
    {
        return kind == DeviceKind::Hardware ? hardware : virtualGuests;
    }
};

/// The VLANs and subnets of an account: the VLANs that its servers name, some without servers in the same
/// datacenters, and the subnets of all of them. None without servers. Computed at the first question, in
/// O(devices); safe on any thread.
class NetworkIndex
{
public:
    explicit NetworkIndex(const AccountShape &shape);

    /// By id, ascending; a VLAN's position is its row.
    [[nodiscard]] const std::vector<Vlan> &vlans() const { return contents().vlans; }
    [[nodiscard]] const std::vector<Subnet> &subnets() const { return contents().subnets; }
    /// Precondition: 0 <= row < vlans().size().
    [[nodiscard]] const VlanMembers &membersOfVlan(int row) const;
    /// The servers with a primary address in a subnet, by address.
    [[nodiscard]] std::span<const AddressedDevice> devicesIn(const Subnet &subnet) const;
    /// The row of the gateway's transit VLAN of a datacenter; nullopt: it has no gateway.
    [[nodiscard]] std::optional<int> transitVlan(int datacenter) const;

    [[nodiscard]] std::optional<int> rowOfVlan(qint64 id) const;
    [[nodiscard]] std::optional<int> rowOfSubnet(qint64 id) const;

private:
    struct Contents
    {
        std::vector<Vlan> vlans;
        std::vector<VlanMembers> members; ///< By row of the VLAN.
        std::vector<AddressedDevice> devices;
        std::vector<Subnet> subnets;
    };

    [[nodiscard]] const Contents &contents() const;
    [[nodiscard]] static Contents build(const AccountShape &shape);

    AccountShape m_shape;
    mutable std::once_flag m_once;
    mutable Contents m_contents;
};

} // namespace layerscope::demo
