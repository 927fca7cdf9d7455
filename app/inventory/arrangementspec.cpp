// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/arrangement.h"

#include "inventory/kinds.h"
#include "inventory/rowmatcher.h"

namespace layerscope {

ArrangementSpec ArrangementSpec::of(const Catalogue &catalogue)
{
    ArrangementSpec spec;
    spec.nameColumn = catalogue.nameColumn();
    spec.sortColumn = catalogue.nameColumn();
    return spec;
}

void ArrangementSpec::searchEverywhere(const Catalogue &catalogue, const TableSpec *children)
{
    searchedColumns = columnsForPlainWords(filter, catalogue, catalogue.wordColumns() | shownColumns);
    childSearchedColumns = {};
    if (children == nullptr)
        return;
    const ColumnSet shownBelow = children->nesting->columnsIn(shownColumns);
    childSearchedColumns = columnsForPlainWords(childFilter, children->catalogue(),
                                                children->catalogue().wordColumns() | shownBelow);
}

ColumnSet ArrangementSpec::usedColumns() const
{
    ColumnSet columns = filter.namedColumns();
    if (filter.hasPlainWords())
        columns |= searchedColumns;
    columns.set(static_cast<std::size_t>(sortColumn));
    columns.set(static_cast<std::size_t>(nameColumn)); // decides between equals
    for (const std::optional<ColumnIndex> &column : {scopeColumn, groupColumn}) {
        if (column)
            columns.set(static_cast<std::size_t>(*column));
    }
    return columns;
}

ArrangementSpec ArrangementSpec::ofChildren(const TableSpec &children) const
{
    const Nesting &nesting = *children.nesting;
    ArrangementSpec spec = of(children.catalogue());
    spec.groupColumn = nesting.parentIdColumn;
    if (const std::optional<ColumnIndex> column = nesting.columnIn(sortColumn)) {
        spec.sortColumn = *column;
        spec.sortOrder = sortOrder;
    }
    spec.scopeColumn = childScopeColumn;
    spec.scopeIsAnyValue = childScopeColumn.has_value();
    spec.filter = childFilter;
    spec.searchedColumns = childSearchedColumns;
    spec.shownColumns = nesting.columnsIn(shownColumns);
    return spec;
}

} // namespace layerscope
