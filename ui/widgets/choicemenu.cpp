// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/choicemenu.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace layerscope {

void ChoiceMenu::mouseReleaseEvent(QMouseEvent *event)
{
    if (!switchOver(actionAt(event->position().toPoint())))
        QMenu::mouseReleaseEvent(event);
}

void ChoiceMenu::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Space || !switchOver(activeAction()))
        QMenu::keyPressEvent(event);
}

bool ChoiceMenu::switchOver(QAction *action)
{
    if (action == nullptr || !action->isCheckable() || !action->isEnabled())
        return false;
    action->trigger();
    return true;
}

} // namespace layerscope
