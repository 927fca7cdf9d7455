// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/serverparts.h"

#include "inventory/kinds.h"

#include <algorithm>

namespace layerscope {

namespace {

constexpr const char *bandwidthPermission = "BANDWIDTH_MANAGE";
constexpr const char *hardwarePermission = "HARDWARE_VIEW";
constexpr const char *guestPermission = "VIRTUAL_GUEST_VIEW";

constexpr const char *hardwareMask =
    "id,globalIdentifier,fullyQualifiedDomainName,hostname,domain,provisionDate,notes,serialNumber,"
    "manufacturerSerialNumber,bareMetalInstanceFlag,hourlyBillingFlag,privateNetworkOnlyFlag,"
    "processorPhysicalCoreAmount,processorCoreAmount,memoryCapacity,primaryIpAddress,primaryBackendIpAddress,"
    "networkManagementIpAddress";
constexpr const char *hardwareStateMask =
    "id,hardwareStatus.id,hardwareStatus.status,hardwareChassis.id,hardwareChassis.name,datacenter.id,"
    "datacenter.name,datacenter.longName";
constexpr const char *guestMask =
    "id,globalIdentifier,uuid,fullyQualifiedDomainName,hostname,domain,createDate,modifyDate,provisionDate,"
    "notes,maxCpu,maxMemory,dedicatedAccountHostOnlyFlag,hourlyBillingFlag,privateNetworkOnlyFlag,"
    "transientGuestFlag,localDiskFlag,primaryIpAddress,primaryBackendIpAddress";
constexpr const char *guestStateMask =
    "id,deviceStatus.id,deviceStatus.keyName,deviceStatus.name,status.keyName,status.name,datacenter.id,"
    "datacenter.name,datacenter.longName,dedicatedHost.id,dedicatedHost.name";

constexpr const char *hardwareInterfacesMask =
    "id,name,port,status,speed,maxSpeed,macAddress,ipmiMacAddress,ipmiIpAddress,primaryIpAddress,"
    "networkVlanId,primarySubnet.id,primarySubnet.netmask,primarySubnet.broadcastAddress,"
    "primarySubnet.networkIdentifier,primarySubnet.gateway,primarySubnet.cidr";
// All four names of a trunk's VLAN: since one of them became local the others must be named (§9.17).
constexpr const char *trunksMask =
    "id,uplinkComponent.id,uplinkComponent.networkVlanTrunks.networkComponentId,"
    "uplinkComponent.networkVlanTrunks.networkVlanId,uplinkComponent.networkVlanTrunks.networkVlan.id,"
    "uplinkComponent.networkVlanTrunks.networkVlan.vlanNumber,"
    "uplinkComponent.networkVlanTrunks.networkVlan.name,"
    "uplinkComponent.networkVlanTrunks.networkVlan.networkSpace,"
    "uplinkComponent.networkVlanTrunks.networkVlan.fullyQualifiedName";
// The VLAN as a relation: unlike those of bare metal, a guest's components have no networkVlanId.
constexpr const char *guestInterfacesMask =
    "id,name,port,status,speed,maxSpeed,macAddress,primaryIpAddress,networkVlan.id,primarySubnet.id,"
    "primarySubnet.netmask,primarySubnet.broadcastAddress,primarySubnet.networkIdentifier,"
    "primarySubnet.gateway,primarySubnet.cidr,securityGroupBindings.id,"
    "securityGroupBindings.securityGroup.id,securityGroupBindings.securityGroup.name";
// Not primarySubnets with their addresses: heavy, and shown nowhere (§9.20).
constexpr const char *vlansMask = "id,vlanNumber,name,networkSpace,fullyQualifiedName";

constexpr const char *componentsMask =
    "id,name,serialNumber,hardwareComponentModel.id,hardwareComponentModel.manufacturer,"
    "hardwareComponentModel.name,hardwareComponentModel.version,hardwareComponentModel.capacity,"
    "hardwareComponentModel.description,hardwareComponentModel.longDescription,"
    "hardwareComponentModel.hardwareGenericComponentModel.id,"
    "hardwareComponentModel.hardwareGenericComponentModel.capacity,"
    "hardwareComponentModel.hardwareGenericComponentModel.units,"
    "hardwareComponentModel.hardwareGenericComponentModel.description,"
    "hardwareComponentModel.hardwareGenericComponentModel.hardwareComponentType.id,"
    "hardwareComponentModel.hardwareGenericComponentModel.hardwareComponentType.keyName,"
    "hardwareComponentModel.hardwareGenericComponentModel.hardwareComponentType.type";
constexpr const char *blockDevicesMask = "id,device,mountType,mountMode,bootableFlag,diskImage.id,"
                                         "diskImage.capacity,diskImage.units,diskImage.name,"
                                         "diskImage.description";

constexpr const char *softwareMask =
    "id,softwareLicense.id,softwareLicense.softwareDescription.manufacturer,"
    "softwareLicense.softwareDescription.name,softwareLicense.softwareDescription.version,"
    "softwareLicense.softwareDescription.referenceCode,softwareLicense.softwareDescription.longDescription,"
    "softwareLicense.softwareDescription.operatingSystem";

// Of the children those that the next invoice bills: "children" holds cancelled ones as well (§9.36).
constexpr const char *billingMask =
    "id,description,categoryCode,nextInvoiceTotalRecurringAmount,recurringFee,hourlyRecurringFee,hoursUsed,"
    "currentHourlyCharge,createDate,cycleStartDate,lastBillDate,nextBillDate,cancellationDate,"
    "nextInvoiceChildren.id,nextInvoiceChildren.description,nextInvoiceChildren.categoryCode,"
    "nextInvoiceChildren.recurringFee,nextInvoiceChildren.nextInvoiceTotalRecurringAmount,orderItem.id,"
    "orderItem.preset.keyName";
constexpr const char *orderMask = "id,orderItem.id,orderItem.order.id,orderItem.order.createDate,"
                                  "orderItem.order.userRecord.id,orderItem.order.userRecord.username";
constexpr const char *tagsMask = "id,tag.id,tag.name";

constexpr const char *activeTransactionMask = "id,createDate,elapsedSeconds,statusChangeDate,"
                                              "transactionStatus.name,transactionStatus.friendlyName,"
                                              "transactionStatus.averageDuration";
constexpr const char *lastTransactionMask =
    "id,createDate,modifyDate,elapsedSeconds,transactionStatus.name,transactionStatus.friendlyName,"
    "transactionGroup.name,transactionGroup.averageTimeToComplete";

constexpr const char *allotmentMask =
    "id,allocationId,effectiveDate,endEffectiveDate,allocation.id,allocation.amount,bandwidthAllotment.id,"
    "bandwidthAllotment.name,bandwidthAllotment.bandwidthAllotmentTypeId";
constexpr const char *usageMask = "amountIn,amountOut,type.alias";
/// Not by its own method, which answers a bare number: cut off on the way it would be another one.
constexpr const char *projectionMask = "id,projectedPublicBandwidthUsage";

using enum ServerPart;

// In the order in which they start, when not all may at once.
constexpr ServerPartSpec hardwareParts[] = {
    {Object, "object", "getObject", "", hardwareMask, hardwarePermission},
    {StateAndPlace, "stateAndPlace", "getObject", "", hardwareStateMask, hardwarePermission},
    {NetworkComponents, "networkComponents", "getNetworkComponents", "networkComponents",
     hardwareInterfacesMask, nullptr},
    {NetworkVlans, "networkVlans", "getNetworkVlans", "networkVlans", vlansMask, nullptr},
    {ActiveComponents, "activeComponents", "getActiveComponents", "activeComponents", componentsMask,
     nullptr},
    {HardDrives, "hardDrives", "getHardDrives", "hardDrives", componentsMask, nullptr},
    {OperatingSystem, "operatingSystem", "getOperatingSystem", "operatingSystem", softwareMask, nullptr},
    {BillingItem, "billingItem", "getBillingItem", "billingItem", billingMask, nullptr},
    {Order, "order", "getBillingItem", "billingItem", orderMask, nullptr},
    {Projection, "projection", "getObject", "", projectionMask, bandwidthPermission},
    {CycleUsage, "cycleUsage", "getBillingCycleBandwidthUsage", "billingCycleBandwidthUsage", usageMask,
     bandwidthPermission},
    {AllotmentDetail, "allotmentDetail", "getBandwidthAllotmentDetail", "bandwidthAllotmentDetail",
     allotmentMask, bandwidthPermission},
    {TagReferences, "tagReferences", "getTagReferences", "tagReferences", tagsMask, nullptr},
    {ActiveTransaction, "activeTransaction", "getActiveTransaction", "activeTransaction",
     activeTransactionMask, nullptr},
    {LastTransaction, "lastTransaction", "getLastTransaction", "lastTransaction", lastTransactionMask,
     nullptr},
    {NetworkTrunks, "networkTrunks", "getNetworkComponents", "networkComponents", trunksMask, nullptr},
    {SoftwareComponents, "softwareComponents", "getSoftwareComponents", "softwareComponents", softwareMask,
     nullptr},
};

constexpr ServerPartSpec guestParts[] = {
    {Object, "object", "getObject", "", guestMask, guestPermission},
    {StateAndPlace, "stateAndPlace", "getObject", "", guestStateMask, guestPermission},
    {NetworkComponents, "networkComponents", "getNetworkComponents", "networkComponents", guestInterfacesMask,
     nullptr},
    {NetworkVlans, "networkVlans", "getNetworkVlans", "networkVlans", vlansMask, nullptr},
    {BlockDevices, "blockDevices", "getBlockDevices", "blockDevices", blockDevicesMask, nullptr},
    {PowerState, "powerState", "getPowerState", "powerState", "keyName,name", nullptr},
    {OperatingSystem, "operatingSystem", "getOperatingSystem", "operatingSystem", softwareMask, nullptr},
    {BillingItem, "billingItem", "getBillingItem", "billingItem", billingMask, nullptr},
    {Order, "order", "getBillingItem", "billingItem", orderMask, nullptr},
    {Projection, "projection", "getObject", "", projectionMask, bandwidthPermission},
    {CycleUsage, "cycleUsage", "getBillingCycleBandwidthUsage", "billingCycleBandwidthUsage", usageMask,
     bandwidthPermission},
    {AllotmentDetail, "allotmentDetail", "getBandwidthAllotmentDetail", "bandwidthAllotmentDetail",
     allotmentMask, bandwidthPermission},
    {TagReferences, "tagReferences", "getTagReferences", "tagReferences", tagsMask, nullptr},
    {ActiveTransaction, "activeTransaction", "getActiveTransaction", "activeTransaction",
     activeTransactionMask, nullptr},
    {LastTransaction, "lastTransaction", "getLastTransaction", "lastTransaction", lastTransactionMask,
     nullptr},
    {SoftwareComponents, "softwareComponents", "getSoftwareComponents", "softwareComponents", softwareMask,
     nullptr},
};

} // namespace

std::span<const ServerPartSpec> partsOf(RowKind kind)
{
    if (kind == RowKind::BareMetal)
        return hardwareParts;
    if (kind == RowKind::Virtual)
        return guestParts;
    return {};
}

const ServerPartSpec *specOf(RowKind kind, ServerPart part)
{
    const std::span<const ServerPartSpec> parts = partsOf(kind);
    const auto found = std::find_if(parts.begin(), parts.end(),
                                    [part](const ServerPartSpec &spec) { return spec.part == part; });
    return found == parts.end() ? nullptr : &*found;
}

QList<PartSpec> partSpecsOf(RowKind kind)
{
    QList<PartSpec> specs;
    for (const ServerPartSpec &part : partsOf(kind))
        specs.append({part.key, part.method, ObjectMask().addAll(part.mask), {}});
    return specs;
}

std::optional<ServerPart> partOfKey(RowKind kind, const QByteArray &key)
{
    for (const ServerPartSpec &part : partsOf(kind)) {
        if (key == part.key)
            return part.part;
    }
    return std::nullopt;
}

QString requestText(RowKey server, ServerPart part)
{
    const ServerPartSpec *spec = specOf(server.kind, part);
    if (!spec)
        return {};
    ApiRequest request;
    request.service = kindSpec(server.kind).service;
    request.method = spec->method;
    request.objectId = QString::number(server.id);
    request.mask.addAll(spec->mask);
    return request.label() + QLatin1Char('\n') + QString::fromLatin1(request.mask.toText());
}

} // namespace layerscope
