// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tableaccessible.h"

#include "views/cellaccessible.h"
#include "views/pinnedcolumn.h"
#include "views/rowselection.h"
#include "views/treerows.h"
#include "widgets/announcer.h"

#include <QHeaderView>
#include <QPointer>
#include <QTreeView>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// Some screens full. The model keeps an index for each, so there is an end to it even if somebody asks for
/// all of a hundred thousand rows.
constexpr qsizetype mostCells = 4096;
constexpr qsizetype mostSelectedRows = 1000;

bool isInRow(const QModelIndex &index, const QModelIndex &parent, int first, int last)
{
    return index.isValid() && index.parent() == parent && first <= index.row() && index.row() <= last;
}

QAccessibleInterface *makeTableAccessible(const QString &className, QObject *object)
{
    if (className != u"layerscope::TreeTableView"_s || object == nullptr)
        return nullptr;
    auto *view = qobject_cast<QTreeView *>(object);
    return view != nullptr ? new TableAccessible(*view) : nullptr;
}

} // namespace

// ---- what is told
// ------------------------------------------------------------------------------------------------------

void TableAccessible::install(QTreeView &view)
{
    QAccessible::installFactory(makeTableAccessible); // which takes it once
    for (const auto signal : {&QTreeView::expanded, &QTreeView::collapsed}) {
        QObject::connect(&view, signal, &view,
                         [&view](const QModelIndex &index) { tellOpened(view, index); });
    }
}

TableAccessible *TableAccessible::of(QTreeView &view)
{
    return dynamic_cast<TableAccessible *>(QAccessible::queryAccessibleInterface(&view));
}

void TableAccessible::tell(QTreeView &view, const QModelIndex &index, QAccessible::Event event)
{
    if (!QAccessible::isActive() || !index.isValid())
        return;
    const TableAccessible *table = of(view);
    QAccessibleInterface *cell = table != nullptr ? table->cellOf(index) : nullptr;
    if (cell == nullptr)
        return;
    QAccessibleEvent news(cell, event);
    QAccessible::updateAccessibility(&news);
}

/// Of the row that somebody is in, and of no other: "Open all" opens many.
void TableAccessible::tellOpened(QTreeView &view, const QModelIndex &index)
{
    const QModelIndex current = view.currentIndex();
    if (!isInRow(current, index.parent(), index.row(), index.row()))
        return;
    // Aloud, since Qt does not hand this change of a state on to AT-SPI.
    if (view.hasFocus())
        Announcer::say(view, view.isExpanded(index) ? tr("Open") : tr("Closed"));
    const TableAccessible *table = QAccessible::isActive() ? of(view) : nullptr;
    QAccessibleInterface *cell = table != nullptr ? table->cellOf(current) : nullptr;
    if (cell == nullptr)
        return;
    QAccessible::State changed;
    changed.expanded = true;
    QAccessibleStateChangeEvent news(cell, changed);
    QAccessible::updateAccessibility(&news);
}

void TableAccessible::tellChanged(QTreeView &view, const QModelIndex &topLeft, const QModelIndex &bottomRight)
{
    const QModelIndex current = view.currentIndex();
    if (isInRow(current, topLeft.parent(), topLeft.row(), bottomRight.row()) &&
        topLeft.column() <= current.column() && current.column() <= bottomRight.column())
        tell(view, current, QAccessible::NameChanged);
}

// ---- cells and titles
// ---------------------------------------------------------------------------------------------

TableAccessible::TableAccessible(QTreeView &view)
    : QAccessibleWidget(&view, QAccessible::Tree)
{}

TableAccessible::~TableAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_cells))
        QAccessible::deleteAccessibleInterface(id);
    for (const QAccessible::Id id : std::as_const(m_titles))
        QAccessible::deleteAccessibleInterface(id);
}

QTreeView &TableAccessible::view() const
{
    return *static_cast<QTreeView *>(object());
}

