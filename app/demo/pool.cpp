// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/pool.h"

#include "demo/wirevalues.h"

#include <algorithm>
#include <array>

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 defaultRackId = 308999;
constexpr qint64 firstPoolId = defaultRackId + 2;
constexpr int poolIdStride = 13;
constexpr qint64 firstControllerId = 41001;
constexpr qint64 firstPoolBillingItemId = 870000001;
constexpr qint64 firstControllerBillingItemId = 875000001;
constexpr int maxControllers = 2;
constexpr quint64 poolKey = 0x706F6F6CU; // keeps the pools' lots apart from the devices'

// Peculiar pools come at fixed intervals, so that a few pools show most of what there is.
constexpr int endsEvery = 9;
constexpr int hiddenEvery = 8;
constexpr int controllersEvery = 10;
constexpr int unbilledPoolEvery = 11;
constexpr int samePoolNameEvery = 18;
constexpr int samePoolNameDistance = 3;

/// Ids of regions, as in the vocabulary.
enum RegionId : qint64 { Us = 1, Europe = 2, Asia = 3, Australia = 4, Frankfurt = 5 };

struct PoolPlan
{
    Pool::Sort sort;
    qint64 region; ///< 0: one of the small regions, by turns
};

/// Pools 1 to 20, then the same again, as there are names. Regions are about as frequent as the servers in
/// them.
const PoolPlan &planOf(int number)
{
    using enum Pool::Sort;
    static constexpr std::array<PoolPlan, 20> plans{{
        {Balanced, Europe},    {ProjectedOver, Us}, {Balanced, Asia},        {Over, Us},
        {Balanced, Frankfurt}, {Balanced, Asia},    {Empty, Frankfurt},      {Balanced, Us},
        {Tiny, Europe},        {Silent, Us},        {Balanced, Us},          {Balanced, Europe},
        {Balanced, Us},        {ProjectedOver, Us}, {Balanced, Australia},   {Balanced, Asia},
        {Balanced, Frankfurt}, {Balanced, 0},       {ProjectedOver, Europe}, {Balanced, Us},
    }};
    return plans[static_cast<size_t>(number - 1) % plans.size()];
}

qint64 regionIdOf(int number)
{
    static constexpr std::array<qint64, 5> smallRegions{7, 9, 8, 6, 10};
    if (number == 0)
        return Us;
    const qint64 planned = planOf(number).region;
    return planned != 0 ? planned : smallRegions[static_cast<size_t>(number / 20) % smallRegions.size()];
}

QString nameAt(int position)
{
    const auto names = poolNames();
    const auto place = static_cast<size_t>(position);
    const QString &name = names[place % names.size()];
    const size_t round = place / names.size();
    return round == 0 ? name : QString(name + u' ' + QString::number(round + 1));
}

} // namespace

Pool::Pool(const AccountShape &shape, int number)
    : m_number(number)
    , m_draw(scramble(shape.seed()) ^ scramble(poolKey + static_cast<quint64>(number)))
{}

std::optional<int> Pool::numberOf(const AccountShape &shape, qint64 id)
{
    if (shape.poolCount() == 0)
        return std::nullopt;
    if (id == defaultRackId)
        return 0;
    const qint64 distance = id - firstPoolId;
    if (distance < 0 || distance % poolIdStride != 0 || distance / poolIdStride >= shape.poolCount())
        return std::nullopt;
    return static_cast<int>(distance / poolIdStride) + 1;
}

qint64 Pool::id() const
{
    return m_number == 0 ? defaultRackId : firstPoolId + qint64{m_number - 1} * poolIdStride;
}

QString Pool::name() const
{
    if (m_number == 0)
        return u"Virtual Private Rack"_s;
    // Some are named like another one, as a pool that replaces it would be.
    const int position = m_number - 1;
    return nameAt(isNth(samePoolNameEvery, 6) ? position - samePoolNameDistance : position);
}

Pool::Sort Pool::sort() const
{
    return m_number == 0 ? Sort::Balanced : planOf(m_number).sort;
}

const Region &Pool::region() const
{
    const auto all = regions();
    return *std::find_if(all.begin(), all.end(),
                         [id = regionIdOf(m_number)](const Region &region) { return region.id == id; });
}

qint64 Pool::createdAt() const
{
    const int days =
        sort() == Sort::Empty ? m_draw.below(5, Trait::Created) : 100 + m_draw.below(2500, Trait::Created);
    return accountNow - qint64{1 + days} * secondsADay - m_draw.below(50000, Trait::Created, 1);
}

std::optional<qint64> Pool::endsAt() const
{
    if (!isNth(endsEvery, 6))
        return std::nullopt;
    return accountNow + daysLeft * secondsADay;
}

bool Pool::takes(const Datacenter &datacenter) const
{
    return m_number > 0 && sort() != Sort::Empty && regionIdOf(m_number) == datacenter.regionId;
}

quint64 Pool::attraction() const
{
    return m_draw.number(Trait::Pool);
}

int Pool::load() const
{
    switch (sort()) {
    case Sort::Over:
        return 1035 + m_draw.below(120, Trait::Outbound);
    case Sort::ProjectedOver:
        return 450 + m_draw.below(400, Trait::Outbound);
    default:
        return 20 + m_draw.below(440, Trait::Outbound);
    }
}

