// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/emptycells.h"

#include "inventory/cellvalue.h"
#include "models/inventoryroles.h"

#include <QHeaderView>
#include <QTreeView>

#include <algorithm>

namespace layerscope {

QRect withEmptyCellsBehind(const QTreeView &view, int place, const QModelIndex &index, const QRect &cell)
{
    const QHeaderView &header = *view.header();
    QRect room = cell;
    for (int next = place + 1; next < header.count(); ++next) {
        const int column = header.logicalIndex(next);
        const QModelIndex behind = index.siblingAtColumn(column);
        const int width = header.isSectionHidden(column) ? 0 : header.sectionSize(column);
        const auto state = behind.data(CellStateRole).value<CellState>();
        const bool isToCome = state == CellState::Loading || state == CellState::NotAsked;
        if (width > 0 && (isToCome || !behind.data().toString().isEmpty()))
            break;
        // Those beneath this one give it nothing.
        const int left = view.columnViewportPosition(column);
        if (view.layoutDirection() == Qt::RightToLeft)
            room.setLeft(std::min(room.left(), left));
        else
            room.setRight(std::max(room.right(), left + width - 1));
    }
    return room;
}

} // namespace layerscope
