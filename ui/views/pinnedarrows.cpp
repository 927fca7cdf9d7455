// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pinnedarrows.h"

#include "views/pinnedcolumn.h"

#include <QHeaderView>
#include <QMouseEvent>
#include <QTreeView>

#include <utility>

namespace layerscope {

PinnedArrows::PinnedArrows(QTreeView &view)
    : QObject(&view)
    , m_view(view)
{
    view.viewport()->installEventFilter(this);
}

bool PinnedArrows::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
        return takesPress(*static_cast<const QMouseEvent *>(event));
    case QEvent::MouseMove:
        return m_isPressed;
    case QEvent::MouseButtonRelease:
        return std::exchange(m_isPressed, false);
    default:
        return QObject::eventFilter(watched, event);
    }
}

/// As QTreeView does: the press opens and closes, the second one of a double click does nothing.
bool PinnedArrows::takesPress(const QMouseEvent &mouse)
{
    const QModelIndex row = rowWithArrowAt(mouse.position().toPoint());
    m_isPressed = mouse.button() == Qt::LeftButton && row.isValid();
    if (m_isPressed && mouse.type() == QEvent::MouseButtonPress)
        m_view.setExpanded(row, !m_view.isExpanded(row));
    return m_isPressed;
}

QModelIndex PinnedArrows::rowWithArrowAt(const QPoint &point) const
{
    const PinnedColumn pinned(*m_view.header());
    if (!m_view.rootIsDecorated() || !pinned.covers(point.x()))
        return {};
    const bool isRightToLeft = m_view.layoutDirection() == Qt::RightToLeft;
    const int fromEdge =
        isRightToLeft ? pinned.left() + pinned.width() - 1 - point.x() : point.x() - pinned.left();
    const QModelIndex row = m_view.indexAt(point).siblingAtColumn(0);
    const bool hasArrow = row.isValid() && !row.parent().isValid() && m_view.model()->hasChildren(row);
    return hasArrow && fromEdge < m_view.indentation() ? row : QModelIndex();
}

} // namespace layerscope
