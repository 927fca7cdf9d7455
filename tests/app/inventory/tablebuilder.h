// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/inventorytable.h"

#include <QString>

#include <initializer_list>
#include <utility>

namespace layerscope {

using Cells = std::initializer_list<std::pair<ColumnIndex, CellValue>>;

/// A patch that knows the groups of these cells (and the identity).
inline RowPatch makePatch(RowKind kind, qint64 id, Cells cells)
{
    RowPatch patch;
    patch.key = {kind, id};
    patch.loaded.set(ServerGroup::Identity);
    for (const auto &[column, value] : cells) {
        patch.loaded.set(static_cast<std::size_t>(serverCatalogue().column(column).group));
        patch.values.emplace_back(column, value);
    }
    return patch;
}

inline RowPatch bareMetal(qint64 id, Cells cells)
{
    return makePatch(RowKind::BareMetal, id, cells);
}

inline RowPatch virtualServer(qint64 id, Cells cells)
{
    return makePatch(RowKind::Virtual, id, cells);
}

inline InventoryTable makeTable(std::initializer_list<RowPatch> patches)
{
    InventoryTable table(serverCatalogue());
    for (const RowPatch &patch : patches)
        table.listRow(patch, nullptr);
    return table;
}

inline CellValue text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

inline CellValue decimal(const char *number)
{
    return Decimal::fromText(QString::fromLatin1(number)).value();
}

inline CellValue time(const char *iso)
{
    return Timestamp::fromIso(QString::fromLatin1(iso)).value();
}

template<class... Column>
ColumnSet columnSet(Column... columns)
{
    ColumnSet set;
    (set.set(static_cast<std::size_t>(columns)), ...);
    return set;
}

template<class... Group>
GroupSet groupSet(Group... groups)
{
    GroupSet set;
    (set.set(static_cast<std::size_t>(groups)), ...);
    return set;
}

/// Of a server: its fee, and each there is.
inline const GroupSet feeGroup = groupSet(ServerGroup::Fee);
inline const GroupSet allGroups = GroupSet().set();

} // namespace layerscope
