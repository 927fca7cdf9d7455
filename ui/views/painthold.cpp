// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/painthold.h"

#include <QAbstractScrollArea>
#include <QScrollBar>

namespace layerscope {

namespace {

constexpr int manyRows = 20'000;

} // namespace

PaintHold::PaintHold(QAbstractScrollArea &view)
    : QObject(&view)
    , m_view(view)
{
    m_end.setSingleShot(true);
    m_end.setInterval(0);
    connect(&m_end, &QTimer::timeout, this, [this] { m_view.viewport()->setUpdatesEnabled(true); });
}

void PaintHold::onLaidOut(int rowHeight)
{
    if (m_view.verticalScrollBar()->maximum() < manyRows * rowHeight)
        return;
    m_view.viewport()->setUpdatesEnabled(false);
    m_end.start();
}

} // namespace layerscope
