// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace layerscope {

/// The text with `placeholder` in the place of what looks like a secret, known or not:
///  - the value of an Authorization or Proxy-Authorization header, and tokens after "Bearer" and "Basic";
///  - user and password in a URL, also escaped or percent-encoded, and in a proxy without "http://"
///    (user:password@host:port);
///  - what stands after a name of a secret: in JSON, in configuration files (api_key = …), in dumps of the
///    environment (SL_API_KEY=…) and in a URL's query (access_token=…);
///  - user:password given to curl (-u, -U, --user, --proxy-user).
/// Prefers to hide too much over too little. Any thread; linear in the text's length.
[[nodiscard]] QString withoutLooks(QString text, const QString &placeholder);

/// See Redactor::isSecretName().
[[nodiscard]] bool looksLikeSecretName(QStringView name);

} // namespace layerscope
