// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plural.h"
#include "inventory/cellreading.h"
#include "inventory/inventorytable.h"
#include "inventory/kinds.h"
#include "inventory/rowpatch.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// The texts of the row that stands for what is not visible; a struct, so that lupdate knows their context.
struct PoolRemainderText
{
    Q_DECLARE_TR_FUNCTIONS(PoolRemainder)
};

/// The row that stands for what is not visible has the cells of a server, and lacks them: nothing is asked
/// for it.
constexpr KindSet servers = {RowKind::BareMetal, RowKind::Virtual, RowKind::BareMetalInstance,
                             RowKind::NotVisible};
/// Of these only number and name are known (softlayer-api §7.7).
constexpr KindSet controllers = {RowKind::Controller};
constexpr KindSet all = servers | controllers;

/// With the pool that it belongs to: see ownPool().
constexpr const char *allotmentMask =
    "bandwidthAllotmentDetail.id,bandwidthAllotmentDetail.bandwidthAllotmentId,bandwidthAllotmentDetail."
    "effectiveDate,"
    "bandwidthAllotmentDetail.endEffectiveDate,bandwidthAllotmentDetail.allocation.id,"
    "bandwidthAllotmentDetail.allocation.amount";

/// In the order of product §4. API facts: softlayer-api §6.2 to §6.5. The pool and the
/// share of its use come from the pool; see complete().
constexpr ColumnSpec columns[] = {
    {.key = "pool_id",
     .title = QT_TRANSLATE_NOOP("Columns", "Pool ID"),
     .description = QT_TRANSLATE_NOOP("Columns", "The number of the bandwidth pool in the API."),
     .type = ColumnType::Integer,
     .group = MemberGroup::Identity,
     .topic = ColumnTopic::Traffic,
     .identifies = true,
     .origin = "(pool) id",
     .sources = {{{all, "id"}}}},
    {.key = "pool",
     .title = QT_TRANSLATE_NOOP("Columns", "Pool"),
     .description = QT_TRANSLATE_NOOP("Columns", "The bandwidth pool that the device belongs to."),
     .type = ColumnType::Text,
     .group = MemberGroup::Identity,
     .topic = ColumnTopic::Traffic,
     .isDefault = true,
     .repeats = true,
     .origin = "(pool) name",
     .sources = {{{all, "id"}}}},
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
     .sources = {{{all, "id"}}}},
    {.key = "id",
     .title = QT_TRANSLATE_NOOP("Columns", "ID"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "The number of the device in the API; each kind is counted apart."),
     .type = ColumnType::Integer,
     .group = MemberGroup::Identity,
     .identifies = true,
     .sources = {{{all, "id"}}}},
    {.key = "fqdn",
     .title = QT_TRANSLATE_NOOP("Columns", "Name"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "The full name, host name and domain; it need not be unique."),
     .type = ColumnType::Text,
     .group = MemberGroup::Identity,
     .isDefault = true,
     .sources = {{{servers, "fullyQualifiedDomainName",
                   [](const JsonReader &row) { return cell(row["fullyQualifiedDomainName"].rawText()); }},
                  {controllers, "name", [](const JsonReader &row) { return cell(row["name"].rawText()); }}}}},
    {.key = "datacenter",
     .title = QT_TRANSLATE_NOOP("Columns", "Datacenter"),
     .description = QT_TRANSLATE_NOOP("Columns", "The datacenter that the server stands in."),
     .type = ColumnType::Text,
     .group = MemberGroup::Place,
     .isDefault = true,
     .repeats = true,
     .sources = {{{servers, "datacenter.id,datacenter.name",
                   [](const JsonReader &row) { return cell(row["datacenter"]["name"].rawText()); }}}}},
    {.key = "public_ip",
     .title = QT_TRANSLATE_NOOP("Columns", "Public IP"),
     .description = QT_TRANSLATE_NOOP("Columns", "The primary address on the public network."),
     .type = ColumnType::Text,
     .group = MemberGroup::Place,
     .topic = ColumnTopic::Network,
     .isDefault = true,
     .holdsAddress = true,
     .sources = {{{servers, "primaryIpAddress",
                   [](const JsonReader &row) { return cell(row["primaryIpAddress"].rawText()); }}}}},
    {.key = "allocation_gb",
     .title = QT_TRANSLATE_NOOP("Columns", "Allocation GB"),
     .description = QT_TRANSLATE_NOOP(
         "Columns", "Public traffic out that the device brings into the pool each billing cycle."),
     .unit = "GB",
     .type = ColumnType::Decimal,
     .group = MemberGroup::Allotment,
     .topic = ColumnTopic::Traffic,
     .isDefault = true,
     .isSummable = true,
     .sources = {{{servers, allotmentMask,
                   [](const JsonReader &row) {
                       return cell(row["bandwidthAllotmentDetail"]["allocation"]["amount"].decimal());
                   }}}}},
    {.key = "out_public_gb",
     .title = QT_TRANSLATE_NOOP("Columns", "Out GB"),
     .description = QT_TRANSLATE_NOOP("Columns", "Public traffic out since the start of the billing cycle."),
     .unit = "GB",
     .type = ColumnType::Decimal,
     .group = MemberGroup::Outbound,
     .topic = ColumnTopic::Traffic,
     .isDefault = true,
     .isSummable = true,
     .shownDecimals = 1,
     .sources = {{{servers, "outboundPublicBandwidthUsage",
                   [](const JsonReader &row) {
                       return cell(row["outboundPublicBandwidthUsage"].decimal());
                   }}}}},
    {.key = "in_public_gb",
     .title = QT_TRANSLATE_NOOP("Columns", "In GB"),
     .description = QT_TRANSLATE_NOOP("Columns", "Public traffic in since the start of the billing cycle."),
     .unit = "GB",
     .type = ColumnType::Decimal,
     .group = MemberGroup::Inbound,
     .topic = ColumnTopic::Traffic,
     .isSummable = true,
     .shownDecimals = 1,
     .sources = {{{servers, "inboundPublicBandwidthUsage",
                   [](const JsonReader &row) {
                       return cell(row["inboundPublicBandwidthUsage"].decimal());
                   }}}}},
    {.key = "projected_public_gb",
     .title = QT_TRANSLATE_NOOP("Columns", "Projected GB"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "Public traffic out that is expected by the end of the billing cycle."),
     .unit = "GB",
     .type = ColumnType::Decimal,
     .group = MemberGroup::Projection,
     .topic = ColumnTopic::Traffic,
     .isSummable = true,
     .shownDecimals = 1,
     .sources = {{{servers, "projectedPublicBandwidthUsage",
                   [](const JsonReader &row) {
                       return cell(row["projectedPublicBandwidthUsage"].decimal());
                   }}}}},
    {.key = "pool_share_percent",
     .title = QT_TRANSLATE_NOOP("Columns", "Share of pool"),
     .description = QT_TRANSLATE_NOOP("Columns", "The device's traffic out in percent of that of its pool."),
     .unit = "%",
     .type = ColumnType::Decimal,
     .group = MemberGroup::Share,
     .topic = ColumnTopic::Traffic,
     .isDefault = true,
     .shownDecimals = 1,
     // What is to be divided; the whole is the pool's. See completeShare().
     .origin = "outboundPublicBandwidthUsage,(pool) outboundPublicBandwidthUsage",
     .sources = {{{servers, "outboundPublicBandwidthUsage",
                   [](const JsonReader &row) {
                       return cell(row["outboundPublicBandwidthUsage"].decimal());
                   }}}}},
    {.key = "since",
     .title = QT_TRANSLATE_NOOP("Columns", "Since"),
     .description = QT_TRANSLATE_NOOP("Columns", "Since when the device is in the pool."),
     .type = ColumnType::Timestamp,
     .group = MemberGroup::Allotment,
     .sources = {{{servers, allotmentMask,
                   [](const JsonReader &row) {
                       return cell(row["bandwidthAllotmentDetail"]["effectiveDate"].timestamp());
                   }}}}},
    {.key = "leaves",
     .title = QT_TRANSLATE_NOOP("Columns", "Leaves"),
     .description = QT_TRANSLATE_NOOP("Columns", "When the device leaves the pool; empty if it is to stay."),
     .type = ColumnType::Timestamp,
     .group = MemberGroup::Allotment,
     .sources = {{{servers, allotmentMask,
                   [](const JsonReader &row) {
                       return cell(row["bandwidthAllotmentDetail"]["endEffectiveDate"].timestamp());
                   }}}}},
    {.key = "row_state",
     .title = QT_TRANSLATE_NOOP("Columns", "Completeness"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "Whether everything asked for of this device came, and if not, why."),
     .type = ColumnType::Text,
     .group = MemberGroup::Identity,
     .repeats = true,
     .holdsWords = true},
};
static_assert(std::size(columns) == MemberColumn::Count);

