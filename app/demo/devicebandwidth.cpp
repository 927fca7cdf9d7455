// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/deviceproperties.h"
#include "demo/metricids.h"
#include "demo/pool.h"
#include "demo/wirevalues.h"

#include <QJsonArray>

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 firstAllocationId = 36800001;
constexpr qint64 firstAllotmentDetailId = 37300001;
constexpr int trafficDecimals = 5;
constexpr int daysPassed = 12; // of the billing cycle, as in device.cpp

const QJsonValue absent(QJsonValue::Undefined);

QJsonValue traffic(std::optional<qint64> amount)
{
    return amount ? QJsonValue(wireDecimal(*amount, trafficDecimals)) : absent;
}

qint64 partId(const Device &device, qint64 first)
{
    return first + qint64{device.index()} * 2 + (device.isHardware() ? 0 : 1);
}

double perDay(qint64 amount)
{
    return static_cast<double>(amount / daysPassed / 1000) / 100;
}

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

QJsonObject trackingObject(const Device &device)
{
    return {{u"id"_s, metricIdOf(device.kind(), device.index())},
            {u"resourceTableId"_s, device.id()},
            {u"startDate"_s, wireDate(device.createdAt())}};
}

QJsonObject usage(const Device &device, qint64 in, qint64 out, bool isPublic)
{
    return {{u"amountIn"_s, wireDecimal(in, trafficDecimals)},
            {u"amountOut"_s, wireDecimal(out, trafficDecimals)},
            {u"bandwidthUsageDetailTypeId"_s, isPublic ? u"1"_s : u"2"_s},
            {u"type"_s, QJsonObject{{u"alias"_s, isPublic ? u"PUBLIC_SERVER_BW"_s : u"PRIVATE_SERVER_BW"_s}}},
            {u"trackingObject"_s, trackingObject(device)}};
}

QJsonValue publicUsage(const Device &device)
{
    if (!device.outboundPublic())
        return absent;
    return usage(device, device.inboundPublic().value_or(0), *device.outboundPublic(), true);
}

QJsonValue privateUsage(const Device &device)
{
    return usage(device, device.inboundPrivate(), device.outboundPrivate(), false);
}

QJsonValue usages(const Device &device)
{
    QJsonArray both;
    if (device.outboundPublic())
        both.append(publicUsage(device));
    both.append(privateUsage(device));
    return both;
}

QJsonValue allotmentDetail(const Device &device)
{
    const auto allocation = device.allocationGb();
    if (!allocation || device.poolNumber() < 0)
        return absent;
    const Pool pool(device.shape(), device.poolNumber());
    const qint64 allocationId = partId(device, firstAllocationId);
    return QJsonObject{
        {u"id"_s, partId(device, firstAllotmentDetailId)},
        {u"allocationId"_s, allocationId},
        {u"bandwidthAllotmentId"_s, pool.id()},
        {u"serviceProviderId"_s, 1},
        {u"effectiveDate"_s, wireDate(device.createdAt())},
        {u"endEffectiveDate"_s, QJsonValue()},
        {u"allocation"_s, QJsonObject{{u"id"_s, allocationId}, {u"amount"_s, QString::number(*allocation)}}},
        {u"bandwidthAllotment"_s, pool.summary()}};
}

QJsonValue summary(const Device &device)
{
    if (!device.outboundPublic())
        return absent;
    const QString out = wireDecimal(*device.outboundPublic(), trafficDecimals);
    return QJsonObject{
        {u"id"_s, metricIdOf(device.kind(), device.index())},
        {u"allocationId"_s, partId(device, firstAllocationId)},
        {u"allocationAmount"_s, device.allocationGb().value_or(0)},
        {u"amountOut"_s, out},
        {u"outboundBandwidthAmount"_s, out},
        {u"averageDailyUsage"_s, perDay(*device.outboundPublic())},
        {u"projectedBandwidthUsage"_s, static_cast<double>(device.projectedPublic().value_or(0)) / 100},
        {u"currentlyOverAllocationFlag"_s, isOver(device) ? 1 : 0},
        {u"projectedOverAllocationFlag"_s, isProjectedOver(device) ? 1 : 0}};
}

QJsonValue thirtyDays(std::optional<qint64> thisCycle)
{
    // The 30-day sum reaches back beyond the cycle: more than its 12 days.
    return thisCycle ? traffic(*thisCycle * 5 / 2) : absent;
}

} // namespace

void addBandwidthProperties(Producers &producers, DeviceKind kind)
{
    using D = const Device &;
    producers.insert({
        {u"bandwidthAllocation"_s,
         [](D d) { return d.allocationGb() ? QJsonValue(QString::number(*d.allocationGb())) : absent; }},
        {u"outboundPublicBandwidthUsage"_s, [](D d) { return traffic(d.outboundPublic()); }},
        {u"inboundPublicBandwidthUsage"_s, [](D d) { return traffic(d.inboundPublic()); }},
        {u"outboundPrivateBandwidthUsage"_s, [](D d) { return traffic(d.outboundPrivate()); }},
        {u"inboundPrivateBandwidthUsage"_s, [](D d) { return traffic(d.inboundPrivate()); }},
        {u"projectedPublicBandwidthUsage"_s,
         [](D d) {
             const auto projected = d.projectedPublic();
             return projected ? QJsonValue(static_cast<double>(*projected) / 100) : absent;
         }},
        {u"averageDailyPublicBandwidthUsage"_s,
         [](D d) { return d.outboundPublic() ? QJsonValue(perDay(*d.outboundPublic())) : absent; }},
        {u"averageDailyPrivateBandwidthUsage"_s, [](D d) { return QJsonValue(perDay(d.outboundPrivate())); }},
        {u"overBandwidthAllocationFlag"_s, [](D d) { return QJsonValue(isOver(d) ? 1 : 0); }},
        {u"projectedOverBandwidthAllocationFlag"_s,
         [](D d) { return QJsonValue(isProjectedOver(d) ? 1 : 0); }},
        {u"billingCycleBandwidthUsage"_s, usages},
        {u"billingCyclePublicBandwidthUsage"_s, publicUsage},
        {u"billingCyclePrivateBandwidthUsage"_s, privateUsage},
        {u"currentBandwidthSummary"_s, summary},
        {u"bandwidthAllotmentDetail"_s, allotmentDetail},
        {u"metricTrackingObject"_s, [](D d) { return QJsonValue(trackingObject(d)); }},
        {u"metricTrackingObjectId"_s, [](D d) { return QJsonValue(metricIdOf(d.kind(), d.index())); }},
    });
    if (kind == DeviceKind::Guest)
        return;
    producers.insert({
        {u"nextBillingCycleBandwidthAllocation"_s,
         [](D d) { return d.allocationGb() ? QJsonValue(QString::number(*d.allocationGb())) : absent; }},
        {u"outboundBandwidthUsage"_s, [](D d) { return thirtyDays(d.outboundPublic()); }},
        {u"inboundBandwidthUsage"_s, [](D d) { return thirtyDays(d.inboundPublic()); }},
        {u"averageDailyBandwidthUsage"_s,
         [](D d) { return QJsonValue(perDay(d.outboundPublic().value_or(0) + d.outboundPrivate())); }},
        {u"currentBillableBandwidthUsage"_s,
         [](D d) {
             const qint64 free = qint64{d.allocationGb().value_or(0)} * 100000;
             return traffic(std::max<qint64>(0, d.outboundPublic().value_or(0) - free));
         }},
    });
}

} // namespace layerscope::demo
