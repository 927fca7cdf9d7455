// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/arrangement.h"

#include <QHash>
#include <QList>
#include <QString>

namespace layerscope {

/// Puts rows into groups by the value of a column, of a list of texts by each of them, then orders the
/// groups: texts in natural order, numbers and dates by value; the rows that truly have none, then those of
/// which it is not known, come last. Pure; for workers. O(rows).
class RowGroups
{
public:
    /// `wanted` is what row_state is about.
    RowGroups(const InventoryTable &table, ColumnIndex column, GroupSet wanted);

    /// In the order in which rows are to stand within their groups.
    void add(int row);
    [[nodiscard]] QList<Arrangement::Group> takeSorted();

private:
    void put(int row, int group) { m_groups[group].rows.append(row); }
    [[nodiscard]] const QList<int> &groupsOfValue(int row);
    [[nodiscard]] int groupOfKey(const QString &key, int row);
    [[nodiscard]] int groupWithoutKey(int row, bool isEmpty);
    [[nodiscard]] int newGroup(const QString &key, int row);

    const InventoryTable &m_table;
    ColumnIndex m_column;
    GroupSet m_wanted;
    bool m_isRowState;
    QList<Arrangement::Group> m_groups;
    QList<int> m_firstRows; ///< A row of each group, for its value
    QHash<qint64, QList<int>> m_groupsOfBits;
    QHash<QString, int> m_groupOfKey;
    int m_emptyGroup = -1;
    int m_unknownGroup = -1;
};

} // namespace layerscope
