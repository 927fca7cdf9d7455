// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/cuttext.h"

#include <QString>
#include <QTextDocument>

namespace layerscope {

/// Text for QToolTip, which takes what looks like HTML for HTML. Notes and names are people's texts and mean
/// themselves. At most a thousand characters of it: Qt lays out all of a tooltip before it shows anything.
[[nodiscard]] inline QString plainToolTip(const QString &text)
{
    constexpr qsizetype mostCharacters = 1000;
    const QString shown = cutText(text, mostCharacters);
    if (!Qt::mightBeRichText(shown))
        return shown;
    // In a tag of its own: what is escaped does not look like HTML any more, and would be shown as it is.
    return QStringLiteral("<qt>") + shown.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")) +
           QStringLiteral("</qt>");
}

} // namespace layerscope
