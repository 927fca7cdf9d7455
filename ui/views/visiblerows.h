// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/parentid.h"

#include <QList>
#include <QModelIndex>
#include <QSet>

class QTreeView;

namespace layerscope {

/// The row at this height of the viewport, as an index of the tree's column; invalid: none.
[[nodiscard]] QModelIndex rowAt(const QTreeView &view, int y);

/// The indexes (of column 0, groups among them) of a tree with uniform rows between two heights of its
/// viewport, which may lie outside of it. O(rows between), whatever the tree's size.
[[nodiscard]] QList<QModelIndex> indexesBetween(const QTreeView &view, int top, int bottom);

/// Rows that changed since the last repaint. Thousands of dataChanged a second come in here, some dozen
/// repaints go out.
class DirtyRows
{
public:
    void add(const QModelIndex &topLeft, const QModelIndex &bottomRight);
    [[nodiscard]] bool isEmpty() const { return !m_all && m_rows.isEmpty(); }
    [[nodiscard]] bool contains(const QModelIndex &index) const
    {
        return m_all || m_rows.contains(ParentId::rowNumber(index));
    }
    void clear();

private:
    QSet<quint64> m_rows; ///< Their ParentId::rowNumber(), something else after the next layout
    bool m_all = false;
};

} // namespace layerscope
