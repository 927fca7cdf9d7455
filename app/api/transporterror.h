// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/httpanswer.h"
#include "core/apierror.h"

#include <optional>

namespace layerscope {

/// What went wrong below HTTP: no such host, refused, lost, timed out, TLS, proxy. nullopt: an HTTP answer
/// came whole, whatever it says. The detail is not redacted yet. Pure; any thread.
[[nodiscard]] std::optional<ApiError> transportError(const HttpAnswer &answer);

} // namespace layerscope
