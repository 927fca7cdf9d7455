// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/elidedbutton.h"

#include "widgets/readingorder.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>

namespace layerscope {

ElidedButton::ElidedButton(QWidget *parent)
    : QToolButton(parent)
{}

QString ElidedButton::shownText() const
{
    const int missing = sizeHint().width() - width();
    if (missing <= 0)
        return text();
    const int room = fontMetrics().size(Qt::TextShowMnemonic, text()).width() - missing;
    return fontMetrics().elidedText(text(), Qt::ElideRight, room, Qt::TextShowMnemonic);
}

void ElidedButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.text = shownText();
    readInOwnOrder(painter, option.text);
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
}

} // namespace layerscope
