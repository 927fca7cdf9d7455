// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/relations.h"

#include <functional>

class QMenu;

namespace layerscope {

class RowsModel;

/// Puts where a row leads to into a menu: an action for each relation of its table (TableSpec::relations),
/// "relation_" and its key, after a separator. One that leads nowhere is left out. One of which that is not
/// known yet is there and says why, but cannot be chosen until it is; that may come while the menu is open.
/// The model outlives the menu.
void addRelationActions(QMenu &menu, const RowsModel &model, RowKey row,
                        const std::function<void(const Jump &)> &jump);

} // namespace layerscope
