// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/arrangementwish.h"

namespace layerscope {

namespace {

/// The cell groups that have a say where these columns have one: a row's state follows from all of them.
GroupSet groupsDecidingBy(const Catalogue &catalogue, const ColumnSet &used)
{
    const bool areStatesUsed = used.test(static_cast<std::size_t>(catalogue.rowStateColumn()));
    return areStatesUsed ? GroupSet().set() : catalogue.groupsOf(used);
}

} // namespace

ArrangementWish::ArrangementWish(const Catalogue &catalogue, const TableSpec *children, const RowCells &cells)
    : m_catalogue(catalogue)
    , m_children(children)
    , m_cells(cells)
    , m_spec(ArrangementSpec::of(catalogue))
{}

bool ArrangementWish::setSpec(const ArrangementSpec &spec)
{
    ArrangementSpec wished = spec;
    wished.shownColumns = m_cells.shownColumns();
    wished.searchEverywhere(m_catalogue, m_children);
    // Of no other node do they have a say.
    wished.stateColumns = spec.scopeColumn == m_catalogue.rowStateColumn() ? m_stateColumns : ColumnSet();
    if (m_children != nullptr)
        wished.groupColumn.reset(); // there are two levels already
    if (wished == m_spec)
        return false;
    m_spec = wished;
    return true;
}

ArrangementSpec ArrangementWish::withFilter(const QString &text) const
{
    ArrangementSpec wished = m_spec;
    wished.filter = RowFilter::parse(text, m_catalogue);
    if (m_children != nullptr)
        wished.childFilter = RowFilter::parse(text, m_children->catalogue());
    return wished;
}

bool ArrangementWish::setStateColumns(const ColumnSet &columns)
{
    if (columns == m_stateColumns)
        return false;
    m_stateColumns = columns;
    return m_spec.scopeColumn == m_catalogue.rowStateColumn();
}

bool ArrangementWish::isAboutShownColumns() const
{
    const ColumnIndex rowState = m_catalogue.rowStateColumn();
    return !m_spec.filter.isEmpty() || m_spec.groupColumn || m_spec.sortColumn == rowState ||
           m_spec.scopeColumn == rowState;
}

ColumnSet ArrangementWish::usedColumns() const
{
    return m_cells.shownColumns() | m_spec.usedColumns();
}

ColumnSet ArrangementWish::usedChildColumns() const
{
    if (m_children == nullptr)
        return {};
    return m_cells.shownChildColumns() | m_spec.ofChildren(*m_children).usedColumns();
}

GroupSet ArrangementWish::decidingGroups() const
{
    ColumnSet used = m_spec.usedColumns();
    if (m_spec.groupColumn) {
        used |= m_cells.shownColumns(); // "120 loaded"
        for (const ColumnIndex column : m_cells.own().summable())
            used.set(static_cast<std::size_t>(column));
    }
    if (m_children != nullptr) // whether rows below are still to come
        used.set(static_cast<std::size_t>(m_children->nesting->countColumn));
    return groupsDecidingBy(m_catalogue, used);
}

GroupSet ArrangementWish::decidingChildGroups() const
{
    return groupsDecidingBy(m_children->catalogue(), m_spec.ofChildren(*m_children).usedColumns());
}

} // namespace layerscope
