// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/accountshape.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

#include <memory>
#include <optional>

namespace layerscope {

namespace demo {
class NetworkIndex;
class PoolIndex;
} // namespace demo

/// Who is in a pool and is shown, by relation, ids ascending. Hardware is in one relation only.
struct PoolMemberIds
{
    QList<qint64> hardware;
    QList<qint64> bareMetalInstances; ///< Hourly bare metal.
    QList<qint64> privateNetworkOnlyHardware;
    QList<qint64> virtualGuests;
    QList<qint64> applicationDeliveryControllers;
    /// Devices that counts, allocation and usage include but no list shows.
    int hidden = 0;
};

/// A SoftLayer account that does not exist: seeded, so that the same size gives the same account for ever,
/// and computed row by row on demand, so that a hundred thousand servers cost no memory. A small value; every
/// function is const and safe on any thread.
///
/// The objects are the truth to compare with: all properties with raw wire values (decimals as text, dates
/// with offset, GB for hardware and MB for guests), as an answer to the widest mask would carry them. A key
/// that is missing here is missing on the wire.
class SimulatedAccount
{
public:
    static constexpr quint32 defaultSeed = 20260203;

    /// About 45 % of the servers are bare metal. Negative counts as 0. `pools`: how many bandwidth pools
    /// there are; nullopt: as many as suit the servers (60: 6, 2 500: 40, 20 000: 120, 0: none).
    explicit SimulatedAccount(int servers, quint32 seed = defaultSeed,
                              std::optional<int> pools = std::nullopt);

    [[nodiscard]] int hardwareCount() const { return m_shape.hardwareCount(); }
    [[nodiscard]] int guestCount() const { return m_shape.guestCount(); }
    /// Bandwidth pools of type 2, without the default rack.
    [[nodiscard]] int poolCount() const { return m_shape.poolCount(); }

    /// Ids grow with the index. Hardware and guests share a few ids, as two number spaces may.
    /// Precondition of all that take an index: 0 <= index < count.
    [[nodiscard]] qint64 hardwareId(int index) const;
    [[nodiscard]] qint64 guestId(int index) const;
    [[nodiscard]] std::optional<int> hardwareIndex(qint64 id) const;
    [[nodiscard]] std::optional<int> guestIndex(qint64 id) const;

    /// The whole SoftLayer_Hardware_Server or SoftLayer_Virtual_Guest. Cost: up to 1 ms, for the sake of the
    /// many components; hardwareValue() costs some microseconds.
    [[nodiscard]] QJsonObject hardware(int index) const;
    [[nodiscard]] QJsonObject guest(int index) const;
    /// One property of it; Undefined if the wire omits the key.
    [[nodiscard]] QJsonValue hardwareValue(int index, const QString &property) const;
    [[nodiscard]] QJsonValue guestValue(int index, const QString &property) const;

    /// Ids grow with the index. Precondition: 0 <= index < poolCount().
    [[nodiscard]] qint64 poolId(int index) const;
    [[nodiscard]] std::optional<int> poolIndex(qint64 id) const;
    /// The whole SoftLayer_Network_Bandwidth_Version1_Allotment with counts, details and controllers, but
    /// without the devices: their ids are in poolMembers(), they themselves in hardware() and guest(). The
    /// first question about any pool costs O(servers), then it is O(members).
    [[nodiscard]] QJsonObject pool(int index) const;
    /// One property of it, its counts included; Undefined if the wire omits the key.
    [[nodiscard]] QJsonValue poolValue(int index, const QString &property) const;
    [[nodiscard]] PoolMemberIds poolMembers(int index) const;
    /// The same for the account's default rack, of type 1. Empty if there are no pools.
    [[nodiscard]] QJsonObject defaultRack() const;
    [[nodiscard]] PoolMemberIds defaultRackMembers() const;

    /// VLANs and subnets, those without servers included. The first question about any of them costs
    /// O(servers).
    [[nodiscard]] int vlanCount() const;
    [[nodiscard]] int subnetCount() const;
    /// Ids grow with the index. Precondition of all that take an index: 0 <= index < count.
    [[nodiscard]] qint64 vlanId(int index) const;
    [[nodiscard]] qint64 subnetId(int index) const;
    [[nodiscard]] std::optional<int> vlanIndex(qint64 id) const;
    [[nodiscard]] std::optional<int> subnetIndex(qint64 id) const;
    /// The whole SoftLayer_Network_Vlan with counts, but without the servers and subnets on it.
    [[nodiscard]] QJsonObject vlan(int index) const;
    /// The whole SoftLayer_Network_Subnet with counts, but without its VLAN and the servers in it.
    [[nodiscard]] QJsonObject subnet(int index) const;
    /// One property, what the objects leave out included; Undefined if the wire omits the key.
    [[nodiscard]] QJsonValue vlanValue(int index, const QString &property) const;
    [[nodiscard]] QJsonValue subnetValue(int index, const QString &property) const;

    /// The rows of a list that stands by itself (demo/simplelist.h), whole, ids ascending, by the account's
    /// relation: "dedicatedHosts". Empty if there is no such list. O(rows).
    [[nodiscard]] QJsonArray listed(const QString &relation) const;

    /// The SoftLayer_Account with its counts, but for those of VLANs and subnets, which cost more: they are
    /// vlanCount() and subnetCount(); and for those of what is listed().
    [[nodiscard]] QJsonObject account() const;
    /// The SoftLayer_User_Customer whose key it is.
    [[nodiscard]] QJsonObject currentUser() const;

    [[nodiscard]] const demo::AccountShape &shape() const { return m_shape; }
    [[nodiscard]] const std::shared_ptr<const demo::PoolIndex> &pools() const { return m_pools; }
    [[nodiscard]] const std::shared_ptr<const demo::NetworkIndex> &network() const { return m_network; }

private:
    [[nodiscard]] PoolMemberIds membersOf(int poolNumber) const;

    demo::AccountShape m_shape;
    std::shared_ptr<const demo::PoolIndex> m_pools; ///< Shared by all copies, filled when it is asked for.
    std::shared_ptr<const demo::NetworkIndex> m_network; ///< The same.
};

} // namespace layerscope
