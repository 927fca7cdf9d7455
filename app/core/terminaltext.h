// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace layerscope {

/// A character that tells a terminal something instead of being shown: C0, DEL, C1. TAB and the line ends are
/// none.
[[nodiscard]] constexpr bool isTerminalControl(char16_t c)
{
    return (c < 0x20 && c != u'\t' && c != u'\n' && c != u'\r') || (c >= 0x7f && c <= 0x9f);
}

/// What may stand in texts of others (names, notes, error messages) must not move the cursor, colour or
/// rename a terminal: U+FFFD for each control character, a carriage return alone being one. Any thread;
/// O(length).
[[nodiscard]] QString terminalText(QString text);

} // namespace layerscope
