// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mutedlabel.h"

#include "widgets/plaintooltip.h"
#include "widgets/readingorder.h"
#include "widgets/tones.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace layerscope {

namespace {

// Enough to see that there is something and to point at it for the tooltip.
constexpr int minLabelCharacters = 4;

} // namespace

MutedLabel::MutedLabel(QWidget *parent)
    : MutedLabel(QString(), parent)
{}

MutedLabel::MutedLabel(const QString &text, QWidget *parent)
    : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
}

QSize MutedLabel::minimumSizeHint() const
{
    const QSize hint = QLabel::minimumSizeHint();
    if (wordWrap() || m_isKeptWhole)
        return hint;
    return {qMin(hint.width(), fontMetrics().averageCharWidth() * minLabelCharacters), hint.height()};
}

void MutedLabel::paintEvent(QPaintEvent *event)
{
    if (isSelectable()) { // only QLabel knows what is selected
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    readInOwnOrder(painter, text()); // as QLabel does
    painter.setPen(Tones::on(palette().color(backgroundRole()), palette()).muted);
    const Qt::Alignment where = QStyle::visualAlignment(layoutDirection(), alignment());
    if (wordWrap()) {
        painter.drawText(contentsRect(), int(where) | Qt::TextWordWrap, text());
        return;
    }
    const QString line = fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
    painter.drawText(contentsRect(), int(where) | Qt::TextSingleLine, line);
}

bool MutedLabel::event(QEvent *event)
{
    const auto isCut = [this] { return !wordWrap() && QLabel::sizeHint().width() > width(); };
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && isCut()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), plainToolTip(text()), this);
        return true;
    }
    const bool isDone = QLabel::event(event);
    if ((event->type() == QEvent::Polish || event->type() == QEvent::PaletteChange) && isSelectable())
        useMutedTone();
    return isDone;
}

bool MutedLabel::isSelectable() const
{
    return (textInteractionFlags() & (Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard)) != 0;
}

/// For what QLabel paints.
void MutedLabel::useMutedTone()
{
    const QColor muted = Tones::on(palette().color(backgroundRole()), palette()).muted;
    if (palette().color(foregroundRole()) == muted) // this changes the palette, too
        return;
    QPalette own; // of nothing else: that goes on following the window's
    own.setColor(foregroundRole(), muted);
    setPalette(own);
}

} // namespace layerscope
