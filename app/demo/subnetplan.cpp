// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/subnetplan.h"

#include <algorithm>

namespace layerscope::demo {

namespace {

using Type = Subnet::Type;

// Where no server has its address (Device::publicAddress(), Device::privateAddress()).
constexpr quint32 publicBeside = 0x647F0000U;  // 100.127.0.0
constexpr quint32 privateBeside = 0x0A400000U; // 10.64.0.0

constexpr int wholeCidr = 24;
constexpr qint64 firstSubnetId = 21000001; // above every wholeSubnetId() of an address that servers have
constexpr int subnetIdStride = 3;

class SubnetPlanner
{
public:
    SubnetPlanner(const std::vector<AddressedDevice> &devices, const std::vector<Vlan> &vlans)
        : m_devices(devices)
        , m_vlans(vlans)
        , m_primary(vlans.size(), Subnet::none)
    {}

    std::vector<Subnet> run()
    {
        for (size_t first = 0; first < m_devices.size();) {
            const quint32 network = m_devices[first].address & 0xFFFFFF00U;
            size_t end = first;
            while (end < m_devices.size() && (m_devices[end].address & 0xFFFFFF00U) == network)
                ++end;
            divide(first, end, network, wholeCidr);
            first = end;
        }
        for (size_t row = 0; row < m_vlans.size(); ++row)
            addBesides(static_cast<int>(row));
        if (!m_vlans.empty())
            addUnrouted();
        std::sort(m_subnets.begin(), m_subnets.end(),
                  [](const Subnet &a, const Subnet &b) { return a.id < b.id; });
        return std::move(m_subnets);
    }

private:
    /// Makes subnets of a part of a /24 with the devices from `first` to before `end` in it.
    void divide(size_t first, size_t end, quint32 network, int cidr)
    {
        if (first == end)
            return;
        if (cidr == 32 || fits(first, end, network, cidr)) {
            addOfServers(first, end, network, cidr);
            return;
        }
        const quint32 half = network + (quint32{1} << static_cast<unsigned>(31 - cidr));
        size_t middle = first;
        while (middle < end && m_devices[middle].address < half)
            ++middle;
        divide(first, middle, network, cidr + 1);
        divide(middle, end, half, cidr + 1);
    }

    /// True if all of them are on one VLAN, and none has an address that such a subnet sets aside.
    [[nodiscard]] bool fits(size_t first, size_t end, quint32 network, int cidr) const
    {
        const quint32 last = network + (quint32{1} << static_cast<unsigned>(32 - cidr)) - 1;
        for (size_t at = first; at < end; ++at) {
            const AddressedDevice &device = m_devices[at];
            if (device.vlan != m_devices[first].vlan)
                return false;
            // Servers say of the whole /24 that its gateway is .1, though some have that address.
            const bool isSetAside =
                device.address == network || device.address == network + 1 || device.address == last;
            if (isSetAside && cidr != wholeCidr)
                return false;
        }
        return true;
    }

    void addOfServers(size_t first, size_t end, quint32 network, int cidr)
    {
        const int vlan = m_devices[first].vlan;
        Subnet subnet = onVlan(vlan, primaryTypeOf(vlan), cidr);
        subnet.network = network;
        subnet.firstDevice = static_cast<int>(first);
        subnet.deviceCount = static_cast<int>(end - first);
        if (cidr == wholeCidr)
            subnet.id = wholeSubnetId(network);
        add(subnet);
    }

    [[nodiscard]] Type primaryTypeOf(int vlan) const
    {
        return m_primary[static_cast<size_t>(vlan)] == Subnet::none ? Type::Primary : Type::AdditionalPrimary;
    }

    [[nodiscard]] Subnet onVlan(int row, Type type, int cidr) const
    {
        const Vlan &vlan = m_vlans[static_cast<size_t>(row)];
        Subnet subnet;
        subnet.type = type;
        subnet.isPublic = vlan.isPublic();
        subnet.cidr = cidr;
        subnet.vlan = row;
        subnet.datacenter = vlan.datacenterNumber();
        return subnet;
    }

