// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/cellaccessible.h"

#include "views/pinnedcolumn.h"
#include "views/rowselection.h"
#include "views/tableaccessible.h"
#include "views/treerows.h"

#include <QHeaderView>
#include <QTreeView>

namespace layerscope {

namespace {

QString spokenOr(const QVariant &spoken, const QVariant &shown)
{
    const QString text = spoken.toString();
    return text.isEmpty() ? shown.toString() : text;
}

QRect globalRect(const QWidget &viewport, const QRect &rect)
{
    return rect.isNull() ? QRect() : QRect(viewport.mapToGlobal(rect.topLeft()), rect.size());
}

} // namespace

// ---- what both are
// ------------------------------------------------------------------------------------------------------

QWindow *PartAccessible::window() const
{
    return m_table.window();
}

QAccessibleInterface *PartAccessible::parent() const
{
    return QAccessible::queryAccessibleInterface(m_table.object());
}

QTreeView &PartAccessible::view() const
{
    return m_table.view();
}

bool PartAccessible::isShown(int section) const
{
    return m_table.isValid() && section < view().header()->count() &&
           !view().header()->isSectionHidden(section);
}

bool PartAccessible::isSeen(const QWidget &viewport) const
{
    return viewport.isVisible() && globalRect(viewport, viewport.rect()).intersects(rect());
}

// ---- a title
// ------------------------------------------------------------------------------------------------------------

bool TitleAccessible::isValid() const
{
    return isShown(m_section) && view().model() != nullptr;
}

QString TitleAccessible::text(QAccessible::Text which) const
{
    if (which != QAccessible::Name || !isValid())
        return {};
    const auto title = [this](int role) {
        return view().model()->headerData(m_section, Qt::Horizontal, role);
    };
    return spokenOr(title(Qt::AccessibleTextRole), title(Qt::DisplayRole));
}

QRect TitleAccessible::rect() const
{
    if (!isValid())
        return {};
    const QHeaderView &header = *view().header();
    const PinnedColumn pinned(header);
    const QRect place(header.sectionViewportPosition(m_section), 0, header.sectionSize(m_section),
                      header.height());
    const bool isAfloat = pinned.isAfloat() && m_section == pinned.column();
    return globalRect(*header.viewport(), isAfloat ? pinned.seen(place) : place);
}

QAccessible::State TitleAccessible::state() const
{
    QAccessible::State state;
    const bool isValid = this->isValid();
    state.invalid = !isValid;
    state.invisible = !isValid || !isSeen(*view().header()->viewport());
    return state;
}

// ---- a cell
// -------------------------------------------------------------------------------------------------------------

QString CellAccessible::text(QAccessible::Text which) const
{
    if (!isValid())
        return {};
    switch (which) {
    case QAccessible::Name:
        return spokenOr(m_index.data(Qt::AccessibleTextRole), m_index.data(Qt::DisplayRole));
    case QAccessible::Description:
        return m_index.data(Qt::AccessibleDescriptionRole).toString();
    default:
        return {};
    }
}

QRect CellAccessible::rect() const
{
    return isValid() ? globalRect(*view().viewport(), view().visualRect(m_index)) : QRect();
}

QAccessible::State CellAccessible::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    const bool isCurrent = view().currentIndex() == m_index;
    const Qt::ItemFlags flags = m_index.flags();
    const bool isSelectable = flags.testFlag(Qt::ItemIsSelectable);
    const bool isEnabled = flags.testFlag(Qt::ItemIsEnabled);
    const bool isOutside = !isSeen(*view().viewport());
    // That a row can be opened is said once a row, and wherever somebody is in it.
    const bool saysOpen = canBeOpened() && (isCurrent || m_index.column() == nameSection());
    state.selectable = isSelectable;
    state.multiSelectable = isSelectable;
    state.extSelectable = isSelectable;
    state.focusable = isEnabled;
    state.disabled = !isEnabled;
    state.selected = isSelected();
    state.active = isCurrent;
    state.focused = isCurrent && view().hasFocus();
    state.invisible = isOutside;
    state.offscreen = isOutside;
    state.expandable = saysOpen;
    state.expanded = saysOpen && isOpen();
    state.collapsed = saysOpen && !isOpen();
    return state;
}

void *CellAccessible::interface_cast(QAccessible::InterfaceType type)
{
    switch (type) {
    case QAccessible::TableCellInterface:
        return static_cast<QAccessibleTableCellInterface *>(this);
    case QAccessible::ActionInterface:
        return static_cast<QAccessibleActionInterface *>(this);
    default:
        return nullptr;
    }
}

bool CellAccessible::isSelected() const
{
    return isValid() && RowSelection::isSelectedIn(view(), m_index);
}

QList<QAccessibleInterface *> CellAccessible::columnHeaderCells() const
{
    return isValid() ? QList{owner().titleOf(m_index.column())} : QList<QAccessibleInterface *>();
}

QList<QAccessibleInterface *> CellAccessible::rowHeaderCells() const
{
    if (!isValid() || m_index.column() == nameSection())
        return {};
    QAccessibleInterface *name = owner().cellOf(m_index.sibling(m_index.row(), nameSection()));
    return name != nullptr ? QList{name} : QList<QAccessibleInterface *>();
}

int CellAccessible::columnIndex() const
{
    return static_cast<int>(owner().sections().indexOf(m_index.column()));
}

int CellAccessible::rowIndex() const
{
    return isValid() ? TreeRows(view()).numberOf(m_index) : -1;
}

QStringList CellAccessible::actionNames() const
{
    QStringList names;
    if (!isValid())
        return names;
    if (canBeOpened())
        names.append(toggleAction());
    names.append(setFocusAction());
    return names;
}

void CellAccessible::doAction(const QString &name)
{
    if (!isValid())
        return;
    if (name == toggleAction()) {
        view().setExpanded(row(), !isOpen());
    } else if (name == setFocusAction()) {
        view().setCurrentIndex(m_index);
        view().setFocus(Qt::OtherFocusReason);
    }
}

int CellAccessible::nameSection() const
{
    return view().treePosition();
}

bool CellAccessible::canBeOpened() const
{
    return view().model()->hasChildren(row());
}

bool CellAccessible::isOpen() const
{
    return view().isExpanded(row());
}

} // namespace layerscope
