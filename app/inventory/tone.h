// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace layerscope {

/// What a word of a state column means to whoever looks at it; its mark and colour follow from it.
enum class Tone : quint8 {
    Good,    ///< It works, or is in use.
    Working, ///< Something is being done to it.
    Off,     ///< It is switched off, or over: nobody has to do anything.
    Warning, ///< Somebody should look at it.
    Bad,     ///< It does not work, or is too late.
};

struct WordTone
{
    const char *word = ""; ///< Of the API, or of ours, as files have it: "ONLINE". Case does not matter.
    Tone tone = Tone::Good;
};

} // namespace layerscope
