// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/credentialstore.h"

namespace layerscope {

/// The system's keychain, through QtKeychain: a secret service such as gnome-keyring, KWallet, or what macOS
/// and Windows have. Whether there is one shows only when it is used: none at all, none reachable over D-Bus
/// and one without a keyring look alike (limits §7), so a secret counts as written when it has been read
/// back. A locked keychain asks the person, which takes as long as it takes; other keychain jobs wait behind
/// it. One thread with an event loop.
class KeychainStore final : public CredentialStore
{
public:
    /// `service`: the name that keychain programs show for our entries; tests use one of their own.
    explicit KeychainStore(QString service = usualService());

    void read(const QString &accountId, QObject *context, ReadDone done) override;
    void write(const QString &accountId, const QString &secret, QObject *context, WriteDone done) override;
    void remove(const QString &accountId, QObject *context, WriteDone done) override;

    [[nodiscard]] static QString usualService() { return QStringLiteral("Layerscope"); }

private:
    QString m_service;
};

} // namespace layerscope
