// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace layerscope {

/// A bright surface with round corners and a thin line around it, on the window's colour.
class Surface : public QFrame
{
    Q_OBJECT

public:
    explicit Surface(QWidget *parent = nullptr);

    /// Of the corners, in pixels.
    [[nodiscard]] int radius() const { return fontMetrics().height() / 2; }

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace layerscope
