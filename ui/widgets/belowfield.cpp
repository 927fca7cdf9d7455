// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/belowfield.h"

#include <QWidget>

namespace layerscope {

void showBelow(QWidget &what, const QWidget &field, const QSize &wanted)
{
    QWidget *window = field.window();
    if (what.parentWidget() != window)
        what.setParent(window);
    const QRect place(field.mapTo(window, QPoint()), field.size());
    const int top = place.bottom() + 1;
    const QSize size = wanted.boundedTo({window->width(), qMax(0, window->height() - top)});
    const int start =
        what.layoutDirection() == Qt::RightToLeft ? place.right() + 1 - size.width() : place.left();
    what.setGeometry({{qBound(0, start, window->width() - size.width()), top}, size});
    what.show();
    what.raise();
}

} // namespace layerscope
