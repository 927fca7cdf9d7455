// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace layerscope {

/// A tool button of a text that ends in "…" where it has no room. A QToolButton would cut it at both ends.
class ElidedButton final : public QToolButton
{
    Q_OBJECT

public:
    explicit ElidedButton(QWidget *parent = nullptr);

    /// Of the text, as much as is shown.
    [[nodiscard]] QString shownText() const;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace layerscope
