// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saturatingsum.h"
#include "inventory/cellreading.h"
#include "inventory/inventorytable.h"
#include "inventory/kinds.h"
#include "inventory/rowpatch.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

using Amount = std::optional<Decimal>;

Amount allocation(const JsonReader &pool)
{
    return pool["totalBandwidthAllocated"].decimal();
}

/// A new pool has no sum of its own yet, but a billing cycle that says "0" (softlayer-api §10.3).
Amount outbound(const JsonReader &pool)
{
    const Amount sum = pool["outboundPublicBandwidthUsage"].decimal();
    return sum ? sum : pool["billingCyclePublicBandwidthUsage"]["amountOut"].decimal();
}

Amount inbound(const JsonReader &pool)
{
    const Amount sum = pool["inboundPublicBandwidthUsage"].decimal();
    return sum ? sum : pool["billingCyclePublicBandwidthUsage"]["amountIn"].decimal();
}

Amount projection(const JsonReader &pool)
{
    return pool["projectedPublicBandwidthUsage"].decimal();
}

/// From the amounts, which are what a person sees beside it; where one is missing, from the API's own flags.
CellValue over(const JsonReader &pool)
{
    const auto isOver = [&](const Amount &used, const char *flag) -> std::optional<bool> {
        const Amount allowed = allocation(pool);
        return used && allowed ? std::optional(*used > *allowed) : pool[flag].flag();
    };
    const std::optional<bool> now = isOver(outbound(pool), "overBandwidthAllocationFlag");
    if (now == true)
        return u"now"_s;
    const std::optional<bool> later = isOver(projection(pool), "projectedOverBandwidthAllocationFlag");
    if (later == true)
        return u"projected"_s;
    return now == false && later == false ? CellValue(u"no"_s) : CellValue();
}

/// Nothing if it stays within its allocation. What goes out until the end of the cycle is the projection, or
/// what went out already where that is more, or all there is to know.
CellValue overBy(const JsonReader &pool)
{
    const Amount allowed = allocation(pool);
    const Amount used = std::max(outbound(pool), projection(pool)); // an unknown one is less than any
    return allowed && used && *used > *allowed ? CellValue(*used - *allowed) : CellValue();
}

/// 1 is the account's default rack, 2 a pool (softlayer-api §6.4).
CellValue type(const JsonReader &pool)
{
    const std::optional<qint64> number = pool["bandwidthAllotmentTypeId"].integer();
    if (number == defaultRackType)
        return u"default_rack"_s;
    if (number == poolType)
        return u"pool"_s;
    return number ? CellValue(QString::number(*number)) : CellValue();
}

constexpr std::array countProperties{"hardwareCount", "virtualGuestCount", "bareMetalInstanceCount",
                                     "applicationDeliveryControllerCount", "privateNetworkOnlyHardwareCount"};

std::optional<qint64> countOf(const JsonReader &number)
{
    const std::optional<qint64> count = amountOf(number);
    if (count && *count < 0) {
        number.reportWrongType(u"number of at least 0");
        return std::nullopt;
    }
    return count;
}

/// nullopt: none is told.
std::optional<qint64> sumOfCounts(const JsonReader &pool)
{
    std::optional<qint64> sum;
    for (const char *property : countProperties) {
        if (const std::optional<qint64> count = countOf(pool[property]))
            sum = saturatingSum(sum.value_or(0), *count);
    }
    return sum;
}

/// The pool counts more shares of its allocation (activeDetails) than devices: some list has members that its
/// count does not tell of.
bool isSomeCountWrong(const JsonReader &pool)
{
    return countOf(pool["activeDetailCount"]).value_or(0) > sumOfCounts(pool).value_or(0);
}

