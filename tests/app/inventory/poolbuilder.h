// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/inventory/tablebuilder.h"
#include "inventory/inventorystore.h"

#include <QString>

namespace layerscope {

/// Rows of pools and members, as lists and answers bring them.

inline RowPatch patchOf(const Catalogue &catalogue, RowKey key, Cells cells)
{
    RowPatch patch;
    patch.key = key;
    for (const auto &[column, value] : cells) {
        patch.loaded.set(static_cast<std::size_t>(catalogue.column(column).group));
        patch.values.emplace_back(column, value);
    }
    return patch;
}

/// Cells of a pool that is listed already.
inline RowPatch poolCells(qint64 id, Cells cells)
{
    return patchOf(poolCatalogue(), {RowKind::Pool, id}, cells);
}

inline RowPatch namedPool(qint64 id, const char *name, Cells cells = {})
{
    RowPatch patch = poolCells(id, cells);
    patch.loaded.set(PoolGroup::Identity);
    patch.values.emplace_back(PoolColumn::Name, text(name));
    return patch;
}

inline RowPatch memberCells(RowKey key, Cells cells)
{
    return patchOf(memberCatalogue(), key, cells);
}

inline RowPatch memberOf(qint64 poolId, RowKey key, const char *name, Cells cells = {})
{
    RowPatch patch = memberCells(key, cells);
    patch.loaded.set(MemberGroup::Identity);
    patch.values.emplace_back(MemberColumn::PoolId, poolId);
    patch.values.emplace_back(MemberColumn::Fqdn, text(name));
    return patch;
}

constexpr RowKey bareMetalKey(qint64 id)
{
    return {RowKind::BareMetal, id};
}

constexpr RowKey virtualKey(qint64 id)
{
    return {RowKind::Virtual, id};
}

/// The row that stands for what is not visible of a pool.
constexpr RowKey remainderKey(qint64 poolId)
{
    return {RowKind::NotVisible, poolId};
}

} // namespace layerscope
