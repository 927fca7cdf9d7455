// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountbook.h"
#include "api/apiclient.h"

#include <QObject>
#include <QPointer>

namespace layerscope {

class AccountsDialog;
class ConnectDialog;
class FileChooser;
class MainWindow;
class Questioner;

/// The dialogs about accounts, as the window asks for them: to connect one, to see and change those there
/// are, to enter a key again. What a dialog kept is opened; what became of one that was closed before,
/// because the keychain took its time, is told. One of each at a time. GUI thread; all that is handed over
/// outlives it.
class AccountDialogs final : public QObject
{
    Q_OBJECT

public:
    AccountDialogs(MainWindow &window, AccountBook &book, FileChooser &files, Questioner &questions,
                   const ApiClient::Options &options);

    void connectAccount();
    void manageAccounts();
    /// `reason`: why, for the person; may be empty.
    void editAccount(const QString &id, const QString &reason);

private:
    /// A new dialog, or the one that is open.
    ConnectDialog *connectDialog();
    [[nodiscard]] QWidget *parentOfDialogs() const;
    void tellWhatBecameOf(const QString &name, const Result<AccountBook::Kept> &kept);
    void openKept(const QString &id, const QString &note);

    MainWindow &m_window;
    AccountBook &m_book;
    FileChooser &m_files;
    Questioner &m_questions;
    ApiClient::Options m_options;
    QPointer<ConnectDialog> m_connecting;
    QPointer<AccountsDialog> m_managing;
};

} // namespace layerscope
