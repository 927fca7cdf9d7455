// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/poolindex.h"

#include "demo/deviceproperties.h"

namespace layerscope::demo {

namespace {

void addTo(std::optional<qint64> &sum, std::optional<qint64> amount)
{
    if (amount)
        sum = sum.value_or(0) + *amount;
}

} // namespace

const QList<int> &PoolMembers::of(PoolRelation relation) const
{
    switch (relation) {
    case PoolRelation::Hardware:
        return hardware;
    case PoolRelation::BareMetalInstances:
        return bareMetalInstances;
    case PoolRelation::PrivateNetworkOnlyHardware:
        return privateNetworkOnlyHardware;
    case PoolRelation::VirtualGuests:
        break;
    }
    return virtualGuests;
}

QList<int> &PoolMembers::of(PoolRelation relation)
{
    return const_cast<QList<int> &>(std::as_const(*this).of(relation));
}

int &PoolTotals::count(PoolRelation relation)
{
    switch (relation) {
    case PoolRelation::Hardware:
        return hardware;
    case PoolRelation::BareMetalInstances:
        return bareMetalInstances;
    case PoolRelation::PrivateNetworkOnlyHardware:
        return privateNetworkOnlyHardware;
    case PoolRelation::VirtualGuests:
        break;
    }
    return virtualGuests;
}

void PoolTotals::add(const Device &member)
{
    ++count(member.poolRelation());
    details += hasAllotmentDetail(member) ? 1 : 0;
    allocationGb += member.allocationGb().value_or(0);
    addTo(outbound, member.outboundPublic());
    addTo(inbound, member.inboundPublic());
    outboundPrivate += member.outboundPrivate();
    inboundPrivate += member.inboundPrivate();
}

void PoolTotals::add(const HiddenMember &member)
{
    ++count(member.relation);
    ++details;
    allocationGb += member.allocationGb;
    addTo(outbound, member.outbound);
    addTo(inbound, member.inbound);
}

PoolTotals PoolTotals::of(const AccountShape &shape, const Pool &pool, const PoolMembers &members)
{
    PoolTotals totals;
    for (const PoolRelation relation : poolRelations) {
        for (const int index : members.of(relation))
            totals.add(Device(shape, kindOf(relation), index));
    }
    for (const HiddenMember &hidden : pool.hiddenMembers())
        totals.add(hidden);
    return totals;
}

PoolIndex::PoolIndex(const AccountShape &shape)
    : m_shape(shape)
{}

const PoolMembers &PoolIndex::members(int number) const
{
    return entry(number).members;
}

const PoolTotals &PoolIndex::totals(int number) const
{
    return entry(number).totals;
}

const PoolIndex::Entry &PoolIndex::entry(int number) const
{
    std::call_once(m_once, [this] {
        m_entries.resize(static_cast<size_t>(m_shape.poolCount()) + 1);
        for (const DeviceKind kind : {DeviceKind::Hardware, DeviceKind::Guest}) {
            for (int index = 0; index < m_shape.deviceCount(kind); ++index) {
                const Device device(m_shape, kind, index);
                const int pool = device.poolNumber();
                if (pool >= 0)
                    m_entries[static_cast<size_t>(pool)].members.of(device.poolRelation()).append(index);
            }
        }
        for (int pool = 0; pool <= m_shape.poolCount(); ++pool) {
            Entry &one = m_entries[static_cast<size_t>(pool)];
            one.totals = PoolTotals::of(m_shape, Pool(m_shape, pool), one.members);
        }
    });
    return m_entries[static_cast<size_t>(number)];
}

} // namespace layerscope::demo
