// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/devicerows.h"

#include "demo/deviceproperties.h"

#include <algorithm>

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

DeviceRows::DeviceRows(const AccountShape &shape, DeviceKind kind, const QList<qint64> &vanished)
    : m_shape(shape)
    , m_kind(kind)
{
    for (const qint64 id : vanished) {
        if (const auto index = shape.deviceIndex(kind, id))
            m_vanished.append(*index);
    }
    std::sort(m_vanished.begin(), m_vanished.end());
    m_vanished.erase(std::unique(m_vanished.begin(), m_vanished.end()), m_vanished.end());
}

int DeviceRows::count() const
{
    return m_shape.deviceCount(m_kind) - static_cast<int>(m_vanished.size());
}

QJsonValue DeviceRows::value(int row, const QString &property) const
{
    return demo::property(Device(m_shape, m_kind, indexOf(row)), property);
}

QJsonValue DeviceRows::parts(int row, const QString &property, const QStringList &wanted) const
{
    return demo::parts(Device(m_shape, m_kind, indexOf(row)), property, wanted);
}

std::optional<int> DeviceRows::rowOfId(qint64 id) const
{
    const auto index = m_shape.deviceIndex(m_kind, id);
    if (!index)
        return std::nullopt;
    const auto next = std::lower_bound(m_vanished.cbegin(), m_vanished.cend(), *index);
    if (next != m_vanished.cend() && *next == *index)
        return std::nullopt;
    return *index - static_cast<int>(next - m_vanished.cbegin());
}

int DeviceRows::indexOf(int row) const
{
    int index = row;
    for (const int vanished : m_vanished) {
        if (vanished > index)
            break;
        ++index;
    }
    return index;
}

std::optional<int> ArrayRows::rowOfId(qint64 id) const
{
    for (int row = 0; row < count(); ++row) {
        if (value(row, u"id"_s).toInteger(-1) == id)
            return row;
    }
    return std::nullopt;
}

} // namespace layerscope::demo