/// Hardware that is a bare metal instance, too, is in both lists, and counted by each; its share of the
/// allocation is one. Guests may have none, as all that have no public network.
bool isSomeCountedTwice(const JsonReader &pool)
{
    const std::optional<qint64> shares = countOf(pool["activeDetailCount"]);
    const qint64 hardware = countOf(pool["hardwareCount"]).value_or(0);
    const qint64 instances = countOf(pool["bareMetalInstanceCount"]).value_or(0);
    const qint64 both = saturatingSum(hardware, instances);
    return shares && *shares < both && both - *shares <= std::min(hardware, instances);
}

/// All of them together; slcli leaves the controllers out (softlayer-api §9.23). A count that is not told is
/// one that the pool has nothing of, unless none is told. Where they contradict each other its lists tell.
CellValue devices(const JsonReader &pool)
{
    return isSomeCountWrong(pool) || isSomeCountedTwice(pool) ? CellValue() : cell(sumOfCounts(pool));
}

/// Where some count is wrong nobody knows which, so each that counts none is unknown, and is asked for.
CellValue count(const JsonReader &pool, const char *property)
{
    const std::optional<qint64> number = countOf(pool[property]);
    return number == 0 && isSomeCountWrong(pool) ? CellValue() : cell(number);
}

constexpr const char *countsMask =
    "hardwareCount,virtualGuestCount,bareMetalInstanceCount,applicationDeliveryControllerCount,"
    "privateNetworkOnlyHardwareCount,activeDetailCount";
constexpr const char *outboundMask =
    "outboundPublicBandwidthUsage,billingCyclePublicBandwidthUsage.amountOut";
constexpr const char *inboundMask = "inboundPublicBandwidthUsage,billingCyclePublicBandwidthUsage.amountIn";
constexpr const char *usedMask = "totalBandwidthAllocated,outboundPublicBandwidthUsage,"
                                 "billingCyclePublicBandwidthUsage.amountOut";
constexpr const char *overMask = "totalBandwidthAllocated,outboundPublicBandwidthUsage,"
                                 "billingCyclePublicBandwidthUsage.amountOut,projectedPublicBandwidthUsage,"
                                 "overBandwidthAllocationFlag,projectedOverBandwidthAllocationFlag";

constexpr const char *overByMask = "totalBandwidthAllocated,outboundPublicBandwidthUsage,"
                                   "billingCyclePublicBandwidthUsage.amountOut,projectedPublicBandwidthUsage";

constexpr KindSet pools = {RowKind::Pool};

