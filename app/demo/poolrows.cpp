// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/poolrows.h"

#include "demo/deviceproperties.h"
#include "demo/devicerows.h"

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

PoolRows::PoolRows(PoolViews views, int first)
    : m_views(std::move(views))
    , m_numbers(m_views.numbers(first))
{}

JsonValue PoolRows::value(int row, const QString &property) const
{
    return parts(row, property, {});
}

JsonValue PoolRows::parts(int row, const QString &property, const QStringList &wanted) const
{
    return demo::property(m_views.view(m_numbers.at(row)), property, wanted);
}

std::optional<int> PoolRows::rowOfId(qint64 id) const
{
    return positionOf(m_numbers, m_views.numberOf(id));
}

JsonValue PoolDetailRows::value(int row, const QString &property) const
{
    return allotmentDetail(m_devices.at(row), {property}).toObject().value(property);
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
