// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <compare>
#include <optional>

namespace layerscope {

/// An IP address as a number; IPv4 before IPv6. A value.
struct IpAddress
{
    bool isV6 = false;
    quint64 high = 0; ///< The first 64 bits of IPv6
    quint64 low = 0;

    /// "10.1.2.3", "2001:db8::1"; nullopt: not the whole of one. O(length), without the heap for IPv4.
    [[nodiscard]] static std::optional<IpAddress> fromText(QStringView text);

    auto operator<=>(const IpAddress &) const = default;
};

/// Addresses of one family from the first to the last, both included: what is typed to find addresses.
struct AddressRange
{
    IpAddress first;
    IpAddress last;

    /// Reads an address, a network ("10.1.2.0/24", also by an address in it or by the first numbers of one,
    /// "10.1/16"), or a range ("10.1.2.3-10.1.2.9", "10.1.2.3-9"). nullopt: none of these.
    [[nodiscard]] static std::optional<AddressRange> fromText(QStringView text);
    /// Of the first numbers of an address, as one types them: all addresses that begin with these, "10.1" or
    /// "10.1." with 10.1.2.3, not with 10.10.2.3. nullopt: not that, or a whole address.
    [[nodiscard]] static std::optional<AddressRange> fromBeginning(QStringView text);

    [[nodiscard]] bool contains(const IpAddress &address) const
    {
        return first <= address && address <= last;
    }

    bool operator==(const AddressRange &) const = default;
};

} // namespace layerscope
