// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace layerscope {

/// A label whose text is shown as it is, whatever looks like HTML in it: names and messages are people's and
/// servers' texts.
[[nodiscard]] inline QLabel *plainLabel(const QString &objectName, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace layerscope
