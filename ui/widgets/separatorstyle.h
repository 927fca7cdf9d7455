// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace layerscope {

/// For a QMainWindow alone: thin lines between its centre and its docks, each at the edge of the centre, on
/// as much of the window's colour as a pointer needs to take hold of it.
class SeparatorStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option,
                                  const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
};

} // namespace layerscope
