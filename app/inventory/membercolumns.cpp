// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/cellreading.h"
#include "inventory/columncatalogue.h"

namespace layerscope {

namespace {

/// What is said of hardware holds for guests.
constexpr ColumnSpec ofServers(ColumnSpec column)
{
    column.guestMask = column.hardwareMask;
    column.decodeGuest = column.decodeHardware;
    return column;
}

/// Controllers too; of these only number and name are known (softlayer-api §7.7).
constexpr ColumnSpec ofAll(ColumnSpec column)
{
    column.controllerMask = column.hardwareMask;
    column.decodeController = column.decodeHardware;
    return ofServers(column);
}

constexpr const char *allotmentMask =
    "bandwidthAllotmentDetail.id,bandwidthAllotmentDetail.effectiveDate,"
    "bandwidthAllotmentDetail.endEffectiveDate,bandwidthAllotmentDetail.allocation.id,"
    "bandwidthAllotmentDetail.allocation.amount";

/// In the order of MemberColumn and of product §4. API facts: softlayer-api §6.2 to §6.5. The pool and the
/// share of its use are known by whoever asked the pool (loaders/memberloader.h).
constexpr ColumnSpec columns[] = {
    ofAll({.key = "pool_id",
           .title = QT_TRANSLATE_NOOP("Columns", "Pool ID"),
           .description = QT_TRANSLATE_NOOP("Columns", "The number of the bandwidth pool in the API."),
           .type = ColumnType::Integer,
           .group = MemberGroup::Identity,
           .hardwareMask = "id",
           .origin = "(pool) id"}),
    ofAll({.key = "pool",
           .title = QT_TRANSLATE_NOOP("Columns", "Pool"),
           .description = QT_TRANSLATE_NOOP("Columns", "The bandwidth pool that the device belongs to."),
           .type = ColumnType::Text,
           .group = MemberGroup::Identity,
           .isDefault = true,
           .repeats = true,
           .hardwareMask = "id",
           .origin = "(pool) name"}),
    ofAll(
        {.key = "kind",
         .title = QT_TRANSLATE_NOOP("Columns", "Kind"),
         .description = QT_TRANSLATE_NOOP(
             "Columns", "Bare metal or virtual server, bare metal instance, or controller; or what this key "
                        "may not see."),
         .type = ColumnType::Text,
         .group = MemberGroup::Identity,
         .isDefault = true,
         .repeats = true,
         .holdsWords = true,
         .hardwareMask = "id"}),
    ofAll({.key = "id",
           .title = QT_TRANSLATE_NOOP("Columns", "ID"),
           .description = QT_TRANSLATE_NOOP(
               "Columns", "The number of the device in the API; each kind is counted apart."),
           .type = ColumnType::Integer,
           .group = MemberGroup::Identity,
           .hardwareMask = "id"}),
    [] {
        ColumnSpec name =
            ofServers({.key = "fqdn",
                       .title = QT_TRANSLATE_NOOP("Columns", "Name"),
                       .description = QT_TRANSLATE_NOOP(
                           "Columns", "The full name, host name and domain; it need not be unique."),
                       .type = ColumnType::Text,
                       .group = MemberGroup::Identity,
                       .isDefault = true,
                       .hardwareMask = "fullyQualifiedDomainName",
                       .decodeHardware = [](const JsonReader &row) {
                           return cell(row["fullyQualifiedDomainName"].rawText());
                       }});
        name.controllerMask = "name";
        name.decodeController = [](const JsonReader &row) { return cell(row["name"].rawText()); };
        return name;
    }(),
    ofServers(
        {.key = "datacenter",
         .title = QT_TRANSLATE_NOOP("Columns", "Datacenter"),
         .description = QT_TRANSLATE_NOOP("Columns", "The datacenter that the server stands in."),
         .type = ColumnType::Text,
         .group = MemberGroup::Place,
         .isDefault = true,
         .repeats = true,
         .hardwareMask = "datacenter.id,datacenter.name",
         .decodeHardware = [](const JsonReader &row) { return cell(row["datacenter"]["name"].rawText()); }}),
    ofServers(
        {.key = "public_ip",
         .title = QT_TRANSLATE_NOOP("Columns", "Public IP"),
         .description = QT_TRANSLATE_NOOP("Columns", "The primary address on the public network."),
         .type = ColumnType::Text,
         .group = MemberGroup::Place,
         .isDefault = true,
         .hardwareMask = "primaryIpAddress",
         .decodeHardware = [](const JsonReader &row) { return cell(row["primaryIpAddress"].rawText()); }}),
    ofServers({.key = "allocation_gb",
               .title = QT_TRANSLATE_NOOP("Columns", "Allocation GB"),
               .description = QT_TRANSLATE_NOOP(
                   "Columns", "Public traffic out that the device brings into the pool each billing cycle."),
               .unit = "GB",
               .type = ColumnType::Decimal,
               .group = MemberGroup::Allotment,
               .isDefault = true,
               .isSummable = true,
               .hardwareMask = allotmentMask,
               .decodeHardware =
                   [](const JsonReader &row) {
                       return cell(row["bandwidthAllotmentDetail"]["allocation"]["amount"].decimal());
                   }}),
    ofServers(
        {.key = "out_public_gb",
         .title = QT_TRANSLATE_NOOP("Columns", "Out GB"),
         .description =
             QT_TRANSLATE_NOOP("Columns", "Public traffic out since the start of the billing cycle."),
         .unit = "GB",
         .type = ColumnType::Decimal,
         .group = MemberGroup::Outbound,
         .isDefault = true,
         .isSummable = true,
         .shownDecimals = 1,
         .hardwareMask = "outboundPublicBandwidthUsage",
         .decodeHardware =
             [](const JsonReader &row) { return cell(row["outboundPublicBandwidthUsage"].decimal()); }}),
    ofServers({.key = "in_public_gb",
               .title = QT_TRANSLATE_NOOP("Columns", "In GB"),
               .description =
                   QT_TRANSLATE_NOOP("Columns", "Public traffic in since the start of the billing cycle."),
               .unit = "GB",
               .type = ColumnType::Decimal,
               .group = MemberGroup::Inbound,
               .isSummable = true,
               .shownDecimals = 1,
               .hardwareMask = "inboundPublicBandwidthUsage",
               .decodeHardware =
                   [](const JsonReader &row) { return cell(row["inboundPublicBandwidthUsage"].decimal()); }}),
    ofServers(
        {.key = "projected_public_gb",
         .title = QT_TRANSLATE_NOOP("Columns", "Projected GB"),
         .description = QT_TRANSLATE_NOOP(
             "Columns", "Public traffic out that is expected by the end of the billing cycle."),
         .unit = "GB",
         .type = ColumnType::Decimal,
         .group = MemberGroup::Projection,
         .isSummable = true,
         .shownDecimals = 1,
         .hardwareMask = "projectedPublicBandwidthUsage",
         .decodeHardware =
             [](const JsonReader &row) { return cell(row["projectedPublicBandwidthUsage"].decimal()); }}),
    ofServers(
        {.key = "pool_share_percent",
         .title = QT_TRANSLATE_NOOP("Columns", "Share of pool"),
         .description =
             QT_TRANSLATE_NOOP("Columns", "The device's traffic out in percent of that of its pool."),
         .unit = "%",
         .type = ColumnType::Decimal,
         .group = MemberGroup::Share,
         .isDefault = true,
         .shownDecimals = 1,
         .hardwareMask = "outboundPublicBandwidthUsage",
         // What is to be divided; the whole is added by whoever asked the pool.
         .origin = "outboundPublicBandwidthUsage,(pool) outboundPublicBandwidthUsage",
         .decodeHardware =
             [](const JsonReader &row) { return cell(row["outboundPublicBandwidthUsage"].decimal()); }}),
    ofServers({.key = "since",
               .title = QT_TRANSLATE_NOOP("Columns", "Since"),
               .description = QT_TRANSLATE_NOOP("Columns", "Since when the device is in the pool."),
               .type = ColumnType::Timestamp,
               .group = MemberGroup::Allotment,
               .hardwareMask = allotmentMask,
               .decodeHardware =
                   [](const JsonReader &row) {
                       return cell(row["bandwidthAllotmentDetail"]["effectiveDate"].timestamp());
                   }}),
    ofServers({.key = "leaves",
               .title = QT_TRANSLATE_NOOP("Columns", "Leaves"),
               .description =
                   QT_TRANSLATE_NOOP("Columns", "When the device leaves the pool; empty if it is to stay."),
               .type = ColumnType::Timestamp,
               .group = MemberGroup::Allotment,
               .hardwareMask = allotmentMask,
               .decodeHardware =
                   [](const JsonReader &row) {
                       return cell(row["bandwidthAllotmentDetail"]["endEffectiveDate"].timestamp());
                   }}),
    ColumnSpec{.key = "row_state",
               .title = QT_TRANSLATE_NOOP("Columns", "Row state"),
               .description = QT_TRANSLATE_NOOP(
                   "Columns", "Whether everything asked for of this device came, and if not, why."),
               .type = ColumnType::Text,
               .group = MemberGroup::Identity,
               .repeats = true,
               .holdsWords = true},
};
static_assert(std::size(columns) == MemberColumn::Count);

} // namespace

const Catalogue &memberCatalogue()
{
    static const Catalogue catalogue(columns, MemberGroup::Count, MemberColumn::Fqdn);
    return catalogue;
}

} // namespace layerscope
