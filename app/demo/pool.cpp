// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/pool.h"

#include "demo/vocabulary.h"
#include "demo/wirevalues.h"

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 defaultRackId = 308999;
constexpr quint64 poolKey = 0x706F6F6CU; // keeps the pools' lots apart from the devices'

} // namespace

Pool::Pool(const AccountShape &shape, int number)
    : m_number(number)
    , m_draw(scramble(shape.seed()) ^ scramble(poolKey + static_cast<quint64>(number)))
{}

qint64 Pool::id() const
{
    constexpr int stride = 13;
    return m_number == 0 ? defaultRackId : defaultRackId + 2 + qint64{m_number - 1} * stride;
}

QString Pool::name() const
{
    if (m_number == 0)
        return u"Virtual Private Rack"_s;
    const auto names = poolNames();
    const auto position = static_cast<size_t>(m_number - 1);
    const QString &name = names[position % names.size()];
    const size_t round = position / names.size();
    return round == 0 ? name : QString(name + u' ' + QString::number(round + 1));
}

QJsonObject Pool::summary() const
{
    const auto allRegions = regions();
    const Region &region = allRegions[static_cast<size_t>(m_number) % allRegions.size()];
    const bool isPool = typeId() == 2;
    const qint64 created = accountNow - qint64{100 + m_draw.below(2500, Trait::Created)} * secondsADay;
    const bool ends = m_draw.perMille(50, Trait::Cancellation);
    return {
        {u"id"_s, id()},
        {u"accountId"_s, AccountShape::accountId()},
        {u"name"_s, name()},
        {u"bandwidthAllotmentTypeId"_s, typeId()},
        {u"locationGroupId"_s, region.id},
        {u"serviceProviderId"_s, 1},
        {u"createDate"_s, wireDate(created)},
        {u"endDate"_s, ends ? QJsonValue(wireDate(accountNow + 20 * secondsADay)) : QJsonValue()},
        {u"bandwidthAllotmentType"_s,
         QJsonObject{{u"id"_s, typeId()},
                     {u"keyName"_s, isPool ? u"VIRTUAL_DEDICATED_RACK"_s : u"VIRTUAL_PRIVATE_RACK"_s},
                     {u"shortDescription"_s, isPool ? u"Bandwidth pool"_s : u"Default rack"_s}}},
        {u"locationGroup"_s, QJsonObject{{u"id"_s, region.id},
                                         {u"locationGroupTypeId"_s, 1},
                                         {u"securityLevelId"_s, QJsonValue()},
                                         {u"name"_s, region.name},
                                         {u"description"_s, region.description}}},
    };
}

} // namespace layerscope::demo
