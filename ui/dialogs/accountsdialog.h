// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/connectioncheck.h"

#include <QDialog>

#include <memory>

class QAction;
class QPushButton;
class QTreeView;

namespace layerscope {

class AccessReport;
class AccountBook;
class AccountsModel;
class EmptyState;
class Questioner;

/// The accounts that the person set up: open, connect, edit, rename, check and remove them. Renaming happens
/// in the list; what a check found, and what went wrong, stands beneath it until another account is chosen.
/// Show it with open(). Closing it stops a check. GUI thread.
class AccountsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `book` and `questioner` outlive it. `options`: of the calls of a check.
    AccountsDialog(AccountBook &book, Questioner &questioner, const ApiClient::Options &options,
                   QWidget *parent = nullptr);
    ~AccountsDialog() override;

    /// Empty: none.
    [[nodiscard]] QString currentId() const;
    void setCurrentId(const QString &id);

    void done(int result) override;

Q_SIGNALS:
    /// The dialog has closed.
    void openWanted(const QString &id);
    /// The dialog stays: whoever asks for the key can do so on top of it.
    void connectWanted();
    /// As connectWanted().
    void editWanted(const QString &id);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeActions();
    void makeView();
    [[nodiscard]] QWidget *makeButtons();
    [[nodiscard]] QAction *add(const QString &name, const QString &text, const QString &help);
    [[nodiscard]] QPushButton *buttonOf(QAction *action);

    void openCurrent();
    void renameCurrent();
    void checkOrStop();
    void askToRemove();
    void remove(const QString &id);
    void stopChecking();
    void say(const ApiError &error);
    void receive(const Result<ConnectionReport> &report);
    void onCurrentChanged();
    void showState();
    void fitColumns();
    void growToFit();

    AccountBook &m_book;
    Questioner &m_questioner;
    ApiClient::Options m_options;
    AccountsModel *m_model;
    QTreeView *m_view;
    EmptyState *m_empty;
    AccessReport *m_report;
    QAction *m_open = nullptr;
    QAction *m_connect = nullptr;
    QAction *m_edit = nullptr;
    QAction *m_rename = nullptr;
    QAction *m_check = nullptr;
    QAction *m_remove = nullptr;
    QString m_shownId;                   ///< Of the account that the report is about
    std::unique_ptr<QObject> m_checking; ///< Reads the key, then owns the check; gone: nothing is under way
};

} // namespace layerscope
