// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/serverparts.h"

#include "inventory/columncatalogue.h"

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
    "networkManagementIpAddress,hardwareStatus.id,hardwareStatus.status,hardwareChassis.id,"
    "hardwareChassis.name,datacenter.id,datacenter.name,datacenter.longName";
constexpr const char *guestMask =
    "id,globalIdentifier,uuid,fullyQualifiedDomainName,hostname,domain,createDate,modifyDate,provisionDate,"
    "notes,maxCpu,maxMemory,dedicatedAccountHostOnlyFlag,hourlyBillingFlag,privateNetworkOnlyFlag,"
    "transientGuestFlag,localDiskFlag,primaryIpAddress,primaryBackendIpAddress,deviceStatus.id,"
    "deviceStatus.keyName,deviceStatus.name,status.keyName,status.name,datacenter.id,datacenter.name,"
    "datacenter.longName,dedicatedHost.id,dedicatedHost.name,placementGroup.id,placementGroup.name,"
    "blockDeviceTemplateGroup.id,blockDeviceTemplateGroup.name,blockDeviceTemplateGroup.globalIdentifier";

// All four names of a trunk's VLAN: since one of them became local the others must be named (§9.17).
constexpr const char *hardwareInterfacesMask =
    "id,name,port,status,speed,maxSpeed,macAddress,ipmiMacAddress,ipmiIpAddress,primaryIpAddress,"
    "networkVlanId,primarySubnet.id,primarySubnet.netmask,primarySubnet.broadcastAddress,"
    "primarySubnet.networkIdentifier,primarySubnet.gateway,primarySubnet.cidr,uplinkComponent.id,"
    "uplinkComponent.networkVlanTrunks.networkComponentId,uplinkComponent.networkVlanTrunks.networkVlanId,"
    "uplinkComponent.networkVlanTrunks.networkVlan.id,"
    "uplinkComponent.networkVlanTrunks.networkVlan.vlanNumber,"
    "uplinkComponent.networkVlanTrunks.networkVlan.name,"
    "uplinkComponent.networkVlanTrunks.networkVlan.networkSpace,"
    "uplinkComponent.networkVlanTrunks.networkVlan.fullyQualifiedName";
constexpr const char *guestInterfacesMask =
    "id,name,port,status,speed,maxSpeed,macAddress,primaryIpAddress,networkVlanId,primarySubnet.id,"
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
    "softwareLicense.softwareDescription.referenceCode,softwareLicense.softwareDescription.longDescription";

// Of the children those that the next invoice bills: "children" holds cancelled ones as well (§9.36).
constexpr const char *billingMask =
    "id,description,categoryCode,nextInvoiceTotalRecurringAmount,recurringFee,hourlyRecurringFee,hoursUsed,"
    "currentHourlyCharge,createDate,cycleStartDate,lastBillDate,nextBillDate,cancellationDate,"
    "nextInvoiceChildren.id,nextInvoiceChildren.description,nextInvoiceChildren.categoryCode,"
    "nextInvoiceChildren.recurringFee,nextInvoiceChildren.nextInvoiceTotalRecurringAmount,package.id,"
    "package.keyName,orderItem.id,orderItem.preset.keyName,orderItem.order.id,orderItem.order.createDate,"
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

using enum ServerPart;

// In the order in which they start, when not all may at once.
constexpr ServerPartSpec hardwareParts[] = {
    {Object, "getObject", "", hardwareMask, hardwarePermission},
    {NetworkComponents, "getNetworkComponents", "networkComponents", hardwareInterfacesMask, nullptr},
    {NetworkVlans, "getNetworkVlans", "networkVlans", vlansMask, nullptr},
    {ActiveComponents, "getActiveComponents", "activeComponents", componentsMask, nullptr},
    {HardDrives, "getHardDrives", "hardDrives", componentsMask, nullptr},
    {OperatingSystem, "getOperatingSystem", "operatingSystem", softwareMask, nullptr},
    {BillingItem, "getBillingItem", "billingItem", billingMask, nullptr},
    {Projection, "getProjectedPublicBandwidthUsage", "projectedPublicBandwidthUsage", "",
     bandwidthPermission},
    {CycleUsage, "getBillingCycleBandwidthUsage", "billingCycleBandwidthUsage", usageMask,
     bandwidthPermission},
    {AllotmentDetail, "getBandwidthAllotmentDetail", "bandwidthAllotmentDetail", allotmentMask,
     bandwidthPermission},
    {TagReferences, "getTagReferences", "tagReferences", tagsMask, nullptr},
    {ActiveTransaction, "getActiveTransaction", "activeTransaction", activeTransactionMask, nullptr},
    {LastTransaction, "getLastTransaction", "lastTransaction", lastTransactionMask, nullptr},
    {SoftwareComponents, "getSoftwareComponents", "softwareComponents", softwareMask, nullptr},
};

constexpr ServerPartSpec guestParts[] = {
    {Object, "getObject", "", guestMask, guestPermission},
    {NetworkComponents, "getNetworkComponents", "networkComponents", guestInterfacesMask, nullptr},
    {NetworkVlans, "getNetworkVlans", "networkVlans", vlansMask, nullptr},
    {BlockDevices, "getBlockDevices", "blockDevices", blockDevicesMask, nullptr},
    {PowerState, "getPowerState", "powerState", "keyName,name", nullptr},
    {OperatingSystem, "getOperatingSystem", "operatingSystem", softwareMask, nullptr},
    {BillingItem, "getBillingItem", "billingItem", billingMask, nullptr},
    {Projection, "getProjectedPublicBandwidthUsage", "projectedPublicBandwidthUsage", "",
     bandwidthPermission},
    {CycleUsage, "getBillingCycleBandwidthUsage", "billingCycleBandwidthUsage", usageMask,
     bandwidthPermission},
    {AllotmentDetail, "getBandwidthAllotmentDetail", "bandwidthAllotmentDetail", allotmentMask,
     bandwidthPermission},
    {TagReferences, "getTagReferences", "tagReferences", tagsMask, nullptr},
    {ActiveTransaction, "getActiveTransaction", "activeTransaction", activeTransactionMask, nullptr},
    {LastTransaction, "getLastTransaction", "lastTransaction", lastTransactionMask, nullptr},
    {SoftwareComponents, "getSoftwareComponents", "softwareComponents", softwareMask, nullptr},
};

} // namespace

std::span<const ServerPartSpec> partsOf(RowKind kind)
{
    if (kind == RowKind::BareMetal)
        return hardwareParts;
    return guestParts;
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
        specs.append({part.method, part.method, ObjectMask().addAll(part.mask), {}});
    return specs;
}

std::optional<ServerPart> partOfMethod(RowKind kind, const QByteArray &method)
{
    for (const ServerPartSpec &part : partsOf(kind)) {
        if (method == part.method)
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
    request.service = namesOf(server.kind).service;
    request.method = spec->method;
    request.objectId = QString::number(server.id);
    request.mask.addAll(spec->mask);
    return request.label() + QLatin1Char('\n') + QString::fromLatin1(request.mask.toText());
}

} // namespace layerscope
