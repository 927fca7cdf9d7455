// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/poolview.h"

#include <algorithm>

namespace layerscope::demo {

QList<Device> PoolView::membersWithDetail() const
{
    QList<Device> devices;
    for (const PoolRelation relation : poolRelations) {
        if (relation == PoolRelation::PrivateNetworkOnlyHardware)
            continue;
        for (const int index : m_members.of(relation)) {
            const Device device(m_shape, kindOf(relation), index);
            if (!device.isPrivateOnly())
                devices.append(device);
        }
    }
    std::sort(devices.begin(), devices.end(), [](const Device &a, const Device &b) {
        return std::pair(a.index(), a.kind()) < std::pair(b.index(), b.kind());
    });
    return devices;
}

PoolViews::PoolViews(std::shared_ptr<const PoolIndex> index, const AccountShape &shape,
                     const QList<qint64> &vanishedHardware, const QList<qint64> &vanishedGuests,
                     const QList<qint64> &vanishedPools)
    : m_index(std::move(index))
    , m_shape(shape)
    , m_vanishedHardware(shape.deviceIndexes(DeviceKind::Hardware, vanishedHardware))
    , m_vanishedGuests(shape.deviceIndexes(DeviceKind::Guest, vanishedGuests))
{
    for (const int hardware : std::as_const(m_vanishedHardware))
        m_touchedPools.insert(Device(shape, DeviceKind::Hardware, hardware).poolNumber());
    for (const int guest : std::as_const(m_vanishedGuests))
        m_touchedPools.insert(Device(shape, DeviceKind::Guest, guest).poolNumber());
    for (const qint64 id : vanishedPools) {
        if (const auto number = Pool::numberOf(shape, id))
            m_vanishedPools.insert(*number);
    }
}

QList<int> PoolViews::numbers(int first) const
{
    QList<int> numbers;
    if (m_shape.poolCount() == 0)
        return numbers;
    for (int number = first; number <= m_shape.poolCount(); ++number) {
        if (!m_vanishedPools.contains(number))
            numbers.append(number);
    }
    return numbers;
}

std::optional<int> PoolViews::numberOf(qint64 id) const
{
    const auto number = Pool::numberOf(m_shape, id);
    return number && m_vanishedPools.contains(*number) ? std::nullopt : number;
}

PoolView PoolViews::view(int number) const
{
    PoolMembers members = m_index->members(number);
    if (!m_touchedPools.contains(number))
        return {m_shape, number, std::move(members), m_index->totals(number)};
    for (const PoolRelation relation : poolRelations) {
        const QSet<int> &gone =
            kindOf(relation) == DeviceKind::Hardware ? m_vanishedHardware : m_vanishedGuests;
        members.of(relation).removeIf([&](int index) { return gone.contains(index); });
    }
    const PoolTotals totals = PoolTotals::of(m_shape, Pool(m_shape, number), members);
    return {m_shape, number, std::move(members), totals};
}

} // namespace layerscope::demo
