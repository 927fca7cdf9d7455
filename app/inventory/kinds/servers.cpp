// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/cellreading.h"
#include "inventory/inventorytable.h"
#include "inventory/kinds.h"
#include "inventory/serverstate.h"

#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// A text of ours from two of the API: the blank between them is one.
CellValue operatingSystem(const JsonReader &row)
{
    const JsonReader software = row["operatingSystem"]["softwareLicense"]["softwareDescription"];
    const std::optional<QString> name = software["name"].text();
    const std::optional<QString> version = software["version"].rawText();
    return name && version ? CellValue(QString(*name + u' ' + *version)) : cell(name ? name : version);
}

/// Every server without a pool sits in the account's default rack.
bool isInPool(const JsonReader &row)
{
    return row["virtualRack"]["bandwidthAllotmentTypeId"].integer() == poolType;
}

CellValue pool(const JsonReader &row)
{
    return isInPool(row) ? cell(row["virtualRack"]["name"].rawText()) : CellValue();
}

CellValue poolId(const JsonReader &row)
{
    return isInPool(row) ? cell(row["virtualRack"]["id"].integer()) : CellValue();
}

CellValue billing(const JsonReader &row)
{
    const std::optional<bool> isHourly = row["hourlyBillingFlag"].flag();
    return isHourly ? CellValue(*isHourly ? u"hourly"_s : u"monthly"_s) : CellValue();
}

/// MB to GB without rounding: n / 1024 is n × 9 765 625 / 10^10.
CellValue guestMemory(const JsonReader &row)
{
    const std::optional<qint64> megabytes = row["maxMemory"].integer();
    if (!megabytes)
        return {};
    qint64 fraction = (*megabytes % 1024) * 9'765'625;
    int decimals = 10;
    while (decimals > 0 && fraction % 10 == 0) {
        fraction /= 10;
        --decimals;
    }
    return Decimal(*megabytes / 1024, 0) + Decimal(fraction, decimals);
}

CellValue guestState(const JsonReader &row)
{
    const QString state = serverState(
        RowKind::Virtual, {.hardwareStatus = {},
                           .deviceStatus = row["deviceStatus"]["keyName"].text().value_or(QString()),
                           .power = {}, // comes by another call, see completeServerState()
                           .provisioning = row["status"]["keyName"].text().value_or(QString())});
    return state.isEmpty() ? CellValue() : CellValue(state);
}

CellValue transaction(const JsonReader &row)
{
    return cell(row["activeTransaction"]["transactionStatus"]["friendlyName"].rawText());
}

CellValue owner(const JsonReader &row)
{
    return cell(row["billingItem"]["orderItem"]["order"]["userRecord"]["username"].rawText());
}

CellValue vlans(const JsonReader &row, QLatin1StringView networkSpace)
{
    QStringList names;
    row["networkVlans"].forEach([&](const JsonReader &vlan) {
        if (vlan["networkSpace"].text() != networkSpace)
            return;
        std::optional<QString> name = vlan["fullyQualifiedName"].rawText();
        if (!name)
            name = vlan["vlanNumber"].rawText();
        if (name)
            names.append(*name);
    });
    return joined(names);
}

/// Of whatever network, those of a direct link included, which are in none.
CellValue vlanIds(const JsonReader &row)
{
    QStringList ids;
    row["networkVlans"].forEach([&ids](const JsonReader &vlan) {
        if (const std::optional<qint64> id = vlan["id"].integer())
            ids.append(QString::number(*id));
    });
    return joined(ids);
}

constexpr const char *operatingSystemMask =
    "operatingSystem.id,operatingSystem.softwareLicense.id,"
    "operatingSystem.softwareLicense.softwareDescription.name,"
    "operatingSystem.softwareLicense.softwareDescription.version"; // never passwords, which hang on the same
                                                                   // level
constexpr const char *poolMask = "virtualRack.id,virtualRack.name,virtualRack.bandwidthAllotmentTypeId";
constexpr const char *ownerMask =
    "billingItem.id,billingItem.orderItem.id,billingItem.orderItem.order.id,"
    "billingItem.orderItem.order.userRecord.id,billingItem.orderItem.order.userRecord.username";
constexpr const char *transactionMask = "activeTransaction.id,activeTransaction.transactionStatus.name,"
                                        "activeTransaction.transactionStatus.friendlyName";
