// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/trafficvalues.h"

#include "demo/wirevalues.h"

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int trafficDecimals = 5;

} // namespace

JsonValue wireTraffic(std::optional<qint64> amount)
{
    return amount ? JsonValue(wireDecimal(*amount, trafficDecimals)) : absent;
}

double perDay(qint64 amount)
{
    return static_cast<double>(amount / daysPassed / 1000) / 100;
}

qint64 projected(qint64 amount)
{
    return amount * daysOfCycle / daysPassed / 1000;
}

JsonObject bandwidthUsage(std::optional<qint64> in, std::optional<qint64> out, bool isPublic,
                          const JsonObject &trackingObject)
{
    JsonObject usage{
        {u"bandwidthUsageDetailTypeId"_s, isPublic ? u"1"_s : u"2"_s},
        {u"type"_s, JsonObject{{u"alias"_s, isPublic ? u"PUBLIC_SERVER_BW"_s : u"PRIVATE_SERVER_BW"_s}}},
        {u"trackingObject"_s, trackingObject}};
    if (in)
        usage.insert(u"amountIn"_s, wireTraffic(in));
    if (out)
        usage.insert(u"amountOut"_s, wireTraffic(out));
    return usage;
}

} // namespace layerscope::demo
