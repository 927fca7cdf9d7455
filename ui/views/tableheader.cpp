// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tableheader.h"

#include "delegates/celldelegate.h"
#include "widgets/hairline.h"
#include "widgets/tones.h"

#include <QPainter>
#include <QPaintEvent>
#include <QPolygonF>

#include <algorithm>

namespace layerscope {

namespace {

QSizeF arrowSize(const QFontMetrics &metrics)
{
    const double width = std::max(7, metrics.ascent() * 2 / 3);
    return {width, width / 2};
}

int arrowGap(const QFontMetrics &metrics)
{
    return std::max(3, metrics.height() / 4);
}

void paintArrow(QPainter *painter, QPointF center, QSizeF size, bool pointsUp, const QColor &color)
{
    const double tip = pointsUp ? -size.height() / 2 : size.height() / 2;
    const QPolygonF arrow({center + QPointF(-size.width() / 2, -tip),
                           center + QPointF(size.width() / 2, -tip), center + QPointF(0, tip)});
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawPolygon(arrow);
    painter->restore();
}

} // namespace

TableHeader::TableHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setHighlightSections(false);
    setStretchLastSection(false);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    // A double click on an edge measures what is on screen, not 100 000 rows.
    setResizeContentsPrecision(0);
    setMinimumSectionSize(2 * CellDelegate::padding(fontMetrics()) + fontMetrics().averageCharWidth());
}

int TableHeader::titleWidth(int section) const
{
    const QString title =
        model() != nullptr ? model()->headerData(section, orientation()).toString() : QString();
    const QFontMetrics metrics = fontMetrics();
    return metrics.horizontalAdvance(title) + 2 * CellDelegate::padding(metrics) + arrowGap(metrics) +
           static_cast<int>(arrowSize(metrics).width());
}

QList<int> TableHeader::shownSections() const
{
    QList<int> sections;
    for (int place = 0; place < count(); ++place) {
        if (const int section = logicalIndex(place); !isSectionHidden(section))
            sections.append(section);
    }
    return sections;
}

QSize TableHeader::sectionSizeFromContents(int section) const
{
    return {titleWidth(section), CellDelegate::rowHeight(fontMetrics())};
}

void TableHeader::paintEvent(QPaintEvent *event)
{
    QHeaderView::paintEvent(event);
    // Behind the last section the style has put its own idea of an empty header.
    const int end = length() - offset();
    QRect rest = viewport()->rect().adjusted(end, 0, 0, 0);
    if (layoutDirection() == Qt::RightToLeft)
        rest = viewport()->rect().adjusted(0, 0, -end, 0);
    if (rest.width() <= 0)
        return;
    const Tones tones = Tones::on(palette().color(QPalette::Base), palette());
    QPainter painter(viewport());
    painter.fillRect(rest, tones.background);
    Hairline::paint(painter, rest, Qt::BottomEdge, tones.hairline);
}

void TableHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Tones tones = Tones::on(palette().color(QPalette::Base), palette());
    const QFontMetrics metrics = fontMetrics();
    const int inset = CellDelegate::padding(metrics);
    const QVariant wished = model()->headerData(section, orientation(), Qt::TextAlignmentRole);
    const Qt::Alignment alignment = QStyle::visualAlignment(
        layoutDirection(), wished.isValid() ? Qt::Alignment(wished.toInt()) : defaultAlignment());
    const bool isRight = (alignment & Qt::AlignRight) != 0;

    painter->save();
    painter->fillRect(rect, tones.background);
    Hairline::paint(*painter, rect, Qt::BottomEdge, tones.hairline);
    // A short tick where the section can be seized.
    const int tick = rect.height() / 3;
    const bool isRightToLeft = layoutDirection() == Qt::RightToLeft;
    Hairline::paint(*painter, QRect(rect.left(), rect.center().y() - tick / 2, rect.width(), tick),
                    isRightToLeft ? Qt::LeftEdge : Qt::RightEdge, tones.hairline);

    QRect inner = rect.adjusted(inset, 0, -inset, 0);
    const bool isSorted = isSortIndicatorShown() && sortIndicatorSection() == section;
    const QSizeF arrow = arrowSize(metrics);
    const int arrowSpace = arrowGap(metrics) + static_cast<int>(arrow.width());
    // Beside the title, on the side away from the cells' edge: the title stays over its cells.
    const int titleSpace = inner.width() - (isSorted ? arrowSpace : 0);
    const QString title = metrics.elidedText(model()->headerData(section, orientation()).toString(),
                                             Qt::ElideRight, std::max(0, titleSpace));
    painter->setFont(font());
    painter->setPen(isSorted ? tones.text : tones.muted);
    painter->drawText(inner, static_cast<int>(alignment) | Qt::TextSingleLine, title);
    if (isSorted) {
        const int titleWidth = metrics.horizontalAdvance(title);
        const double distance = titleWidth + arrowGap(metrics) + arrow.width() / 2;
        const double x = isRight ? inner.right() + 1 - distance : inner.left() + distance;
        paintArrow(painter, QPointF(x, inner.center().y() + 1), arrow,
                   sortIndicatorOrder() == Qt::AscendingOrder, tones.muted);
    }
    painter->restore();
}

} // namespace layerscope