constexpr const char *vlansMask =
    "networkVlans.id,networkVlans.vlanNumber,networkVlans.networkSpace,networkVlans.fullyQualifiedName";

CellValue keyOf(RowKind kind)
{
    return QString::fromLatin1(kindSpec(kind).key);
}

constexpr KindSet hardware = {RowKind::BareMetal};
constexpr KindSet guests = {RowKind::Virtual};
constexpr KindSet servers = hardware | guests; ///< What both have under the same names.

/// In the order of product §4. API facts: softlayer-api §6.2, §6.3, §6.9 to §6.12.
constexpr ColumnSpec columns[] = {
    {.key = "kind",
     .title = QT_TRANSLATE_NOOP("Columns", "Kind"),
     .description = QT_TRANSLATE_NOOP("Columns", "Bare metal or virtual server."),
     .type = ColumnType::Text,
     .group = ServerGroup::Identity,
     .isDefault = true,
     .repeats = true,
     .holdsWords = true,
     .tellsKinds = true,
     .sources = {{{hardware, "id", [](const JsonReader &) { return keyOf(RowKind::BareMetal); }},
                  {guests, "id", [](const JsonReader &) { return keyOf(RowKind::Virtual); }}}}},
    {.key = "id",
     .title = QT_TRANSLATE_NOOP("Columns", "ID"),
     .description = QT_TRANSLATE_NOOP(
         "Columns", "The number of the server in the API; bare metal and virtual servers are counted apart."),
     .type = ColumnType::Integer,
     .group = ServerGroup::Identity,
     .identifies = true,
     .sources = {{{servers, "id", [](const JsonReader &row) { return cell(row["id"].integer()); }}}}},
    {.key = "hostname",
     .title = QT_TRANSLATE_NOOP("Columns", "Host name"),
     .description = QT_TRANSLATE_NOOP("Columns", "The first part of the full name."),
     .type = ColumnType::Text,
     .group = ServerGroup::Identity,
     .sources = {{{servers, "hostname",
                   [](const JsonReader &row) { return cell(row["hostname"].rawText()); }}}}},
    {.key = "domain",
     .title = QT_TRANSLATE_NOOP("Columns", "Domain"),
     .description = QT_TRANSLATE_NOOP("Columns", "The full name without the host name."),
     .type = ColumnType::Text,
     .group = ServerGroup::Identity,
     .repeats = true,
     .sources = {{{servers, "domain", [](const JsonReader &row) { return cell(row["domain"].rawText()); }}}}},
    {.key = "fqdn",
     .title = QT_TRANSLATE_NOOP("Columns", "Name"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "The full name, host name and domain; it need not be unique."),
     .type = ColumnType::Text,
     .group = ServerGroup::Identity,
     .isDefault = true,
     .sources = {{{servers, "fullyQualifiedDomainName",
                   [](const JsonReader &row) { return cell(row["fullyQualifiedDomainName"].rawText()); }}}}},
    {.key = "state",
     .title = QT_TRANSLATE_NOOP("Columns", "State"),
     .description = QT_TRANSLATE_NOOP(
         "Columns", "The state of a bare metal server, or of the device of a virtual one; its power "
                    "where that is not told."),
     .type = ColumnType::Text,
     .group = ServerGroup::Status,
     .isDefault = true,
     .repeats = true,
     .holdsWords = true,
     .sources = {{{hardware, "hardwareStatus.id,hardwareStatus.status",
                   [](const JsonReader &row) { return cell(row["hardwareStatus"]["status"].text()); }},
                  {guests,
                   "deviceStatus.id,deviceStatus.keyName,deviceStatus.name,status.keyName,status.name",
                   guestState}}}},
    {.key = "datacenter",
     .title = QT_TRANSLATE_NOOP("Columns", "Datacenter"),
     .description = QT_TRANSLATE_NOOP("Columns", "The datacenter that the server stands in."),
     .type = ColumnType::Text,
     .group = ServerGroup::Datacenter,
     .isDefault = true,
     .repeats = true,
     .sources = {{{servers, "datacenter.id,datacenter.name",
                   [](const JsonReader &row) { return cell(row["datacenter"]["name"].rawText()); }}}}},
    {.key = "public_ip",
     .title = QT_TRANSLATE_NOOP("Columns", "Public IP"),
     .description = QT_TRANSLATE_NOOP("Columns", "The primary address on the public network."),
     .type = ColumnType::Text,
     .group = ServerGroup::Addresses,
     .topic = ColumnTopic::Network,
     .isDefault = true,
     .holdsAddress = true,
     .sources = {{{servers, "primaryIpAddress",
                   [](const JsonReader &row) { return cell(row["primaryIpAddress"].rawText()); }}}}},
    {.key = "private_ip",
     .title = QT_TRANSLATE_NOOP("Columns", "Private IP"),
     .description = QT_TRANSLATE_NOOP("Columns", "The primary address on the private network."),
     .type = ColumnType::Text,
     .group = ServerGroup::Addresses,
     .topic = ColumnTopic::Network,
     .isDefault = true,
     .holdsAddress = true,
     .sources = {{{servers, "primaryBackendIpAddress",
                   [](const JsonReader &row) { return cell(row["primaryBackendIpAddress"].rawText()); }}}}},
    {.key = "management_ip",
     .title = QT_TRANSLATE_NOOP("Columns", "Management IP"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "The address of the remote management card (IPMI); bare metal only."),
     .type = ColumnType::Text,
     .group = ServerGroup::Management,
     .topic = ColumnTopic::Network,
     .holdsAddress = true,
     .sources = {{{hardware, "networkManagementIpAddress",
                   [](const JsonReader &row) {
                       return cell(row["networkManagementIpAddress"].rawText());
                   }}}}},
    {.key = "cores",
     .title = QT_TRANSLATE_NOOP("Columns", "Cores"),
     .description = QT_TRANSLATE_NOOP("Columns", "Physical cores, or the virtual cores of a virtual server."),
     .type = ColumnType::Integer,
     .group = ServerGroup::Size,
     .topic = ColumnTopic::Hardware,
     .isDefault = true,
     .isSummable = true,
     .sources = {{{hardware, "processorPhysicalCoreAmount",
                   [](const JsonReader &row) { return amount(row["processorPhysicalCoreAmount"]); }},
                  {guests, "maxCpu", [](const JsonReader &row) { return amount(row["maxCpu"]); }}}}},
    {.key = "memory_gb",
     .title = QT_TRANSLATE_NOOP("Columns", "RAM GB"),
     .description = QT_TRANSLATE_NOOP("Columns", "Memory in GB."),
     .unit = "GB",
     .type = ColumnType::Decimal,
     .group = ServerGroup::Size,
     .topic = ColumnTopic::Hardware,
     .isDefault = true,
     .isSummable = true,
     .sources = {{{hardware, "memoryCapacity",
                   [](const JsonReader &row) { return cell(row["memoryCapacity"].decimal()); }},
                  {guests, "maxMemory", guestMemory}}}},
    {.key = "os",
     .title = QT_TRANSLATE_NOOP("Columns", "OS"),
     .description = QT_TRANSLATE_NOOP("Columns", "The operating system and its version."),
     .type = ColumnType::Text,
     .group = ServerGroup::Software,
     .topic = ColumnTopic::Hardware,
     .isDefault = true,
     .repeats = true,
     .sources = {{{servers, operatingSystemMask, operatingSystem}}}},
    {.key = "tags",
     .title = QT_TRANSLATE_NOOP("Columns", "Tags"),
     .description = QT_TRANSLATE_NOOP("Columns", "All tags, in the order of the API."),
     .type = ColumnType::Text,
     .group = ServerGroup::Tags,
     .isDefault = true,
     .repeats = true,
     .isList = true,
     .sources = {{{servers, tagsMask, tagNames}}}},
    {.key = "pool",
     .title = QT_TRANSLATE_NOOP("Columns", "Pool"),
     .description = QT_TRANSLATE_NOOP(
         "Columns", "The bandwidth pool that the server belongs to; empty if it is in none."),
     .type = ColumnType::Text,
     .group = ServerGroup::Pool,
     .topic = ColumnTopic::Traffic,
     .isDefault = true,
     .repeats = true,
     .link = ColumnSpec::Link{RowKind::Pool, ServerColumn::PoolId},
     .sources = {{{servers, poolMask, pool}}}},
    {.key = "pool_id",
     .title = QT_TRANSLATE_NOOP("Columns", "Pool ID"),
     .description = QT_TRANSLATE_NOOP("Columns", "The number of the bandwidth pool in the API."),
     .type = ColumnType::Integer,
     .group = ServerGroup::Pool,
     .topic = ColumnTopic::Traffic,
     .sources = {{{servers, poolMask, poolId}}}},
    {.key = "billing",
     .title = QT_TRANSLATE_NOOP("Columns", "Billing"),
     .description = QT_TRANSLATE_NOOP("Columns", "Billed by the hour or by the month."),
     .type = ColumnType::Text,
     .group = ServerGroup::Billing,
     .topic = ColumnTopic::Cost,
     .repeats = true,
     .holdsWords = true,
     .sources = {{{servers, "hourlyBillingFlag", billing}}}},
    {.key = "fee_month_usd",
     .title = QT_TRANSLATE_NOOP("Columns", "$/month"),
     .description = QT_TRANSLATE_NOOP(
         "Columns", "What the next invoice charges for the server and its parts, in US dollars."),
     .unit = "USD/month",
     .type = ColumnType::Decimal,
     .group = ServerGroup::Fee,
     .topic = ColumnTopic::Cost,
     .isDefault = true,
     .isSummable = true,
     .shownDecimals = 2,
     .sources = {{{servers, feeMask, monthlyFee}}}},
    {.key = "out_public_gb",
     .title = QT_TRANSLATE_NOOP("Columns", "Out GB"),
     .description = QT_TRANSLATE_NOOP("Columns", "Public traffic out since the start of the billing cycle."),
     .unit = "GB",
     .type = ColumnType::Decimal,
     .group = ServerGroup::Outbound,
     .topic = ColumnTopic::Traffic,
     .isDefault = true,
     .isSummable = true,
     .shownDecimals = 1,
     .sources =
         {{{servers, "outboundPublicBandwidthUsage",
            [](const JsonReader &row) { return cell(row["outboundPublicBandwidthUsage"].decimal()); }}}}},
    {.key = "in_public_gb",
     .title = QT_TRANSLATE_NOOP("Columns", "In GB"),
     .description = QT_TRANSLATE_NOOP("Columns", "Public traffic in since the start of the billing cycle."),
     .unit = "GB",
     .type = ColumnType::Decimal,
     .group = ServerGroup::Inbound,
     .topic = ColumnTopic::Traffic,
     .isSummable = true,
     .shownDecimals = 1,
     .sources =
         {{{servers, "inboundPublicBandwidthUsage",
            [](const JsonReader &row) { return cell(row["inboundPublicBandwidthUsage"].decimal()); }}}}},
    {.key = "projected_public_gb",
     .title = QT_TRANSLATE_NOOP("Columns", "Projected GB"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "Public traffic out that is expected by the end of the billing cycle."),
     .unit = "GB",
     .type = ColumnType::Decimal,
     .group = ServerGroup::Projection,
     .topic = ColumnTopic::Traffic,
     .isSummable = true,
     .shownDecimals = 1,
     .sources =
         {{{servers, "projectedPublicBandwidthUsage",
            [](const JsonReader &row) { return cell(row["projectedPublicBandwidthUsage"].decimal()); }}}}},
    {.key = "allocation_gb",
     .title = QT_TRANSLATE_NOOP("Columns", "Allocation GB"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "Public traffic out that is included in the price each billing cycle."),
     .unit = "GB",
     .type = ColumnType::Decimal,
     .group = ServerGroup::Allocation,
     .topic = ColumnTopic::Traffic,
     .isSummable = true,
     .sources = {{{servers, "bandwidthAllocation",
                   [](const JsonReader &row) { return cell(row["bandwidthAllocation"].decimal()); }}}}},
    {.key = "owner",
     .title = QT_TRANSLATE_NOOP("Columns", "Owner"),
     .description = QT_TRANSLATE_NOOP("Columns", "The user who ordered the server."),
     .type = ColumnType::Text,
     .group = ServerGroup::Owner,
     .repeats = true,
     .sources = {{{servers, ownerMask, owner}}}},
    {.key = "notes",
     .title = QT_TRANSLATE_NOOP("Columns", "Notes"),
     .description = QT_TRANSLATE_NOOP("Columns", "The notes that people wrote about the server."),
     .type = ColumnType::Text,
     .group = ServerGroup::Notes,
     .sources = {{{servers, "notes", [](const JsonReader &row) { return cell(row["notes"].rawText()); }}}}},
    {.key = "created",
     .title = QT_TRANSLATE_NOOP("Columns", "Created"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "When a bare metal server was provisioned, or a virtual one created."),
     .type = ColumnType::Timestamp,
     .group = ServerGroup::Created,
     .sources = {{{hardware, "provisionDate",
                   [](const JsonReader &row) { return cell(row["provisionDate"].timestamp()); }},
                  {guests, "createDate",
                   [](const JsonReader &row) { return cell(row["createDate"].timestamp()); }}}}},
    {.key = "transaction",
     .title = QT_TRANSLATE_NOOP("Columns", "Transaction"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "What is being done to the server now; empty if nothing is."),
     .type = ColumnType::Text,
     .group = ServerGroup::Transaction,
     .repeats = true,
     .sources = {{{servers, transactionMask, transaction}}}},
    {.key = "serial",
     .title = QT_TRANSLATE_NOOP("Columns", "Serial"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "The serial number that SoftLayer gave the machine; bare metal only."),
     .type = ColumnType::Text,
     .group = ServerGroup::Serials,
     .topic = ColumnTopic::Hardware,
     .sources = {{{hardware, "serialNumber",
                   [](const JsonReader &row) { return cell(row["serialNumber"].rawText()); }}}}},
    {.key = "manufacturer_serial",
     .title = QT_TRANSLATE_NOOP("Columns", "Manufacturer serial"),
     .description = QT_TRANSLATE_NOOP(
         "Columns", "The serial number that the manufacturer gave the machine; bare metal only."),
     .type = ColumnType::Text,
     .group = ServerGroup::Serials,
     .topic = ColumnTopic::Hardware,
     .sources = {{{hardware, "manufacturerSerialNumber",
                   [](const JsonReader &row) { return cell(row["manufacturerSerialNumber"].rawText()); }}}}},
    {.key = "chassis",
     .title = QT_TRANSLATE_NOOP("Columns", "Chassis"),
     .description = QT_TRANSLATE_NOOP("Columns", "The model of the chassis; bare metal only."),
     .type = ColumnType::Text,
     .group = ServerGroup::Chassis,
     .topic = ColumnTopic::Hardware,
     .repeats = true,
     .sources = {{{hardware, "hardwareChassis.id,hardwareChassis.name",
                   [](const JsonReader &row) { return cell(row["hardwareChassis"]["name"].rawText()); }}}}},
    {.key = "public_vlan",
     .title = QT_TRANSLATE_NOOP("Columns", "Public VLAN"),
     .description = QT_TRANSLATE_NOOP("Columns", "The VLANs on the public network."),
     .type = ColumnType::Text,
     .group = ServerGroup::Vlans,
     .topic = ColumnTopic::Network,
     .repeats = true,
     .isList = true,
     .sources = {{{servers, vlansMask, [](const JsonReader &row) { return vlans(row, "PUBLIC"_L1); }}}}},
    {.key = "private_vlan",
     .title = QT_TRANSLATE_NOOP("Columns", "Private VLAN"),
     .description = QT_TRANSLATE_NOOP("Columns", "The VLANs on the private network."),
     .type = ColumnType::Text,
     .group = ServerGroup::Vlans,
     .topic = ColumnTopic::Network,
     .repeats = true,
     .isList = true,
     .sources = {{{servers, vlansMask, [](const JsonReader &row) { return vlans(row, "PRIVATE"_L1); }}}}},
    {.key = "vlan_id",
     .title = QT_TRANSLATE_NOOP("Columns", "VLAN IDs"),
     .description = QT_TRANSLATE_NOOP("Columns", "The numbers of all its VLANs in the API."),
     .type = ColumnType::Text,
     .group = ServerGroup::Vlans,
     .topic = ColumnTopic::Network,
     .repeats = true,
     .isList = true,
     .sources = {{{servers, vlansMask, vlanIds}}}},
    {.key = "global_id",
     .title = QT_TRANSLATE_NOOP("Columns", "Global ID"),
     .description = QT_TRANSLATE_NOOP("Columns", "The identifier that is unique over all of the cloud."),
     .type = ColumnType::Text,
     .group = ServerGroup::GlobalId,
     .sources = {{{servers, "globalIdentifier",
                   [](const JsonReader &row) { return cell(row["globalIdentifier"].rawText()); }}}}},
    {.key = "power",
     .title = QT_TRANSLATE_NOOP("Columns", "Power"),
     .description = QT_TRANSLATE_NOOP("Columns", "Whether a virtual server runs, asked of its host; slow."),
     .type = ColumnType::Text,
     .group = ServerGroup::Power,
     .repeats = true,
     .holdsWords = true,
     .isSlow = true,
     .sources = {{{guests, "powerState.keyName,powerState.name",
                   [](const JsonReader &row) { return cell(row["powerState"]["keyName"].text()); }}}}},
    {.key = "private_only",
     .title = QT_TRANSLATE_NOOP("Columns", "Private only"),
     .description = QT_TRANSLATE_NOOP("Columns", "Whether the server has no public network."),
     .type = ColumnType::Flag,
     .group = ServerGroup::Addresses,
     .topic = ColumnTopic::Network,
     .sources = {{{servers, "privateNetworkOnlyFlag",
                   [](const JsonReader &row) { return cell(row["privateNetworkOnlyFlag"].flag()); }}}}},
    {.key = "next_bill",
     .title = QT_TRANSLATE_NOOP("Columns", "Next bill"),
     .description = QT_TRANSLATE_NOOP("Columns", "When the server is billed next."),
     .type = ColumnType::Timestamp,
     .group = ServerGroup::Fee,
     .topic = ColumnTopic::Cost,
     .sources =
         {{{servers, "billingItem.id,billingItem.nextBillDate",
            [](const JsonReader &row) { return cell(row["billingItem"]["nextBillDate"].timestamp()); }}}}},
    {.key = "cancellation",
     .title = QT_TRANSLATE_NOOP("Columns", "Cancellation"),
     .description = QT_TRANSLATE_NOOP("Columns", "When the server was, or will be, cancelled."),
     .type = ColumnType::Timestamp,
     .group = ServerGroup::Fee,
     .topic = ColumnTopic::Cost,
     .sources = {{{servers, "billingItem.id,billingItem.cancellationDate",
                   [](const JsonReader
                          &row) { return cell(row["billingItem"]["cancellationDate"].timestamp()); }}}}},
    {.key = "row_state",
     .title = QT_TRANSLATE_NOOP("Columns", "Completeness"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "Whether everything asked for of this server came, and if not, why."),
     .type = ColumnType::Text,
     .group = ServerGroup::Identity,
     .repeats = true,
     .holdsWords = true},
};
static_assert(std::size(columns) == ServerColumn::Count);

