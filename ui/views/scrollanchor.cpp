// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scrollanchor.h"

#include "views/rowselection.h"
#include "views/visiblerows.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QScrollBar>
#include <QTreeView>

namespace layerscope {

namespace {

/// The tree's column, with the name, is always shown; in other columns a row may have no rectangle.
QRect rectOfRow(const QTreeView &view, const QModelIndex &index)
{
    return view.visualRect(index.siblingAtColumn(view.treePosition()));
}

} // namespace

void ScrollAnchor::capture(const QTreeView &view)
{
    m_current = {};
    m_isCurrentSeen = false;
    m_top = {};
    const QRect screen = view.viewport()->rect();
    const QModelIndex current = view.currentIndex();
    if (current.isValid() && RowSelection::isSelectedIn(view, current)) {
        const QRect rect = rectOfRow(view, current);
        m_isCurrentSeen = rect.top() < screen.bottom() && rect.bottom() > screen.top();
        if (m_isCurrentSeen)
            m_current = {current, rect.top()};
    }
    if (view.verticalScrollBar()->value() == 0)
        return; // and to look would lay out what came at the end meanwhile, for nothing
    const QModelIndex top = rowAt(view, 0);
    if (top.isValid())
        m_top = {top, rectOfRow(view, top).top()};
}

void ScrollAnchor::restore(QTreeView &view, bool personAsked) const
{
    QScrollBar *bar = view.verticalScrollBar();
    Place current = m_current;
    // Of a row that stood in several groups and stands in one now, its selection may know alone.
    if (m_isCurrentSeen && !current.index.isValid())
        current.index = view.currentIndex();
    const Place &place = current.index.isValid() || personAsked ? current : m_top;
    if (place.index.isValid()) {
        const QRect rect = rectOfRow(view, place.index);
        if (rect.isValid()) { // not in a closed group
            bar->setValue(bar->value() + rect.top() - place.y);
            return;
        }
    }
    if (personAsked)
        bar->setValue(0);
}

} // namespace layerscope