/// What members show in the pools' columns.
constexpr std::array<ColumnIndex, PoolColumn::Count> columnsBelowPools = [] {
    std::array<ColumnIndex, PoolColumn::Count> below{};
    below.fill(-1);
    below[PoolColumn::Id] = MemberColumn::Id;
    below[PoolColumn::Name] = MemberColumn::Fqdn;
    below[PoolColumn::Region] = MemberColumn::Datacenter;
    below[PoolColumn::Type] = MemberColumn::Kind;
    below[PoolColumn::AllocationGb] = MemberColumn::AllocationGb;
    below[PoolColumn::OutPublicGb] = MemberColumn::OutPublicGb;
    below[PoolColumn::InPublicGb] = MemberColumn::InPublicGb;
    below[PoolColumn::UsedPercent] = MemberColumn::PoolSharePercent;
    below[PoolColumn::ProjectedPublicGb] = MemberColumn::ProjectedPublicGb;
    below[PoolColumn::Created] = MemberColumn::Since;
    below[PoolColumn::Ends] = MemberColumn::Leaves;
    below[PoolColumn::PublicIp] = MemberColumn::PublicIp;
    below[PoolColumn::RowState] = MemberColumn::RowState;
    return below;
}();

/// What the pool says of the devices that no list shows. Its allocation is a whole number, and the sum of
/// theirs (softlayer-api §6.4); traffic goes on between two calls.
constexpr SharedSum sums[] = {
    {PoolColumn::AllocationGb, MemberColumn::AllocationGb, -1, SharedSum::Slack{1, 0}},
    {PoolColumn::OutPublicGb, MemberColumn::OutPublicGb, MemberColumn::PoolSharePercent,
     SharedSum::Slack{1, 1}},
    {PoolColumn::InPublicGb, MemberColumn::InPublicGb}};

