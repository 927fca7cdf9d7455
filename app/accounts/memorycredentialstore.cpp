// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/memorycredentialstore.h"

#include <QMetaObject>

namespace layerscope {

// Answers come from the event loop, as those of a keychain do.

void MemoryCredentialStore::read(const QString &accountId, QObject *context, ReadDone done)
{
    const auto found = m_secrets.constFind(accountId);
    const std::optional<QString> secret =
        found == m_secrets.cend() ? std::nullopt : std::optional<QString>(*found);
    QMetaObject::invokeMethod(
        context, [done = std::move(done), secret] { done(secret); }, Qt::QueuedConnection);
}

void MemoryCredentialStore::write(const QString &accountId, const QString &secret, QObject *context,
                                  WriteDone done)
{
    m_secrets.insert(accountId, secret);
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done(Done()); }, Qt::QueuedConnection);
}

void MemoryCredentialStore::remove(const QString &accountId, QObject *context, WriteDone done)
{
    m_secrets.remove(accountId);
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done(Done()); }, Qt::QueuedConnection);
}

} // namespace layerscope
