// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace layerscope {

/// A menu of things to switch on and off that stays open while the person does so; other entries close it as
/// usual.
class ChoiceMenu final : public QMenu
{
    Q_OBJECT

public:
    using QMenu::QMenu;

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// False: nothing to switch here.
    static bool switchOver(QAction *action);
};

} // namespace layerscope
