// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/comparisonheader.h"

#include "models/comparisonmodel.h"
#include "widgets/cuttext.h"
#include "widgets/hairline.h"
#include "widgets/plaintooltip.h"
#include "widgets/readingorder.h"
#include "widgets/tones.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPaintEvent>
#include <QStyle>
#include <QToolTip>

namespace layerscope {

namespace {

constexpr int maxCharacters = 22;      // of a property's name
constexpr qsizetype mostOfTitle = 300; // characters: more never fits

} // namespace

ComparisonHeader::ComparisonHeader(Qt::Orientation orientation, QWidget *parent)
    : QHeaderView(orientation, parent)
{
    setHighlightSections(false);
    setSectionsClickable(false);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
}

bool ComparisonHeader::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QHeaderView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int section = logicalIndexAt(help->pos());
    const QString text =
        section < 0 ? QString() : model()->headerData(section, orientation(), Qt::ToolTipRole).toString();
    QToolTip::showText(help->globalPos(), plainToolTip(text), this);
    return true;
}

void ComparisonHeader::paintEvent(QPaintEvent *event)
{
    QPainter(viewport()).fillRect(event->rect(), palette().color(QPalette::Base)); // where no section is
    QHeaderView::paintEvent(event);
}

void ComparisonHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Tones tones = Tones::on(palette().color(QPalette::Base), palette());
    const bool isTop = orientation() == Qt::Horizontal;
    const bool stands =
        isTop || model()->headerData(section, orientation(), ComparisonModel::DiffersRole).toBool();
    // Names stand above their cells, which have the style's margin; titles below what the panel says above
    // them.
    const int margin = style()->pixelMetric(QStyle::PM_FocusFrameHMargin) + 1;
    const int before = isTop ? margin : fontMetrics().height();
    const int after = isTop ? margin : fontMetrics().averageCharWidth();
    const QFont strong = strongFont();
    painter->save();
    painter->fillRect(rect, tones.background);
    painter->setFont(isTop ? strong : font());
    painter->setPen(stands ? tones.text : tones.muted);
    const QRect inside = QStyle::visualRect(layoutDirection(), rect, rect.adjusted(before, 0, -after, 0));
    const QString text = cutText(model()->headerData(section, orientation()).toString(), mostOfTitle);
    readInOwnOrder(*painter, text);
    const Qt::Alignment where = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter);
    painter->drawText(inside, int(where) | Qt::TextSingleLine,
                      QFontMetrics(painter->font()).elidedText(text, Qt::ElideMiddle, inside.width()));
    const Qt::Edge inner = layoutDirection() == Qt::RightToLeft ? Qt::LeftEdge : Qt::RightEdge;
    Hairline::paint(*painter, rect, isTop ? Qt::BottomEdge : inner, tones.hairline);
    painter->restore();
}

QSize ComparisonHeader::sectionSizeFromContents(int section) const
{
    const int gap = fontMetrics().height() + fontMetrics().averageCharWidth();
    const int height = fontMetrics().height() * 7 / 4;
    const QString text =
        model() ? cutText(model()->headerData(section, orientation()).toString(), mostOfTitle) : QString();
    const int most = fontMetrics().averageCharWidth() * maxCharacters;
    return {qMin(most, fontMetrics().horizontalAdvance(text)) + gap, height};
}

QFont ComparisonHeader::strongFont() const
{
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    return strong;
}

} // namespace layerscope
