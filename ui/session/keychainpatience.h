// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace layerscope {

/// After so long a person asks what goes on; an open keychain answers in a small part of that.
inline constexpr std::chrono::milliseconds keychainPatience{2'000};

} // namespace layerscope
