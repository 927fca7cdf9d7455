// SPDX-License-Identifier: GPL-3.0-or-later
#include "delegates/celldelegate.h"

#include "delegates/columnsample.h"
#include "delegates/marks.h"
#include "inventory/cellvalue.h"
#include "widgets/plaintooltip.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
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

/// The cell of a row that offers to try again, with a mark.
bool offersRetry(const QModelIndex &index, CellState state)
{
    return state == CellState::Failed && !index.data(IsRepeatedFailureRole).toBool();
}

bool isMuted(CellState state)
{
    return state != CellState::Value;
}

/// The word takes the colour too.
bool isAlarm(StateMark mark)
{
    return mark == StateMark::Over || mark == StateMark::ProjectedOver || mark == StateMark::Attention;
}

QFont bold(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
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

CellDelegate::CellDelegate(const Catalogue &catalogue, QObject *parent)
    : QAbstractItemDelegate(parent)
    , m_catalogue(catalogue)
    , m_font(QApplication::font())
    , m_boldFont(bold(QApplication::font()))
{}

int CellDelegate::padding(const QFontMetrics &metrics)
{
    return std::max(4, metrics.height() / 2);
}

int CellDelegate::rowHeight(const QFontMetrics &metrics, RowDensity density)
{
    // 34 and 22 pixels where a line of text has 17.
    return density == RowDensity::Compact ? metrics.height() * 13 / 10 : 2 * metrics.height();
}

int CellDelegate::usualWidth(const ColumnSpec &column, const QFontMetrics &metrics)
{
    const ColumnSample sample = sampleOf(column);
    const int mark = sample.isMarked ? Marks::size(metrics) + Marks::gap(metrics) : 0;
    const int bar = sample.hasUsage ? usageBarWidth(metrics) + padding(metrics) : 0;
    const int value = metrics.horizontalAdvance(sample.value) + mark + bar;
    return std::max(value, metrics.horizontalAdvance(sample.sum)) + 2 * padding(metrics);
}

int CellDelegate::longerWidth(const ColumnSpec &column, const QFontMetrics &metrics)
{
    const QString longer = sampleOf(column).longer;
    return longer.isEmpty() ? 0 : metrics.horizontalAdvance(longer) + 2 * padding(metrics);
}

int CellDelegate::usageBarWidth(const QFontMetrics &metrics)
{
    return 6 * metrics.height();
}

void CellDelegate::useFont(const QFont &font) const
{
    if (font == m_font.font())
        return;
    m_font = MeasuredFont(font);
    m_boldFont = MeasuredFont(bold(font));
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    useFont(option.font);
    const TableTones &all = m_tones.of(option.palette);
    const bool isGroup = index.data(IsGroupRole).toBool();
    const bool isSelected = (option.state & QStyle::State_Selected) != 0;
    const bool isActive = (option.state & QStyle::State_Active) != 0;
    const bool isOpen = (option.state & QStyle::State_Open) != 0;
    const Tones &unselected = isGroup || isOpen ? all.group : all.table;
    const Tones &selected = isActive ? all.selected : all.selectedInactive;
    const int inset = padding(metrics());
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
            paintSoftBar(cell, index.column());
        return;
    }
    if (offersRetry(index, state)) {
        paintMarked(cell, text, cell.tones.amber, cell.tones.amber, StateMark::Unknown, true);
        return;
    }
    const bool isQuiet = isMuted(state) || index.data(IsSecondaryRole).toBool();
    const QColor &color = isQuiet ? cell.tones.muted : cell.tones.text;
    if (const QVariant usage = index.data(UsageRole); usage.isValid()) {
        paintUsage(cell, usage.value<Usage>(), text, color);
        return;
    }
    const QVariant mark = index.data(StateMarkRole);
    const bool isValue =
        state == CellState::Value || state == CellState::Stale || state == CellState::Loading;
    const bool isBold = isOpen && index.column() == m_catalogue.nameColumn();
    if (!mark.isValid() || !isValue) {
        paintText(cell, cell.rect, text, color, isBold);
        return;
    }
    const auto what = static_cast<StateMark>(mark.toInt());
    paintMarked(cell, text, Marks::colorOf(what, cell.tones),
                isAlarm(what) ? Marks::colorOf(what, cell.tones) : color, what, what == StateMark::Attention);
}

