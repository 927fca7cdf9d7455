// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProgressBar>

#include <optional>

namespace layerscope {

/// A progress bar as thin as a line of the font is strong, without text: the numbers stand beside it. Range 0
/// to `steps`; with the range 0 to 0 it is an empty groove, nothing moves.
class ThinBar final : public QProgressBar
{
    Q_OBJECT

public:
    static constexpr int steps = 1000;

    explicit ThinBar(QWidget *parent = nullptr);

    /// nullopt: not known yet.
    void setShare(std::optional<double> share);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace layerscope
