// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QNetworkProxy>
#include <QString>

namespace layerscope {

/// An HTTP proxy from what people write: "http://proxy.example.com:3128" or without "http://", with
/// "user:password@" if it wants to know who comes. Without a port: 3128.
/// Errors: InvalidRequest with a sentence; it never repeats the address, which may hold a password.
[[nodiscard]] Result<QNetworkProxy> proxyFrom(const QString &address);

} // namespace layerscope
