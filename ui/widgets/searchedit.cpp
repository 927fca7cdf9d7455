// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/searchedit.h"

#include "widgets/fieldbuttons.h"
#include "widgets/icons.h"
#include "widgets/mutedplaceholder.h"

#include <QKeyEvent>

namespace layerscope {

SearchEdit::SearchEdit(QWidget *parent)
    : QLineEdit(parent)
{
    setPlaceholderText(tr("Search"));
    new MutedPlaceholder(this);
    addClearButton(*this);
    addSign(*this, fieldIconOf(IconName::Search), tr("Search"));
}

bool SearchEdit::event(QEvent *event)
{
    // Esc is also the window's "Stop": who ends a search has not asked for that.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void SearchEdit::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        if (text().isEmpty())
            Q_EMIT leaveWanted();
        else
            clear();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers().testFlag(Qt::ShiftModifier))
            Q_EMIT previousWanted();
        else
            Q_EMIT nextWanted();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

} // namespace layerscope
