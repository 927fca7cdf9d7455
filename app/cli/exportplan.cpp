// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exportplan.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

ColumnSet setOf(const QList<ColumnIndex> &columns)
{
    ColumnSet set;
    for (const ColumnIndex column : columns)
        set.set(static_cast<std::size_t>(column));
    return set;
}

} // namespace

ExportFile ExportFile::of(const ExportKind &kind)
{
    ExportFile file{kind, {}, ArrangementSpec::of(kind.catalogue()), u"-"_s};
    if (kind.table == ExportTable::Servers && kind.rowKinds.size() == 1)
        file.spec.kind = kind.rowKinds.constFirst();
    file.setColumns(kind.defaultColumns());
    return file;
}

void ExportFile::setColumns(const QList<ColumnIndex> &wanted)
{
    columns = wanted;
    spec.searchedColumns = setOf(wanted);
}

QList<RowKind> ExportPlan::serverKinds() const
{
    QList<RowKind> kinds;
    for (const RowKind kind : {RowKind::BareMetal, RowKind::Virtual}) {
        if (std::any_of(files.cbegin(), files.cend(), [kind](const ExportFile &file) {
                return file.kind.table == ExportTable::Servers && file.kind.rowKinds.contains(kind);
            }))
            kinds.append(kind);
    }
    return kinds;
}

bool ExportPlan::has(ExportTable table) const
{
    return std::any_of(files.cbegin(), files.cend(),
                       [table](const ExportFile &file) { return file.kind.table == table; });
}

bool ExportPlan::needsPools() const
{
    return has(ExportTable::Pools) || has(ExportTable::Members);
}

ColumnSet ExportPlan::columnsOf(ExportTable table) const
{
    ColumnSet columns;
    for (const ExportFile &file : files) {
        if (file.kind.table == table)
            columns |= setOf(file.columns) | file.spec.usedColumns();
    }
    return columns;
}

} // namespace layerscope
