// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/connection.h"

#include <QProcessEnvironment>
#include <QString>

namespace layerscope {

/// An account as the person set it up: everything but its secrets. A value; what AccountStore keeps.
struct Account
{
    enum class KeyKind {
        Classic,  ///< A SoftLayer user name and its API key.
        IbmCloud, ///< An IBM Cloud API key; the user is the word "apikey" (softlayer-api §1.5).
    };
    enum class ProxyUse {
        System, ///< As the environment says (EnvironmentProxy), else as the desktop does.
        None,
        Own, ///< The one at proxyAddress.
    };
    enum class KeyPlace {
        Keychain, ///< Of the system; there until the account is removed.
        Session,  ///< In memory until the program ends.
    };

    QString id;   ///< Made once, never changed or shown; names its key in the keychain and its layout.
    QString name; ///< As shown and as `--account` takes it; no two are alike, whatever their case.
    KeyKind keyKind = KeyKind::Classic;
    QString userName;
    QUrl restBase = Connection::publicEndpoint();
    ProxyUse proxyUse = ProxyUse::System;
    QString proxyAddress; ///< "http://user@proxy.example.com:3128", without a password.
    QString caFile;       ///< Absolute path of the company's CA certificates; empty: the system's alone.
    KeyPlace keyPlace = KeyPlace::Keychain;
    QString keyVersion; ///< New each time its secrets are written, so that other windows read them anew.
    bool isKeyLeftBehind = false; ///< A former key may still be in the keychain, which did not answer.

    bool operator==(const Account &) const = default;

    /// The user name that goes over the wire.
    [[nodiscard]] QString effectiveUserName() const;
    [[nodiscard]] static QString ibmCloudUserName() { return QStringLiteral("apikey"); }
    /// A new account's id.
    [[nodiscard]] static QString newId();
};

/// What is never written but to the keychain. Not in operator<<.
struct AccountSecrets
{
    QString apiKey;
    QString proxyPassword; ///< Of the user in Account::proxyAddress; empty: none.

    bool operator==(const AccountSecrets &) const = default;

    /// As one text for a CredentialStore, and back. Errors of the way back: Storage.
    [[nodiscard]] QString toText() const;
    [[nodiscard]] static Result<AccountSecrets> fromText(const QString &text);
};

/// How to call as this account. Reads the CA file. Errors, each with a sentence: no user name, no key, an
/// endpoint or a proxy that is no address, a CA file without certificates. To loopback no proxy is used,
/// whatever the account says.
[[nodiscard]] Result<Connection>
connectionOf(const Account &account, const AccountSecrets &secrets,
             const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());

} // namespace layerscope
