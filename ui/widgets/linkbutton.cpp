// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/linkbutton.h"

#include "widgets/tones.h"

#include <QStyle>
#include <QStyleOptionFocusRect>
#include <QStylePainter>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr int minLinkCharacters = 8;

} // namespace

LinkButton::LinkButton(const QString &text, QWidget *parent)
    : QToolButton(parent)
{
    setText(QString(text).replace(u'&', "&&"_L1));
    setAccessibleName(text);
    setFocusPolicy(Qt::StrongFocus);
}

QSize LinkButton::sizeHint() const
{
    const QSize size = fontMetrics().size(Qt::TextShowMnemonic, text());
    return {size.width(), size.height() + fontMetrics().height() / 4}; // as lines of facts
}

QSize LinkButton::minimumSizeHint() const
{
    const QSize hint = sizeHint();
    return {std::min(hint.width(), fontMetrics().averageCharWidth() * minLinkCharacters), hint.height()};
}

void LinkButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QFont underlined = font();
    underlined.setUnderline(isEnabled());
    painter.setFont(underlined);
    const QString shown =
        fontMetrics().elidedText(text(), Qt::ElideRight, width(), static_cast<int>(Qt::TextShowMnemonic));
    const Qt::Alignment where = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter;
    // As links among the lines of facts; the palette's own colour of links seldom goes with the others.
    painter.setPen(Tones::on(palette().color(QPalette::Window), palette()).accent);
    painter.drawItemText(rect(), static_cast<int>(where) | Qt::TextShowMnemonic, palette(), isEnabled(),
                         shown, isEnabled() ? QPalette::NoRole : QPalette::ButtonText);
    if (!hasFocus())
        return;
    QStyleOptionFocusRect focus;
    focus.initFrom(this);
    focus.backgroundColor = palette().color(QPalette::Window);
    painter.drawPrimitive(QStyle::PE_FrameFocusRect, focus);
}

} // namespace layerscope
