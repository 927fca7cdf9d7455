// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

namespace layerscope {

/// A bar in the accent's colour beside a widget that the Tab key has led to, as beside the current row of a
/// table: for texts that are only read, which show no focus by themselves. It stands in the margin of the
/// page that scrolls with the widget, and takes no room. Lives as long as the widget. GUI thread.
class FocusBar final : public QObject
{
    Q_OBJECT

public:
    explicit FocusBar(QWidget *of);
    ~FocusBar() override;

    [[nodiscard]] const QWidget *bar() const { return m_bar; } ///< nullptr as long as there is none

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show();
    void hide();
    void place();

    QWidget *m_of;
    QPointer<QWidget> m_bar; ///< A child of the page.
};

} // namespace layerscope
