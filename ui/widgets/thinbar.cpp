// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/thinbar.h"

#include "widgets/tones.h"

#include <QPainter>

namespace layerscope {

namespace {

constexpr int barCharacters = 24;
constexpr int minBarCharacters = 8;

} // namespace

ThinBar::ThinBar(QWidget *parent)
    : QProgressBar(parent)
{
    setTextVisible(false);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setShare(std::nullopt);
}

void ThinBar::setShare(std::optional<double> share)
{
    setRange(0, share ? steps : 0);
    setValue(share ? qRound(*share * steps) : 0);
}

QSize ThinBar::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * barCharacters, fontMetrics().height()};
}

QSize ThinBar::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * minBarCharacters, fontMetrics().height()};
}

void ThinBar::paintEvent(QPaintEvent *)
{
    const Tones tones = Tones::on(palette().color(QPalette::Window), palette());
    const double thickness = std::max(2.0, fontMetrics().height() / 3.0);
    const QRectF groove(0, (height() - thickness) / 2, width(), thickness);

    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tones.softBar);
    painter.drawRoundedRect(groove, thickness / 2, thickness / 2);
    if (maximum() <= 0 || value() <= 0)
        return;
    QRectF done = groove;
    done.setWidth(std::max(thickness, groove.width() * value() / maximum()));
    if (layoutDirection() == Qt::RightToLeft)
        done.moveRight(groove.right());
    painter.setBrush(palette().color(QPalette::Highlight));
    painter.drawRoundedRect(done, thickness / 2, thickness / 2);
}

} // namespace layerscope
