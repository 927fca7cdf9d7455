// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/treetableview.h"

#include "delegates/celldelegate.h"
#include "views/emptycells.h"
#include "views/painthold.h"
#include "views/pinnedarrows.h"
#include "views/pinnedcolumn.h"
#include "views/rowrepaints.h"
#include "views/tableaccessible.h"
#include "views/tableheader.h"
#include "views/treerows.h"
#include "widgets/hairline.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace layerscope {

namespace {

QItemSelection firstRow(const QItemSelection &selection)
{
    if (selection.isEmpty())
        return {};
    const QModelIndex first = selection.constFirst().topLeft();
    return {first, first.siblingAtColumn(selection.constFirst().right())};
}

} // namespace

TreeTableView::TreeTableView(const Catalogue &catalogue, QWidget *parent)
    : QTreeView(parent)
    , m_delegate(new CellDelegate(catalogue, this))
    , m_header(new TableHeader(this))
    , m_repaints(new RowRepaints(*this))
    , m_paintHold(new PaintHold(*this))
{
    setItemDelegate(m_delegate);
    setHeader(m_header);
    new PinnedArrows(*this);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setEditTriggers(NoEditTriggers);
    setExpandsOnDoubleClick(true);
    setFrameShape(NoFrame);
    setIndentation(fontMetrics().height() * 5 / 4);
    TableAccessible::install(*this);
}

// ---- the height of rows
// ---------------------------------------------------------------------------------------------

void TreeTableView::setDensity(RowDensity density)
{
    if (density == m_delegate->density())
        return;
    if (!m_placeToKeep)
        m_placeToKeep.emplace().capture(*this);
    m_delegate->setDensity(density);
    m_header->setDensity(density);
    scheduleDelayedItemsLayout();
}

int TreeTableView::heightOfRows() const
{
    return CellDelegate::rowHeight(fontMetrics(), m_delegate->density());
}

void TreeTableView::doItemsLayout()
{
    QTreeView::doItemsLayout();
    if (const std::optional<ScrollAnchor> place = std::exchange(m_placeToKeep, std::nullopt))
        place->restore(*this, false);
    m_paintHold->onLaidOut(heightOfRows());
}

// ---- what changes
// ----------------------------------------------------------------------------------------------------

void TreeTableView::setModel(QAbstractItemModel *model)
{
    if (this->model() != nullptr) {
        this->model()->disconnect(m_repaints);
        this->model()->disconnect(m_paintHold);
    }
    QTreeView::setModel(model);
    if (model == nullptr)
        return;
    connect(model, &QAbstractItemModel::layoutChanged, m_repaints, &RowRepaints::clear);
    connect(model, &QAbstractItemModel::layoutChanged, m_paintHold,
            [this] { m_paintHold->onLayoutDue(heightOfRows()); });
    connect(model, &QAbstractItemModel::modelReset, m_repaints, &RowRepaints::clear);
}

void TreeTableView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                                const QList<int> & /*roles*/)
{
    m_repaints->add(topLeft, bottomRight);
    TableAccessible::tellChanged(*this, topLeft, bottomRight);
}

void TreeTableView::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QTreeView::rowsInserted(parent, start, end);
    m_paintHold->onLayoutDue(heightOfRows());
}

/// The base class would look for each range among all rows, and have an index of each cell for screen
/// readers, whom it would tell of another cell: it counts hidden columns.
void TreeTableView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    const QItemSelection firstSelected = firstRow(selected);
    const QItemSelection firstDeselected = firstRow(deselected);
    // NOLINTNEXTLINE(bugprone-parent-virtual-call)
    QAbstractItemView::selectionChanged(firstSelected, firstDeselected);
    if (selected != firstSelected || deselected != firstDeselected)
        viewport()->update();
    const auto tell = [this](const QItemSelection &rows, QAccessible::Event event) {
        const QModelIndex row = rows.isEmpty() ? QModelIndex() : QModelIndex(rows.constFirst().topLeft());
        TableAccessible::tell(*this, row.siblingAtColumn(treePosition()), event);
    };
    tell(firstSelected, QAccessible::SelectionAdd);
    tell(firstDeselected, QAccessible::SelectionRemove);
}

/// As above: what the base class does besides is to repaint both rows.
void TreeTableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous); // NOLINT(bugprone-parent-virtual-call)
    repaintRowOf(previous);
    repaintRowOf(current);
    TableAccessible::tell(*this, current, QAccessible::Focus);
}

void TreeTableView::repaintRowOf(const QModelIndex &index)
{
    if (const QRect cell = visualRect(index); cell.isValid())
        viewport()->update(0, cell.top(), viewport()->width(), cell.height());
}

