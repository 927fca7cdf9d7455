// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/menukeys.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace layerscope {

namespace {

bool canBeChosen(const QAction *action)
{
    return action->isVisible() && action->isEnabled() && !action->isSeparator();
}

QAction *firstChoice(const QMenu &menu)
{
    const QList<QAction *> actions = menu.actions();
    const auto found = std::find_if(actions.cbegin(), actions.cend(), canBeChosen);
    return found != actions.cend() ? *found : nullptr;
}

QAction *lastChoice(const QMenu &menu)
{
    const QList<QAction *> actions = menu.actions();
    const auto found = std::find_if(actions.crbegin(), actions.crend(), canBeChosen);
    return found != actions.crend() ? *found : nullptr;
}

} // namespace

void MenuKeys::installOn(QMenu &menu)
{
    if (menu.findChild<MenuKeys *>({}, Qt::FindDirectChildrenOnly) == nullptr)
        menu.installEventFilter(new MenuKeys(menu));
}

MenuKeys::MenuKeys(QMenu &menu)
    : QObject(&menu)
    , m_menu(menu)
{}

bool MenuKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Home && key != Qt::Key_End)
        return QObject::eventFilter(watched, event);
    if (key == Qt::Key_Home)
        goTo(firstChoice(m_menu), Qt::Key_Down);
    else
        goTo(lastChoice(m_menu), Qt::Key_Up);
    return true;
}

void MenuKeys::goTo(QAction *choice, Qt::Key arrowFromNone)
{
    if (choice == nullptr || choice->menu() == nullptr) {
        m_menu.setActiveAction(choice);
        return;
    }
    // That would open the submenu, which then had the keys.
    m_menu.setActiveAction(nullptr);
    for (qsizetype left = m_menu.actions().size(); left > 0 && m_menu.activeAction() != choice; --left) {
        QKeyEvent press(QEvent::KeyPress, arrowFromNone, Qt::NoModifier);
        QCoreApplication::sendEvent(&m_menu, &press);
    }
}

} // namespace layerscope
