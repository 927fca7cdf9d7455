// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/rowssubject.h"

#include "inventory/kinds.h"
#include "session/accountsession.h"
#include "views/rowsview.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

RowsSubject::RowsSubject(AccountSession &session, const TableSpec &table, const RowsView &view)
    : ExportSubject(session)
    , m_table(table)
    , m_view(view)
{}

RowsModel &RowsSubject::model() const
{
    return session().rows(m_table);
}

ExportSubject::Words RowsSubject::words() const
{
    const QString rows = m_table.translatedPlural();
    //: %1 is "servers"
    return {QCoreApplication::translate("ExportDialog", "Export %1").arg(rows),
            //: %2 is "servers", %1 a number
            QCoreApplication::translate("ExportDialog", "All %2 (%1)").arg(u"%1"_s, rows),
            QCoreApplication::translate("ExportDialog", "Filtered, as on screen (%1)"),
            QCoreApplication::translate("ExportDialog", "Selected (%1)")};
}

QString RowsSubject::fileStem() const
{
    return QString::fromLatin1(m_table.key);
}

const InventoryTable &RowsSubject::table() const
{
    return model().table();
}

QList<ColumnIndex> RowsSubject::shownColumns() const
{
    return m_view.shownColumns();
}

QList<int> RowsSubject::rows(ExportScope scope) const
{
    switch (scope) {
    case ExportScope::All: {
        QList<int> rows(table().rowCount());
        std::iota(rows.begin(), rows.end(), 0);
        return rows;
    }
    case ExportScope::Filtered:
        return model().arrangement()->rowsInOrder();
    case ExportScope::Selected:
        return m_view.selectedTableRows();
    }
    return {};
}

qsizetype RowsSubject::rowCount(ExportScope scope) const
{
    switch (scope) {
    case ExportScope::All:
        return table().rowCount();
    case ExportScope::Filtered:
        return model().arrangement()->visibleRows;
    case ExportScope::Selected:
        return m_view.selectedTableRows().size();
    }
    return 0;
}

QList<int> RowsSubject::undecidedRows(ExportScope scope) const
{
    return scope == ExportScope::Filtered ? model().arrangement()->undecidedRows : QList<int>();
}

qint64 RowsSubject::unlistedRows() const
{
    return unlistedOf(
        [this](RowKind kind) { return std::ranges::find(m_table.kinds, kind) != m_table.kinds.end(); });
}

ExportSubject::Agreement RowsSubject::agree(ExportScope scope) const
{
    ArrangementSpec spec = model().spec();
    if (scope != ExportScope::Filtered) {
        spec.kind.reset();
        spec.scopeColumn.reset();
        spec.filter = {};
    }
    return [&store = session().store(m_table), spec]() -> Arrange {
        return [snapshot = store.table(), spec](const CancelToken &token) -> Rows {
            const std::shared_ptr<const Arrangement> arrangement = arrange(snapshot, spec, token);
            if (!arrangement)
                return {};
            return {arrangement->rowsInOrder(), arrangement->undecidedRows.size()};
        };
    };
}

ColumnSet RowsSubject::decidingColumns() const
{
    return model().spec().usedColumns();
}

void RowsSubject::setExportColumns(const ColumnSet &columns) const
{
    session().setExportColumns(m_table, columns.any() ? columns | decidingColumns() : columns);
}

} // namespace layerscope
