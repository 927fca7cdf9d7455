// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace layerscope::demo {

/// The bytes in gzip format (RFC 1952), for Content-Encoding.
[[nodiscard]] QByteArray gzip(const QByteArray &bytes);

} // namespace layerscope::demo
