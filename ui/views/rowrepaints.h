// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/visiblerows.h"

#include <QObject>
#include <QTimer>

class QTreeView;

namespace layerscope {

/// Repaints rows that changed, those on screen and once a frame: QTreeView itself looks at each cell and
/// repaints at once, which costs too much thousands of times a second. GUI thread.
class RowRepaints final : public QObject
{
    Q_OBJECT

public:
    /// Of this view, which owns it.
    explicit RowRepaints(QTreeView &view);

    void add(const QModelIndex &topLeft, const QModelIndex &bottomRight);
    /// Rows are numbered anew, and all of them are painted.
    void clear();

private:
    void repaint();

    QTreeView &m_view;
    DirtyRows m_dirty;
    QTimer m_frame;
};

} // namespace layerscope
