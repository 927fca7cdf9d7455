// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace layerscope {

/// Where something is searched for in one text or list, with a lens and a placeholder. Esc is its own as long
/// as it has the focus, also where the window has another use for it: it clears the words, and once there are
/// none it leaves.
class SearchEdit final : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchEdit(QWidget *parent = nullptr);

Q_SIGNALS:
    /// Return: the next one. With Shift: the one before.
    void nextWanted();
    void previousWanted();
    /// Esc without words: the person wants to go on to what is searched.
    void leaveWanted();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace layerscope
