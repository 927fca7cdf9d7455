// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/knownaccounts.h"

#include "accounts/accountbook.h"

#include <utility>

namespace layerscope {

KnownAccounts::KnownAccounts(QList<AccountChoice> choices, AccountBook *book, QObject *parent)
    : QObject(parent)
    , m_choices(std::move(choices))
    , m_book(book)
{
    if (m_book == nullptr)
        return;
    connect(m_book, &AccountBook::accountsChanged, this, &KnownAccounts::changed);
    connect(m_book, &AccountBook::accountRemoved, this, [this](const QString &id) {
        m_opening.remove(id);
        Q_EMIT removed(id);
    });
}

KnownAccounts::~KnownAccounts() = default;

QList<KnownAccounts::Entry> KnownAccounts::entries() const
{
    QList<Entry> entries;
    if (m_book != nullptr) {
        for (const Account &account : m_book->accounts())
            entries.append({account.id, account.name});
    }
    for (const AccountChoice &choice : m_choices)
        entries.append({choice.id, choice.accountName.isEmpty() ? choice.title : choice.accountName});
    return entries;
}

QString KnownAccounts::nameOf(const QString &id) const
{
    for (const Entry &entry : entries()) {
        if (entry.id == id)
            return entry.name;
    }
    return {};
}

bool KnownAccounts::isOwn(const QString &id) const
{
    return m_book != nullptr && m_book->find(id) != nullptr;
}

void KnownAccounts::open(const QString &id)
{
    if (m_opening.contains(id))
        return;
    if (isOwn(id)) {
        m_opening.insert(id);
        m_book->readConnection(id, this, [this, id](const Result<Connection> &connection) {
            if (m_opening.remove(id)) // else it was removed, and nobody waits for it
                deliver(id, connection);
        });
        Q_EMIT changed();
        return;
    }
    for (const AccountChoice &choice : std::as_const(m_choices)) {
        if (choice.id == id)
            deliver(id, choice.open());
    }
}

void KnownAccounts::deliver(const QString &id, const Result<Connection> &connection)
{
    if (connection)
        Q_EMIT ready({id, nameOf(id), *connection});
    else
        Q_EMIT refused(id, connection.error());
    Q_EMIT changed();
}

void KnownAccounts::setLastShown(const QString &id)
{
    if (m_book != nullptr)
        m_book->setLastShownId(id);
}

} // namespace layerscope