/// Bare metal comes from two: the API lists those without a public network by themselves (softlayer-api
/// §6.4).
constexpr ListBelow lists[] = {{RowKind::BareMetal, PoolColumn::HardwareCount},
                               {RowKind::BareMetal, PoolColumn::PrivateNetworkOnlyCount,
                                ListRelation{"getPrivateNetworkOnlyHardware", "privateNetworkOnlyHardware",
                                             "privateNetworkOnlyHardwareCount"}},
                               {RowKind::Virtual, PoolColumn::VirtualCount},
                               {RowKind::BareMetalInstance, PoolColumn::BareMetalInstanceCount},
                               {RowKind::Controller, PoolColumn::ControllerCount}};

/// Members come with several relations each; slcli's page size for such rows (softlayer-api §4.4).
constexpr int pageSize = 100;

constexpr GroupSet only(int group)
{
    return GroupSet(1U << static_cast<unsigned>(group));
}

/// How many there are, and what they and those that are not visible have a share of. Its allocation in any
/// case: without it no count of none is believed (provenBy), and it comes with the list, or beside the
/// counts.
GroupSet groupsOfPool(GroupSet wanted)
{
    GroupSet groups = only(PoolGroup::Devices) | only(PoolGroup::Terms);
    if (wanted.test(MemberGroup::Outbound) || wanted.test(MemberGroup::Inbound) ||
        wanted.test(MemberGroup::Share))
        groups |= only(PoolGroup::Usage);
    return groups;
}

/// The amount in it becomes its part of what the pool has; unknown if that is.
void completeShare(const InventoryTable &pools, std::optional<int> pool, RowPatch &answer)
{
    const auto amount = std::find_if(answer.values.begin(), answer.values.end(), [](const auto &value) {
        return value.first == MemberColumn::PoolSharePercent;
    });
    std::optional<Decimal> share;
    if (amount != answer.values.end() && pool && pools.hasValue(*pool, PoolColumn::OutPublicGb)) {
        share = percentage(std::get<Decimal>(amount->second), pools.decimal(*pool, PoolColumn::OutPublicGb));
    }
    if (share)
        amount->second = *share;
    else if (amount != answer.values.end())
        answer.values.erase(amount);

    if (const ApiError *failure = pool ? pools.failure(*pool, PoolGroup::Usage) : nullptr) {
        answer.loaded.reset(MemberGroup::Share);
        answer.failed.emplace_back(MemberGroup::Share, *failure);
    }
}

/// What only the pool can tell of its member.
void complete(const InventoryTable &pools, RowKey poolKey, RowPatch &answer)
{
    const std::optional<int> pool = pools.find(poolKey);
    const auto put = [&answer](ColumnIndex column, CellValue value) {
        answer.values.emplace_back(column, std::move(value));
    };
    if (answer.loaded.test(MemberGroup::Identity)) {
        put(MemberColumn::PoolId, poolKey.id);
        put(MemberColumn::Pool, pool ? pools.value(*pool, PoolColumn::Name) : CellValue());
    }
    if (answer.loaded.test(MemberGroup::Share))
        completeShare(pools, pool, answer);
}

