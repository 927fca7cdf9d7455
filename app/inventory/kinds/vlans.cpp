// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/cellreading.h"
#include "inventory/kinds.h"

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

namespace Column {
enum : ColumnIndex { QualifiedName, Id, Number, Name };
}

/// Counts are relations (softlayer-kinds §2.1): each comes by itself, so that a slow one holds up no other.
namespace Group {
enum : int {
    Identity,
    Place,
    Type,
    Router,
    Gateway,
    Firewall,
    Subnets,
    Hardware,
    Guests,
    Trunks,
    Tags,
    Fee,
    Count
};
}

constexpr KindSet vlans{RowKind::Vlan};

/// API facts: softlayer-kinds §2.1.
constexpr ColumnSpec columns[] = {
    {.key = "id",
     .title = QT_TRANSLATE_NOOP("Columns", "ID"),
     .description = QT_TRANSLATE_NOOP("Columns", "The number of the VLAN in the API."),
     .type = ColumnType::Integer,
     .group = Group::Identity,
     .identifies = true,
     .sources = {{{vlans, "id", [](const JsonReader &vlan) { return cell(vlan["id"].integer()); }}}}},
    {.key = "vlan_number",
     .title = QT_TRANSLATE_NOOP("Columns", "Number"),
     .description = QT_TRANSLATE_NOOP("Columns", "The VLAN's number on its router; other pods have it, too."),
     .type = ColumnType::Integer,
     .group = Group::Identity,
     .isDefault = true,
     .isName = true,
     .sources = {{{vlans, "vlanNumber",
                   [](const JsonReader &vlan) { return cell(vlan["vlanNumber"].integer()); }}}}},
    {.key = "name",
     .title = QT_TRANSLATE_NOOP("Columns", "Name"),
     .description = QT_TRANSLATE_NOOP("Columns", "The name that people gave the VLAN; many have none."),
     .type = ColumnType::Text,
     .group = Group::Identity,
     .isDefault = true,
     .sources = {{{vlans, "name", [](const JsonReader &vlan) { return cell(vlan["name"].rawText()); }}}}},
    {.key = "qualified_name",
     .title = QT_TRANSLATE_NOOP("Columns", "VLAN"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "Datacenter, router and number; each VLAN has one of its own."),
     .type = ColumnType::Text,
     .group = Group::Identity,
     .isDefault = true,
     .sources = {{{vlans, "fullyQualifiedName",
                   [](const JsonReader &vlan) { return cell(vlan["fullyQualifiedName"].rawText()); }}}}},
    // Absent on Direct Link VLANs.
    {.key = "network_space",
     .title = QT_TRANSLATE_NOOP("Columns", "Network"),
     .description = QT_TRANSLATE_NOOP("Columns", "Public or private; empty on VLANs of a direct link."),
     .type = ColumnType::Text,
     .group = Group::Identity,
     .topic = ColumnTopic::Network,
     .isDefault = true,
     .repeats = true,
     .holdsWords = true,
     .sources = {{{vlans, "networkSpace",
                   [](const JsonReader &vlan) { return cell(vlan["networkSpace"].text()); }}}}},
    {.key = "datacenter",
     .title = QT_TRANSLATE_NOOP("Columns", "Datacenter"),
     .description = QT_TRANSLATE_NOOP("Columns", "The datacenter that the VLAN is in."),
     .type = ColumnType::Text,
     .group = Group::Place,
     .isDefault = true,
     .repeats = true,
     .sources = {{{vlans, "datacenter.id,datacenter.name",
                   [](const JsonReader &vlan) { return cell(vlan["datacenter"]["name"].rawText()); }}}}},
    {.key = "pod",
     .title = QT_TRANSLATE_NOOP("Columns", "Pod"),
     .description = QT_TRANSLATE_NOOP("Columns", "The pod of the datacenter that the VLAN is in."),
     .type = ColumnType::Text,
     .group = Group::Place,
     .topic = ColumnTopic::Network,
     .repeats = true,
     .sources = {{{vlans, "podName",
                   [](const JsonReader &vlan) { return cell(vlan["podName"].rawText()); }}}}},
    {.key = "type",
     .title = QT_TRANSLATE_NOOP("Columns", "Type"),
     .description = QT_TRANSLATE_NOOP("Columns", "What the VLAN is for, in the words of the API."),
     .type = ColumnType::Text,
     .group = Group::Type,
     .repeats = true,
     .holdsWords = true,
     .sources = {{{vlans, "type.id,type.keyName",
                   [](const JsonReader &vlan) { return cell(vlan["type"]["keyName"].text()); }}}}},
    {.key = "router",
     .title = QT_TRANSLATE_NOOP("Columns", "Router"),
     .description = QT_TRANSLATE_NOOP("Columns", "The router that the VLAN hangs on."),
     .type = ColumnType::Text,
     .group = Group::Router,
     .topic = ColumnTopic::Network,
     .repeats = true,
     .sources = {{{vlans, "primaryRouter.id,primaryRouter.hostname",
                   [](const JsonReader &vlan) {
                       return cell(vlan["primaryRouter"]["hostname"].rawText());
                   }}}}},
    {.key = "gateway",
     .title = QT_TRANSLATE_NOOP("Columns", "Gateway"),
     .description = QT_TRANSLATE_NOOP("Columns", "The gateway appliance that the VLAN is routed through."),
     .type = ColumnType::Text,
     .group = Group::Gateway,
     .topic = ColumnTopic::Network,
     .isDefault = true,
     .repeats = true,
     .sources = {{{vlans, "attachedNetworkGateway.id,attachedNetworkGateway.name",
                   [](const JsonReader &vlan) {
                       return cell(vlan["attachedNetworkGateway"]["name"].rawText());
                   }}}}},
    {.key = "gateway_id",
     .title = QT_TRANSLATE_NOOP("Columns", "Gateway ID"),
     .description = QT_TRANSLATE_NOOP("Columns", "The number of the gateway appliance in the API."),
     .type = ColumnType::Integer,
     .group = Group::Gateway,
     .topic = ColumnTopic::Network,
     .sources = {{{vlans, "attachedNetworkGateway.id,attachedNetworkGateway.name",
                   [](const JsonReader &vlan) {
                       return cell(vlan["attachedNetworkGateway"]["id"].integer());
                   }}}}},
    {.key = "firewall",
     .title = QT_TRANSLATE_NOOP("Columns", "Firewall"),
     .description = QT_TRANSLATE_NOOP("Columns", "The firewall that stands before the VLAN."),
     .type = ColumnType::Text,
     .group = Group::Firewall,
     .topic = ColumnTopic::Network,
     .isDefault = true,
     .repeats = true,
     .sources = {{{vlans, "networkVlanFirewall.id,networkVlanFirewall.fullyQualifiedDomainName",
                   [](const JsonReader &vlan) {
                       return cell(vlan["networkVlanFirewall"]["fullyQualifiedDomainName"].rawText());
                   }}}}},
    {.key = "firewall_id",
     .title = QT_TRANSLATE_NOOP("Columns", "Firewall ID"),
     .description = QT_TRANSLATE_NOOP("Columns", "The number of the firewall in the API."),
     .type = ColumnType::Integer,
     .group = Group::Firewall,
     .topic = ColumnTopic::Network,
     .sources = {{{vlans, "networkVlanFirewall.id,networkVlanFirewall.fullyQualifiedDomainName",
                   [](const JsonReader &vlan) {
                       return cell(vlan["networkVlanFirewall"]["id"].integer());
                   }}}}},
    {.key = "subnet_count",
     .title = QT_TRANSLATE_NOOP("Columns", "Subnets"),
     .description = QT_TRANSLATE_NOOP("Columns", "How many subnets are on the VLAN."),
     .type = ColumnType::Integer,
     .group = Group::Subnets,
     .topic = ColumnTopic::Contents,
     .isDefault = true,
     .isSummable = true,
     .sources = {{{vlans, "subnetCount",
                   [](const JsonReader &vlan) { return amount(vlan["subnetCount"]); }}}}},
    {.key = "hardware_count",
     .title = QT_TRANSLATE_NOOP("Columns", "Bare metal"),
     .description = QT_TRANSLATE_NOOP("Columns", "How many bare metal servers have an interface on it."),
     .type = ColumnType::Integer,
     .group = Group::Hardware,
     .topic = ColumnTopic::Contents,
     .isDefault = true,
     .isSummable = true,
     .sources = {{{vlans, "hardwareCount",
                   [](const JsonReader &vlan) { return amount(vlan["hardwareCount"]); }}}}},
    {.key = "virtual_count",
     .title = QT_TRANSLATE_NOOP("Columns", "Virtual"),
     .description = QT_TRANSLATE_NOOP("Columns", "How many virtual servers have an interface on it."),
     .type = ColumnType::Integer,
     .group = Group::Guests,
     .topic = ColumnTopic::Contents,
     .isDefault = true,
     .isSummable = true,
     .sources = {{{vlans, "virtualGuestCount",
                   [](const JsonReader &vlan) { return amount(vlan["virtualGuestCount"]); }}}}},
    {.key = "trunk_count",
     .title = QT_TRANSLATE_NOOP("Columns", "Trunks"),
     .description = QT_TRANSLATE_NOOP(
         "Columns", "How many ports carry the VLAN as a trunk, as far as this key may see their servers."),
     .type = ColumnType::Integer,
     .group = Group::Trunks,
     .topic = ColumnTopic::Network,
     .isSummable = true,
     .sources = {{{vlans, "networkComponentTrunkCount",
                   [](const JsonReader &vlan) { return amount(vlan["networkComponentTrunkCount"]); }}}}},
    {.key = "tags",
     .title = QT_TRANSLATE_NOOP("Columns", "Tags"),
     .description = QT_TRANSLATE_NOOP("Columns", "All tags, in the order of the API."),
     .type = ColumnType::Text,
     .group = Group::Tags,
     .isDefault = true,
     .repeats = true,
     .isList = true,
     .sources = {{{vlans, tagsMask, tagNames}}}},
    // No billing item: an automatic VLAN, which costs nothing and is not billed as 0.
    {.key = "fee_month_usd",
     .title = QT_TRANSLATE_NOOP("Columns", "$/month"),
     .description = QT_TRANSLATE_NOOP(
         "Columns", "What the next invoice charges for the VLAN, in US dollars; empty if it is free."),
     .unit = "USD/month",
     .type = ColumnType::Decimal,
     .group = Group::Fee,
     .topic = ColumnTopic::Cost,
     .isSummable = true,
     .shownDecimals = 2,
     .sources = {{{vlans, feeMask, monthlyFee}}}},
    {.key = "row_state",
     .title = QT_TRANSLATE_NOOP("Columns", "Completeness"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "Whether everything asked for of this VLAN came, and if not, why."),
     .type = ColumnType::Text,
     .group = Group::Identity,
     .repeats = true,
     .holdsWords = true},
};

