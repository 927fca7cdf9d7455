// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>
#include <QObject>

class QMouseEvent;
class QPoint;
class QTreeView;

namespace layerscope {

/// Opens and closes rows by the arrows in a tree's first column while others are beneath it (PinnedColumn):
/// QTreeView looks for arrows where its header has the column. A child of the view.
class PinnedArrows : public QObject
{
    Q_OBJECT

public:
    explicit PinnedArrows(QTreeView &view);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool takesPress(const QMouseEvent &mouse);
    [[nodiscard]] QModelIndex rowWithArrowAt(const QPoint &point) const;

    QTreeView &m_view;
    bool m_isPressed = false;
};

} // namespace layerscope
