// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/chartlegend.h"

#include "widgets/readingorder.h"
#include "widgets/tones.h"

#include <QPainter>
#include <QPen>
#include <QStringList>
#include <QStyle>

#include <algorithm>

namespace layerscope {

QPen penOf(ChartMark mark, const QColor &color)
{
    constexpr double strong = 2.0;
    constexpr double thin = 1.5;
    QPen pen(color, mark == ChartMark::Line ? strong : thin);
    pen.setCapStyle(Qt::FlatCap);
    switch (mark) {
    case ChartMark::DottedLine:
        pen.setDashPattern({1.5, 2});
        break;
    case ChartMark::DashedLine:
        pen.setDashPattern({5, 3});
        break;
    case ChartMark::DashDotLine:
        pen.setDashPattern({8, 2.5, 1.5, 2.5});
        break;
    default:
        break;
    }
    return pen;
}

ChartLegend::ChartLegend(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum); // Fixed would forbid further lines
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChartLegend::setEntries(const QList<Entry> &entries)
{
    if (m_entries == entries)
        return;
    m_entries = entries;
    QStringList texts;
    for (const Entry &entry : entries)
        texts += entry.text;
    setAccessibleName(texts.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize ChartLegend::sizeHint() const
{
    int width = 0;
    for (const Entry &entry : m_entries)
        width += entryWidth(entry) + fontMetrics().height();
    return {width, fontMetrics().height()};
}

QSize ChartLegend::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, fontMetrics().height()};
}

int ChartLegend::heightForWidth(int width) const
{
    const QList<QRect> places = placed(width);
    return places.isEmpty() ? 0 : places.last().bottom() + 1;
}

int ChartLegend::entryWidth(const Entry &entry) const
{
    const int sample = 2 * fontMetrics().height();
    return sample + fontMetrics().horizontalAdvance(entry.text) + 1;
}

QList<QRect> ChartLegend::placed(int width) const
{
    const int lineHeight = fontMetrics().height() + 4;
    const int gap = fontMetrics().height();
    QList<QRect> places;
    QPoint at(0, 0);
    for (const Entry &entry : m_entries) {
        const int needed = std::min(entryWidth(entry), width);
        if (at.x() > 0 && at.x() + needed > width)
            at = {0, at.y() + lineHeight};
        places.append({at, QSize(needed, lineHeight)});
        at.rx() += needed + gap;
    }
    return places;
}

void ChartLegend::paintEvent(QPaintEvent *)
{
    const Tones tones = Tones::on(palette().color(QPalette::Window), palette());
    QPainter painter(this);
    const QList<QRect> places = placed(width());
    const int height = fontMetrics().height();
    for (qsizetype i = 0; i < places.size(); ++i) {
        const Entry &entry = m_entries.at(i);
        const QRect place = QStyle::visualRect(layoutDirection(), rect(), places.at(i));
        const QRect sample = QStyle::visualRect(
            layoutDirection(), place, QRect(place.left(), place.top(), height * 3 / 2, place.height()));
        QRect box(0, 0, height * 2 / 3, height * 2 / 3);
        box.moveCenter(sample.center());

        switch (entry.mark) {
        case ChartMark::Bar:
        case ChartMark::BarBelow:
            // Which way its bars go from the line of zero.
            painter.fillRect(box, entry.color);
            painter.setPen(tones.text);
            if (entry.mark == ChartMark::Bar)
                painter.drawLine(box.bottomLeft() + QPoint(-2, 1), box.bottomRight() + QPoint(2, 1));
            else
                painter.drawLine(box.topLeft() + QPoint(-2, -1), box.topRight() + QPoint(2, -1));
            break;
        case ChartMark::Hatch:
            painter.fillRect(box, QBrush(entry.color, Qt::BDiagPattern));
            break;
        default:
            painter.setPen(penOf(entry.mark, entry.color));
            painter.drawLine(sample.left(), sample.center().y(), sample.right(), sample.center().y());
            break;
        }
        const QRect text = QStyle::visualRect(layoutDirection(), place, place.adjusted(2 * height, 0, 0, 0));
        painter.setPen(tones.text);
        readInOwnOrder(painter, entry.text);
        painter.drawText(text,
                         int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter),
                         fontMetrics().elidedText(entry.text, Qt::ElideRight, text.width()));
    }
}

} // namespace layerscope
