// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>

class QWidget;

namespace layerscope {

/// Calls `then` once, from the event loop, when `widget` has been painted for the first time, with all that
/// is painted in the same frame; when `patience` is over at the latest, since a window may start minimised
/// and is not painted then. Never if the widget goes before; `then` may destroy it. GUI thread.
void callAfterFirstPaint(QWidget &widget, std::chrono::milliseconds patience, std::function<void()> then);

} // namespace layerscope
