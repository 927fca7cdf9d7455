// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panelaction.h"

#include <QShortcutEvent>

namespace layerscope {

PanelAction::PanelAction(const QString &text, QObject *parent)
    : QAction(text, parent)
{
    setCheckable(true);
}

bool PanelAction::event(QEvent *event)
{
    if (event->type() != QEvent::Shortcut || static_cast<QShortcutEvent *>(event)->isAmbiguous())
        return QAction::event(event);
    Q_EMIT keyPressed();
    return true;
}

} // namespace layerscope
