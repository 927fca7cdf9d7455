// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace layerscope {

class LayoutSettings;

/// Where the last export went, or where documents go; one that is there. Blocking, a system call or two.
[[nodiscard]] QString usualExportFolder(const LayoutSettings &settings);
/// "servers-2026-11-22"
[[nodiscard]] QString withToday(const QString &stem);
/// A name of a person's own as that of a file: letters, digits, '.', '_' and '-'; what is none of them
/// becomes one '-'. Empty if nothing is left.
[[nodiscard]] QString fileNameOf(const QString &name);

} // namespace layerscope
