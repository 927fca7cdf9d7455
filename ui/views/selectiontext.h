// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/columncatalogue.h"
#include "models/tablecells.h"

#include <QList>
#include <QString>

class QItemSelection;

namespace layerscope {

class RowsModel;

/// Table rows of a selection, each once, in view order; a group row stands for its rows. O(rows × log rows).
[[nodiscard]] QList<int> tableRowsOf(const RowsModel &model, const QItemSelection &selection);

/// Rows and columns as they are on screen, with a line of titles, tab separated; lines end with "\n". Pure:
/// with cells over a snapshot it may run on any thread.
[[nodiscard]] QString toTsv(const TableCells &cells, const Catalogue &catalogue, const QList<int> &rows,
                            const QList<ColumnIndex> &columns);

/// The raw values of one column, separated by blanks; cells without one are left out. Pure, as above.
[[nodiscard]] QString toOneLine(const TableCells &cells, const QList<int> &rows, ColumnIndex column);

} // namespace layerscope
