// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/deviceproperties.h"
#include "demo/devicerows.h"
#include "demo/networkview.h"
#include "demo/wirevalues.h"

#include <QHash>

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

using View = const NetworkView &;
using VlanProducer = JsonValue (*)(View, int row);

constexpr qint64 firstRouterId = 260001;
constexpr qint64 firstGatewayId = 290001;
constexpr qint64 firstFirewallId = 310001;

template<class Condition>
QList<int> subnetsThat(View view, int row, Condition condition)
{
    QList<int> rows = view.subnetsOnVlan(row);
    rows.removeIf([&](int subnet) { return !condition(view.subnet(subnet)); });
    return rows;
}

bool isPrimary4(const Subnet &subnet)
{
    return subnet.isPrimary() && subnet.version() == 4;
}

/// Id of the VLAN's first subnet for servers.
JsonValue primarySubnetId(View view, int row)
{
    const QList<int> rows =
        subnetsThat(view, row, [](const Subnet &subnet) { return subnet.type == Subnet::Type::Primary; });
    return rows.isEmpty() ? JsonValue() : JsonValue(view.subnet(rows.first()).id);
}

JsonValue primaryAddresses(View view, int row)
{
    qint64 sum = 0;
    for (const int subnet : subnetsThat(view, row, isPrimary4))
        sum += view.subnet(subnet).addresses();
    return sum;
}

JsonValue router(View view, int row)
{
    const Vlan &vlan = view.vlan(row);
    const QString host = (vlan.isPublic() ? u"fcr01a."_s : u"bcr01a."_s) + vlan.datacenter().name;
    return JsonObject{{u"id"_s, firstRouterId + vlan.datacenterNumber() * 2 + (vlan.isPublic() ? 0 : 1)},
                      {u"hostname"_s, host},
                      {u"datacenter"_s, wireLocation(vlan.datacenter())}};
}

/// STANDARD, GATEWAY and INTERCONNECT are all the key names there are (softlayer-kinds §2.1).
JsonValue type(View view, int row)
{
    switch (view.vlan(row).sort()) {
    case Vlan::Sort::Transit:
        return JsonObject{{u"keyName"_s, u"GATEWAY"_s}};
    case Vlan::Sort::DirectLink:
        return JsonObject{{u"keyName"_s, u"INTERCONNECT"_s}};
    default:
        return JsonObject{{u"keyName"_s, u"STANDARD"_s}};
    }
}

JsonObject gateway(View view, int transitRow)
{
    const Vlan &transit = view.vlan(transitRow);
    return {{u"id"_s, firstGatewayId + transit.datacenterNumber()},
            {u"accountId"_s, AccountShape::accountId()},
            {u"name"_s, QString(u"gateway-"_s + transit.datacenter().name)},
            {u"networkSpace"_s, u"PRIVATE"_s},
            {u"privateVlanId"_s, transit.id()}};
}

JsonValue attachedGateway(View view, int row)
{
    const Vlan &vlan = view.vlan(row);
    const auto transit = view.index().transitVlan(vlan.datacenterNumber());
    return transit && vlan.isBehindGateway() ? JsonValue(gateway(view, *transit)) : absent;
}

JsonValue gatewaysOfTransit(View view, int row)
{
    if (view.vlan(row).sort() != Vlan::Sort::Transit)
        return JsonArray();
    return JsonArray{gateway(view, row)};
}

JsonValue firewall(View view, int row)
{
    const Vlan &vlan = view.vlan(row);
    if (!vlan.hasFirewall())
        return absent;
    const QString name = u"fw-%1-%2.example.com"_s.arg(vlan.datacenter().name).arg(vlan.vlanNumber());
    return JsonObject{{u"id"_s, firstFirewallId + vlan.datacenterNumber() * Vlan::slotCount + vlan.slot()},
                      {u"fullyQualifiedDomainName"_s, name}};
}

JsonArray vlanTags(View view, int row)
{
    return networkTags(view.vlan(row).draw(), view.vlan(row).id(), u"NETWORK_VLAN"_s);
}

JsonValue vlanBillingItem(View view, int row)
{
    const Vlan &vlan = view.vlan(row);
    return vlan.isPremium() ? JsonValue(networkBillingItem(vlan.draw(), vlan.id(), vlan.monthlyCents()))
                            : absent;
}

JsonValue vlanNote(View view, int row)
{
    constexpr int notedNth = 1;
    const Vlan &vlan = view.vlan(row);
    return vlan.nth() == notedNth ? JsonValue(pick(notes(), vlan.draw(), Trait::Notes)) : absent;
}

