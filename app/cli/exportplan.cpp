// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exportplan.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

ColumnSet columnSetOf(const QList<ColumnIndex> &columns)
{
    ColumnSet set;
    for (const ColumnIndex column : columns)
        set.set(static_cast<std::size_t>(column));
    return set;
}

} // namespace

ExportFile ExportFile::of(const ExportKind &kind)
{
    ExportFile file{kind, {}, kind.everything(), u"-"_s};
    file.setColumns(kind.defaultColumns());
    return file;
}

void ExportFile::setColumns(const QList<ColumnIndex> &wanted)
{
    columns = wanted;
    spec.shownColumns = columnSetOf(wanted);
    spec.searchEverywhere(kind.catalogue());
}

void ExportFile::setFilter(const RowFilter &filter)
{
    spec.filter = filter;
    spec.searchEverywhere(kind.catalogue());
}

QList<RowKind> ExportPlan::kindsOf(const TableSpec &table) const
{
    QList<RowKind> kinds;
    for (const KindSpec &kind : table.specs) {
        if (std::any_of(files.cbegin(), files.cend(), [&](const ExportFile &file) {
                return file.kind.table == &table &&
                       (file.kind.isWholeTable || file.kind.rowKinds.contains(kind.kind));
            }))
            kinds.append(kind.kind);
    }
    return kinds;
}

bool ExportPlan::has(const TableSpec &table) const
{
    return std::any_of(files.cbegin(), files.cend(),
                       [&table](const ExportFile &file) { return file.kind.table == &table; });
}

ColumnSet ExportPlan::columnsOf(const TableSpec &table) const
{
    ColumnSet columns;
    for (const ExportFile &file : files) {
        if (file.kind.table == &table)
            columns |= columnSetOf(file.columns) | file.spec.usedColumns();
    }
    return columns;
}

} // namespace layerscope