/// In the order of product §4. API facts: softlayer-api §6.4.
constexpr ColumnSpec columns[] = {
    {.key = "id",
     .title = QT_TRANSLATE_NOOP("Columns", "ID"),
     .description = QT_TRANSLATE_NOOP("Columns", "The number of the pool in the API."),
     .type = ColumnType::Integer,
     .group = PoolGroup::Identity,
     .identifies = true,
     .sources = {{{pools, "id", [](const JsonReader &pool) { return cell(pool["id"].integer()); }}}}},
    {.key = "name",
     .title = QT_TRANSLATE_NOOP("Columns", "Name"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "The name that people gave the pool; it need not be unique."),
     .type = ColumnType::Text,
     .group = PoolGroup::Identity,
     .isDefault = true,
     .sources = {{{pools, "name", [](const JsonReader &pool) { return cell(pool["name"].rawText()); }}}}},
    {.key = "region",
     .title = QT_TRANSLATE_NOOP("Columns", "Region"),
     .description = QT_TRANSLATE_NOOP("Columns", "Servers of these places may be in the pool."),
     .type = ColumnType::Text,
     .group = PoolGroup::Terms,
     .isDefault = true,
     .repeats = true,
     .sources = {{{pools, "locationGroup.id,locationGroup.name",
                   [](const JsonReader &pool) { return cell(pool["locationGroup"]["name"].rawText()); }}}}},
    {.key = "type",
     .title = QT_TRANSLATE_NOOP("Columns", "Type"),
     .description = QT_TRANSLATE_NOOP("Columns", "A bandwidth pool, or the default rack of the account."),
     .type = ColumnType::Text,
     .group = PoolGroup::Identity, // so that it comes even if the list comes with nothing else
     .repeats = true,
     .holdsWords = true,
     .sources = {{{pools, "bandwidthAllotmentTypeId", type}}}},
    {.key = "devices",
     .title = QT_TRANSLATE_NOOP("Columns", "Devices"),
     .description = QT_TRANSLATE_NOOP(
         "Columns", "How many servers and controllers share the pool, also those that this key may not see."),
     .type = ColumnType::Integer,
     .group = PoolGroup::Devices,
     .topic = ColumnTopic::Contents,
     .isDefault = true,
     .isSummable = true,
     .sources = {{{pools, countsMask, devices}}}},
    {.key = "hardware_count",
     .title = QT_TRANSLATE_NOOP("Columns", "Bare metal"),
     .description = QT_TRANSLATE_NOOP("Columns", "How many bare metal servers share the pool."),
     .type = ColumnType::Integer,
     .group = PoolGroup::Devices,
     .topic = ColumnTopic::Contents,
     .isSummable = true,
     .sources = {{{pools, "hardwareCount",
                   [](const JsonReader &pool) { return count(pool, "hardwareCount"); }}}}},
    {.key = "virtual_count",
     .title = QT_TRANSLATE_NOOP("Columns", "Virtual"),
     .description = QT_TRANSLATE_NOOP("Columns", "How many virtual servers share the pool."),
     .type = ColumnType::Integer,
     .group = PoolGroup::Devices,
     .topic = ColumnTopic::Contents,
     .isSummable = true,
     .sources = {{{pools, "virtualGuestCount",
                   [](const JsonReader &pool) { return count(pool, "virtualGuestCount"); }}}}},
    {.key = "bare_metal_instance_count",
     .title = QT_TRANSLATE_NOOP("Columns", "Bare metal instances"),
     .description = QT_TRANSLATE_NOOP("Columns", "How many bare metal instances share the pool."),
     .type = ColumnType::Integer,
     .group = PoolGroup::Devices,
     .topic = ColumnTopic::Contents,
     .isSummable = true,
     .sources = {{{pools, "bareMetalInstanceCount",
                   [](const JsonReader &pool) { return count(pool, "bareMetalInstanceCount"); }}}}},
    {.key = "controller_count",
     .title = QT_TRANSLATE_NOOP("Columns", "Controllers"),
     .description = QT_TRANSLATE_NOOP("Columns", "How many application delivery controllers share the pool."),
     .type = ColumnType::Integer,
     .group = PoolGroup::Devices,
     .topic = ColumnTopic::Contents,
     .isSummable = true,
     .sources = {{{pools, "applicationDeliveryControllerCount",
                   [](const JsonReader &pool) {
                       return count(pool, "applicationDeliveryControllerCount");
                   }}}}},
    {.key = "private_network_only_count",
     .title = QT_TRANSLATE_NOOP("Columns", "Private only"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "How many bare metal servers without a public network share the pool."),
     .type = ColumnType::Integer,
     .group = PoolGroup::Devices,
     .topic = ColumnTopic::Contents,
     .isSummable = true,
     .sources = {{{pools, "privateNetworkOnlyHardwareCount",
                   [](const JsonReader &pool) { return count(pool, "privateNetworkOnlyHardwareCount"); }}}}},
    {.key = "allocation_gb",
     .title = QT_TRANSLATE_NOOP("Columns", "Allocation GB"),
     .description = QT_TRANSLATE_NOOP(
         "Columns", "Public traffic out that the members bring into the pool each billing cycle."),
     .unit = "GB",
     .type = ColumnType::Decimal,
     .group = PoolGroup::Terms,
     .topic = ColumnTopic::Traffic,
     .isDefault = true,
     .isSummable = true,
     .sources = {{{pools, "totalBandwidthAllocated",
                   [](const JsonReader &pool) { return cell(allocation(pool)); }}}}},
    {.key = "out_public_gb",
     .title = QT_TRANSLATE_NOOP("Columns", "Out GB"),
     .description = QT_TRANSLATE_NOOP("Columns", "Public traffic out since the start of the billing cycle."),
     .unit = "GB",
     .type = ColumnType::Decimal,
     .group = PoolGroup::Usage,
     .topic = ColumnTopic::Traffic,
     .isDefault = true,
     .isSummable = true,
     .shownDecimals = 1,
     .sources = {{{pools, outboundMask, [](const JsonReader &pool) { return cell(outbound(pool)); }}}}},
    {.key = "in_public_gb",
     .title = QT_TRANSLATE_NOOP("Columns", "In GB"),
     .description = QT_TRANSLATE_NOOP("Columns", "Public traffic in since the start of the billing cycle."),
     .unit = "GB",
     .type = ColumnType::Decimal,
     .group = PoolGroup::Usage,
     .topic = ColumnTopic::Traffic,
     .isSummable = true,
     .shownDecimals = 1,
     .sources = {{{pools, inboundMask, [](const JsonReader &pool) { return cell(inbound(pool)); }}}}},
    {.key = "used_percent",
     .title = QT_TRANSLATE_NOOP("Columns", "Used"),
     .description = QT_TRANSLATE_NOOP("Columns", "Traffic out in percent of the allocation."),
     .unit = "%",
     .type = ColumnType::Decimal,
     .group = PoolGroup::Usage,
     .topic = ColumnTopic::Traffic,
     .isDefault = true,
     .shownDecimals = 1,
     .sources =
         {{{pools, usedMask,
            [](const JsonReader &pool) { return cell(percentage(outbound(pool), allocation(pool))); }}}}},
    {.key = "projected_public_gb",
     .title = QT_TRANSLATE_NOOP("Columns", "Projected GB"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "Public traffic out that is expected by the end of the billing cycle."),
     .unit = "GB",
     .type = ColumnType::Decimal,
     .group = PoolGroup::Usage,
     .topic = ColumnTopic::Traffic,
     .isDefault = true,
     .isSummable = true,
     .shownDecimals = 1,
     .sources = {{{pools, "projectedPublicBandwidthUsage",
                   [](const JsonReader &pool) { return cell(projection(pool)); }}}}},
    {.key = "projected_percent",
     .title = QT_TRANSLATE_NOOP("Columns", "Projected %"),
     .description = QT_TRANSLATE_NOOP("Columns", "The projection in percent of the allocation."),
     .unit = "%",
     .type = ColumnType::Decimal,
     .group = PoolGroup::Usage,
     .topic = ColumnTopic::Traffic,
     .shownDecimals = 1,
     .sources = {{{pools, "totalBandwidthAllocated,projectedPublicBandwidthUsage",
                   [](const JsonReader &pool) {
                       return cell(percentage(projection(pool), allocation(pool)));
                   }}}}},
    {.key = "over",
     .title = QT_TRANSLATE_NOOP("Columns", "State"),
     .description = QT_TRANSLATE_NOOP(
         "Columns", "Whether more goes out than is allocated: now, by the end of the cycle, or not."),
     .type = ColumnType::Text,
     .group = PoolGroup::Usage,
     .topic = ColumnTopic::Traffic,
     .isDefault = true,
     .repeats = true,
     .holdsWords = true,
     .sources = {{{pools, overMask, over}}}},
    {.key = "over_by_gb",
     .title = QT_TRANSLATE_NOOP("Columns", "Over by GB"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "How much more is expected to go out by the end of the billing "
                                      "cycle than is allocated; empty if it is not more."),
     .unit = "GB",
     .type = ColumnType::Decimal,
     .group = PoolGroup::Usage,
     .topic = ColumnTopic::Traffic,
     .isSummable = true,
     .shownDecimals = 1,
     .sources = {{{pools, overByMask, overBy}}}},
    {.key = "fee_month_usd",
     .title = QT_TRANSLATE_NOOP("Columns", "$/month"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "What the next invoice charges for the pool, in US dollars."),
     .unit = "USD/month",
     .type = ColumnType::Decimal,
     .group = PoolGroup::Fee,
     .topic = ColumnTopic::Cost,
     .isDefault = true,
     .isSummable = true,
     .shownDecimals = 2,
     .sources = {{{pools, feeMask, monthlyFee}}}},
    {.key = "created",
     .title = QT_TRANSLATE_NOOP("Columns", "Created"),
     .description = QT_TRANSLATE_NOOP("Columns", "When the pool was made."),
     .type = ColumnType::Timestamp,
     .group = PoolGroup::Terms,
     .sources = {{{pools, "createDate",
                   [](const JsonReader &pool) { return cell(pool["createDate"].timestamp()); }}}}},
    {.key = "ends",
     .title = QT_TRANSLATE_NOOP("Columns", "Ends"),
     .description = QT_TRANSLATE_NOOP("Columns", "When the pool is to be deleted; empty if it is to stay."),
     .type = ColumnType::Timestamp,
     .group = PoolGroup::Terms,
     .isDefault = true,
     .sources = {{{pools, "endDate",
                   [](const JsonReader &pool) { return cell(pool["endDate"].timestamp()); }}}}},
    {.key = "public_ip",
     .title = QT_TRANSLATE_NOOP("Columns", "Public IP"),
     .description = QT_TRANSLATE_NOOP("Columns", "The primary address of a member on the public network."),
     .type = ColumnType::Text,
     .group = PoolGroup::Identity,
     .topic = ColumnTopic::Network,
     .isOfRowsBelow = true},
    {.key = "row_state",
     .title = QT_TRANSLATE_NOOP("Columns", "Completeness"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "Whether everything asked for of this pool came, and if not, why."),
     .type = ColumnType::Text,
     .group = PoolGroup::Identity,
     .repeats = true,
     .holdsWords = true},
};
static_assert(std::size(columns) == PoolColumn::Count);

