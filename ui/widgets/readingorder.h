// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QString>

namespace layerscope {

/// Has the painter write this text in its own order of reading. It begins with the widget's, in which
/// "≥ 12 of 40" would be jumbled where windows go from right to left and the text does not. Alignments are to
/// be visual ones then: the painter mirrors by the text, too.
inline void readInOwnOrder(QPainter &painter, const QString &text)
{
    painter.setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
}

} // namespace layerscope
