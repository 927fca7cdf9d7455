// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/wireerror.h"

#include <QByteArray>
#include <QJsonValue>

namespace layerscope::demo {

/// Compact JSON as PHP writes it: "/" is "\/". Bare values (numbers, texts, null) are allowed.
[[nodiscard]] QByteArray wireJson(const QJsonValue &value);
/// {"error":…,"code":…}
[[nodiscard]] QByteArray wireJson(const WireError &error);
/// Something in XML, for those who asked for it or for the wrong address.
[[nodiscard]] QByteArray wireXml(const WireError &error);

} // namespace layerscope::demo
