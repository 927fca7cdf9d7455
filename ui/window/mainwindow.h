// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiclient.h"
#include "window/accountchoice.h"
#include "window/pagemessage.h"

#include <QMainWindow>

#include <memory>

class QStackedWidget;

namespace layerscope {

class AccountPage;
class AccountSession;
class AccountToolBar;
class AsOfStatus;
class ExportFlow;
class FileChooser;
class GroupMenu;
class LayoutSettings;
class LoadStatus;
class SelectionStatus;
class StartPage;
class WindowActions;

/// The window: routes actions between menus, tool bar, the account's page and the status bar. Loads, formats
/// and decides nothing itself. Starts on the start page. GUI thread.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// What the composition root hands over; what is referred to outlives the window.
    struct Services
    {
        QList<AccountChoice> choices; ///< For the start page
        LayoutSettings &settings;
        FileChooser &files;
        ApiClient::Options client;
    };

    explicit MainWindow(const Services &services, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Shows this account and starts to load it; one that is open is closed first.
    void openAccount(const Connection &connection);
    /// Back to the start page; ends all that belongs to the account.
    void closeAccount();
    /// nullptr: none is open.
    [[nodiscard]] AccountSession *session() const { return m_session.get(); }
    [[nodiscard]] AccountPage *page() const { return m_page; }
    /// Under the start page's cards.
    void setStartNote(const QString &sentence);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void buildMenus();
    void buildStatusBar();
    void connectActions();
    void connectPage();
    void showTitle();
    void showPage();
    void showActions();
    void showExportCounts();
    void takeAction(PageAction action);
    void setGroup(std::optional<ColumnIndex> column);
    void showAbout();
    void sizeForFirstStart();

    LayoutSettings &m_settings;
    ApiClient::Options m_clientOptions;
    std::unique_ptr<AccountSession> m_session;
    AccountPage *m_page = nullptr;
    qsizetype m_selectedRows = 0;
    QList<QAction *> m_copyActions; ///< Of the table that is seen, in the Edit menu
    WindowActions *m_actions;
    QMenu *m_editMenu = nullptr;
    GroupMenu *m_groupMenu = nullptr;
    QMenu *m_columnsMenu = nullptr;
    AccountToolBar *m_toolBar = nullptr;
    LoadStatus *m_loadStatus;
    SelectionStatus *m_selectionStatus;
    AsOfStatus *m_asOfStatus;
    QStackedWidget *m_stack;
    StartPage *m_startPage;
    ExportFlow *m_exports;
};

} // namespace layerscope
