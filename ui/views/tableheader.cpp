// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tableheader.h"

#include "delegates/celldelegate.h"
#include "views/pinnedcolumn.h"
#include "widgets/hairline.h"
#include "widgets/readingorder.h"
#include "widgets/tones.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPaintEvent>
#include <QPolygonF>
#include <QStyle>

#include <algorithm>
#include <utility>

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
    // QHeaderView paints the arrow anew where it has the section.
    connect(this, &QHeaderView::sortIndicatorChanged, viewport(), qOverload<>(&QWidget::update));
}

void TableHeader::setDensity(RowDensity density)
{
    m_density = density;
    headerDataChanged(orientation(), 0, count() - 1); // which forgets how high it was
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
    return {titleWidth(section), CellDelegate::rowHeight(fontMetrics(), m_density)};
}

int TableHeader::sectionAt(const QPoint &point) const
{
    const PinnedColumn pinned(*this);
    return pinned.covers(point.x()) ? pinned.column() : logicalIndexAt(point);
}

// ---- painting
// ------------------------------------------------------------------------------------------------------

void TableHeader::paintEvent(QPaintEvent *event)
{
    QHeaderView::paintEvent(event);
    QPainter painter(viewport());
    paintBehindTheLast(painter);
    const PinnedColumn pinned(*this);
    if (!pinned.isAfloat())
        return;
    paintSection(&painter, QRect(pinned.left(), 0, pinned.width(), viewport()->height()), pinned.column());
}

/// There the style has put its own idea of an empty header.
void TableHeader::paintBehindTheLast(QPainter &painter) const
{
    const int end = length() - offset();
    QRect rest = viewport()->rect().adjusted(end, 0, 0, 0);
    if (layoutDirection() == Qt::RightToLeft)
        rest = viewport()->rect().adjusted(0, 0, -end, 0);
    if (rest.width() <= 0)
        return;
    const Tones tones = Tones::on(palette().color(QPalette::Base), palette());
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
    readInOwnOrder(*painter, title);
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

// ---- the first section, while others are beneath it
// ------------------------------------------------------------------

bool TableHeader::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseMove:
        if (takesMouse(*static_cast<const QMouseEvent *>(event)))
            return true;
        break;
    case QEvent::ToolTip: {
        const auto *help = static_cast<const QHelpEvent *>(event);
        const PinnedColumn pinned(*this);
        if (!pinned.covers(help->pos().x()))
            break;
        QHelpEvent beneath(event->type(), help->pos() - QPoint(pinned.shift(), 0), help->globalPos());
        return QHeaderView::viewportEvent(&beneath);
    }
    default:
        break;
    }
    return QHeaderView::viewportEvent(event);
}

/// Clicks go to the section where QHeaderView has it. There it follows no mouse that moves, as it is out of
/// sight: so its width is changed here.
bool TableHeader::takesMouse(const QMouseEvent &mouse)
{
    const PinnedColumn pinned(*this);
    const int x = mouse.position().toPoint().x();
    const bool isGrip = isPinnedGrip(x);
    switch (mouse.type()) {
    case QEvent::MouseButtonPress:
        if (!pinned.covers(x) || mouse.button() != Qt::LeftButton)
            return pinned.covers(x);
        if (isGrip) {
            m_grip = Grip{pinned.column(), x, sectionSize(pinned.column())};
            return true;
        }
        m_isPinnedPressed = true;
        return passOn(mouse, pinned.shift());
    case QEvent::MouseMove:
        if (m_grip) {
            const int wider = layoutDirection() == Qt::RightToLeft ? m_grip->x - x : x - m_grip->x;
            resizeSection(m_grip->section, std::max(minimumSectionSize(), m_grip->width + wider));
            return true;
        }
        if (mouse.buttons() != Qt::NoButton || !pinned.covers(x))
            return m_isPinnedPressed; // which is not moved
        showWhatCanBeSeized(isGrip);
        return true;
    case QEvent::MouseButtonRelease:
        if (std::exchange(m_grip, std::nullopt))
            return true;
        if (!std::exchange(m_isPinnedPressed, false))
            return false;
        // Elsewhere it is no click.
        return passOn(mouse, pinned.covers(x) ? pinned.shift() : 0);
    case QEvent::MouseButtonDblClick:
        if (!pinned.covers(x))
            return false;
        if (!isGrip)
            return passOn(mouse, pinned.shift());
        Q_EMIT sectionHandleDoubleClicked(pinned.column());
        return true;
    default:
        return false;
    }
}

bool TableHeader::isPinnedGrip(int x) const
{
    const PinnedColumn pinned(*this);
    const int margin = style()->pixelMetric(QStyle::PM_HeaderGripMargin, nullptr, this);
    const int toEdge =
        layoutDirection() == Qt::RightToLeft ? x - pinned.left() : pinned.left() + pinned.width() - 1 - x;
    return pinned.covers(x) && toEdge < margin && sectionResizeMode(pinned.column()) == Interactive;
}

/// As QHeaderView does, which takes the cursor away again elsewhere.
void TableHeader::showWhatCanBeSeized(bool isGrip)
{
    if (isGrip)
        setCursor(Qt::SplitHCursor);
    else if (testAttribute(Qt::WA_SetCursor))
        unsetCursor();
}

bool TableHeader::passOn(const QMouseEvent &mouse, int shift)
{
    QMouseEvent beneath(mouse.type(), mouse.position() - QPointF(shift, 0), mouse.scenePosition(),
                        mouse.globalPosition(), mouse.button(), mouse.buttons(), mouse.modifiers(),
                        mouse.pointingDevice());
    return QHeaderView::viewportEvent(&beneath);
}

} // namespace layerscope
