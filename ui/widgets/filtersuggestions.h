// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace layerscope {

/// What a filter's text may go on with at its cursor: each of the words in place of this part. A value.
struct FilterSuggestions
{
    qsizetype from = 0;
    qsizetype length = 0;
    QStringList words;

    bool operator==(const FilterSuggestions &) const = default;
};

} // namespace layerscope
