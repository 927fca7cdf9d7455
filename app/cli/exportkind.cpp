// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exportkind.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

const Catalogue &ExportKind::catalogue() const
{
    switch (table) {
    case ExportTable::Pools:
        return poolCatalogue();
    case ExportTable::Members:
        return memberCatalogue();
    case ExportTable::Servers:
        break;
    }
    return serverCatalogue();
}

QList<ColumnIndex> ExportKind::defaultColumns() const
{
    QList<ColumnIndex> columns = catalogue().defaultColumns();
    for (const QLatin1StringView key : {"pool_id"_L1, "id"_L1, "row_state"_L1}) {
        if (key == "pool_id"_L1 && table != ExportTable::Members)
            continue;
        const std::optional<ColumnIndex> column = catalogue().find(QString(key));
        if (column && !columns.contains(*column))
            columns.append(*column);
    }
    std::sort(columns.begin(), columns.end());
    return columns;
}

const QList<ExportKind> &ExportKind::all()
{
    static const QList<ExportKind> kinds{
        {u"servers"_s, ExportTable::Servers, {RowKind::BareMetal, RowKind::Virtual}},
        {u"bare-metal"_s, ExportTable::Servers, {RowKind::BareMetal}},
        {u"virtual"_s, ExportTable::Servers, {RowKind::Virtual}},
        {u"pools"_s, ExportTable::Pools, {RowKind::Pool}},
        {u"pool-members"_s,
         ExportTable::Members,
         {RowKind::BareMetal, RowKind::Virtual, RowKind::Controller}},
    };
    return kinds;
}

std::optional<ExportKind> ExportKind::find(const QString &name)
{
    const auto kind = std::find_if(all().cbegin(), all().cend(),
                                   [&name](const ExportKind &known) { return known.name == name; });
    return kind != all().cend() ? std::optional(*kind) : std::nullopt;
}

QList<ExportKind> ExportKind::wholeAccount()
{
    QList<ExportKind> kinds;
    for (const ExportKind &kind : all()) {
        if (kind.name != "servers"_L1) // bare metal and virtual are files of their own
            kinds.append(kind);
    }
    return kinds;
}

} // namespace layerscope
