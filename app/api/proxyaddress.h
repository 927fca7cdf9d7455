// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QNetworkProxy>
#include <QString>

namespace layerscope {

/// The parts of an HTTP proxy's address as people and slcli's configuration write it. A value; the password
/// is in no error.
struct ProxyAddress
{
    bool isEncrypted = false; ///< "https://" stands before it.
    QString host;
    quint16 port = 0; ///< Without one in the text 80, or 443 after "https://", as slcli's requests has it.
    QString user;
    QString password;

    /// "http://proxy.example.com:3128" or without "http://", with "user:password@" if it wants to know who
    /// comes. User and password may hold any sign: what stands before the last '@' is theirs, the first ':'
    /// parts them, and '%' is itself unless each of them begins an escape such as %40; that is how slcli
    /// takes them. Errors: InvalidRequest with a sentence; it never repeats the text.
    [[nodiscard]] static Result<ProxyAddress> parse(const QString &text);

    /// parse() reads the same from it, but for the password, which is not in it.
    [[nodiscard]] QString withoutPassword() const;
    /// "proxy.example.com:3128"
    [[nodiscard]] QString hostAndPort() const;
};

/// The proxy at this address. Errors: those of ProxyAddress::parse().
[[nodiscard]] Result<QNetworkProxy> proxyFrom(const QString &address);

} // namespace layerscope
