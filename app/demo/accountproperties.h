// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/accountshape.h"
#include "demo/jsonvalue.h"

namespace layerscope::demo {

/// The SoftLayer_Account as it stands on the wire with its counts, but for those of VLANs, of subnets and of
/// simple lists, and without what belongs to it.
[[nodiscard]] JsonObject accountAlone(const AccountShape &shape);
/// The SoftLayer_User_Customer whose key it is.
[[nodiscard]] JsonObject currentUser();

} // namespace layerscope::demo
