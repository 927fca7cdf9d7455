// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/statepill.h"

#include "delegates/marks.h"
#include "widgets/plaintooltip.h"
#include "widgets/readingorder.h"
#include "widgets/tones.h"

#include <QPainter>
#include <QStyle>

namespace layerscope {

StatePill::StatePill(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StatePill::setState(const QString &word, StateMark activity, const QString &inFull)
{
    setAccessibleName(inFull);
    setToolTip(inFull == word ? QString() : plainToolTip(inFull));
    if (word == m_word && activity == m_activity)
        return;
    m_word = word;
    m_activity = activity;
    setVisible(!word.isEmpty());
    updateGeometry();
    update();
}

QSize StatePill::sizeHint() const
{
    const bool hasMark = m_activity != StateMark::Unknown;
    const int mark = hasMark ? Marks::size(fontMetrics()) + Marks::gap(fontMetrics()) : 0;
    return {2 * padding() + mark + fontMetrics().horizontalAdvance(m_word), fontMetrics().height() * 3 / 2};
}

void StatePill::paintEvent(QPaintEvent *)
{
    const Tones tones = Tones::on(palette().color(QPalette::Window), palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tones.hairline);
    painter.setBrush(Qt::NoBrush);
    const QRectF outline = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(outline, outline.height() / 2, outline.height() / 2);

    QRect inside = rect().adjusted(padding(), 0, -padding(), 0);
    if (m_activity != StateMark::Unknown) {
        const int size = Marks::size(fontMetrics());
        const QRect mark = QStyle::alignedRect(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter,
                                               QSize(size, size), inside);
        Marks::paintState(&painter, mark, m_activity, Marks::colorOf(m_activity, tones));
        const int used = size + Marks::gap(fontMetrics());
        if (layoutDirection() == Qt::RightToLeft)
            inside.setRight(inside.right() - used);
        else
            inside.setLeft(inside.left() + used);
    }
    painter.setPen(tones.text);
    readInOwnOrder(painter, m_word);
    const Qt::Alignment where = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter);
    painter.drawText(inside, int(where) | Qt::TextSingleLine, m_word);
}

} // namespace layerscope
