// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/accountshape.h"

#include <algorithm>

namespace layerscope::demo {

namespace {

// The first ids are those of the samples in softlayer-api §10; the strides leave gaps as a real account has
// them.
constexpr qint64 firstHardwareId = 1403101;
constexpr qint64 firstGuestId = 125800753;
constexpr int hardwareStride = 37;
constexpr int guestStride = 91;

constexpr int maxSharedIds = 3;

/// Large accounts have more pools, and larger ones: 6 for 60 servers, 40 for 2 500, 120 for 20 000.
int poolsOf(int servers)
{
    constexpr int small = 60;
    constexpr int medium = 2500;
    if (servers <= 0)
        return 0;
    if (servers <= small)
        return std::max(1, servers / 10);
    if (servers <= medium)
        return 6 + (servers - small) * 34 / (medium - small);
    return 40 + static_cast<int>(qint64{servers - medium} * 80 / 17500);
}

} // namespace

AccountShape::AccountShape(int servers, quint32 seed, std::optional<int> pools)
    : m_seed(seed)
    , m_hardware(static_cast<int>(qint64{std::max(servers, 0)} * 45 / 100))
    , m_guests(std::max(servers, 0) - m_hardware)
    , m_pools(std::max(pools.value_or(poolsOf(servers)), 0))
    , m_sharedIds(std::min(maxSharedIds, m_hardware / 8))
{}

qint64 AccountShape::deviceId(DeviceKind kind, int index) const
{
    const int firstShared = m_hardware - m_sharedIds;
    if (kind == DeviceKind::Hardware && index >= firstShared)
        return ownId(DeviceKind::Guest, index - firstShared);
    return ownId(kind, index);
}

std::optional<int> AccountShape::deviceIndex(DeviceKind kind, qint64 id) const
{
    int index = 0;
    if (kind == DeviceKind::Guest) {
        if (id < firstGuestId)
            return std::nullopt;
        index = static_cast<int>(std::min<qint64>((id - firstGuestId) / guestStride, m_guests));
    } else if (id >= firstGuestId) {
        const qint64 guest = (id - firstGuestId) / guestStride;
        index = static_cast<int>(std::min<qint64>(m_hardware - m_sharedIds + guest, m_hardware));
    } else {
        if (id < firstHardwareId)
            return std::nullopt;
        index = static_cast<int>((id - firstHardwareId) / hardwareStride);
    }
    if (index >= deviceCount(kind) || deviceId(kind, index) != id)
        return std::nullopt;
    return index;
}

QSet<int> AccountShape::deviceIndexes(DeviceKind kind, const QList<qint64> &ids) const
{
    QSet<int> indexes;
    for (const qint64 id : ids) {
        if (const auto index = deviceIndex(kind, id))
            indexes.insert(*index);
    }
    return indexes;
}

qint64 AccountShape::ownId(DeviceKind kind, int index) const
{
    const bool hardware = kind == DeviceKind::Hardware;
    const int stride = hardware ? hardwareStride : guestStride;
    const qint64 first = hardware ? firstHardwareId : firstGuestId;
    if (index == 0)
        return first;
    const Draw draw(scramble(m_seed) ^ (static_cast<quint64>(index) * 2U + (hardware ? 0U : 1U)));
    return first + qint64{index} * stride + draw.below(stride, Trait::Id);
}

} // namespace layerscope::demo
