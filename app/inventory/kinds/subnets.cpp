// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/columnkit.h"
#include "inventory/inventorytable.h"
#include "inventory/kinds.h"
#include "inventory/relations.h"

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

namespace Column {
enum : ColumnIndex {
    Network,
    Id,
    Prefix,
    Version,
    Type,
    Space,
    Datacenter,
    Pod,
    Vlan,
    VlanId,
    Gateway,
    TotalIps,
    UsableIps,
    UsedIps,
    TargetIp,
    TargetHardware,
    TargetHardwareId,
    TargetGuest,
    TargetGuestId
};
}

/// Counts are relations (softlayer-kinds §2.2): each comes by itself, so that a slow one holds up no other.
namespace Group {
enum : int {
    Identity,
    Space,
    Place,
    Vlan,
    Used,
    Target,
    TargetHardware,
    TargetGuest,
    Hardware,
    Guests,
    Tags,
    Note,
    Fee,
    Routing,
    Role,
    Count
};
}

/// The local number is null where the subnet is not routed, and may be absent.
CellValue vlanId(const JsonReader &subnet)
{
    const std::optional<qint64> id = subnet["networkVlanId"].integer();
    return cell(id ? id : subnet["networkVlan"]["id"].integer());
}

/// "" stands for none.
CellValue text(const JsonReader &reader)
{
    const std::optional<QString> text = reader.rawText();
    return text && !text->isEmpty() ? CellValue(*text) : CellValue();
}

constexpr const char *targetHardwareMask =
    "endPointIpAddress.id,endPointIpAddress.hardware.id,endPointIpAddress.hardware.fullyQualifiedDomainName";
constexpr const char *targetGuestMask = "endPointIpAddress.id,endPointIpAddress.virtualGuest.id,"
                                        "endPointIpAddress.virtualGuest.fullyQualifiedDomainName";

constexpr KindSet subnets{RowKind::Subnet};

