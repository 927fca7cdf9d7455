// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

namespace layerscope {

/// The folder that the files of an export go to. Only its last component is made, and only if there is
/// something to put into it. Blocking, a few system calls; errors are Storage with a sentence that names the
/// folder and what to do.
class ExportFolder
{
public:
    explicit ExportFolder(QString path);

    /// Whether make() has a chance: before a load that takes a while.
    [[nodiscard]] Result<Done> check() const;
    /// Does nothing if it is there.
    [[nodiscard]] Result<Done> make();
    /// If it was made here and nothing came into it.
    void removeIfUnused();

private:
    QString m_path;
    bool m_wasMade = false;
};

} // namespace layerscope
