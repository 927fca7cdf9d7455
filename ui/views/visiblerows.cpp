// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/visiblerows.h"

#include <QTreeView>

#include <algorithm>

namespace layerscope {

namespace {

constexpr qsizetype maxRowsRemembered =
    8192; // then it is cheaper to paint the screen once than to remember more

} // namespace

QModelIndex rowAt(const QTreeView &view, int y)
{
    // Anywhere else there may be no column, if all are narrower than the view or it is read from the right.
    return view.indexAt(QPoint(view.columnViewportPosition(view.treePosition()) + 1, y));
}

QList<QModelIndex> indexesBetween(const QTreeView &view, int top, int bottom)
{
    QList<QModelIndex> indexes;
    // Rows are equally high, so indexAt() finds each by a division; the first one tells where the others
    // begin.
    QModelIndex index = rowAt(view, top);
    if (!index.isValid() && top < 0)
        index = rowAt(view, top = 0); // the tree begins in between
    if (!index.isValid())
        return indexes;
    const int height = view.visualRect(index).height();
    int y = view.visualRect(index).top();
    if (height <= 0)
        return indexes;
    for (; y < bottom; y += height) {
        index = rowAt(view, y);
        if (!index.isValid())
            break;
        indexes.append(index.siblingAtColumn(0));
    }
    return indexes;
}

void DirtyRows::add(const QModelIndex &topLeft, const QModelIndex &bottomRight)
{
    if (m_all)
        return;
    if (topLeft.row() != bottomRight.row() || m_rows.size() >= maxRowsRemembered)
        m_all = true;
    else
        m_rows.insert(ParentId::rowNumber(topLeft));
}

void DirtyRows::clear()
{
    m_rows.clear();
    m_all = false;
}

} // namespace layerscope
