// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/treetableview.h"

#include "delegates/celldelegate.h"
#include "views/tableheader.h"
#include "widgets/hairline.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

using namespace std::chrono_literals;

namespace layerscope {

namespace {

constexpr auto frame = 16ms; // one repaint of 60 a second

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
{
    setItemDelegate(m_delegate);
    setHeader(m_header);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setEditTriggers(NoEditTriggers);
    setAlternatingRowColors(false);
    setExpandsOnDoubleClick(true);
    setFrameShape(NoFrame);
    setIndentation(fontMetrics().height() * 5 / 4);
    m_frameTimer.setSingleShot(true);
    m_frameTimer.setInterval(frame);
    connect(&m_frameTimer, &QTimer::timeout, this, &TreeTableView::paintDirtyRows);
}

// ---- what changes
// ----------------------------------------------------------------------------------------------------

void TreeTableView::setModel(QAbstractItemModel *model)
{
    if (this->model() != nullptr)
        disconnect(this->model(), nullptr, this, nullptr);
    QTreeView::setModel(model);
    if (model == nullptr)
        return;
    // Rows are numbered anew, and all of them are painted.
    connect(model, &QAbstractItemModel::layoutChanged, this, [this] { m_dirty.clear(); });
    connect(model, &QAbstractItemModel::modelReset, this, [this] { m_dirty.clear(); });
}

void TreeTableView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                                const QList<int> &roles)
{
    // The base class would look at each cell and repaint at once, which costs too much thousands of times a
    // second.
    m_dirty.add(topLeft, bottomRight);
    if (!m_frameTimer.isActive())
        m_frameTimer.start();
    // Those who listen to the screen hear of the row they are on.
    if (QAccessible::isActive() && topLeft.row() == bottomRight.row() &&
        topLeft.parent() == currentIndex().parent() && topLeft.row() == currentIndex().row())
        QTreeView::dataChanged(topLeft, bottomRight, roles);
}

void TreeTableView::paintDirtyRows()
{
    if (!isVisible() || m_dirty.isEmpty()) {
        m_dirty.clear();
        return;
    }
    const int width = viewport()->width();
    for (const QModelIndex &index : indexesBetween(*this, 0, viewport()->height())) {
        if (!m_dirty.contains(index))
            continue;
        const QRect rect = visualRect(index.siblingAtColumn(treePosition()));
        viewport()->update(0, rect.top(), width, rect.height());
    }
    m_dirty.clear();
}

/// The base class would look for each range among all rows, and have an index of each cell for screen
/// readers, whom it tells of the first one only.
void TreeTableView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    const QItemSelection firstSelected = firstRow(selected);
    const QItemSelection firstDeselected = firstRow(deselected);
    QTreeView::selectionChanged(firstSelected, firstDeselected);
    if (selected != firstSelected || deselected != firstDeselected)
        viewport()->update();
}

/// By ranges: QTreeView makes two indexes that the model has to keep for each row, one after the other.
void TreeTableView::selectAll()
{
    if (model() == nullptr || selectionModel() == nullptr)
        return;
    QItemSelection all;
    const auto addBelow = [&](const QModelIndex &parent) {
        const int rows = model()->rowCount(parent);
        if (rows > 0)
            all.append({model()->index(0, 0, parent),
                        model()->index(rows - 1, model()->columnCount(parent) - 1, parent)});
    };
    addBelow({});
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex top = model()->index(row, 0);
        if (top.flags().testFlag(Qt::ItemNeverHasChildren))
            break; // nor has any other
        if (isExpanded(top))
            addBelow(top);
    }
    selectionModel()->select(all, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
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
    if (isSelected || isGroup || isOpen)
        painter->fillRect(0, rect.top(), viewport()->width(), rect.height(), row.background);

    QStyleOptionViewItem cell(option);
    cell.state.setFlag(QStyle::State_Selected, isSelected);
    cell.state.setFlag(QStyle::State_Active, isActive);
    cell.state.setFlag(QStyle::State_Open, isOpen && !isGroup);
    const int width = viewport()->width();
    for (int place = 0; place < m_header->count(); ++place) {
        const int column = m_header->logicalIndex(place);
        const int left = columnViewportPosition(column);
        const int columnWidth = columnWidthOf(column);
        if (columnWidth == 0 || left >= width || left + columnWidth <= 0)
            continue;
        cell.rect = QRect(left, rect.top(), columnWidth, rect.height() - 1);
        if (column == treePosition() && index.siblingAtColumn(column).data(StateMarkRole).isValid())
            cell.rect |= emptyCellsBehind(place, index, cell.rect);
        if (column == treePosition() && rootIsDecorated()) {
            const bool isRightToLeft = option.direction == Qt::RightToLeft;
            const int indent = indentation() * (isTop ? 1 : 2);
            const QRect branch(isRightToLeft ? cell.rect.right() + 1 - indent : left, rect.top(), indent,
                               rect.height());
            if (isTop)
                drawBranches(painter, branch, index);
            cell.rect.adjust(isRightToLeft ? 0 : indent, 0, isRightToLeft ? -indent : 0, 0);
            // The name stands right after the arrow.
            if (isTop)
                cell.rect.adjust(isRightToLeft ? 0 : -indentation() / 4, 0,
                                 isRightToLeft ? indentation() / 4 : 0, 0);
        }
        m_delegate->paint(painter, cell, index.siblingAtColumn(column));
    }
    Hairline::paint(*painter, QRect(0, rect.top(), width, rect.height()), Qt::BottomEdge, row.hairline);
    drawCursor(painter, rect, index, row.accent);
}

/// What a sentence in place of a name may run over: cells that follow and have nothing to show.
QRect TreeTableView::emptyCellsBehind(int place, const QModelIndex &index, const QRect &cell) const
{
    QRect room;
    for (int next = place + 1; next < m_header->count(); ++next) {
        const int column = m_header->logicalIndex(next);
        const QModelIndex behind = index.siblingAtColumn(column);
        const int width = columnWidthOf(column);
        const auto state = behind.data(CellStateRole).value<CellState>();
        const bool isToCome = state == CellState::Loading || state == CellState::NotAsked;
        if (width > 0 && (isToCome || !behind.data().toString().isEmpty()))
            break;
        room |= QRect(columnViewportPosition(column), cell.top(), width, cell.height());
    }
    return room;
}

/// Shows keyboard users where they are: a bar before the current row, a frame around its cell once they moved
/// between cells.
void TreeTableView::drawCursor(QPainter *painter, const QRect &rect, const QModelIndex &index,
                               const QColor &color) const
{
    const QModelIndex current = currentIndex();
    if (!hasFocus() || current.row() != index.row() || current.parent() != index.parent())
        return;
    const int thickness = std::max(2, fontMetrics().height() / 7);
    const bool isRightToLeft = layoutDirection() == Qt::RightToLeft;
    painter->fillRect(isRightToLeft ? viewport()->width() - thickness : 0, rect.top(), thickness,
                      rect.height() - 1, color);
    if (!m_showsCellCursor)
        return;
    const QRect cell(columnViewportPosition(current.column()), rect.top(), columnWidthOf(current.column()),
                     rect.height() - 1);
    for (const Qt::Edge edge : {Qt::TopEdge, Qt::BottomEdge, Qt::LeftEdge, Qt::RightEdge})
        Hairline::paint(*painter, cell, edge, color);
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
        moveCurrentColumn(isForward ? 1 : -1);
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
