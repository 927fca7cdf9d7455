// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/hairline.h"

#include "widgets/tones.h"

#include <QPainter>

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

void Hairline::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), colourOn(*this));
}

} // namespace layerscope