void CellDelegate::paintGroup(const Cell &cell, const QModelIndex &index) const
{
    const QString text = index.data(Qt::DisplayRole).toString();
    const QString detail = index.data(GroupDetailRole).toString();
    if (detail.isEmpty()) {
        paintText(cell, cell.rect, text, cell.tones.muted);
        return;
    }
    const int gap = metrics().horizontalAdvance(u' ') * 2;
    const int used = paintText(cell, cell.rect, text, cell.tones.text, true) + gap;
    const bool isRightToLeft = cell.direction == Qt::RightToLeft;
    const QRect rest = cell.rect.adjusted(isRightToLeft ? 0 : used, 0, isRightToLeft ? -used : 0, 0);
    if (rest.width() > 0)
        paintText(cell, rest, detail, cell.tones.muted);
}

void CellDelegate::paintSoftBar(const Cell &cell, int column) const
{
    constexpr double shareOfSample = 0.8; // samples are on the wide side
    const int usual = m_font.widthOf(sampleOf(m_catalogue.column(column)).value);
    const QSize size(std::min(cell.rect.width(), static_cast<int>(usual * shareOfSample)),
                     metrics().ascent() / 2);
    // The alignment is visual already.
    const QRectF bar = QStyle::alignedRect(Qt::LeftToRight, cell.alignment, size, cell.rect);
    cell.painter->setRenderHint(QPainter::Antialiasing, true);
    cell.painter->setPen(Qt::NoPen);
    cell.painter->setBrush(cell.tones.softBar);
    cell.painter->drawRoundedRect(bar, bar.height() / 2, bar.height() / 2);
    cell.painter->setRenderHint(QPainter::Antialiasing, false);
}

/// A bar for what is used of what there is, a tick where that will end, and the number beside it.
void CellDelegate::paintUsage(const Cell &cell, const Usage &usage, const QString &text,
                              const QColor &color) const
{
    const int width = std::min(usageBarWidth(metrics()), cell.rect.width() / 2);
    const int height = std::min(cell.rect.height(), metrics().height() * 7 / 8);
    const bool isRightToLeft = cell.direction == Qt::RightToLeft;
    const QRect bar(isRightToLeft ? cell.rect.right() + 1 - width : cell.rect.left(),
                    cell.rect.top() + (cell.rect.height() - height) / 2, width, height);
    const QColor &alarm = Marks::colorOf(usage.mark, cell.tones);
    const QColor fill = Tones::mix(cell.tones.background, isAlarm(usage.mark) ? alarm : cell.tones.accent,
                                   isAlarm(usage.mark) ? 0.45 : 0.35);
    const auto reach = [&](double share) { return static_cast<int>(std::clamp(share, 0.0, 1.0) * width); };

    QPainter *painter = cell.painter;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, true);
    painter->setPen(Qt::NoPen);
    QPainterPath outline;
    const double radius = std::max(1.0, height / 7.0);
    outline.addRoundedRect(bar, radius, radius);
    painter->fillPath(outline, cell.tones.softBar);
    painter->setClipPath(outline);
    const int used = reach(usage.used);
    painter->fillRect(QRect(isRightToLeft ? bar.right() + 1 - used : bar.left(), bar.top(), used, height),
                      fill);
    painter->restore();
    if (usage.projected) {
        const int tick = std::max(2, metrics().height() / 8);
        const int at = std::min(reach(*usage.projected), width - tick);
        painter->fillRect(QRect(isRightToLeft ? bar.right() + 1 - at - tick : bar.left() + at, bar.top() - 1,
                                tick, height + 2),
                          isAlarm(usage.mark) ? alarm : cell.tones.text);
    }

    const int taken = width + padding(metrics());
    const QRect words = cell.rect.adjusted(isRightToLeft ? 0 : taken, 0, isRightToLeft ? -taken : 0, 0);
    if (words.width() > 0) {
        Cell beside = cell;
        beside.alignment = isRightToLeft ? Qt::AlignRight : Qt::AlignLeft;
        if (isAlarm(usage.mark))
            paintMarked(Cell{painter, words, beside.alignment, cell.direction, cell.tones}, text, alarm,
                        alarm, usage.mark, false);
        else
            paintText(beside, words, text, color);
    }
}

