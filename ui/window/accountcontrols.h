// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/columncatalogue.h"
#include "pages/rowspage.h"

#include <QPointer>

#include <optional>

namespace layerscope {

class AccountPage;
class AccountToolBar;
class OpenAccount;
class OpenAccounts;
class WindowActions;
class WindowMenus;

/// Routes between menus, tool bar and filter field on one side and the account on screen on the other, in
/// both directions. GUI thread; what it is given outlives the last account.
class AccountControls : public QObject
{
    Q_OBJECT

public:
    AccountControls(WindowActions &actions, WindowMenus &menus, AccountToolBar &toolBar,
                    OpenAccounts &accounts, QObject *parent = nullptr);

Q_SIGNALS:
    /// Another table is on screen; nullptr: none.
    void pageShown(layerscope::RowsPage *page);

private:
    void connectFilter();
    void connectMenus();
    void connectActions();
    void connectAccount(OpenAccount *account);
    void connectTable(OpenAccount *account, RowsPage *table);
    void showAccount(OpenAccount *account);
    void showPanels();
    void showPage();
    void showActions();
    void showExportCounts();
    void takeAction(PageAction action);
    void setGroup(std::optional<ColumnIndex> column);
    void exportMembers();
    /// Of the account on screen; nullptr: none.
    [[nodiscard]] AccountPage *page() const;

    WindowActions &m_actions;
    WindowMenus &m_menus;
    AccountToolBar &m_toolBar;
    OpenAccounts &m_accounts;
    QPointer<RowsPage> m_filtered; ///< Whose filter the field shows
    qsizetype m_selectedRows = 0;
};

} // namespace layerscope
