// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <string>

namespace layerscope {

/// What a cell of a sheet holds at the most (Excel's own limit).
constexpr qsizetype longestCellText = 32'767;

/// Puts a text in the place of what was in `cell`, in UTF-8, as libxlsxwriter takes it: what XML cannot hold
/// as "_x001B_", which spreadsheets read back (ECMA-376, ST_Xstring), and so a text that looks like that. NUL
/// becomes U+FFFD. Returns whether it was too long: then it ends with "…". O(length).
[[nodiscard]] bool putSheetText(std::string &cell, QStringView text);

/// Of a sheet: no more than 31 characters, none that Excel refuses. `number`: of those that go on with the
/// same table, from 1; "vVLANs (2)".
[[nodiscard]] QString sheetNameOf(const QString &name, int number = 1);

} // namespace layerscope
