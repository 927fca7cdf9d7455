// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/columncatalogue.h"
#include "models/rowcells.h"
#include "views/shownrow.h"

#include <QList>
#include <QString>

namespace layerscope {

/// Rows and columns as they are on screen, with a line of titles, tab separated; lines end with "\n". Pure:
/// with cells over a snapshot it may run on any thread.
[[nodiscard]] QString toTsv(const RowCells &cells, const Catalogue &catalogue, const QList<ShownRow> &rows,
                            const QList<ColumnIndex> &columns);

/// The raw values of one column, separated by blanks; cells without one are left out. Pure, as above.
[[nodiscard]] QString toOneLine(const RowCells &cells, const QList<ShownRow> &rows, ColumnIndex column);

} // namespace layerscope