std::optional<qint64> Pool::memberTraffic(const Draw &member, std::optional<int> allocationGb,
                                          Trait direction) const
{
    constexpr quint64 lot = 10; // apart from the lots of devices outside of pools
    constexpr int tiny = 600;
    constexpr int largeGb = 5000;
    static constexpr std::array lightUpTo{100, 2'000, 40'000, 600'000};
    if (sort() == Sort::Silent)
        return std::nullopt;
    if (sort() == Sort::Tiny)
        return member.below(tiny, direction, lot);
    const bool isStrained = sort() == Sort::Over || sort() == Sort::ProjectedOver;
    const int allocation = allocationGb.value_or(0);
    if (allocation == 0 || (!isStrained && member.below(4, direction, lot) == 0)) {
        return member.below(pick(lightUpTo, member, direction, lot + 1), direction, lot + 2);
    }
    // In a strained pool those who have much decide: they stay near the pool's load, or it would not be what
    // it is said to be.
    const int spread = isStrained && allocation >= largeGb ? 970 + member.below(90, direction, lot + 3)
                                                           : 100 + member.below(1800, direction, lot + 3);
    const qint64 planned = qint64{allocation} * 100'000 / 1000 * load() / 1000 * spread;
    const qint64 amount = planned + member.below(10'000, direction, lot + 4);
    return direction == Trait::Inbound ? amount / 3 : amount;
}

QList<HiddenMember> Pool::hiddenMembers() const
{
    static constexpr std::array relations{PoolRelation::Hardware, PoolRelation::VirtualGuests,
                                          PoolRelation::BareMetalInstances, PoolRelation::VirtualGuests};
    static constexpr std::array allocations{250, 1000, 5000};
    if (!isNth(hiddenEvery, 5) || sort() == Sort::Empty)
        return {};
    QList<HiddenMember> hidden;
    const int count = 1 + m_draw.below(3, Trait::Hidden);
    for (int nth = 0; nth < count; ++nth) {
        const auto lot = static_cast<quint64>(nth) * 8 + 1;
        const int allocation = pick(allocations, m_draw, Trait::Hidden, lot + 1);
        const Draw member(m_draw.number(Trait::Hidden, lot + 2));
        hidden.append({pick(relations, m_draw, Trait::Hidden, lot), allocation,
                       memberTraffic(member, allocation, Trait::Outbound),
                       memberTraffic(member, allocation, Trait::Inbound)});
    }
    return hidden;
}

JsonArray Pool::controllers() const
{
    JsonArray all;
    if (!isNth(controllersEvery, 3) || sort() == Sort::Empty)
        return all;
    const int count = 1 + m_draw.below(maxControllers, Trait::Controllers);
    for (int nth = 0; nth < count; ++nth) {
        const qint64 number = qint64{m_number} * maxControllers + nth;
        all.append(
            JsonObject{{u"id"_s, firstControllerId + number},
                       {u"name"_s, QString(u"ADC-"_s + QString::number(number))},
                       {u"billingItem"_s, JsonObject{{u"id"_s, firstControllerBillingItemId + number}}}});
    }
    return all;
}

JsonValue Pool::billingItem() const
{
    static constexpr std::array cents{2500, 2500, 0, 5000};
    if (m_number == 0 || isNth(unbilledPoolEvery, 8))
        return absent;
    const int fee = pick(cents, m_draw, Trait::Fee);
    const auto end = endsAt();
    return JsonObject{{u"id"_s, firstPoolBillingItemId + m_number},
                      {u"recurringFee"_s, wireDecimal(fee, 2)},
                      {u"createDate"_s, wireDate(createdAt())},
                      {u"cycleStartDate"_s, wireDate(cycleStart)},
                      {u"lastBillDate"_s, wireDate(cycleStart)},
                      {u"nextBillDate"_s, wireDate(nextBill)},
                      {u"cancellationDate"_s, end ? JsonValue(wireDate(*end)) : JsonValue()},
                      {u"hourlyFlag"_s, false},
                      {u"nextInvoiceTotalRecurringAmount"_s, static_cast<double>(fee) / 100}};
}

JsonObject Pool::summary() const
{
    const Region &place = region();
    const bool isPool = typeId() == 2;
    const auto end = endsAt();
    return {
        {u"id"_s, id()},
        {u"accountId"_s, AccountShape::accountId()},
        {u"name"_s, name()},
        {u"bandwidthAllotmentTypeId"_s, typeId()},
        {u"locationGroupId"_s, place.id},
        {u"serviceProviderId"_s, 1},
        {u"createDate"_s, wireDate(createdAt())},
        {u"endDate"_s, end ? JsonValue(wireDate(*end)) : JsonValue()},
        {u"bandwidthAllotmentType"_s,
         JsonObject{{u"id"_s, typeId()},
                    {u"keyName"_s, isPool ? u"VIRTUAL_DEDICATED_RACK"_s : u"VIRTUAL_PRIVATE_RACK"_s},
                    {u"shortDescription"_s, isPool ? u"Bandwidth pool"_s : u"Default rack"_s}}},
        {u"locationGroup"_s, JsonObject{{u"id"_s, place.id},
                                        {u"locationGroupTypeId"_s, 1},
                                        {u"securityLevelId"_s, JsonValue()},
                                        {u"name"_s, place.name},
                                        {u"description"_s, place.description}}},
    };
}

} // namespace layerscope::demo
