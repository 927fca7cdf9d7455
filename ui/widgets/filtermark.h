// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace layerscope {

/// A part of a filter's text that is probably not what was meant, for the field that it is typed into. A
/// value.
struct FilterMark
{
    qsizetype from = 0;
    qsizetype length = 0;
    bool isUnfinished = false; ///< May become right: no news while somebody types it.
    QString sentence;          ///< For people, with its full stop

    bool operator==(const FilterMark &) const = default;
};

} // namespace layerscope
