// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/connection.h"

#include <QString>

namespace layerscope {

/// What it takes to open an account.
struct AccountToOpen
{
    QString id;   ///< Names its layout; no two that are open share it.
    QString name; ///< As shown.
    Connection connection;
};

} // namespace layerscope
