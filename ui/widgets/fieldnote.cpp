// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fieldnote.h"

#include "widgets/belowfield.h"

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

FieldNote::FieldNote(QWidget *parent)
    : QLabel(parent)
{
    setObjectName(u"fieldNote"_s);
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setFrameShape(QFrame::Box);
    setMargin(fontMetrics().height() / 4);
    setBackgroundRole(QPalette::ToolTipBase);
    setForegroundRole(QPalette::ToolTipText);
    setAutoFillBackground(true);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void FieldNote::say(const QString &sentence, const QWidget &field)
{
    setText(sentence);
    const int around = 2 * (margin() + frameWidth());
    // One more: Qt breaks a line that fits to the pixel.
    const int width = qMin(fontMetrics().horizontalAdvance(sentence) + around + 1, field.width());
    showBelow(*this, field, {width, heightForWidth(width)});
}

} // namespace layerscope
