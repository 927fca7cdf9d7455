// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/draw.h"

#include <QString>

#include <optional>

namespace layerscope::demo {

/// The id of the whole /24 that an address lies in, as servers name it.
[[nodiscard]] constexpr qint64 wholeSubnetId(quint32 address)
{
    constexpr qint64 first = 7000063;
    return first + (address >> 8U);
}

/// A subnet of the simulated account, without what depends on the servers in it. A cheap value.
struct Subnet
{
    /// In the API's own words (softlayer-kinds §2.2): see subnetType().
    enum class Type {
        Primary, ///< The first one of a VLAN, for the addresses of its servers.
        AdditionalPrimary,
        Primary6,
        Portable,  ///< On a VLAN, for the account to use.
        Portable6, ///< The same for IPv6.
        Static,    ///< Routed to one address.
        Static6,
        Global, ///< Routed to one address anywhere.
    };

    static constexpr int none = -1;

    qint64 id = 0;
    Type type = Type::Primary;
    bool isPublic = true;
    /// IPv4: the first address. IPv6: which /64 of the account's, from 0.
    quint32 network = 0;
    int cidr = 0;
    int vlan = none;       ///< Row of its VLAN; none: it is routed to none.
    int datacenter = none; ///< Position in datacenters().
    int firstDevice = 0;   ///< The servers with a primary address in it, see NetworkIndex::devicesIn().
    int deviceCount = 0;
    std::optional<quint32> target = {}; ///< Routed to this IPv4 address.
    qint64 targetSubnetId = 0;          ///< The subnet that `target` is in.

    [[nodiscard]] int version() const;
    [[nodiscard]] bool isPrimary() const;
    /// True if it is routed to one address instead of a VLAN's gateway.
    [[nodiscard]] bool isStatic() const;
    /// "PRIMARY", …
    [[nodiscard]] QString subnetType() const;
    /// "PRIMARY", "SECONDARY", "STATIC_TO_IP" or "GLOBAL_IP".
    [[nodiscard]] QString routingType() const;

    [[nodiscard]] QString networkIdentifier() const;
    /// Empty if it has none: static ones do not, and neither has a subnet of one address.
    [[nodiscard]] QString gateway() const;
    /// The same.
    [[nodiscard]] QString broadcastAddress() const;
    /// nullopt for IPv6.
    [[nodiscard]] std::optional<QString> netmask() const;
    /// How many addresses it has: too many for 64 bits with IPv6.
    [[nodiscard]] QString totalIpAddresses() const;
    /// Without the addresses of network, gateway and broadcast, which static subnets do not set aside.
    [[nodiscard]] QString usableIpAddressCount() const;
    /// IPv4 only.
    [[nodiscard]] quint32 addresses() const { return quint32{1} << static_cast<unsigned>(32 - cidr); }

    /// For what is drawn by lot about it.
    [[nodiscard]] Draw draw(quint32 seed) const;
    /// True if it was ordered, and so has a billing item.
    [[nodiscard]] bool isOrdered() const { return !isPrimary(); }
    /// What the next invoice takes for it, in cents. Ordered ones only.
    [[nodiscard]] int monthlyCents() const;

private:
    /// True if the first and the last address are not for devices.
    [[nodiscard]] bool setsAddressesAside() const { return !isStatic() && cidr <= 30; }
};

} // namespace layerscope::demo