/// The default rack comes although only pools were asked for.
bool isDefaultRack(const RowPatch &row)
{
    return std::any_of(row.values.cbegin(), row.values.cend(), [](const auto &cell) {
        return cell.first == PoolColumn::Type && cell.second == CellValue(u"default_rack"_s);
    });
}

bool isCellOf(const RowPatch &answer, ColumnIndex column, bool (*isSo)(const CellValue &value))
{
    return std::any_of(answer.values.cbegin(), answer.values.cend(),
                       [&](const auto &cell) { return cell.first == column && isSo(cell.second); });
}

/// As the answer says, or the table if the answer says nothing of it.
bool hasSome(const InventoryTable &table, const RowPatch &answer, ColumnIndex column)
{
    if (answer.loaded.test(static_cast<std::size_t>(table.catalogue().column(column).group)))
        return isCellOf(answer, column, [](const CellValue &value) {
            const auto *amount = std::get_if<Decimal>(&value);
            return amount != nullptr && *amount > Decimal();
        });
    const std::optional<int> row = table.find(answer.key);
    return row && table.hasValue(*row, column) && table.decimal(*row, column) > Decimal();
}

/// The allocation and the traffic are those of the members (softlayer-api §6.4), so a pool with some of
/// either has some of them whatever it counts: how many it has is not known then.
void doubtCountsOfNone(const InventoryTable &table, RowPatch &answer)
{
    const bool countsNone = answer.loaded.test(PoolGroup::Devices) &&
                            isCellOf(answer, PoolColumn::Devices,
                                     [](const CellValue &value) { return value == CellValue(qint64(0)); });
    if (!countsNone)
        return;
    if (hasSome(table, answer, PoolColumn::AllocationGb) || hasSome(table, answer, PoolColumn::OutPublicGb))
        std::erase_if(answer.values, [&table](const auto &cell) {
            return table.catalogue().column(cell.first).group == PoolGroup::Devices;
        });
}

