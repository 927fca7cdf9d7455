// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QDockWidget;

namespace layerscope {

/// The title of a dock: its name, muted, as high as a heading beside it, and two quiet buttons that float and
/// close it. Elsewhere it is what the dock is moved by, and floated by a double click. GUI thread.
class DockTitle final : public QWidget
{
    Q_OBJECT

public:
    /// Follows the dock's title; the dock takes it over by setTitleBarWidget(). `textMargin`: where the name
    /// begins, in heights of a line.
    explicit DockTitle(QDockWidget &dock, double textMargin);

    /// One line of text and the space around tabs in that font.
    [[nodiscard]] static int heightFor(const QFontMetrics &metrics);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
};

} // namespace layerscope
