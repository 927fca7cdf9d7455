// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/deviceproperties.h"
#include "demo/metricids.h"
#include "demo/pool.h"
#include "demo/trafficvalues.h"
#include "demo/wirevalues.h"

#include <algorithm>

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 firstAllocationId = 36800001;
constexpr qint64 firstAllotmentDetailId = 37300001;
bool isOver(const Device &device)
{
    const auto allocation = device.allocationGb();
    return allocation && device.outboundPublic().value_or(0) > qint64{*allocation} * 100000;
}

bool isProjectedOver(const Device &device)
{
    const auto allocation = device.allocationGb();
    return allocation && device.projectedPublic().value_or(0) > qint64{*allocation} * 100;
}

JsonObject trackingObject(const Device &device)
{
    return {{u"id"_s, metricIdOf(device.kind(), device.index())},
            {u"resourceTableId"_s, device.id()},
            {u"startDate"_s, wireDate(device.createdAt())}};
}

JsonValue publicUsage(const Device &device)
{
    if (!device.outboundPublic())
        return absent;
    return bandwidthUsage(device.inboundPublic().value_or(0), device.outboundPublic(), true,
                          trackingObject(device));
}

JsonValue privateUsage(const Device &device)
{
    return bandwidthUsage(device.inboundPrivate(), device.outboundPrivate(), false, trackingObject(device));
}

JsonValue usages(const Device &device)
{
    JsonArray both;
    if (device.outboundPublic())
        both.append(publicUsage(device));
    both.append(privateUsage(device));
    return both;
}

const Producers &allotmentDetailParts()
{
    using D = const Device &;
    static const Producers table = {
        {u"id"_s, [](D d) { return JsonValue(firstAllotmentDetailId + d.ordinal()); }},
        {u"allocationId"_s,
         [](D d) { return d.allocationGb() ? JsonValue(firstAllocationId + d.ordinal()) : JsonValue(); }},
        {u"bandwidthAllotmentId"_s, [](D d) { return JsonValue(Pool(d.shape(), d.poolNumber()).id()); }},
        {u"serviceProviderId"_s, [](D) { return JsonValue(1); }},
        {u"effectiveDate"_s,
         [](D d) {
             const Pool pool(d.shape(), d.poolNumber());
             return JsonValue(wireDate(std::max(d.createdAt(), pool.createdAt())));
         }},
        {u"endEffectiveDate"_s,
         [](D d) {
             const auto leaves = d.poolNumber() > 0 ? d.leavesPoolAt() : std::nullopt;
             return leaves ? JsonValue(wireDate(*leaves)) : JsonValue();
         }},
        {u"allocation"_s,
         [](D d) {
             const auto allocation = d.allocationGb();
             if (!allocation)
                 return absent;
             return JsonValue(JsonObject{{u"id"_s, firstAllocationId + d.ordinal()},
                                         {u"amount"_s, QString::number(*allocation)}});
         }},
        {u"bandwidthAllotment"_s, [](D d) { return JsonValue(Pool(d.shape(), d.poolNumber()).summary()); }},
    };
    return table;
}

JsonValue summary(const Device &device)
{
    if (!device.outboundPublic())
        return absent;
    const JsonValue out = wireTraffic(device.outboundPublic());
    return JsonObject{
        {u"id"_s, metricIdOf(device.kind(), device.index())},
        {u"allocationId"_s, firstAllocationId + device.ordinal()},
        {u"allocationAmount"_s, device.allocationGb().value_or(0)},
        {u"amountOut"_s, out},
        {u"outboundBandwidthAmount"_s, out},
        {u"averageDailyUsage"_s, perDay(*device.outboundPublic())},
        {u"projectedBandwidthUsage"_s, static_cast<double>(device.projectedPublic().value_or(0)) / 100},
        {u"currentlyOverAllocationFlag"_s, isOver(device) ? 1 : 0},
        {u"projectedOverAllocationFlag"_s, isProjectedOver(device) ? 1 : 0}};
}

