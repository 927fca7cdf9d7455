// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/deviceproperties.h"
#include "demo/subnet.h"
#include "demo/vlan.h"
#include "demo/wirevalues.h"

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 firstPortId = 20000153;
constexpr qint64 firstUplinkId = 9000121;
constexpr int portsADevice = 4;

enum class Network { Public, Private, Management };

QString macAddress(const Device &device, int port)
{
    // 00:00:5e:… is the range for documentation (RFC 7042).
    const auto number = static_cast<unsigned>(device.ordinal() * portsADevice + port);
    return QString::asprintf("00:00:5e:%02x:%02x:%02x", (number >> 16U) & 0xFFU, (number >> 8U) & 0xFFU,
                             number & 0xFFU);
}

JsonValue address(std::optional<quint32> number)
{
    return number ? JsonValue(wireAddress(*number)) : absent;
}

JsonObject subnet(quint32 address)
{
    const quint32 network = address & 0xFFFFFF00U;
    return {{u"id"_s, wholeSubnetId(network)},
            {u"networkIdentifier"_s, wireAddress(network)},
            {u"gateway"_s, wireAddress(network + 1)},
            {u"broadcastAddress"_s, wireAddress(network + 255)},
            {u"netmask"_s, u"255.255.255.0"_s},
            {u"cidr"_s, 24},
            {u"addressSpace"_s, (network >> 24U) == 10U ? u"PRIVATE"_s : u"PUBLIC"_s}};
}

JsonObject vlan(const Device &device, Network network)
{
    return vlanOf(device, network == Network::Public).summary();
}

JsonValue vlans(const Device &device)
{
    JsonArray entries;
    if (!device.isPrivateOnly())
        entries.append(vlan(device, Network::Public));
    entries.append(vlan(device, Network::Private));
    for (const Vlan &trunked : trunkedVlansOf(device))
        entries.append(trunked.summary());
    return entries;
}

qint64 portId(const Device &device, int slot)
{
    return firstPortId + device.ordinal() * portsADevice + slot;
}

/// The switch port a port is connected to. Hardware only.
qint64 uplinkId(const Device &device, int slot)
{
    return firstUplinkId + device.ordinal() * portsADevice + slot;
}

JsonObject portOf(const Device &device, Network network)
{
    const bool isManagement = network == Network::Management;
    const int port = network == Network::Public ? 1 : 0;
    const int slot = isManagement ? 2 : port;
    const qint64 id = portId(device, slot);
    JsonObject entry{{u"id"_s, id},
                     {u"name"_s, isManagement ? u"mgmt"_s : u"eth"_s},
                     {u"port"_s, port},
                     {u"status"_s, device.isProvisioning() ? u"MACWAIT"_s : u"ACTIVE"_s},
                     {u"speed"_s, isManagement          ? 100
                                  : device.isHardware() ? 10000
                                                        : 1000},
                     {u"maxSpeed"_s, isManagement          ? 100
                                     : device.isHardware() ? 10000
                                                           : 1000},
                     {u"modifyDate"_s, wireDate(device.createdAt())}};
    if (isManagement) {
        entry.insert(u"ipmiIpAddress"_s, wireAddress(device.managementAddress()));
        entry.insert(u"ipmiMacAddress"_s, macAddress(device, slot));
        entry.insert(u"primarySubnet"_s, subnet(device.managementAddress()));
    } else {
        const auto own = network == Network::Public ? device.publicAddress() : device.privateAddress();
        entry.insert(u"macAddress"_s, macAddress(device, slot));
        if (device.isHardware()) // the guests' components have the relation alone
            entry.insert(u"networkVlanId"_s, vlan(device, network).value("id"_L1));
        entry.insert(u"networkVlan"_s, vlan(device, network));
        if (own) {
            entry.insert(u"primaryIpAddress"_s, wireAddress(*own));
            entry.insert(u"primarySubnet"_s, subnet(*own));
        }
    }
    if (device.isHardware()) {
        entry.insert(u"hardwareId"_s, device.id());
        const qint64 uplink = uplinkId(device, slot);
        JsonArray trunks;
        if (network == Network::Private) {
            for (const Vlan &trunked : trunkedVlansOf(device)) {
                trunks.append(JsonObject{{u"networkComponentId"_s, uplink},
                                         {u"networkVlanId"_s, trunked.id()},
                                         {u"networkVlan"_s, trunked.summary()}});
            }
        }
        entry.insert(u"redundancyCapableFlag"_s, !isManagement);
        entry.insert(u"redundancyEnabledFlag"_s, !isManagement && device.index() % 3 == 0);
        entry.insert(u"uplinkComponent"_s, JsonObject{{u"id"_s, uplink}, {u"networkVlanTrunks"_s, trunks}});
    } else {
        entry.insert(u"guestId"_s, device.id());
        entry.insert(u"createDate"_s, wireDate(device.createdAt()));
        entry.insert(u"uuid"_s, wireUuid(device.draw().number(Trait::Vlan, 7), static_cast<quint64>(slot)));
        JsonArray bindings;
        if (network == Network::Public && device.index() % 5 == 2) {
            bindings.append(
                JsonObject{{u"id"_s, id + 500'000'000},
                           {u"securityGroupId"_s, 128321},
                           {u"securityGroup"_s, JsonObject{{u"id"_s, 128321}, {u"name"_s, u"allow_web"_s}}}});
        }
        entry.insert(u"securityGroupBindings"_s, bindings);
    }
    return entry;
}

