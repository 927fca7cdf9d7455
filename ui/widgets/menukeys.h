// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QMenu;

namespace layerscope {

/// Has the Home and End keys go to the first and the last entry of a menu that can be chosen, where QMenu
/// only scrolls: Enter behind them then means what one sees. Opens no submenu, as the arrow keys do not. GUI
/// thread; child of the menu.
class MenuKeys final : public QObject
{
    Q_OBJECT

public:
    /// Once for each menu; a second time does nothing.
    static void installOn(QMenu &menu);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit MenuKeys(QMenu &menu);

    /// nullptr: to none.
    void goTo(QAction *choice, Qt::Key arrowFromNone);

    QMenu &m_menu;
};

} // namespace layerscope