JsonArray trunks(View view, int row)
{
    JsonArray all;
    for (const int index : view.hardwareTrunkedTo(row))
        all.append(trunkOf(Device(view.shape(), DeviceKind::Hardware, index), view.vlan(row)));
    return all;
}

JsonArray subnetsOf(View view, const QList<int> &rows, const QStringList &wanted)
{
    JsonArray all;
    for (const int row : rows) {
        JsonObject object;
        for (const QString &name : wanted) {
            const JsonValue value = subnetProperty(view, row, name);
            if (!value.isUndefined())
                object.insert(name, value);
        }
        all.append(wanted.isEmpty() ? subnetAlone(view, row) : object);
    }
    return all;
}

/// What a VLAN has beside Vlan::summary() and what is on it.
const QHash<QString, VlanProducer> &vlanProducers()
{
    static const QHash<QString, VlanProducer> table = {
        // In the summary as well, but lists filter and sort by it.
        {u"id"_s, [](View v, int row) { return JsonValue(v.vlan(row).id()); }},
        {u"note"_s, vlanNote},
        {u"modifyDate"_s, [](View v, int row) { return JsonValue(networkModifyDate(v.vlan(row).draw())); }},
        {u"primarySubnetId"_s, primarySubnetId},
        {u"datacenter"_s, [](View v, int row) { return JsonValue(wireLocation(v.vlan(row).datacenter())); }},
        {u"primaryRouter"_s, router},
        {u"type"_s, type},
        {u"attachedNetworkGateway"_s, attachedGateway},
        {u"attachedNetworkGatewayFlag"_s,
         [](View v, int row) { return JsonValue(attachedGateway(v, row).isObject()); }},
        {u"privateNetworkGateways"_s, gatewaysOfTransit},
        {u"publicNetworkGateways"_s, [](View, int) { return JsonValue(JsonArray()); }},
        {u"networkVlanFirewall"_s, firewall},
        {u"totalPrimaryIpAddressCount"_s, primaryAddresses},
        {u"tagReferences"_s, [](View v, int row) { return JsonValue(vlanTags(v, row)); }},
        {u"billingItem"_s, vlanBillingItem},
        {u"hardwareCount"_s,
         [](View v, int row) { return JsonValue(v.devicesOnVlan(row, DeviceKind::Hardware).size()); }},
        {u"virtualGuestCount"_s,
         [](View v, int row) { return JsonValue(v.devicesOnVlan(row, DeviceKind::Guest).size()); }},
        {u"networkComponentTrunkCount"_s,
         [](View v, int row) { return JsonValue(v.hardwareTrunkedTo(row).size()); }},
        {u"subnetCount"_s, [](View v, int row) { return JsonValue(v.subnetsOnVlan(row).size()); }},
        {u"primarySubnetCount"_s,
         [](View v, int row) { return JsonValue(subnetsThat(v, row, isPrimary4).size()); }},
        {u"tagReferenceCount"_s, [](View v, int row) { return JsonValue(vlanTags(v, row).size()); }},
    };
    return table;
}

} // namespace

JsonValue vlanProperty(const NetworkView &view, int row, const QString &name, const QStringList &wanted)
{
    if (const VlanProducer producer = vlanProducers().value(name))
        return producer(view, row);
    for (const auto &[relation, kind] :
         {std::pair{"hardware"_L1, DeviceKind::Hardware}, {"virtualGuests"_L1, DeviceKind::Guest}}) {
        if (name == relation)
            return devicesOf(view.shape(), kind, view.devicesOnVlan(row, kind), wanted);
    }
    if (name == "subnets"_L1)
        return subnetsOf(view, view.subnetsOnVlan(row), wanted);
    if (name == "primarySubnets"_L1)
        return subnetsOf(view, subnetsThat(view, row, isPrimary4), wanted);
    if (name == "networkComponentTrunks"_L1)
        return trunks(view, row);
    return view.vlan(row).summary().value(name);
}

JsonObject vlanAlone(const NetworkView &view, int row)
{
    JsonObject all = view.vlan(row).summary();
    all.remove(u"primarySubnets"_s);
    const auto &table = vlanProducers();
    for (auto entry = table.cbegin(); entry != table.cend(); ++entry) {
        const JsonValue value = entry.value()(view, row);
        if (!value.isUndefined())
            all.insert(entry.key(), value);
    }
    return all;
}

} // namespace layerscope::demo
