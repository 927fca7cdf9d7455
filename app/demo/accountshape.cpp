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

constexpr int mostSharedIds = 3;
constexpr int serversAPool = 130;
constexpr int fewestPools = 3;
constexpr int mostPools = 60;

} // namespace

AccountShape::AccountShape(int servers, quint32 seed)
    : m_seed(seed)
    , m_hardware(static_cast<int>(qint64{std::max(servers, 0)} * 45 / 100))
    , m_guests(std::max(servers, 0) - m_hardware)
    , m_pools(servers > 0 ? std::clamp(servers / serversAPool, fewestPools, mostPools) : 0)
    , m_sharedIds(std::min(mostSharedIds, m_hardware / 8))
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
