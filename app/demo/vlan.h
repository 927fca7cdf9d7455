// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/device.h"
#include "demo/jsonvalue.h"

namespace layerscope::demo {

/// A VLAN of the simulated account, without what depends on the servers on it. A cheap value; everything is
/// computed on demand. Each datacenter has the same slots for VLANs: those that servers are put on come
/// first, the others have no server and stand for what an account has besides.
class Vlan
{
public:
    /// What a VLAN is for.
    enum class Sort {
        Servers,
        Spare,      ///< Ordered, and no server on it yet. Has subnets.
        Unused,     ///< Came by itself, nobody named it, nothing is on it, not even a subnet.
        Transit,    ///< The private VLAN of the datacenter's gateway.
        DirectLink, ///< In no network space (softlayer-kinds §2.1).
    };

    /// Slots of a datacenter.
    static constexpr int slotCount = 15;
    /// Those of them that servers are put on.
    static constexpr int serverSlotCount = 10;
    static constexpr int sparePublicSlot = 10;
    static constexpr int sparePrivateSlot = 11;
    static constexpr int unusedSlot = 12;
    static constexpr int transitSlot = 13;
    static constexpr int directLinkSlot = 14;

    /// `datacenter` is a position in datacenters(). Precondition: 0 <= slot < slotCount.
    Vlan(quint32 seed, int datacenter, int slot);

    [[nodiscard]] int datacenterNumber() const { return m_datacenter; }
    [[nodiscard]] const Datacenter &datacenter() const;
    [[nodiscard]] int slot() const { return m_slot; }
    /// Of the slots with the same purpose and space the how manieth it is, from 0.
    [[nodiscard]] int nth() const { return m_slot / 2; }
    [[nodiscard]] Sort sort() const;
    /// False for a private VLAN and for one in no space.
    [[nodiscard]] bool isPublic() const;
    [[nodiscard]] bool hasSpace() const { return m_slot != directLinkSlot; }
    /// For further lots of the same VLAN.
    [[nodiscard]] const Draw &draw() const { return m_draw; }

    [[nodiscard]] qint64 id() const;
    /// Repeats between datacenters.
    [[nodiscard]] int vlanNumber() const;
    /// Unique in the account.
    [[nodiscard]] QString qualifiedName() const;
    /// nullopt: nobody named it, so the key is absent on the wire.
    [[nodiscard]] std::optional<QString> name() const;
    /// True if it was ordered, and so has a billing item: a premium VLAN.
    [[nodiscard]] bool isPremium() const;
    /// What the next invoice takes for it, in cents. Premium ones only.
    [[nodiscard]] int monthlyCents() const;
    /// True if it is routed through the gateway of its datacenter, provided that there is one. Private ones:
    /// the gateways here are in no public VLAN.
    [[nodiscard]] bool isBehindGateway() const;
    /// True if a dedicated firewall protects it.
    [[nodiscard]] bool hasFirewall() const;

    /// What a server tells of it.
    [[nodiscard]] JsonObject summary() const;

private:
    int m_datacenter;
    int m_slot;
    Draw m_draw;
};

/// The VLAN of a server's public or private port. Precondition for the public one: it has such a port.
[[nodiscard]] Vlan vlanOf(const Device &device, bool isPublic);
/// Further private VLANs that the switch port lets pass: hypervisors have some.
[[nodiscard]] QList<Vlan> trunkedVlansOf(const Device &device);

} // namespace layerscope::demo
