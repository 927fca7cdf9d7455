// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/arrangementsteps.h"

namespace layerscope {

std::shared_ptr<Arrangement> emptyArrangement(const ArrangementSpec &spec)
{
    auto arrangement = std::make_shared<Arrangement>();
    arrangement->spec = spec;
    arrangement->isGrouped = spec.groupColumn.has_value();
    if (!arrangement->isGrouped)
        arrangement->groups.resize(1);
    return arrangement;
}

bool takesRowsAtEnd(const Arrangement &arrangement)
{
    const ArrangementSpec &spec = arrangement.spec;
    return !arrangement.isGrouped && !spec.kind && !spec.scopeColumn && spec.filter.isEmpty();
}

void appendRows(Arrangement &arrangement, int tableRows)
{
    Arrangement::Group &group = arrangement.groups.first();
    const int added = tableRows - arrangement.tableRows;
    group.rows.reserve(tableRows);
    arrangement.places.reserve(tableRows);
    for (int row = arrangement.tableRows; row < tableRows; ++row) {
        arrangement.places.append({0, static_cast<int>(group.rows.size())});
        group.rows.append(row);
    }
    for (ColumnSum &sum : group.sums)
        sum.total += added;
    arrangement.tableRows = tableRows;
    arrangement.visibleRows += added;
    arrangement.scopeRows += added;
}

std::shared_ptr<Arrangement> renumbered(const Arrangement &former, const QList<int> &newRowOfOld,
                                        int tableRows)
{
    auto next = std::make_shared<Arrangement>(former);
    next->tableRows = tableRows;
    next->places.fill({}, tableRows);
    next->visibleRows = 0;
    for (Arrangement::Group &group : next->groups) {
        QList<int> rows;
        rows.reserve(group.rows.size());
        for (const int row : std::as_const(group.rows)) {
            if (const int newRow = newRowOfOld.value(row, -1); newRow >= 0)
                rows.append(newRow);
        }
        group.rows = rows;
    }
    next->undecidedRows.clear();
    for (const int row : former.undecidedRows) {
        if (const int newRow = newRowOfOld.value(row, -1); newRow >= 0)
            next->undecidedRows.append(newRow);
    }
    if (next->isGrouped)
        next->groups.removeIf([](const Arrangement::Group &group) { return group.rows.isEmpty(); });
    for (int g = 0; g < next->groups.size(); ++g) {
        const QList<int> &rows = next->groups.at(g).rows;
        for (int i = 0; i < rows.size(); ++i)
            next->places[rows[i]] = {g, i};
        next->visibleRows += static_cast<int>(rows.size());
    }
    // Right at once where no filter hides rows; the arrangement that follows counts again.
    next->scopeRows = former.scopeRows - (former.visibleRows - next->visibleRows);
    return next;
}

} // namespace layerscope
