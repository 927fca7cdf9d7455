// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/barscale.h"

#include <algorithm>

namespace layerscope {

BarScale::BarScale(ColumnIndex percent, ColumnIndex within, std::optional<RowKind> notOf)
    : m_percent(percent)
    , m_within(within)
    , m_notOf(notOf)
{}

double BarScale::largestBeside(const InventoryTable &table, int row)
{
    const quint64 revision = std::max(table.revision(m_percent), table.revision(m_within));
    if (m_revision != revision) {
        measure(table);
        m_revision = revision;
    }
    return table.hasValue(row, m_within) ? m_largest.value(table.bits(row, m_within)) : 0;
}

void BarScale::measure(const InventoryTable &table)
{
    m_largest.clear();
    for (int row = 0; row < table.rowCount(); ++row) {
        if (!table.hasValue(row, m_percent) || !table.hasValue(row, m_within) ||
            table.key(row).kind == m_notOf)
            continue;
        double &largest = m_largest[table.bits(row, m_within)];
        largest = std::max(largest, table.decimal(row, m_percent).toDouble());
    }
}

} // namespace layerscope
