// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/serverssubject.h"

#include "session/accountsession.h"
#include "views/rowsview.h"

#include <QCoreApplication>

#include <numeric>

namespace layerscope {

ServersSubject::ServersSubject(AccountSession &session, const RowsView &view)
    : ExportSubject(session)
    , m_view(view)
{}

ExportSubject::Words ServersSubject::words() const
{
    return {QCoreApplication::translate("ExportDialog", "Export servers"),
            QCoreApplication::translate("ExportDialog", "All servers (%1)"),
            QCoreApplication::translate("ExportDialog", "Filtered, as on screen (%1)"),
            QCoreApplication::translate("ExportDialog", "Selected (%1)")};
}

QString ServersSubject::fileStem() const
{
    return QStringLiteral("servers");
}

const InventoryTable &ServersSubject::table() const
{
    return session().store().table();
}

QList<ColumnIndex> ServersSubject::shownColumns() const
{
    return m_view.shownColumns();
}

QList<int> ServersSubject::rows(ExportScope scope) const
{
    switch (scope) {
    case ExportScope::All: {
        QList<int> rows(table().rowCount());
        std::iota(rows.begin(), rows.end(), 0);
        return rows;
    }
    case ExportScope::Filtered:
        return session().servers().arrangement()->rowsInOrder();
    case ExportScope::Selected:
        return m_view.selectedTableRows();
    }
    return {};
}

qsizetype ServersSubject::rowCount(ExportScope scope) const
{
    switch (scope) {
    case ExportScope::All:
        return table().rowCount();
    case ExportScope::Filtered:
        return session().servers().arrangement()->visibleRows;
    case ExportScope::Selected:
        return m_view.selectedTableRows().size();
    }
    return 0;
}

QList<int> ServersSubject::undecidedRows(ExportScope scope) const
{
    return scope == ExportScope::Filtered ? session().servers().arrangement()->undecidedRows : QList<int>();
}

qint64 ServersSubject::unlistedRows() const
{
    return unlistedOf([](RowKind kind) { return kind == RowKind::BareMetal || kind == RowKind::Virtual; });
}

ExportSubject::Agreement ServersSubject::agree(ExportScope scope) const
{
    ArrangementSpec spec = session().servers().spec();
    if (scope != ExportScope::Filtered) {
        spec.kind.reset();
        spec.scopeColumn.reset();
        spec.filter = {};
    }
    return [&store = session().store(), spec]() -> Arrange {
        return [snapshot = store.table(), spec](const CancelToken &token) -> Rows {
            const std::shared_ptr<const Arrangement> arrangement = arrange(snapshot, spec, token);
            if (!arrangement)
                return {};
            return {arrangement->rowsInOrder(), arrangement->undecidedRows.size()};
        };
    };
}

ColumnSet ServersSubject::decidingColumns() const
{
    return session().servers().spec().usedColumns();
}

void ServersSubject::setExportColumns(const ColumnSet &columns) const
{
    session().setExportColumns(columns.any() ? columns | decidingColumns() : columns);
}

} // namespace layerscope
