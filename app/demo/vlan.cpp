// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/vlan.h"

#include <array>

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 firstVlanId = 4000001;
constexpr int idsADatacenter = 20; // more than there are slots
constexpr int vlansASpace = 5;
constexpr quint64 vlanKey = 0x766C616EU; // keeps the VLANs' lots apart from the devices' and the pools'

int slotOf(int nth, bool isPublic)
{
    return nth * 2 + (isPublic ? 0 : 1);
}

int datacenterIndex(const Datacenter &datacenter)
{
    return static_cast<int>(&datacenter - datacenters().data());
}

int nthOf(const Device &device, bool isPublic)
{
    return device.draw().below(vlansASpace, Trait::Vlan, isPublic ? 0 : 1);
}

} // namespace

Vlan::Vlan(quint32 seed, int datacenter, int slot)
    : m_datacenter(datacenter)
    , m_slot(slot)
    , m_draw(scramble(seed) ^ scramble(vlanKey + static_cast<quint64>(datacenter * slotCount + slot)))
{}

const Datacenter &Vlan::datacenter() const
{
    return datacenters()[static_cast<size_t>(m_datacenter)];
}

Vlan::Sort Vlan::sort() const
{
    switch (m_slot) {
    case sparePublicSlot:
    case sparePrivateSlot:
        return Sort::Spare;
    case unusedSlot:
        return Sort::Unused;
    case transitSlot:
        return Sort::Transit;
    case directLinkSlot:
        return Sort::DirectLink;
    default:
        return Sort::Servers;
    }
}

bool Vlan::isPublic() const
{
    return hasSpace() && m_slot % 2 == 0;
}

qint64 Vlan::id() const
{
    return firstVlanId + datacenter().id % 100000 * idsADatacenter + m_slot;
}

int Vlan::vlanNumber() const
{
    return (isPublic() ? 800 : 1400) + nth() * 13 + static_cast<int>(datacenter().id % 50);
}

QString Vlan::qualifiedName() const
{
    const QString router = isPublic() ? u".fcr01."_s : u".bcr01."_s;
    return datacenter().name + router + QString::number(vlanNumber());
}

std::optional<QString> Vlan::name() const
{
    constexpr int namedNth = 2;
    switch (m_slot) {
    case sparePublicSlot:
        return u"DMZ, new"_s;
    case sparePrivateSlot:
        return u"=backup"_s;
    case transitSlot:
        return u"transit"_s;
    case directLinkSlot:
        return u"本社 direct link"_s;
    default:
        if (nth() == namedNth && sort() == Sort::Servers)
            return u"storage"_s;
        return std::nullopt;
    }
}

bool Vlan::isPremium() const
{
    constexpr int premiumNth = 3;
    return sort() == Sort::Spare || (sort() == Sort::Servers && nth() == premiumNth);
}

int Vlan::monthlyCents() const
{
    static constexpr std::array cents{1500, 1250, 0};
    return sort() == Sort::Spare ? cents.front() : pick(cents, m_draw, Trait::Fee);
}

bool Vlan::isBehindGateway() const
{
    constexpr int insideNth = 4;
    return m_slot == sparePrivateSlot || (!isPublic() && sort() == Sort::Servers && nth() == insideNth);
}

bool Vlan::hasFirewall() const
{
    constexpr int protectedNth = 1;
    return isPublic() && (m_slot == sparePublicSlot || (nth() == protectedNth && m_datacenter % 2 == 0));
}

JsonObject Vlan::summary() const
{
    JsonObject entry{
        {u"id"_s, id()},
        {u"accountId"_s, AccountShape::accountId()},
        {u"vlanNumber"_s, vlanNumber()},
        {u"fullyQualifiedName"_s, qualifiedName()},
        {u"podName"_s, QString(datacenter().name + u".pod01"_s)},
        {u"primarySubnets"_s, JsonArray()},
    };
    if (hasSpace())
        entry.insert(u"networkSpace"_s, isPublic() ? u"PUBLIC"_s : u"PRIVATE"_s);
    if (const auto text = name())
        entry.insert(u"name"_s, *text);
    return entry;
}

Vlan vlanOf(const Device &device, bool isPublic)
{
    return {device.shape().seed(), datacenterIndex(device.datacenter()),
            slotOf(nthOf(device, isPublic), isPublic)};
}

QList<Vlan> trunkedVlansOf(const Device &device)
{
    constexpr int trunksEvery = 6;
    constexpr int maxTrunks = 3;
    QList<Vlan> all;
    if (!device.isHardware() || device.index() % trunksEvery != 1)
        return all;
    const int count = 1 + device.draw().below(maxTrunks, Trait::Trunks);
    for (int i = 1; i <= count; ++i) {
        const int nth = (nthOf(device, false) + i) % vlansASpace;
        all.append(Vlan(device.shape().seed(), datacenterIndex(device.datacenter()), slotOf(nth, false)));
    }
    return all;
}

} // namespace layerscope::demo
