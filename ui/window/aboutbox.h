// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace layerscope {

/// Says what this program is, in a box over the window, which goes on meanwhile. It deletes itself when it is
/// closed.
void showAboutBox(QWidget *window);

} // namespace layerscope
