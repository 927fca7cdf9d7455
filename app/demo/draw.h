// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <iterator>

namespace layerscope::demo {

/// SplitMix64's finaliser: each bit of the input moves about half of the output's bits. Constant over
/// platforms and library versions, which std::mt19937's distributions and qHash are not.
constexpr quint64 scramble(quint64 value)
{
    value += 0x9E3779B97F4A7C15U;
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
    return value ^ (value >> 31U);
}

/// What is drawn by lot, mostly for a device. The numbers are part of the account's contents: append, never
/// renumber.
enum class Trait : quint64 {
    Id = 1,
    Role = 2,
    Datacenter = 3,
    OperatingSystem = 4,
    Cores = 5,
    Memory = 6,
    Created = 7,
    Tags = 8,
    Owner = 9,
    Pool = 10,
    Outbound = 11,
    Inbound = 12,
    Allocation = 13,
    Fee = 14,
    Hourly = 15,
    Power = 16,
    Transaction = 17,
    Uuid = 18,
    Domain = 19,
    Serial = 20,
    Chassis = 21,
    Vlan = 22,
    Notes = 23,
    PrivateTraffic = 24,
    Cancellation = 25,
    Modified = 26,
    HypervisorUuid = 27,
    Disks = 28,
    Fault = 29,
    Hidden = 30,
    Controllers = 31,
    Trunks = 32,
};

/// Numbers drawn by lot, each from its own trait: a new trait never changes what the others brought.
class Draw
{
public:
    constexpr explicit Draw(quint64 key)
        : m_key(key)
    {}

    [[nodiscard]] constexpr quint64 number(Trait trait, quint64 nth = 0) const
    {
        return scramble(m_key ^ scramble(static_cast<quint64>(trait) * 0x10001U + nth));
    }
    /// 0 to limit - 1. Precondition: limit > 0.
    [[nodiscard]] constexpr int below(int limit, Trait trait, quint64 nth = 0) const
    {
        return static_cast<int>(number(trait, nth) % static_cast<quint64>(limit));
    }
    [[nodiscard]] constexpr bool perMille(int share, Trait trait, quint64 nth = 0) const
    {
        return below(1000, trait, nth) < share;
    }

private:
    quint64 m_key;
};

/// One entry of a table that is not empty, each as likely as the others.
template<class Table>
[[nodiscard]] constexpr const auto &pick(const Table &table, const Draw &draw, Trait trait, quint64 nth = 0)
{
    return table[static_cast<size_t>(draw.below(static_cast<int>(std::size(table)), trait, nth))];
}

} // namespace layerscope::demo
