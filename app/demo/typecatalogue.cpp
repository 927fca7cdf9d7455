// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/typecatalogue.h"

#include <QDebug>

#include <memory>
#include <span>
#include <unordered_map>

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Names without "SoftLayer_". Relations: "name" is a scalar, "name:Type" to-one, "name:Type*" to-many.
struct TypeRow
{
    const char *name;
    const char *base;
    const char *locals;
    const char *relations;
    const char *autoIncluded;
};

constexpr const char noBase[] = "";

// From softlayer-api §6. Only what the sheet names: a property that is missing here is an ObjectMask error.
constexpr TypeRow typeRows[] = {
    {"Account", noBase,
     "accountManagedResourcesFlag accountStatusId address1 address2 allowedPptpVpnQuantity alternatePhone "
     "brandId city "
     "claimedTaxExemptTxFlag companyName country createDate email faxPhone firstName id isReseller lastName "
     "lateFeeProtectionFlag modifyDate officePhone postalCode resellerLevel state statusDate",
     "accountStatus:Account_Status balance nextInvoiceTotalAmount nextInvoiceTotalRecurringAmount "
     "pendingInvoice:Billing_Invoice masterUser:User_Customer bluemixLinkedFlag hardware:Hardware* "
     "virtualGuests:Virtual_Guest* bandwidthAllotments:Network_Bandwidth_Version1_Allotment* "
     "virtualDedicatedRacks:Network_Bandwidth_Version1_Allotment* "
     "virtualPrivateRack:Network_Bandwidth_Version1_Allotment networkVlans:Network_Vlan* "
     "subnets:Network_Subnet* "
     "users:User_Customer* domains:Dns_Domain* openTickets:Ticket* networkStorage:Network_Storage* "
     "dedicatedHosts:Virtual_DedicatedHost* "
     "blockDeviceTemplateGroups:Virtual_Guest_Block_Device_Template_Group*",
     ""},
    {"Account_Status", noBase, "id keyName name", "", ""},
    {"Billing_Invoice", noBase, "id startingBalance statusCode typeCode createDate closedDate",
     "invoiceTotalAmount", ""},
    {"User_Customer", noBase, "id accountId username firstName lastName email displayName createDate", "",
     ""},
    {"Dns_Domain", noBase, "id name", "resourceRecords:Dns_Domain_ResourceRecord*", ""},
    {"Dns_Domain_ResourceRecord", noBase, "data", "", ""},
    {"Ticket", noBase, "id title createDate", "", ""},
    {"Network_Storage", noBase, "id username", "", ""},

    {"Hardware", noBase,
     "accountId bareMetalInstanceFlag domain fullyQualifiedDomainName hardwareStatusId hostname id "
     "manufacturerSerialNumber notes postInstallScriptUri provisionDate serialNumber serviceProviderId "
     "serviceProviderResourceId",
     "globalIdentifier primaryIpAddress primaryBackendIpAddress networkManagementIpAddress "
     "datacenter:Location "
     "datacenterName location:Location serverRoom:Location rack:Location topLevelLocation:Location "
     "hardwareStatus:Hardware_Status hardwareState:Hardware_State hardwareChassis:Hardware_Chassis "
     "hardwareFunctionDescription processorPhysicalCoreAmount processorCoreAmount memoryCapacity "
     "hourlyBillingFlag "
     "privateNetworkOnlyFlag managedResourceFlag billingItem:Billing_Item billingItemFlag "
     "operatingSystem:Software_Component operatingSystemReferenceCode softwareComponents:Software_Component* "
     "networkComponents:Network_Component* frontendNetworkComponents:Network_Component* "
     "backendNetworkComponents:Network_Component* primaryNetworkComponent:Network_Component "
     "primaryBackendNetworkComponent:Network_Component remoteManagementComponent:Network_Component "
     "networkVlans:Network_Vlan* remoteManagementAccounts:Hardware_Component_RemoteManagement_User* "
     "lastTransaction:Provisioning_Version1_Transaction tagReferences:Tag_Reference* "
     "activeComponents:Hardware_Component* components:Hardware_Component* hardDrives:Hardware_Component* "
     "processors:Hardware_Component* memory:Hardware_Component* networkCards:Hardware_Component* "
     "raidControllers:Hardware_Component* powerSupply:Hardware_Component* motherboard:Hardware_Component "
     "userData:Hardware_Attribute* virtualRack:Network_Bandwidth_Version1_Allotment virtualRackId "
     "virtualRackName "
     "bandwidthAllocation nextBillingCycleBandwidthAllocation "
     "bandwidthAllotmentDetail:Network_Bandwidth_Version1_Allotment_Detail inboundPublicBandwidthUsage "
     "outboundPublicBandwidthUsage inboundBandwidthUsage outboundBandwidthUsage "
     "currentBillableBandwidthUsage "
     "averageDailyPublicBandwidthUsage metricTrackingObject:Metric_Tracking_Object "
     "networkMonitors:Network_Monitor_Version1_Query_Host* "
     "monitoringServiceComponent:Network_Monitor_Version1_Query_Host "
     "monitoringRobot:Network_Monitor_Version1_Query_Host networkGatewayMemberFlag",
     "globalIdentifier hardwareStatus networkManagementIpAddress primaryIpAddress primaryBackendIpAddress "
     "managedResourceFlag"},
    {"Hardware_Server", "Hardware", "",
     "privateIpAddress activeTransaction:Provisioning_Version1_Transaction "
     "activeTransactions:Provisioning_Version1_Transaction* "
     "lastOperatingSystemReload:Provisioning_Version1_Transaction "
     "openCancellationTicket:Ticket inboundPrivateBandwidthUsage outboundPrivateBandwidthUsage "
     "averageDailyBandwidthUsage averageDailyPrivateBandwidthUsage projectedPublicBandwidthUsage "
     "overBandwidthAllocationFlag projectedOverBandwidthAllocationFlag "
     "billingCycleBandwidthUsage:Network_Bandwidth_Usage* "
     "billingCyclePublicBandwidthUsage:Network_Bandwidth_Usage "
     "billingCyclePrivateBandwidthUsage:Network_Bandwidth_Usage "
     "currentBandwidthSummary:Metric_Tracking_Object_Bandwidth_Summary metricTrackingObjectId "
     "users:User_Customer* "
     "virtualGuests:Virtual_Guest*",
     "privateIpAddress"},
    {"Hardware_Status", noBase, "id status", "", ""},
    {"Hardware_State", noBase, "id hardwareId deviceStatusId transitioningStatus",
     "deviceStatus:Device_Status", ""},
    {"Device_Status", noBase, "id keyName name", "", ""},
    {"Hardware_Chassis", noBase, "id name manufacturer version unitSize formFactorId", "", ""},
    {"Hardware_Attribute", noBase, "id value hardwareAttributeTypeId", "", ""},
    {"Hardware_Component", noBase,
     "id hardwareId hardwareComponentModelId serviceProviderId name serialNumber modifyDate",
     "hardwareComponentModel:Hardware_Component_Model", ""},
    {"Hardware_Component_Model", noBase,
     "id hardwareGenericComponentModelId manufacturer name version description longDescription capacity",
     "hardwareGenericComponentModel:Hardware_Component_Model_Generic firmwares:Hardware_Component_Firmware*",
     ""},
    {"Hardware_Component_Model_Generic", noBase,
     "id hardwareComponentTypeId upgradePriority capacity units description",
     "hardwareComponentType:Hardware_Component_Type", ""},
    {"Hardware_Component_Type", noBase, "id keyName type typeParentId", "", ""},
    {"Hardware_Component_Firmware", noBase, "version createDate", "", ""},
    {"Hardware_Component_RemoteManagement_User", noBase, "username password", "", ""},

    {"Virtual_Guest", noBase,
     "accountId createDate dedicatedAccountHostOnlyFlag deviceStatusId domain fullyQualifiedDomainName "
     "hostname id "
     "lastPowerStateId lastVerifiedDate maxCpu maxCpuUnits maxMemory metricPollDate modifyDate notes "
     "placementGroupId "
     "postInstallScriptUri provisionDate reclaimDate startCpus statusId typeId uuid",
     "globalIdentifier primaryIpAddress primaryBackendIpAddress status:Virtual_Guest_Status "
     "powerState:Virtual_Guest_Power_State lastKnownPowerState:Virtual_Guest_Power_State "
     "deviceStatus:Device_Status "
     "datacenter:Location location:Location serverRoom:Location hourlyBillingFlag privateNetworkOnlyFlag "
     "localDiskFlag "
     "transientGuestFlag pendingMigrationFlag managedResourceFlag operatingSystem:Software_Component "
     "softwareComponents:Software_Component* operatingSystemReferenceCode "
     "blockDevices:Virtual_Guest_Block_Device* networkComponents:Virtual_Guest_Network_Component* "
     "frontendNetworkComponents:Virtual_Guest_Network_Component* "
     "backendNetworkComponents:Virtual_Guest_Network_Component* networkVlans:Network_Vlan* "
     "billingItem:Billing_Item "
     "activeTransaction:Provisioning_Version1_Transaction "
     "activeTransactions:Provisioning_Version1_Transaction* "
     "lastTransaction:Provisioning_Version1_Transaction "
     "lastOperatingSystemReload:Provisioning_Version1_Transaction "
     "tagReferences:Tag_Reference* dedicatedHost:Virtual_DedicatedHost placementGroup:Virtual_PlacementGroup "
     "reservedCapacityGroup:Virtual_ReservedCapacityGroup "
     "blockDeviceTemplateGroup:Virtual_Guest_Block_Device_Template_Group userData:Virtual_Guest_Attribute* "
     "gpuCount "
     "gpuType virtualRack:Network_Bandwidth_Version1_Allotment virtualRackId virtualRackName "
     "bandwidthAllocation "
     "bandwidthAllotmentDetail:Network_Bandwidth_Version1_Allotment_Detail inboundPublicBandwidthUsage "
     "outboundPublicBandwidthUsage inboundPrivateBandwidthUsage outboundPrivateBandwidthUsage "
     "averageDailyPublicBandwidthUsage averageDailyPrivateBandwidthUsage projectedPublicBandwidthUsage "
     "overBandwidthAllocationFlag projectedOverBandwidthAllocationFlag "
     "billingCycleBandwidthUsage:Network_Bandwidth_Usage* "
     "billingCyclePublicBandwidthUsage:Network_Bandwidth_Usage "
     "billingCyclePrivateBandwidthUsage:Network_Bandwidth_Usage "
     "currentBandwidthSummary:Metric_Tracking_Object_Bandwidth_Summary "
     "metricTrackingObject:Metric_Tracking_Object "
     "metricTrackingObjectId networkMonitors:Network_Monitor_Version1_Query_Host* "
     "monitoringServiceComponent:Network_Monitor_Version1_Query_Host users:User_Customer*",
     "globalIdentifier primaryIpAddress primaryBackendIpAddress status managedResourceFlag"},
    {"Virtual_Guest_Status", noBase, "keyName name", "", ""},
    {"Virtual_Guest_Power_State", noBase, "keyName name description", "", ""},
    {"Virtual_Guest_Attribute", noBase, "value", "type:Virtual_Guest_Attribute_Type", ""},
    {"Virtual_Guest_Attribute_Type", noBase, "keyname name", "", ""},
    {"Virtual_Guest_Block_Device", noBase,
     "id device mountType mountMode bootableFlag statusId uuid diskImageId", "diskImage:Virtual_Disk_Image",
     ""},
    {"Virtual_Disk_Image", noBase, "id capacity units description name", "", ""},
    {"Virtual_Guest_Block_Device_Template_Group", noBase, "id name", "globalIdentifier", ""},
    {"Virtual_Guest_Network_Component", noBase,
     "id guestId networkId networkVlanId uuid createDate modifyDate name port macAddress speed maxSpeed "
     "status",
     "primaryIpAddress primarySubnet:Network_Subnet networkVlan:Network_Vlan "
     "securityGroupBindings:Virtual_Network_SecurityGroup_NetworkComponentBinding*",
     ""},
    {"Virtual_Network_SecurityGroup_NetworkComponentBinding", noBase, "id securityGroupId",
     "securityGroup:Network_SecurityGroup", ""},
    {"Network_SecurityGroup", noBase, "id name", "", ""},
    {"Virtual_DedicatedHost", noBase, "id name", "", ""},
    {"Virtual_PlacementGroup", noBase, "id name", "", ""},
    {"Virtual_ReservedCapacityGroup", noBase, "id name", "", ""},

    {"Location", noBase, "id longName name statusId", "", ""},
    {"Location_Group", noBase, "id locationGroupTypeId securityLevelId name description", "", ""},
    {"Tag_Reference", noBase, "empRecordId id resourceTableId tagId tagTypeId usrRecordId",
     "tag:Tag tagType:Tag_Type", ""},
    {"Tag", noBase, "accountId id internal name", "", ""},
    {"Tag_Type", noBase, "keyName description", "", ""},

    {"Software_Component", noBase, "hardwareId id manufacturerActivationCode manufacturerLicenseInstance",
     "softwareLicense:Software_License passwords:Software_Component_Password*", ""},
    {"Software_License", noBase, "id softwareDescriptionId", "softwareDescription:Software_Description", ""},
    {"Software_Description", noBase,
     "id manufacturer name version referenceCode longDescription operatingSystem virtualizationPlatform", "",
     ""},
    {"Software_Component_Password", noBase,
     "id softwareId port username password notes createDate modifyDate", "", ""},

    {"Billing_Item", noBase,
     "allowCancellationFlag associatedBillingItemId cancellationDate categoryCode createDate "
     "currentHourlyCharge "
     "cycleStartDate description domainName hostName hourlyRecurringFee hoursUsed id laborFee "
     "laborFeeTaxRate "
     "lastBillDate modifyDate nextBillDate oneTimeFee oneTimeFeeTaxRate orderItemId packageId parentId "
     "recurringFee "
     "recurringFeeTaxRate recurringMonths serviceProviderId setupFee setupFeeTaxRate",
     "nextInvoiceTotalRecurringAmount nextInvoiceChildren:Billing_Item* children:Billing_Item* "
     "nonZeroNextInvoiceChildren:Billing_Item* orderItem:Billing_Order_Item package:Product_Package "
     "category:Product_Item_Category location:Location hourlyFlag bandwidthAllocation",
     ""},
    {"Billing_Item_Hardware", "Billing_Item", "", "", ""},
    {"Billing_Item_Virtual_Guest", "Billing_Item", "", "", ""},
    {"Billing_Order_Item", noBase, "id description itemId itemPriceId recurringFee",
     "order:Billing_Order preset:Product_Package_Preset", ""},
    {"Billing_Order", noBase, "id status createDate userRecordId", "userRecord:User_Customer", ""},
    {"Product_Package", noBase, "id keyName", "", ""},
    {"Product_Package_Preset", noBase, "id keyName", "", ""},
    {"Product_Item_Category", noBase, "id categoryCode name", "", ""},

    {"Provisioning_Version1_Transaction", noBase,
     "createDate elapsedSeconds guestId hardwareId id modifyDate statusChangeDate",
     "transactionStatus:Provisioning_Version1_Transaction_Status "
     "transactionGroup:Provisioning_Version1_Transaction_Group",
     ""},
    {"Provisioning_Version1_Transaction_Status", noBase, "averageDuration friendlyName name", "", ""},
    {"Provisioning_Version1_Transaction_Group", noBase, "averageTimeToComplete name", "", ""},

    {"Network_Component", noBase,
     "duplexModeId hardwareId id ipmiIpAddress ipmiMacAddress macAddress maxSpeed modifyDate name "
     "networkVlanId port "
     "primaryIpAddress speed status",
     "primarySubnet:Network_Subnet networkVlan:Network_Vlan "
     "networkVlanTrunks:Network_Component_Network_Vlan_Trunk* "
     "uplinkComponent:Network_Component redundancyEnabledFlag redundancyCapableFlag router:Hardware "
     "networkComponentGroup:Network_Component_Group",
     ""},
    {"Network_Component_Group", noBase, "groupTypeId id", "networkComponents:Network_Component*", ""},
    {"Network_Component_Network_Vlan_Trunk", noBase, "networkComponentId networkVlanId",
     "networkVlan:Network_Vlan", ""},
    {"Network_Subnet", noBase, "broadcastAddress cidr gateway id netmask networkIdentifier",
     "addressSpace ipAddresses:Network_Subnet_IpAddress*", ""},
    {"Network_Subnet_IpAddress", noBase, "id ipAddress", "", ""},
    {"Network_Vlan", noBase,
     "accountId fullyQualifiedName id modifyDate name networkSpace note primarySubnetId vlanNumber",
     "podName datacenter:Location primaryRouter:Hardware primarySubnets:Network_Subnet* "
     "totalPrimaryIpAddressCount tagReferences:Tag_Reference*",
     ""},
    {"Network_Monitor_Version1_Query_Host", noBase, "id queryTypeId responseActionId ipAddress status", "",
     ""},

    {"Network_Bandwidth_Version1_Allotment", noBase,
     "accountId bandwidthAllotmentTypeId createDate endDate id locationGroupId name serviceProviderId",
     "bandwidthAllotmentType:Network_Bandwidth_Version1_Allotment_Type locationGroup:Location_Group "
     "totalBandwidthAllocated billingCyclePublicBandwidthUsage:Network_Bandwidth_Usage "
     "billingCyclePrivateBandwidthUsage:Network_Bandwidth_Usage "
     "billingCycleBandwidthUsage:Network_Bandwidth_Usage* "
     "billingCyclePublicUsageTotal inboundPublicBandwidthUsage outboundPublicBandwidthUsage "
     "averageDailyPublicBandwidthUsage projectedPublicBandwidthUsage overBandwidthAllocationFlag "
     "projectedOverBandwidthAllocationFlag currentBandwidthSummary:Metric_Tracking_Object_Bandwidth_Summary "
     "billingItem:Billing_Item hardware:Hardware* bareMetalInstances:Hardware* "
     "privateNetworkOnlyHardware:Hardware* "
     "virtualGuests:Virtual_Guest* applicationDeliveryControllers:Network_Application_Delivery_Controller* "
     "activeDetails:Network_Bandwidth_Version1_Allotment_Detail* "
     "details:Network_Bandwidth_Version1_Allotment_Detail* "
     "metricTrackingObject:Metric_Tracking_Object metricTrackingObjectId",
     ""},
    {"Network_Bandwidth_Version1_Allotment_Type", noBase, "id keyName description shortDescription", "", ""},
    {"Network_Bandwidth_Version1_Allotment_Detail", noBase,
     "allocationId bandwidthAllotmentId effectiveDate endEffectiveDate id serviceProviderId",
     "allocation:Network_Bandwidth_Version1_Allocation "
     "bandwidthAllotment:Network_Bandwidth_Version1_Allotment",
     ""},
    {"Network_Bandwidth_Version1_Allocation", noBase, "amount id", "", ""},
    {"Network_Bandwidth_Usage", noBase, "amountIn amountOut bandwidthUsageDetailTypeId",
     "type:Network_Bandwidth_Version1_Usage_Detail_Type trackingObject:Metric_Tracking_Object", ""},
    {"Network_Bandwidth_Version1_Usage_Detail_Type", noBase, "alias", "", ""},
    {"Network_Application_Delivery_Controller", noBase, "id name", "billingItem:Billing_Item", ""},
    {"Metric_Tracking_Object", noBase, "id resourceTableId startDate", "", ""},
    {"Metric_Tracking_Object_Bandwidth_Summary", noBase,
     "allocationAmount allocationId amountOut averageDailyUsage currentlyOverAllocationFlag id "
     "outboundBandwidthAmount "
     "projectedBandwidthUsage projectedOverAllocationFlag",
     "", ""},
};

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

