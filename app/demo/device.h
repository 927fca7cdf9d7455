// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/accountshape.h"
#include "demo/draw.h"
#include "demo/poolmember.h"
#include "demo/vocabulary.h"

#include <optional>

namespace layerscope::demo {

/// One server of the simulated account: the facts that its wire properties (deviceproperties.h) are told
/// from. A cheap value; each fact is drawn on demand from seed, kind and index, so that a row costs only what
/// is asked.
class Device
{
public:
    Device(const AccountShape &shape, DeviceKind kind, int index);

    [[nodiscard]] const AccountShape &shape() const { return m_shape; }
    [[nodiscard]] DeviceKind kind() const { return m_kind; }
    [[nodiscard]] bool isHardware() const { return m_kind == DeviceKind::Hardware; }
    [[nodiscard]] int index() const { return m_index; }
    /// Unique over both kinds; for the ids of what belongs to it.
    [[nodiscard]] qint64 ordinal() const { return qint64{m_index} * 2 + (isHardware() ? 0 : 1); }
    [[nodiscard]] qint64 id() const { return m_shape.deviceId(m_kind, m_index); }
    /// For further lots of the same device.
    [[nodiscard]] const Draw &draw() const { return m_draw; }

    [[nodiscard]] QString hostName() const;
    [[nodiscard]] QString domain() const;
    [[nodiscard]] const Datacenter &datacenter() const;
    [[nodiscard]] const Owner &owner() const;
    /// nullptr: none is installed.
    [[nodiscard]] const OperatingSystem *operatingSystem() const;
    /// nullptr: idle. A server being provisioned is always in one.
    [[nodiscard]] const Transaction *activeTransaction() const;
    /// nullopt: never had any, so the key is absent on the wire. May be an empty text.
    [[nodiscard]] std::optional<QString> note() const;

    [[nodiscard]] bool isProvisioning() const;
    [[nodiscard]] bool isHourly() const;
    [[nodiscard]] bool isPrivateOnly() const;
    [[nodiscard]] bool isStopped() const;
    [[nodiscard]] bool isSpare() const;
    [[nodiscard]] bool hasBillingItem() const;

    /// Physical cores, or those of a guest.
    [[nodiscard]] int cores() const;
    /// GB for hardware, MB for guests: as the API has it.
    [[nodiscard]] int memory() const;
    /// What the next invoice takes for it, in cents.
    [[nodiscard]] qint64 monthlyCents() const;
    /// Seconds of the epoch.
    [[nodiscard]] qint64 createdAt() const;

    /// Unique in the account, whatever the kind. nullopt: private only, or no address yet.
    [[nodiscard]] std::optional<quint32> publicAddress() const;
    [[nodiscard]] quint32 privateAddress() const;
    /// Hardware only.
    [[nodiscard]] quint32 managementAddress() const;

    /// -1: in no rack; 0: the default rack; otherwise the pool's number (see Pool).
    [[nodiscard]] int poolNumber() const;
    /// How it would be a member of a pool, whether or not it is in one.
    [[nodiscard]] PoolRelation poolRelation() const;
    /// When it leaves its pool, in seconds of the epoch. nullopt: it stays. Means nothing outside of pools.
    [[nodiscard]] std::optional<qint64> leavesPoolAt() const;
    /// GB a month; 0 is pay as you go. nullopt: absent on the wire.
    [[nodiscard]] std::optional<int> allocationGb() const;
    /// This billing cycle, in units of 10^-5 GB. nullopt: absent on the wire.
    [[nodiscard]] std::optional<qint64> outboundPublic() const;
    [[nodiscard]] std::optional<qint64> inboundPublic() const;
    /// 10^-5 GB.
    [[nodiscard]] qint64 outboundPrivate() const;
    [[nodiscard]] qint64 inboundPrivate() const;
    /// At the end of the cycle, in 10^-2 GB. nullopt: absent on the wire.
    [[nodiscard]] std::optional<qint64> projectedPublic() const;

private:
    [[nodiscard]] bool isNth(int every, int remainder) const { return m_index % every == remainder; }
    [[nodiscard]] qint64 traffic(Trait trait) const;
    [[nodiscard]] std::optional<qint64> publicTraffic(Trait direction) const;

    AccountShape m_shape;
    DeviceKind m_kind;
    int m_index;
    Draw m_draw;
};

} // namespace layerscope::demo
