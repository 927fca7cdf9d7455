// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace layerscope {

/// A word of the API, or of ours in files, as people read it in the program's language: "SPARE_POOL" → "Spare
/// pool" or "Reserve", "bare_metal" → "Bare metal". One that is not known is told in its own words; what is
/// in mixed case stays as it is, unless it is known. Files, settings and copies keep the word itself. Any
/// thread; cheap enough for paint.
[[nodiscard]] QString apiWord(const QString &raw);

/// All states of a server that are known, as apiWord() tells them: how wide a column of them has to be.
[[nodiscard]] QStringList serverStateWords();

} // namespace layerscope
