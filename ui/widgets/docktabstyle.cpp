// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/docktabstyle.h"

#include "widgets/tones.h"

#include <QPainter>
#include <QStyleOptionTab>
#include <QTabBar>

namespace layerscope {

namespace {

bool isBelowItsPanel(QTabBar::Shape shape)
{
    return shape == QTabBar::RoundedSouth || shape == QTabBar::TriangularSouth;
}

void paintTab(QPainter *painter, const QStyleOptionTab &tab)
{
    const Tones tones = Tones::on(tab.palette.color(QPalette::Window), tab.palette);
    const bool isChosen = (tab.state & QStyle::State_Selected) != 0;
    const bool isPointedAt = (tab.state & QStyle::State_MouseOver) != 0;
    const int padding = tab.fontMetrics.averageCharWidth();
    const QRect inner = tab.rect.adjusted(padding, 0, -padding, 0);
    painter->setPen(isChosen || isPointedAt ? tones.text : tones.muted);
    painter->drawText(inner, Qt::AlignCenter | Qt::TextSingleLine | Qt::TextShowMnemonic, tab.text);
    if (!isChosen)
        return;
    const int strength = qMax(1, tab.fontMetrics.height() / 9);
    QRect line = inner;
    line.setHeight(strength);
    if (!isBelowItsPanel(tab.shape))
        line.moveBottom(tab.rect.bottom());
    const bool hasFocus = (tab.state & QStyle::State_HasFocus) != 0;
    painter->fillRect(line, hasFocus ? tones.accent : tones.text);
}

} // namespace

void DockTabStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
    if (element == CE_TabBarTab && tab != nullptr)
        paintTab(painter, *tab);
    else
        QProxyStyle::drawControl(element, option, painter, widget);
}

void DockTabStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    if (element != PE_FrameTabBarBase) // the line between tabs and panel, which would close the boxes
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

int DockTabStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

} // namespace layerscope
