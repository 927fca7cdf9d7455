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

JsonValue DeviceRows::value(int row, const QString &property) const
{
    return demo::property(Device(m_shape, m_kind, indexOf(row)), property);
}

JsonValue DeviceRows::parts(int row, const QString &property, const QStringList &wanted) const
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

JsonValue ChosenDeviceRows::value(int row, const QString &property) const
{
    return demo::property(Device(m_shape, m_kind, m_indexes.at(row)), property);
}

JsonValue ChosenDeviceRows::parts(int row, const QString &property, const QStringList &wanted) const
{
    return demo::parts(Device(m_shape, m_kind, m_indexes.at(row)), property, wanted);
}

std::optional<int> ChosenDeviceRows::rowOfId(qint64 id) const
{
    return positionOf(m_indexes, m_shape.deviceIndex(m_kind, id));
}

std::optional<int> ArrayRows::rowOfId(qint64 id) const
{
    for (int row = 0; row < count(); ++row) {
        if (value(row, u"id"_s).toInteger(-1) == id)
            return row;
    }
    return std::nullopt;
}

JsonArray devicesOf(const AccountShape &shape, DeviceKind kind, const QList<int> &indexes,
                    const QStringList &wanted)
{
    JsonArray all;
    for (const int index : indexes) {
        const Device device(shape, kind, index);
        JsonObject object;
        for (const QString &name : wanted) {
            const JsonValue value = property(device, name);
            if (!value.isUndefined())
                object.insert(name, value);
        }
        all.append(wanted.isEmpty() ? everything(device) : object);
    }
    return all;
}

std::optional<int> positionOf(const QList<int> &ascending, std::optional<int> wanted)
{
    if (!wanted)
        return std::nullopt;
    const auto found = std::lower_bound(ascending.cbegin(), ascending.cend(), *wanted);
    if (found == ascending.cend() || *found != *wanted)
        return std::nullopt;
    return static_cast<int>(found - ascending.cbegin());
}

} // namespace layerscope::demo
