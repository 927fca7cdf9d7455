// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <string>

namespace layerscope {

/// Appends bytes that compare (as unsigned bytes, shorter first) as people sort names: ignoring case, numbers
/// by their value, so db2 comes before db10 and 10.0.0.2 before 10.0.0.10. Case-folded UTF-8 in which each
/// run of digits is written as '0', the count of its digits without leading zeros, and those digits. Pure;
/// O(length). Not QCollator: its order changes with the locale.
void appendNaturalKey(QStringView text, std::string &key);

[[nodiscard]] std::string naturalKey(QStringView text);

} // namespace layerscope
