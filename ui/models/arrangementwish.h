// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/arrangement.h"
#include "models/rowcells.h"

namespace layerscope {

/// What is wished to be seen of a table and the one below it: the spec of the next arrangement, with what
/// goes into each one whoever asks for it, and what it makes of columns and cell groups. GUI thread; what it
/// is given outlives it.
class ArrangementWish
{
public:
    /// `cells` know the columns on screen. `children`: the table below, or nullptr.
    ArrangementWish(const Catalogue &catalogue, const TableSpec *children, const RowCells &cells);

    [[nodiscard]] const ArrangementSpec &spec() const { return m_spec; }
    /// Its shown columns become those on screen, and its words look everywhere. Returns whether that was
    /// another wish.
    [[nodiscard]] bool setSpec(const ArrangementSpec &spec);
    /// The spec with these words as its filter, for both tables.
    [[nodiscard]] ArrangementSpec withFilter(const QString &text) const;
    /// What a row state as the node's text is about, from the next setSpec() on. Returns whether the present
    /// one needs that, too.
    [[nodiscard]] bool setStateColumns(const ColumnSet &columns);
    /// Whether the columns on screen have a say in what is seen. If not, takeShownColumns() is enough when
    /// they become other ones.
    [[nodiscard]] bool isAboutShownColumns() const;
    void takeShownColumns() { m_spec.shownColumns = m_cells.shownColumns(); }

    /// Columns of the table, and of that below it, that screen, filter and order look at.
    [[nodiscard]] ColumnSet usedColumns() const;
    [[nodiscard]] ColumnSet usedChildColumns() const;
    /// The cell groups whose values and states have a say in order, sums or counts of what is on screen.
    [[nodiscard]] GroupSet decidingGroups() const;
    [[nodiscard]] GroupSet decidingChildGroups() const;

private:
    const Catalogue &m_catalogue;
    const TableSpec *m_children;
    const RowCells &m_cells;
    ArrangementSpec m_spec;
    ColumnSet m_stateColumns;
};

} // namespace layerscope
