// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace layerscope {

/// A row of a model's table, or of that below it, by its number there.
struct ShownRow
{
    int row = -1;
    bool isChild = false;

    bool operator==(const ShownRow &) const = default;
};

} // namespace layerscope
