// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/deviceproperties.h"
#include "demo/devicerows.h"
#include "demo/metricids.h"
#include "demo/poolview.h"
#include "demo/trafficvalues.h"
#include "demo/wirevalues.h"

#include <QHash>

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

using PoolRef = const PoolView &;
using PoolProducer = JsonValue (*)(PoolRef);

constexpr qint64 unitsAGb = 100'000;

/// A new pool: its usage is known to be none, which is not the same as unknown.
bool isEmpty(PoolRef view)
{
    return view.totals().devices() == 0;
}

JsonObject trackingObject(PoolRef view)
{
    return {{u"id"_s, metricIdOfPool(view.pool().number())},
            {u"resourceTableId"_s, view.pool().id()},
            {u"startDate"_s, wireDate(view.pool().createdAt())}};
}

JsonValue publicUsage(PoolRef view)
{
    const PoolTotals &totals = view.totals();
    if (isEmpty(view))
        return bandwidthUsage(0, 0, true, trackingObject(view));
    // Without measurements there is an object without amounts, or none at all.
    if (!totals.outbound && view.pool().number() / 20 % 2 == 1)
        return absent;
    return bandwidthUsage(totals.inbound, totals.outbound, true, trackingObject(view));
}

JsonValue privateUsage(PoolRef view)
{
    return bandwidthUsage(view.totals().inboundPrivate, view.totals().outboundPrivate, false,
                          trackingObject(view));
}

JsonValue usages(PoolRef view)
{
    JsonArray both;
    if (const JsonValue usage = publicUsage(view); !usage.isUndefined())
        both.append(usage);
    both.append(privateUsage(view));
    return both;
}

double projectedGb(PoolRef view)
{
    return static_cast<double>(projected(view.totals().outbound.value_or(0))) / 100;
}

bool isOver(PoolRef view)
{
    return view.totals().outbound.value_or(0) > view.totals().allocationGb * unitsAGb;
}

bool isProjectedOver(PoolRef view)
{
    return projected(view.totals().outbound.value_or(0)) > view.totals().allocationGb * 100;
}

JsonValue summary(PoolRef view)
{
    const PoolTotals &totals = view.totals();
    if (!totals.outbound)
        return absent;
    const JsonValue out = wireTraffic(totals.outbound);
    return JsonObject{{u"id"_s, metricIdOfPool(view.pool().number())},
                      {u"allocationId"_s, JsonValue()},
                      {u"allocationAmount"_s, totals.allocationGb},
                      {u"amountOut"_s, out},
                      {u"outboundBandwidthAmount"_s, out},
                      {u"averageDailyUsage"_s, perDay(*totals.outbound)},
                      {u"projectedBandwidthUsage"_s, projectedGb(view)},
                      {u"currentlyOverAllocationFlag"_s, isOver(view) ? 1 : 0},
                      {u"projectedOverAllocationFlag"_s, isProjectedOver(view) ? 1 : 0}};
}

JsonArray details(PoolRef view, const QStringList &wanted)
{
    JsonArray all;
    for (const Device &device : view.membersWithDetail())
        all.append(allotmentDetail(device, wanted));
    return all;
}

