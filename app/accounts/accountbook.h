// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "accounts/memorycredentialstore.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <optional>

class QFileSystemWatcher;

namespace layerscope {

class AccountStore;

/// The person's accounts and their keys: one place for the window, the dialogs and the command line. Settings
/// go to the AccountStore, keys to the keychain, or, if it is not available or not wanted, to memory. GUI
/// thread; store and keychain outlive it.
///
/// Other windows change the same list. Each change of ours is made in the list as it stands then
/// (AccountStore), and this book shows what the others did: after each change of its own, with refresh(), and
/// from follow() on by itself. An account that another window removed leaves the list with accountsChanged()
/// and without accountRemoved(): who has it open goes on, for nothing under the person's hands is taken away;
/// its key is forgotten for the next opening. If it is being edited here, keeping it adds it again, because
/// that is what the person sees and wants; renaming it is refused, because its key is gone. Renamed on both
/// sides: the later name stays. The same name given on both sides: the later one is refused with a sentence,
/// for `--account` must mean one account.
class AccountBook : public QObject
{
    Q_OBJECT

public:
    /// What became of an account that was to be kept.
    struct Kept
    {
        Account account; ///< With the place where the key really is.
        QString note; ///< Why that is not the keychain although it was wanted, or that a former key could not
                      ///< be taken out of it; mostly empty.
    };
    using SavedDone = std::function<void(const Result<Kept> &kept)>;
    using ConnectionDone = std::function<void(const Result<Connection> &connection)>;
    using SecretsDone = std::function<void(const Result<AccountSecrets> &secrets)>;
    using RemovedDone = std::function<void(const Result<Done> &removed)>;

    AccountBook(AccountStore &store, CredentialStore &keychain, QObject *parent = nullptr);
    ~AccountBook() override;

    [[nodiscard]] const QList<Account> &accounts() const { return m_accounts; } ///< By name.
    /// nullptr: none with this id. Valid until the next change.
    [[nodiscard]] const Account *find(const QString &id) const;
    /// As `--account` takes it: the name, whatever its case. Errors: InvalidRequest that lists the names
    /// there are.
    [[nodiscard]] Result<Account> findByName(const QString &name) const;
    /// `wish`, or with a number behind if that name is taken by another account than `exceptId`.
    [[nodiscard]] QString freeName(const QString &wish, const QString &exceptId = {}) const;
    /// Empty: this name may be taken. Else the sentence that says why not.
    [[nodiscard]] QString objectionTo(const QString &name, const QString &exceptId = {}) const;

    /// Adds the account (an empty id: a new one gets one), or replaces the one of the same id, with its
    /// secrets. A keychain that cannot be written costs nothing but that the key is kept for this session
    /// only. Errors: Storage if the list could not be written, InvalidRequest for a name that is taken; then
    /// the list is as before. Goes through to its end also if `context` is gone by then: savedUnseen() tells.
    /// `seen`: the account as the person saw it when the editing began; nullopt: as this book has it now.
    /// What is the same there and in `account` stays as another window may have made it meanwhile.
    void save(Account account, const AccountSecrets &secrets, QObject *context, SavedDone done,
              std::optional<Account> seen = {});
    /// Errors: InvalidRequest with a sentence, Storage.
    [[nodiscard]] Result<Done> rename(const QString &accountId, const QString &name);
    /// Takes the account off the list and its key out of the keychain. Errors: Storage; if the list could not
    /// be written, nothing has changed; if the keychain refused, the account is gone and the sentence says
    /// that its key is left there.
    void remove(const QString &accountId, QObject *context, RemovedDone done);

    /// Reads the key. Errors: Storage with a sentence when it is not there (asked for a session only and that
    /// is over, keychain locked or missing): asking the person for it again is the way out.
    void readSecrets(const QString &id, QObject *context, SecretsDone done);
    /// The same, and connectionOf().
    void readConnection(const QString &id, QObject *context, ConnectionDone done);

    /// A sentence for each change of a key that the keychain has not answered yet: who ends the program now
    /// does not know what becomes of it. Translated.
    [[nodiscard]] const QStringList &unfinishedChanges() const { return m_unfinished; }

    /// Shows what other windows wrote. Blocking, but for one small local file.
    void refresh();
    /// Does so by itself from now on, as far as the system tells that a file has changed.
    void follow();

    /// Of the account that was on screen last; perhaps none of the book, or gone. Empty: none.
    [[nodiscard]] QString lastShownId() const;
    void setLastShownId(const QString &id);

Q_SIGNALS:
    void accountsChanged();
    /// Here, with remove(). After accountsChanged().
    void accountRemoved(const QString &id);
    /// What became of an account, by its name, whose asker did not wait for the end of save().
    void savedUnseen(const QString &name, const Result<Kept> &kept);

private:
    [[nodiscard]] static QString keyIsLeaving(const QString &name);
    void take(QList<Account> accounts);
    void watchFile();
    void finishKeeping(const Kept &kept, const std::optional<Account> &seen, const AccountSecrets &secrets,
                       const SavedDone &answer);

    AccountStore &m_store;
    CredentialStore &m_keychain;
    MemoryCredentialStore m_session;
    QList<Account> m_accounts;
    QStringList m_unfinished;
    QFileSystemWatcher *m_watcher = nullptr; ///< Only of a book that follows.
};

} // namespace layerscope
