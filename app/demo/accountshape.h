// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/draw.h"

#include <QList>
#include <QSet>
#include <QtGlobal>

#include <optional>

namespace layerscope::demo {

enum class DeviceKind { Hardware, Guest };

/// How many devices and pools a simulated account has, and which ids they carry. Ids grow with the index and
/// have gaps, so id and index lead to each other without any table. A small value, safe on any thread.
class AccountShape
{
public:
    /// About 45 % of the servers are bare metal. Negative counts as 0. `pools`: how many bandwidth pools
    /// there are; nullopt: as many as suit the servers, and none without servers.
    AccountShape(int servers, quint32 seed, std::optional<int> pools = std::nullopt);

    [[nodiscard]] quint32 seed() const { return m_seed; }
    [[nodiscard]] int hardwareCount() const { return m_hardware; }
    [[nodiscard]] int guestCount() const { return m_guests; }
    [[nodiscard]] int deviceCount(DeviceKind kind) const
    {
        return kind == DeviceKind::Hardware ? m_hardware : m_guests;
    }
    /// Bandwidth pools (type 2), without the account's default rack.
    [[nodiscard]] int poolCount() const { return m_pools; }

    /// Unique within a kind only: the last few pieces of hardware share their ids with the first guests.
    /// Precondition: 0 <= index < deviceCount(kind).
    [[nodiscard]] qint64 deviceId(DeviceKind kind, int index) const;
    [[nodiscard]] std::optional<int> deviceIndex(DeviceKind kind, qint64 id) const;
    /// Of those that exist.
    [[nodiscard]] QSet<int> deviceIndexes(DeviceKind kind, const QList<qint64> &ids) const;

    [[nodiscard]] static constexpr qint64 accountId() { return 1234567; }

private:
    [[nodiscard]] qint64 ownId(DeviceKind kind, int index) const;

    quint32 m_seed;
    int m_hardware;
    int m_guests;
    int m_pools;
    int m_sharedIds;
};

} // namespace layerscope::demo