    void add(Subnet subnet)
    {
        if (subnet.id == 0) {
            subnet.id = m_nextId;
            m_nextId += subnetIdStride;
        }
        if (subnet.type == Type::Primary)
            m_primary[static_cast<size_t>(subnet.vlan)] = static_cast<int>(m_subnets.size());
        m_subnets.push_back(subnet);
    }

    /// An IPv4 subnet where no server is, or the next IPv6 one.
    void addNext(Subnet subnet)
    {
        if (subnet.version() == 6) {
            subnet.network = m_next6++;
        } else {
            quint32 &next = subnet.isPublic ? m_nextPublic : m_nextPrivate;
            next = (next + subnet.addresses() - 1) & ~(subnet.addresses() - 1);
            subnet.network = next;
            next += subnet.addresses();
        }
        add(subnet);
    }

    void addNext(int vlan, Type type, int cidr) { addNext(onVlan(vlan, type, cidr)); }

    /// Routed to an address of the VLAN's primary subnet, if there is one.
    void addStatic(int vlan, int cidr)
    {
        Subnet subnet = onVlan(vlan, Type::Static, cidr);
        if (const int primary = m_primary[static_cast<size_t>(vlan)]; primary != Subnet::none) {
            const Subnet &aim = m_subnets[static_cast<size_t>(primary)];
            subnet.target = aim.deviceCount > 0 ? m_devices[static_cast<size_t>(aim.firstDevice)].address
                                                : aim.network + 2;
            subnet.targetSubnetId = aim.id;
        }
        addNext(subnet);
    }

    /// What a VLAN has besides the subnets of its servers.
    void addBesides(int row)
    {
        const Vlan &vlan = m_vlans[static_cast<size_t>(row)];
        switch (vlan.sort()) {
        case Vlan::Sort::Servers:
            addBesidesServers(row, vlan);
            break;
        case Vlan::Sort::Spare:
            addNext(row, Type::Primary, vlan.isPublic() ? 28 : 26);
            addNext(row, Type::Portable, 29);
            if (vlan.isPublic()) {
                addNext(row, Type::Primary6, 64);
                addNext(row, Type::Portable6, 64);
                addStatic(row, 32);
                addNext(row, Type::Static6, 64);
            }
            break;
        case Vlan::Sort::Transit:
            addNext(row, Type::Primary, 29);
            break;
        case Vlan::Sort::Unused:
        case Vlan::Sort::DirectLink:
            break;
        }
    }

    void addBesidesServers(int row, const Vlan &vlan)
    {
        const int nth = vlan.nth();
        if (nth == 1)
            addNext(row, Type::Portable, vlan.isPublic() ? 28 : 26);
        if (nth % 2 == 0 && vlan.isPublic())
            addNext(row, Type::Primary6, 64);
        if (nth == 3 && vlan.isPublic()) {
            addStatic(row, 30);
            addNext(row, Type::Portable6, 64);
        }
        if (nth == 4 && vlan.isPublic())
            addNext(row, Type::Static6, 64);
    }

    /// One that keeps its datacenter and one that has none, and a global address that is routed nowhere.
    void addUnrouted()
    {
        Subnet portable;
        portable.type = Type::Portable;
        portable.cidr = 29;
        portable.datacenter = m_vlans.front().datacenterNumber();
        addNext(portable);
        Subnet single;
        single.type = Type::Static;
        single.cidr = 32;
        addNext(single);
        single.type = Type::Global;
        addNext(single);
    }

    const std::vector<AddressedDevice> &m_devices;
    const std::vector<Vlan> &m_vlans;
    std::vector<int> m_primary; ///< By row of the VLAN: its subnet of Type::Primary.
    std::vector<Subnet> m_subnets;
    qint64 m_nextId = firstSubnetId;
    quint32 m_nextPublic = publicBeside;
    quint32 m_nextPrivate = privateBeside;
    quint32 m_next6 = 0;
};

} // namespace

std::vector<Subnet> planSubnets(const std::vector<AddressedDevice> &devices, const std::vector<Vlan> &vlans)
{
    return SubnetPlanner(devices, vlans).run();
}

} // namespace layerscope::demo
