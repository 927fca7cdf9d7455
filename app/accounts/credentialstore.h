// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace layerscope {

/// A place for secrets, by the id of the account they belong to. Asynchronous, because a keychain may ask the
/// person to unlock it. Each answer is given once, from the event loop and never from inside the call, and
/// not at all once `context` is gone. One thread.
class CredentialStore
{
public:
    /// nullopt: nothing is kept for this account.
    using ReadDone = std::function<void(const Result<std::optional<QString>> &secret)>;
    using WriteDone = std::function<void(const Result<Done> &written)>;

    virtual ~CredentialStore() = default;

    /// Errors of all three: Storage with a sentence for people. No answer ever holds the secret in its text.
    virtual void read(const QString &accountId, QObject *context, ReadDone done) = 0;
    /// Success only when the secret has been read back and is the same.
    virtual void write(const QString &accountId, const QString &secret, QObject *context, WriteDone done) = 0;
    /// Success also if there was nothing.
    virtual void remove(const QString &accountId, QObject *context, WriteDone done) = 0;
};

} // namespace layerscope
