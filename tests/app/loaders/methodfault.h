// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/faultplan.h"

namespace layerscope {

/// Of all calls of a method, or of its first ones.
[[nodiscard]] inline Fault methodFault(Fault::Kind kind, const QString &method, int firstCalls = 0)
{
    return {kind, {.method = method, .firstCalls = firstCalls}, 0, {}, {}};
}

} // namespace layerscope
