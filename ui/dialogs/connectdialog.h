// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountbook.h"
#include "accounts/connectioncheck.h"

#include <QDialog>

#include <memory>

class QLabel;
class QPushButton;

namespace layerscope {

class AccessReport;
class ConnectionForm;
class FileChooser;

/// Connects an account, or changes how one is connected. The key is tried before anything is kept:
///
///     Editing ─Check key▶ Checking ─▶ Checked ─Open account▶ Keeping ─▶ accountKept(), closed
///        ▲                   │ │          │                     │
///        └──── edited, Stop ─┘ └ failed   └──── edited ──▶ Editing; could not be kept ──▶ Checked
///
/// Closing it aborts a check; nothing is kept then. What is being kept (a keychain may ask for its password)
/// is kept nevertheless, and AccountBook::savedUnseen() tells what became of it. Shown once: its owner
/// deletes it when it is closed. GUI thread.
class ConnectDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `book` and `files` outlive it.
    ConnectDialog(AccountBook &book, FileChooser &files, const ApiClient::Options &options,
                  QWidget *parent = nullptr);
    ~ConnectDialog() override;

    /// To change this account. `reason`: why it is asked for, above the fields; may be empty.
    void edit(const QString &accountId, const QString &reason = {});

    /// The key is on its way into the keychain.
    [[nodiscard]] bool isKeeping() const { return m_state == State::Keeping; }
    /// Of the account, as it stands in the dialog.
    [[nodiscard]] QString name() const;

    void done(int result) override;

Q_SIGNALS:
    /// `note`: what the person should know of it (no keychain, say); mostly empty.
    void accountKept(const QString &id, const QString &note);

private:
    enum class State { Editing, Checking, Checked, Keeping };

    void proceed();
    [[nodiscard]] bool refuseName();
    void check();
    void receive(const Result<ConnectionReport> &report);
    void keep();
    void fail(const ApiError &error);
    void onEdited();
    void setState(State state);
    void fitHeight();

    AccountBook &m_book;
    ApiClient::Options m_options;
    State m_state = State::Editing;
    bool m_isOver = false;         ///< Closed
    bool m_isChange = false;       ///< Of an account that is there
    std::optional<Account> m_seen; ///< As it was when the editing began
    AccountSecrets m_stored;       ///< Of the account that is changed, if they could be read
    std::unique_ptr<ConnectionCheck> m_check;
    std::unique_ptr<QObject> m_keeping; ///< Waits for what is being kept
    QLabel *m_reason;
    ConnectionForm *m_form;
    AccessReport *m_report;
    QPushButton *m_primary;
};

} // namespace layerscope
