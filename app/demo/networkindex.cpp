// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/networkindex.h"

#include <algorithm>

namespace layerscope::demo {

namespace {

/// All slots of all datacenters, whether or not the account has a VLAN there.
size_t placeOf(const Vlan &vlan)
{
    return static_cast<size_t>(vlan.datacenterNumber() * Vlan::slotCount + vlan.slot());
}

/// The VLANs without servers of a datacenter. The first one has each sort, so that the smallest account shows
/// them all.
std::vector<int> slotsBesides(int nthDatacenter)
{
    if (nthDatacenter == 0)
        return {Vlan::sparePublicSlot, Vlan::sparePrivateSlot, Vlan::unusedSlot, Vlan::transitSlot,
                Vlan::directLinkSlot};
    switch (nthDatacenter % 3) {
    case 1:
        return {Vlan::sparePrivateSlot, Vlan::transitSlot};
    case 2:
        return {Vlan::sparePublicSlot, Vlan::unusedSlot};
    default:
        return {Vlan::sparePrivateSlot, Vlan::directLinkSlot};
    }
}

template<class Table>
std::optional<int> rowOf(const Table &table, qint64 id, qint64 (*idOf)(const typename Table::value_type &))
{
    const auto found =
        std::lower_bound(table.begin(), table.end(), id,
                         [&](const auto &entry, qint64 wanted) { return idOf(entry) < wanted; });
    if (found == table.end() || idOf(*found) != id)
        return std::nullopt;
    return static_cast<int>(found - table.begin());
}

} // namespace

NetworkIndex::NetworkIndex(const AccountShape &shape)
    : m_shape(shape)
{}

const VlanMembers &NetworkIndex::membersOfVlan(int row) const
{
    return contents().members[static_cast<size_t>(row)];
}

std::span<const AddressedDevice> NetworkIndex::devicesIn(const Subnet &subnet) const
{
    return std::span(contents().devices)
        .subspan(static_cast<size_t>(subnet.firstDevice), static_cast<size_t>(subnet.deviceCount));
}

std::optional<int> NetworkIndex::transitVlan(int datacenter) const
{
    return rowOfVlan(Vlan(m_shape.seed(), datacenter, Vlan::transitSlot).id());
}

std::optional<int> NetworkIndex::rowOfVlan(qint64 id) const
{
    return rowOf(
        vlans(), id, +[](const Vlan &vlan) { return vlan.id(); });
}

std::optional<int> NetworkIndex::rowOfSubnet(qint64 id) const
{
    return rowOf(
        subnets(), id, +[](const Subnet &subnet) { return subnet.id; });
}

const NetworkIndex::Contents &NetworkIndex::contents() const
{
    std::call_once(m_once, [this] { m_contents = build(m_shape); });
    return m_contents;
}

NetworkIndex::Contents NetworkIndex::build(const AccountShape &shape)
{
    const auto datacenterCount = static_cast<int>(datacenters().size());
    std::vector<VlanMembers> members(static_cast<size_t>(datacenterCount * Vlan::slotCount));
    std::vector<bool> exists(members.size());
    std::vector<bool> isUsed(static_cast<size_t>(datacenterCount)); // datacenters with servers
    Contents contents;

    const auto put = [&](const Device &device, bool isPublic, quint32 address) {
        const Vlan vlan = vlanOf(device, isPublic);
        const size_t place = placeOf(vlan);
        exists[place] = true;
        isUsed[static_cast<size_t>(vlan.datacenterNumber())] = true;
        (device.isHardware() ? members[place].hardware : members[place].virtualGuests).append(device.index());
        contents.devices.push_back({address, device.kind(), device.index(), static_cast<int>(place)});
    };
    for (const DeviceKind kind : {DeviceKind::Hardware, DeviceKind::Guest}) {
        for (int index = 0; index < shape.deviceCount(kind); ++index) {
            const Device device(shape, kind, index);
            if (const auto address = device.publicAddress())
                put(device, true, *address);
            put(device, false, device.privateAddress());
            for (const Vlan &trunked : trunkedVlansOf(device)) {
                exists[placeOf(trunked)] = true;
                members[placeOf(trunked)].trunkedHardware.append(index);
            }
        }
    }
    for (int datacenter = 0, nth = 0; datacenter < datacenterCount; ++datacenter) {
        if (!isUsed[static_cast<size_t>(datacenter)])
            continue;
        for (const int slot : slotsBesides(nth++))
            exists[placeOf(Vlan(shape.seed(), datacenter, slot))] = true;
    }

    for (int place = 0; place < static_cast<int>(exists.size()); ++place) {
        if (exists[static_cast<size_t>(place)])
            contents.vlans.emplace_back(shape.seed(), place / Vlan::slotCount, place % Vlan::slotCount);
    }
    std::sort(contents.vlans.begin(), contents.vlans.end(),
              [](const Vlan &a, const Vlan &b) { return a.id() < b.id(); });
    std::vector<int> rows(exists.size(), Subnet::none); // by place
    for (const Vlan &vlan : contents.vlans) {
        rows[placeOf(vlan)] = static_cast<int>(contents.members.size());
        contents.members.push_back(std::move(members[placeOf(vlan)]));
    }
    for (AddressedDevice &device : contents.devices)
        device.vlan = rows[static_cast<size_t>(device.vlan)];
    std::sort(contents.devices.begin(), contents.devices.end(),
              [](const AddressedDevice &a, const AddressedDevice &b) { return a.address < b.address; });

    contents.subnets = planSubnets(contents.devices, contents.vlans);
    for (int row = 0; row < static_cast<int>(contents.subnets.size()); ++row) {
        const int vlan = contents.subnets[static_cast<size_t>(row)].vlan;
        if (vlan != Subnet::none)
            contents.members[static_cast<size_t>(vlan)].subnets.append(row);
    }
    return contents;
}

} // namespace layerscope::demo
