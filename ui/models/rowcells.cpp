// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rowcells.h"

namespace layerscope {

RowCells::RowCells(const InventoryTable &table, const InventoryTable *children)
    : m_own(table)
{
    if (children == nullptr)
        return;
    m_children.emplace(*children);
    m_nesting = &*tableSpec(children->catalogue()).nesting;
}

RowCells::RowCells(const ArrangedTables &tables, const RowCells &other)
    : m_own(tables.rows, other.m_own)
    , m_nesting(other.m_nesting)
{
    if (other.m_children && tables.children)
        m_children.emplace(*tables.children, *other.m_children);
}

ColumnSet RowCells::shownChildColumns() const
{
    return m_children ? m_children->shownColumns() : ColumnSet();
}

void RowCells::setShownColumns(const ColumnSet &columns)
{
    m_own.setShownColumns(columns);
    if (m_children)
        m_children->setShownColumns(m_nesting->columnsIn(columns));
}

bool RowCells::setLoadRunning(bool running)
{
    if (m_children)
        m_children->setLoadRunning(running);
    return m_own.setLoadRunning(running);
}

QVariant RowCells::rowData(int row, ColumnIndex column, int role) const
{
    return m_own.rowData(row, column, role);
}

QVariant RowCells::childData(int row, ColumnIndex column, int role) const
{
    if (const std::optional<ColumnIndex> own = m_nesting->columnIn(column))
        return m_children->rowData(row, *own, role);
    switch (role) {
    case KeyRole:
        return QVariant::fromValue(m_children->table().key(row));
    case IsGroupRole:
        return false;
    case CellStateRole: // nothing will stand there
        return QVariant::fromValue(CellState::Value);
    default:
        return {};
    }
}

QVariant RowCells::standInData(ColumnIndex column, int role) const
{
    const bool isName = column == m_own.table().catalogue().nameColumn();
    switch (role) {
    case CellStateRole:
        return QVariant::fromValue(isName ? CellState::NotAsked : CellState::Value);
    case IsGroupRole:
        return false;
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return isName ? m_own.standInText() : QVariant();
    default:
        return {};
    }
}

QVariant RowCells::groupData(const Arrangement::Group &group, std::optional<ColumnIndex> groupColumn,
                             ColumnIndex column, int role) const
{
    return m_own.groupData(group, groupColumn, column, role);
}

} // namespace layerscope
