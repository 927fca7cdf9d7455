// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace layerscope {

/// How much room the rows of a table have.
enum class RowDensity {
    Comfortable, ///< Twice as high as the text
    Compact,     ///< As many on screen as can be read
};

} // namespace layerscope
