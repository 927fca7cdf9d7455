// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <future>

namespace layerscope {

/// The program starts while other threads read what Qt would else read in the way of the first frame. What
/// they return waits in its destructor until they are done. Where Qt has its fonts from elsewhere, as on
/// Windows, they read nothing.

/// The way to the session bus, which Qt needs for the first label and the menu bar: for a screen reader, and
/// for desktops that show menus elsewhere. Where no bus is named a program has to be started that looks for
/// one. Goes around the QApplication and the first window; who asks for the bus meanwhile waits for it.
[[nodiscard]] std::future<void> openSessionBus();

/// What fontconfig knows of fonts, from dozens of files. Nobody may use a font meanwhile, so this goes around
/// the making of the QApplication, which waits for the display just as long.
[[nodiscard]] std::future<void> readFontConfiguration();

/// Qt's own list of fonts, and which image formats there are plugins for. Needs the QApplication; who asks
/// for a font or an image meanwhile waits for it.
[[nodiscard]] std::future<void> readFontsAndImageFormats();

} // namespace layerscope
