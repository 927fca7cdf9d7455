// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/surface.h"

class QPushButton;

namespace layerscope {

/// One choice of the start page: a title, a few words and a button that says what it does, on a surface of
/// its own.
class StartCard final : public Surface
{
    Q_OBJECT

public:
    StartCard(const QString &title, const QString &text, const QString &action, QWidget *parent = nullptr);

    [[nodiscard]] QPushButton *button() const { return m_button; }

private:
    QPushButton *m_button;
};

} // namespace layerscope
