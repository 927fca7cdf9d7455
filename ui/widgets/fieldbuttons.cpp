// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fieldbuttons.h"

#include <QAction>
#include <QCoreApplication>
#include <QIcon>
#include <QLineEdit>
#include <QToolButton>

namespace layerscope {

namespace {

/// The buttons that this makes are all that has no name yet. The name is not their text: that would give
/// them a tooltip instead of the field's.
void nameNewButtons(const QLineEdit &field, const QString &name)
{
    for (QToolButton *button : field.findChildren<QToolButton *>(Qt::FindDirectChildrenOnly)) {
        if (button->accessibleName().isEmpty() && button->text().isEmpty())
            button->setAccessibleName(name);
    }
}

} // namespace

void addClearButton(QLineEdit &field)
{
    field.setClearButtonEnabled(true);
    nameNewButtons(field, QCoreApplication::translate("FieldButtons", "Clear"));
}

void addSign(QLineEdit &field, const QIcon &icon, const QString &name)
{
    field.addAction(icon, QLineEdit::LeadingPosition);
    nameNewButtons(field, name);
}

} // namespace layerscope
