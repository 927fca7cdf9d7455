// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exportsubject.h"

namespace layerscope {

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
        if (state == RowState::Partial ||
            (state != RowState::Gone && table().missingGroups(row, wanted).any()))
            ++gaps.waiting;
        if (state != RowState::Partial && state != RowState::Complete)
            ++gaps.denied;
    }
    return gaps;
}

} // namespace layerscope