int CellDelegate::paintText(const Cell &cell, const QRect &rect, const QString &whole, const QColor &color,
                            bool isBold) const
{
    const MeasuredFont &font = isBold ? m_boldFont : m_font;
    QString text = whole.size() > longestPainted ? whole.left(longestPainted) : whole;
    int width = font.widthOf(text);
    if (width > rect.width()) {
        text = font.elided(text, rect.width());
        width = font.widthOf(text);
    }
    int x = rect.x();
    if (cell.alignment & Qt::AlignRight)
        x = rect.x() + rect.width() - width;
    const int baseline = rect.y() + (rect.height() - font.metrics().height()) / 2 + font.metrics().ascent();
    cell.painter->setPen(color);
    font.paint(*cell.painter, QPoint(x, baseline), text);
    return width;
}

/// A shape and a word beside it, as one block in the cell's alignment.
void CellDelegate::paintMarked(const Cell &cell, const QString &text, const QColor &markColor,
                               const QColor &textColor, StateMark mark, bool isWarning) const
{
    const int side = Marks::size(metrics());
    const int space = side + Marks::gap(metrics());
    if (cell.rect.width() <= space) {
        paintText(cell, cell.rect, text, textColor);
        return;
    }
    // Words without a shape stand where those with one do, so that the column stays aligned.
    const int textWidth = std::min(m_font.widthOf(text), cell.rect.width() - space);
    const QRect block = QStyle::alignedRect(Qt::LeftToRight, cell.alignment,
                                            QSize(space + textWidth, cell.rect.height()), cell.rect);
    const bool isRightToLeft = cell.direction == Qt::RightToLeft;
    const QRect place(isRightToLeft ? block.right() + 1 - side : block.left(),
                      block.top() + (block.height() - side) / 2, side, side);
    if (isWarning)
        Marks::paintWarning(cell.painter, place, markColor, cell.tones.background);
    else
        Marks::paintState(cell.painter, place, mark, markColor);
    const QRect words = block.adjusted(isRightToLeft ? 0 : space, 0, isRightToLeft ? -space : 0, 0);
    paintText(cell, words, text, textColor);
}

int CellDelegate::contentWidth(const QModelIndex &index) const
{
    const QString text = index.data(Qt::DisplayRole).toString().left(longestPainted);
    const QString detail = index.data(GroupDetailRole).toString();
    if (!detail.isEmpty())
        return m_boldFont.widthOf(text) + m_font.widthOf(u"  " + detail);
    const bool isMarked = index.data(StateMarkRole).isValid() || offersRetry(index, stateOf(index));
    const int bar = index.data(UsageRole).isValid() ? usageBarWidth(metrics()) + padding(metrics()) : 0;
    return bar + m_font.widthOf(text) + (isMarked ? Marks::size(metrics()) + Marks::gap(metrics()) : 0);
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    useFont(option.font);
    return {contentWidth(index) + 2 * padding(metrics()), rowHeight(metrics(), m_density)};
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractItemDelegate::helpEvent(event, view, option, index);
    useFont(option.font);
    const QString shown = index.data(Qt::DisplayRole).toString();
    QString text = index.data(Qt::ToolTipRole).toString();
    const bool isCut = contentWidth(index) + 2 * padding(metrics()) > view->visualRect(index).width();
    if (text.isEmpty() && isCut)
        text = shown;
    if (text == shown && !isCut)
        text.clear();
    QToolTip::showText(event->globalPos(), plainToolTip(text), view);
    return true;
}

} // namespace layerscope