constexpr AttentionNode attention[] = {
    {.id = "over",
     .title = QT_TRANSLATE_NOOP("Kinds", "Over allocation"),
     .description = QT_TRANSLATE_NOOP("Kinds", "Pools from which more went out already than is allocated."),
     .place = 1,
     .column = PoolColumn::Over,
     .text = "now"},
    {.id = "projected_over",
     .title = QT_TRANSLATE_NOOP("Kinds", "Projected over"),
     .description =
         QT_TRANSLATE_NOOP("Kinds", "Pools from which more is expected to go out by the end of the "
                                    "billing cycle than is allocated."),
     .place = 2,
     .column = PoolColumn::Over,
     .text = "projected"},
    {.id = "leaving",
     .title = QT_TRANSLATE_NOOP("Kinds", "Leaving pools"),
     .description = QT_TRANSLATE_NOOP(
         "Kinds", "Pools that are to be deleted, and pools that some of their servers leave."),
     .place = 4,
     .column = PoolColumn::Ends,
     .childColumn = MemberColumn::Leaves},
};

constexpr Relation relations[] = {
    {.key = "servers",
     .title = QT_TRANSLATE_NOOP("Kinds", "Servers in this pool"),
     .table = "servers",
     .column = PoolColumn::Id,
     .word = "pool_id"},
};