/// Else one would hear of the table, and not where in it one is.
void TreeTableView::focusInEvent(QFocusEvent *event)
{
    QTreeView::focusInEvent(event);
    TableAccessible::tell(*this, currentIndex(), QAccessible::Focus);
}

/// By ranges: QTreeView makes two indexes that the model has to keep for each row, one after the other.
void TreeTableView::selectAll()
{
    if (selectionModel() != nullptr)
        selectionModel()->select(TreeRows(*this).all(),
                                 QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

// ---- painting
// ------------------------------------------------------------------------------------------------------

void TreeTableView::drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const TableTones &tones = m_delegate->tones(option.palette);
    const bool isGroup = index.data(IsGroupRole).toBool();
    const bool isTop = !index.parent().isValid();
    const bool isOpen = isTop && isExpanded(index);
    const bool isSelected = isRowSelected(index);
    const bool isActive = isActiveWindow();
    const Tones &row = isSelected          ? (isActive ? tones.selected : tones.selectedInactive)
                       : isGroup || isOpen ? tones.group
                                           : tones.table;
    const QRect rect = option.rect;
    const QRect screen(0, rect.top(), viewport()->width(), rect.height());
    if (isSelected || isGroup || isOpen)
        painter->fillRect(screen, row.background);

    QStyleOptionViewItem cells(option);
    cells.state.setFlag(QStyle::State_Selected, isSelected);
    cells.state.setFlag(QStyle::State_Active, isActive);
    cells.state.setFlag(QStyle::State_Open, isOpen && !isGroup);
    const bool isCurrent = isCurrentRow(index);
    const int cursorColumn = isCurrent && m_showsCellCursor ? currentIndex().column() : -1;
    const auto draw = [&](int place, const QRect &room) {
        drawCell(painter, cells, place, index, room);
        if (m_header->logicalIndex(place) != cursorColumn)
            return;
        for (const Qt::Edge edge : {Qt::TopEdge, Qt::BottomEdge, Qt::LeftEdge, Qt::RightEdge})
            Hairline::paint(*painter, room, edge, row.accent);
    };
    const PinnedColumn pinned(*m_header);
    for (int place = pinned.isAfloat() ? 1 : 0; place < m_header->count(); ++place) {
        const int column = m_header->logicalIndex(place);
        const QRect room(columnViewportPosition(column), rect.top(), columnWidthOf(column),
                         rect.height() - 1);
        const QRect onScreen = room.intersected(screen);
        if (onScreen.isEmpty() || (pinned.covers(onScreen.left()) && pinned.covers(onScreen.right())))
            continue;
        draw(place, room);
    }
    if (pinned.isAfloat()) {
        const QRect room(pinned.left(), rect.top(), pinned.width(), rect.height());
        painter->fillRect(room, row.background);
        const bool isRightToLeft = option.direction == Qt::RightToLeft;
        Hairline::paint(*painter, room, isRightToLeft ? Qt::LeftEdge : Qt::RightEdge, row.hairline);
        draw(0, room.adjusted(0, 0, 0, -1));
    }
    Hairline::paint(*painter, screen, Qt::BottomEdge, row.hairline);
    if (isCurrent)
        drawCursor(painter, rect, row.accent);
}

/// `room` is the whole cell, without the line below it.
void TreeTableView::drawCell(QPainter *painter, QStyleOptionViewItem &cell, int place,
                             const QModelIndex &index, const QRect &room) const
{
    const int column = m_header->logicalIndex(place);
    cell.rect = room;
    if (column == treePosition()) {
        if (index.siblingAtColumn(column).data(StateMarkRole).isValid())
            cell.rect = withEmptyCellsBehind(*this, place, index, room);
        if (rootIsDecorated())
            cell.rect = besideBranch(painter, cell.rect, index);
    }
    m_delegate->paint(painter, cell, index.siblingAtColumn(column));
}

/// Draws the arrow of a cell of the tree's column; returns what is left for its text.
QRect TreeTableView::besideBranch(QPainter *painter, const QRect &cell, const QModelIndex &index) const
{
    const bool isTop = !index.parent().isValid();
    const bool isRightToLeft = layoutDirection() == Qt::RightToLeft;
    const int indent = indentation() * (isTop ? 1 : 2);
    if (isTop)
        drawBranches(painter,
                     QRect(isRightToLeft ? cell.right() + 1 - indent : cell.left(), cell.top(), indent,
                           cell.height() + 1),
                     index);
    // The name stands right after the arrow.
    const int used = isTop ? indent - indentation() / 4 : indent;
    return cell.adjusted(isRightToLeft ? 0 : used, 0, isRightToLeft ? -used : 0, 0);
}

bool TreeTableView::isCurrentRow(const QModelIndex &index) const
{
    const QModelIndex current = currentIndex();
    return hasFocus() && current.row() == index.row() && current.parent() == index.parent();
}

/// Shows keyboard users where they are: a bar before the current row. Its cell has a frame once they moved
/// between cells.
void TreeTableView::drawCursor(QPainter *painter, const QRect &rect, const QColor &color) const
{
    const int thickness = std::max(2, fontMetrics().height() / 7);
    const bool isRightToLeft = layoutDirection() == Qt::RightToLeft;
    painter->fillRect(isRightToLeft ? viewport()->width() - thickness : 0, rect.top(), thickness,
                      rect.height() - 1, color);
}

bool TreeTableView::isRowSelected(const QModelIndex &index) const
{
    return selectionModel()->isSelected(index);
}

int TreeTableView::columnWidthOf(int column) const
{
    return m_header->isSectionHidden(column) ? 0 : m_header->sectionSize(column);
}

void TreeTableView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        setIndentation(fontMetrics().height() * 5 / 4);
}

