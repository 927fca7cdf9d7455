// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

class QAbstractScrollArea;

namespace layerscope {

/// Has a view of many rows paint in the turn of the event loop after the one that laid them out: to lay out
/// 100 000 takes a third of what a turn may take, and to paint the screen then another one. GUI thread.
class PaintHold final : public QObject
{
    Q_OBJECT

public:
    /// Of this view, which owns it, and scrolls by pixels.
    explicit PaintHold(QAbstractScrollArea &view);

    /// They are to be laid out, each so many pixels high: not within the next painting. Nothing is held for
    /// as few as most tables have.
    void onLayoutDue(int rowHeight);
    /// They were laid out just now.
    void onLaidOut(int rowHeight);

private:
    void hold(int rowHeight, std::chrono::milliseconds most);

    QAbstractScrollArea &m_view;
    QTimer m_end;
};

} // namespace layerscope
