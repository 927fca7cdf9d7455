// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QWidget;

namespace layerscope {

/// Calls `then` once, from the event loop, when `widget` has been painted for the first time, with all that
/// is painted in the same frame; a second from now at the latest, since a window may start minimised. Never
/// if the widget goes before. GUI thread.
void callAfterFirstPaint(QWidget &widget, std::function<void()> then);

} // namespace layerscope
