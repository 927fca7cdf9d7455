// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/inventorytable.h"

#include <QHash>
#include <QMap>
#include <QString>

#include <array>
#include <optional>
#include <utility>

namespace layerscope {

struct TableSpec;

/// How many rows there are of what the navigator lists. A value.
struct NavigatorCounts
{
    /// With whether there may be more.
    struct Count
    {
        qint64 rows = 0;
        bool isPartial = false;
        bool operator==(const Count &) const = default;
    };

    /// Rows of each kind, of tables that were counted. Kinds are numbered as in RowKind.
    std::array<qint64, rowKindCount> ofKind = {};

    QMap<QString, qint64> places; ///< Rows of each text of TableSpec::placeColumn
    bool arePlacesPartial = false;
    /// By AttentionNode::id. Rows, and never those below them, by which they count; partial as long as not
    /// all of these are known.
    QHash<QString, Count> attention;

    /// One pool, by name and then by id.
    struct Pool
    {
        qint64 id = 0;
        std::optional<qint64> devices;
        bool operator==(const Pool &) const = default;
    };
    QMap<std::pair<QString, qint64>, Pool> poolsByName;

    [[nodiscard]] qint64 of(RowKind kind) const { return ofKind[static_cast<std::size_t>(kind)]; }
    /// Of all kinds of a table.
    [[nodiscard]] qint64 of(const TableSpec &table) const;
    /// Adds what is counted of a table, with the rows below its own if there are such; `wanted` is what a row
    /// state is about. O(rows); O(1) if all are of one kind and it has no such nodes.
    void add(const InventoryTable &table, const InventoryTable *children = nullptr, GroupSet wanted = {});

    /// With all that is told of these three. `wanted`: of servers. O(rows).
    [[nodiscard]] static NavigatorCounts of(const InventoryTable &servers, const InventoryTable &pools,
                                            const InventoryTable &members, GroupSet wanted);
};

} // namespace layerscope
