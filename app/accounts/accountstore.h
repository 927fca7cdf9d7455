// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"

#include <QList>
#include <QString>

namespace layerscope {

/// The list of accounts in a settings file, without any secret. What cannot be read in it (another version's
/// words, an endpoint that is none, an id or name that stands twice) is left out; writing keeps nothing of
/// it. Blocking, but for one small local file. One thread.
class AccountStore
{
public:
    /// In the person's own settings, beside those of the window.
    AccountStore();
    /// In this file, for tests.
    explicit AccountStore(QString iniFile);

    [[nodiscard]] QList<Account> accounts() const;
    /// Replaces the list. Errors: Storage with a sentence that names the file; then the file is as before.
    [[nodiscard]] Result<Done> setAccounts(const QList<Account> &accounts);

    /// Of the account that was on screen last; empty: none.
    [[nodiscard]] QString lastShownId() const;
    void setLastShownId(const QString &id); ///< Best effort: nothing depends on it.

    [[nodiscard]] QString fileName() const { return m_file; }

private:
    QString m_file;
};

} // namespace layerscope
