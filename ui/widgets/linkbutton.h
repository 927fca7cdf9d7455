// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace layerscope {

/// A button that looks like a link in a text: underlined, in the colour of links, without a frame or room
/// beside it, so that it stands under a title and above lines of text as they do. Cut with an ellipsis where
/// room is missing. GUI thread.
class LinkButton final : public QToolButton
{
    Q_OBJECT

public:
    /// Of this text; ampersands are shown.
    explicit LinkButton(const QString &text, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace layerscope
