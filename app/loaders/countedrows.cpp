// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/countedrows.h"

namespace layerscope {

const CountedRows::Count &CountedRows::of(const InventoryTable &table, GroupSet wanted,
                                          const QList<RowKind> &kinds)
{
    const Question question{table.revision(), wanted, kinds};
    if (m_answered == question)
        return m_count;
    m_answered = question;
    m_count = {};
    std::array<bool, rowKindCount> isOfLoad{};
    for (const RowKind kind : kinds)
        isOfLoad[static_cast<std::size_t>(kind)] = true;
    for (int row = 0; row < table.rowCount(); ++row) {
        const auto kind = static_cast<std::size_t>(table.key(row).kind);
        ++m_count.rows[kind];
        if (isOfLoad[kind])
            m_count.tally.add(table, row, wanted);
    }
    return m_count;
}

} // namespace layerscope