/// API facts: softlayer-kinds §2.2.
constexpr ColumnSpec columns[] = {
    {.key = "id",
     .title = QT_TRANSLATE_NOOP("Columns", "ID"),
     .description = QT_TRANSLATE_NOOP("Columns", "The number of the subnet in the API."),
     .type = ColumnType::Integer,
     .group = Group::Identity,
     .identifies = true,
     .sources = {{{subnets, "id", [](const JsonReader &subnet) { return cell(subnet["id"].integer()); }}}}},
    {.key = "network",
     .title = QT_TRANSLATE_NOOP("Columns", "Network"),
     .description = QT_TRANSLATE_NOOP("Columns", "The first address of the subnet."),
     .type = ColumnType::Text,
     .group = Group::Identity,
     .isDefault = true,
     .holdsAddress = true,
     .sources = {{{subnets, "networkIdentifier",
                   [](const JsonReader &subnet) { return cell(subnet["networkIdentifier"].rawText()); }}}}},
    {.key = "prefix_length",
     .title = QT_TRANSLATE_NOOP("Columns", "Prefix"),
     .description = QT_TRANSLATE_NOOP("Columns", "How many bits of an address say which subnet it is in."),
     .type = ColumnType::Integer,
     .group = Group::Identity,
     .topic = ColumnTopic::Network,
     .isDefault = true,
     .sources = {{{subnets, "cidr",
                   [](const JsonReader &subnet) { return cell(subnet["cidr"].integer()); }}}}},
    {.key = "ip_version",
     .title = QT_TRANSLATE_NOOP("Columns", "IP version"),
     .description = QT_TRANSLATE_NOOP("Columns", "4 or 6."),
     .type = ColumnType::Integer,
     .group = Group::Identity,
     .topic = ColumnTopic::Network,
     .sources = {{{subnets, "version",
                   [](const JsonReader &subnet) { return cell(subnet["version"].integer()); }}}}},
    {.key = "type",
     .title = QT_TRANSLATE_NOOP("Columns", "Type"),
     .description = QT_TRANSLATE_NOOP("Columns", "Primary, portable or static, in the words of the API."),
     .type = ColumnType::Text,
     .group = Group::Identity,
     .isDefault = true,
     .repeats = true,
     .holdsWords = true,
     .sample = "Additional primary",
     .sources = {{{subnets, "subnetType",
                   [](const JsonReader &subnet) { return cell(subnet["subnetType"].text()); }}}}},
    {.key = "address_space",
     .title = QT_TRANSLATE_NOOP("Columns", "Space"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "Public or private, by its addresses; its VLAN need not be the same."),
     .type = ColumnType::Text,
     .group = Group::Space,
     .topic = ColumnTopic::Network,
     .isDefault = true,
     .repeats = true,
     .holdsWords = true,
     .sources = {{{subnets, "addressSpace",
                   [](const JsonReader &subnet) { return cell(subnet["addressSpace"].text()); }}}}},
    {.key = "datacenter",
     .title = QT_TRANSLATE_NOOP("Columns", "Datacenter"),
     .description = QT_TRANSLATE_NOOP("Columns", "The datacenter that the subnet is in."),
     .type = ColumnType::Text,
     .group = Group::Place,
     .isDefault = true,
     .repeats = true,
     .sources = {{{subnets, "datacenter.id,datacenter.name",
                   [](const JsonReader &subnet) { return cell(subnet["datacenter"]["name"].rawText()); }}}}},
    {.key = "pod",
     .title = QT_TRANSLATE_NOOP("Columns", "Pod"),
     .description = QT_TRANSLATE_NOOP("Columns", "The pod of the datacenter that the subnet is in."),
     .type = ColumnType::Text,
     .group = Group::Place,
     .topic = ColumnTopic::Network,
     .repeats = true,
     .sources = {{{subnets, "podName",
                   [](const JsonReader &subnet) { return cell(subnet["podName"].rawText()); }}}}},
    {.key = "vlan",
     .title = QT_TRANSLATE_NOOP("Columns", "VLAN"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "The VLAN that the subnet is on; empty if it is not routed."),
     .type = ColumnType::Text,
     .group = Group::Vlan,
     .topic = ColumnTopic::Network,
     .isDefault = true,
     .repeats = true,
     .link = ColumnSpec::Link{RowKind::Vlan, Column::VlanId},
     .sources = {{{subnets, "networkVlanId,networkVlan.id,networkVlan.fullyQualifiedName",
                   [](const JsonReader &subnet) {
                       return cell(subnet["networkVlan"]["fullyQualifiedName"].rawText());
                   }}}}},
    {.key = "vlan_id",
     .title = QT_TRANSLATE_NOOP("Columns", "VLAN ID"),
     .description = QT_TRANSLATE_NOOP("Columns", "The number of the VLAN in the API."),
     .type = ColumnType::Integer,
     .group = Group::Vlan,
     .topic = ColumnTopic::Network,
     .sources = {{{subnets, "networkVlanId,networkVlan.id,networkVlan.fullyQualifiedName",
                   [](const JsonReader &subnet) { return vlanId(subnet); }}}}},
    {.key = "gateway",
     .title = QT_TRANSLATE_NOOP("Columns", "Gateway"),
     .description = QT_TRANSLATE_NOOP("Columns", "The address that leads out of the subnet."),
     .type = ColumnType::Text,
     .group = Group::Identity,
     .topic = ColumnTopic::Network,
     .isDefault = true,
     .holdsAddress = true,
     .sources = {{{subnets, "gateway", [](const JsonReader &subnet) { return text(subnet["gateway"]); }}}}},
    // A /64 has more than a number of 64 bits holds: as the API says it.
    {.key = "total_ip_count",
     .title = QT_TRANSLATE_NOOP("Columns", "Addresses"),
     .description = QT_TRANSLATE_NOOP("Columns", "How many addresses the subnet has."),
     .type = ColumnType::Text,
     .group = Group::Identity,
     .topic = ColumnTopic::Network,
     .holdsNumbers = true,
     .sources = {{{subnets, "totalIpAddresses",
                   [](const JsonReader &subnet) { return cell(subnet["totalIpAddresses"].rawText()); }}}}},
    {.key = "usable_ip_count",
     .title = QT_TRANSLATE_NOOP("Columns", "Usable"),
     .description = QT_TRANSLATE_NOOP("Columns", "How many of its addresses devices can have."),
     .type = ColumnType::Text,
     .group = Group::Identity,
     .topic = ColumnTopic::Network,
     .isDefault = true,
     .holdsNumbers = true,
     .sources =
         {{{subnets, "usableIpAddressCount",
            [](const JsonReader &subnet) { return cell(subnet["usableIpAddressCount"].rawText()); }}}}},
    {.key = "used_ip_count",
     .title = QT_TRANSLATE_NOOP("Columns", "Used"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "How many of its addresses are in use; known of primary subnets."),
     .type = ColumnType::Integer,
     .group = Group::Used,
     .topic = ColumnTopic::Network,
     .isSummable = true,
     .sources = {{{subnets, "utilizedIpAddressCount",
                   [](const JsonReader &subnet) { return amount(subnet["utilizedIpAddressCount"]); }}}}},
    {.key = "target_ip",
     .title = QT_TRANSLATE_NOOP("Columns", "Routed to"),
     .description = QT_TRANSLATE_NOOP("Columns", "The address that a static subnet is routed to."),
     .type = ColumnType::Text,
     .group = Group::Target,
     .topic = ColumnTopic::Network,
     .holdsAddress = true,
     .sources = {{{subnets, "endPointIpAddress.id,endPointIpAddress.ipAddress",
                   [](const JsonReader
                          &subnet) { return cell(subnet["endPointIpAddress"]["ipAddress"].rawText()); }}}}},
    // Of an address whichever server has it (softlayer-kinds §2.2, the addresses' own columns).
    {.key = "target_hardware",
     .title = QT_TRANSLATE_NOOP("Columns", "Routed to bare metal"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "The bare metal server that has the address it is routed to."),
     .type = ColumnType::Text,
     .group = Group::TargetHardware,
     .topic = ColumnTopic::Contents,
     .repeats = true,
     .link = ColumnSpec::Link{RowKind::BareMetal, Column::TargetHardwareId},
     .sources = {{{subnets, targetHardwareMask,
                   [](const JsonReader &subnet) {
                       return cell(
                           subnet["endPointIpAddress"]["hardware"]["fullyQualifiedDomainName"].rawText());
                   }}}}},
    {.key = "target_hardware_id",
     .title = QT_TRANSLATE_NOOP("Columns", "Bare metal ID"),
     .description = QT_TRANSLATE_NOOP(
         "Columns", "The number in the API of the bare metal server that it is routed to."),
     .type = ColumnType::Integer,
     .group = Group::TargetHardware,
     .topic = ColumnTopic::Contents,
     .sources = {{{subnets, targetHardwareMask,
                   [](const JsonReader &subnet) {
                       return cell(subnet["endPointIpAddress"]["hardware"]["id"].integer());
                   }}}}},
    {.key = "target_virtual",
     .title = QT_TRANSLATE_NOOP("Columns", "Routed to virtual"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "The virtual server that has the address it is routed to."),
     .type = ColumnType::Text,
     .group = Group::TargetGuest,
     .topic = ColumnTopic::Contents,
     .repeats = true,
     .link = ColumnSpec::Link{RowKind::Virtual, Column::TargetGuestId},
     .sources = {{{subnets, targetGuestMask,
                   [](const JsonReader &subnet) {
                       return cell(
                           subnet["endPointIpAddress"]["virtualGuest"]["fullyQualifiedDomainName"].rawText());
                   }}}}},
    {.key = "target_virtual_id",
     .title = QT_TRANSLATE_NOOP("Columns", "Virtual ID"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "The number in the API of the virtual server that it is routed to."),
     .type = ColumnType::Integer,
     .group = Group::TargetGuest,
     .topic = ColumnTopic::Contents,
     .sources = {{{subnets, targetGuestMask,
                   [](const JsonReader &subnet) {
                       return cell(subnet["endPointIpAddress"]["virtualGuest"]["id"].integer());
                   }}}}},
    {.key = "hardware_count",
     .title = QT_TRANSLATE_NOOP("Columns", "Bare metal"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "How many bare metal servers have their primary address in it."),
     .type = ColumnType::Integer,
     .group = Group::Hardware,
     .topic = ColumnTopic::Contents,
     .isDefault = true,
     .isSummable = true,
     .sources = {{{subnets, "hardwareCount",
                   [](const JsonReader &subnet) { return amount(subnet["hardwareCount"]); }}}}},
    {.key = "virtual_count",
     .title = QT_TRANSLATE_NOOP("Columns", "Virtual"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "How many virtual servers have their primary address in it."),
     .type = ColumnType::Integer,
     .group = Group::Guests,
     .topic = ColumnTopic::Contents,
     .isDefault = true,
     .isSummable = true,
     .sources = {{{subnets, "virtualGuestCount",
                   [](const JsonReader &subnet) { return amount(subnet["virtualGuestCount"]); }}}}},
    {.key = "tags",
     .title = QT_TRANSLATE_NOOP("Columns", "Tags"),
     .description = QT_TRANSLATE_NOOP("Columns", "All tags, in the order of the API."),
     .type = ColumnType::Text,
     .group = Group::Tags,
     .repeats = true,
     .isList = true,
     .sources = {{{subnets, tagsMask, tagNames}}}},
    {.key = "note",
     .title = QT_TRANSLATE_NOOP("Columns", "Note"),
     .description = QT_TRANSLATE_NOOP("Columns", "What people noted about the subnet."),
     .type = ColumnType::Text,
     .group = Group::Note,
     .isDefault = true,
     .sources = {{{subnets, "note", [](const JsonReader &subnet) { return text(subnet["note"]); }}}}},
    {.key = "fee_month_usd",
     .title = QT_TRANSLATE_NOOP("Columns", "$/month"),
     .description = QT_TRANSLATE_NOOP(
         "Columns", "What the next invoice charges for the subnet, in US dollars; empty if it is free."),
     .unit = "USD/month",
     .type = ColumnType::Decimal,
     .group = Group::Fee,
     .topic = ColumnTopic::Cost,
     .isSummable = true,
     .shownDecimals = 2,
     .sources = {{{subnets, feeMask, monthlyFee}}}},
    {.key = "routing",
     .title = QT_TRANSLATE_NOOP("Columns", "Routing"),
     .description = QT_TRANSLATE_NOOP("Columns", "How it is routed, in the words of the API."),
     .group = Group::Routing,
     .topic = ColumnTopic::Network,
     .repeats = true,
     .holdsWords = true,
     .sources = {{from<"routingTypeKeyName", ReadAs::Word>(subnets)}}},
    {.key = "role",
     .title = QT_TRANSLATE_NOOP("Columns", "Role"),
     .description = QT_TRANSLATE_NOOP("Columns", "What it is for, in the words of the API."),
     .group = Group::Role,
     .topic = ColumnTopic::Network,
     .repeats = true,
     .holdsWords = true,
     .sources = {{from<"roleKeyName", ReadAs::Word>(subnets)}}},
    {.key = "broadcast",
     .title = QT_TRANSLATE_NOOP("Columns", "Broadcast"),
     .description = QT_TRANSLATE_NOOP("Columns", "Its broadcast address; empty if it has none."),
     .group = Group::Identity,
     .topic = ColumnTopic::Network,
     .holdsAddress = true,
     .sources = {{from<"broadcastAddress", ReadAs::Word>(subnets)}}},
    {.key = "netmask",
     .title = QT_TRANSLATE_NOOP("Columns", "Netmask"),
     .description = QT_TRANSLATE_NOOP("Columns", "Its size as a mask; IPv6 has none."),
     .group = Group::Identity,
     .topic = ColumnTopic::Network,
     .repeats = true,
     .sources = {{from<"netmask", ReadAs::Word>(subnets)}}},
    {.key = "customer_owned",
     .title = QT_TRANSLATE_NOOP("Columns", "Own"),
     .description = QT_TRANSLATE_NOOP("Columns", "Whether the account brought it."),
     .type = ColumnType::Flag,
     .group = Group::Identity,
     .topic = ColumnTopic::Network,
     .sources = {{from<"isCustomerOwned", ReadAs::Flag>(subnets)}}},
    kit::modified(subnets, Group::Identity),
    {.key = "row_state",
     .title = QT_TRANSLATE_NOOP("Columns", "Completeness"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "Whether everything asked for of this subnet came, and if not, why."),
     .type = ColumnType::Text,
     .group = Group::Identity,
     .repeats = true,
     .holdsWords = true},
};