/// A port without a cable (softlayer-api §10.4): no address, no VLAN, no uplink.
JsonObject sparePort(const Device &device)
{
    constexpr int slot = 3;
    return {{u"id"_s, portId(device, slot)},
            {u"hardwareId"_s, device.id()},
            {u"name"_s, u"eth"_s},
            {u"port"_s, 2},
            {u"macAddress"_s, macAddress(device, slot)},
            {u"maxSpeed"_s, 0},
            {u"speed"_s, 0},
            {u"status"_s, device.index() % 2 == 0 ? u"DISABLED"_s : u"USER_OFF"_s},
            {u"modifyDate"_s, wireDate(device.createdAt())}};
}

bool hasSparePort(const Device &device)
{
    return device.isHardware() && device.index() % 5 < 2;
}

JsonArray portsOf(const Device &device, std::initializer_list<Network> networks)
{
    JsonArray entries;
    for (const Network network : networks) {
        const bool exists = (network != Network::Public || !device.isPrivateOnly()) &&
                            (network != Network::Management || device.isHardware());
        if (exists)
            entries.append(portOf(device, network));
    }
    return entries;
}

} // namespace

JsonArray reverseDomainRecords(const Device &device)
{
    JsonArray records;
    if (device.publicAddress())
        records.append(JsonObject{{u"data"_s, QString(device.hostName() + u'.' + device.domain() + u'.')}});
    return records.isEmpty() ? records : JsonArray{JsonObject{{u"resourceRecords"_s, records}}};
}

JsonObject trunkOf(const Device &device, const Vlan &vlan)
{
    constexpr int slot = 0;
    const QString host = device.hostName();
    const QString domain = device.domain();
    const JsonObject hardware{{u"id"_s, device.id()},
                              {u"hostname"_s, host},
                              {u"domain"_s, domain},
                              {u"fullyQualifiedDomainName"_s, QString(host + u'.' + domain)}};
    const JsonObject port{
        {u"id"_s, portId(device, slot)}, {u"hardwareId"_s, device.id()}, {u"hardware"_s, hardware}};
    const JsonObject switchPort{{u"id"_s, uplinkId(device, slot)}, {u"downlinkComponent"_s, port}};
    return {{u"networkComponentId"_s, uplinkId(device, slot)},
            {u"networkVlanId"_s, vlan.id()},
            {u"networkComponent"_s, switchPort},
            {u"networkVlan"_s, vlan.summary()}};
}

void addNetworkProperties(Producers &producers, DeviceKind kind)
{
    using D = const Device &;
    producers.insert({
        {u"primaryIpAddress"_s, [](D d) { return address(d.publicAddress()); }},
        {u"primaryBackendIpAddress"_s, [](D d) { return address(d.privateAddress()); }},
        {u"networkVlans"_s, vlans},
        {u"networkComponents"_s,
         [](D d) {
             JsonArray all = portsOf(d, {Network::Management, Network::Private, Network::Public});
             if (hasSparePort(d))
                 all.append(sparePort(d));
             return JsonValue(all);
         }},
        {u"frontendNetworkComponents"_s, [](D d) { return JsonValue(portsOf(d, {Network::Public})); }},
        {u"backendNetworkComponents"_s,
         [](D d) {
             return JsonValue(portsOf(d, {Network::Private, Network::Management}));
         }},
    });
    if (kind == DeviceKind::Guest)
        return;
    producers.insert({
        {u"privateIpAddress"_s, [](D d) { return address(d.privateAddress()); }},
        {u"networkManagementIpAddress"_s, [](D d) { return address(d.managementAddress()); }},
        {u"primaryNetworkComponent"_s,
         [](D d) { return d.isPrivateOnly() ? absent : JsonValue(portOf(d, Network::Public)); }},
        {u"primaryBackendNetworkComponent"_s, [](D d) { return JsonValue(portOf(d, Network::Private)); }},
        {u"remoteManagementComponent"_s, [](D d) { return JsonValue(portOf(d, Network::Management)); }},
    });
}

} // namespace layerscope::demo
