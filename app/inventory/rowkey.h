// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QMetaType>

#include <initializer_list>

namespace layerscope {

/// What a row is. Hardware, guests, pools and controllers count their ids each by themselves (softlayer-api
/// §9.35), so a row is known by kind and id.
enum class RowKind : quint8 {
    BareMetal,
    Virtual,
    Pool,              ///< A bandwidth pool.
    BareMetalInstance, ///< Of a pool's members: bare metal of the hourly sort, which the API lists by itself.
    Controller,        ///< Of a pool's members: an application delivery controller.
    NotVisible, ///< Of a pool's members: those that this key may not see, in one row; its id is the pool's.
    Vlan,
    Subnet,
    SshKey,
    // From here on in the order of softlayer-kinds §1. A kind stands here before there is a table of it;
    // until then no row is of it.
    IpAddress, ///< Of a subnet.
    GlobalIp,
    Gateway,
    GatewayMember, ///< Of a gateway.
    GatewayVlan,   ///< Of a gateway: a VLAN inside it.
    LoadBalancer,
    LbListener, ///< Of a load balancer.
    LbMember,   ///< Of a load balancer.
    NetScaler,  ///< What Controller is among a pool's members, as the account lists it.
    Router,
    Pod,
    Firewall,
    FirewallRule, ///< Of a firewall.
    ServerFirewall,
    SecurityGroup,
    SecurityGroupRule,    ///< Of a security group.
    SecurityGroupBinding, ///< Of a security group: an interface of a server in it.
    Certificate,
    BlockVolume,
    FileVolume,
    Snapshot, ///< Of a volume of either sort.
    ObjectStore,
    PortableDisk,
    DedicatedHost,
    Image,
    PlacementGroup,
    ReservedCapacity,
    ReservedInstance, ///< Of reserved capacity.
    VirtualLicense,
    AccountLicense,
    Hook,
    DnsZone,
    DnsRecord, ///< Of a DNS zone.
    DnsSecondary,
    BillingItem,
    Invoice,
    InvoiceItem, ///< Of an invoice.
    Order,
    Quote,
    Cancellation,
    Upgrade,
    Ticket,
    Event,
    User,
    EventLogEntry,
    Tag,
    TagReference, ///< Of a tag: what has it.
    EmailAccount,
    Count ///< How many there are.
};
constexpr auto rowKindCount = static_cast<std::size_t>(RowKind::Count);

/// Some kinds. A value.
class KindSet
{
public:
    constexpr KindSet() = default;
    constexpr KindSet(std::initializer_list<RowKind> kinds)
    {
        for (const RowKind kind : kinds)
            m_bits |= bitOf(kind);
    }
    [[nodiscard]] constexpr bool has(RowKind kind) const { return (m_bits & bitOf(kind)) != 0; }
    friend constexpr KindSet operator|(KindSet a, KindSet b)
    {
        a.m_bits |= b.m_bits;
        return a;
    }
    bool operator==(const KindSet &) const = default;

private:
    static_assert(rowKindCount <= 64);
    [[nodiscard]] static constexpr quint64 bitOf(RowKind kind)
    {
        return quint64{1} << static_cast<unsigned>(kind);
    }

    quint64 m_bits = 0;
};

struct RowKey
{
    RowKind kind = RowKind::BareMetal;
    qint64 id = 0;

    auto operator<=>(const RowKey &) const = default;
    friend size_t qHash(RowKey key, size_t seed = 0)
    {
        return qHashMulti(seed, static_cast<quint8>(key.kind), key.id);
    }
};

} // namespace layerscope

Q_DECLARE_METATYPE(layerscope::RowKey)
