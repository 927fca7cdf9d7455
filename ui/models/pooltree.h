// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/arrangement.h"
#include "inventory/rowfilter.h"

#include <QHash>
#include <QList>

#include <functional>

namespace layerscope {

/// What is to be seen of the pools and their members. A value.
struct PoolScope
{
    enum class Kind {
        All,
        Over,          ///< Pools that are over now.
        ProjectedOver, ///< Pools that will be over by the end of the cycle.
        Leaving,       ///< Pools that are to be deleted, and members that leave theirs.
    };
    Kind kind = Kind::All;
    /// The quick filter, read with either catalogue: a pool that passes is seen with all of its members; of
    /// another one those that pass, if there are any.
    RowFilter poolFilter;
    RowFilter memberFilter;
    ColumnSet searchedPoolColumns;
    ColumnSet searchedMemberColumns;

    bool operator==(const PoolScope &) const = default;
    [[nodiscard]] bool isFiltered() const { return !poolFilter.isEmpty(); }
};

/// Pools in their order, each with its members in theirs, as numbers of table rows: what is on screen.
/// Immutable once made. The row that stands for members that are not visible is the last one of its pool.
struct PoolTree
{
    struct Pool
    {
        int row = -1;       ///< Of the pools' table
        QList<int> members; ///< Of the members' table
        /// Its members are still to come: a row stands in for them, so that the pool can be opened.
        bool isPending = false;

        bool operator==(const Pool &) const = default;
    };
    QList<Pool> pools;
    QHash<int, int> placeOfPool; ///< By row of the pools' table
    /// By row of the members' table: the place of its pool, and its place there.
    struct Place
    {
        int pool = -1;
        int member = -1;
    };
    QHash<int, Place> placeOfMember;
    int scopePools = 0;     ///< Pools of the scope's kind, before the filter.
    int visibleMembers = 0; ///< Sum of the pools' members.
    /// Rows of either table of which scope and filter cannot tell yet whether they belong here: the values
    /// that decide are not known (Arrangement::undecidedRows), or members that may decide are still to come.
    /// Of members only those that are listed.
    QList<int> undecidedPools;
    QList<int> undecidedMembers;

    /// `pools` is an arrangement of all pools, `members` one of all members grouped by pool_id. Row numbers
    /// that a table does not have (yet) are left out. `lacksMembers` tells of a pool's row whether members
    /// are still to come. O(rows); 20 000 members take a few milliseconds.
    [[nodiscard]] static PoolTree make(const InventoryTable &poolTable, const Arrangement &pools,
                                       const InventoryTable &memberTable, const Arrangement &members,
                                       const PoolScope &scope,
                                       const std::function<bool(int)> &lacksMembers = {});
    [[nodiscard]] bool hasSameOrder(const PoolTree &other) const;
    /// Members of pools that had some in `former` stand as they stood there, new ones after them. Both trees
    /// are about the same row numbers. Returns whether this tree had another order.
    bool keepMemberOrderOf(const PoolTree &former);
};

} // namespace layerscope
