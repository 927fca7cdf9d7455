// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/menubutton.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>

namespace layerscope {

MenuButton::MenuButton(QMenu *menu, QWidget *parent)
    : QToolButton(parent)
{
    setMenu(menu);
    if (menu != nullptr) // else there would be nothing that a screen reader could do with it
        setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFocusPolicy(Qt::TabFocus);
}

QSize MenuButton::sizeHint() const
{
    // Two blanks that Qt leaves after a text would put the arrow nearer to the next button than to this one's
    // text.
    const int blanks = 2 * fontMetrics().horizontalAdvance(QLatin1Char(' '));
    return QToolButton::sizeHint() + QSize(arrowWidth() - blanks, 0);
}

void MenuButton::initStyleOption(QStyleOptionToolButton *option) const
{
    QToolButton::initStyleOption(option);
    option->features &= ~QStyleOptionToolButton::ToolButtonFeatures(QStyleOptionToolButton::HasMenu);
}

void MenuButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    // The frame over the whole, icon and text left of the arrow.
    QStyleOptionToolButton frame = option;
    frame.text.clear();
    frame.icon = QIcon();
    painter.drawComplexControl(QStyle::CC_ToolButton, frame);

    const QRect whole = option.rect;
    const auto placed = [&](const QRect &part) { return QStyle::visualRect(layoutDirection(), whole, part); };
    option.rect = placed(whole.adjusted(0, 0, -arrowWidth(), 0));
    painter.drawControl(QStyle::CE_ToolButtonLabel, option);
    const int side = arrowWidth() * 2 / 3;
    QStyleOption arrow = option;
    arrow.rect = placed(QRect(whole.right() - arrowWidth(), (whole.height() - side) / 2, side, side));
    painter.drawPrimitive(QStyle::PE_IndicatorArrowDown, arrow);
}

int MenuButton::arrowWidth() const
{
    return fontMetrics().height() * 3 / 4;
}

} // namespace layerscope
