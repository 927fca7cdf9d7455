// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/painthold.h"

#include <QAbstractScrollArea>
#include <QScrollBar>

using namespace std::chrono_literals;

namespace layerscope {

namespace {

constexpr int manyRows = 20'000;
constexpr auto longest = 100ms; // if they are not laid out, since the view was hidden meanwhile

} // namespace

PaintHold::PaintHold(QAbstractScrollArea &view)
    : QObject(&view)
    , m_view(view)
{
    m_end.setSingleShot(true);
    connect(&m_end, &QTimer::timeout, this, [this] { m_view.viewport()->setUpdatesEnabled(true); });
}

void PaintHold::onLayoutDue(int rowHeight)
{
    if (m_view.isVisible())
        hold(rowHeight, longest);
}

void PaintHold::onLaidOut(int rowHeight)
{
    hold(rowHeight, 0ms);
}

void PaintHold::hold(int rowHeight, std::chrono::milliseconds most)
{
    if (m_view.verticalScrollBar()->maximum() < manyRows * rowHeight)
        return;
    m_view.viewport()->setUpdatesEnabled(false);
    m_end.start(most);
}

} // namespace layerscope
