// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/wireerror.h"

#include <QByteArray>

namespace layerscope::demo {

/// {"error":…,"code":…}
[[nodiscard]] QByteArray wireJson(const WireError &error);
/// Something in XML, for those who asked for it or for the wrong address.
[[nodiscard]] QByteArray wireXml(const WireError &error);

} // namespace layerscope::demo
