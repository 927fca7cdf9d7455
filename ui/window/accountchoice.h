// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/connection.h"
#include "core/result.h"

#include <QString>

#include <functional>

namespace layerscope {

/// A way to open an account without typing anything, as the start page offers it. Made by the composition
/// root, so that the window knows neither where keys are kept nor the demo account.
struct AccountChoice
{
    QString name; ///< For tests and styles: "slcli", "demo".
    QString title;
    QString text; ///< What will happen; may name the user, never the key.
    std::function<Result<Connection>()> open;
};

} // namespace layerscope
