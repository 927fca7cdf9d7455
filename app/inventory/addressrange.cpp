// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/addressrange.h"

#include <QHostAddress>
#include <QString>

#include <algorithm>

namespace layerscope {

namespace {

constexpr int v4Bits = 32;
constexpr int v6Bits = 128;
constexpr int wordBits = 64; // of IpAddress::low
constexpr int bitsOfAnOctet = 8;
constexpr int bitsOfAV6Group = 16;
constexpr int octetsOfAnAddress = 4;
constexpr int groupsOfAnAddress = 8;

/// Digits or hexadecimal digits, and nothing else; nullopt: not so, or too many of them.
std::optional<quint32> shortNumber(QStringView text, qsizetype mostDigits, quint32 base)
{
    if (text.isEmpty() || text.size() > mostDigits)
        return std::nullopt;
    quint32 number = 0;
    for (const QChar c : text) {
        quint32 digit = base;
        if (c >= u'0' && c <= u'9')
            digit = c.unicode() - u'0';
        else if (c.toLower() >= u'a' && c.toLower() <= u'f')
            digit = c.toLower().unicode() - u'a' + 10U;
        if (digit >= base)
            return std::nullopt;
        number = number * base + digit;
    }
    return number;
}

std::optional<quint32> octetFrom(QStringView text)
{
    const std::optional<quint32> number = shortNumber(text, 3, 10);
    return number && *number <= 0xFFU ? number : std::nullopt;
}

struct Beginning
{
    IpAddress address; ///< The rest is 0.
    int bits = 0;      ///< So many of it are given.
};

/// One to four numbers with points between.
std::optional<Beginning> v4Beginning(QStringView text)
{
    Beginning beginning;
    int octets = 0;
    qsizetype from = 0;
    while (true) {
        const qsizetype point = text.indexOf(u'.', from);
        const qsizetype end = point < 0 ? text.size() : point;
        const std::optional<quint32> number = octetFrom(text.sliced(from, end - from));
        if (!number || octets == octetsOfAnAddress)
            return std::nullopt;
        ++octets;
        beginning.bits += bitsOfAnOctet;
        beginning.address.low |= quint64(*number) << (v4Bits - beginning.bits);
        if (point < 0)
            return beginning;
        from = point + 1;
    }
}

/// One to seven groups with colons between; "::" is that of a whole address.
std::optional<Beginning> v6Beginning(QStringView text)
{
    const auto groups = text.split(u':');
    if (groups.size() >= groupsOfAnAddress)
        return std::nullopt;
    Beginning beginning;
    beginning.address.isV6 = true;
    for (const QStringView group : groups) {
        const std::optional<quint32> number = shortNumber(group, 4, 16);
        if (!number)
            return std::nullopt;
        beginning.bits += bitsOfAV6Group;
        if (beginning.bits <= wordBits)
            beginning.address.high |= quint64(*number) << (wordBits - beginning.bits);
        else
            beginning.address.low |= quint64(*number) << (v6Bits - beginning.bits);
    }
    return beginning;
}

std::optional<IpAddress> v6Address(QStringView text)
{
    QHostAddress host;
    if (text.contains(u'%') || !host.setAddress(text.toString()) ||
        host.protocol() != QAbstractSocket::IPv6Protocol)
        return std::nullopt;
    const Q_IPV6ADDR bytes = host.toIPv6Address();
    IpAddress address;
    address.isV6 = true;
    for (int i = 0; i < 8; ++i) {
        address.high = address.high << 8U | bytes[i];
        address.low = address.low << 8U | bytes[i + 8];
    }
    return address;
}

quint64 lowBits(int count)
{
    return count >= wordBits ? ~quint64(0) : (quint64(1) << std::max(count, 0)) - 1;
}

/// All addresses that have the first bits in common with this one.
AddressRange networkOf(const IpAddress &address, int bits)
{
    const int others = (address.isV6 ? v6Bits : v4Bits) - bits;
    const quint64 high = lowBits(others - wordBits);
    const quint64 low = lowBits(others);
    return {{address.isV6, address.high & ~high, address.low & ~low},
            {address.isV6, address.high | high, address.low | low}};
}

std::optional<AddressRange> networkFromText(QStringView base, QStringView length)
{
    const std::optional<quint32> bits = shortNumber(length, 3, 10);
    std::optional<Beginning> beginning = v4Beginning(base);
    if (!beginning) {
        if (const std::optional<IpAddress> whole = v6Address(base))
            beginning = Beginning{*whole, v6Bits};
    }
    if (!bits || !beginning || *bits > quint32(beginning->address.isV6 ? v6Bits : v4Bits))
        return std::nullopt;
    return networkOf(beginning->address, static_cast<int>(*bits));
}

std::optional<AddressRange> rangeFromText(QStringView first, QStringView last)
{
    const std::optional<IpAddress> from = IpAddress::fromText(first);
    std::optional<IpAddress> to = IpAddress::fromText(last);
    if (const std::optional<quint32> lastOctet = octetFrom(last); from && !from->isV6 && lastOctet)
        to = IpAddress{false, 0, (from->low & ~quint64(0xFF)) | *lastOctet};
    if (!from || !to || from->isV6 != to->isV6 || *to < *from)
        return std::nullopt;
    return AddressRange{*from, *to};
}

} // namespace

std::optional<IpAddress> IpAddress::fromText(QStringView text)
{
    if (text.contains(u':'))
        return v6Address(text);
    const std::optional<Beginning> whole = v4Beginning(text);
    return whole && whole->bits == v4Bits ? std::optional(whole->address) : std::nullopt;
}

std::optional<AddressRange> AddressRange::fromText(QStringView text)
{
    if (const qsizetype slash = text.indexOf(u'/'); slash >= 0)
        return networkFromText(text.first(slash), text.sliced(slash + 1));
    if (const qsizetype dash = text.indexOf(u'-'); dash >= 0)
        return rangeFromText(text.first(dash), text.sliced(dash + 1));
    const std::optional<IpAddress> address = IpAddress::fromText(text);
    return address ? std::optional(AddressRange{*address, *address}) : std::nullopt;
}

std::optional<AddressRange> AddressRange::fromBeginning(QStringView text)
{
    std::optional<Beginning> beginning;
    if (text.contains(u':'))
        beginning = v6Beginning(text.endsWith(u':') ? text.chopped(1) : text);
    else
        beginning = v4Beginning(text.endsWith(u'.') ? text.chopped(1) : text);
    if (!beginning || (!beginning->address.isV6 && beginning->bits == v4Bits))
        return std::nullopt;
    return networkOf(beginning->address, beginning->bits);
}

} // namespace layerscope
