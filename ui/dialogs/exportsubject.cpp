// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exportsubject.h"

#include "session/accountsession.h"

#include <algorithm>

namespace layerscope {

bool isWaiting(const InventoryTable &table, int row, GroupSet wanted)
{
    const RowState state = table.rowState(row, wanted);
    return state == RowState::Partial || (state != RowState::Gone && table.missingGroups(row, wanted).any());
}

ExportSubject::~ExportSubject() = default;

QList<ColumnIndex> ExportSubject::columns(bool all) const
{
    QList<ColumnIndex> columns = shownColumns();
    if (!all)
        return columns;
    for (const ColumnIndex column : table().catalogue().allColumns()) {
        if (!columns.contains(column))
            columns.append(column);
    }
    return columns;
}

ExportSubject::Gaps ExportSubject::gaps(ExportScope scope, bool allColumns) const
{
    ColumnSet wantedColumns;
    for (const ColumnIndex column : columns(allColumns))
        wantedColumns.set(static_cast<std::size_t>(column));
    const GroupSet wanted = table().catalogue().groupsOf(wantedColumns);
    Gaps gaps;
    for (const int row : rows(scope)) {
        const RowState state = table().rowState(row, wanted);
        if (isWaiting(table(), row, wanted))
            ++gaps.waiting;
        if (state != RowState::Partial && state != RowState::Complete)
            ++gaps.denied;
    }
    const GroupSet deciding = table().catalogue().groupsOf(decidingColumns());
    for (const int row : undecidedRows(scope)) {
        ++gaps.undecided;
        gaps.canDecide = gaps.canDecide || isWaiting(table(), row, deciding);
    }
    gaps.unlisted = scope == ExportScope::Selected ? 0 : unlistedRows();
    gaps.canList = gaps.unlisted > 0 && m_session.loader().state() != AccountLoader::State::Finished;
    return gaps;
}

} // namespace layerscope