JsonValue thirtyDays(std::optional<qint64> thisCycle)
{
    // The 30-day sum reaches back beyond the cycle: more than its 12 days.
    return thisCycle ? wireTraffic(*thisCycle * 5 / 2) : absent;
}

} // namespace

bool hasAllotmentDetail(const Device &device)
{
    return device.poolNumber() >= 0 && !device.isPrivateOnly();
}

JsonValue allotmentDetail(const Device &device, const QStringList &wanted)
{
    return hasAllotmentDetail(device) ? produce(allotmentDetailParts(), device, wanted) : absent;
}

void addBandwidthProperties(Producers &producers, DeviceKind kind)
{
    using D = const Device &;
    producers.insert({
        {u"bandwidthAllocation"_s,
         [](D d) { return d.allocationGb() ? JsonValue(QString::number(*d.allocationGb())) : absent; }},
        {u"outboundPublicBandwidthUsage"_s, [](D d) { return wireTraffic(d.outboundPublic()); }},
        {u"inboundPublicBandwidthUsage"_s, [](D d) { return wireTraffic(d.inboundPublic()); }},
        {u"outboundPrivateBandwidthUsage"_s, [](D d) { return wireTraffic(d.outboundPrivate()); }},
        {u"inboundPrivateBandwidthUsage"_s, [](D d) { return wireTraffic(d.inboundPrivate()); }},
        {u"projectedPublicBandwidthUsage"_s,
         [](D d) {
             const auto projected = d.projectedPublic();
             return projected ? JsonValue(static_cast<double>(*projected) / 100) : absent;
         }},
        {u"averageDailyPublicBandwidthUsage"_s,
         [](D d) { return d.outboundPublic() ? JsonValue(perDay(*d.outboundPublic())) : absent; }},
        {u"averageDailyPrivateBandwidthUsage"_s, [](D d) { return JsonValue(perDay(d.outboundPrivate())); }},
        {u"overBandwidthAllocationFlag"_s, [](D d) { return JsonValue(isOver(d) ? 1 : 0); }},
        {u"projectedOverBandwidthAllocationFlag"_s,
         [](D d) { return JsonValue(isProjectedOver(d) ? 1 : 0); }},
        {u"billingCycleBandwidthUsage"_s, usages},
        {u"billingCyclePublicBandwidthUsage"_s, publicUsage},
        {u"billingCyclePrivateBandwidthUsage"_s, privateUsage},
        {u"currentBandwidthSummary"_s, summary},
        {u"bandwidthAllotmentDetail"_s, [](D d) { return allotmentDetail(d, {}); }},
        {u"metricTrackingObject"_s, [](D d) { return JsonValue(trackingObject(d)); }},
        {u"metricTrackingObjectId"_s, [](D d) { return JsonValue(metricIdOf(d.kind(), d.index())); }},
    });
    if (kind == DeviceKind::Guest)
        return;
    producers.insert({
        {u"nextBillingCycleBandwidthAllocation"_s,
         [](D d) { return d.allocationGb() ? JsonValue(QString::number(*d.allocationGb())) : absent; }},
        {u"outboundBandwidthUsage"_s, [](D d) { return thirtyDays(d.outboundPublic()); }},
        {u"inboundBandwidthUsage"_s, [](D d) { return thirtyDays(d.inboundPublic()); }},
        {u"averageDailyBandwidthUsage"_s,
         [](D d) { return JsonValue(perDay(d.outboundPublic().value_or(0) + d.outboundPrivate())); }},
        {u"currentBillableBandwidthUsage"_s,
         [](D d) {
             const qint64 free = qint64{d.allocationGb().value_or(0)} * 100000;
             return wireTraffic(std::max<qint64>(0, d.outboundPublic().value_or(0) - free));
         }},
    });
}

} // namespace layerscope::demo
