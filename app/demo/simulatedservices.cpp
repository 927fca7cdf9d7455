// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/simulatedservices.h"

#include "demo/accountproperties.h"
#include "demo/deviceproperties.h"
#include "demo/devicerows.h"
#include "demo/metricservice.h"
#include "demo/networkservice.h"
#include "demo/poolrows.h"
#include "demo/simplelist.h"

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

const TypeInfo *poolType()
{
    return findType(u"SoftLayer_Network_Bandwidth_Version1_Allotment"_s);
}

} // namespace

SimulatedServices::SimulatedServices(const SimulatedAccount &account)
    : m_account(account)
{}

Answer SimulatedServices::call(const WireCall &call, const CallCircumstances &circumstances) const
{
    const TypeInfo *service = findType(call.service);
    if (!service || !service->isService)
        return Unexpected(publicError(u"Service does not exist"_s));
    const auto method = service->method(call.method);
    if (!method)
        return Unexpected(unknownMethod(call));
    if (method->takesArguments && !call.bringsArguments)
        return Unexpected(WireError{500, u"SoftLayer_Exception_WebService_BadRequest"_s, u"Bad request"_s});
    if (call.service == "SoftLayer_Account"_L1)
        return callAccount(call, circumstances);
    if (call.service == "SoftLayer_Hardware"_L1 || call.service == "SoftLayer_Hardware_Server"_L1)
        return callDevice(DeviceKind::Hardware, call, findType(call.service), circumstances);
    if (call.service == "SoftLayer_Virtual_Guest"_L1)
        return callDevice(DeviceKind::Guest, call, findType(call.service), circumstances);
    if (call.service == "SoftLayer_Network_Bandwidth_Version1_Allotment"_L1)
        return callPool(call, circumstances);
    if (call.service == "SoftLayer_Network_Vlan"_L1)
        return callVlan(networkView(circumstances), call, circumstances);
    if (call.service == "SoftLayer_Network_Subnet"_L1)
        return callSubnet(networkView(circumstances), call, circumstances);
    if (call.service == "SoftLayer_Metric_Tracking_Object"_L1)
        return callMetric(m_account, call, circumstances);
    if (isInSimpleList(service))
        return callSimpleRow(service, m_account, call, circumstances);
    return Unexpected(publicError(u"Service does not exist"_s));
}

Answer SimulatedServices::callAccount(const WireCall &call, const CallCircumstances &circumstances) const
{
    const QString ownId = QString::number(AccountShape::accountId());
    if (!call.id.isEmpty() && call.id != ownId)
        return Unexpected(notFound(call.id));
    if (call.method == "getHardware"_L1)
        return listDevices(DeviceKind::Hardware, call, circumstances);
    if (call.method == "getVirtualGuests"_L1)
        return listDevices(DeviceKind::Guest, call, circumstances);
    if (call.method == "getNetworkVlans"_L1 || call.method == "getSubnets"_L1)
        return listNetwork(networkView(circumstances), call, circumstances);
    if (const SimpleList *list = simpleListNamed(relationOf(call.method)))
        return listSimply(*list, m_account, call, circumstances);

    if (call.method == "getBandwidthAllotments"_L1 || call.method == "getVirtualDedicatedRacks"_L1) {
        // The list of all holds the default rack as well; the virtual dedicated racks are the pools.
        const bool withRack = call.method == "getBandwidthAllotments"_L1;
        const PoolRows rows(poolViews(circumstances), withRack ? 0 : 1);
        return listAnswer(rows, call, relationOf(call.method), poolType(), poolType(), circumstances);
    }

    const PoolViews pools = poolViews(circumstances);
    const JsonObject account = accountAlone(m_account.shape());
    const TypeInfo *type = findType(u"SoftLayer_Account"_s);
    const auto values = [&](const QString &name, const QStringList &parts) -> JsonValue {
        if (name == "hardwareCount"_L1 || name == "virtualGuestCount"_L1) {
            const DeviceKind kind = name == "hardwareCount"_L1 ? DeviceKind::Hardware : DeviceKind::Guest;
            return DeviceRows(m_account.shape(), kind, circumstances.vanished(kind)).count();
        }
        if (name == "bandwidthAllotmentCount"_L1)
            return pools.numbers(0).size();
        if (name == "virtualDedicatedRackCount"_L1)
            return pools.numbers(1).size();
        if (name == "networkVlanCount"_L1)
            return networkView(circumstances).vlans().size();
        if (name == "subnetCount"_L1)
            return networkView(circumstances).subnets().size();
        if (name == "virtualPrivateRack"_L1)
            return virtualPrivateRack(pools, parts);
        if (const SimpleList *list = simpleListNamed(name))
            return arrayOf(*list->existing(m_account, circumstances));
        if (const PropertyInfo *property = type->property(name);
            property != nullptr && property->kind == PropertyInfo::Kind::Count) {
            if (const SimpleList *list = simpleListNamed(property->countOf))
                return list->existing(m_account, circumstances)->count();
        }
        return account.value(name);
    };
    if (call.method == "getObject"_L1)
        return objectAnswer(values, call, type, type);
    if (call.method == "getCurrentUser"_L1) {
        const JsonObject user = currentUser();
        const TypeInfo *userType = findType(u"SoftLayer_User_Customer"_s);
        return objectAnswer([&](const QString &name, const QStringList &) { return user.value(name); }, call,
                            userType, userType);
    }
    if (call.method == "getVirtualPrivateRack"_L1)
        return onePool(pools, 0, call);
    const QString name = relationOf(call.method);
    const PropertyInfo *property = type->property(name);
    if (!property || !property->isRelation() || property->kind == PropertyInfo::Kind::ToMany)
        return Unexpected(unknownMethod(call));
    return relationAnswer(account.value(name), *property, name, call, circumstances);
}

