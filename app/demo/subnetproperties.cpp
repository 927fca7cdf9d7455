// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/devicerows.h"
#include "demo/networkview.h"
#include "demo/wirevalues.h"

#include <QHash>

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

using View = const NetworkView &;
using SubnetProducer = JsonValue (*)(View, int row);

Draw drawOf(View view, int row)
{
    return view.subnet(row).draw(view.shape().seed());
}

JsonValue datacenter(View view, int row)
{
    const Subnet &subnet = view.subnet(row);
    if (subnet.datacenter == Subnet::none)
        return absent;
    return wireLocation(datacenters()[static_cast<size_t>(subnet.datacenter)]);
}

JsonValue podName(View view, int row)
{
    const Subnet &subnet = view.subnet(row);
    return subnet.vlan == Subnet::none ? absent : view.vlan(subnet.vlan).summary().value("podName"_L1);
}

/// null if it is unrouted.
JsonValue networkVlanId(View view, int row)
{
    const Subnet &subnet = view.subnet(row);
    return subnet.vlan == Subnet::none ? JsonValue() : JsonValue(view.vlan(subnet.vlan).id());
}

/// Primary IPv4 subnets only.
JsonValue usedAddresses(View view, int row)
{
    if (!view.subnet(row).isPrimary() || view.subnet(row).version() == 6)
        return absent;
    return view.devicesInSubnet(row, DeviceKind::Hardware).size() +
           view.devicesInSubnet(row, DeviceKind::Guest).size();
}

JsonValue endPoint(View view, int row)
{
    const Subnet &subnet = view.subnet(row);
    if (!subnet.target)
        return absent;
    // The address itself is as good an id as any.
    JsonObject address{{u"id"_s, qint64{*subnet.target}},
                       {u"ipAddress"_s, wireAddress(*subnet.target)},
                       {u"subnetId"_s, subnet.targetSubnetId}};
    if (const std::optional<AddressedDevice> owner = view.deviceWithTarget(row)) {
        const QString relation = owner->kind == DeviceKind::Hardware ? u"hardware"_s : u"virtualGuest"_s;
        address.insert(relation, devicesOf(view.shape(), owner->kind, {owner->index},
                                           {u"id"_s, u"fullyQualifiedDomainName"_s})
                                     .at(0));
    }
    return address;
}

JsonValue subnetNote(View view, int row)
{
    constexpr int share = 150;
    const Draw draw = drawOf(view, row);
    return draw.perMille(share, Trait::Notes) ? JsonValue(pick(notes(), draw, Trait::Notes, 1)) : absent;
}

JsonArray subnetTags(View view, int row)
{
    return networkTags(drawOf(view, row), view.subnet(row).id, u"NETWORK_SUBNET"_s);
}

JsonValue subnetBillingItem(View view, int row)
{
    const Subnet &subnet = view.subnet(row);
    return subnet.isOrdered()
               ? JsonValue(networkBillingItem(drawOf(view, row), subnet.id, subnet.monthlyCents()))
               : absent;
}

JsonValue netmask(View view, int row)
{
    const auto mask = view.subnet(row).netmask();
    return mask ? JsonValue(*mask) : absent;
}

JsonValue networkVlan(View view, int row, const QStringList &wanted)
{
    const int vlan = view.subnet(row).vlan;
    if (vlan == Subnet::none)
        return absent;
    JsonObject object;
    for (const QString &name : wanted) {
        const JsonValue value = vlanProperty(view, vlan, name);
        if (!value.isUndefined())
            object.insert(name, value);
    }
    return wanted.isEmpty() ? vlanAlone(view, vlan) : object;
}

const QHash<QString, SubnetProducer> &subnetProducers()
{
    static const QHash<QString, SubnetProducer> table = {
        {u"id"_s, [](View v, int row) { return JsonValue(v.subnet(row).id); }},
        {u"networkIdentifier"_s,
         [](View v, int row) { return JsonValue(v.subnet(row).networkIdentifier()); }},
        {u"cidr"_s, [](View v, int row) { return JsonValue(v.subnet(row).cidr); }},
        {u"version"_s, [](View v, int row) { return JsonValue(v.subnet(row).version()); }},
        {u"subnetType"_s, [](View v, int row) { return JsonValue(v.subnet(row).subnetType()); }},
        {u"routingTypeKeyName"_s, [](View v, int row) { return JsonValue(v.subnet(row).routingType()); }},
        {u"addressSpace"_s,
         [](View v, int row) { return JsonValue(v.subnet(row).isPublic ? u"PUBLIC"_s : u"PRIVATE"_s); }},
        {u"gateway"_s, [](View v, int row) { return JsonValue(v.subnet(row).gateway()); }},
        {u"broadcastAddress"_s, [](View v, int row) { return JsonValue(v.subnet(row).broadcastAddress()); }},
        {u"netmask"_s, netmask},
        {u"totalIpAddresses"_s, [](View v, int row) { return JsonValue(v.subnet(row).totalIpAddresses()); }},
        {u"usableIpAddressCount"_s,
         [](View v, int row) { return JsonValue(v.subnet(row).usableIpAddressCount()); }},
        {u"utilizedIpAddressCount"_s, usedAddresses},
        {u"roleKeyName"_s,
         [](View v, int row) {
             return JsonValue(v.subnet(row).isOrdered() ? u"CUSTOMER_SUBNET"_s : u"PRIMARY_SUBNET"_s);
         }},
        {u"isCustomerOwned"_s, [](View, int) { return JsonValue(false); }},
        {u"modifyDate"_s, [](View v, int row) { return JsonValue(networkModifyDate(drawOf(v, row))); }},
        {u"note"_s, subnetNote},
        {u"datacenter"_s, datacenter},
        {u"podName"_s, podName},
        {u"networkVlanId"_s, networkVlanId},
        {u"endPointIpAddress"_s, endPoint},
        {u"tagReferences"_s, [](View v, int row) { return JsonValue(subnetTags(v, row)); }},
        {u"billingItem"_s, subnetBillingItem},
        {u"hardwareCount"_s,
         [](View v, int row) { return JsonValue(v.devicesInSubnet(row, DeviceKind::Hardware).size()); }},
        {u"virtualGuestCount"_s,
         [](View v, int row) { return JsonValue(v.devicesInSubnet(row, DeviceKind::Guest).size()); }},
        {u"tagReferenceCount"_s, [](View v, int row) { return JsonValue(subnetTags(v, row).size()); }},
    };
    return table;
}

} // namespace

JsonValue subnetProperty(const NetworkView &view, int row, const QString &name, const QStringList &wanted)
{
    if (const SubnetProducer producer = subnetProducers().value(name))
        return producer(view, row);
    for (const auto &[relation, kind] :
         {std::pair{"hardware"_L1, DeviceKind::Hardware}, {"virtualGuests"_L1, DeviceKind::Guest}}) {
        if (name == relation)
            return devicesOf(view.shape(), kind, view.devicesInSubnet(row, kind), wanted);
    }
    if (name == "networkVlan"_L1)
        return networkVlan(view, row, wanted);
    return absent;
}

JsonObject subnetAlone(const NetworkView &view, int row)
{
    JsonObject all;
    const auto &table = subnetProducers();
    for (auto entry = table.cbegin(); entry != table.cend(); ++entry) {
        const JsonValue value = entry.value()(view, row);
        if (!value.isUndefined())
            all.insert(entry.key(), value);
    }
    return all;
}

} // namespace layerscope::demo
