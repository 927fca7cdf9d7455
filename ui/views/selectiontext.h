// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/columncatalogue.h"
#include "models/rowcells.h"

#include <QList>
#include <QString>

class QItemSelection;

namespace layerscope {

class RowsModel;

/// A row of a model's table, or of that below it, by its number there.
struct ShownRow
{
    int row = -1;
    bool isChild = false;

    bool operator==(const ShownRow &) const = default;
};

/// Rows of a selection, each once, in view order; a group row stands for its rows. By ranges, without an
/// index a row. O(rows × log rows).
[[nodiscard]] QList<ShownRow> shownRowsOf(const RowsModel &model, const QItemSelection &selection);
/// Those of them that are rows of the table.
[[nodiscard]] QList<int> tableRowsOf(const RowsModel &model, const QItemSelection &selection);
/// Rows of the table below: those of them, and all that are seen below the others.
[[nodiscard]] QList<int> childRowsOf(const RowsModel &model, const QItemSelection &selection);

/// Rows and columns as they are on screen, with a line of titles, tab separated; lines end with "\n". Pure:
/// with cells over a snapshot it may run on any thread.
[[nodiscard]] QString toTsv(const RowCells &cells, const Catalogue &catalogue, const QList<ShownRow> &rows,
                            const QList<ColumnIndex> &columns);

/// The raw values of one column, separated by blanks; cells without one are left out. Pure, as above.
[[nodiscard]] QString toOneLine(const RowCells &cells, const QList<ShownRow> &rows, ColumnIndex column);

} // namespace layerscope
