// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/connection.h"
#include "core/result.h"

#include <QString>

#include <functional>

namespace layerscope {

/// A way to open an account without typing anything, beside the accounts that the person set up. Made by the
/// composition root, so that the window knows neither where keys are kept nor the demo account.
struct AccountChoice
{
    QString id;    ///< "slcli", "demo": names its layout and its entries; never the id of an Account.
    QString title; ///< On the start page: "Try the demo account".
    QString text;  ///< What will happen; may name the user, never the key.
    std::function<Result<Connection>()> open;
    QString accountName = {}; ///< What it is called in menus and titles: "Demo account".
    QString action = {};      ///< On its button, and no other's: "Try it". Empty: "Open".
};

} // namespace layerscope