// ---- the first column, which stays in place
// --------------------------------------------------------------------------

QModelIndex TreeTableView::indexAt(const QPoint &point) const
{
    const PinnedColumn pinned(*m_header);
    const int beneath = pinned.covers(point.x()) ? pinned.shift() : 0;
    return QTreeView::indexAt({point.x() - beneath, point.y()});
}

QRect TreeTableView::visualRect(const QModelIndex &index) const
{
    const QRect rect = QTreeView::visualRect(index);
    const PinnedColumn pinned(*m_header);
    if (index.column() != pinned.column() || !pinned.isAfloat() || !rect.isValid())
        return rect;
    return pinned.seen(rect);
}

void TreeTableView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    executeDelayedItemsLayout(); // after which the scroll bar may have another range
    {
        // The base class would lead back to where the first column began, and leave others beneath it.
        const QSignalBlocker blocker(horizontalScrollBar());
        const int sideways = horizontalScrollBar()->value();
        QTreeView::scrollTo(index, hint);
        horizontalScrollBar()->setValue(sideways);
    }
    bringOut(index.column());
}

void TreeTableView::bringOut(int column)
{
    if (m_header->visualIndex(column) <= 0 || m_header->isSectionHidden(column))
        return;
    const int taken = PinnedColumn::leastWidth(*m_header);
    const int room = viewport()->width();
    const int position = m_header->sectionPosition(column);
    const int width = m_header->sectionSize(column);
    const int left = position - m_header->offset();
    if (left < taken || taken + width > room)
        horizontalScrollBar()->setValue(position - taken);
    else if (left + width > room)
        horizontalScrollBar()->setValue(position + width - room);
}

void TreeTableView::scrollContentsBy(int dx, int dy)
{
    QTreeView::scrollContentsBy(dx, dy);
    if (dx == 0)
        return;
    // What was in the first column has been moved with the others.
    viewport()->update();
    m_header->viewport()->update();
}

// ---- the current cell
// ------------------------------------------------------------------------------------------------

bool TreeTableView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress)
        m_showsCellCursor = false;
    return QTreeView::viewportEvent(event);
}

void TreeTableView::keyPressEvent(QKeyEvent *event)
{
    const bool isSideways = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (isSideways && event->modifiers().testFlag(Qt::ControlModifier)) {
        const bool isForward = (event->key() == Qt::Key_Right) == (layoutDirection() == Qt::LeftToRight);
        // With Shift the column moves: where that can go no further, the cell does not leave it either.
        if (!event->modifiers().testFlag(Qt::ShiftModifier))
            moveCurrentColumn(isForward ? 1 : -1);
        event->accept();
        return;
    }
    // QTreeView closes a row only where nothing is scrolled sideways; here its arrow is always in sight.
    const QModelIndex row = currentIndex().siblingAtColumn(0);
    const bool isBack = event->key() == (isRightToLeft() ? Qt::Key_Right : Qt::Key_Left);
    if (isBack && event->modifiers() == Qt::NoModifier && isExpanded(row) && model()->hasChildren(row)) {
        collapse(row);
        event->accept();
        return;
    }
    QTreeView::keyPressEvent(event);
}

void TreeTableView::moveCurrentColumn(int step)
{
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return;
    const QList<int> shown = m_header->shownSections();
    const qsizetype place = shown.indexOf(current.column());
    const qsizetype next = m_showsCellCursor && place >= 0
                               ? std::clamp<qsizetype>(place + step, 0, shown.size() - 1)
                               : std::max<qsizetype>(place, 0);
    m_showsCellCursor = true;
    const QModelIndex index = current.siblingAtColumn(shown.at(next));
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    scrollTo(index);
    viewport()->update();
}

} // namespace layerscope
