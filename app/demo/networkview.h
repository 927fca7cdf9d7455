// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/jsonvalue.h"
#include "demo/networkindex.h"

#include <QSet>
#include <QStringList>

#include <memory>

namespace layerscope::demo {

/// The VLANs and subnets of an account as a call sees them: those that still exist, with those of their
/// servers that still do. A cheap value, and nothing is computed before the first question about a VLAN or
/// subnet.
class NetworkView
{
public:
    /// Ids of what no longer exists; strangers among them do not matter.
    NetworkView(std::shared_ptr<const NetworkIndex> index, const AccountShape &shape,
                const QList<qint64> &vanishedHardware = {}, const QList<qint64> &vanishedGuests = {},
                QList<qint64> vanishedVlans = {}, QList<qint64> vanishedSubnets = {});

    [[nodiscard]] const AccountShape &shape() const { return m_shape; }
    [[nodiscard]] const NetworkIndex &index() const { return *m_index; }

    /// Rows of the VLANs and subnets that exist, ascending.
    [[nodiscard]] QList<int> vlans() const;
    [[nodiscard]] QList<int> subnets() const;
    /// The row of one that exists.
    [[nodiscard]] std::optional<int> rowOfVlan(qint64 id) const;
    [[nodiscard]] std::optional<int> rowOfSubnet(qint64 id) const;

    /// Precondition of all that take a row: it is one of vlans() or subnets().
    [[nodiscard]] const Vlan &vlan(int row) const { return m_index->vlans()[static_cast<size_t>(row)]; }
    [[nodiscard]] const Subnet &subnet(int row) const { return m_index->subnets()[static_cast<size_t>(row)]; }

    /// Indexes of devices, ascending.
    [[nodiscard]] QList<int> devicesOnVlan(int row, DeviceKind kind) const;
    [[nodiscard]] QList<int> hardwareTrunkedTo(int row) const;
    [[nodiscard]] QList<int> devicesInSubnet(int row, DeviceKind kind) const;
    /// Whichever has the address that a subnet is routed to; nullopt: none has.
    [[nodiscard]] std::optional<AddressedDevice> deviceWithTarget(int row) const;
    /// Rows of subnets, ascending.
    [[nodiscard]] QList<int> subnetsOnVlan(int row) const;

private:
    [[nodiscard]] const QSet<int> &vanished(DeviceKind kind) const
    {
        return kind == DeviceKind::Hardware ? m_vanishedHardware : m_vanishedGuests;
    }

    std::shared_ptr<const NetworkIndex> m_index;
    AccountShape m_shape;
    QSet<int> m_vanishedHardware; ///< Indexes.
    QSet<int> m_vanishedGuests;
    QList<qint64> m_vanishedVlans; ///< Ids: rows would need the index.
    QList<qint64> m_vanishedSubnets;
};

/// One property of a VLAN as it stands on the wire; Undefined where the API omits the key. Relations to
/// servers and subnets bring whole objects, or those parts of them that are wanted. Empty: all.
[[nodiscard]] JsonValue vlanProperty(const NetworkView &view, int row, const QString &name,
                                     const QStringList &wanted = {});
/// The same of a subnet.
[[nodiscard]] JsonValue subnetProperty(const NetworkView &view, int row, const QString &name,
                                       const QStringList &wanted = {});

/// What a VLAN tells of itself, counts included, without the servers and subnets on it.
[[nodiscard]] JsonObject vlanAlone(const NetworkView &view, int row);
/// What a subnet tells of itself, counts included, without its VLAN and servers.
[[nodiscard]] JsonObject subnetAlone(const NetworkView &view, int row);

/// References to tags of a VLAN or subnet. `kind` is the tag type's key name.
[[nodiscard]] JsonArray networkTags(const Draw &draw, qint64 id, const QString &kind);
/// The billing item of a VLAN or subnet.
[[nodiscard]] JsonObject networkBillingItem(const Draw &draw, qint64 id, int monthlyCents);
/// When a VLAN or subnet was changed, as it stands on the wire.
[[nodiscard]] QString networkModifyDate(const Draw &draw);

} // namespace layerscope::demo