using Types = std::unordered_map<std::string, std::unique_ptr<TypeInfo>>;

TypeInfo *typeOfRow(const Types &types, const std::string &name)
{
    const auto found = types.find(name);
    Q_ASSERT_X(found != types.end(), "type catalogue", name.c_str());
    return found->second.get();
}

void addRelation(const Types &types, TypeInfo &type, const QString &word)
{
    const QStringList parts = word.split(u':');
    const QString &name = parts.first();
    if (parts.size() == 1) {
        type.properties.insert(name, {PropertyInfo::Kind::Scalar, nullptr, {}});
        return;
    }
    QString target = parts.at(1);
    const bool toMany = target.endsWith(u'*');
    if (toMany) {
        target.chop(1);
        type.properties.insert(countName(name), {PropertyInfo::Kind::Count, nullptr, name});
    }
    type.properties.insert(name, {toMany ? PropertyInfo::Kind::ToMany : PropertyInfo::Kind::ToOne,
                                  typeOfRow(types, target.toStdString()),
                                  {}});
}

Types readTypes(std::span<const TypeRow> rows)
{
    Types types;
    for (const TypeRow &row : rows) {
        auto type = std::make_unique<TypeInfo>();
        type->name = u"SoftLayer_"_s + QString::fromLatin1(row.name);
        types.emplace(row.name, std::move(type));
    }
    // A base stands above its heirs in the table, so it is complete by the time it is copied.
    for (const TypeRow &row : rows) {
        TypeInfo &type = *typeOfRow(types, row.name);
        if (*row.base != '\0') {
            type.base = typeOfRow(types, row.base);
            type.properties = type.base->properties;
            type.locals = type.base->locals;
            type.autoIncluded = type.base->autoIncluded;
        }
        for (const QString &local : words(row.locals)) {
            type.properties.insert(local, {});
            type.locals += local;
        }
        for (const QString &relation : words(row.relations))
            addRelation(types, type, relation);
        type.autoIncluded += words(row.autoIncluded);
    }
    return types;
}

} // namespace

const PropertyInfo *TypeInfo::property(const QString &propertyName) const
{
    const auto found = properties.constFind(propertyName);
    return found == properties.cend() ? nullptr : &found.value();
}

bool TypeInfo::isA(const TypeInfo *other) const
{
    for (const TypeInfo *type = this; type; type = type->base) {
        if (type == other)
            return true;
    }
    return false;
}

const TypeInfo *findType(const QString &name)
{
    static const Types types = readTypes(typeRows);
    constexpr auto prefix = "SoftLayer_"_L1;
    if (!name.startsWith(prefix))
        return nullptr;
    const auto found = types.find(name.sliced(prefix.size()).toStdString());
    return found == types.end() ? nullptr : found->second.get();
}

QString countName(const QString &relation)
{
    QString singular = relation;
    if (singular.endsWith("sses"_L1))
        singular.chop(2);
    else if (singular.endsWith(u's') && !singular.endsWith("ss"_L1))
        singular.chop(1);
    return singular + u"Count"_s;
}

} // namespace layerscope::demo