/// The only thing that tells whether some of them run.
GroupSet followUp(const InventoryTable &table, const ColumnSet &wanted)
{
    return wanted.test(ServerColumn::State) && needsPower(table) ? GroupSet(1U << ServerGroup::Power)
                                                                 : GroupSet();
}

constexpr ColumnIndex groupColumns[] = {ServerColumn::Datacenter, ServerColumn::Kind,  ServerColumn::Os,
                                        ServerColumn::Owner,      ServerColumn::State, ServerColumn::Tags,
                                        ServerColumn::Pool};

/// What names a server, where it is reached and what it costs come first, so that a small window has them;
/// all of them fit one of 1440 dots. Traffic is what the pools' table is about.
constexpr ColumnIndex firstColumns[] = {
    ServerColumn::Fqdn,       ServerColumn::State,       ServerColumn::PublicIp, ServerColumn::PrivateIp,
    ServerColumn::Datacenter, ServerColumn::FeeMonthUsd, ServerColumn::Cores,    ServerColumn::MemoryGb,
    ServerColumn::Os,         ServerColumn::Tags,        ServerColumn::Pool,     ServerColumn::Kind};

/// As one word of a filter.
QString named(QLatin1StringView column, QString name)
{
    return column + u"=\""_s + name.remove(u'"') + u'"';
}