QList<int> TableAccessible::sections() const
{
    QList<int> sections;
    if (!isValid() || view().model() == nullptr)
        return sections;
    const QHeaderView &header = *view().header();
    for (int place = 0; place < header.count(); ++place) {
        if (const int section = header.logicalIndex(place); !header.isSectionHidden(section))
            sections.append(section);
    }
    return sections;
}

QAccessibleInterface *TableAccessible::cellOf(const QModelIndex &index) const
{
    if (!isValid() || !index.isValid() || view().header()->isSectionHidden(index.column()))
        return nullptr;
    if (const QAccessible::Id known = m_cells.value(index))
        return QAccessible::accessibleInterface(known);
    auto *cell = new CellAccessible(*this, index);
    m_cells.insert(index, QAccessible::registerAccessibleInterface(cell));
    if (m_cells.size() > mostCells)
        forgetMostSoon();
    return cell;
}

QAccessibleInterface *TableAccessible::titleOf(int section) const
{
    if (const QAccessible::Id known = m_titles.value(section))
        return QAccessible::accessibleInterface(known);
    auto *title = new TitleAccessible(*this, section);
    m_titles.insert(section, QAccessible::registerAccessibleInterface(title));
    return title;
}

/// Later: whoever asked for one that was too many may have others in hand.
void TableAccessible::forgetMostSoon() const
{
    if (std::exchange(m_forgetsSoon, true))
        return;
    const QPointer<QTreeView> asked = &view();
    QMetaObject::invokeMethod(
        asked.data(),
        [asked] {
            if (TableAccessible *table = asked ? of(*asked) : nullptr)
                table->forgetMost();
        },
        Qt::QueuedConnection);
}

void TableAccessible::forgetMost()
{
    m_forgetsSoon = false;
    const QModelIndex current = view().currentIndex();
    for (auto cell = m_cells.begin(); cell != m_cells.end();) {
        if (current.isValid() && cell.key() == current) {
            ++cell;
        } else {
            QAccessible::deleteAccessibleInterface(cell.value());
            cell = m_cells.erase(cell);
        }
    }
}

void TableAccessible::modelChange(QAccessibleTableModelChangeEvent *event)
{
    if (event->modelChangeType() == QAccessibleTableModelChangeEvent::DataChanged)
        return;
    for (auto cell = m_cells.begin(); cell != m_cells.end();) {
        if (cell.key().isValid()) {
            ++cell;
        } else {
            QAccessible::deleteAccessibleInterface(cell.value());
            cell = m_cells.erase(cell);
        }
    }
}

// ---- the widget
// --------------------------------------------------------------------------------------------------

int TableAccessible::childCount() const
{
    return (1 + rowCount()) * columnCount();
}

QAccessibleInterface *TableAccessible::child(int index) const
{
    const QList<int> sections = this->sections();
    if (index < 0 || sections.isEmpty())
        return nullptr;
    const int columns = static_cast<int>(sections.size());
    if (index < columns)
        return titleOf(sections.at(index));
    return cellAt(index / columns - 1, index % columns);
}

int TableAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const QList<int> sections = this->sections();
    if (const auto *title = dynamic_cast<const TitleAccessible *>(child))
        return static_cast<int>(sections.indexOf(title->section()));
    const auto *cell = dynamic_cast<const CellAccessible *>(child);
    if (cell == nullptr || !cell->isValid())
        return -1;
    const int row = TreeRows(view()).numberOf(cell->index());
    const qsizetype place = sections.indexOf(cell->index().column());
    return row < 0 || place < 0 ? -1 : static_cast<int>((row + 1) * sections.size() + place);
}

QAccessibleInterface *TableAccessible::childAt(int x, int y) const
{
    if (!isValid())
        return nullptr;
    const QPoint point(x, y);
    const QWidget &titles = *view().header()->viewport();
    if (const QPoint inside = titles.mapFromGlobal(point); titles.rect().contains(inside)) {
        const PinnedColumn pinned(*view().header());
        const int section =
            pinned.covers(inside.x()) ? pinned.column() : view().header()->logicalIndexAt(inside);
        return section >= 0 ? titleOf(section) : nullptr;
    }
    const QWidget &viewport = *view().viewport();
    const QPoint inside = viewport.mapFromGlobal(point);
    return viewport.rect().contains(inside) ? cellOf(view().indexAt(inside)) : nullptr;
}

