// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/canceltoken.h"
#include "core/result.h"

#include <QIODevice>
#include <QString>

#include <functional>

namespace layerscope {

/// What a file is made of.
enum class FileContent {
    Text,
    Binary, ///< Of no use on a terminal, so it is refused there.
};

/// Puts the bytes of a file into a device that is open for writing, one after the other. Errors: Cancelled,
/// or Storage; with a sentence of its own if it is not the device that failed. What was written until then is
/// no whole file.
using WriteInto = std::function<Result<Done>(QIODevice &device, bool isTerminal)>;

/// Writes a file whole or not at all: until the last byte is on the disk, what stood under this name stays as
/// it was.
/// "-" is standard output; that, pipes and devices cannot be taken back, and may take their time: who cancels
/// does not wait for them.
/// Blocking; for workers and the command line. Errors: Cancelled, or Storage with a sentence that names the
/// file and what to do (folder missing, path is a folder, not allowed, disk full).
[[nodiscard]] Result<Done> writeWholeFile(const QString &path, FileContent content, const CancelToken &cancel,
                                          const WriteInto &write);

/// Whether writeWholeFile() has a chance, before a load that takes a while; with its sentences. Leaves
/// nothing behind, and touches nothing that is there. A few system calls.
[[nodiscard]] Result<Done> checkWholeFile(const QString &path, FileContent content);

} // namespace layerscope
