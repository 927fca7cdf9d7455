// SPDX-License-Identifier: GPL-3.0-or-later
#include "delegates/navigatordelegate.h"

#include "delegates/celldelegate.h"
#include "delegates/marks.h"
#include "models/navigatormodel.h"
#include "widgets/plaintooltip.h"
#include "widgets/readingorder.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace layerscope {

namespace {

constexpr double sectionFontShare = 0.85;

QFont sectionFont(QFont font)
{
    font.setWeight(QFont::DemiBold);
    font.setCapitalization(QFont::AllUppercase);
    font.setLetterSpacing(QFont::PercentageSpacing, 104); // capitals stand too close
    if (font.pixelSize() > 0)
        font.setPixelSize(qRound(font.pixelSize() * sectionFontShare));
    else
        font.setPointSizeF(font.pointSizeF() * sectionFontShare);
    return font;
}

int indentOf(const QModelIndex &index, const QFontMetrics &metrics)
{
    return index.data(NavigatorModel::IndentRole).toInt() * metrics.height();
}

int markSpaceOf(const QModelIndex &index, const QFontMetrics &metrics)
{
    return index.data(NavigatorModel::NodeMarkRole).isValid() ? Marks::size(metrics) + Marks::gap(metrics)
                                                              : 0;
}

} // namespace

NavigatorDelegate::NavigatorDelegate(QObject *parent)
    : QAbstractItemDelegate(parent)
    , m_font(QApplication::font())
    , m_sectionFont(sectionFont(QApplication::font()))
{}

void NavigatorDelegate::useFont(const QFont &font) const
{
    if (font == m_font.font())
        return;
    m_font = MeasuredFont(font);
    m_sectionFont = MeasuredFont(sectionFont(font));
}

void NavigatorDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    useFont(option.font);
    const TableTones &all = m_tones.of(option.palette);
    const bool isSelected = (option.state & QStyle::State_Selected) != 0;
    const bool isActive = (option.state & QStyle::State_Active) != 0;
    const Tones &tones = !isSelected ? all.window
                         : isActive  ? all.windowSelected
                                     : all.windowSelectedInactive;
    const QFontMetrics &metrics = m_font.metrics();
    const int inset = CellDelegate::padding(metrics);
    const bool isRightToLeft = option.direction == Qt::RightToLeft;
    const QRect rect = option.rect.adjusted(inset, 0, -inset, 0);
    const auto draw = [&](const QRect &where, Qt::Alignment alignment, const MeasuredFont &font,
                          const QColor &color, const QString &text) {
        painter->setFont(font.font());
        painter->setPen(color);
        const QString shown = font.widthOf(text) <= where.width()
                                  ? text
                                  : font.metrics().elidedText(text, Qt::ElideRight, where.width());
        readInOwnOrder(*painter, text);
        painter->drawText(where,
                          static_cast<int>(QStyle::visualAlignment(option.direction, alignment)) |
                              Qt::TextSingleLine,
                          shown);
    };

    const QString title = index.data(Qt::DisplayRole).toString();
    if (index.data(NavigatorModel::IsSectionRole).toBool()) {
        const QRect lower = rect.adjusted(0, 0, 0, -metrics.height() / 4);
        draw(lower, Qt::AlignLeft | Qt::AlignBottom, m_sectionFont, tones.muted, title);
        return;
    }
    const QString count = index.data(NavigatorModel::CountTextRole).toString();
    const int countSpace = m_font.widthOf(count) + inset;
    const int indent = indentOf(index, metrics);
    const QVariant mark = index.data(NavigatorModel::NodeMarkRole);
    const int markSpace = markSpaceOf(index, metrics);
    if (mark.isValid()) {
        const int side = Marks::size(metrics);
        const auto shape = static_cast<StateMark>(mark.toInt());
        const int left = isRightToLeft ? rect.right() + 1 - indent - side : rect.left() + indent;
        Marks::paintState(painter, QRect(left, rect.top() + (rect.height() - side) / 2, side, side), shape,
                          Marks::colorOf(shape, tones));
    }
    const int before = indent + markSpace;
    const QRect titleRect =
        isRightToLeft ? rect.adjusted(countSpace, 0, -before, 0) : rect.adjusted(before, 0, -countSpace, 0);
    draw(rect, Qt::AlignRight | Qt::AlignVCenter, m_font, tones.muted, count);
    draw(titleRect, Qt::AlignLeft | Qt::AlignVCenter, m_font, isSelected ? tones.accent : tones.text, title);
}

QSize NavigatorDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    useFont(option.font);
    const QFontMetrics &metrics = m_font.metrics();
    const int inset = CellDelegate::padding(metrics);
    const QString title = index.data(Qt::DisplayRole).toString();
    const int rowHeight = CellDelegate::rowHeight(metrics);
    if (index.data(NavigatorModel::IsSectionRole).toBool()) {
        // The first section needs no room above it.
        const int height = index.row() == 0 ? rowHeight : rowHeight + metrics.height() / 2;
        return {m_sectionFont.widthOf(title) + 2 * inset, height};
    }
    const QString count = index.data(NavigatorModel::CountTextRole).toString();
    return {m_font.widthOf(title) + m_font.widthOf(count) + indentOf(index, metrics) +
                markSpaceOf(index, metrics) + 3 * inset,
            rowHeight};
}

bool NavigatorDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                  const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractItemDelegate::helpEvent(event, view, option, index);
    const bool isCut = sizeHint(option, index).width() > view->viewport()->width();
    QStringList lines{isCut ? index.data(Qt::DisplayRole).toString() : QString(),
                      index.data(Qt::ToolTipRole).toString()};
    lines.removeAll(QString());
    QToolTip::showText(event->globalPos(), plainToolTip(lines.join(u'\n')), view);
    return true;
}

} // namespace layerscope