QAccessibleInterface *TableAccessible::focusChild() const
{
    return isValid() && view().hasFocus() ? cellOf(view().currentIndex()) : nullptr;
}

void *TableAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableInterface)
        return static_cast<QAccessibleTableInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

// ---- the table
// ---------------------------------------------------------------------------------------------------

QAccessibleInterface *TableAccessible::cellAt(int row, int column) const
{
    const QList<int> sections = this->sections();
    if (column < 0 || column >= sections.size())
        return nullptr;
    const QModelIndex index = TreeRows(view()).at(row);
    return cellOf(index.siblingAtColumn(sections.at(column)));
}

int TableAccessible::rowCount() const
{
    return isValid() ? TreeRows(view()).count() : 0;
}

int TableAccessible::columnCount() const
{
    return static_cast<int>(sections().size());
}

QString TableAccessible::columnDescription(int column) const
{
    const QList<int> sections = this->sections();
    return column >= 0 && column < sections.size() ? titleOf(sections.at(column))->text(QAccessible::Name)
                                                   : QString();
}

QString TableAccessible::rowDescription(int row) const
{
    const QAccessibleInterface *name = isValid() ? cellAt(row, 0) : nullptr;
    return name != nullptr ? name->text(QAccessible::Name) : QString();
}

// ---- the selection, which is of rows
// --------------------------------------------------------------------------------

QList<int> TableAccessible::selectedRows() const
{
    QList<int> selected;
    if (!isValid() || view().selectionModel() == nullptr)
        return selected;
    const TreeRows rows(view());
    const QItemSelection selection = view().selectionModel()->selection();
    if (selection.size() >= RowSelection::mostRanges) // which may not be all of it
        return rows.numbersWhere(
            [this](const QModelIndex &index) { return RowSelection::isSelectedIn(view(), index); });
    for (const QItemSelectionRange &range : selection) {
        const QModelIndex first = range.topLeft();
        const int number = rows.numberOf(first);
        if (number < 0)
            continue; // below one that is closed
        const bool isTop = !range.parent().isValid();
        for (int row = range.top(); row <= range.bottom(); ++row) {
            // Others may stand between two top rows, but not between two below one.
            selected.append(isTop ? rows.numberOf(first.siblingAtRow(row)) : number + row - range.top());
        }
    }
    std::sort(selected.begin(), selected.end());
    selected.erase(std::unique(selected.begin(), selected.end()), selected.end());
    return selected;
}

int TableAccessible::selectedRowCount() const
{
    return static_cast<int>(selectedRows().size());
}

int TableAccessible::selectedCellCount() const
{
    return selectedRowCount() * columnCount();
}

QList<QAccessibleInterface *> TableAccessible::selectedCells() const
{
    QList<QAccessibleInterface *> cells;
    const int columns = columnCount();
    const QList<int> rows = selectedRows().mid(0, mostSelectedRows);
    for (const int row : rows) {
        for (int column = 0; column < columns; ++column)
            cells.append(cellAt(row, column));
    }
    return cells;
}

bool TableAccessible::isRowSelected(int row) const
{
    return isValid() && RowSelection::isSelectedIn(view(), TreeRows(view()).at(row));
}

bool TableAccessible::selectRow(int row)
{
    const QModelIndex index = isValid() ? TreeRows(view()).at(row) : QModelIndex();
    if (!index.isValid() || view().selectionModel() == nullptr)
        return false;
    view().selectionModel()->select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
    return true;
}

bool TableAccessible::unselectRow(int row)
{
    const QModelIndex index = isValid() ? TreeRows(view()).at(row) : QModelIndex();
    if (!index.isValid() || view().selectionModel() == nullptr)
        return false;
    view().selectionModel()->select(index, QItemSelectionModel::Deselect | QItemSelectionModel::Rows);
    return true;
}

} // namespace layerscope
