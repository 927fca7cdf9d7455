// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/inventorytable.h"

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

    QMap<QString, qint64> datacenters;
    bool areDatacentersPartial = false;
    Count transactions;
    qint64 refused = 0;

    Count over;
    Count projectedOver;
    Count leaving; ///< Pools that end, or that members leave; partial as long as not all members are known.

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
    /// Adds the rows of a table by their kinds. O(rows), of a table with one kind O(1).
    void add(const InventoryTable &table);

    /// With all that is told of these three. `wanted` is what "refused" is about. O(rows).
    [[nodiscard]] static NavigatorCounts of(const InventoryTable &servers, const InventoryTable &pools,
                                            const InventoryTable &members, GroupSet wanted);
};

} // namespace layerscope
