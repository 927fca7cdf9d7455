// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace layerscope {

/// A tool button that opens a menu, or something like one, and says so by an arrow beside its text, where
/// styles put theirs into a corner.
class MenuButton final : public QToolButton
{
    Q_OBJECT

public:
    /// Without a menu clicked() says that what it stands for is to open.
    explicit MenuButton(QMenu *menu, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void initStyleOption(QStyleOptionToolButton *option) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int arrowWidth() const;
};

} // namespace layerscope
