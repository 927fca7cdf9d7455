// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logging.h"

namespace layerscope {

Q_LOGGING_CATEGORY(logApi, "layerscope.api", QtWarningMsg)
Q_LOGGING_CATEGORY(logLoader, "layerscope.loader", QtWarningMsg)
Q_LOGGING_CATEGORY(logUi, "layerscope.ui", QtWarningMsg)

} // namespace layerscope
