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

class Handle final : public QSplitterHandle
{
public:
    using QSplitterHandle::QSplitterHandle;

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), colourOn(*this)); }
};

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

HairlineSplitter::HairlineSplitter(Qt::Orientation orientation, QWidget *parent)
    : QSplitter(orientation, parent)
{
    setHandleWidth(1);
    setChildrenCollapsible(false);
}

QSplitterHandle *HairlineSplitter::createHandle()
{
    return new Handle(orientation(), this);
}

} // namespace layerscope
