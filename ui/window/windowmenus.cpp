// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/windowmenus.h"

#include "inventory/kinds.h"
#include "views/groupmenu.h"
#include "widgets/icons.h"
#include "widgets/menukeys.h"
#include "window/accountmenu.h"
#include "window/windowactions.h"

#include <QMainWindow>
#include <QMenuBar>
#include <QToolButton>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

WindowMenus::WindowMenus(const WindowActions &actions, AccountMenu *accountMenu, QMainWindow *window)
    : QObject(window)
    , account(accountMenu)
    , group(new GroupMenu(*allTables().front(), window))
    , column(new QMenu(tr("Colu&mn"), window))
    , exporting(new QMenu(tr("&Export"), window))
{
    column->setObjectName(u"columnMenuOfWindow"_s);
    column->setEnabled(false);
    exporting->setObjectName(u"exportMenu"_s);
    exporting->setIcon(iconOf(IconName::Export));
    exporting->addActions(
        {actions.exportAll, actions.exportFiltered, actions.exportSelected, actions.exportMembers});
    exporting->addSeparator();
    exporting->addActions({actions.exportAccount, actions.exportWorkbook});
    for (const QAction *action : exporting->actions())
        connect(action, &QAction::changed, this, &WindowMenus::showWhetherToExport);
    showWhetherToExport();

    QMenuBar *bar = window->menuBar();
    file = bar->addMenu(tr("&File"));
    file->addMenu(exporting);
    file->addAction(actions.exportWorkbook);
    file->addSeparator();
    file->addActions({actions.closeAccount, actions.quit});

    m_edit = bar->addMenu(tr("&Edit"));
    m_edit->addActions({actions.selectAll});
    m_edit->addSeparator();
    m_edit->addActions({actions.find, actions.clearFilter});

    QMenu *view = bar->addMenu(tr("&View"));
    QMenu *tables = view->addMenu(tr("Ta&bles"));
    tables->setObjectName(u"tablesMenu"_s);
    tables->addActions(actions.tables);
    view->addSeparator();
    view->addActions({actions.goBack, actions.goForward});
    view->addSeparator();
    view->addMenu(group);
    view->addAction(actions.chooseColumns);
    view->addMenu(column);
    view->addActions({actions.expandGroups, actions.collapseGroups, actions.compactRows});
    view->addSeparator();
    view->addActions(actions.panels);
    view->addAction(actions.resetPanels);
    view->addSeparator();
    view->addActions({actions.goToTable, actions.goToNextPane, actions.goToPreviousPane});

    bar->addMenu(account);

    QMenu *help = bar->addMenu(tr("&Help"));
    help->addActions({actions.help, actions.about});
    if (auto *rest = bar->findChild<QToolButton *>(u"qt_menubar_ext_button"_s)) // in a narrow window
        rest->setAccessibleName(tr("More menus"));
    for (QMenu *menu : window->findChildren<QMenu *>())
        MenuKeys::installOn(*menu);
}

void WindowMenus::showWhetherToExport()
{
    const QList<QAction *> actions = exporting->actions();
    exporting->setEnabled(std::any_of(actions.cbegin(), actions.cend(), [](const QAction *action) {
        return !action->isSeparator() && action->isEnabled();
    }));
}

void WindowMenus::setColumnActions(const QList<QAction *> &actions)
{
    for (QAction *action : column->actions())
        column->removeAction(action); // still the view's
    column->addActions(actions);
    column->setEnabled(!actions.isEmpty());
}

void WindowMenus::setCopyActions(const QList<QAction *> &actions)
{
    for (QAction *action : std::exchange(m_copyActions, actions))
        m_edit->removeAction(action);
    // The views' own actions live as long as the views; so do they in the menu.
    m_edit->insertActions(m_edit->actions().value(0), actions);
}

} // namespace layerscope
