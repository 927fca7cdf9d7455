// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/poolrows.h"

#include "demo/deviceproperties.h"

#include <algorithm>

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

std::optional<int> positionOf(const QList<int> &ascending, std::optional<int> wanted)
{
    if (!wanted)
        return std::nullopt;
    const auto found = std::lower_bound(ascending.cbegin(), ascending.cend(), *wanted);
    if (found == ascending.cend() || *found != *wanted)
        return std::nullopt;
    return static_cast<int>(found - ascending.cbegin());
}

} // namespace

PoolRows::PoolRows(PoolViews views, int first)
    : m_views(std::move(views))
    , m_numbers(m_views.numbers(first))
{}

QJsonValue PoolRows::value(int row, const QString &property) const
{
    return parts(row, property, {});
}

QJsonValue PoolRows::parts(int row, const QString &property, const QStringList &wanted) const
{
    return demo::property(m_views.view(m_numbers.at(row)), property, wanted);
}

std::optional<int> PoolRows::rowOfId(qint64 id) const
{
    return positionOf(m_numbers, m_views.numberOf(id));
}

PoolMemberRows::PoolMemberRows(const PoolView &view, PoolRelation relation)
    : m_shape(view.shape())
    , m_kind(kindOf(relation))
    , m_indexes(view.members().of(relation))
{}

QJsonValue PoolMemberRows::value(int row, const QString &property) const
{
    return demo::property(Device(m_shape, m_kind, m_indexes.at(row)), property);
}

QJsonValue PoolMemberRows::parts(int row, const QString &property, const QStringList &wanted) const
{
    return demo::parts(Device(m_shape, m_kind, m_indexes.at(row)), property, wanted);
}

std::optional<int> PoolMemberRows::rowOfId(qint64 id) const
{
    return positionOf(m_indexes, m_shape.deviceIndex(m_kind, id));
}

QJsonValue PoolDetailRows::value(int row, const QString &property) const
{
    return allotmentDetail(m_devices.at(row), {property})[property];
}

std::optional<int> PoolDetailRows::rowOfId(qint64 id) const
{
    for (int row = 0; row < count(); ++row) {
        if (value(row, u"id"_s).toInteger() == id)
            return row;
    }
    return std::nullopt;
}

} // namespace layerscope::demo