/// Whether a pool goes over and by how much, before its amounts, so that a small window has it; all of them
/// fit one of 1440 dots. What is projected is in how far it goes over, and pools that end are a node of the
/// navigator. The members' addresses are there to be copied from the row of their pool.
constexpr ColumnIndex firstColumns[] = {
    PoolColumn::Name,        PoolColumn::Region,   PoolColumn::Devices,      PoolColumn::UsedPercent,
    PoolColumn::Over,        PoolColumn::OverByGb, PoolColumn::AllocationGb, PoolColumn::OutPublicGb,
    PoolColumn::FeeMonthUsd, PoolColumn::PublicIp};

constexpr ColumnIndex countedColumns[] = {PoolColumn::Over, PoolColumn::Ends};

constexpr RowKind kinds[] = {RowKind::Pool};

constexpr KindSpec specs[] = {
    // Counts in the list are slow (softlayer-api §4.4), so it comes with its terms only. The account counts
    // its
    // default rack among them (softlayer-api §3.4).
    {.kind = RowKind::Pool,
     .key = "pool",
     .plural = QT_TRANSLATE_NOOP("Kinds", "bandwidth pools"),
     .singular = QT_TRANSLATE_NOOP("Kinds", "Bandwidth pool"),
     .goTo = QT_TRANSLATE_NOOP("Kinds", "Go to pool “%1”"),
     .service = "SoftLayer_Network_Bandwidth_Version1_Allotment",
     .list = {"getBandwidthAllotments", "bandwidthAllotments", "bandwidthAllotmentCount"},
     .groupsOfList = GroupSet(1U << PoolGroup::Terms),
     .only = KindSpec::Condition{"bandwidthAllotmentTypeId", poolType},
     .isStranger = isDefaultRack},
};

} // namespace

const Catalogue &poolCatalogue()
{
    static const Catalogue catalogue(columns, PoolGroup::Count, "name"_L1);
    return catalogue;
}

const TableSpec poolsTable{.key = "pools",
                           .category = Category::General,
                           .place = 20,
                           .sheet = "vPools",
                           .catalogue = poolCatalogue,
                           .kinds = kinds,
                           .specs = specs,
                           .title = QT_TRANSLATE_NOOP("Kinds", "Bandwidth pools"),
                           .shortTitle = QT_TRANSLATE_NOOP("Kinds", "Pools"),
                           //: Hint in the filter field. "over:" and "used>" are filter words and stay as they
                           //: are.
                           .filterHint =
                               QT_TRANSLATE_NOOP("Kinds", "Filter by any word, or over:now used>80"),
                           .counted = QT_TRANSLATE_N_NOOP("Kinds", "%Ln pool(s)"),
                           .firstColumns = firstColumns,
                           .relations = relations,
                           .attention = attention,
                           .countedColumns = countedColumns,
                           .complete = doubtCountsOfNone};

} // namespace layerscope
