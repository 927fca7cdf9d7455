// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/hairline.h"

#include "widgets/tones.h"

#include <QPainter>
#include <QTransform>

#include <algorithm>
#include <cmath>

namespace layerscope {

namespace {

QColor colourOn(const QWidget &widget)
{
    return Tones::on(widget.palette().color(QPalette::Window), widget.palette()).hairline;
}

} // namespace

Hairline::Hairline(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Hairline::sizeHint() const
{
    return {1, fontMetrics().height()};
}

void Hairline::paint(QPainter &painter, const QRectF &area, Qt::Edge edge, const QColor &color)
{
    const QTransform &toScreen = painter.deviceTransform();
    const bool isUpright = edge == Qt::LeftEdge || edge == Qt::RightEdge;
    const double scale = std::abs(isUpright ? toScreen.m11() : toScreen.m22());
    const int strength = std::max(1, static_cast<int>(scale + 0.001)); // 1.99999 is 2
    // As fillRect() rounds: so the line is the last of this area, and what is filled behind it begins after
    // it.
    const QPointF begin = toScreen.map(area.topLeft());
    const QPointF end = toScreen.map(area.bottomRight());
    QRect line(QPoint(qRound(begin.x()), qRound(begin.y())),
               QPoint(qRound(end.x()) - 1, qRound(end.y()) - 1));
    switch (edge) {
    case Qt::TopEdge:
        line.setHeight(strength);
        break;
    case Qt::BottomEdge:
        line.setTop(line.bottom() + 1 - strength);
        break;
    case Qt::LeftEdge:
        line.setWidth(strength);
        break;
    case Qt::RightEdge:
        line.setLeft(line.right() + 1 - strength);
        break;
    }
    painter.fillRect(toScreen.inverted().mapRect(QRectF(line)), color);
}

void Hairline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter, rect(), Qt::LeftEdge, colourOn(*this));
}

} // namespace layerscope
