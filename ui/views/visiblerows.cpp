// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/visiblerows.h"

#include <QTreeView>

#include <algorithm>

namespace layerscope {

namespace {

constexpr qsizetype mostRemembered =
    8192; // then it is cheaper to paint the screen once than to remember more

} // namespace

QList<QModelIndex> indexesBetween(const QTreeView &view, int top, int bottom)
{
    QList<QModelIndex> indexes;
    // Rows are equally high, so indexAt() finds each by a division; the first one tells where the others
    // begin.
    QModelIndex index = view.indexAt(QPoint(0, top));
    if (!index.isValid() && top < 0)
        index = view.indexAt(QPoint(0, top = 0)); // the tree begins in between
    if (!index.isValid())
        return indexes;
    const int height = view.visualRect(index).height();
    int y = view.visualRect(index).top();
    if (height <= 0)
        return indexes;
    for (; y < bottom; y += height) {
        index = view.indexAt(QPoint(0, y));
        if (!index.isValid())
            break;
        indexes.append(index.siblingAtColumn(0));
    }
    return indexes;
}

quint64 DirtyRows::keyOf(const QModelIndex &index)
{
    return (static_cast<quint64>(index.internalId()) << 32) | static_cast<quint32>(index.row());
}

void DirtyRows::add(const QModelIndex &topLeft, const QModelIndex &bottomRight)
{
    if (m_all)
        return;
    if (topLeft.row() != bottomRight.row() || m_rows.size() >= mostRemembered)
        m_all = true;
    else
        m_rows.insert(keyOf(topLeft));
}

void DirtyRows::clear()
{
    m_rows.clear();
    m_all = false;
}

} // namespace layerscope
