// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/networkrows.h"

#include "demo/devicerows.h"

namespace layerscope::demo {

VlanRows::VlanRows(NetworkView view)
    : m_view(std::move(view))
    , m_rows(m_view.vlans())
{}

JsonValue VlanRows::value(int row, const QString &property) const
{
    return parts(row, property, {});
}

JsonValue VlanRows::parts(int row, const QString &property, const QStringList &wanted) const
{
    return vlanProperty(m_view, m_rows.at(row), property, wanted);
}

std::optional<int> VlanRows::rowOfId(qint64 id) const
{
    return positionOf(m_rows, m_view.rowOfVlan(id));
}

SubnetRows::SubnetRows(NetworkView view, QList<int> rows)
    : m_view(std::move(view))
    , m_rows(std::move(rows))
{}

JsonValue SubnetRows::value(int row, const QString &property) const
{
    return parts(row, property, {});
}

JsonValue SubnetRows::parts(int row, const QString &property, const QStringList &wanted) const
{
    return subnetProperty(m_view, m_rows.at(row), property, wanted);
}

std::optional<int> SubnetRows::rowOfId(qint64 id) const
{
    return positionOf(m_rows, m_view.rowOfSubnet(id));
}

} // namespace layerscope::demo
