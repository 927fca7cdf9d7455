// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QList>
#include <QSslCertificate>
#include <QString>

namespace layerscope {

/// The certificates of a company's own CA from a file: PEM with one or several, or DER with one; or from all
/// files of a folder, as OpenSSL and slcli's library take it, each certificate once. They are accepted beside
/// the system's; nothing is ever ignored for them.
/// Errors: Storage with a sentence that names the file: it cannot be read, or holds no certificate.
/// Blocking, but for small local files; any thread.
[[nodiscard]] Result<QList<QSslCertificate>> companyCertificatesFrom(const QString &file);

} // namespace layerscope
