// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/serverssubject.h"

#include "views/serversview.h"
#include "window/accountsession.h"

#include <QCoreApplication>

#include <numeric>

namespace layerscope {

ServersSubject::ServersSubject(AccountSession &session, const ServersView &view)
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

ExportSubject::Arrange ServersSubject::arrange(ExportScope scope) const
{
    ArrangementSpec spec = session().servers().spec();
    if (scope != ExportScope::Filtered) {
        spec.kind.reset();
        spec.scopeColumn.reset();
        spec.filter = {};
    }
    return [snapshot = table(), spec](const CancelToken &token) {
        const std::shared_ptr<const Arrangement> arrangement = layerscope::arrange(snapshot, spec, token);
        return arrangement ? arrangement->rowsInOrder() : QList<int>();
    };
}

void ServersSubject::setExportColumns(const ColumnSet &columns) const
{
    session().setExportColumns(columns);
}

} // namespace layerscope
