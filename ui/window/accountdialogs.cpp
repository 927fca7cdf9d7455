// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/accountdialogs.h"

#include "dialogs/accountsdialog.h"
#include "dialogs/connectdialog.h"
#include "window/mainwindow.h"

namespace layerscope {

AccountDialogs::AccountDialogs(MainWindow &window, AccountBook &book, FileChooser &files,
                               Questioner &questions, const ApiClient::Options &options)
    : QObject()
    , m_window(window)
    , m_book(book)
    , m_files(files)
    , m_questions(questions)
    , m_options(options)
{
    connect(&window, &MainWindow::connectWanted, this, &AccountDialogs::connectAccount);
    connect(&window, &MainWindow::manageWanted, this, &AccountDialogs::manageAccounts);
    connect(&window, &MainWindow::keyWanted, this, &AccountDialogs::editAccount);
    connect(&book, &AccountBook::savedUnseen, this, &AccountDialogs::tellWhatBecameOf);
}

void AccountDialogs::connectAccount()
{
    connectDialog()->open();
}

void AccountDialogs::editAccount(const QString &id, const QString &reason)
{
    if (m_connecting)
        m_connecting->reject(); // it is about another account
    ConnectDialog *dialog = connectDialog();
    dialog->edit(id, reason);
    dialog->open();
}

void AccountDialogs::manageAccounts()
{
    if (!m_managing) {
        m_managing = new AccountsDialog(m_book, m_questions, m_options, &m_window);
        m_managing->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_managing, &QDialog::finished, this, [this] { m_managing.clear(); });
        connect(m_managing, &AccountsDialog::connectWanted, this, &AccountDialogs::connectAccount);
        connect(m_managing, &AccountsDialog::editWanted, this,
                [this](const QString &id) { editAccount(id, {}); });
        connect(m_managing, &AccountsDialog::openWanted, &m_window, &MainWindow::openKnownAccount);
    }
    m_managing->open();
}

ConnectDialog *AccountDialogs::connectDialog()
{
    if (!m_connecting) {
        m_connecting = new ConnectDialog(m_book, m_files, m_options, parentOfDialogs());
        m_connecting->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_connecting, &ConnectDialog::accountKept, this, &AccountDialogs::openKept);
        // A closed one lives on until the event loop deletes it, and is good for nothing.
        connect(m_connecting, &QDialog::finished, this, [this] {
            if (m_connecting->isKeeping() && m_connecting->result() != QDialog::Accepted)
                m_window.say(tr("The key of “%1” is still being saved. The keychain may be waiting for you.")
                                 .arg(m_connecting->name()));
            m_connecting.clear();
        });
    }
    return m_connecting;
}

void AccountDialogs::tellWhatBecameOf(const QString &name, const Result<AccountBook::Kept> &kept)
{
    if (!kept)
        //: %1 is the name of an account, %2 a sentence that says why
        m_window.say(tr("“%1” could not be saved. %2").arg(name, kept.error().message));
    else if (!kept->note.isEmpty())
        m_window.say(kept->note);
    else
        m_window.say(tr("“%1” is saved.").arg(name));
}

/// Over the list of accounts if that is open.
QWidget *AccountDialogs::parentOfDialogs() const
{
    return m_managing && m_managing->isVisible() ? static_cast<QWidget *>(m_managing) : &m_window;
}

void AccountDialogs::openKept(const QString &id, const QString &note)
{
    if (m_managing)
        m_managing->accept();
    m_window.openChangedAccount(id);
    if (!note.isEmpty())
        m_window.say(note);
}

} // namespace layerscope
