// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/relations.h"

#include <functional>
#include <optional>

class QMenu;
class QModelIndex;

namespace layerscope {

class RowsModel;

/// What an index of a model leads to: as a row below another one that is a row of another table
/// (rowOfOwnTable) to that, else by its cell, which may name a row of another kind (ColumnSpec::link).
[[nodiscard]] std::optional<RowKey> linkOf(const RowsModel &model, const QModelIndex &index);
/// What a row below another one leads to, whatever the column.
[[nodiscard]] std::optional<RowKey> linkOfChild(const RowsModel &model, const QModelIndex &index);

/// Puts all that the row of this index leads to into a menu, what it has to do with included
/// (TableSpec::relations). `show` is told which row was chosen, `jump` which relation. The model outlives the
/// menu.
void addLinkActions(QMenu &menu, const RowsModel &model, const QModelIndex &index,
                    const std::function<void(RowKey)> &show, const std::function<void(const Jump &)> &jump);

} // namespace layerscope
