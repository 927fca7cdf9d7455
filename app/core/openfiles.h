// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace layerscope {

/// How many files and connections this process may have open (`ulimit -n`). GLib ends a program without a
/// word that helps when it gets none for an event loop, so it is looked at before there is one.
class OpenFiles
{
    Q_DECLARE_TR_FUNCTIONS(OpenFiles)

public:
    /// A connection for each call at once, three where a proxy is between, one more each for the demo
    /// account; files, the event loops of a few threads.
    static constexpr int needed = 256;
    /// Below this even a small account fails.
    static constexpr int least = 128;

    /// Raises what may be raised, up to `needed`. Why it is not enough even so, without a translation if none
    /// is loaded; nullopt: it is enough. Before there are other threads.
    [[nodiscard]] static std::optional<QString> makeRoom();
    /// The sentence for a limit, or nullopt if it is enough. Pure.
    [[nodiscard]] static std::optional<QString> problemOf(quint64 limit);
};

} // namespace layerscope