/// Volumes name those who may mount them (softlayer-kinds §2.14), of each kind in a column of its own.
QString volumeWords(const InventoryTable &table, int row)
{
    const bool isHardware = table.key(row).kind == RowKind::BareMetal;
    return named(isHardware ? "hosts_hardware"_L1 : "hosts_virtual"_L1, table.text(row, ServerColumn::Fqdn));
}

/// Billing items name their servers (softlayer-kinds §2.27).
QString billingWords(const InventoryTable &table, int row)
{
    const QString host = named("hostname"_L1, table.text(row, ServerColumn::Hostname));
    if (!table.hasValue(row, ServerColumn::Domain))
        return host;
    return host + u' ' + named("domain"_L1, table.text(row, ServerColumn::Domain));
}

constexpr Relation relations[] = {
    {.key = "vlans",
     .title = QT_TRANSLATE_NOOP("Kinds", "VLANs of this server"),
     .table = "vlans",
     .column = ServerColumn::VlanId,
     .word = "id"},
    {.key = "subnets",
     .title = QT_TRANSLATE_NOOP("Kinds", "Subnets on its VLANs"),
     .table = "subnets",
     .column = ServerColumn::VlanId,
     .word = "vlan_id"},
    {.key = "block-storage",
     .title = QT_TRANSLATE_NOOP("Kinds", "Block storage that it may mount"),
     .table = "block-storage",
     .column = ServerColumn::Fqdn,
     .words = volumeWords},
    {.key = "file-storage",
     .title = QT_TRANSLATE_NOOP("Kinds", "File storage that it may mount"),
     .table = "file-storage",
     .column = ServerColumn::Fqdn,
     .words = volumeWords},
    {.key = "billing-items",
     .title = QT_TRANSLATE_NOOP("Kinds", "What it is charged by"),
     .table = "billing-items",
     .column = ServerColumn::Hostname,
     .words = billingWords},
};