/// What a pool has beside Pool::summary() and its members.
const QHash<QString, PoolProducer> &poolProducers()
{
    static const QHash<QString, PoolProducer> table = {
        // In the summary as well, but lists filter and sort by them.
        {u"id"_s, [](PoolRef v) { return JsonValue(v.pool().id()); }},
        {u"name"_s, [](PoolRef v) { return JsonValue(v.pool().name()); }},
        {u"bandwidthAllotmentTypeId"_s, [](PoolRef v) { return JsonValue(v.pool().typeId()); }},
        {u"totalBandwidthAllocated"_s, [](PoolRef v) { return JsonValue(v.totals().allocationGb); }},
        {u"outboundPublicBandwidthUsage"_s, [](PoolRef v) { return wireTraffic(v.totals().outbound); }},
        {u"inboundPublicBandwidthUsage"_s, [](PoolRef v) { return wireTraffic(v.totals().inbound); }},
        {u"billingCycleBandwidthUsage"_s, usages},
        {u"billingCyclePublicBandwidthUsage"_s, publicUsage},
        {u"billingCyclePrivateBandwidthUsage"_s, privateUsage},
        {u"billingCyclePublicUsageTotal"_s,
         [](PoolRef v) {
             const PoolTotals &totals = v.totals();
             return JsonValue((totals.outbound.value_or(0) + totals.inbound.value_or(0)) / unitsAGb);
         }},
        {u"averageDailyPublicBandwidthUsage"_s,
         [](PoolRef v) { return v.totals().outbound ? JsonValue(perDay(*v.totals().outbound)) : absent; }},
        {u"projectedPublicBandwidthUsage"_s,
         [](PoolRef v) { return v.totals().outbound ? JsonValue(projectedGb(v)) : absent; }},
        {u"overBandwidthAllocationFlag"_s, [](PoolRef v) { return JsonValue(isOver(v) ? 1 : 0); }},
        {u"projectedOverBandwidthAllocationFlag"_s,
         [](PoolRef v) { return JsonValue(isProjectedOver(v) ? 1 : 0); }},
        {u"currentBandwidthSummary"_s, summary},
        {u"billingItem"_s, [](PoolRef v) { return v.pool().billingItem(); }},
        {u"metricTrackingObject"_s, [](PoolRef v) { return JsonValue(trackingObject(v)); }},
        {u"metricTrackingObjectId"_s, [](PoolRef v) { return JsonValue(metricIdOfPool(v.pool().number())); }},
        {u"applicationDeliveryControllers"_s, [](PoolRef v) { return JsonValue(v.pool().controllers()); }},
        {u"hardwareCount"_s, [](PoolRef v) { return JsonValue(v.totals().hardware); }},
        {u"bareMetalInstanceCount"_s, [](PoolRef v) { return JsonValue(v.totals().bareMetalInstances); }},
        {u"privateNetworkOnlyHardwareCount"_s,
         [](PoolRef v) { return JsonValue(v.totals().privateNetworkOnlyHardware); }},
        {u"virtualGuestCount"_s, [](PoolRef v) { return JsonValue(v.totals().virtualGuests); }},
        {u"applicationDeliveryControllerCount"_s,
         [](PoolRef v) { return JsonValue(v.pool().controllers().size()); }},
        {u"activeDetailCount"_s, [](PoolRef v) { return JsonValue(v.totals().details); }},
        {u"detailCount"_s, [](PoolRef v) { return JsonValue(v.totals().details); }},
        {u"billingCycleBandwidthUsageCount"_s,
         [](PoolRef v) { return JsonValue(usages(v).toArray().size()); }},
    };
    return table;
}

bool isDetails(const QString &name)
{
    return name == "activeDetails"_L1 || name == "details"_L1;
}

} // namespace

std::optional<PoolRelation> poolRelationNamed(const QString &name)
{
    static const QHash<QString, PoolRelation> names = {
        {u"hardware"_s, PoolRelation::Hardware},
        {u"bareMetalInstances"_s, PoolRelation::BareMetalInstances},
        {u"privateNetworkOnlyHardware"_s, PoolRelation::PrivateNetworkOnlyHardware},
        {u"virtualGuests"_s, PoolRelation::VirtualGuests},
    };
    const auto found = names.constFind(name);
    return found == names.cend() ? std::nullopt : std::optional(*found);
}

JsonValue property(const PoolView &view, const QString &name, const QStringList &wanted)
{
    if (const PoolProducer producer = poolProducers().value(name))
        return producer(view);
    if (const auto relation = poolRelationNamed(name))
        return devicesOf(view.shape(), kindOf(*relation), view.members().of(*relation), wanted);
    if (isDetails(name))
        return details(view, wanted);
    return view.pool().summary().value(name);
}

JsonObject everything(const PoolView &view)
{
    JsonObject all = view.pool().summary();
    for (const QString &name : {u"activeDetails"_s, u"details"_s})
        all.insert(name, details(view, {}));
    const auto &table = poolProducers();
    for (auto entry = table.cbegin(); entry != table.cend(); ++entry) {
        const JsonValue value = entry.value()(view);
        if (!value.isUndefined())
            all.insert(entry.key(), value);
    }
    return all;
}

} // namespace layerscope::demo
