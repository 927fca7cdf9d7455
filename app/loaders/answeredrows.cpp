// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/answeredrows.h"

namespace layerscope {

void AnsweredRows::recount(GroupSet wanted)
{
    m_wanted = wanted;
    m_isSettled.clear();
    m_count = 0;
    lookAtNewRows();
}

void AnsweredRows::lookAtNewRows()
{
    const int known = rowsKnown();
    m_isSettled.resize(static_cast<std::size_t>(m_table.rowCount()));
    for (int row = known; row < m_table.rowCount(); ++row)
        lookAt(row);
}

void AnsweredRows::lookAt(int row)
{
    if (row >= rowsKnown())
        return;
    const bool is = isSettled(row);
    auto was = m_isSettled[static_cast<std::size_t>(row)];
    m_count += int(is) - int(was);
    was = is;
}

bool AnsweredRows::isSettled(int row) const
{
    if (m_table.missingGroups(row, m_wanted).any())
        return false;
    // Whenever other columns are wanted all rows are looked at, and most of them are whole.
    if (m_table.rowState(row, m_wanted) == RowState::Complete)
        return true;
    for (int group = 0; group < m_table.catalogue().groupCount(); ++group) {
        if (m_wanted.test(static_cast<std::size_t>(group)) &&
            m_table.groupState(row, group) == CellState::Loading)
            return false;
    }
    return true;
}

} // namespace layerscope
