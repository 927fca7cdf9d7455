// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/serverfacts.h"

#include "inventory/columncatalogue.h"

namespace layerscope::facts {

namespace {

struct BandwidthFactsText
{
    Q_DECLARE_TR_FUNCTIONS(BandwidthFacts)
};

constexpr ServerPart allotmentPart = ServerPart::AllotmentDetail;
constexpr ServerPart usagePart = ServerPart::CycleUsage;
constexpr ServerPart projectionPart = ServerPart::Projection;

struct Usage
{
    std::optional<Decimal> out;
    std::optional<Decimal> in;
};

/// Of one network; a usage without a type belongs to none (softlayer-api §9.18).
Usage usageOf(FactList &list, QLatin1String alias)
{
    Usage usage;
    list.read(usagePart).forEach([&](const JsonReader &entry) {
        if (entry["type"]["alias"].text() == alias)
            usage = {entry["amountOut"].decimal(), entry["amountIn"].decimal()};
    });
    return usage;
}

/// Where the parts are silent, as the list has it: the same number stands in the table and above the chart.
Usage publicUsage(FactList &list)
{
    Usage usage = usageOf(list, QLatin1String("PUBLIC_SERVER_BW"));
    if (!usage.out)
        usage.out = list.listedTraffic().out;
    if (!usage.in)
        usage.in = list.listedTraffic().in;
    return usage;
}

std::optional<Decimal> projection(FactList &list)
{
    const std::optional<Decimal> gigabytes =
        list.read(projectionPart)["projectedPublicBandwidthUsage"].decimal();
    return gigabytes ? gigabytes : list.listedTraffic().projected;
}

std::optional<QString> amount(const FactList &list, const std::optional<Decimal> &gigabytes)
{
    return gigabytes ? std::optional(list.text().gigabytes(*gigabytes)) : std::nullopt;
}

std::optional<Decimal> allocation(FactList &list)
{
    const std::optional<Decimal> gigabytes = list.read(allotmentPart)["allocation"]["amount"].decimal();
    return gigabytes ? gigabytes : list.listedTraffic().allocation;
}

std::optional<QString> allocationText(FactList &list)
{
    const std::optional<Decimal> gigabytes = allocation(list);
    if (!gigabytes)
        return std::nullopt;
    // "0" is what slcli calls so (softlayer-api §6.2).
    return gigabytes->isZero() ? BandwidthFactsText::tr("0 GB, pay as you go")
                               : list.text().gigabytes(*gigabytes);
}

/// Servers in the private network alone have no share of their own, and are members all the same, as the list
/// has it; where there is one, it is newer than the list.
void addPool(FactList &list)
{
    const JsonReader pool = list.read(allotmentPart)["bandwidthAllotment"];
    const std::optional<qint64> id = pool["id"].integer();
    const std::optional<qint64> type = pool["bandwidthAllotmentTypeId"].integer();
    if (id && type == poolType)
        list.poolLine(allotmentPart, BandwidthFactsText::tr("Pool"),
                      pool["name"].text().value_or(QString::number(*id)), *id);
    else if (const ListedTraffic &listed = list.listedTraffic(); listed.poolId && !(id && type))
        list.poolLine(allotmentPart, BandwidthFactsText::tr("Pool"),
                      listed.pool.isEmpty() ? QString::number(*listed.poolId) : listed.pool, *listed.poolId);
    else
        list.line({allotmentPart}, BandwidthFactsText::tr("Pool"), std::nullopt);
}

/// "980.4 GB · 4.9 % of 20,000 GB"
std::optional<QString> outOfAllocation(FactList &list)
{
    const std::optional<Decimal> out = publicUsage(list).out;
    const std::optional<Decimal> whole = allocation(list);
    if (!out || !whole || whole->isZero())
        return amount(list, out);
    //: Traffic, its share of the allocation in per cent, the allocation
    return BandwidthFactsText::tr("%1 · %2 of %3")
        .arg(list.text().gigabytes(*out), list.text().share(*out, *whole), list.text().gigabytes(*whole));
}

} // namespace

void traffic(FactList &list)
{
    list.amountLine({usagePart}, BandwidthFactsText::tr("Public out"), outOfAllocation(list));
    list.amountLine({usagePart}, BandwidthFactsText::tr("Public in"), amount(list, publicUsage(list).in));
    addPool(list);
}

void cycleUsage(FactList &list)
{
    const Usage open = publicUsage(list);
    const Usage inner = usageOf(list, QLatin1String("PRIVATE_SERVER_BW"));
    list.amountLine({usagePart}, BandwidthFactsText::tr("Public out"), outOfAllocation(list));
    list.amountLine({projectionPart}, BandwidthFactsText::tr("Projected out"),
                    amount(list, projection(list)));
    list.amountLine({usagePart}, BandwidthFactsText::tr("Public in"), amount(list, open.in));
    list.amountLine({usagePart}, BandwidthFactsText::tr("Private out"), amount(list, inner.out));
    list.amountLine({usagePart}, BandwidthFactsText::tr("Private in"), amount(list, inner.in));
}

void allotment(FactList &list)
{
    const JsonReader detail = list.read(allotmentPart);
    list.amountLine({allotmentPart}, BandwidthFactsText::tr("Allocation"), allocationText(list));
    addPool(list);
    list.optionalLine(allotmentPart, BandwidthFactsText::tr("Since"),
                      moment(list.text(), detail["effectiveDate"]));
    if (!detail["endEffectiveDate"].isAbsent())
        list.optionalLine(allotmentPart, BandwidthFactsText::tr("Until"),
                          moment(list.text(), detail["endEffectiveDate"]));
}

} // namespace layerscope::facts
