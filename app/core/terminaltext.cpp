// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminaltext.h"

#include <utility>

namespace layerscope {

QString terminalText(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = std::as_const(text)[i].unicode();
        const bool isLoneReturn = c == u'\r' && (i + 1 == text.size() || std::as_const(text)[i + 1] != u'\n');
        if (isTerminalControl(c) || isLoneReturn)
            text[i] = QChar(QChar::ReplacementCharacter);
    }
    return text;
}

} // namespace layerscope
