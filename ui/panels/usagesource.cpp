// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/usagesource.h"

#include "api/jsonreader.h"

namespace layerscope {

namespace {

std::optional<Decimal> amountIn(const InventoryTable &table, int row, ColumnIndex column)
{
    return table.hasValue(row, column) ? std::optional(table.decimal(row, column)) : std::nullopt;
}

JsonReader read(const PartValues &parts, ServerPart part, JsonIssues &issues)
{
    return JsonReader(parts.at(part).value.value_or(QJsonValue(QJsonValue::Undefined)), issues);
}

} // namespace

UsageFacts usageOfPool(const InventoryTable &pools, int row)
{
    UsageFacts facts;
    facts.allocationGb = amountIn(pools, row, PoolColumn::AllocationGb);
    facts.projectedGb = amountIn(pools, row, PoolColumn::ProjectedPublicGb);
    facts.outGb = amountIn(pools, row, PoolColumn::OutPublicGb);
    facts.inGb = amountIn(pools, row, PoolColumn::InPublicGb);
    return facts;
}

ListedTraffic listedTrafficOf(const InventoryTable &servers, int row)
{
    ListedTraffic traffic{.out = amountIn(servers, row, ServerColumn::OutPublicGb),
                          .in = amountIn(servers, row, ServerColumn::InPublicGb),
                          .projected = amountIn(servers, row, ServerColumn::ProjectedPublicGb),
                          .allocation = amountIn(servers, row, ServerColumn::AllocationGb),
                          .poolId = {},
                          .pool = {}};
    if (servers.hasValue(row, ServerColumn::PoolId)) {
        traffic.poolId = servers.bits(row, ServerColumn::PoolId);
        traffic.pool = servers.text(row, ServerColumn::Pool);
    }
    return traffic;
}

UsageFacts usageOfServer(const PartValues &parts, const InventoryTable &servers, std::optional<int> row)
{
    UsageFacts facts;
    JsonIssues ignored; // the sections beside the chart tell what could not be read
    read(parts, ServerPart::CycleUsage, ignored).forEach([&facts](const JsonReader &usage) {
        if (usage["type"]["alias"].text() != QLatin1StringView("PUBLIC_SERVER_BW"))
            return;
        facts.outGb = usage["amountOut"].decimal();
        facts.inGb = usage["amountIn"].decimal();
    });
    facts.allocationGb = read(parts, ServerPart::AllotmentDetail, ignored)["allocation"]["amount"].decimal();
    facts.projectedGb =
        read(parts, ServerPart::Projection, ignored)["projectedPublicBandwidthUsage"].decimal();
    facts.cycle = BillingCycle::fromBillingItem(read(parts, ServerPart::BillingItem, ignored));
    if (!row)
        return facts;
    const ListedTraffic listed = listedTrafficOf(servers, *row);
    const auto fill = [](std::optional<Decimal> &amount, const std::optional<Decimal> &known) {
        if (!amount)
            amount = known;
    };
    fill(facts.outGb, listed.out);
    fill(facts.inGb, listed.in);
    fill(facts.allocationGb, listed.allocation);
    fill(facts.projectedGb, listed.projected);
    return facts;
}

} // namespace layerscope
