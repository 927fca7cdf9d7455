// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/filterremark.h"
#include "inventory/rowfilter.h"

#include <QLocale>
#include <QString>

#include <optional>

namespace layerscope {

/// Why no cell of this column can be what is typed behind its key; nullopt: some can. `word` as in
/// FilterTerm. It asks those who read the words for the CellMatcher, so that both agree.
[[nodiscard]] std::optional<FilterRemark::Kind> faultOfWord(const QString &word, FilterTerm::Compare compare,
                                                            const ColumnSpec &spec, const QLocale &locale);

/// A word with this fault may lose it when more is typed behind it.
[[nodiscard]] bool mayBecomeRight(FilterRemark::Kind fault, const QString &word, const ColumnSpec &spec);

} // namespace layerscope
