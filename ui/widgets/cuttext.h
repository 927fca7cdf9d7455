// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace layerscope {

/// At most so many characters of a text, none of them half a one, and "…" for what is left out. Qt measures
/// all of a text before it shows any: 100 000 characters without a break take it seconds.
[[nodiscard]] inline QString cutText(const QString &text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    const bool wouldSplitOne = most > 0 && text.at(most - 1).isHighSurrogate();
    return text.first(wouldSplitOne ? most - 1 : most) + u'…';
}

} // namespace layerscope
