// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/subnet.h"

#include "demo/wirevalues.h"

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint32 subnetKey = 0x7375626EU; // keeps the subnets' lots apart from all others

/// An address of a /64 below 2001:db8::/32, which is set aside for documentation (RFC 3849), in full length.
QString wireAddress6(quint32 number, unsigned last)
{
    return QString::asprintf("2001:0db8:%04x:%04x:0000:0000:0000:%04x", number >> 16U, number & 0xFFFFU,
                             last);
}

} // namespace

int Subnet::version() const
{
    return type == Type::Primary6 || type == Type::Portable6 || type == Type::Static6 ? 6 : 4;
}

bool Subnet::isPrimary() const
{
    return type == Type::Primary || type == Type::AdditionalPrimary || type == Type::Primary6;
}

bool Subnet::isStatic() const
{
    return type == Type::Static || type == Type::Static6 || type == Type::Global;
}

QString Subnet::subnetType() const
{
    switch (type) {
    case Type::Primary:
        return u"PRIMARY"_s;
    case Type::AdditionalPrimary:
        return u"ADDITIONAL_PRIMARY"_s;
    case Type::Primary6:
        return u"PRIMARY_6"_s;
    case Type::Portable:
        return u"SECONDARY_ON_VLAN"_s;
    case Type::Portable6:
        return u"SUBNET_ON_VLAN"_s;
    case Type::Static:
        return u"STATIC_IP_ROUTED"_s;
    case Type::Static6:
        return u"STATIC_IP_ROUTED_6"_s;
    case Type::Global:
        break;
    }
    return u"GLOBAL_IP"_s;
}

QString Subnet::routingType() const
{
    // The four words are those of the reference of getRoutingTypeKeyName.
    if (type == Type::Global)
        return u"GLOBAL_IP"_s;
    if (isStatic())
        return u"STATIC_TO_IP"_s;
    return isPrimary() ? u"PRIMARY"_s : u"SECONDARY"_s;
}

QString Subnet::networkIdentifier() const
{
    return version() == 6 ? wireAddress6(network, 0) : wireAddress(network);
}

QString Subnet::gateway() const
{
    if (version() == 6)
        return isStatic() ? QString() : wireAddress6(network, 1);
    return setsAddressesAside() ? wireAddress(network + 1) : QString();
}

QString Subnet::broadcastAddress() const
{
    return version() == 4 && setsAddressesAside() ? wireAddress(network + addresses() - 1) : QString();
}

std::optional<QString> Subnet::netmask() const
{
    if (version() == 6)
        return std::nullopt;
    return wireAddress(~(addresses() - 1));
}

QString Subnet::totalIpAddresses() const
{
    return version() == 6 ? u"18446744073709551616"_s : QString::number(addresses());
}

QString Subnet::usableIpAddressCount() const
{
    if (version() == 6)
        return isStatic() ? totalIpAddresses() : u"18446744073709551614"_s;
    return QString::number(setsAddressesAside() ? addresses() - 3 : addresses());
}

Draw Subnet::draw(quint32 seed) const
{
    return Draw(scramble(seed) ^ scramble((quint64{subnetKey} << 32U) + static_cast<quint64>(id)));
}

int Subnet::monthlyCents() const
{
    if (version() == 6)
        return type == Type::Static6 ? 400 : 1000;
    if (type == Type::Global)
        return 100;
    return isPublic ? static_cast<int>(addresses()) * 50 : 0;
}

} // namespace layerscope::demo
