// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace layerscope {

/// Shows what was written with the desktop's own programs. An interface, so that tests see what would be
/// opened.
class FileOpener
{
public:
    virtual ~FileOpener() = default;
    /// A file with the program that is for it, a folder with the file manager. `path` is absolute. False:
    /// there is no such program.
    [[nodiscard]] virtual bool open(const QString &path) = 0;
};

/// Whatever the desktop has for it. It is only told to begin; nobody waits for the program.
class DesktopFileOpener final : public FileOpener
{
public:
    [[nodiscard]] bool open(const QString &path) override;
};

} // namespace layerscope
