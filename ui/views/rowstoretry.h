// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/columncatalogue.h"
#include "views/shownrow.h"

#include <QList>

namespace layerscope {

class RowsModel;

/// The rows of the model's table that "retry" is about, of these rows: those that lack something in the shown
/// columns which failed or was refused, and those with rows below them that do, each once. O(rows, with those
/// below them).
[[nodiscard]] QList<int> rowsToRetry(const RowsModel &model, const QList<ShownRow> &rows,
                                     const ColumnSet &shownColumns);

} // namespace layerscope
