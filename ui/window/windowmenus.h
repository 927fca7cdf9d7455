// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QMainWindow;
class QMenu;

namespace layerscope {

class AccountMenu;
class GroupMenu;
class WindowActions;

/// The menu bar. The tool bar's buttons open the same menus.
class WindowMenus : public QObject
{
    Q_OBJECT

public:
    WindowMenus(const WindowActions &actions, AccountMenu *account, QMainWindow *window);

    AccountMenu *account;
    GroupMenu *group;
    QMenu *column;    ///< What can be done with one of a table; see setColumnActions().
    QMenu *exporting; ///< Also within File. Enabled while there is something to export.
    QMenu *file;

    /// The table's own actions at the top of the Edit menu, in place of those of another table.
    void setCopyActions(const QList<QAction *> &actions);
    /// The same of its columns (RowsView::columnActions()).
    void setColumnActions(const QList<QAction *> &actions);

private:
    void showWhetherToExport();

    QMenu *m_edit;
    QList<QAction *>
        m_copyActions; ///< Not owned, and still there when they are replaced or gone by themselves
};

} // namespace layerscope
