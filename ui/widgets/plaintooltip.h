// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTextDocument>

namespace layerscope {

/// Text for QToolTip, which takes what looks like HTML for HTML. Notes and names are people's texts and mean
/// themselves.
[[nodiscard]] inline QString plainToolTip(const QString &text)
{
    return Qt::mightBeRichText(text) ? text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")) : text;
}

} // namespace layerscope
