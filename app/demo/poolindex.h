// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/device.h"
#include "demo/pool.h"

#include <QList>

#include <mutex>
#include <vector>

namespace layerscope::demo {

/// Who is in a pool and is shown: indexes of devices, ascending, as their ids are.
struct PoolMembers
{
    QList<int> hardware;
    QList<int> bareMetalInstances;
    QList<int> privateNetworkOnlyHardware;
    QList<int> virtualGuests;

    [[nodiscard]] QList<int> &of(PoolRelation relation);
    [[nodiscard]] const QList<int> &of(PoolRelation relation) const;
};

[[nodiscard]] constexpr DeviceKind kindOf(PoolRelation relation)
{
    return relation == PoolRelation::VirtualGuests ? DeviceKind::Guest : DeviceKind::Hardware;
}

constexpr PoolRelation poolRelations[] = {PoolRelation::Hardware, PoolRelation::BareMetalInstances,
                                          PoolRelation::PrivateNetworkOnlyHardware,
                                          PoolRelation::VirtualGuests};

/// What a pool's members sum up to, those that are hidden included. Traffic in 10^-5 GB of this billing
/// cycle.
struct PoolTotals
{
    int hardware = 0;
    int bareMetalInstances = 0;
    int privateNetworkOnlyHardware = 0;
    int virtualGuests = 0;
    int details = 0; ///< Members with an allotment detail.
    qint64 allocationGb = 0;
    std::optional<qint64> outbound; ///< nullopt: no member was measured.
    std::optional<qint64> inbound;
    qint64 outboundPrivate = 0;
    qint64 inboundPrivate = 0;

    [[nodiscard]] int &count(PoolRelation relation);
    [[nodiscard]] int devices() const
    {
        return hardware + bareMetalInstances + privateNetworkOnlyHardware + virtualGuests;
    }

    void add(const Device &member);
    void add(const HiddenMember &member);

    /// Cost: O(members).
    [[nodiscard]] static PoolTotals of(const AccountShape &shape, const Pool &pool,
                                       const PoolMembers &members);
};

/// Members and totals of all pools of an account. Computed at the first question, in O(devices); safe on any
/// thread.
class PoolIndex
{
public:
    explicit PoolIndex(const AccountShape &shape);

    /// number: 0 is the default rack. Precondition: 0 <= number <= shape.poolCount(), and there are pools.
    [[nodiscard]] const PoolMembers &members(int number) const;
    [[nodiscard]] const PoolTotals &totals(int number) const;

private:
    struct Entry
    {
        PoolMembers members;
        PoolTotals totals;
    };

    [[nodiscard]] const Entry &entry(int number) const;

    AccountShape m_shape;
    mutable std::once_flag m_once;
    mutable std::vector<Entry> m_entries; ///< By number.
};

} // namespace layerscope::demo
