// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/separatorstyle.h"

#include "widgets/hairline.h"
#include "widgets/tones.h"

#include <QMainWindow>
#include <QPainter>
#include <QStyleOption>

namespace layerscope {

int SeparatorStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    if (metric == PM_DockWidgetSeparatorExtent && widget != nullptr)
        return qMax(3, widget->fontMetrics().height() / 4);
    return QProxyStyle::pixelMetric(metric, option, widget);
}

void SeparatorStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                   const QWidget *widget) const
{
    const auto *window = qobject_cast<const QMainWindow *>(widget);
    if (element != PE_IndicatorDockWidgetResizeHandle || window == nullptr ||
        window->centralWidget() == nullptr) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    const QRect centre = window->centralWidget()->geometry();
    const QRect &handle = option->rect;
    QRect line = handle;
    const bool isUpright = handle.width() < handle.height();
    if (isUpright) {
        line.setWidth(1);
        line.moveLeft(handle.right() < centre.left()   ? handle.right()
                      : handle.left() > centre.right() ? handle.left()
                                                       : handle.center().x());
    } else {
        line.setHeight(1);
        line.moveTop(handle.bottom() < centre.top()   ? handle.bottom()
                     : handle.top() > centre.bottom() ? handle.top()
                                                      : handle.center().y());
    }
    Hairline::paint(*painter, line, isUpright ? Qt::LeftEdge : Qt::TopEdge,
                    Tones::on(option->palette.color(QPalette::Window), option->palette).hairline);
}

} // namespace layerscope
