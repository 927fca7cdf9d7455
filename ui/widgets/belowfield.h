// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

class QWidget;

namespace layerscope {

/// Shows something right below a field, above all else in its window, without taking the focus or moving
/// anything. It becomes a child of that window, and keeps within it. `wanted`: its size if there is room.
/// Not owned: whoever made it deletes it, unless the window did.
void showBelow(QWidget &what, const QWidget &field, const QSize &wanted);

} // namespace layerscope
