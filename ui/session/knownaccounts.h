// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "session/accountchoice.h"
#include "session/accounttoopen.h"

#include <QList>
#include <QObject>
#include <QSet>

namespace layerscope {

class AccountBook;

/// The accounts that can be opened without typing anything: those that the person set up, then the choices
/// that the composition root offers. Fetches the key when one is to be opened. GUI thread.
class KnownAccounts : public QObject
{
    Q_OBJECT

public:
    struct Entry
    {
        QString id;
        QString name;

        bool operator==(const Entry &) const = default;
    };

    /// `book` may be nullptr: there are only the choices. It outlives this.
    KnownAccounts(QList<AccountChoice> choices, AccountBook *book, QObject *parent = nullptr);
    ~KnownAccounts() override;

    [[nodiscard]] QList<Entry> entries() const;
    /// Empty: not known.
    [[nodiscard]] QString nameOf(const QString &id) const;
    /// The person set it up, and can give its key anew.
    [[nodiscard]] bool isOwn(const QString &id) const;
    /// Its key is being fetched.
    [[nodiscard]] bool isOpening(const QString &id) const { return m_opening.contains(id); }

    /// Answers by ready() or refused(), at once for a choice, later where a keychain is asked; not at all if
    /// it is being opened already, or is removed meanwhile.
    void open(const QString &id);
    /// For the next start.
    void setLastShown(const QString &id);

Q_SIGNALS:
    void ready(const layerscope::AccountToOpen &account);
    void refused(const QString &id, const layerscope::ApiError &error);
    /// The list, a name, or isOpening().
    void changed();
    void removed(const QString &id);

private:
    void deliver(const QString &id, const Result<Connection> &connection);

    QList<AccountChoice> m_choices;
    AccountBook *m_book;
    QSet<QString> m_opening;
};

} // namespace layerscope