constexpr RowKind kinds[] = {RowKind::Vlan};

constexpr KindSpec specs[] = {
    {.kind = RowKind::Vlan,
     .key = "vlan",
     .plural = QT_TRANSLATE_NOOP("Kinds", "VLANs"),
     .singular = QT_TRANSLATE_NOOP("Kinds", "VLAN"),
     .goTo = QT_TRANSLATE_NOOP("Kinds", "Go to VLAN “%1”"),
     .service = "SoftLayer_Network_Vlan",
     .list = {"getNetworkVlans", "networkVlans", "networkVlanCount"},
     .comesInBatches = true,
     .isCounted = true},
};

constexpr Relation relations[] = {
    {.key = "servers",
     .title = QT_TRANSLATE_NOOP("Kinds", "Servers on this VLAN"),
     .table = "servers",
     .column = Column::Id,
     .word = "vlan_id"},
    {.key = "subnets",
     .title = QT_TRANSLATE_NOOP("Kinds", "Subnets on this VLAN"),
     .table = "subnets",
     .column = Column::Id,
     .word = "vlan_id"},
};

const Catalogue &catalogue()
{
    static const Catalogue catalogue(columns, Group::Count, "qualified_name"_L1);
    return catalogue;
}

} // namespace

extern const TableSpec vlansTable;
const TableSpec vlansTable{.key = "vlans",
                           .sheet = "vVLANs",
                           .catalogue = catalogue,
                           .kinds = kinds,
                           .specs = specs,
                           .title = QT_TRANSLATE_NOOP("Kinds", "VLANs"),
                           .filterHint =
                               QT_TRANSLATE_NOOP("Kinds", "Filter by any word, or dc:dal10 subnet_count>8"),
                           .counted = QT_TRANSLATE_N_NOOP("Kinds", "%Ln VLAN(s)"),
                           .relations = relations};

} // namespace layerscope
