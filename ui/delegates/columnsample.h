// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/columncatalogue.h"

#include <QString>

namespace layerscope {

/// A text as wide as what usually stands in this column: for its width at first, and for the bar where a
/// value will stand.
[[nodiscard]] QString sampleText(ColumnIndex column);
/// The same for the column's sum in a group row; empty if it has none.
[[nodiscard]] QString sampleSumText(ColumnIndex column);

} // namespace layerscope
