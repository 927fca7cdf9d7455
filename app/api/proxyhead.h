// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace layerscope {

/// The head of what an HTTP proxy answers before a tunnel stands, as far as ProxyRelay has to understand it.
/// A value.
struct ProxyAnswer
{
    int status = 0;      ///< 0: it names none.
    qint64 bodySize = 0; ///< As it was announced; 0: it was not.
    /// The connection is not to be used after it: it says so, or its body comes in chunks, which nobody wants
    /// to read.
    bool closes = false;
    QList<QByteArray> offers; ///< How one may sign in, a step of such an exchange among them.

    /// `head`: up to the empty line.
    [[nodiscard]] static ProxyAnswer read(const QByteArray &head);
    /// What follows "NTLM" makes it a step of that exchange, and not an offer of it. Empty: there is none.
    [[nodiscard]] QByteArray ntlmStep() const;
};

/// What a header of a head, either side's, says; of several of that name the last. Empty: it is not there.
[[nodiscard]] QByteArray headerOf(const QByteArray &head, const char *name);
/// Whether an offer, or what answers it, is of this way to sign in: "Basic", "NTLM".
[[nodiscard]] bool isAuthScheme(const QByteArray &value, const char *scheme);
/// The last message of NTLM's exchange, the one with the password in it.
[[nodiscard]] bool isLastNtlmStep(const QByteArray &value);
/// The whole answer "407" with these offers, and without a body.
[[nodiscard]] QByteArray proxyRefusal(const QList<QByteArray> &offers);

} // namespace layerscope
