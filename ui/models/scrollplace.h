// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/rowkey.h"

#include <optional>

namespace layerscope {

/// Where a table is scrolled to, in terms that fit other rows, another font and another density. A value.
struct ScrollPlace
{
    std::optional<RowKey> row; ///< The first one on screen; nullopt: the table stands at its beginning.
    int offset = 0;            ///< Of its top edge below that of the screen, in thousandths of its height.
    int sideways = 0;          ///< In hundredths of the font's height.

    bool operator==(const ScrollPlace &) const = default;
};

} // namespace layerscope
