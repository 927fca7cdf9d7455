// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"

#include <QList>
#include <QString>

#include <chrono>
#include <functional>
#include <optional>

namespace layerscope {

class IniText;

/// The list of accounts in a settings file, without any secret. Several windows and the command line use one
/// file at the same time, perhaps of different versions: each change reads the file again under a lock,
/// alters the one account that it is about, and replaces the file whole. What this version does not
/// understand (another version's words, settings and sections, an endpoint that is none, an id that stands
/// twice) is not in the list, and stays in the file to the letter. A name that stands twice, as only another
/// program can write it, is shown with a number behind it. Blocking, but for one small local file; one that
/// another process holds is waited for, see lockWait. One thread.
class AccountStore
{
public:
    /// In the person's own settings, beside those of the window.
    AccountStore();
    /// In this file, for tests.
    explicit AccountStore(QString iniFile);

    /// Errors: Storage; a file that is not there is an empty list.
    [[nodiscard]] Result<QList<Account>> read() const;
    [[nodiscard]] QList<Account> accounts() const; ///< read(), or none

    // Each of the changes answers with the list as it stands in the file then. Errors: Storage with a
    // sentence that names the file; InvalidRequest as said. After an error the file is as before.

    /// Adds `account`, or changes the one of its id. `seen`: the account as the person saw it before; only
    /// what differs from it is written, so that what another window changed meanwhile stays. An account that
    /// was removed meanwhile is there again, with everything. Errors: InvalidRequest if its new name is
    /// taken.
    [[nodiscard]] Result<QList<Account>> put(const Account &account, const std::optional<Account> &seen);
    /// Errors: InvalidRequest if the name is taken or the account is gone.
    [[nodiscard]] Result<QList<Account>> rename(const QString &id, const QString &name);
    /// It may be gone already.
    [[nodiscard]] Result<QList<Account>> remove(const QString &id);

    /// Of the account that was on screen last; empty: none.
    [[nodiscard]] QString lastShownId() const;
    void setLastShownId(const QString &id); ///< Best effort: nothing depends on it.

    [[nodiscard]] QString fileName() const { return m_file; }
    /// Of two processes that change the file at the same time the second waits. One that is ended while it
    /// changes leaves its lock, which is seen to be nobody's.
    [[nodiscard]] QString lockFileName() const;
    /// Changing takes milliseconds. Whoever holds the lock for longer is in trouble, and the window must not
    /// stand still with it.
    static constexpr std::chrono::milliseconds lockWait{1500};

    [[nodiscard]] static bool isSameName(const QString &a, const QString &b);
    /// The sentence for a name that another account has.
    [[nodiscard]] static QString nameIsTaken(const QString &name);

private:
    using Edit = std::function<Result<Done>(IniText &text)>;

    [[nodiscard]] Result<QList<Account>> change(const Edit &edit);
    [[nodiscard]] Result<IniText> readText() const;
    [[nodiscard]] Result<Done> writeText(const IniText &text) const;

    QString m_file;
};

} // namespace layerscope
