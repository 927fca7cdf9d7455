// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exportsubject.h"

#include "views/serversview.h"
#include "window/accountsession.h"

#include <numeric>

namespace layerscope {

ExportSubject::ExportSubject(AccountSession &session, const ServersView &view)
    : m_session(session)
    , m_view(view)
{}

QList<ColumnIndex> ExportSubject::columns(bool all) const
{
    QList<ColumnIndex> columns = m_view.shownColumns();
    if (!all)
        return columns;
    for (ColumnIndex column : m_session.store().table().catalogue().allColumns()) {
        if (!columns.contains(column))
            columns.append(column);
    }
    return columns;
}

QList<int> ExportSubject::rows(ExportScope scope) const
{
    switch (scope) {
    case ExportScope::All: {
        QList<int> rows(m_session.store().table().rowCount());
        std::iota(rows.begin(), rows.end(), 0);
        return rows;
    }
    case ExportScope::Filtered:
        return m_session.servers().arrangement()->rowsInOrder();
    case ExportScope::Selected:
        return m_view.selectedTableRows();
    }
    return {};
}

qsizetype ExportSubject::rowCount(ExportScope scope) const
{
    switch (scope) {
    case ExportScope::All:
        return m_session.store().table().rowCount();
    case ExportScope::Filtered:
        return m_session.servers().arrangement()->visibleRows;
    case ExportScope::Selected:
        return m_view.selectedTableRows().size();
    }
    return 0;
}

ExportSubject::Gaps ExportSubject::gaps(ExportScope scope, bool allColumns) const
{
    const InventoryTable &table = m_session.store().table();
    ColumnSet wantedColumns;
    for (ColumnIndex column : columns(allColumns))
        wantedColumns.set(static_cast<std::size_t>(column));
    const GroupSet wanted = table.catalogue().groupsOf(wantedColumns);
    Gaps gaps;
    for (int row : rows(scope)) {
        const RowState state = table.rowState(row, wanted);
        if (state == RowState::Partial || (state != RowState::Gone && table.missingGroups(row, wanted).any()))
            ++gaps.waiting;
        if (state != RowState::Partial && state != RowState::Complete)
            ++gaps.denied;
    }
    return gaps;
}

} // namespace layerscope
