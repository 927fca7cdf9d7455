// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QIcon;
class QLineEdit;
class QString;

namespace layerscope {

/// Buttons in fields, which have an icon alone, with names for screen readers: Qt's have none.

/// Qt's own, which empties the field.
void addClearButton(QLineEdit &field);
/// Says what the field is for, before its text.
void addSign(QLineEdit &field, const QIcon &icon, const QString &name);

} // namespace layerscope
