// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QWidget>

class QColor;
class QPainter;

namespace layerscope {

/// A thin line in a mid tone between two facts that stand side by side, as high as the text. How it is
/// painted is also for those who draw such lines themselves.
class Hairline final : public QWidget
{
    Q_OBJECT

public:
    explicit Hairline(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

    /// A thin line inside of this area, along one of its edges, of the same number of the screen's points
    /// wherever it stands: where the screen is scaled by 1.25, what is filled one logical pixel high is one
    /// point here and two there. The painter may be scaled and moved, not turned.
    static void paint(QPainter &painter, const QRectF &area, Qt::Edge edge, const QColor &color);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace layerscope