/// By its share of the allocation, which is one's only (softlayer-api §6.5).
std::optional<qint64> ownPool(const JsonReader &device)
{
    JsonIssues ignored; // it stands where its list has it, then
    return device.withIssues(ignored)["bandwidthAllotmentDetail"]["bandwidthAllotmentId"].integer();
}

QString missingName(qint64 devices, bool hasFailed)
{
    const int plural = pluralOf(devices);
    if (devices == 0)
        return PoolRemainderText::tr("Some members could not be listed");
    return hasFailed ? PoolRemainderText::tr("%Ln device(s) could not be listed", nullptr, plural)
                     : PoolRemainderText::tr("%Ln device(s) not visible to this key", nullptr, plural);
}

QString restName(qint64 devices, bool hasFailed, qint64 elsewhere, const QStringList &names)
{
    if (elsewhere == 0)
        return missingName(devices, hasFailed);
    QString moved =
        PoolRemainderText::tr("%Ln device(s) shown in another pool", nullptr, pluralOf(elsewhere));
    if (!names.isEmpty())
        //: %1 is "2 devices shown in another pool", %2 are their names, each with its pool.
        moved = PoolRemainderText::tr("%1: %2").arg(moved, names.join(u", "_s));
    if (devices == 0 && !hasFailed)
        return moved;
    //: %1 is "2 devices not visible to this key", %2 is "1 device shown in another pool".
    return PoolRemainderText::tr("%1, %2").arg(missingName(devices, hasFailed), moved);
}

QString restMoved()
{
    return PoolRemainderText::tr(
        "The lists of two pools have the same device, so it is shown in one of them. "
        "It may have changed pools while loading.");
}

constexpr ColumnIndex countedColumns[] = {MemberColumn::Kind, MemberColumn::Leaves};

constexpr RowKind kinds[] = {RowKind::BareMetal, RowKind::Virtual, RowKind::BareMetalInstance,
                             RowKind::Controller, RowKind::NotVisible};

constexpr KindSpec specs[] = {
    {.kind = RowKind::BareMetalInstance,
     .key = "bare_metal_instance",
     .plural = QT_TRANSLATE_NOOP("Kinds", "bare metal instances"),
     .service = "SoftLayer_Hardware_Server",
     .list = {"getBareMetalInstances", "bareMetalInstances", "bareMetalInstanceCount"},
     .needsCast = true,
     .listedAs = RowKind::BareMetal},
    {.kind = RowKind::Controller,
     .key = "controller",
     .plural = QT_TRANSLATE_NOOP("Kinds", "application delivery controllers"),
     .service = "SoftLayer_Network_Application_Delivery_Controller",
     .list = {"getApplicationDeliveryControllers", "applicationDeliveryControllers",
              "applicationDeliveryControllerCount"}},
    // What this key may not see of a pool: never asked for.
    {.kind = RowKind::NotVisible,
     .key = "not_visible",
     .plural = QT_TRANSLATE_NOOP("Kinds", "devices that are not visible")},
};

} // namespace

const Catalogue &memberCatalogue()
{
    static const Catalogue catalogue(columns, MemberGroup::Count, "fqdn"_L1);
    return catalogue;
}

const TableSpec poolmembersTable{.key = "pool-members",
                                 .category = Category::General,
                                 .place = 10,
                                 .sheet = "vPoolMembers",
                                 .catalogue = memberCatalogue,
                                 .kinds = kinds,
                                 .specs = specs,
                                 .parent = &poolsTable,
                                 .nesting = Nesting{.parentIdColumn = MemberColumn::PoolId,
                                                    .countColumn = PoolColumn::Devices,
                                                    .columns = columnsBelowPools,
                                                    .restKind = RowKind::NotVisible,
                                                    .restNameColumn = MemberColumn::Fqdn,
                                                    .restName = restName,
                                                    .restMoved = restMoved,
                                                    .sums = sums,
                                                    .lists = lists,
                                                    .pageSize = pageSize,
                                                    .namedBy = NamedBy{&serversTable, ServerColumn::PoolId},
                                                    .ownParent = ownPool,
                                                    .provenBy = PoolColumn::AllocationGb,
                                                    .hintedBy = PoolColumn::OutPublicGb,
                                                    .groupsOfParent = groupsOfPool,
                                                    .complete = complete},
                                 .title = QT_TRANSLATE_NOOP("Kinds", "Pool members"),
                                 .plural = QT_TRANSLATE_NOOP("Kinds", "pool members"),
                                 .counted = QT_TRANSLATE_N_NOOP("Kinds", "%Ln pool member(s)"),
                                 .countedColumns = countedColumns};

} // namespace layerscope