constexpr AttentionNode attention[] = {
    {.id = "transactions",
     .title = QT_TRANSLATE_NOOP("Kinds", "In transaction"),
     .description =
         QT_TRANSLATE_NOOP("Kinds", "Servers to which something is being done right now; the column "
                                    "“Transaction” says what."),
     .place = 3,
     .column = ServerColumn::Transaction},
    {.id = "refused",
     .title = QT_TRANSLATE_NOOP("Kinds", "Not permitted"),
     .description =
         QT_TRANSLATE_NOOP("Kinds", "Servers of which this key may not see all that was asked for."),
     .place = 5,
     .column = ServerColumn::RowState,
     .text = "refused"},
};

constexpr ColumnIndex countedColumns[] = {ServerColumn::Transaction};

constexpr RowKind kinds[] = {RowKind::BareMetal, RowKind::Virtual};

constexpr KindSpec specs[] = {
    {.kind = RowKind::BareMetal,
     .key = "bare_metal",
     .fileKey = "bare-metal",
     .sheet = "vBareMetal",
     .plural = QT_TRANSLATE_NOOP("Kinds", "bare metal servers"),
     .goTo = QT_TRANSLATE_NOOP("Kinds", "Go to server “%1”"),
     .service = "SoftLayer_Hardware_Server",
     .list = {"getHardware", "hardware", "hardwareCount"},
     .needsCast = true,
     .comesInBatches = true,
     .isCounted = true},
    {.kind = RowKind::Virtual,
     .key = "virtual",
     .fileKey = "virtual",
     .sheet = "vVirtual",
     .plural = QT_TRANSLATE_NOOP("Kinds", "virtual servers"),
     .goTo = QT_TRANSLATE_NOOP("Kinds", "Go to server “%1”"),
     .service = "SoftLayer_Virtual_Guest",
     .list = {"getVirtualGuests", "virtualGuests", "virtualGuestCount"},
     .comesInBatches = true,
     .isCounted = true},
};

} // namespace

const Catalogue &serverCatalogue()
{
    static const Catalogue catalogue(columns, ServerGroup::Count, "fqdn"_L1);
    return catalogue;
}

const TableSpec serversTable{.key = "servers",
                             .category = Category::General,
                             .place = 10,
                             .sheet = "vServers",
                             .catalogue = serverCatalogue,
                             .kinds = kinds,
                             .specs = specs,
                             .title = QT_TRANSLATE_NOOP("Kinds", "Servers"),
                             .plural = QT_TRANSLATE_NOOP("Kinds", "servers"),
                             //: Hint in the filter field. "dc:" and "ram>" are filter words and stay as
                             //: they are.
                             .filterHint =
                                 QT_TRANSLATE_NOOP("Kinds", "Filter by any word, or dc:dal10 ram>64"),
                             .counted = QT_TRANSLATE_N_NOOP("Kinds", "%Ln server(s)"),
                             .groupColumns = groupColumns,
                             .firstColumns = firstColumns,
                             .relations = relations,
                             .attention = attention,
                             .placeColumn = ServerColumn::Datacenter,
                             .countedColumns = countedColumns,
                             .complete = completeServerState,
                             .followUp = followUp};

} // namespace layerscope
