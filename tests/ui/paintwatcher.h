// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPaintEvent>
#include <QRegion>

namespace layerscope {

/// An event filter that remembers which part of a widget was painted, and how often.
class PaintWatcher : public QObject
{
public:
    QRegion painted;
    int count = 0;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            painted += static_cast<QPaintEvent *>(event)->region();
            ++count;
        }
        return QObject::eventFilter(watched, event);
    }
};

} // namespace layerscope
