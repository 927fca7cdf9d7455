// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/accountshape.h"
#include "demo/jsonvalue.h"
#include "demo/poolmember.h"
#include "demo/vocabulary.h"

namespace layerscope::demo {

/// A bandwidth pool of the simulated account, or its default rack, without what depends on its members. A
/// cheap value: everything is computed on demand.
class Pool
{
public:
    /// How a pool fares. What it tells about itself follows from its members; this shapes their traffic.
    enum class Sort {
        Balanced,
        ProjectedOver, ///< Will use more than it has if it goes on like this.
        Over,          ///< Has used more than it has.
        Tiny,          ///< Less than 1 GB in all.
        Silent,        ///< Nothing was measured.
        Empty,         ///< New: nobody is in it.
    };

    /// number 0 is the default rack (type 1, not a pool); 1 to shape.poolCount() are the pools (type 2).
    Pool(const AccountShape &shape, int number);

    /// nullopt: the account has no such pool. The default rack exists where there are pools.
    [[nodiscard]] static std::optional<int> numberOf(const AccountShape &shape, qint64 id);

    [[nodiscard]] int number() const { return m_number; }
    /// Ids grow with the number.
    [[nodiscard]] qint64 id() const;
    /// Not unique.
    [[nodiscard]] QString name() const;
    /// 1: default rack, 2: bandwidth pool.
    [[nodiscard]] int typeId() const { return m_number == 0 ? 1 : 2; }
    [[nodiscard]] Sort sort() const;
    [[nodiscard]] const Region &region() const;
    /// Seconds of the epoch.
    [[nodiscard]] qint64 createdAt() const;
    /// When it will be deleted. nullopt: nobody asked for that.
    [[nodiscard]] std::optional<qint64> endsAt() const;

    /// True if devices of this datacenter may be in it: pools have a region, and empty ones stay so.
    [[nodiscard]] bool takes(const Datacenter &datacenter) const;
    /// Among the pools that would take a device, the one with the most gets it. So their sizes differ.
    [[nodiscard]] quint64 attraction() const;

    /// What a member sends (Trait::Outbound) or gets (Trait::Inbound) in this billing cycle, in 10^-5 GB;
    /// `member` are its lots. nullopt: never measured.
    [[nodiscard]] std::optional<qint64> memberTraffic(const Draw &member, std::optional<int> allocationGb,
                                                      Trait direction) const;
    /// None in most pools, up to three in one of eight.
    [[nodiscard]] QList<HiddenMember> hiddenMembers() const;

    /// Its application delivery controllers as they stand on the wire: none in most pools. They have no share
    /// in the traffic here.
    [[nodiscard]] JsonArray controllers() const;
    /// Undefined: it has none.
    [[nodiscard]] JsonValue billingItem() const;

    /// All locals of SoftLayer_Network_Bandwidth_Version1_Allotment and its small relations, without members.
    [[nodiscard]] JsonObject summary() const;

private:
    [[nodiscard]] bool isNth(int every, int remainder) const
    {
        return m_number > 0 && m_number % every == remainder;
    }
    [[nodiscard]] int load() const;

    int m_number;
    Draw m_draw;
};

} // namespace layerscope::demo
