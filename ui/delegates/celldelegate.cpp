// SPDX-License-Identifier: GPL-3.0-or-later
#include "delegates/celldelegate.h"

#include "delegates/columnsample.h"
#include "delegates/marks.h"
#include "delegates/plaintooltip.h"
#include "inventory/cellvalue.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

namespace layerscope {

namespace {

/// More of a text never fits into a cell, and measuring it would cost.
constexpr qsizetype longestPainted = 300;

CellState stateOf(const QModelIndex &index)
{
    const QVariant state = index.data(CellStateRole);
    return state.isValid() ? state.value<CellState>() : CellState::Value;
}

bool isMuted(CellState state)
{
    return state != CellState::Value;
}

} // namespace

struct CellDelegate::Cell
{
    QPainter *painter;
    QRect rect; ///< Without the padding
    Qt::Alignment alignment;
    Qt::LayoutDirection direction;
    const Tones &tones;
};

CellDelegate::CellDelegate(QObject *parent)
    : QAbstractItemDelegate(parent)
    , m_metrics(m_font)
    , m_boldMetrics(m_font)
{
    useFont(QApplication::font());
}

int CellDelegate::padding(const QFontMetrics &metrics)
{
    return std::max(4, metrics.height() / 2);
}

int CellDelegate::rowHeight(const QFontMetrics &metrics)
{
    return 2 * metrics.height();
}

int CellDelegate::usualWidth(int column, const QFontMetrics &metrics)
{
    const int mark = column == ServerColumn::State ? Marks::size(metrics) + Marks::gap(metrics) : 0;
    const int value = metrics.horizontalAdvance(sampleText(column)) + mark;
    return std::max(value, metrics.horizontalAdvance(sampleSumText(column))) + 2 * padding(metrics);
}

const TableTones &CellDelegate::tones(const QPalette &palette) const
{
    if (!m_tones || palette.cacheKey() != m_paletteKey) {
        m_tones.emplace(palette);
        m_paletteKey = palette.cacheKey();
    }
    return *m_tones;
}

void CellDelegate::useFont(const QFont &font) const
{
    if (font == m_font && m_boldFont.weight() == QFont::DemiBold)
        return;
    m_font = font;
    m_boldFont = font;
    m_boldFont.setWeight(QFont::DemiBold);
    m_metrics = QFontMetrics(m_font);
    m_boldMetrics = QFontMetrics(m_boldFont);
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    useFont(option.font);
    const TableTones &all = tones(option.palette);
    const bool isGroup = index.data(IsGroupRole).toBool();
    const bool isSelected = (option.state & QStyle::State_Selected) != 0;
    const bool isActive = (option.state & QStyle::State_Active) != 0;
    const Tones &unselected = isGroup ? all.group : all.table;
    const Tones &selected = isActive ? all.selected : all.selectedInactive;
    const int inset = padding(m_metrics);
    const Qt::Alignment alignment(index.data(Qt::TextAlignmentRole).toInt());
    const Cell cell{painter, option.rect.adjusted(inset, 0, -inset, 0),
                    QStyle::visualAlignment(option.direction, alignment), option.direction,
                    isSelected ? selected : unselected};
    if (cell.rect.width() <= 0)
        return;
    if (isGroup) {
        paintGroup(cell, index);
        return;
    }

    const CellState state = stateOf(index);
    const QString text = index.data(Qt::DisplayRole).toString();
    if (text.isEmpty()) {
        if (state == CellState::Loading || state == CellState::NotAsked)
            paintBar(cell, index.column());
        return;
    }
    if (state == CellState::Failed) {
        paintMarked(cell, text, cell.tones.amber, cell.tones.amber, ServerActivity::Unknown, true);
        return;
    }
    const QColor &color = isMuted(state) ? cell.tones.muted : cell.tones.text;
    const QVariant activity = index.data(ServerActivityRole);
    const bool isValue =
        state == CellState::Value || state == CellState::Stale || state == CellState::Loading;
    if (!activity.isValid() || !isValue) {
        paintText(cell, cell.rect, text, color);
        return;
    }
    const auto what = static_cast<ServerActivity>(activity.toInt());
    const QColor &mark = what == ServerActivity::Running   ? cell.tones.green
                         : what == ServerActivity::Working ? cell.tones.amber
                                                           : cell.tones.muted;
    paintMarked(cell, text, mark, color, what, false);
}

void CellDelegate::paintGroup(const Cell &cell, const QModelIndex &index) const
{
    const QString text = index.data(Qt::DisplayRole).toString();
    const QString detail = index.data(GroupDetailRole).toString();
    if (detail.isEmpty()) {
        paintText(cell, cell.rect, text, cell.tones.muted);
        return;
    }
    const int gap = m_metrics.horizontalAdvance(u' ') * 2;
    const int used = paintText(cell, cell.rect, text, cell.tones.text, true) + gap;
    const bool isRightToLeft = cell.direction == Qt::RightToLeft;
    const QRect rest = cell.rect.adjusted(isRightToLeft ? 0 : used, 0, isRightToLeft ? -used : 0, 0);
    if (rest.width() > 0)
        paintText(cell, rest, detail, cell.tones.muted);
}

void CellDelegate::paintBar(const Cell &cell, int column) const
{
    constexpr double shareOfSample = 0.8; // samples are on the wide side
    const int usual = m_metrics.horizontalAdvance(sampleText(column));
    const QSize size(std::min(cell.rect.width(), static_cast<int>(usual * shareOfSample)),
                     m_metrics.ascent() / 2);
    // The alignment is visual already.
    const QRectF bar = QStyle::alignedRect(Qt::LeftToRight, cell.alignment, size, cell.rect);
    cell.painter->setRenderHint(QPainter::Antialiasing, true);
    cell.painter->setPen(Qt::NoPen);
    cell.painter->setBrush(cell.tones.softBar);
    cell.painter->drawRoundedRect(bar, bar.height() / 2, bar.height() / 2);
    cell.painter->setRenderHint(QPainter::Antialiasing, false);
}

int CellDelegate::paintText(const Cell &cell, const QRect &rect, const QString &whole, const QColor &color,
                            bool isBold) const
{
    const QFontMetrics &metrics = isBold ? m_boldMetrics : m_metrics;
    QString text = whole.size() > longestPainted ? whole.left(longestPainted) : whole;
    int width = metrics.horizontalAdvance(text);
    if (width > rect.width()) {
        text = metrics.elidedText(text, Qt::ElideRight, rect.width());
        width = metrics.horizontalAdvance(text);
    }
    int x = rect.x();
    if (cell.alignment & Qt::AlignRight)
        x = rect.x() + rect.width() - width;
    const int baseline = rect.y() + (rect.height() - metrics.height()) / 2 + metrics.ascent();
    cell.painter->setFont(isBold ? m_boldFont : m_font);
    cell.painter->setPen(color);
    cell.painter->drawText(QPoint(x, baseline), text);
    return width;
}

/// A shape and a word beside it, as one block in the cell's alignment.
void CellDelegate::paintMarked(const Cell &cell, const QString &text, const QColor &markColor,
                               const QColor &textColor, ServerActivity activity, bool isWarning) const
{
    const int side = Marks::size(m_metrics);
    const int space = side + Marks::gap(m_metrics);
    if (cell.rect.width() <= space) {
        paintText(cell, cell.rect, text, textColor);
        return;
    }
    // Words without a shape stand where those with one do, so that the column stays aligned.
    const int textWidth = std::min(m_metrics.horizontalAdvance(text), cell.rect.width() - space);
    const QRect block = QStyle::alignedRect(Qt::LeftToRight, cell.alignment,
                                            QSize(space + textWidth, cell.rect.height()), cell.rect);
    const bool isRightToLeft = cell.direction == Qt::RightToLeft;
    const QRect mark(isRightToLeft ? block.right() + 1 - side : block.left(),
                     block.top() + (block.height() - side) / 2, side, side);
    if (isWarning)
        Marks::paintWarning(cell.painter, mark, markColor, cell.tones.background);
    else
        Marks::paintActivity(cell.painter, mark, activity, markColor);
    const QRect words = block.adjusted(isRightToLeft ? 0 : space, 0, isRightToLeft ? -space : 0, 0);
    paintText(cell, words, text, textColor);
}

int CellDelegate::contentWidth(const QModelIndex &index) const
{
    const QString text = index.data(Qt::DisplayRole).toString().left(longestPainted);
    const QString detail = index.data(GroupDetailRole).toString();
    if (!detail.isEmpty())
        return m_boldMetrics.horizontalAdvance(text) + m_metrics.horizontalAdvance(u"  " + detail);
    const bool isMarked = index.data(ServerActivityRole).isValid() || stateOf(index) == CellState::Failed;
    return m_metrics.horizontalAdvance(text) +
           (isMarked ? Marks::size(m_metrics) + Marks::gap(m_metrics) : 0);
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    useFont(option.font);
    return {contentWidth(index) + 2 * padding(m_metrics), rowHeight(m_metrics)};
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractItemDelegate::helpEvent(event, view, option, index);
    useFont(option.font);
    const QString shown = index.data(Qt::DisplayRole).toString();
    QString text = index.data(Qt::ToolTipRole).toString();
    const bool isCut = contentWidth(index) + 2 * padding(m_metrics) > view->visualRect(index).width();
    if (text.isEmpty() && isCut)
        text = shown;
    if (text == shown && !isCut)
        text.clear();
    QToolTip::showText(event->globalPos(), plainToolTip(text), view);
    return true;
}

} // namespace layerscope
