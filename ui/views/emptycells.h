// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QModelIndex;
class QRect;
class QTreeView;

namespace layerscope {

/// What a sentence in place of a name may run over: this cell, at the given place of the header, and those
/// that follow and have nothing to show. In the viewport's coordinates; O(shown columns).
[[nodiscard]] QRect withEmptyCellsBehind(const QTreeView &view, int place, const QModelIndex &index,
                                         const QRect &cell);

} // namespace layerscope