Answer SimulatedServices::callDevice(DeviceKind kind, const WireCall &call, const TypeInfo *declared,
                                     const CallCircumstances &circumstances) const
{
    const QString name = relationOf(call.method);
    const PropertyInfo *property = declared->property(name);
    const bool isGetObject = call.method == "getObject"_L1;
    // A method of guests that is no relation.
    const bool isReverseDomains = kind == DeviceKind::Guest && call.method == "getReverseDomainRecords"_L1;
    if (!isGetObject && !isReverseDomains && (!property || !property->isRelation()))
        return Unexpected(unknownMethod(call));
    const auto index = m_account.shape().deviceIndex(kind, call.id.toLongLong());
    if (!index || circumstances.vanished(kind).contains(call.id.toLongLong()))
        return Unexpected(notFound(call.id));

    const Device device(m_account.shape(), kind, *index);
    if (isReverseDomains) {
        const TypeInfo *domain = findType(u"SoftLayer_Dns_Domain"_s);
        return listAnswer(ArrayRows(reverseDomainRecords(device)), call, {}, domain, domain, circumstances);
    }
    if (!isGetObject)
        return relationAnswer(demo::property(device, name), *property, name, call, circumstances);
    return objectAnswer(
        [&](const QString &wanted, const QStringList &parts) { return demo::parts(device, wanted, parts); },
        call, declared, actualType(kind));
}

Answer SimulatedServices::listDevices(DeviceKind kind, const WireCall &call,
                                      const CallCircumstances &circumstances) const
{
    const bool isHardware = kind == DeviceKind::Hardware;
    const DeviceRows rows(m_account.shape(), kind, circumstances.vanished(kind));
    const TypeInfo *declared = findType(isHardware ? u"SoftLayer_Hardware"_s : u"SoftLayer_Virtual_Guest"_s);
    return listAnswer(rows, call, isHardware ? u"hardware"_s : u"virtualGuests"_s, declared, actualType(kind),
                      circumstances, &m_memo);
}

Answer SimulatedServices::callPool(const WireCall &call, const CallCircumstances &circumstances) const
{
    const QString name = relationOf(call.method);
    const PropertyInfo *property = poolType()->property(name);
    const bool isGetObject = call.method == "getObject"_L1;
    if (!isGetObject && (!property || !property->isRelation()))
        return Unexpected(unknownMethod(call));
    const PoolViews pools = poolViews(circumstances);
    const auto number = pools.numberOf(call.id.toLongLong());
    if (!number)
        return Unexpected(notFound(call.id));
    if (isGetObject)
        return onePool(pools, *number, call);

    const PoolView view = pools.view(*number);
    if (const auto members = poolRelationNamed(name)) {
        const DeviceKind kind = kindOf(*members);
        return listAnswer(ChosenDeviceRows(view.shape(), kind, view.members().of(*members)), call, name,
                          property->target, actualType(kind), circumstances);
    }
    if (property->target == findType(u"SoftLayer_Network_Bandwidth_Version1_Allotment_Detail"_s))
        return listAnswer(PoolDetailRows(view), call, name, property->target, property->target,
                          circumstances);
    return relationAnswer(demo::property(view, name), *property, name, call, circumstances);
}

Answer SimulatedServices::onePool(const PoolViews &pools, int number, const WireCall &call) const
{
    if (!pools.numbers(0).contains(number))
        return Payload{JsonValue(), std::nullopt, 0, 0};
    const PoolView view = pools.view(number);
    return objectAnswer(
        [&](const QString &name, const QStringList &parts) { return demo::property(view, name, parts); },
        call, poolType(), poolType());
}

JsonValue SimulatedServices::virtualPrivateRack(const PoolViews &pools, const QStringList &parts) const
{
    if (!pools.numbers(0).contains(0))
        return JsonValue::undefined();
    JsonObject rack;
    const PoolView view = pools.view(0);
    for (const QString &name : parts) {
        const JsonValue value = demo::property(view, name);
        if (!value.isUndefined())
            rack.insert(name, value);
    }
    return rack;
}

PoolViews SimulatedServices::poolViews(const CallCircumstances &circumstances) const
{
    return {m_account.pools(), m_account.shape(), circumstances.vanishedHardware,
            circumstances.vanishedGuests, circumstances.vanishedPools};
}

NetworkView SimulatedServices::networkView(const CallCircumstances &circumstances) const
{
    return {m_account.network(),          m_account.shape(),           circumstances.vanishedHardware,
            circumstances.vanishedGuests, circumstances.vanishedVlans, circumstances.vanishedSubnets};
}

} // namespace layerscope::demo
