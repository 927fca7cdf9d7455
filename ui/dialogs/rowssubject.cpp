// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/rowssubject.h"

#include "dialogs/unlistedrows.h"
#include "inventory/kinds.h"
#include "session/accountsession.h"
#include "views/rowsview.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

QList<int> rowsOf(const Arrangement &arrangement, bool areBelow)
{
    return areBelow ? arrangement.children->rows : arrangement.rowsInOrder();
}

const QList<int> &undecidedOf(const Arrangement &arrangement, bool areBelow)
{
    return areBelow ? arrangement.children->undecidedRows : arrangement.undecidedRows;
}

} // namespace

RowsSubject::RowsSubject(AccountSession &session, const TableSpec &table, const RowsView &view,
                         const QString &filter)
    : ExportSubject(session)
    , m_table(table)
    , m_upper(table.parent != nullptr ? *table.parent : table)
    , m_view(view)
    , m_filter(filter)
{}

RowsModel &RowsSubject::model() const
{
    return session().rows(m_upper);
}

ExportSubject::Words RowsSubject::words() const
{
    const QString rows = m_table.translatedPlural();
    const QString upper = m_upper.translatedPlural();
    Words words;
    //: %1 is "servers"
    words.title = QCoreApplication::translate("ExportDialog", "Export %1").arg(rows);
    //: %2 is "servers", %1 a number
    words.all = QCoreApplication::translate("ExportDialog", "All %2 (%1)").arg(u"%1"_s, rows);
    if (!isBelow()) {
        words.filtered = QCoreApplication::translate("ExportDialog", "Filtered, as on screen (%1)");
        words.selected = QCoreApplication::translate("ExportDialog", "Selected (%1)");
        return words;
    }
    //: Members of them. %2 is "bandwidth pools", %1 a number
    words.filtered =
        QCoreApplication::translate("ExportDialog", "Of the %2 on screen (%1)").arg(u"%1"_s, upper);
    //: Members. %2 is "bandwidth pools", %1 a number
    words.selected = QCoreApplication::translate("ExportDialog", "Selected, and all of selected %2 (%1)")
                         .arg(u"%1"_s, upper);
    return words;
}

QString RowsSubject::fileStem() const
{
    return QString::fromLatin1(m_table.key);
}

const InventoryTable &RowsSubject::table() const
{
    return session().store(m_table).table();
}

/// A tree shows what is below its rows in its own columns; a file of that has its. A file is read without the
/// window, whose node says which kind all rows are of: its rows say it, unless the person took that column
/// away.
QList<ColumnIndex> RowsSubject::shownColumns() const
{
    if (isBelow())
        return m_table.catalogue().defaultColumns();
    QList<ColumnIndex> columns = m_view.wantedColumns();
    columns.removeIf([this](ColumnIndex column) { return m_table.catalogue().column(column).isOfRowsBelow; });
    return columns;
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
        return rowsOf(*model().arrangement(), isBelow());
    case ExportScope::Selected:
        return isBelow() ? m_view.selectedChildRows() : m_view.selectedTableRows();
    }
    return {};
}

qsizetype RowsSubject::rowCount(ExportScope scope) const
{
    switch (scope) {
    case ExportScope::All:
        return table().rowCount();
    case ExportScope::Filtered:
        return isBelow() ? model().arrangement()->children->rows.size() : model().arrangement()->visibleRows;
    case ExportScope::Selected:
        return rows(scope).size();
    }
    return 0;
}

QList<int> RowsSubject::undecidedRows(ExportScope scope) const
{
    return scope == ExportScope::Filtered ? undecidedOf(*model().arrangement(), isBelow()) : QList<int>();
}

qint64 RowsSubject::unlistedRows() const
{
    if (isBelow())
        return unlistedRowsBelow(session(), m_table);
    return layerscope::unlistedRows(session().loader().outcome(), [this](RowKind kind) {
        return std::ranges::find(m_table.kinds, kind) != m_table.kinds.end();
    });
}

/// The node in the form of filter words.
QString RowsSubject::filterWords(ExportScope scope) const
{
    if (scope == ExportScope::All)
        return {};
    if (scope == ExportScope::Selected)
        return QCoreApplication::translate("ExportDialog", "rows that were selected");
    const ArrangementSpec spec = model().spec();
    QStringList words;
    if (spec.kind)
        words.append(QString::fromLatin1(kindSpec(*spec.kind).key));
    if (spec.scopeColumn) {
        const QString text = spec.scopeIsAnyValue ? u"*"_s : u'"' + spec.scopeText + u'"';
        words.append(QString::fromLatin1(m_upper.catalogue().column(*spec.scopeColumn).key) + u':' + text);
    }
    if (!m_filter.isEmpty())
        words.append(m_filter);
    return words.join(u' ');
}

ExportSubject::Agreement RowsSubject::agree(ExportScope scope) const
{
    ArrangementSpec spec = model().spec();
    if (scope != ExportScope::Filtered) {
        spec.kind.reset();
        spec.scopeColumn.reset();
        spec.childScopeColumn.reset();
        spec.filter = {};
        spec.childFilter = {};
    }
    return [&model = model(), spec, areBelow = isBelow()]() -> Arrange {
        return [tables = model.snapshot(), spec, areBelow](const CancelToken &token) -> Rows {
            const std::shared_ptr<const Arrangement> arrangement = arrange(tables, spec, token);
            if (!arrangement)
                return {};
            return {rowsOf(*arrangement, areBelow), undecidedOf(*arrangement, areBelow).size()};
        };
    };
}

/// What is below a row has a say, too, and comes after all that is shown of it.
ColumnSet RowsSubject::upperColumns() const
{
    return model().children() != nullptr ? model().usedColumns() : model().spec().usedColumns();
}

ColumnSet RowsSubject::decidingColumns() const
{
    return isBelow() ? model().usedChildColumns() : upperColumns();
}

void RowsSubject::setExportColumns(const ColumnSet &columns) const
{
    const auto withDeciding = [&columns, this](const TableSpec &table, const ColumnSet &deciding) {
        if (columns.none())
            return columns;
        return &table == &m_table ? columns | deciding : deciding;
    };
    session().setExportColumns(m_upper, withDeciding(m_upper, upperColumns()));
    if (const TableSpec *below = childTable(m_upper))
        session().setExportColumns(*below, withDeciding(*below, model().usedChildColumns()));
}

} // namespace layerscope
