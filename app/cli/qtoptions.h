// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace layerscope {

/// The arguments without the options that every Qt program with a window takes, such as -style and -platform,
/// with one dash or two, their value behind '=' or in the next argument. Only tells whether the rest is right
/// before there is a QApplication, which needs a display; that one takes what it knows itself. Source: the
/// documentation of QGuiApplication and QApplication, "Supported Command Line Options".
[[nodiscard]] QStringList withoutQtOptions(const QStringList &arguments);

/// -platform names what to show windows on; none needs to be found then.
[[nodiscard]] bool namesPlatform(const QStringList &arguments);

} // namespace layerscope
