// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace layerscope {

/// A sentence about what is typed into a field, right below it and over what is there. Takes neither focus
/// nor clicks; readers of the screen have it from the field's description.
class FieldNote : public QLabel
{
    Q_OBJECT

public:
    explicit FieldNote(QWidget *parent = nullptr);

    void say(const QString &sentence, const QWidget &field);
};

} // namespace layerscope
