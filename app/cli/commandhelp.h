// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace layerscope {

/// What --help says: the commands, their options and the exit codes, in lines that fit a terminal.
/// Translated.
[[nodiscard]] QString commandHelp();

} // namespace layerscope
