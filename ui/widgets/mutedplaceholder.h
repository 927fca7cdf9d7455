// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QLineEdit;

namespace layerscope {

/// Keeps the hint of an empty field in the muted tone on the field's own background, through every change of
/// palette. A theme that says nothing of hints leaves them black on black: Qt 6.4's own reading of KDE's dark
/// colours does. Lives as long as the field.
class MutedPlaceholder final : public QObject
{
    Q_OBJECT

public:
    explicit MutedPlaceholder(QLineEdit *edit);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();

    QLineEdit *m_edit;
};

} // namespace layerscope
