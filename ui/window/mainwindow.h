// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiclient.h"
#include "session/accountchoice.h"
#include "window/openaccount.h"
#include "window/openingnotice.h"

#include <QMainWindow>
#include <QStringList>

#include <chrono>
#include <functional>
#include <memory>

class QStackedWidget;

namespace layerscope {

class AccountBook;
class AccountPage;
class AccountSession;
class AccountToolBar;
class AsOfStatus;
class Banner;
class ExportPlace;
class FileChooser;
class FileOpener;
class KnownAccounts;
class LayoutSettings;
class LoadStatus;
class OpenAccounts;
class Questioner;
class SelectionStatus;
class StartPage;
class WindowActions;
class WindowMenus;

/// The window: one account on screen, others open beside it, or the start page. Opens and closes accounts and
/// says which one is seen; what is done with it goes through AccountControls. Loads, formats and decides
/// nothing itself. GUI thread.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// What the composition root hands over; what is referred to outlives the window.
    struct Services
    {
        QList<AccountChoice> choices; ///< Beside the person's own accounts
        LayoutSettings &settings;
        FileChooser &files;
        FileOpener &opener;
        Questioner &questions;
        ApiClient::Options client;
        AccountBook *book = nullptr; ///< The person's own accounts; nullptr: none
        /// With a keychain, before the window offers something else.
        std::chrono::milliseconds keychainPatience = OpeningNotice::keychainPatience;
    };

    explicit MainWindow(const Services &services, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Shows this account; asks before what it was exporting would be lost by that; starts to load it beside
    /// the others if it is not open, or is to be called in another way than so far.
    void openAccount(const AccountToOpen &account);
    /// The same by the id of a person's own account or a choice, as from the menu. Asks the keychain and
    /// waits for nothing: the account comes on screen when its key is there, unless another one was chosen
    /// meanwhile. Says so while none is on screen. Without a key it says that, and keyWanted().
    void openKnownAccount(const QString &id);
    /// The same as soon as the window has been drawn for the first time, so that it is there at once. Before
    /// it is shown.
    void openWhenDrawn(const QString &id);
    /// The same after its settings may have changed: if it is open and they did, it is opened anew.
    void openChangedAccount(const QString &id);
    /// Nothing if it is not open.
    void showAccount(const QString &id);
    /// Ends all that belongs to the account; the others go on. The start page comes after the last.
    void closeAccount(const QString &id);
    /// The same by the person, who is asked before an export would be lost.
    void closeShownAccount();
    /// As close(), which asks before an export, or what the keychain was told, would be lost.
    void closeWithoutAsking();
    [[nodiscard]] OpenAccounts &accounts() const { return *m_accounts; }
    /// Of the account on screen. nullptr: none is open.
    [[nodiscard]] AccountSession *session() const;
    [[nodiscard]] AccountPage *page() const;
    /// Above whatever is on screen, until it is closed.
    void say(const QString &sentence);
    /// Under the start page's cards.
    void setStartNote(const QString &sentence);

Q_SIGNALS:
    /// The person wants to connect an account, to see and change those there are, or to enter the key of this
    /// one again, because of `sentence`.
    void connectWanted();
    void manageWanted();
    void keyWanted(const QString &id, const QString &sentence);

protected:
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    [[nodiscard]] QStringList unfinished() const;
    void goOnUnlessLost(const QStringList &lost, const QString &question, const QString &action,
                        const std::function<void()> &goOn);
    void openUnlessLost(const AccountToOpen &account, bool isToBeShown);
    void forgetAccount(const QString &id);
    void buildCentre();
    void buildStatusBar();
    void connectActions();
    void connectStartPage();
    void connectAccounts();
    void showShown();
    void showTitle();
    void sayWhatIsOpening();
    void sayRefused(const QString &id, const ApiError &error);
    void sizeForFirstStart();

    LayoutSettings &m_settings;
    Questioner &m_questions;
    const AccountBook *m_book; ///< nullptr: none
    WindowActions *m_actions;
    QStackedWidget *m_stack;
    StartPage *m_startPage;
    OpeningNotice *m_opening;
    Banner *m_banner;        ///< About accounts: one that could not be opened, or what became of a key
    QString m_refusedId;     ///< Of the one that could not be opened
    QString m_wantedId;      ///< The account that was chosen last; it may still come
    bool m_mayClose = false; ///< Without asking
    QString m_whenDrawnId;   ///< The one of a start, until the window has been drawn
    KnownAccounts *m_known;
    std::unique_ptr<OpenAccounts> m_accounts;
    WindowMenus *m_menus;
    AccountToolBar *m_toolBar;
    LoadStatus *m_loadStatus;
    ExportPlace *m_exportPlace;
    SelectionStatus *m_selectionStatus;
    AsOfStatus *m_asOfStatus;
};

} // namespace layerscope
