// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

namespace layerscope {

/// Where the status bar says what there is to say of exports: a page for each account that is open, and one
/// with nothing. It takes the same room with and without, whatever the page would like to have, so that
/// nothing moves when an export begins, ends or is hidden.
class ExportPlace final : public QStackedWidget
{
    Q_OBJECT

public:
    explicit ExportPlace(QWidget *parent = nullptr);

    /// One that was added; nullptr: nothing.
    void showPage(QWidget *page);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
};

} // namespace layerscope
