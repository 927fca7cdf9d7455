// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/columncatalogue.h"

#include <QByteArray>
#include <QList>

namespace layerscope {

/// The table that `layerscope columns KIND` prints: key, title, unit and, for each of the kinds, the API's
/// path. Aligned with blanks, UTF-8, a line each; "-" where there is none.
[[nodiscard]] QByteArray columnsTable(const Catalogue &catalogue, const QList<RowKind> &kinds);

} // namespace layerscope
