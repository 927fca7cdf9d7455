// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/columncatalogue.h"

#include <QStringList>
#include <QStringView>

namespace layerscope {

/// The columns that a key of the filter's words names, in any case of letters: the one of that key, or those
/// that its short form stands for ("ip"). None: this table has no such key. O(columns).
[[nodiscard]] ColumnSet columnsOfFilterKey(QStringView key, const Catalogue &catalogue);

/// Some table has this key, or knows the short form. O(tables × columns).
[[nodiscard]] bool isFilterKeyOfAnyTable(QStringView key);

/// Each key that means something in this table, as one types it: the short forms first, then those of the
/// columns in the order of files. For completing what is typed. O(columns).
[[nodiscard]] QStringList filterKeys(const Catalogue &catalogue);

} // namespace layerscope
