// SPDX-License-Identifier: GPL-3.0-or-later
#include "delegates/marks.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace layerscope::Marks {

int size(const QFontMetrics &metrics)
{
    return std::max(7, metrics.ascent() * 3 / 4) | 1; // odd: has a middle
}

int gap(const QFontMetrics &metrics)
{
    return std::max(3, metrics.height() / 3);
}

const QColor &colorOf(StateMark mark, const Tones &tones)
{
    switch (mark) {
    case StateMark::Running:
        return tones.green;
    case StateMark::Working:
    case StateMark::ProjectedOver:
    case StateMark::Attention:
        return tones.amber;
    case StateMark::Over:
        return tones.red;
    case StateMark::Unknown:
    case StateMark::Plain:
    case StateMark::Stopped:
        break;
    }
    return tones.muted;
}

void paintState(QPainter *painter, const QRect &rect, StateMark mark, const QColor &color)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    const QRectF shape(rect);
    const auto drawRing = [&](double inset) {
        const double stroke = std::max(1.0, shape.width() / 10);
        const double edge = inset + stroke / 2;
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(color, stroke));
        painter->drawEllipse(shape.adjusted(edge, edge, -edge, -edge));
    };
    switch (mark) {
    case StateMark::Plain:
        drawRing(shape.width() * 0.15); // calmer than the others
        break;
    case StateMark::Running:
    case StateMark::Over:
        painter->drawEllipse(shape);
        break;
    case StateMark::Stopped: {
        const double inset = shape.width() * 0.06; // a square looks larger than a disc of the same width
        painter->drawRoundedRect(shape.adjusted(inset, inset, -inset, -inset), 1, 1);
        break;
    }
    case StateMark::Working: {
        constexpr int quarter = 90 * 16; // QPainter counts in sixteenths of a degree
        painter->drawPie(shape, quarter, 2 * quarter);
        drawRing(0);
        break;
    }
    case StateMark::ProjectedOver:
        painter->drawPolygon(
            QPolygonF({QPointF(shape.center().x(), shape.top()), shape.bottomRight(), shape.bottomLeft()}));
        break;
    case StateMark::Attention: // paintWarning()
    case StateMark::Unknown:
        break;
    }
    painter->restore();
}

void paintWarning(QPainter *painter, const QRect &rect, const QColor &color, const QColor &background)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF box(rect);
    const double edge = box.width() / 8; // rounds the corners
    painter->setPen(QPen(color, edge, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(color);
    const QRectF inner = box.adjusted(edge / 2, edge / 2, -edge / 2, -edge);
    painter->drawPolygon(
        QPolygonF({QPointF(inner.center().x(), inner.top()), inner.bottomRight(), inner.bottomLeft()}));
    painter->setPen(QPen(background, std::max(1.0, box.width() / 8), Qt::SolidLine, Qt::FlatCap));
    const double x = inner.center().x();
    painter->drawLine(QPointF(x, inner.top() + inner.height() * 0.36),
                      QPointF(x, inner.top() + inner.height() * 0.68));
    painter->drawLine(QPointF(x, inner.top() + inner.height() * 0.78),
                      QPointF(x, inner.top() + inner.height() * 0.92));
    painter->restore();
}

} // namespace layerscope::Marks
