// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/rowrepaints.h"

#include <QTreeView>

using namespace std::chrono_literals;

namespace layerscope {

namespace {

constexpr auto frame = 16ms; // one repaint of 60 a second

} // namespace

RowRepaints::RowRepaints(QTreeView &view)
    : QObject(&view)
    , m_view(view)
{
    m_frame.setSingleShot(true);
    m_frame.setInterval(frame);
    connect(&m_frame, &QTimer::timeout, this, &RowRepaints::repaint);
}

void RowRepaints::add(const QModelIndex &topLeft, const QModelIndex &bottomRight)
{
    m_dirty.add(topLeft, bottomRight);
    if (!m_frame.isActive())
        m_frame.start();
}

void RowRepaints::clear()
{
    m_dirty.clear();
}

void RowRepaints::repaint()
{
    if (!m_view.isVisible() || m_dirty.isEmpty()) {
        m_dirty.clear();
        return;
    }
    QWidget *viewport = m_view.viewport();
    for (const QModelIndex &index : indexesBetween(m_view, 0, viewport->height())) {
        if (!m_dirty.contains(index))
            continue;
        const QRect rect = m_view.visualRect(index.siblingAtColumn(m_view.treePosition()));
        viewport->update(0, rect.top(), viewport->width(), rect.height());
    }
    m_dirty.clear();
}

} // namespace layerscope
