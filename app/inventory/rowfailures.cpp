// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/rowfailures.h"

#include <QSet>

namespace layerscope {

const ApiError *RowFailures::at(int row, int group) const
{
    const int *place = m_errorOfCells.find(keyOf(row, group));
    return place != nullptr ? &m_errors[*place] : nullptr;
}

QList<int> RowFailures::rows() const
{
    QSet<int> rows;
    m_errorOfCells.forEach([&rows](quint64 key, int) { rows.insert(rowOf(key)); });
    return {rows.cbegin(), rows.cend()};
}

void RowFailures::set(int row, GroupSet groups, const ApiError &error)
{
    if (m_errors.isEmpty() || m_errors.constLast() != error)
        m_errors.append(error);
    for (std::size_t group = 0; group < groups.size(); ++group) {
        if (groups.test(group))
            m_errorOfCells.insert(keyOf(row, static_cast<int>(group)), static_cast<int>(m_errors.size()) - 1);
    }
}

void RowFailures::clear()
{
    m_errorOfCells.clear();
    m_errors.clear();
}

void RowFailures::renumber(const QList<int> &newRowOfOld)
{
    SharedHash<quint64, int> renumbered;
    m_errorOfCells.forEach([&](quint64 key, int error) {
        if (const int row = newRowOfOld.at(rowOf(key)); row >= 0)
            renumbered.insert(keyOf(row, static_cast<int>(key % groupsOfRow)), error);
    });
    m_errorOfCells = renumbered;
}

} // namespace layerscope
