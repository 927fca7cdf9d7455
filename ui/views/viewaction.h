// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QWidget>

namespace layerscope {

/// An action of a view, for its context menu and the window's Edit menu: its key works while the view, or
/// what is in it, has the focus. Disabled at first.
inline QAction *addViewAction(QWidget &view, const QString &text, const QString &name,
                              const QKeySequence &shortcut)
{
    auto *action = new QAction(text, &view);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setEnabled(false);
    view.addAction(action);
    return action;
}

} // namespace layerscope
