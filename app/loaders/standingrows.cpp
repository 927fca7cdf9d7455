// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/standingrows.h"

#include <algorithm>

namespace layerscope {

StandingRows::StandingRows(const InventoryTable &table)
    : m_table(table)
    , m_nesting(*tableSpec(table.catalogue()).nesting)
{}

std::optional<qint64> StandingRows::parentOf(int row) const
{
    if (m_table.key(row).kind == m_nesting.restKind)
        return m_table.key(row).id;
    if (!m_table.hasValue(row, m_nesting.parentIdColumn))
        return std::nullopt;
    return m_table.bits(row, m_nesting.parentIdColumn);
}

QHash<qint64, QList<int>> StandingRows::below(const QSet<qint64> &parentIds,
                                              const std::function<bool(int)> &isOut) const
{
    QHash<qint64, QList<int>> rows;
    for (int row = 0; row < m_table.rowCount(); ++row) {
        if (m_table.key(row).kind == m_nesting.restKind || isOut(row))
            continue;
        if (const std::optional<qint64> parentId = parentOf(row); parentId && parentIds.contains(*parentId))
            rows[*parentId].append(row);
    }
    return rows;
}

std::optional<int> StandingRows::rowOfSame(RowKey key) const
{
    const std::optional<RowKey> thing = rowOfOwnTable(key);
    for (const ListBelow &list : m_nesting.lists) {
        const RowKey other{list.kind, key.id};
        const bool isSame = other == key || (thing && rowOfOwnTable(other) == thing);
        const std::optional<int> row = isSame ? m_table.find(other) : std::nullopt;
        if (row && m_table.isListed(*row))
            return row;
    }
    return std::nullopt;
}

RowKind StandingRows::kindOfSame(RowKind kind, RowKind other) const
{
    const auto first =
        std::find_if(m_nesting.lists.begin(), m_nesting.lists.end(), [kind, other](const ListBelow &list) {
            return list.kind == kind || list.kind == other;
        });
    return first != m_nesting.lists.end() ? first->kind : kind;
}

} // namespace layerscope
