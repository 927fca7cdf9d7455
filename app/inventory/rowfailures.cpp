// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/rowfailures.h"

#include <algorithm>

namespace layerscope {

const ApiError *RowFailures::at(int row, int group) const
{
    const int number = m_errorNumbers[static_cast<std::size_t>(group)].at(row);
    return number > 0 ? &m_errors[number - 1] : nullptr;
}

QList<int> RowFailures::rows() const
{
    QList<int> rows;
    if (isEmpty())
        return rows;
    std::vector<bool> hasAny;
    for (const RowValues<int> &numbers : m_errorNumbers) {
        hasAny.resize(std::max(hasAny.size(), static_cast<std::size_t>(numbers.end())));
        for (int row = 0; row < numbers.end(); ++row) {
            if (numbers.at(row) > 0)
                hasAny[static_cast<std::size_t>(row)] = true;
        }
    }
    for (std::size_t row = 0; row < hasAny.size(); ++row) {
        if (hasAny[row])
            rows.append(static_cast<int>(row));
    }
    return rows;
}

void RowFailures::set(int row, GroupSet groups, const ApiError &error)
{
    if (m_errors.isEmpty() || m_errors.constLast() != error)
        m_errors.append(error);
    for (std::size_t group = 0; group < m_errorNumbers.size(); ++group) {
        if (!groups.test(group))
            continue;
        int &number = m_errorNumbers[group].own(row);
        m_count += number == 0 ? 1 : 0;
        number = static_cast<int>(m_errors.size());
    }
}

void RowFailures::remove(int row, int group)
{
    RowValues<int> &numbers = m_errorNumbers[static_cast<std::size_t>(group)];
    if (numbers.at(row) == 0)
        return; // spares copying a block that a snapshot shares
    numbers.set(row, 0);
    --m_count;
}

void RowFailures::clear()
{
    *this = RowFailures(static_cast<int>(m_errorNumbers.size()));
}

void RowFailures::renumber(const QList<int> &newRowOfOld)
{
    for (RowValues<int> &numbers : m_errorNumbers) {
        for (int row = 0; row < newRowOfOld.size(); ++row)
            m_count -= newRowOfOld[row] < 0 && numbers.at(row) > 0 ? 1 : 0;
        numbers.renumber(newRowOfOld);
    }
}

} // namespace layerscope
