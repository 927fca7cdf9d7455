// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace layerscope {

// Switch on with QT_LOGGING_RULES="layerscope.*.debug=true". Nothing secret is ever logged: errors arrive
// redacted, requests are logged as service::method with row counts.
Q_DECLARE_LOGGING_CATEGORY(logApi)
Q_DECLARE_LOGGING_CATEGORY(logLoader)
Q_DECLARE_LOGGING_CATEGORY(logUi)

} // namespace layerscope