constexpr RowKind kinds[] = {RowKind::Subnet};

constexpr KindSpec specs[] = {
    {.kind = RowKind::Subnet,
     .key = "subnet",
     .plural = QT_TRANSLATE_NOOP("Kinds", "subnets of the account"),
     .singular = QT_TRANSLATE_NOOP("Kinds", "Subnet"),
     .goTo = QT_TRANSLATE_NOOP("Kinds", "Go to subnet “%1”"),
     .service = "SoftLayer_Network_Subnet",
     .list = {"getSubnets", "subnets", "subnetCount"},
     .comesInBatches = true,
     .isCounted = true},
};

/// The API counts servers by their primary addresses, too (softlayer-kinds §2.2).
QString wordsForServers(const InventoryTable &table, int row)
{
    if (!table.hasValue(row, Column::Prefix) || !table.hasValue(row, Column::Space))
        return {};
    const bool isPublic = table.text(row, Column::Space) == "PUBLIC"_L1;
    return wordsForNetwork(table.text(row, Column::Network), table.bits(row, Column::Prefix),
                           isPublic ? "public_ip"_L1 : "private_ip"_L1);
}

constexpr Relation relations[] = {
    {.key = "servers",
     .title = QT_TRANSLATE_NOOP("Kinds", "Servers in this subnet"),
     .table = "servers",
     .column = Column::Network,
     .words = wordsForServers},
};

const Catalogue &catalogue()
{
    static const Catalogue catalogue(columns, Group::Count, "network"_L1);
    return catalogue;
}

} // namespace

extern const TableSpec subnetsTable;
const TableSpec subnetsTable{.key = "subnets",
                             .category = Category::Network,
                             .place = 20,
                             .sheet = "vSubnets",
                             .catalogue = catalogue,
                             .kinds = kinds,
                             .specs = specs,
                             .title = QT_TRANSLATE_NOOP("Kinds", "Subnets"),
                             .plural = QT_TRANSLATE_NOOP("Kinds", "subnets"),
                             .filterHint =
                                 QT_TRANSLATE_NOOP("Kinds", "Filter by any word, or dc:dal10 type:primary"),
                             .counted = QT_TRANSLATE_N_NOOP("Kinds", "%Ln subnet(s)"),
                             .relations = relations};

} // namespace layerscope
