// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mutedplaceholder.h"

#include "widgets/tones.h"

#include <QEvent>
#include <QLineEdit>

namespace layerscope {

MutedPlaceholder::MutedPlaceholder(QLineEdit *edit)
    : QObject(edit)
    , m_edit(edit)
{
    m_edit->installEventFilter(this);
    follow();
}

bool MutedPlaceholder::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        follow();
    return QObject::eventFilter(watched, event);
}

void MutedPlaceholder::follow()
{
    const QPalette palette = m_edit->palette();
    const QColor muted =
        Tones::on(palette.color(QPalette::Active, QPalette::Base), palette).muted; // enabled or not
    if (palette.color(QPalette::Active, QPalette::PlaceholderText) == muted)
        return;
    QPalette own; // of nothing else: that goes on following the window's
    own.setColor(QPalette::PlaceholderText, muted);
    m_edit->setPalette(own);
}

} // namespace layerscope
