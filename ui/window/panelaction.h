// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>

namespace layerscope {

/// The entry of a panel in the View menu, with its key. In the menu it is triggered as any other; its key is
/// told apart from that, as it does more. GUI thread.
class PanelAction final : public QAction
{
    Q_OBJECT

public:
    PanelAction(const QString &text, QObject *parent);

Q_SIGNALS:
    /// Instead of triggered().
    void keyPressed();

protected:
    bool event(QEvent *event) override;
};

} // namespace layerscope
