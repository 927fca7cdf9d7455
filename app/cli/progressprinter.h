// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "loaders/loadoutcome.h"

#include <QIODevice>
#include <QString>

namespace layerscope {

/// What a command says on standard error: a bar that redraws itself on a terminal, nothing in a file or a
/// pipe; sentences always. Owns nothing; the device outlives it.
class ProgressPrinter
{
public:
    /// `showsBar`: the device is a terminal and nobody asked for quiet.
    ProgressPrinter(QIODevice &device, bool showsBar);

    void show(const LoadProgress &progress);
    /// Takes the bar away, if one stands there, and writes a line: "layerscope: sentence".
    void say(const QString &sentence);
    void clear();

    /// "[#####-----] 1198 of 2500 servers, 8 calls, 4 s left", for a terminal of this width; then, if they
    /// are loaded, "members of 3 of 40 pools".
    [[nodiscard]] static QString bar(const LoadProgress &progress, int width);
    /// Whether standard error is a terminal.
    [[nodiscard]] static bool isTerminal();

private:
    QIODevice &m_device;
    bool m_showsBar;
    qsizetype m_barLength = 0;
};

} // namespace layerscope
