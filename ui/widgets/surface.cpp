// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/surface.h"

#include "widgets/tones.h"

#include <QPainter>

namespace layerscope {

Surface::Surface(QWidget *parent)
    : QFrame(parent)
{}

void Surface::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Tones::on(palette().color(QPalette::Window), palette()).hairline);
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius(), radius());
}

} // namespace layerscope
